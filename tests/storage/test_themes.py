"""Themes from files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.errors import FormatError
from briefing.storage.locations import shipped_themes
from briefing.storage.themes import load_theme, load_themes, parse_theme


@pytest.fixture
def user(tmp_path: Path) -> Path:
    return tmp_path


def _faults(user: Path) -> list[str]:
    _themes, faults = load_themes([shipped_themes(), user])
    return [str(fault) for fault in faults]


def test_shipped_themes_load_without_a_fault() -> None:
    themes, faults = load_themes([shipped_themes()])
    assert faults == ()
    assert len(themes) >= 7


def test_a_folder_that_is_not_there_has_no_themes(user: Path) -> None:
    assert load_themes([user / "none"]) == ({}, ())


def test_one_theme_loads_as_it_does_among_all() -> None:
    themes, _faults = load_themes([shipped_themes()])
    assert load_theme("paper", [shipped_themes()]) == (themes["paper"], ())


def test_an_unknown_theme_is_named_with_those_there_are() -> None:
    theme, faults = load_theme("papper", [shipped_themes()])
    assert theme is None
    assert "papper" in str(faults[-1])
    assert "paper" in str(faults[-1])
    assert load_theme("../themes/paper", [shipped_themes()])[0] is None


def test_a_user_theme_gives_only_what_differs(user: Path) -> None:
    (user / "mine.yaml").write_text(
        'title: Mine\nbase: dusk\ncolors: {primary: "#ff8800"}\nvariables: {title: "#ffffff"}\n'
    )
    themes, faults = load_themes([shipped_themes(), user])
    assert faults == ()
    mine, dusk = themes["mine"], themes["dusk"]
    assert (mine.name, mine.title, mine.dark) == ("mine", "Mine", True)
    assert mine.colors == {**dusk.colors, "primary": "#ff8800"}
    assert mine.variables == {**dusk.variables, "title": "#ffffff"}


def test_a_theme_from_before_there_were_marks_of_changes_still_loads(user: Path) -> None:
    lines = (shipped_themes() / "paper.yaml").read_text("utf-8").splitlines()
    old = [line for line in lines if "mark-change" not in line]
    (user / "old.yaml").write_text("\n".join(old) + "\n", "utf-8")
    theme, faults = load_theme("old", [shipped_themes(), user])
    assert not faults
    assert theme is not None
    assert theme.variables["mark-change"] == theme.variables["mark-remark"]
    assert theme.variables["mark-change-text"] == theme.variables["mark-remark-text"]


def test_a_user_theme_of_a_shipped_name_takes_its_place(user: Path) -> None:
    (user / "paper.yaml").write_text('base: paper\ncolors: {background: "#ffffff"}\n')
    theme, faults = load_theme("paper", [shipped_themes(), user])
    assert faults == ()
    assert theme is not None
    assert theme.colors["background"] == "#ffffff"


def test_a_wrong_user_theme_gives_way_to_the_shipped_one(user: Path) -> None:
    (user / "paper.yaml").write_text("title: Mine\ncolors: {}\n")
    theme, faults = load_theme("paper", [shipped_themes(), user])
    assert theme == load_theme("paper", [shipped_themes()])[0]
    assert "paper.yaml" in str(faults[0])


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("title: [\n", ["bad.yaml:", "YAML"]),
        ("- a\n", ["bad.yaml:1", "mapping"]),
        ("", ["bad.yaml:1", "mapping"]),
        ("base: dusk\nansi: true\n", ["bad.yaml:1", "dusk", "kind"]),
        ("base: nowhere\n", ["bad.yaml:1", "nowhere"]),
        ("base: bad\n", ["bad.yaml:1", "bad"]),
        ("base: dusk\ncolours: {}\n", ["bad.yaml:2", "did you mean colors?"]),
        ("base: dusk\ndark: maybe\n", ["bad.yaml:2", "true or false"]),
        ("base: dusk\ncolors: red\n", ["bad.yaml:2", "colors"]),
        ('title: X\ncolors: {primary: "#123456"}\n', ["bad.yaml:2", "background", "base"]),
    ],
)
def test_a_wrong_theme_is_a_fault_with_its_line(user: Path, text: str, parts: list[str]) -> None:
    (user / "bad.yaml").write_text(text)
    themes, _ = load_themes([shipped_themes(), user])
    assert "bad" not in themes
    assert len(themes) >= 7
    found = _faults(user)
    assert any(all(part in line for part in parts) for line in found), found


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ('base: dusk\ncolors:\n  primary: "#12345"\n', ["bad.yaml:3", "#rrggbb"]),
        ("base: dusk\ncolors:\n  primary: #123456\n", ["bad.yaml:3", "quotes"]),
        ("base: dusk\ncolors:\n  primary: ansi_red\n", ["bad.yaml:3", "ansi_red"]),
        ('base: terminal\ncolors: {primary: "#123456"}\n', ["bad.yaml:2", "sixteen"]),
        ('base: dusk\nvariables: {mark-nte: "#123456"}\n', ["bad.yaml:2", "mark-note"]),
        ("base: dusk\nindexed: {primary: 7}\n", ["bad.yaml:2", "16"]),
    ],
)
def test_a_wrong_colour_is_a_fault_with_its_line_and_is_lost_alone(
    user: Path, text: str, parts: list[str]
) -> None:
    (user / "bad.yaml").write_text(text + 'title: "Mine"\n')
    themes, _ = load_themes([shipped_themes(), user])
    base = themes["terminal" if "terminal" in text else "dusk"]
    assert themes["bad"].title == "Mine"
    assert themes["bad"].colors == base.colors
    assert themes["bad"].variables == base.variables
    found = _faults(user)
    assert any(all(part in line for part in parts) for line in found), found


def test_a_whole_theme_with_one_wrong_colour_has_that_of_a_shipped_one(user: Path) -> None:
    text = (shipped_themes() / "ember.yaml").read_text("utf-8")
    wrong = re.sub(r"(?m)^  heading: .*$", '  heading: "orange"', text, count=1)
    assert wrong != text
    (user / "mine.yaml").write_text(wrong, "utf-8")
    theme, faults = load_theme("mine", [shipped_themes(), user])
    shipped, _ = load_themes([shipped_themes()])
    assert theme is not None
    assert len(faults) == 1
    assert theme.variables["heading"] == shipped["dusk"].variables["heading"]
    assert theme.variables["title"] == shipped["ember"].variables["title"]


@given(st.text("bases:dukcolr{}[],\n -~#&*!|>'\"0\0\u2028", max_size=40))
def test_any_text_is_a_theme_or_faults(text: str) -> None:
    try:
        faults = [str(fault) for fault in parse_theme(text, "x", "x.yaml", lambda _name: None)[1]]
    except FormatError as error:
        faults = [str(error)]
    assert faults
    assert all(fault.startswith("x.yaml:") and "\n" not in fault for fault in faults)


def test_a_file_that_is_no_text_or_has_no_name_is_a_fault(user: Path) -> None:
    (user / "latin.yaml").write_bytes(b"title: Citt\xe0\n")
    (user / "My Theme.yaml").write_text("base: dusk\n")
    (user / "folder.yaml").mkdir()
    lines = "\n".join(_faults(user))
    assert "latin.yaml:1: is not UTF-8" in lines
    assert "My Theme.yaml: this is no name" in lines


def test_themes_that_build_on_each_other_end(user: Path) -> None:
    (user / "one.yaml").write_text("base: two\n")
    (user / "two.yaml").write_text("base: one\n")
    themes, faults = load_themes([shipped_themes(), user])
    assert "one" not in themes
    assert "two" not in themes
    assert faults
