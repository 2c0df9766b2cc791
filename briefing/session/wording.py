"""How the panels put figures and checks into words, in the article's language.

What writes numbers is loaded with the first of them: the panels are on the screen before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.model.brief import Brief
from briefing.model.figure import Check, CheckKind, Figure
from briefing.text.i18n import _

if TYPE_CHECKING:  # what places notes is loaded when there are some
    from briefing.session.placing import PlacedNote


@dataclass(frozen=True, slots=True)
class CheckWords:
    """A check as a panel shows it."""

    formula: str
    """The relation, with the sign that its values give: ``11.000 + 3.000 = 14.000``."""
    verdict: str
    """Whether it holds, in a word."""
    remark: str
    """What a careful reader should know; empty for nothing."""


def wording_words(placed: PlacedNote) -> str:
    """The quote of a note; where its words are others now, both wordings."""
    return both_wordings(placed.note.quote, placed.match.now)


def both_wordings(quote: str, now: str | None) -> str:
    """A quote between its marks, and beside it the words that stand there now, if these differ."""
    if now is None:
        return f"«{quote}»"
    return _("was «{quote}» now «{now}»").format(quote=quote, now=now)


def figure_phrase(figure: Figure, language: str | None) -> str:
    """A figure with qualifier, number and unit: ``oltre 11.000 soldati``.

    An order of magnitude that analysis found is said as the text says it: its value knows neither
    how many of them there are nor where "more" stands.
    """
    if figure.is_worded or (figure.auto and figure.value is None and figure.text):
        return " ".join(figure.text.split())
    from briefing.analysis import numbers  # noqa: PLC0415 - see above

    return numbers.phrase(figure, language)


def check_words(check: Check, brief: Brief, language: str | None) -> CheckWords:
    """A check in words, all of them computed from the values."""
    return CheckWords(
        formula=_formula(check, brief, language),
        verdict=_("holds") if check.holds else _("does not hold"),
        remark=check.remark or "",
    )


def _formula(check: Check, brief: Brief, language: str | None) -> str:
    from briefing.analysis import numbers  # noqa: PLC0415 - see above

    claim = brief.claimed(check)
    if check.kind is CheckKind.COUNT and check.list_index is not None:
        item_list = brief.lists[check.list_index]
        named = numbers.written(len(item_list.items), language)
        said = item_list.expected if claim is None else claim.value
        text = _("{count} named {sign} {said} said").format(
            count=named,
            sign=_sign(check),
            said="?" if said is None else numbers.written(said, language),
        )
        return f"{item_list.title}: {text}"
    parts = [numbers.phrase(brief.figures[index], language) for index in check.of]
    joined = " + ".join(parts) if check.kind is CheckKind.SUM else " · ".join(parts)
    claimed = "?" if claim is None else numbers.phrase(claim, language)
    return f"{joined} {_sign(check)} {claimed}"


def _sign(check: Check) -> str:
    if not check.holds:
        return "≠"
    return "≈" if check.kind is CheckKind.RESTATEMENT else "="
