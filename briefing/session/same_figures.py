"""Figures of several documents that their author tied together: ``same_as: other.md#wheat``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from briefing.model.errors import BriefingError, NotFoundError
from briefing.model.figure import Figure
from briefing.model.finding import Finding, Rule, finding_at
from briefing.session.document_links import split_target
from briefing.session.neighbours import Neighbours
from briefing.session.reading import Reading
from briefing.session.wording import figure_phrase
from briefing.text.i18n import _
from briefing.text.slugs import slugs

_NUMBERED = re.compile(r"figure-([0-9]{1,6})")


def check_same_figures(reading: Reading, neighbours: Neighbours) -> Iterator[Finding]:
    """The figures of a document, its brief made, that are not what their twins elsewhere are."""
    entries = reading.document.front_matter.figures
    for entry, figure in zip(entries, reading.brief.figures, strict=False):
        if entry.same_as is None:
            continue
        line = entry.quote.line_number if entry.quote else entry.line_number
        place = reading.where if line is None else f"{reading.where}:{line}"
        try:
            other = _twin(reading, entry.same_as, neighbours)
        except BriefingError as error:
            yield finding_at(Rule.SAME_AS, f"{entry.same_as}: {error.what}", place)
            continue
        if _value(figure) != _value(other):
            language = reading.article.language
            said = _("{label} is {this} here and {that} in {target}").format(
                label=entry.label or entry.same_as,
                this=figure_phrase(figure, language),
                that=figure_phrase(other, language),
                target=entry.same_as,
            )
            yield finding_at(Rule.SAME_AS, said, place)


def _twin(reading: Reading, target: str, neighbours: Neighbours) -> Figure:
    """The figure that an address names.

    Raises:
        BriefingError: There is no such document, or no such figure in it.
    """
    path, _rev, anchor = split_target(target)
    home = reading.source.path
    other = neighbours.open((Path() if home is None else home.parent) / path) if path else reading
    if other is not reading:
        other.make_brief()
    index = _index_of(anchor, other.brief.figures)
    if index is None:
        raise NotFoundError(_("there is no such figure"))
    return other.brief.figures[index]


def _index_of(anchor: str, figures: Sequence[Figure]) -> int | None:
    """The figure of a label, or of a number as an exported page counts them from 1."""
    names = list(slugs(figure.label or "" for figure in figures))
    wanted = anchor.casefold().replace(" ", "-")
    for name in (wanted, wanted.removeprefix("figure-")):
        if name and name in names:
            return names.index(name)
    numbered = _NUMBERED.fullmatch(anchor)
    index = int(numbered[1]) - 1 if numbered else -1
    return index if 0 <= index < len(figures) else None


def _value(figure: Figure) -> tuple[object, ...]:
    return figure.value, figure.upper, figure.magnitude
