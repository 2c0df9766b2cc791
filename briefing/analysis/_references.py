"""Numbers of a document's apparatus: of cases and pages, statements, contents and telephones.

They are written alike in all languages, and none of them counts anything.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from briefing.analysis._amount import Amount
from briefing.analysis._figure_words import FigureWords
from briefing.analysis._measures import is_measure
from briefing.analysis._unit import Unit
from briefing.languages.language import Language
from briefing.languages.phrases import any_of

_ABBREVIATION = r"[A-Z][A-Za-z]{0,6}\."
_REPORTER = rf"{_ABBREVIATION}(?: ?{_ABBREVIATION})*(?: ?\d[a-z]{{1,2}}\.?)?"
"""The name of a collection of cases or laws: ``U. S.``, ``S.W.2d``, ``Stat.``."""

_PINNED = r",? (?:[a-z]{2} )?"
"""What may part a collection from the page that is meant: "at"."""
_REPORTER_BEHIND = re.compile(rf" {_REPORTER}{_PINNED}(?:\d|_{{2,}})")
_REPORTER_BEFORE = re.compile(
    rf"(?<!\d)(?:\d{{1,4}}|_{{2,}}) {_REPORTER}{_PINNED}(?:\d{{1,5}}, )?\Z"
)
"""What a page of a collection stands behind: its volume, its name, and an earlier page."""
_NEUTRAL_BEFORE = re.compile(
    r"[\[(](?:19|20)\d\d[\])] [A-Z][A-Za-z]{1,6}(?: [A-Z][A-Za-z]{2,6})? \Z"
)
"""A case by its year and court: ``[2001] EWCA Civ``."""
_JOURNAL_BEFORE = re.compile(r"(?<!\w)[A-Z][A-Za-z]{1,3}\.? [A-Z] \Z")
_JOURNAL_BEHIND = re.compile(
    r",? (?:\(\d{4}\)|\d{1,2}\. ?\d{1,2}\. ?\d{4}|[a-z]{1,2}\. \d|[a-z]{2,4} \d{1,2}\.)|, [A-Z]{2}"
)
"""An official journal by its series, and the date behind its number: ``OJ L 281, 23.11.1995``."""

_STATEMENT = re.compile(r"(?:\A|[.:;)\n] )[^\W\d_a-zß-ÿ][^\W\d_]{3,} \Z")
"""One word with a capital where a sentence begins: ``Definition 6.1``."""
_POINT = re.compile(r"\d{1,2}\.\d{1,2}")
_HEADED = re.compile(r": [^\W\d_a-zß-ÿ]")
"""What follows the number of a heading: ``3.6: Explore``."""

_LEADER = re.compile(r"(?:\.{3,}|…|(?:\. ){3,}|_{3,}|·{3,}) ?\Z")
"""What leads from a title to its page."""
_NEXT_TITLE = re.compile(r"\s*\Z| [^\W\d_a-zß-ÿ][\w'’ ]")
"""What stands behind that."""
_LEADER_ENDS = frozenset(".…_·")
_MOST_PAGES = 2_000

_CAPITALS = "[A-ZÀ-ÖØ-Þ’'-]"
_PAGED = re.compile(r"\.? [^\n]*(?:\.{3,}|…|(?:\. ){3,}|_{3,}|·{3,}|\t) ?\d{1,4}\s*(?:\n|\Z)")
"""What follows the number of a row of the contents: its title with its page."""
_BARE_PAGED = re.compile(r" (?=[^\W\d_a-zß-ÿ])[^\n.;:!?,%€$]{3,80} \d{1,3}\s*(?:\n|\Z)")
"""The same with nothing but a space before its page."""
_TITLED = re.compile(
    rf"\.? (?:{_CAPITALS}{{2,}}(?:[ ,]{_CAPITALS}{{2,}})+(?![a-zß-ÿ])"
    rf"|{_CAPITALS}{{5,}}\s*(?:\n|\Z))"
)
"""The same in capitals."""
_HEADING = re.compile(r"\.? [A-ZÀ-ÖØ-Þ][^\W\d_]+(?: [\w’'-]+){0,5}\s*(?:\n|\Z)")
"""A line of a few words and no stop, as headings are: ``2.1 The harbour in winter``."""
_PARAGRAPH = re.compile(r"[.)]? [^\W\d_a-zß-ÿ][^\W\d_]*[,.:;\w’'-]* \S")
"""A sentence behind the number of its paragraph: ``4.2 The harbour is to be …``."""
_ITEM = re.compile(r"[)\]]\s+[^\W\d_a-zß-ÿ]")
"""The same in brackets: ``(104) Lease of the harbour``."""
_NUMBERED = re.compile(r"\d{1,3}|\d{1,2}(?:\.\d{1,2}){1,2}")

_SYMBOL = 3
"""Letters of a measure's symbol, in which capitals count."""

_CODED_BEFORE = re.compile(r"[A-Za-z]:\Z|(?<!\d)(?:19|20)\d\d;\Z")
"""What a number is glued to that is no amount: ``arXiv:1508.06576``, ``2009;150``."""
_DOTTED_TELEPHONE = re.compile(r"\d{3}\.\d{3}\.\d{4}")
_PHONE_GROUP = re.compile(r"\d{3}\.\d{3}")
_LAST_GROUP = re.compile(r"\.\d{4}(?!\d)")
"""A telephone number with points: ``415.555.0134``."""

_NUMBERS_BEFORE = re.compile(r"\(((?:\d{1,3} ?[,;–-] ?)*)\Z")
_NUMBERS_BEHIND = re.compile(r"((?: ?[,;–-] ?\d{1,3})*)\)")
"""Numbers alone in a bracket, before one of them and behind it."""
_BETWEEN_NUMBERS = frozenset(",;–-")
_NUMBERS_ROW = re.compile(r"(?<![\w.,] )(?:\b\d{1,3}(?:\.\d{1,2})?(?: ?[,;] ?| ?[–-] ?)){5,}\Z")
_NUMBERS_GO_ON = re.compile(r"(?:(?: ?[,;] ?| ?[–-] ?)\d{1,3}(?:\.\d{1,2})?){5,}(?! ?[^\W\d_])")
"""So many bare numbers with nothing but marks between them are those of sources or pages."""
_BRACE_ENDS = re.compile(r"[^{}]*\}")

_POINTED_AT_ENDS = re.compile(r" ?[)\],;]")

_AREA_BEFORE = re.compile(r"\(\d{2,5}\) ?(?:\d{2,4}[- ]?)?\Z")
_AREA_BEHIND = re.compile(r"\) ?\d{3,4}[- ]\d{3,4}(?!\d)")
_TELEPHONE = re.compile(r"[- ]?\d{3,4}(?!\d)")
"""The rest of a telephone number behind an area code in brackets."""

_POSTCODE = 5
"""Digits of one."""
_INITIAL = re.compile(r"[A-Z]\. \Z")
"""What it stands behind: ``Washington, D. C. 20543``."""

_CODES = re.compile(r"\d{3}(?:,\d{3}){3,}|\d{1,3}(?:,\d{3}){4,}")
"""More groups behind commas than a number has: a list of codes."""

_BETWEEN_CELLS = re.compile(r"[ \u00a0().*…–—%$€£¥-]+")
_MONEY = re.compile("[$€£¥]")
_FEWEST_CELLS, _FEWEST_OF_MONEY = 3, 4
"""Bare numbers side by side that make the row of a table, and those with the sign of money."""


def is_reference(before: str, after: str, amount: Amount, unit: Unit, words: FigureWords) -> bool:
    """Whether a bare number in digits only points at something.

    Args:
        before: What stands before the number.
        after: What stands behind it.
        amount: The number.
        unit: What follows it; one with a capital may be the beginning of the next sentence.
        words: Those of the language.
    """
    if amount.currency or amount.scaled:
        return False
    if _is_numbered_row(before, after, amount, words) or _is_coded(before, after, amount):
        return True
    return _is_bare(unit, words) and (
        _is_cited(before, after)
        or _is_statement(before, after, amount)
        or _is_page(before, after, amount)
        or _is_in_bracket(before, after)
        or _is_pointed_at(before, after, words)
        or _is_telephone(before, after)
        or (len(amount.digits) == _POSTCODE and _INITIAL.search(before) is not None)
        or _CODES.fullmatch(amount.digits) is not None
    )


def _is_bare(unit: Unit, words: FigureWords) -> bool:
    """Whether a number counts nothing, or what seems to be counted begins a sentence."""
    if unit.text is None:
        return True
    return unit.text[0].isupper() and not words.own.sentences.capital_nouns


def _is_cited(before: str, after: str) -> bool:
    """Whether it is the volume or page of a case or law: ``560 U. S. 330, 340``."""
    if _REPORTER_BEHIND.match(after):
        return True
    if _JOURNAL_BEHIND.match(after) and _JOURNAL_BEFORE.search(before):
        return True
    if before.endswith(" ") and _NEUTRAL_BEFORE.search(before):
        return True
    is_behind = before.endswith((". ", ", ", "d ")) or before[-4:-3] == " "
    return is_behind and _REPORTER_BEFORE.search(before) is not None


def _is_statement(before: str, after: str, amount: Amount) -> bool:
    """Whether it is the number of a heading or of a statement: ``Lemma 5.4``, ``3.6: Explore``."""
    if _POINT.fullmatch(amount.digits) is None:
        return False
    is_headed = _HEADED.match(after) is not None and before[-2:-1] in ("", ".", "\n")
    return is_headed or _STATEMENT.search(before) is not None


def _is_page(before: str, after: str, amount: Amount) -> bool:
    """Whether a row of dots leads to it from the title of a chapter."""
    is_plain = amount.digits.isdecimal() and int(amount.digits) < _MOST_PAGES
    if not is_plain or before.rstrip(" ")[-1:] not in _LEADER_ENDS:
        return False
    return _LEADER.search(before) is not None and _NEXT_TITLE.match(after) is not None


def _is_numbered_row(before: str, after: str, amount: Amount, words: FigureWords) -> bool:
    """Whether it numbers a row of the contents: ``2.1 The harbour … 12``."""
    if before.strip(' \t([“"') or not _NUMBERED.fullmatch(amount.digits):
        return False
    if _POINT.fullmatch(amount.digits):
        is_heading = _HEADING.match(after) or _PARAGRAPH.match(after) or _TITLED.match(after)
    elif before.endswith(("(", "[")):
        is_heading = _ITEM.match(after)
    else:
        is_heading = _TITLED.match(after)
    if _PAGED.match(after):
        return True
    is_row = is_heading is not None or _BARE_PAGED.match(after) is not None
    return is_row and not _is_counted(after, words)


def _is_counted(after: str, words: FigureWords) -> bool:
    """Whether a word with a capital is what is counted: ``2.5 Million``, ``40 DEAD``."""
    word = after.lstrip(".)] \t").split(maxsplit=1)[0].strip(",.:;")
    first = word.lower()
    if first in words.people or first in words.scales or words.share.match(after):
        return True
    unit = first if len(word) > _SYMBOL else word  # "4.1 Ms Smith asked" is no 4.1 ms
    return is_measure(unit, words) or _people(words.own).fullmatch(first) is not None


@lru_cache(maxsize=8)
def _people(own: Language) -> re.Pattern[str]:
    """Nouns for people, dead or alive."""
    return re.compile(any_of((*own.units.persons, *own.units.deaths)), re.IGNORECASE)


def _is_coded(before: str, after: str, amount: Amount) -> bool:
    """Whether it is a part of an identifier, a telephone or a journal's volume."""
    is_glued = before.endswith((":", ";")) and _CODED_BEFORE.search(before) is not None
    if is_glued or _DOTTED_TELEPHONE.fullmatch(amount.digits):
        return True
    return _PHONE_GROUP.fullmatch(amount.digits) is not None and bool(_LAST_GROUP.match(after))


def _is_in_bracket(before: str, after: str) -> bool:
    """Whether only numbers stand beside it in its bracket, or braces are around it.

    So reports name their sources, ``(12, 95-98)``, and the sections that tell more, ``{2.3}``.
    """
    goes_on = before.rstrip()[-1:] in _BETWEEN_NUMBERS and _NUMBERS_ROW.search(before) is not None
    if goes_on or _NUMBERS_GO_ON.match(after):
        return True
    in_braces = before.rfind("{") > before.rfind("}") and _BRACE_ENDS.match(after) is not None
    if "(" not in before:
        return in_braces
    begins, ends = _NUMBERS_BEFORE.search(before), _NUMBERS_BEHIND.match(after)
    is_alone = begins is not None and ends is not None and begins[1] == ends[1] == ""
    return in_braces or (begins is not None and ends is not None and not is_alone)


def _is_pointed_at(before: str, after: str, words: FigureWords) -> bool:
    """Whether a bracket sends the reader there: ``(see 2.2)``."""
    return (
        _POINTED_AT_ENDS.match(after) is not None
        and _pointing(words.own).search(before) is not None
    )


@lru_cache(maxsize=8)
def _pointing(own: Language) -> re.Pattern[str]:
    """What stands in a bracket before the place that is meant."""
    return re.compile(rf"[(\[](?:{any_of(own.reports.citing)})\.? \Z", re.IGNORECASE)


def _is_telephone(before: str, after: str) -> bool:
    """Whether it is part of a telephone number with an area code: ``(415) 553-9319``."""
    if before.endswith("(") and _AREA_BEHIND.match(after):
        return True
    return _TELEPHONE.match(after) is not None and _AREA_BEFORE.search(before) is not None


def cells(text: str, amounts: Sequence[Amount]) -> frozenset[int]:
    """The places of the amounts that stand in a row of bare numbers: a table that lost its form.

    Args:
        text: A line of the text.
        amounts: Its amounts, in order.
    """
    if len(amounts) < _FEWEST_CELLS:
        return frozenset()
    found: set[int] = set()
    row: list[int] = []
    for index, amount in enumerate(amounts):
        between = text[amounts[row[-1]].span.end : amount.span.start] if row else ""
        if row and not _BETWEEN_CELLS.fullmatch(between):
            row = []
        row = [*row, index] if amount.digits and not amount.scaled else []
        if len(row) < _FEWEST_CELLS:
            continue
        first = amounts[row[0]].span.start
        is_money = _MONEY.search(text, max(first - 2, 0), amount.span.start) is not None
        if len(row) >= (_FEWEST_OF_MONEY if is_money else _FEWEST_CELLS):
            found.update(row)
    return frozenset(found)
