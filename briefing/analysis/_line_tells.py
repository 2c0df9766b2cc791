"""What may stand in a line, as its words tell: looked for once, for all rules that seek something.

The words of a language that tell anything are laid together, so that each word of a text is looked
at once, whoever asks.
"""

from __future__ import annotations

from functools import lru_cache, partial

from briefing.analysis._factors import beside_factors
from briefing.analysis._figure_words import FigureWords, counted_by_one
from briefing.analysis._fractions import fraction_phrases
from briefing.analysis._one_words import around_ones, beside_ones
from briefing.analysis._said import said
from briefing.analysis._spelled import may_begin
from briefing.analysis._telltales import Sought, Telltales


@lru_cache(maxsize=8)
def _telltales(figures: FigureWords) -> Telltales:
    own = figures.own
    words = own.numbers
    return Telltales(
        {
            Sought.ROUNDED: counted_by_one(own, figures.scales),
            Sought.VAGUE: words.vague,
            **fraction_phrases(own),
            **beside_ones(own),
            **beside_factors(own),
            Sought.APPEAL: own.sentences.appeals,
            Sought.FINDING: own.reports.findings,
            Sought.OF_ITSELF: own.reports.itself,
        },
        {
            Sought.SEVERAL: words.several,
            Sought.SCALED: words.scales,
            Sought.EVERY: own.shares.every,
            **around_ones(own),
        },
        {Sought.SPELLED: partial(may_begin, words=figures)} if words.is_spelled else None,
    )


@lru_cache(maxsize=2)
def told(line: str, figures: FigureWords) -> frozenset[Sought]:
    """What may stand in a line, but for numbers in digits.

    Args:
        line: A line of a text, or a sentence of it.
        figures: The words of its language.
    """
    return _telltales(figures).among(said(line))


def telling(line: str, sought: Sought, figures: FigureWords) -> list[str]:
    """What stands between the spaces of a line and tells of one thing that is sought, in order.

    Args:
        line: A line of a text.
        sought: What is looked for.
        figures: The words of its language.
    """
    return _telltales(figures).telling(said(line), sought)
