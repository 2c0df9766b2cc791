"""A short way to read notes that this program wrote: one regular expression instead of a parser.

PyYAML needs seconds for ten thousand notes. Whatever does not look exactly like our own writing is
not decided here; the general way reads it. Both agree where this one answers, and tests hold that.
"""

from __future__ import annotations

import re

from briefing.model.note import Note, NoteKind, NoteState, Via
from briefing.model.span import Span
from briefing.notes.schema import is_time
from briefing.text.strict_yaml_writer import is_plain

_BLOCK = r"\|2?[-+]?\n(?:(?:    [^\n]*)?\n)+"
_LINE = r"[^\n|>&*!%@`\"{\[#?-][^\n]*\n"
_SCALAR = rf"({_LINE}|{_BLOCK})"
_NOTE = re.compile(
    r"- id: ([A-Za-z][A-Za-z0-9]{0,63})\n"
    r"  kind: ([a-z]+)\n"
    rf"  by: {_SCALAR}"
    r"  created: '([^'\n]+)'\n"
    r"  updated: '([^'\n]+)'\n"
    r"  state: ([a-z]+)\n"
    r"  rev: ([0-9a-f]{64})\n"
    r"  at: \[(0|[1-9][0-9]{0,14}), (0|[1-9][0-9]{0,14})\]\n"
    rf"  quote: {_SCALAR}"
    rf"(?:  before: {_SCALAR})?"
    rf"(?:  after: {_SCALAR})?"
    r"(?:  color: ([a-z]+)\n)?"
    r"(?:  tags: \[([^\n]*)\]\n)?"
    rf"(?:  text: {_SCALAR})?"
    r"(?:  conflicts: \[\]\n)?"
    r"(?:  via: \{system: ([a-z]+), id: ([A-Za-z][A-Za-z0-9]*)\}\n)?"
)
_QUOTED = re.compile(r"'((?:[^'\n]|'')*)'")
_TAG = r"(?:'(?:[^'\n]|'')*'|[^\W\d_][\w -]*)"
_TAGS = re.compile(rf"{_TAG}(?:, {_TAG})*")
_KINDS = {kind.value: kind for kind in NoteKind}
_STATES = {state.value: state for state in NoteState}


class _UnsureError(Exception):
    """This needs the general way."""


def fast_note(raw: str) -> Note | None:
    """Read a note as this program writes it; None for anything else, also for a faulty one.

    Args:
        raw: The lines of the note, its dash in column 0, without unusual characters (those that
            `strict_yaml_writer.NEEDS_ESCAPE` finds).
    """
    found = _NOTE.fullmatch(raw)
    if found is None:
        return None
    try:
        return _note(found.groups())
    except _UnsureError:
        return None


def _note(groups: tuple[str | None, ...]) -> Note:
    (id_, kind, by, created, updated, state, rev, start, end, quote, *rest) = (
        group or "" for group in groups
    )
    before, after, color, tags, text, system, via_id = rest
    if kind not in _KINDS or state not in _STATES or int(start) > int(end):
        raise _UnsureError
    if not is_time(created) or not is_time(updated) or not (is_plain(id_) and is_plain(rev)):
        raise _UnsureError
    return Note(
        id=id_,
        kind=_KINDS[kind],
        by=_scalar(by),
        created=created,
        updated=updated,
        state=_STATES[state],
        rev=rev,
        at=Span(int(start), int(end)),
        quote=_scalar(quote),
        before=_scalar(before) if before else "",
        after=_scalar(after) if after else "",
        color=_color(color),
        tags=_tags(tags) if tags else (),
        text=_scalar(text) if text else "",
        via=_via(system, via_id),
    )


def _scalar(value: str) -> str:
    if value.startswith("|"):
        return _block(value)
    line = value[:-1]
    quoted = _QUOTED.fullmatch(line)
    if quoted is not None:
        return quoted[1].replace("''", "'")
    return _plain(line)


def _plain(value: str) -> str:
    if not is_plain(value):
        raise _UnsureError
    return value


def _block(value: str) -> str:
    header, _newline, body = value.partition("\n")
    lines = [line[4:] for line in body.split("\n")]
    text = "\n".join(lines)
    if not text.strip("\n") or ("2" not in header and text[0] in " \t\n"):
        raise _UnsureError
    if "+" in header:
        return text
    return text.rstrip("\n") + ("" if "-" in header else "\n")


def _color(color: str) -> str | None:
    return _plain(color) if color else None


def _tags(tags: str) -> tuple[str, ...]:
    if not _TAGS.fullmatch(tags):
        raise _UnsureError
    return tuple(dict.fromkeys(_scalar(f"{tag}\n") for tag in re.findall(_TAG, tags)))


def _via(system: str, via_id: str) -> Via | None:
    return Via(_plain(system), _plain(via_id)) if system else None
