"""What an amount counts: the noun behind it, a percent sign, a currency."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.analysis._figure_words import FigureWords
from briefing.analysis._written import Amount

_WORD = re.compile(r"[ \u00a0\u202f]([^\W\d_][\w'’-]*)")
_HYPHENED = re.compile(
    r"[-\u2010\u2011](?:day|week|month|year|hour|minute|second|mile|point|kilomet(?:er|re)|foot"
    r"|storey|story|tägig|wöchig|monatig|jährig|stündig)\w*(?![\w-])"
)
_SIGN = re.compile(r"[ \u00a0\u202f]?([$€£¥₽₴₹₩₺₪])")
_CODE = re.compile(r"[ \u00a0\u202f](EUR|USD|GBP|CHF)(?!\w)")
_DEGREES = re.compile(r"[ \u00a0\u202f]?(°[ \u00a0]?[CF]?|km/[hu]|m/s|km²|m²|m³)(?!\w)")
_CELSIUS = re.compile(r"(?<=\.\d)C(?!\w)")
"""What newspapers write for degrees: ``1.5C``."""

_MEASURE = re.compile(
    r"(?:[ \u00a0\u202f]?(km²|km|kg|cm|mm|m²|m³|kWh|MWh|GWh|TWh|MW|GW|kW|GB|TB|MB|mph|kt)"
    r"|(m|t|ha))(?!\w)"
)
_RANGE = re.compile(
    r"\s?(?:to|and|or|auf|bis|und|oder|a|e|o|à|et|ou|y|al|ai|-|–)(?:\s(?:i|gli|le|les|los|las))?\s?"
)
"""What stands between the two numbers of a range or a change: "from 15 to 10 percent"."""

_OWN_RANGE = {"nl": (" en ", " naar ", " tot "), "pt": (" para ", " até "), "es": (" hasta ",)}
"""What means that in one language only."""

_PROPER = re.compile(r"(?: (?:de|di|of|the|and|e|et|y|und)){0,1} [^\W\d_a-zà-ÿ][\w'’-]*")
_CAPITAL = r"(?=[^\W\d_a-zà-ÿ])"
_OF_PROPER = {
    "it": re.compile(rf" (?:del|dello|della|dell['’]|dei|degli|delle)(?: |(?<=['’])){_CAPITAL}"),
    "fr": re.compile(rf" (?:des|du|de la|de l['’])(?: |(?<=['’])){_CAPITAL}"),
    "es": re.compile(rf" (?:del|de la|de las|de los) {_CAPITAL}"),
    "pt": re.compile(rf" (?:do|da|dos|das) {_CAPITAL}"),
    "en": re.compile(rf" of (?:the )?{_CAPITAL}"),
}
_OF_NOUN = {
    "it": re.compile(r" (?:di |d['’])"),
    "fr": re.compile(r" (?:de |d['’])"),
    "es": re.compile(r" de "),
    "pt": re.compile(r" de "),
    "en": re.compile(r" of "),
}
_PAST = re.compile(r"[a-z]+ed")
"""An English verb that follows a number without a noun: ``195 survived``."""

_AND = {"it": " e ", "fr": " et ", "es": " y ", "pt": " e ", "en": " and "}
_PLURAL_ENDINGS = {"it": "ieà", "fr": "sxz", "es": "s", "pt": "s", "en": "s"}
_NOUN_FIRST = ("it", "fr", "es", "pt")


@dataclass(frozen=True, slots=True)
class Unit:
    """What is counted."""

    text: str | None
    """In the article's words; None where nothing follows."""
    end: int
    """The character after it."""
    is_plural: bool
    """Whether it looks like something that can be counted."""


def unit_after(text: str, amount: Amount, words: FigureWords) -> Unit:
    """What stands behind an amount and says what it counts."""
    end = amount.span.end
    for pattern in (words.points, words.percent):
        if match := pattern.match(text, end):
            sign = match[1] if pattern is words.points else "%"
            return Unit(sign, match.end(), is_plural=True)
    if amount.currency:
        return Unit(amount.currency, end, is_plural=True)
    if match := _CELSIUS.match(text, end):
        return Unit("°C", match.end(), is_plural=True)
    for pattern in (_SIGN, _CODE, _DEGREES, _MEASURE):
        if match := pattern.match(text, end):
            return Unit(match[match.lastindex or 0], match.end(), is_plural=True)
    if match := _HYPHENED.match(text, end):
        return Unit(match[0][1:], match.end(), is_plural=True)
    return _noun(text, _past_of(text, end, amount, words), words)


def is_range(between: str, words: FigureWords) -> bool:
    """Whether two numbers with this between them share the noun of the second."""
    own = _OWN_RANGE.get(words.language, ())
    return _RANGE.fullmatch(between) is not None or between in own


def _past_of(text: str, end: int, amount: Amount, words: FigureWords) -> int:
    """Where the noun's own space begins, behind an "of" that a scale word needs."""
    if not amount.scaled:
        return end
    match = words.of.match(text, end)
    return end if match is None else match.end() - 1


def _noun(text: str, end: int, words: FigureWords) -> Unit:
    if match := words.money.match(text, end):
        return Unit(match[1], match.end(), is_plural=True)
    if words.language in _NOUN_FIRST:
        return _noun_first(text, end, words)
    if words.language == "nl":
        return _dutch(text, end, words)
    if words.language == "de":
        return _german(text, end, words)
    return _noun_last(text, end, words)


def _next_word(text: str, end: int, words: FigureWords) -> re.Match[str] | None:
    # An apostrophe before the noun ("d'obus") stands where its space would.
    match = _WORD.match(text, end) or (
        re.compile(r"['’]([^\W\d_][\w-]*)").match(text, end) if end < len(text) else None
    )
    if match is None or match[1].lower() in words.stop:
        return None
    elided = re.match(r"(\w+)['’]", match[1])
    if elided and len(elided[1]) <= 4 and words.language in _NOUN_FIRST:
        return None
    return match


def _noun_first(text: str, end: int, words: FigureWords) -> Unit:
    start = end + 1
    word = _next_word(text, end, words)
    while word and word[1].lower() in words.before_noun:
        end = word.end()
        word = _next_word(text, end, words)
    if word is None or words.verb.fullmatch(word[1]):
        return Unit(None, end if end >= start else start - 1, is_plural=False)
    is_plural = _looks_plural(word[1], words)
    end = word.end()
    for _ in range(2):
        more = _next_word(text, end, words)
        if more is None or not _is_adjective(more[1], words) or words.after.match(text, end):
            break
        end = more.end()
    end = _complement(text, end, words)
    return Unit(text[start:end], end, is_plural=is_plural)


def _is_adjective(word: str, words: FigureWords) -> bool:
    return word[0].islower() and words.adjective.fullmatch(word) is not None


def _looks_plural(word: str, words: FigureWords) -> bool:
    endings = _PLURAL_ENDINGS[words.language]
    return word[-1] in endings or word[0].isupper()


def _complement(text: str, end: int, words: FigureWords) -> int:
    """Past "of artillery and ammunition" or "of the United Nations"."""
    if (proper := _OF_PROPER[words.language].match(text, end)) is not None:
        cursor = proper.end() - 1
        while (more := _PROPER.match(text, cursor)) and cursor - end < 60:
            cursor = more.end()
            if text[cursor - len(more[0])] != " ":
                break
        return cursor if cursor > proper.end() else end
    joined = _OF_NOUN[words.language].match(text, end)
    if joined is None:
        return end
    word = _next_word(text, joined.end() - 1, words)
    if word is None or not word[1][0].islower():
        return end
    return _pair(text, word.end(), words)


def _pair(text: str, end: int, words: FigureWords) -> int:
    """Past a second noun: "of shells and ammunition", where the phrase clearly ends after it."""
    tie = _AND[words.language]
    if not text.startswith(tie, end):
        return end
    word = _next_word(text, end + len(tie) - 1, words)
    if word is None or not _looks_plural(word[1], words) or not word[1][0].islower():
        return end
    follow = re.match(r"\s*(?:[.,;:)]|\w+)", text[word.end() :])
    ends = follow is None or not follow[0].strip()[0].isalpha()
    return word.end() if ends or (follow and follow[0].strip().lower() in words.stop) else end


def _german(text: str, end: int, words: FigureWords) -> Unit:
    start = end + 1
    for _ in range(4):
        word = _next_word(text, end, words)
        if word is None:
            break
        end = word.end()
        if word[1][0].isupper():
            return Unit(text[start:end], end, is_plural=True)
        if not re.fullmatch(r"[\w-]+e[nrsm]?", word[1]):
            break
    return Unit(None, start - 1, is_plural=False)


def _dutch(text: str, end: int, words: FigureWords) -> Unit:
    """Past adjectives, which end in -e, to the noun; its number is often that of one."""
    start = end + 1
    for _ in range(3):
        word = _next_word(text, end, words)
        if word is None:
            break
        end = word.end()
        if not re.fullmatch(r"[a-zà-ÿ-]{3,}e", word[1]):
            return Unit(text[start:end], end, is_plural=True)
    return Unit(None, start - 1, is_plural=False)


def _noun_last(text: str, end: int, words: FigureWords) -> Unit:
    start = end + 1
    ends: list[int] = []
    for _ in range(4):
        word = _next_word(text, end, words)
        if word is None:
            break
        end = word.end()
        ends.append(end)
        noun = word[1].removesuffix("'s").removesuffix("’s")
        if _is_english_plural(noun.lower(), words):
            end = _complement(text, end, words) if words.language in _OF_NOUN else end
            return Unit(text[start:end], end, is_plural=True)
    if not ends or (words.language == "en" and _PAST.fullmatch(text[start : ends[0]])):
        return Unit(None, start - 1, is_plural=False)
    return Unit(text[start : ends[0]], ends[0], is_plural=False)


def _is_english_plural(word: str, words: FigureWords) -> bool:
    last = word.rsplit("-", 1)[-1]
    if last in words.people or word in words.people:
        return True
    return last.endswith("s") and not last.endswith(("ss", "us", "is", "ous")) and len(last) > 2
