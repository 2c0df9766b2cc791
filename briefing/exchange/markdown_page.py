"""An article with its panels and notes as one Markdown document for people.

What the program knows comes first, then the text as it stands in its file, and at the end, in
short, what an import left out of it; before the text where a code block at its end may be open.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence

from briefing.exchange import markup
from briefing.exchange.markdown_notes import sections
from briefing.exchange.origin import Origin
from briefing.exchange.placing import section_at
from briefing.exchange.sheet import Sheet
from briefing.exchange.visible import one_line
from briefing.model.anchor import Wording
from briefing.model.article import BlockKind
from briefing.model.brief import Remark, SummaryPoint, TextWarning
from briefing.model.panels import PANELS, TITLES
from briefing.model.span import Span
from briefing.text.i18n import _, ngettext
from briefing.text.local_forms import number

_CLOSED = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH})
"""Kinds of blocks that end at an empty line."""

_DROPPED_SHOWN, _DROPPED_WIDTH = 5, 80
"""How many lines that were left out are shown, and characters of each."""

_UNDERLINE = re.compile(r" {0,3}=+[ \t]*$")


def markdown_page(sheet: Sheet, body: str, body_line: int) -> str:
    """Write the document.

    Args:
        sheet: The article and what is known about it.
        body: The source of the text, without front matter.
        body_line: The line of the file where the body begins, 1-based.

    Returns:
        Markdown. No text of a note or of the front matter acts as markup; the body is as it was.
    """
    article = sheet.article
    blocks = [f"# {markup.inline(article.title or article.name)}"]
    blocks += [_about(sheet.origin)]
    for title, entries in _panels(sheet):
        if entries:
            listed = "\n".join(f"- {entry}" for entry in entries)
            blocks += [f"## {markup.inline(title)}", listed]
    notes = list(sections(article, sheet.notes, sheet.orphans, sheet.origin, level=3))
    blocks += [f"## {markup.inline(_(TITLES['notes']))}", *notes] if notes else []
    text = ["---", _without_title(sheet, body, body_line).strip("\n")]
    dropped = list(_dropped(sheet))
    blocks += [*dropped, *text] if _may_swallow(sheet) else [*text, *dropped]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _about(origin: Origin) -> str:
    """Where the text came from, on one line."""
    source = markup.inline(origin.source or "")
    if origin.url:
        source = markup.link(origin.url, origin.url)
    version = _("version {digits}").format(digits=origin.version) if origin.version else ""
    facts = (", ".join(origin.authors), origin.site or "", source, origin.day or "", version)
    written = (fact if fact is source else markup.within(fact) for fact in facts)
    return ", ".join(fact for fact in written if fact)


def _panels(sheet: Sheet) -> Iterator[tuple[str, list[str]]]:
    """The panels that rest on the text, each with its title; a list of the editor has its own."""
    contents = _contents(sheet)
    for panel in PANELS:
        if panel.name == "states":
            for item_list in sheet.brief.lists:
                title = f"{item_list.title} ({len(item_list.items)})"
                yield title, [markup.inline(item.name) for item in item_list.items]
        if panel.name in contents:
            yield _(panel.title), contents[panel.name]


def _contents(sheet: Sheet) -> dict[str, list[str]]:
    """The entries of each panel, by its name; lists and notes are written elsewhere."""
    brief = sheet.brief
    return {
        "summary": [f"{markup.inline(p.text)}{_below(sheet, p)}" for p in brief.summary],
        "figures": list(_figures(sheet)),
        "checks": [
            f"{'✓' if check.holds else '✗'} {markup.within(line.formula)}"
            f" **{markup.inline(line.verdict)}** {markup.within(line.remark)}".rstrip()
            for check, line in zip(brief.checks, sheet.checks, strict=True)
        ],
        "states": [f"{markup.inline(s.name)} ({markup.within(s.code)})" for s in brief.states],
        "remarks": _comments(sheet, brief.remarks),
        "warnings": _comments(sheet, brief.warnings),
    }


def _dropped(sheet: Sheet) -> Iterator[str]:
    """What an import left out, in short: whoever wants all of it finds it in the article's file."""
    lines = sheet.brief.dropped
    if not lines:
        return
    title = next(panel.title for panel in PANELS if panel.name == "dropped")
    yield f"## {markup.inline(_(title))}"
    shown = [f"- {markup.inline(_shortened(line))}" for line in lines[:_DROPPED_SHOWN]]
    rest = len(lines) - _DROPPED_SHOWN
    if rest > 0:
        more = ngettext("{count} more line", "{count} more lines", rest)
        shown.append(f"- {markup.inline(more.format(count=number(rest)))}")
    yield "\n".join(shown)


def _shortened(line: str) -> str:
    return textwrap.shorten(one_line(line), _DROPPED_WIDTH, placeholder=" …")


def _may_swallow(sheet: Sheet) -> bool:
    """Whether the text ends in a block that may be open still, so that nothing may follow it."""
    count = sheet.document.chunk_count
    blocks = sheet.document.chunk(count - 1).blocks if count else ()
    return bool(blocks) and blocks[-1].kind not in _CLOSED


def _figures(sheet: Sheet) -> Iterator[str]:
    for figure, phrase in zip(sheet.brief.figures, sheet.figures, strict=True):
        said = figure.label_beside(phrase)
        label = f" – {markup.within(said)}" if said else ""
        yield f"**{markup.inline(phrase)}**{label}{_at(sheet, figure.span, figure.changed)}"


def _comments(sheet: Sheet, given: Sequence[Remark | TextWarning]) -> list[str]:
    changed = ((one, one.changed if isinstance(one, Remark) else None) for one in given)
    return [f"{markup.inline(one.text)}{_at(sheet, one.span, both)}" for one, both in changed]


def _below(sheet: Sheet, point: SummaryPoint) -> str:
    """Where a summary point is from; its passage only where that has other words."""
    words = "" if point.span is None else point.span.of(sheet.article.text)
    is_same = point.changed is None and one_line(words) == one_line(point.text)
    return _section(sheet, point.span) if is_same else _at(sheet, point.span, point.changed)


def _at(sheet: Sheet, span: Span | None, changed: Wording | None = None) -> str:
    """The passage that something rests on, in words, and its section; both wordings if it has."""
    if span is None:
        return f" {markup.within(_('(not in the text)'))}"
    where = _section(sheet, span)
    if changed is not None:
        was, now = markup.within(changed.was), markup.within(changed.now)
        return f" – **{_('was')}** “{was}” **{_('now')}** “{now}”{where}"
    return f" – “{markup.within(span.of(sheet.article.text))}”{where}"


def _section(sheet: Sheet, span: Span | None) -> str:
    section = None if span is None else section_at(sheet.article, span)
    if section is None or not section.heading:
        return ""
    return " – " + _("section “{heading}”").format(heading=markup.within(section.heading))


def _without_title(sheet: Sheet, body: str, body_line: int) -> str:
    """The source without the heading that gives the title, which stands above already."""
    chunk = sheet.document.chunk(0) if sheet.document.chunk_count else None
    first = chunk.blocks[0] if chunk is not None and chunk.blocks else None
    lines = body.split("\n")
    if first is None or first.kind is not BlockKind.TITLE or first.line_number < body_line:
        return body
    start = end = first.line_number - body_line
    if not lines[start].lstrip().startswith("#"):
        while end < len(lines) and _UNDERLINE.match(lines[end]) is None:
            end += 1
    return "\n".join((*lines[:start], *lines[end + 1 :]))
