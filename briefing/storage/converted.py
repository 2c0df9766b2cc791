"""Documents of other formats as they were read, so that none is imported twice.

A text is one file in the cache folder, private to its owner. Its name stands for the bytes of the
document, its file name, and the state of the code that reads it: a document that has changed, or
would be read otherwise, has no text here, whatever its file's date says. A text is packed with a
sum over its bytes; one that is damaged counts as missing, and one that cannot be kept is made anew.
What came by standard input is never kept.
"""

from __future__ import annotations

import contextlib
import json
import zlib
from functools import cache
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
_ENDING = ".text"
_MOST_BYTES = 200_000_000
"""Of all texts together, as they are packed; the oldest go first."""
_MANY_BYTES, _SELDOM = 1_000_000, "00"
"""A text of so many bytes, or whose name ends so (one in 256), has the others counted: there may be
many, and each of them is looked at."""
_FASTEST = 1
"""Of the levels of zlib; a text is packed to a third of its length."""
_PACKAGE = Path(__file__).resolve().parents[1]
_CODE = [_PACKAGE / name for name in ("languages", "parsing", "text")]
_READ = (".py", ".toml", ".json")
"""What a text depends on, besides its document."""


def load(original: Original) -> Text | None:
    """The text of a document as it was read before; None where it is to be read."""
    try:
        content = read(_path(original), below=cache_folder())
        said = json.loads(zlib.decompress(b"" if content is None else content.data))
        words, remarks = said["words"], tuple(said["remarks"])
    except (BriefingError, zlib.error, ValueError, KeyError, TypeError, RecursionError):
        return None
    is_whole = isinstance(words, str) and all(isinstance(each, str) for each in remarks)
    return Text(words, remarks) if is_whole else None


def keep(original: Original, text: Text) -> None:
    """Keep the text of a document that is a file. Never fails."""
    if not original.name:
        return
    said = json.dumps({"words": text.words, "remarks": text.remarks}).encode()
    data, path = zlib.compress(said, _FASTEST), _path(original)
    with contextlib.suppress(StorageError):
        write_atomically(path, data, below=cache_folder(), make_folder=True, mode=PRIVATE)
        if len(data) > _MANY_BYTES or path.stem.endswith(_SELDOM):
            _make_room(path)


def _make_room(kept: Path) -> None:
    """Remove the texts that were kept longest ago, where all together are too many."""
    with contextlib.suppress(OSError):
        statuses = [(path.lstat(), path) for path in kept.parent.iterdir()]
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
    return cache_folder() / _FOLDER / f"{known.hexdigest()}{_ENDING}"


@cache
def _code() -> str:
    """The state of the code that reads documents."""
    with contextlib.suppress(OSError):
        files = (file for folder in _CODE for end in _READ for file in folder.rglob(f"*{end}"))
        return str(max(file.stat().st_mtime_ns for file in files))
    return ""
