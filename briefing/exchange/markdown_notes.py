"""Notes as a Markdown document for people: by section, each with its passage and its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from briefing.exchange import markup
from briefing.exchange.citation import reference
from briefing.exchange.origin import Origin
from briefing.exchange.own_words import KINDS, STATES, color_name
from briefing.exchange.placing import Placed, other_wording, place
from briefing.model.anchor import Match, MatchState
from briefing.model.article import Article
from briefing.model.note import Note
from briefing.text.i18n import _, ngettext


def export(
    article: Article, notes: Sequence[Note], matches: Mapping[str, Match], origin: Origin
) -> str:
    """Write notes for people.

    Args:
        article: The article of today.
        notes: The notes to write; all of them are.
        matches: Where each is today, by id.
        origin: Where the article came from, and how links name it.

    Returns:
        A Markdown document. A title, a line about the source, then the notes by section, in the
        order of the text; those without a passage stand at the end with the words they were
        written on. No text of a note or of the article acts as markup.
    """
    placed, orphans = place(article, notes, matches)
    blocks = [*_head(article, len(notes), origin), *sections(article, placed, orphans, origin)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def sections(
    article: Article,
    placed: Sequence[Placed],
    orphans: Sequence[Placed],
    origin: Origin,
    *,
    level: int = 2,
) -> Iterator[str]:
    """Notes by section as blocks, under headings of some level."""
    mark = "#" * level
    for index, group in groupby(placed, key=lambda one: one.section):
        yield f"{mark} {_section_name(article, index)}"
        yield from _joined(_note(article, one, origin) for one in group)
    if orphans:
        yield f"{mark} {markup.inline(_('Notes without a passage'))}"
        yield markup.inline(_("The article no longer has the words they were written on."))
        yield from _joined(_note(article, one, origin) for one in orphans)


def _head(article: Article, count: int, origin: Origin) -> Iterable[str]:
    title = _("Notes on “{title}”").format(title=article.title or article.name)
    yield f"# {markup.inline(title)}"
    counted = ngettext("{count} note", "{count} notes", count).format(count=count)
    yield f"{reference(article, None, origin, markdown=True)} · {counted}"


def _section_name(article: Article, index: int | None) -> str:
    if index is None:
        return markup.inline(_("Title"))
    return markup.inline(article.sections[index].heading or "") or markup.inline(_("Beginning"))


def _joined(notes: Iterable[str]) -> list[str]:
    """The notes with a rule between them."""
    written = list(notes)
    return [part for note in written for part in (note, "---")][:-1]


def _note(article: Article, placed: Placed, origin: Origin) -> str:
    note = placed.note
    source = reference(article, placed.span, origin, markdown=True)
    parts = [
        _wordings(placed),
        _facts(placed),
        markup.paragraphs(note.text),
        _about(note),
        *_disputed(note),
        f"— {source} · {_link(note, origin)}",
    ]
    return "\n\n".join(part for part in parts if part)


def _wordings(placed: Placed) -> str:
    """The passage as a block quote; where its words are others now, both wordings."""
    quote, now = placed.note.quote, placed.match.now
    if now is None:
        return markup.quoted(quote)
    was_now = ((_("was"), quote), (_("now"), now))
    return "\n>\n".join(f"> **{label}:**\n>\n{markup.quoted(said)}" for label, said in was_now)


def _link(note: Note, origin: Origin) -> str:
    """What leads to the note: its article's file, which this program opens at the passage."""
    if not origin.is_file:
        return markup.inline(note.id)
    address = f"{origin.address}#note-{note.id}"
    return markup.link(address, address)


def _about(note: Note) -> str:
    """The passage of another document that the note is about, too."""
    about = note.about
    if about is None:
        return ""
    address = f"{about.document}?rev={about.rev[:12]}#p-{about.at.start}-{about.at.end}"
    words = other_wording(about)
    return f"→ {markup.link(about.document, address)}: {markup.within(words)}"


def _disputed(note: Note) -> Iterator[str]:
    """What others wrote in place of what stands in the note, until somebody settles it."""
    for one in note.conflicts:
        value = ", ".join(one.value) if isinstance(one.value, tuple) else one.value or ""
        said = _("In dispute: {by} wrote for “{field}”: {value}")
        yield markup.paragraphs(said.format(by=one.by, field=one.field, value=value))


def _facts(placed: Placed) -> str:
    """The line that says what a note is, whose and when."""
    note = placed.note
    color = color_name(note.color)
    unsure = placed.match.state is MatchState.UNCERTAIN
    facts = [
        color,
        STATES[note.state](),
        _("place uncertain") if unsure else "",
        _("words changed") if placed.match.changed else "",
        " ".join(markup.tag(tag) for tag in note.tags),
        note.by,
        note.created.partition("T")[0],
    ]
    written = [markup.within(fact) for fact in facts if fact]
    return " · ".join([f"**{markup.inline(KINDS[note.kind]())}**", *written])
