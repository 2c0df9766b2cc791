from __future__ import annotations

import hashlib
import io
from pathlib import Path

import pytest

from briefing.model.errors import InputError, NotFoundError
from briefing.storage.originals import load_original


def test_a_file_is_read_with_its_name_and_checksum(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes("Città".encode("cp1252"))
    original = load_original(str(path))
    assert (original.name, original.where, original.url) == ("report.txt", str(path), None)
    assert original.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_standard_input_has_no_name() -> None:
    original = load_original("-", io.BytesIO(b"words"))
    assert (original.name, original.data) == ("", b"words")


def test_what_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="no such file"):
        load_original(str(tmp_path / "a.txt"))
    with pytest.raises(InputError, match="is a folder"):
        load_original(str(tmp_path))
    with pytest.raises(InputError, match="only http and https"):
        load_original("file:///etc/passwd")
