"""Choosing notes by words, tag, kind, colour and state, from one line that a reader types.

``sanzioni #traduzione kind:question color:blue state:open by:anna`` means all of it at once. Words
are looked for in the note, its quote and its tags; case does not count, and accents only where they
are typed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from briefing.analysis.search import Query, find
from briefing.session.placing import PlacedNote

_Test = Callable[[PlacedNote], bool]


def matching(placed: Iterable[PlacedNote], line: str) -> list[PlacedNote]:
    """The notes that a filter lets through, in their order."""
    tests = [_test(word) for word in line.split()]
    return [note for note in placed if all(test(note) for test in tests)]


def _test(word: str) -> _Test:
    key, colon, value = word.partition(":")
    if word.startswith("#") and len(word) > 1:
        return lambda placed: any(_begins(tag, word[1:]) for tag in placed.note.tags)
    field = _FIELDS.get(key.lower()) if colon else None
    if field is not None:
        return lambda placed: _begins(field(placed), value)
    return lambda placed: _mentions(placed, word)


_FIELDS: dict[str, Callable[[PlacedNote], str]] = {
    "kind": lambda placed: placed.note.kind.value,
    "color": lambda placed: placed.note.color or "",
    "colour": lambda placed: placed.note.color or "",
    "state": lambda placed: placed.note.state.value,
    "by": lambda placed: placed.note.by,
    "place": lambda placed: placed.match.state.value,
}


def _begins(text: str, letters: str) -> bool:
    """Whether a text begins with some letters; case does not count."""
    return text.casefold().startswith(letters.casefold())


def _mentions(placed: PlacedNote, word: str) -> bool:
    note = placed.note
    text = "\n".join((note.text, note.quote, *note.tags))
    return next(iter(find(Query(word.lower()), text)), None) is not None
