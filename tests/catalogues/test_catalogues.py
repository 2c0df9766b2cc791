"""The interface is there in every language, whole, and says the same in each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from briefing.text.i18n import LANGUAGES, LOCALES
from tests.catalogues.extraction import (
    ROOT,
    catalogue_of_the_code,
    is_translated,
    keys_of,
    translations,
)

CATALOGUES = sorted(LOCALES.glob("*/LC_MESSAGES/*.po"))
VERBATIM = re.compile(r"`[^`]*`|--[a-z-]+\b|\bFILE\b|START:END|\$EDITOR")
"""What a reader types as it stands, in every language."""


def _read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3])


def _messages(path: Path) -> Iterator[Message]:
    return (message for message in _read(path) if message.id)


def _listed(path: Path, what: str, messages: set[str]) -> str:
    """What somebody who has changed a message should do now."""
    lines = "\n".join(f"  {message}" for message in sorted(messages))
    return (
        f"\n{path.relative_to(ROOT)}: {what}:\n{lines}\n"
        "Run `make messages`, then fill in each empty msgstr of that file."
    )


def test_each_language_but_that_of_the_code_has_its_catalogue() -> None:
    assert [path.parts[-3] for path in translations()] == sorted(LANGUAGES[1:])


@pytest.mark.parametrize("path", translations(), ids=lambda path: path.parts[-3])
def test_every_message_of_the_code_is_in_the_catalogue_and_no_other(path: Path) -> None:
    said, known = keys_of(catalogue_of_the_code()), keys_of(_read(path))
    assert not said - known, _listed(path, "messages of the code that are missing", said - known)
    assert not known - said, _listed(path, "messages that the code no longer has", known - said)


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.name)
def test_every_message_is_translated_and_none_is_a_guess(path: Path) -> None:
    left = {str(message.id) for message in _messages(path) if not is_translated(message)}
    assert not left, _listed(path, "messages without a translation", left)
    assert not _read(path).obsolete, "obsolete entries stand at the end of the file; remove them"


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
    """What a translation may not lose: fields with how they are written, and what is typed."""
    fields = (
        f"{{{name}!{conversion}:{form}}}"
        for _words, name, form, conversion in Formatter().parse(text)
        if name is not None
    )
    return Counter([*fields, *VERBATIM.findall(text)])
