"""The text of a notes file from `Notes`, with every line kept that nobody touched.

`parse.parse_notes` keeps beside each note the lines it was read from; `format_notes` writes
them again for every note that is still equal to what they say, and only dumps the others.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefing.model.note import Note, Notes
from briefing.notes.layout import comments_above, moved
from briefing.notes.merge import in_order, merge
from briefing.notes.writer import FORMAT, head_entries, note_lines


@dataclass(frozen=True, slots=True)
class NotesFile:
    """What a notes file says, and the lines in which it says it."""

    notes: Notes
    """All of it."""
    format: int = FORMAT
    """The version of the format; a greater one than `FORMAT` can only be read."""
    head: Mapping[str, str] = field(default_factory=dict)
    """The lines of every key above the list, with their comments."""
    raws: Mapping[str, str] = field(default_factory=dict)
    """The lines of every note, by its id."""
    known: Mapping[str, Note] = field(default_factory=dict)
    """What each of those stretches of lines means."""
    list_line: str = "notes:\n"
    """The line above the list."""
    column: int = 0
    """The 0-based column of the list's dashes."""
    has_crlf: bool = False
    """Whether most of its lines end as on Windows."""


def format_notes(notes: Notes, previous: NotesFile | None = None) -> str:
    """Write a notes file.

    Args:
        notes: What it should say.
        previous: The file as it was; its lines are used where they still hold.
    """
    previous = previous or NotesFile(Notes(article=notes.article))
    parts = [_format_head(notes, previous), "notes: []\n"]
    items = [_format_note(note, previous) for note in in_order(notes.notes)]
    items += [moved(item.raw, previous.column) for item in notes.unreadable]
    if items:
        parts[1] = previous.list_line
        parts += [f"\n{item}" for item in items]
    text = "".join(parts)
    return text.replace("\n", "\r\n") if previous.has_crlf else text


def _format_head(notes: Notes, previous: NotesFile) -> str:
    before, after = head_entries(previous.notes), head_entries(notes)
    lines = []
    for key in dict.fromkeys((*previous.head, *after)):
        raw = previous.head.get(key)
        if raw is not None and before.get(key) == after.get(key):
            lines.append(raw)
        elif key in after:
            lines.append(comments_above(raw or "") + after[key])
    return "".join(lines)


def _format_note(item: Note, previous: NotesFile) -> str:
    raw = previous.raws.get(item.id)
    if raw is None:
        return note_lines(item, column=previous.column)
    if previous.known.get(raw) == item:
        return raw
    return comments_above(raw) + note_lines(item, column=previous.column)


def join(base: NotesFile | None, ours: NotesFile, theirs: NotesFile) -> NotesFile:
    """Merge what two files say; their lines are kept where they still hold.

    Args:
        base: What both started from; None where that is not known.
        ours: One version; its layout is taken.
        theirs: The other version.
    """
    notes = merge(base.notes if base else None, ours.notes, theirs.notes)
    head_then, head_now = head_entries(ours.notes), head_entries(notes)
    head = {key: raw for key, raw in ours.head.items() if head_then.get(key) == head_now.get(key)}
    known = {**theirs.known, **ours.known}
    raws = dict(ours.raws)
    if theirs.column == ours.column:
        raws = {**theirs.raws, **raws}
        now = {item.id: item for item in notes.notes}
        raws |= {
            key: raw
            for key, raw in theirs.raws.items()
            if known[raw] == now.get(key) and not comments_above(ours.raws.get(key, ""))
        }
    version = max(ours.format, theirs.format)
    return NotesFile(notes, version, head, raws, known, ours.list_line, ours.column, ours.has_crlf)
