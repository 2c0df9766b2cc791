"""From the characters of a notes file to `Notes`, each note with the lines it was read from.

A file that is laid out as ours is read note by note, so that one that is broken does not take its
neighbours with it; any other is read as a whole, and its own lines are not kept.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping
from dataclasses import replace

from briefing.model.errors import FormatError
from briefing.model.note import Note, Notes, Revision, UnreadableNote
from briefing.notes.conflicted import Side, sides
from briefing.notes.fast import fast_note
from briefing.notes.format import NotesFile, join
from briefing.notes.layout import MAX_NOTES, Stretch, has_conflict_markers, moved, split
from briefing.notes.merge import in_order, merge_note
from briefing.notes.schema import guess_id, note, revision
from briefing.notes.writer import FORMAT, as_item, note_lines
from briefing.text.i18n import _
from briefing.text.strict_yaml import Node, parse
from briefing.text.strict_yaml_writer import NEEDS_ESCAPE, flow

_HEAD_KEYS = frozenset({"format", "article", "title", "language", "revisions", "notes"})


def parse_notes(
    text: str, *, where: str, article: str = "", known: Mapping[str, Note] | None = None
) -> NotesFile:
    """Read a notes file, also one in which git left both sides of a merge.

    Args:
        text: The whole file.
        where: Its name, for messages.
        article: The article's name, where the file does not give it.
        known: Notes by their lines, from an earlier `NotesFile`; spares reading them again.

    Raises:
        FormatError: If the file as a whole cannot be read. A single note that cannot be read is
            no reason; it is among `Notes.unreadable`.
    """
    has_crlf = text.count("\r\n") * 2 > text.count("\n")
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    text = text if text.endswith("\n") or not text else f"{text}\n"
    if has_conflict_markers(text):
        found = _parse_sides(text, where, article)
    else:
        found = _Reading(text, where, article, known or {}).file()
    return replace(found, has_crlf=has_crlf)


def _parse_sides(text: str, where: str, article: str) -> NotesFile:
    ours, base, theirs = sides(text, where)
    return join(
        None if base is None else _parse_side(base, where, article),
        _parse_side(ours, where, article),
        _parse_side(theirs, where, article),
    )


def _parse_side(side: Side, where: str, article: str) -> NotesFile:
    try:
        found = _Reading(side.text, where, article, {}).file()
    except FormatError as error:
        line_number = int((error.where or "").rpartition(":")[2] or 1)
        place = f"{where}:{side.line_number(line_number)}"
        raise FormatError(error.what, where=place, remedy=error.remedy) from error
    unreadable = tuple(
        replace(item, line_number=side.line_number(item.line_number))
        for item in found.notes.unreadable
    )
    return replace(found, notes=replace(found.notes, unreadable=unreadable))


class _Reading:
    """One reading of one text without conflict markers."""

    def __init__(self, text: str, where: str, article: str, known: Mapping[str, Note]) -> None:
        self._text = text
        self._where = where
        self._article = article
        self._known = known
        self._is_unusual = NEEDS_ESCAPE.search(text) is not None
        self._notes: dict[str, Note] = {}
        self._raws: dict[str, str] = {}
        self._unreadable: list[UnreadableNote] = []

    def file(self) -> NotesFile:
        layout = split(self._text)
        head = None if layout is None else self._head(layout.head)
        if layout is None or head is None:
            return self._whole()
        if len(layout.notes) > MAX_NOTES:
            spot = f"{self._where}:{layout.notes[MAX_NOTES].line_number}"
            raise FormatError(_("there are too many notes"), where=spot)
        by_aliases = None
        for index, stretch in enumerate(layout.notes):
            try:
                self._add(self._read(stretch, layout.column), stretch)
            except FormatError as error:
                if by_aliases is None:
                    by_aliases = self._read_whole(len(layout.notes))
                if index in by_aliases:
                    self._add(by_aliases[index], Stretch("", stretch.line_number))
                else:
                    self._refuse(stretch, error)
        fields = {key: node for key, (_raw, node) in head.items()}
        raws = {key: raw for key, (raw, _node) in head.items()}
        return self._result(fields, raws, layout.list_line, layout.column)

    def _head(self, stretches: Iterable[Stretch]) -> dict[str, tuple[str, Node]] | None:
        """The keys above the list; None where they cannot be read one by one."""
        head: dict[str, tuple[str, Node]] = {}
        for stretch in stretches:
            try:
                node = parse(stretch.raw, where=self._where, first_line=stretch.line_number)
            except FormatError:
                return None
            if len(node.fields) != 1 or not {"notes", *head}.isdisjoint(node.fields):
                return None
            head |= {key: (stretch.raw, value) for key, value in node.fields.items()}
        return head

    def _read(self, stretch: Stretch, column: int) -> Note:
        known = self._known.get(stretch.raw)
        if known is not None:
            return known
        if not (self._is_unusual and NEEDS_ESCAPE.search(stretch.raw)):
            fast = fast_note(moved(stretch.raw, 0) if column else stretch.raw)
            if fast is not None:
                return fast
        node = parse(stretch.raw, where=self._where, first_line=stretch.line_number)
        if len(node.items) != 1:
            raise node.error(_("a note should be an item of the list"))
        return note(node.items[0])

    def _read_whole(self, count: int) -> dict[int, Note]:
        """Notes that can only be read with the file around them, since they use its aliases."""
        if "&" not in self._text or "*" not in self._text:
            return {}
        try:
            items = parse(self._text, where=self._where).nodes("notes")
        except FormatError:
            return {}
        # With fewer items than dashes some note has swallowed others; better to refuse it alone.
        return _readable(items) if len(items) == count else {}

    def _add(self, found: Note, stretch: Stretch) -> None:
        other = self._notes.get(found.id)
        if other is None:
            self._notes[found.id] = found
            if stretch.raw:
                self._raws[found.id] = stretch.raw
        elif _is_same_passage(found, other):
            self._notes[found.id] = merge_note(None, found, other)
            self._raws.pop(found.id, None)
        else:
            what = _("the id “{id}” stands twice").format(id=found.id)
            raw = stretch.raw or note_lines(found)
            error = FormatError(what, remedy=_("give this note another one"))
            self._refuse(Stretch(raw, stretch.line_number), error)

    def _refuse(self, stretch: Stretch, error: FormatError) -> None:
        reason = str(FormatError(error.what, remedy=error.remedy))
        self._unreadable.append(
            UnreadableNote(stretch.line_number, reason, stretch.raw, guess_id(stretch.raw))
        )

    def _whole(self) -> NotesFile:
        """The general way, for a file laid out in another way: its own lines are not kept."""
        root = parse(self._text, where=self._where)
        if not root.is_mapping and not root.is_null:
            raise root.error(_("this is no notes file"), _("choose another file"))
        for item in root.nodes("notes"):
            try:
                self._add(note(item), Stretch("", item.line_number))
            except FormatError as error:
                self._refuse(Stretch(_as_item(item), item.line_number), error)
        return self._result(root.fields, {}, "notes:\n" if "notes" in root.fields else None, 0)

    def _result(
        self,
        fields: Mapping[str, Node],
        head: Mapping[str, str],
        list_line: str | None,
        column: int,
    ) -> NotesFile:
        version = self._version(fields, list_line is not None)
        notes = Notes(
            article=_words(fields, "article") or self._article,
            title=_words(fields, "title"),
            language=_words(fields, "language"),
            revisions=self._revisions(fields.get("revisions")),
            notes=in_order(self._notes.values()),
            unreadable=tuple(self._unreadable),
            extra={key: node.plain() for key, node in fields.items() if key not in _HEAD_KEYS},
        )
        known = {raw: self._notes[id_] for id_, raw in self._raws.items()}
        line = "notes:\n" if list_line is None else list_line
        return NotesFile(notes, version, head, self._raws, known, line, column)

    def _version(self, fields: Mapping[str, Node], has_list: bool) -> int:
        node = fields.get("format")
        if node is not None:
            version = node.as_integer("format")
            if version is None or version < 1:
                raise node.error(_("“format” should be 1"))
            return version
        if fields and not has_list:
            raise FormatError(
                _("this is no notes file"),
                where=f"{self._where}:1",
                remedy=_("choose another file"),
            )
        return FORMAT

    def _revisions(self, node: Node | None) -> tuple[Revision, ...]:
        if node is None or node.is_null:
            return ()
        if not node.is_sequence:
            node.report_type("revisions", _("a list"))
        found = {item.sha256: item for item in map(revision, node.items)}
        return tuple(sorted(found.values(), key=lambda item: (item.date, item.sha256)))


def _words(fields: Mapping[str, Node], key: str) -> str | None:
    node = fields.get(key)
    if node is None or node.is_null:
        return None
    return node.value if isinstance(node.value, str) else node.as_string(key)


def _readable(items: Iterable[Node]) -> dict[int, Note]:
    found = {}
    for index, item in enumerate(items):
        with contextlib.suppress(FormatError):
            found[index] = note(item)
    return found


def _is_same_passage(one: Note, two: Note) -> bool:
    return (one.created, one.rev, one.at, one.quote) == (two.created, two.rev, two.at, two.quote)


def _as_item(node: Node) -> str:
    value = node.plain()
    return as_item(value) if isinstance(value, dict) and value else f"- {flow(value)}\n"
