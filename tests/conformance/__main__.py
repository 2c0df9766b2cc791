"""Runs every example of the CommonMark specification: no word that a browser shows may be lost.

The examples are those of markdown-it-py's source distribution, fetched into a temporary folder.
The specification's own text then serves to compare parsing by chunks with parsing the whole.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from briefing.layout.plain import text_lines
from briefing.parsing.reading import open_document
from briefing.text.safe import visible
from tests.conformance.words import first_missing, visible_words
from tests.parsing.whole import difference

PACKAGE = "markdown-it-py==4.3.0"
EXAMPLES = "tests/test_cmark_spec/commonmark.json"
SPECIFICATION = "tests/test_cmark_spec/spec.md"


def fetch(folder: Path) -> Path:
    """The unpacked source distribution."""
    options = ("download", "--quiet", "--no-deps", "--no-binary", ":all:", "--dest", str(folder))
    subprocess.run([sys.executable, "-m", "pip", *options, PACKAGE], check=True)
    (archive,) = folder.glob("*.tar.gz")
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    return folder / archive.name.removesuffix(".tar.gz")


def failures(example: dict[str, str]) -> list[str]:
    """What is missing of one example, in words."""
    words = visible_words(example["html"])
    document = open_document(example["markdown"], name="example")
    found = []
    missing = first_missing(words, document.article().text)
    if missing is not None:
        found.append(f"{missing!r} is not in the reading text")
    safe_words = [visible(word) for word in words]
    printed = "\n".join(text_lines(document, 80))
    missing = first_missing(safe_words, printed, joined=True)
    if missing is not None:
        found.append(f"{missing!r} is not printed")
    return found


def main() -> int:
    """Run all; 1 if one fails."""
    with tempfile.TemporaryDirectory() as folder:
        unpacked = fetch(Path(folder))
        examples = json.loads((unpacked / EXAMPLES).read_text("utf-8"))
        specification = (unpacked / SPECIFICATION).read_text("utf-8")
    passed = 0
    for example in examples:
        found = failures(example)
        passed += not found
        for line in found:
            print(f"example {example['example']}: {line}\n{example['markdown']!r}")
    print(f"{passed} of {len(examples)} examples keep all their words")
    unlike = difference(specification)
    print(f"parsing the specification by chunks equals parsing the whole: {unlike or 'yes'}")
    return int(passed < len(examples) or unlike is not None)


if __name__ == "__main__":
    sys.exit(main())
