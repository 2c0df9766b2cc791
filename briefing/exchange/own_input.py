"""Our own terms in an annotation that this program wrote."""

from __future__ import annotations

from dataclasses import replace

from briefing.exchange.foreign import ForeignNote
from briefing.exchange.json_input import Json, WrongTypeError, as_object, objects, read_json, string
from briefing.model.errors import FormatError
from briefing.model.note import NOTE_ID, SHA256, About, Conflict, NoteKind, NoteState, Via, Was
from briefing.model.span import Span
from briefing.text.i18n import _


def own_fields(item: Json, draft: ForeignNote) -> ForeignNote:
    """A draft completed by what only this program writes; others' are returned as they are.

    An id that no note of ours could have is not ours.

    Raises:
        WrongTypeError: One of our terms holds what it cannot.
    """
    if not NOTE_ID.fullmatch(string(item, "briefing:id")):
        return draft
    return replace(
        draft,
        id=string(item, "briefing:id"),
        kind=_kind(string(item, "briefing:kind", draft.kind.value)),
        state=_state(string(item, "briefing:state", draft.state.value)),
        rev=_revision(string(item, "briefing:rev")),
        color=string(item, "briefing:color") if "briefing:color" in item else None,
        created=_time(item, "briefing:created", draft.created),
        updated=_time(item, "briefing:updated", draft.updated),
        via=_via(item),
        was=_was(item),
        conflicts=_conflicts(item),
        about=_about(item),
        extra=_extra(item),
    )


def _revision(word: str) -> str:
    if not SHA256.fullmatch(word):
        raise WrongTypeError(_("“{name}” is no SHA-256").format(name="briefing:rev"))
    return word


def _kind(word: str) -> NoteKind:
    try:
        return NoteKind(word)
    except ValueError as error:
        raise WrongTypeError(_("“{word}” is no kind of note").format(word=word)) from error


def _state(word: str) -> NoteState:
    try:
        return NoteState(word)
    except ValueError as error:
        raise WrongTypeError(_("“{word}” is no state of a note").format(word=word)) from error


def _time(item: Json, key: str, known: str | None) -> str | None:
    return string(item, key) if key in item else known


def _inner(item: Json, key: str) -> object:
    """A value that was written as JSON in a text; None where there is none."""
    text = string(item, key)
    if not text:
        return None
    try:
        return read_json(text)
    except FormatError as error:
        raise WrongTypeError(_("“{name}” is not JSON").format(name=key)) from error


def _via(item: Json) -> Via | None:
    match _inner(item, "briefing:via"):
        case None:
            return None
        case [str(system), str() | None as name, dict(extra)]:
            return Via(system, name, extra)
        case _:
            raise WrongTypeError(_("“{name}” is not understood").format(name="briefing:via"))


def _about(item: Json) -> About | None:
    key = "briefing:about"
    match _inner(item, key):
        case None:
            return None
        case [str(document), str(rev), int(start), int(end), str(quote), dict(extra)] if (
            SHA256.fullmatch(rev) and 0 <= start <= end
        ):
            return About(document, rev, Span(start, end), quote, extra)
        case _:
            raise WrongTypeError(_("“{name}” is not understood").format(name=key))


def _was(item: Json) -> tuple[Was, ...]:
    key = "briefing:was"
    return tuple(
        Was(
            quote=string(entry, "quote"),
            rev=string(entry, "rev"),
            date=string(entry, "date"),
            extra=as_object(entry.get("extra", {}), key),
        )
        for entry in objects(_inner(item, key), key)
    )


def _conflicts(item: Json) -> tuple[Conflict, ...]:
    key = "briefing:conflicts"
    return tuple(_conflict(entry) for entry in objects(_inner(item, key), key))


def _conflict(entry: Json) -> Conflict:
    value = entry.get("value")
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        value = tuple(value)
    if not isinstance(value, str | tuple | None):
        raise WrongTypeError(_("“{name}” is not understood").format(name="briefing:conflicts"))
    return Conflict(
        field=string(entry, "field"),
        value=value,
        by=string(entry, "by"),
        updated=string(entry, "updated"),
        extra=as_object(entry.get("extra", {}), "briefing:conflicts"),
    )


def _extra(item: Json) -> Json:
    inner = _inner(item, "briefing:extra")
    return {} if inner is None else as_object(inner, "briefing:extra")
