"""An article with its front matter completed by what analysis found: a draft for an editor."""

from __future__ import annotations

from dataclasses import replace

from briefing.anchoring import describe, find_quote
from briefing.model.figure import Figure
from briefing.model.front_matter import (
    FigureEntry,
    FrontMatter,
    ItemEntry,
    ListEntry,
    Quote,
    SummaryEntry,
)
from briefing.model.span import Span
from briefing.model.state_list import ItemList
from briefing.parsing.front_matter_writer import render_front_matter
from briefing.session.reading import Reading


def completed_markdown(reading: Reading) -> str:
    """The article's source, under front matter that states all that the panels show.

    What the editor wrote stays as it is; only what is missing is added.
    """
    return render_front_matter(completed(reading)) + reading.document.body


def completed(reading: Reading) -> FrontMatter:
    """The front matter with what analysis found in the place of what the editor left out."""
    given, brief, text = reading.document.front_matter, reading.brief, reading.article.text
    return replace(
        given,
        title=given.title or reading.article.title,
        language=given.language or reading.article.language,
        summary=given.summary
        or tuple(SummaryEntry(point.text, quote_of(text, point.span)) for point in brief.summary),
        figures=given.figures or tuple(_figure(text, figure) for figure in brief.figures),
        lists=given.lists or tuple(_list(text, item_list) for item_list in brief.lists),
    )


def quote_of(text: str, span: Span | None) -> Quote | None:
    """A passage in words, with its surroundings only where the words alone would not tell."""
    if span is None:
        return None
    exact = span.of(text)
    if find_quote(text, exact)[:1] == [span]:
        return Quote(exact)
    anchor = describe(text, span)
    return Quote(exact, anchor.before, anchor.after)


def _figure(text: str, figure: Figure) -> FigureEntry:
    return FigureEntry(
        label=figure.label,
        value=figure.value,
        magnitude=figure.magnitude,
        qualifier=figure.qualifier,
        unit=figure.unit,
        quote=quote_of(text, figure.span),
    )


def _list(text: str, item_list: ItemList) -> ListEntry:
    return ListEntry(
        title=item_list.title,
        kind=item_list.kind,
        expected=item_list.expected,
        items=tuple(
            ItemEntry(item.name, item.code, item.also, quote_of(text, item.span))
            for item in item_list.items
        ),
    )
