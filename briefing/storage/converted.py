"""Long documents of other formats as they were read, so that they open at once the next time.

A text is one file in the cache folder, private to its owner. Its name stands for the bytes of the
document, its file name, and the state of the code that reads it: a text that was read otherwise is
not found any more. One that is damaged counts as missing, and one that cannot be kept is made anew.
"""

from __future__ import annotations

import contextlib
import json
from hashlib import blake2b
from pathlib import Path

from briefing import __version__
from briefing.model.errors import BriefingError, StorageError
from briefing.model.original import Original
from briefing.model.source import Text
from briefing.storage.atomic import PRIVATE, write_atomically
from briefing.storage.folders import remove
from briefing.storage.locations import cache_folder
from briefing.storage.plain_files import read
from briefing.text.i18n import language

_FOLDER = "documents"
_MOST_BYTES = 50_000_000
"""Of all texts together; the oldest go first."""
_CODE = Path(__file__).resolve().parents[1] / "parsing" / "importers"


def load(original: Original) -> Text | None:
    """The text of a document as it was read before; None where it is to be read."""
    try:
        content = read(_path(original), below=cache_folder())
        said = json.loads(b"" if content is None else content.data)
        words, remarks = said["words"], tuple(said["remarks"])
    except (BriefingError, ValueError, KeyError, TypeError, RecursionError):
        return None
    is_whole = isinstance(words, str) and all(isinstance(each, str) for each in remarks)
    return Text(words, remarks) if is_whole else None


def keep(original: Original, text: Text) -> None:
    """Keep the text of a document. Never fails."""
    data = json.dumps({"words": text.words, "remarks": text.remarks}).encode()
    path = _path(original)
    with contextlib.suppress(StorageError):
        write_atomically(path, data, below=cache_folder(), make_folder=True, mode=PRIVATE)
        _make_room(path)


def _make_room(kept: Path) -> None:
    """Remove the texts that were kept longest ago, where all together are too many."""
    with contextlib.suppress(OSError):
        statuses = [(path.lstat(), path) for path in kept.parent.glob("*.json")]
        total = 0
        for status, path in sorted(statuses, key=lambda item: -item[0].st_mtime_ns):
            total += status.st_size
            if total > _MOST_BYTES and path != kept:
                remove(cache_folder(), _FOLDER, path.name)


def _path(original: Original) -> Path:
    known = blake2b(original.data, digest_size=16)
    known.update(
        "\0".join(("", original.name, language(), __version__, _code())).encode(
            "utf-8", "surrogateescape"
        )
    )
    return cache_folder() / _FOLDER / f"{known.hexdigest()}.json"


def _code() -> str:
    """The state of the code that reads documents."""
    with contextlib.suppress(OSError):
        return str(max(path.stat().st_mtime_ns for path in _CODE.rglob("*.py")))
    return ""
