"""The interface is there in every language, whole, and says the same in each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from briefing.text.i18n import LANGUAGES, LOCALES
from tests.catalogues.extraction import (
    KEYWORDS,
    catalogue_of_the_code,
    is_translated,
    lacks,
    load,
    messages,
    translations,
)

CATALOGUES = sorted(LOCALES.glob("*/LC_MESSAGES/*.po"))
VERBATIM = re.compile(r"\{+[^{}]+\}+|`[^`]*`|--[a-z-]+\b|\bFILE\b|START:END|\$EDITOR")
"""Fields with how they are written, and what a reader types as it stands in every language."""


def _messages(path: Path) -> Iterator[Message]:
    return (message for message in load(path) if message.id)


def test_each_language_but_that_of_the_code_has_its_catalogue() -> None:
    assert [path.parts[-3] for path in translations()] == sorted(LANGUAGES[1:])


@pytest.mark.parametrize("path", translations(), ids=lambda path: path.parts[-3])
def test_every_message_of_the_code_is_translated_and_no_other(path: Path) -> None:
    left = lacks(path, catalogue_of_the_code())
    assert not left, left


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.name)
def test_no_translation_is_empty_a_guess_or_left_over(path: Path) -> None:
    assert [message.id for message in _messages(path) if not is_translated(message)] == []
    assert not load(path).obsolete


def test_what_is_lacking_is_named_with_what_to_do() -> None:
    """Whoever adds a message reads this, and may never have seen a catalogue."""
    found = catalogue_of_the_code()
    found.add("a message that is quite new")
    said = lacks(translations()[0], found)
    assert "  not in the file: a message that is quite new\n" in said
    assert "Run `make messages`" in said


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.name)
def test_a_translation_keeps_the_fields_and_what_is_typed(path: Path) -> None:
    wrong = [
        (english, translation)
        for message in _messages(path)
        for english, translation in _pairs(message)
        if _kept(english) != _kept(translation)
    ]
    assert not wrong, "fields, `commands` and --options have to be the same on both sides"


@pytest.mark.parametrize("path", translations(), ids=lambda path: path.parts[-3])
def test_a_translation_begins_and_ends_as_its_message(path: Path) -> None:
    """Messages are joined, ``where: what; remedy``: most have neither capital nor full stop."""
    wrong = [
        (english, translation)
        for message in _messages(path)
        for english, translation in _pairs(message)
        if english[:1].isupper() != translation[:1].isupper()
        or (english[-1:] in ".:…?" and english[-1:] != translation[-1:])
    ]
    assert not wrong


def _pairs(message: Message) -> Iterator[tuple[str, str]]:
    """Each form of a message with its translation."""
    english = [message.id] if isinstance(message.id, str) else message.id
    given = [message.string] if isinstance(message.string, str) else message.string
    return ((one, other or "") for one, other in zip(english, given or (), strict=True))


def _kept(text: str) -> Counter[str]:
    """What a translation may not lose."""
    return Counter(VERBATIM.findall(text))


def test_messages_are_found_wherever_they_stand() -> None:
    code = b'''
@click.command(help=later("one"))
def list_notes():
    """List
    the notes."""
    say(f"{_('two')}: {ngettext('{count} note', '{count} notes', 3)}")
    say(_("th" "ree").format(x=_("four")), _(word))
'''
    found = [
        message for _line, _name, message, _comments in messages(BytesIO(code), KEYWORDS, (), {})
    ]
    assert found == [
        "one", "List\nthe notes.", "two", ("{count} note", "{count} notes", None), "four", "three"
    ]  # fmt: skip
