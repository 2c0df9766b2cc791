"""What the panels say, as rows: each points at the passages it rests on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from briefing.model.anchor import Wording
from briefing.model.article import Section
from briefing.model.brief import Brief, SummaryPoint
from briefing.model.figure import Figure
from briefing.model.mark import MarkKind
from briefing.model.span import Span
from briefing.model.state_list import State
from briefing.session.wording import check_words, figure_phrase
from briefing.text.i18n import _
from briefing.ui.render.density import density_line
from briefing.ui.render.palette import CHANGED_SIGN, GUTTER_SIGNS
from briefing.ui.render.rows import Row, Words, wordings

FIRST = 8
"""Figures that stand before all groups, the most telling ones."""

UNGROUPED = 24
"""So many figures need no groups."""

FEWEST_SECTIONS = 3
"""So many sections make groups."""

DENSITY_CELLS = 10
"""How long the line is that says where a state is named."""
AUTO = "auto"
"""Marks what analysis found and no editor wrote."""


def is_all_auto(entries: Sequence[Figure | SummaryPoint]) -> bool:
    """Whether analysis found all of them: that is said once, beside the title of the panel."""
    return bool(entries) and all(entry.auto for entry in entries)


def summary_rows(brief: Brief) -> list[Row]:
    """The points of the summary."""
    tells_auto = not is_all_auto(brief.summary)
    return [
        Row(
            (
                Words(point.text),
                *_auto(auto=point.auto and tells_auto),
                *_lost(point.span),
                *_wordings(point.changed),
            ),
            spans=_given(point.span),
            ref=f"summary-{_mark(number, point.span if point.auto else None)}",
            sign="•" if point.changed is None else CHANGED_SIGN,
        )
        for number, point in enumerate(brief.summary)
    ]


def figure_rows(brief: Brief, language: str | None, sections: Sequence[Section] = ()) -> list[Row]:
    """The key figures, then the relations between them.

    Args:
        brief: What is known of the article.
        language: That of the article.
        sections: Its sections: of many figures all but the most telling stand in groups by these.
    """
    tells_auto = not is_all_auto(brief.figures)
    rows = [
        Row(
            (
                *_told(figure, language),
                *((Words(f"  {figure.snippet}", "muted"),) if figure.snippet else ()),
                *_auto(auto=figure.auto and tells_auto),
                *_lost(figure.span),
                *_wordings(figure.changed),
            ),
            spans=_from(figure.span, figure.passages),
            ref=f"figure-{_mark(number, figure.span if figure.auto else None)}",
            sign=GUTTER_SIGNS[MarkKind.FIGURE] if figure.changed is None else CHANGED_SIGN,
        )
        for number, figure in enumerate(brief.figures)
    ]
    rows = grouped(rows, sections) if len(rows) > UNGROUPED else rows
    return [*rows, *_check_rows(brief, language, tells_auto=tells_auto)]


def _told(figure: Figure, language: str | None) -> tuple[Words, ...]:
    """A figure and what its label adds to that."""
    phrase = figure_phrase(figure, language)
    label = figure.label_beside(phrase)
    words = Words(phrase, "number", bold=True)
    return (words, Words(f"  {label}", "muted")) if label else (words,)


def grouped(rows: Sequence[Row], sections: Sequence[Section]) -> list[Row]:
    """The first rows as they are, then the others by the sections that they are from.

    A group begins with the heading of its section, which leads there; rows without a passage and
    those of sections without a heading come before all groups.
    """
    if len(sections) < FEWEST_SECTIONS:
        return list(rows)
    groups: dict[int, list[Row]] = {}
    for row in rows[FIRST:]:
        groups.setdefault(_section_of(row, sections), []).append(row)
    found = list(rows[:FIRST])
    for number, group in sorted(groups.items()):
        section = sections[number]
        group.sort(key=lambda row: row.spans[:1])
        if section.heading is not None:
            start = section.span.start
            at = Span(start, min(section.span.end, start + len(section.heading)))
            words = (Words(section.heading, "heading", bold=True),)
            found.append(
                Row(words, spans=(at,), ref=f"section-{start}", max_lines=1, is_heading=True)
            )
        found += group
    return found


def _section_of(row: Row, sections: Sequence[Section]) -> int:
    """The index of the section that a row's first passage is in; 0 where it has none."""
    if not row.spans:
        return 0
    place = row.spans[0].start
    return max(0, bisect_right(sections, place, key=lambda section: section.span.start) - 1)


def _check_rows(brief: Brief, language: str | None, *, tells_auto: bool) -> Iterator[Row]:
    for number, check in enumerate(brief.checks):
        words = check_words(check, brief, language)
        look = "good" if check.holds else "bad"
        claims = () if check.equals is None or check.claim is not None else (check.equals,)
        parts = [brief.figures[index].span for index in (*claims, *check.of)]
        if check.claim is not None:
            parts.insert(0, check.claim.span)
        if check.list_index is not None:
            parts += [item.span for item in brief.lists[check.list_index].items]
        yield Row(
            (
                Words(words.formula),
                Words(f"  {words.verdict}", look, bold=True),
                *((Words(f". {words.remark}", italic=True),) if words.remark else ()),
                *_auto(auto=check.auto and tells_auto),
            ),
            spans=tuple(span for span in parts if span is not None),
            ref=f"check-{check.kind.value}-{_mark(number, parts[0] if check.auto else None)}",
            sign="✓" if check.holds else "✗",
        )


def state_rows(states: Sequence[State], brief: Brief, length: int | None = None) -> list[Row]:
    """The states, the editor's lists first, with where and how often the text names each.

    Args:
        states: The states.
        brief: What is known of the article.
        length: Characters of its reading text; None: nothing is told of where they are named.
    """
    room = max((len(str(len(_places(state)))) for state in states), default=0)
    rows: list[Row] = []
    by_code = {state.code: state for state in states}
    listed: set[str] = set()
    for item_list in brief.lists:
        if item_list.kind != "states":
            continue
        rows.append(_list_title(item_list.title, len(item_list.items), item_list.expected))
        for item in item_list.items:
            state = by_code.get(item.code or "")
            if state is not None and state.code not in listed:
                listed.add(state.code)
                rows.append(_state_row(state, item.span, length, room))
            else:
                said = (Words(item.name), *_wordings(item.changed))
                rows.append(Row(said, spans=_given(item.span), ref=item.name))
    others = [state for state in states if state.code not in listed]
    if others and listed:
        rows.append(Row((Words(_("Others"), "heading", bold=True),), ref="others"))
    return [*rows, *(_state_row(state, None, length, room) for state in others)]


def _list_title(title: str, count: int, expected: int | None) -> Row:
    number = str(count) if expected is None or expected == count else f"{count}/{expected}"
    return Row(
        (Words(f"{title} ", "heading", bold=True), Words(number, "muted")), ref=f"list-{title}"
    )


def _state_row(state: State, listed_at: Span | None, length: int | None, room: int) -> Row:
    """Enter goes to the place in the list first, then through the mentions."""
    places = _places(state)
    mentions = [span for span in places if span != listed_at]
    if listed_at is not None:
        later = [span for span in mentions if span > listed_at]
        mentions = [listed_at, *later, *(span for span in mentions if span < listed_at)]
    return Row(
        (Words(f"{state.code} ", "muted"), Words(state.name)),
        spans=tuple(mentions),
        ref=state.code,
        max_lines=1,
        aside=Words(str(len(places)), "muted"),
        aside_cells=room,
        line="" if length is None else density_line(places, length, DENSITY_CELLS),
    )


def _places(state: State) -> tuple[Span, ...]:
    """Where a state is named; where it never is, its adjectives and its capital stand for it."""
    return state.mentions or state.other_mentions


def _mark(number: int, span: Span | None) -> str:
    """What tells an entry from others also when more are found: its passage, else its number."""
    return str(number) if span is None else f"at-{span.start}"


def _given(span: Span | None) -> tuple[Span, ...]:
    return () if span is None else (span,)


def _from(first: Span | None, places: tuple[Span, ...]) -> tuple[Span, ...]:
    """All places of a row, those behind the one it shows first; then round to those before it."""
    if first is None:
        return ()
    at = places.index(first)
    return (*places[at:], *places[:at])


def _lost(span: Span | None) -> tuple[Words, ...]:
    return () if span is not None else (Words(" " + _("(not in the text)"), "bad"),)


def _wordings(changed: Wording | None) -> tuple[Words, ...]:
    return () if changed is None else (Words("  "), *wordings(changed))


def _auto(*, auto: bool) -> tuple[Words, ...]:
    return (Words(f" {AUTO}", "muted"),) if auto else ()
