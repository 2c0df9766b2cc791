"""What an editor did to a quotation: what an ellipsis leaves out, and what brackets put in.

Shortening and explaining are fair as long as they turn nothing: a number, a negation or a word that
says how sure something is must not go, and no negation may come.
"""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.analysis.weighing import weights
from briefing.languages.load import language_of
from briefing.languages.phrases import any_of
from briefing.model.change import Weighs
from briefing.text.fold import fold_text

_SERIOUS = (Weighs.NEGATION, Weighs.FIGURE, Weighs.QUALIFIER)
"""What must not be left out, the worst first."""
_IN_PARENTHESES = re.compile(r"\([^()\n]*\)")


def weigh_omission(source: str, language: str | None, before: str, after: str) -> Weighs | None:
    """What is serious about words that an ellipsis leaves out; None for nothing.

    Args:
        source: The words.
        language: Of the source, BCP 47.
        before: Some words that stand before them.
        after: Some words that stand behind them.
    """
    lost = set(weights(source, "", language, before=before, after=after))
    return next((kind for kind in _SERIOUS if kind in lost), None)


def weigh_insertion(source: str, inserted: str, language: str | None) -> Weighs | None:
    """What is serious about words between brackets that stand for some of the source, or for none.

    A number or a qualifier that only comes explains; one that goes, or becomes another, does not.

    Args:
        source: The words that they stand for; empty where they only add.
        inserted: The words between the brackets.
        language: Of the source, BCP 47.
    """
    if is_remark(inserted, language) and not source:
        return None
    differs = set(weights(source, inserted, language))
    if Weighs.NEGATION in differs:
        return Weighs.NEGATION
    lost = differs & set(weights(source, "", language))
    return next((kind for kind in _SERIOUS if kind in lost), None)


def is_remark(inserted: str, language: str | None) -> bool:
    """Whether words between brackets speak of the quotation itself: ``emphasis added``."""
    return _remarks(language).match(fold_text(inserted).strip()) is not None


def without_remarks(quote: str, language: str | None) -> str:
    """A quotation with spaces in the place of an editor's remarks between parentheses."""
    return _IN_PARENTHESES.sub(
        lambda match: " " * len(match[0]) if is_remark(match[0][1:-1], language) else match[0],
        quote,
    )


@lru_cache(maxsize=16)
def _remarks(language: str | None) -> re.Pattern[str]:
    """What such a remark begins with, after a word or two."""
    known = {fold_text(word) for word in language_of(language).quotations.remarks}
    return re.compile(rf"(?:\w+\.? ){{0,2}}(?:{any_of(known)})(?!\w)")
