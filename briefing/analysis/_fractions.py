"""Amounts that the number alone does not say: parts of a whole, and points on a scale.

A part is its percentage whatever words say it: "two-thirds of", "eight out of ten voters". The
words stay its text, for 66.7 % is not what they say.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import chain

from briefing.analysis._alone import is_bound, stands_alone
from briefing.analysis._amount import Amount
from briefing.analysis._digits import as_plain, number
from briefing.analysis._figure_words import FigureWords
from briefing.analysis._rates import percentage, rates
from briefing.analysis._telltales import Sought
from briefing.languages.language import Language
from briefing.languages.phrases import ENDS, any_of, before_word
from briefing.model.span import Span

_MILLION = 6
"""The power of ten of a million."""

_HALF = 500
"""A half, in thousandths."""


@dataclass(frozen=True, slots=True)
class _Forms:
    """What says a part or a point on a scale in a language."""

    part: re.Pattern[str]
    """A part in words; group ``part``."""
    strength: re.Pattern[str]
    """Groups ``word`` and ``digits``, or ``before`` and ``behind``."""
    compound: re.Pattern[str]
    """Groups ``digits``, ``scale`` and ``unit``."""
    of_scale: re.Pattern[str]
    """Behind a part that is one of a scale word: a quarter ``of a million``; group 1."""
    slashed: re.Pattern[str]
    """A part in digits: ``2/3`` of the votes; groups ``few`` and ``all``."""
    parts: dict[str, int]


@lru_cache(maxsize=8)
def _forms(own: Language) -> _Forms:
    words = own.shares
    ofs = any_of(words.fraction_ofs)
    return _Forms(
        part=_parts(own),
        strength=_strength(own),
        compound=_compound(own),
        of_scale=re.compile(
            rf" (?:{any_of(words.fraction_ofs)})['’ ]?"
            rf"(?:(?:{any_of(own.numbers.one)}) )?({_large_scales(own)})(?!\w)"
        ),
        slashed=_slashed(own, ofs),
        parts={phrase.lower(): share for phrase, share in words.parts.items()},
    )


def _parts(own: Language) -> re.Pattern[str]:
    """Parts in words; which group there is says what tells of them."""
    words = own.shares
    no = "".join(rf"(?<!\b{re.escape(word)} )" for word in words.no_fraction_after)
    ofs, whens = any_of(words.fraction_ofs), any_of(own.labels.whens)
    of = rf"(?=(?: \(\d[\d.,]*\))? (?:{ofs}){ENDS})(?! (?:{ofs})\s?(?:\w+ )?(?:{whens})\b)"
    of = rf"(?:{of}|(?= (?:{any_of(words.fraction_changes)}){ENDS}))"
    bounds = any_of(chain.from_iterable(own.qualifiers.before.values()))
    by = rf"(?<!\w)(?:{before_word(words.by)})(?:(?:{bounds})\s)?"
    part, sure = any_of(words.parts), any_of(words.sure_fractions)
    bare = rf"(?P<sure>{sure})(?![\w'’-])(?! (?:{ofs})['’ ]?)"
    phrases = (*words.parts, *words.by, *words.joined_halves)
    firsts = re.escape("".join(sorted({phrase[0] for phrase in phrases}))) or "-"
    behind = rf"(?![ -][^\W\d_])|(?= (?:{any_of(words.behind_change)}){ENDS})"
    behind = rf"(?:{behind})" if words.behind_change else ""
    alone = rf"(?P<alone>{part})|(?P<joined>{any_of(words.joined_halves)})"
    change = rf"{by}(?P<change>{part})(?![\w-]){behind}"
    told = rf"(?P<part>{part})(?![\w-]){of}|{bare}|{change}|(?:{alone})(?![\w-])"
    return re.compile(rf"(?<![\w-])(?=[{firsts}]){no}(?:{told})", re.IGNORECASE)


def _strength(own: Language) -> re.Pattern[str]:
    units, ands = own.units, any_of(own.numbers.range_ands)
    return re.compile(
        rf"(?<!\w)(?:(?P<word>{any_of(units.strengths)})(?: (?:{any_of(units.of_noun)}))?"
        rf"[ ‐‑-](?P<digits>\d(?:[.,]\d{{1,2}})?)(?: (?:{ands}) (?P<twin>\d[.,]\d))?"
        rf"|(?P<grade>{any_of(units.grades)}) (?P<exact>\d[.,]\d{{1,2}}))(?![\w%])(?![.,]\d)"
        rf"|(?<![\w.,])(?P<before>\d[.,]\d)[-‐‑ ](?P<behind>{any_of(units.strengths)})\b",
        re.IGNORECASE,
    )


def _large_scales(own: Language) -> str:
    return any_of(one for one, power in own.numbers.scales.items() if power >= _MILLION)


def _compound(own: Language) -> re.Pattern[str]:
    units = own.units
    inside = any_of((*units.symbols, *units.compounded))
    return re.compile(
        rf"(?<![\w.,])(?P<digits>\d[\d.,]*)[-‐‑](?:(?P<scale>{_large_scales(own)})[-‐‑]"
        rf"(?P<money>(?i:{any_of(units.money)}))|(?P<unit>{inside}))(?=[-‐‑]\w)"
    )


def _slashed(own: Language, ofs: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w./,-])(?P<few>[1-9])/(?P<all>[2-9]|10)(?= (?:{ofs}){ENDS})"
        rf"(?! (?:{ofs}) (?:{any_of(own.times.months)})(?!\w))",
        re.IGNORECASE,
    )


def fraction_phrases(own: Language) -> dict[Sought, Iterable[str]]:
    """What tells that a part may be in a line, or a point on a scale."""
    return {
        Sought.PART: [re.split(r"[ -]", phrase)[-1] for phrase in own.shares.parts],
        Sought.POINT: (*own.units.strengths, *own.units.grades),
    }


def fractions(text: str, tells: Collection[Sought], words: FigureWords) -> Iterator[Amount]:
    """The parts and points of a text; none in languages without their words.

    Args:
        text: A line of the text.
        tells: What may be in the line.
        words: Those of the language.
    """
    forms = _forms(words.own)
    for match in forms.part.finditer(text) if Sought.PART in tells else ():
        part = next(filter(None, match.groups()))
        share = _HALF if match["joined"] else forms.parts[" ".join(part.lower().split())]
        if not _counts(text, match, share, words.own):
            continue
        start, end = match.end() - len(part), match.end()
        scale = forms.of_scale.match(text, end)
        if scale is None:
            yield percentage(Span(start, end), Decimal(share) / 10)
        else:  # "a quarter of a million"
            value = share * 10 ** words.scales[scale[1]] // 1000
            yield Amount(Span(start, scale.end()), value, None, True, True, None, False, "")
    yield from rates(text, tells, words)
    for match in forms.slashed.finditer(text) if "/" in text else ():
        few, whole = int(match["few"]), int(match["all"])
        if few < whole:
            yield percentage(Span(*match.span()), Decimal(100 * few) / whole)
    for match in forms.strength.finditer(text) if Sought.POINT in tells else ():
        digits = match["digits"] or match["exact"] or match["before"]
        unit = match["word"] or match["grade"] or match["behind"]
        end = match.end() if match["twin"] is None else match.end("digits")
        yield _given(Span(match.start(), end), number(digits, words), unit)
        if match["twin"] is not None:
            yield _given(Span(*match.span("twin")), number(match["twin"], words), unit)
    for match in forms.compound.finditer(text) if words.own.sentences.capital_nouns else ():
        value = number(match["digits"], words)
        if match["scale"]:  # "ein 500-Millionen-Euro-Kredit"
            value = as_plain(Decimal(value).scaleb(words.scales[match["scale"]]))
        yield _given(Span(*match.span()), value, match["unit"] or match["money"])


def _counts(text: str, match: re.Match[str], share: int, own: Language) -> bool:
    """Whether what stands around a part without its whole or its article tells that it is one."""
    span = Span(*match.span())
    if match["joined"]:
        return is_bound(text, span, own)
    return not match["alone"] or stands_alone(text, span, own, is_half=share == _HALF)


def _given(span: Span, value: int | Decimal, unit: str) -> Amount:
    return Amount(span, value, None, True, False, None, False, "", unit)
