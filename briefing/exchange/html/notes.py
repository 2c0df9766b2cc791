"""The notes of a page: each with its words, its passage and the way there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.exchange.citation import page_words
from briefing.exchange.html.panels import passage_id
from briefing.exchange.html.passages import Passages
from briefing.exchange.html.write import items, panel, paragraphs, words
from briefing.exchange.own_words import KINDS, STATES, color_name
from briefing.exchange.placing import Placed, other_wording
from briefing.exchange.sheet import Sheet, Statement, note_ref
from briefing.model.anchor import MatchState
from briefing.model.note import COLORS, Conflict, Note
from briefing.model.panels import TITLES
from briefing.text.i18n import _


def notes_panel(
    sheet: Sheet, passages: Passages, found: list[Statement], attributes: str = ""
) -> str:
    """All notes; those without a passage stand at the end.

    Args:
        sheet: What is known about the article.
        passages: Those of the text, which is written already.
        found: The statements that have a passage.
        attributes: Of elements in the interface's own language.
    """
    spans = {one.ref: one.span for one in found}
    count = len(sheet.notes)
    entries = []
    for number, placed in enumerate((*sheet.notes, *sheet.orphans), 1):
        ref = note_ref(placed.note.id, number)
        quote = _quote(placed, attributes)
        if number <= count and ref in spans:
            said = _("Passage of note N{number}").format(number=number)
            quote = passages.link(passage_id(spans[ref]), quote, "")
            label = passages.link(passage_id(spans[ref]), f"N{number}", said)
        else:
            label = f"N{number}"
        span = placed.span
        pages = () if span is None else sheet.article.pages_of(span)
        entries.append(_entry(placed, ref, label, quote, attributes, pages))
    listed = items("ul", entries[:count])
    if sheet.orphans:
        title = words(_("Notes without a passage"))
        listed += f"\n<h3{attributes}>{title}</h3>\n{items('ul', entries[count:])}"
    return panel("notes", _(TITLES["notes"]), listed, attributes)


def _entry(
    placed: Placed, ref: str, label: str, quote: str, attributes: str, pages: Sequence[str]
) -> str:
    note = placed.note
    swatch = ""
    if note.color in COLORS:
        swatch = f' <span class="swatch note-{note.color}" aria-hidden="true"></span>'
    tags = "".join(f' <span class="tag">#{words(tag)}</span>' for tag in note.tags)
    return (
        f'<li id="{ref}" class="entry kind-{note.kind.value}">\n'
        f'<p class="facts"><span class="sign">{label}</span>{swatch}'
        f" <span{attributes}>{' · '.join(_facts(placed, pages))}</span>{tags}</p>\n"
        f"<blockquote><p>{quote}</p></blockquote>\n"
        f"{paragraphs(note.text)}\n{_about(note)}"
        f"{''.join(_conflicts(note.conflicts, attributes))}</li>"
    )


def _about(note: Note) -> str:
    """The passage of another document that the note is about, too."""
    if note.about is None:
        return ""
    return (
        f'<p class="about">→ <cite>{words(note.about.document)}</cite>:'
        f" {words(other_wording(note.about))}</p>\n"
    )


def _quote(placed: Placed, attributes: str) -> str:
    """The passage; where its words are others now, both wordings."""
    quote, now = words(placed.note.quote) or "…", placed.match.now
    if now is None:
        return quote
    was_now = ((_("was"), quote), (_("now"), words(now) or "…"))
    return "<br>\n".join(
        f'<span class="label"{attributes}>{words(label)}:</span> {said}' for label, said in was_now
    )


def _facts(placed: Placed, pages: Sequence[str]) -> Iterator[str]:
    """What a note is, whose and when."""
    note = placed.note
    yield f"<strong>{words(KINDS[note.kind]())}</strong>"
    unsure = placed.match.state is MatchState.UNCERTAIN
    facts = (
        color_name(note.color),
        STATES[note.state](),
        _("place uncertain") if unsure else "",
        _("words changed") if placed.match.changed else "",
        page_words(pages),
        note.by,
        note.created.partition("T")[0],
    )
    yield from (words(fact) for fact in facts if fact)


def _conflicts(conflicts: tuple[Conflict, ...], attributes: str) -> Iterator[str]:
    for one in conflicts:
        value = ", ".join(one.value) if isinstance(one.value, tuple) else one.value or ""
        said = _("In dispute: {by} wrote for “{field}”: {value}")
        told = words(said.format(by=one.by, field=one.field, value=value))
        yield f'<p class="conflict"{attributes}>{told}</p>'
