"""Reading the entries of an import one by one: a broken one is named, the others are kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from briefing.exchange.foreign import ForeignNote, Imported
from briefing.exchange.json_input import WrongTypeError
from briefing.model.errors import Fault, FormatError
from briefing.text.i18n import _, ngettext
from briefing.text.local_forms import number

Entry = TypeVar("Entry")


def read_entries(
    entries: Sequence[Entry], read: Callable[[Entry], ForeignNote | None], where: str | None = None
) -> Imported:
    """Read each entry; those that cannot be read become faults.

    Args:
        entries: What the file holds.
        read: Makes a draft of one, or None where it holds no note at all.
        where: The file, for messages.

    Raises:
        FormatError: There are entries, and none of them can be read.
    """
    drafts: list[ForeignNote] = []
    faults: list[Fault] = []
    for position, entry in enumerate(entries, start=1):
        try:
            draft = read(entry)
        except WrongTypeError as error:
            faults.append(Fault(str(error), where=_place(where, position)))
        else:
            drafts += [] if draft is None else [draft]
    if faults and len(faults) == len(entries):
        raise FormatError(faults[0].what, where=faults[0].where, remedy=_("nothing was read"))
    return Imported(tuple(drafts), tuple(faults))


def _place(where: str | None, position: int) -> str:
    entry = _("entry {number}").format(number=position)
    return f"{where}, {entry}" if where else entry


def within(imported: Imported, text: str) -> Imported:
    """Drop places that lie beyond the article's text, and say so; their quotes are kept.

    Places of notes that this program wrote count in a text of their own and stay.

    Args:
        imported: What was read.
        text: The reading text; when it is empty, nothing is known and all stays.
    """
    if not text:
        return imported
    drafts = [_inside(draft, len(text)) for draft in imported.drafts]
    count = sum(new is not old for new, old in zip(drafts, imported.drafts, strict=True))
    if not count:
        return imported
    what = ngettext(
        "{count} place lies beyond the end of the article, so only its quote counts",
        "{count} places lie beyond the end of the article, so only their quotes count",
        count,
    )
    return Imported(tuple(drafts), (*imported.faults, Fault(what.format(count=number(count)))))


def _inside(draft: ForeignNote, length: int) -> ForeignNote:
    span = draft.anchor.span
    if draft.rev is not None or span is None or span.end <= length:
        return draft
    return replace(draft, anchor=replace(draft.anchor, span=None))
