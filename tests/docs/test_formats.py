"""Every block of YAML in docs/formats.md loads with the program's own readers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefing.model.finding import Level, Rule
from briefing.model.settings import ThemePair
from briefing.notes.parse import parse_notes
from briefing.notes.versions import format_versions, parse_versions
from briefing.parsing.front_matter import read_front_matter
from briefing.storage.check_rules import parse_check_rules
from briefing.storage.locations import shipped_themes
from briefing.storage.settings import parse_settings
from briefing.storage.settings_schema import example_file
from briefing.storage.themes import load_themes
from briefing.ui.key_overrides import with_overrides
from briefing.ui.keys import ACTIONS

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "formats.md").read_text("utf-8")
BLOCKS = dict(re.findall(r"<!-- ([\w ]+) -->\n```yaml\n(.*?)```", PAGE, re.DOTALL))


def test_every_block_of_yaml_on_the_page_is_tried() -> None:
    assert set(BLOCKS) == {"front matter", "notes", "versions", "check rules", "settings", "theme"}
    assert PAGE.count("```yaml") == len(BLOCKS)


def test_front_matter_as_shown_is_read_without_a_fault() -> None:
    read = read_front_matter(f"---\n{BLOCKS['front matter']}---\n\nText.\n", "harvest.md")
    assert not read.faults
    assert read.front_matter.title == "Harvest report"
    assert [figure.value for figure in read.front_matter.figures] == [11000, None]


def test_versions_as_shown_are_read_and_written_alike() -> None:
    versions = parse_versions(BLOCKS["versions"], where="harvest.md.yaml")
    assert format_versions(versions) == BLOCKS["versions"]


def test_notes_as_shown_are_read_whole() -> None:
    notes = parse_notes(BLOCKS["notes"], where="harvest.notes.yaml", article="harvest").notes
    assert not notes.unreadable
    (note,) = notes.notes
    assert note.text.startswith("Is this before drying?")


def test_what_counts_as_shown_is_read() -> None:
    rules = parse_check_rules(BLOCKS["check rules"], "check.yaml")
    assert rules.level(Rule.NOTE_UNCERTAIN) is Level.ERROR
    assert rules.level(Rule.QUOTATION_UNKNOWN) is Level.OFF


def test_settings_as_shown_are_read_without_a_fault() -> None:
    settings, faults = parse_settings(BLOCKS["settings"], Path("config.yaml"))
    assert not faults
    assert settings.theme == ThemePair("paper", "dusk")
    assert BLOCKS["settings"] == example_file()
    _actions, clashes = with_overrides(ACTIONS, settings.keys, "config.yaml")
    assert not clashes


def test_a_theme_as_shown_joins_the_others(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(BLOCKS["theme"], "utf-8")
    themes, faults = load_themes([shipped_themes(), tmp_path])
    assert not faults
    assert themes["mine"].title == "My paper"


@pytest.mark.parametrize("page", sorted([DOCS.parent / "README.md", *DOCS.rglob("*.md")]), ids=str)
def test_links_and_pictures_lead_to_files_that_are_there(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#]+)\)", page.read_text("utf-8"))
    missing = [target for target in targets if not (page.parent / target).exists()]
    assert not missing
