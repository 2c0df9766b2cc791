"""The first frame has the right colours: chosen in the reader, set, or set for such a terminal."""

from __future__ import annotations

import pytest

from briefing.cli.theme import DEFAULT_THEME, first_theme, follows_terminal, usual_theme
from briefing.model.reading_state import Choices
from briefing.model.settings import Settings, ThemePair

PAIR = Settings(theme=ThemePair("paper", "dusk"), where={"theme": "config.yaml:2"})


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal that says nothing of itself."""
    monkeypatch.delenv("COLORFGBG", raising=False)


@pytest.mark.parametrize(
    ("chosen", "wanted", "first", "where"),
    [
        (None, None, DEFAULT_THEME, None),
        ("dusk", None, "dusk", None),
        (None, "dusk", "dusk", None),
        ("ember", "dusk", "ember", None),
        (None, "nope", DEFAULT_THEME, "config.yaml:2"),
        ("nope", "dusk", DEFAULT_THEME, None),
    ],
)
def test_a_choice_in_the_app_comes_before_the_settings(
    chosen: str | None, wanted: str | None, first: str, where: str | None
) -> None:
    settings = Settings(theme=wanted, where={"theme": "config.yaml:2"} if wanted else {})
    theme, faults = first_theme(Choices(theme=chosen), settings)
    assert theme.name == first
    assert [fault.where for fault in faults] == ([where] if "nope" in (chosen, wanted) else [])


@pytest.mark.parametrize(
    ("said", "remembered", "name"),
    [
        (None, None, "paper"),
        (None, True, "dusk"),
        (None, False, "paper"),
        ("15;0", None, "dusk"),
        ("0;15", True, "paper"),
        ("0;default;15", None, "paper"),
        ("nonsense", True, "dusk"),
    ],
)
def test_of_two_themes_the_one_for_this_terminal_comes_first(
    said: str | None, remembered: bool | None, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if said is not None:
        monkeypatch.setenv("COLORFGBG", said)
    assert first_theme(Choices(is_dark=remembered), PAIR)[0].name == name
    assert usual_theme(Choices(is_dark=remembered), PAIR) == name


def test_a_theme_chosen_in_the_reader_is_not_changed_by_the_terminal() -> None:
    assert follows_terminal(Choices(), PAIR)
    assert follows_terminal(Choices(theme=""), PAIR), "as the settings say"
    assert not follows_terminal(Choices(theme="ember"), PAIR)
    assert not follows_terminal(Choices(), Settings(theme="dusk"))


def test_a_theme_of_the_pair_that_there_is_not_is_named_with_its_line() -> None:
    settings = Settings(theme=ThemePair("nope", "dusk"), where={"theme": "config.yaml:2"})
    theme, (fault,) = first_theme(Choices(), settings)
    assert theme.name == DEFAULT_THEME
    assert fault.where == "config.yaml:2"
