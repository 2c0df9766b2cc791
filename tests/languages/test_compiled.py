"""The compiled form of a language is that language, and never one of before."""

import tomllib
from pathlib import Path

import pytest

from briefing.languages import compiled
from briefing.languages.compiled import FOLDER, tables_of
from briefing.languages.load import CODES, NEUTRAL
from hatch_build import compile_language


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of files of languages, without any."""
    monkeypatch.setattr(compiled, "FOLDER", tmp_path)
    return tmp_path


@pytest.mark.parametrize("code", [*CODES, NEUTRAL])
def test_what_is_compiled_says_what_the_file_says(folder: Path, code: str) -> None:
    written = (FOLDER / f"{code}.toml").read_text("utf-8")
    own = folder / f"{code}.toml"
    own.write_text(written, "utf-8")
    compile_language(own)
    assert [path.name for path in folder.iterdir() if path.suffix != ".toml"] == [f"{code}.json"]
    assert tables_of(code) == tomllib.loads(written)


def test_what_is_compiled_is_read_in_place_of_the_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = folder / "it.toml"
    own.write_text("[times]\nmonths = ['maggio']\n", "utf-8")
    compile_language(own)
    monkeypatch.delattr(compiled, "_read")
    assert tables_of("it") == {"times": {"months": ["maggio"]}}


@pytest.mark.parametrize("kept", [None, "", "[]", '{"of": 1}', '{"of": "0", "tables": {"a": {}}}'])
def test_an_edited_file_is_read_itself_whatever_lies_beside_it(
    folder: Path, kept: str | None
) -> None:
    own = folder / "it.toml"
    own.write_text("[times]\nmonths = ['maggio']\n", "utf-8")
    compile_language(own)
    if kept is not None:
        own.with_suffix(".json").write_text(kept, "utf-8")
    own.write_text("[times]\nmonths = ['giugno']\n", "utf-8")
    assert tables_of("it") == {"times": {"months": ["giugno"]}}
