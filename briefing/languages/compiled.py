"""The tables of a language's file, from a form of them that is read in a tenth of the time.

The standard library reads TOML in Python: 150 ms for all languages, which most documents that are
opened would wait for. So each file is written again as JSON when the program is built or installed,
beside itself, with the digest of what it was made of. Where that is missing, or the file was edited
since, the file itself is read.

Run as a module, it writes the one form of the other.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
"""Where the files of the languages are."""
_OF, _TABLES = "of", "tables"


def tables_of(code: str) -> Mapping[str, Any]:
    """The tables of a language's file.

    Args:
        code: The name of the file, without the ending.
    """
    written = FOLDER / f"{code}.toml"
    data = written.read_bytes()
    return _kept(written.with_suffix(".json"), _digest(data)) or _read(data)


def compiled(data: bytes) -> str:
    """A language's file, as it is written beside itself."""
    return json.dumps({_OF: _digest(data), _TABLES: _read(data)})


def _kept(beside: Path, digest: str) -> Mapping[str, Any] | None:
    """The tables of a compiled file; None where it is none, or of another file than this."""
    try:
        said = json.loads(beside.read_bytes())
        tables: Mapping[str, Any] = said[_TABLES]
        return tables if said[_OF] == digest else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _read(data: bytes) -> Mapping[str, Any]:
    import tomllib  # noqa: PLC0415 - hardly ever needed, and half as long to load as the tables

    return tomllib.loads(data.decode("utf-8"))


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()


if __name__ == "__main__":
    sys.stdout.write(compiled(sys.stdin.buffer.read()))
