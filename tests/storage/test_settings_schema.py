"""The table of settings, and the files that are written from it."""

from __future__ import annotations

import dataclasses
from pathlib import Path

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
