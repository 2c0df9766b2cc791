"""Rows of a library's index: what is written in them, and how words are asked for."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from briefing.model.library import Entry, FileState
from briefing.model.query import Field, Query, Term
from briefing.model.source import Fingerprint
from briefing.text.pairs import has_run, in_pairs

_TOKEN = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")
"""What SQLite's ``unicode61`` takes for a word: letters and digits, with their marks."""


_KEPT = tuple(
    each.name
    for each in dataclasses.fields(Entry)
    if each.name not in {"states", "percent", "standings"}
)
"""What is written of an entry; its states have a column, how it stands is each reader's own."""


def entry_json(entry: Entry) -> dict[str, Any]:
    """An entry as JSON keeps it."""
    return {name: getattr(entry, name) for name in _KEPT}


def entry_of(fields: Mapping[str, Any], states: str | None = None) -> Entry:
    """The entry that was written, with its states as `states_text` gave them."""
    values: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in fields.items()
    }
    return Entry(**values, states=None if states is None else tuple(states.split()))


def states_text(entry: Entry) -> str | None:
    """The codes of an entry's states with spaces around each; None where they are not known."""
    return None if entry.states is None else f" {' '.join(entry.states)} "


def state_json(state: FileState) -> list[list[int] | None]:
    """The state of a document's files as JSON keeps it."""
    return [_mark(state.article), None if state.notes is None else _mark(state.notes)]


def state_of(fields: Sequence[Sequence[int] | None]) -> FileState:
    """The state that was written."""
    article, notes = fields
    return FileState(Fingerprint(*(article or ())), None if notes is None else Fingerprint(*notes))


def tests_of(query: Query) -> tuple[list[str], list[str]]:
    """What the database asks of a document for a query, and the values for its question marks."""
    match = match_of(query.terms)
    tests = ["id IN (SELECT rowid FROM words WHERE words MATCH ?)"] if match else []
    values = [match] if match else []
    for condition in query.conditions:
        if condition.field is Field.STATE:
            sign = "= 0" if condition.is_excluded else "> 0"
            tests.append(f"(states IS NULL OR instr(states, ?) {sign})")
            values.append(f" {condition.value.upper()} ")
    return tests, values


def match_of(terms: Iterable[Term]) -> str:
    """The words that must be there, as FTS5 asks for them; empty where there are none.

    Each is a phrase in quotation marks, so that nothing of it is taken for a word of FTS5's own.
    """
    phrases = (_TOKEN.findall(in_pairs(term.words)) for term in terms if not term.is_excluded)
    return " AND ".join(f'"{" ".join(tokens)}"' for tokens in phrases if tokens)


def _mark(mark: Fingerprint) -> list[int]:
    return [mark.modified_ns, mark.size, mark.inode]


_RUN_SHORTEST, _RUN_LONGEST = 2, 5
"""Words of a run. A third of a quotation stands in one piece also where a word or two differ."""


def match_of_runs(words: Sequence[str]) -> str:
    """Any run of some words in a row, as FTS5 asks for them; empty where there are too few.

    All of them and each half are asked for too: where these stand is near before any other place.
    """
    length = min(max(len(words) // 3, _RUN_SHORTEST), _RUN_LONGEST)
    runs = [words[at : at + length] for at in range(len(words) - length + 1)]
    half = len(words) // 2
    runs += [words, words[:half], words[half:]]
    phrases = [" ".join(_TOKEN.findall(in_pairs(_written(run)))) for run in runs]
    return " OR ".join(f'body : "{phrase}"' for phrase in dict.fromkeys(phrases) if phrase)


def _written(words: Sequence[str]) -> str:
    """Words with spaces between them, but for single characters of a script without spaces."""
    is_bare = all(len(word) == 1 and has_run(word) for word in words)
    return ("" if is_bare else " ").join(words)
