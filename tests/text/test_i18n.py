"""The interface speaks the language that the reader asks for."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.text import i18n
from briefing.text.i18n import _, base_language, language, locale_name, ngettext, speak


@pytest.fixture
def surroundings(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """The environment that a case asks for, and nothing else that names a language."""
    monkeypatch.delenv("LANG")
    for pair in request.param.split():
        monkeypatch.setenv(*pair.split("="))


@pytest.mark.parametrize(
    ("surroundings", "expected"),
    [
        ("", "en"),
        ("LANG=it_IT.UTF-8", "it"),
        ("LANG=it", "it"),
        ("LANG=it_CH@euro", "it"),
        ("LANG=C.UTF-8", "en"),
        ("LANG=POSIX", "en"),
        ("LANG=de_DE.UTF-8", "en"),
        ("LANG=en_GB.UTF-8 LC_MESSAGES=it_IT.UTF-8", "it"),
        ("LANG=it_IT.UTF-8 LC_ALL=C", "en"),
        ("LANG=it_IT.UTF-8 LANGUAGE=en_GB:it", "en"),
        ("LANG=en_GB.UTF-8 LANGUAGE=de:it:en", "it"),
        ("LANG=en_GB.UTF-8 LANGUAGE=C:it", "en"),
        ("LANG=nonsense", "en"),
    ],
    indirect=["surroundings"],
)
def test_the_environment_chooses_as_it_does_for_gettext(surroundings: None, expected: str) -> None:
    speak()
    assert language() == expected


@pytest.mark.parametrize("surroundings", ["LANG=en_GB.UTF-8"], indirect=True)
def test_what_the_reader_has_set_comes_before_the_environment(surroundings: None) -> None:
    speak("it")
    assert language() == "it"
    speak("it-CH")
    assert language() == "it"


def test_messages_come_from_the_catalogue(italian: object) -> None:
    speak("it")
    assert _("the disk is full") == "il disco è pieno"
    assert ngettext("{count} note", "{count} notes", 1) == "{count} nota"
    assert ngettext("{count} note", "{count} notes", 0) == "{count} note"
    speak("en")
    assert _("the disk is full") == "the disk is full"


def test_without_a_catalogue_all_is_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "LOCALES", Path("/nowhere"))
    speak("it")
    assert _("the disk is full") == "the disk is full"
    assert ngettext("{count} note", "{count} notes", 2) == "{count} notes"


@pytest.mark.parametrize(
    ("surroundings", "tag", "expected"),
    [
        ("LANG=it_IT.UTF-8", None, "it_IT"),
        ("LANG=C.UTF-8", None, None),
        ("", None, None),
        ("LANG=en_US.UTF-8 LC_TIME=de_DE.UTF-8", None, "de_DE"),
        ("LANG=en_US.UTF-8 LC_TIME=de_DE.UTF-8 LC_ALL=fr_FR", None, "fr_FR"),
        ("LANG=en_US.UTF-8", "it", "it"),
        ("LANG=it_CH.UTF-8", "it", "it_CH"),
        ("LANG=C.UTF-8", "en-GB", "en_GB"),
    ],
    indirect=["surroundings"],
)
def test_numbers_and_dates_follow_the_locale(
    surroundings: None, tag: str | None, expected: str | None
) -> None:
    speak(tag)
    assert locale_name("LC_TIME") == expected


@pytest.mark.parametrize("name", ["it", "it-CH", "it_IT.UTF-8", "IT@euro"])
def test_a_language_is_told_from_its_country(name: str) -> None:
    assert base_language(name) == "it"
