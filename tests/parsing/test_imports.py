"""The first words must not wait for what they do not need."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys
from briefing.layout.flow import Flow
from briefing.parsing.reading import open_document
document = open_document({source!r}, name="x")
Flow(document, 60).chunk_lines(0)
print(*sorted({{name.partition(".")[0] for name in sys.modules}}))
"""


def loaded(source: str) -> set[str]:
    program = PROGRAM.format(source=source)
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return set(run.stdout.split())


def test_plain_words_need_no_parser_and_no_yaml() -> None:
    heavy = {
        "markdown_it",
        "yaml",
        "html",
        "babel",
        "rapidfuzz",
        "textual",
        "rich",
        "mdit_py_plugins",
    }
    assert not loaded("# Title\n\nplain words\n\n## Part\n\nmore") & heavy


def test_markup_needs_only_the_parser() -> None:
    modules = loaded("words with *markup* and a [link](x)")
    assert "markdown_it" in modules
    assert not modules & {"yaml", "pygments", "mdit_py_plugins", "textual", "rich"}
