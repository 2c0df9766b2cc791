"""The table of settings, and the files that are written from it."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from briefing.model.settings import Settings
from briefing.storage.settings import parse_settings
from briefing.storage.settings_schema import SCHEMA, default_file, example_file


def test_the_table_has_every_setting_that_the_program_knows() -> None:
    fields = {field.name for field in dataclasses.fields(Settings)} - {"where"}
    assert {setting.name for setting in SCHEMA} == fields


def test_the_default_file_sets_nothing_and_has_no_fault() -> None:
    assert parse_settings(default_file(), Path("config.yaml")) == (Settings(), ())


def test_every_example_is_a_setting_that_counts() -> None:
    settings, faults = parse_settings(example_file(), Path("config.yaml"))
    assert not faults
    assert all(getattr(settings, setting.name) for setting in SCHEMA)


def test_taking_the_mark_away_from_a_line_makes_its_setting_count() -> None:
    for setting in SCHEMA:
        text = default_file()
        for line in setting.lines:
            assert f"\n#{line}\n" in text
            text = text.replace(f"\n#{line}\n", f"\n{line}\n")
        settings, faults = parse_settings(text, Path("config.yaml"))
        assert not faults
        assert getattr(settings, setting.name)


@pytest.mark.parametrize(
    ("written", "key"), [("F3", "f3"), ("Ctrl+g", "ctrl+g"), ("Alt+h", "alt+h"), ('"?"', "?")]
)
def test_keys_may_be_written_as_the_docs_write_them(written: str, key: str) -> None:
    settings, faults = parse_settings(f"keys: {{help: {written}}}\n", Path("config.yaml"))
    assert (settings.keys, faults) == ({"help": (key,)}, ())


def test_a_name_that_is_no_key_is_refused_with_its_line() -> None:
    settings, faults = parse_settings("keys:\n  help: [f3, F99]\n", Path("config.yaml"))
    assert settings.keys == {}
    what, remedy = (
        "there is no key “F99”",
        "write a character, or a name such as f3, ctrl+g or alt+h",
    )
    assert [str(fault) for fault in faults] == [f"config.yaml:2: “help”: {what}; {remedy}"]


def test_a_variable_in_the_notes_folder_is_that_of_the_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("WORK", str(tmp_path))
    for written in ("$WORK/notes", "${WORK}/notes"):
        settings, faults = parse_settings(f"notes_folder: {written}\n", Path("config.yaml"))
        assert (settings.notes_folder, faults) == (tmp_path / "notes", ())


@pytest.mark.parametrize("written", ["$NOT_SET/notes", "${NOT_SET}/notes", "'${'"])
def test_a_variable_that_is_not_set_names_no_folder(
    written: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NOT_SET", raising=False)
    settings, [fault] = parse_settings(f"notes_folder: {written}\n", Path("config.yaml"))
    assert settings.notes_folder is None
    assert str(fault).startswith(["config.yaml:1: there is no variable $", ""][0])
