"""Numbers of a share: parts of a whole, which are figures, and rates, which are not."""

from __future__ import annotations

import re

from briefing.analysis._amount import Amount
from briefing.analysis._elliptic import is_elliptic
from briefing.analysis._figure_words import FigureWords
from briefing.analysis._lost import tells_loss
from briefing.analysis._measures import is_measure
from briefing.analysis._number_words import word_value
from briefing.analysis._parts import WHOLES, part_words
from briefing.analysis._unit import Unit

_FEWEST_OF_MANY = 11
"""A whole of ten or less makes a rate: ``9 out of 10 people``."""

_WHOLE = re.compile(r"10{2,}")

_SCALE_REACH = 160
"""Characters in which the scale of a point is looked for."""


def is_share(text: str, before: str, amount: Amount, unit: Unit, words: FigureWords) -> bool:
    """Whether it belongs to a share or a rate: ``1 bambino su 4``, ``4 von 10 Kindern``."""
    parts = part_words(words.own)
    if parts.one_in.search(before) or _is_rate(before, amount, unit, words):
        return True
    value = amount.value
    is_length = unit.text is not None and unit.text.split(" ")[0] in words.time_units
    if value is not None and value < _FEWEST_OF_MANY and not is_length:  # "un contrat sur cinq ans"
        few = parts.of_few.search(before)
        if parts.one_noun_in.search(before) or (few and _small(few[1], words)):
            return True
    if _is_always(text, before, amount, unit, words):
        return True
    if unit.text is None:
        start = amount.span.start
        return parts.scale.search(text, max(0, start - _SCALE_REACH), start) is not None
    behind = None if is_measure(unit.text, words) else parts.out_of.match(text, unit.end)
    whole = 0 if behind is None else _small(behind[1], words)
    return value is not None and value < whole and whole in WHOLES


def _is_always(text: str, before: str, amount: Amount, unit: Unit, words: FigureWords) -> bool:
    """Whether so many of so many say only "always": ``24 heures sur 24``."""
    last, rest = part_words(words.own).always
    if unit.text is None:
        first = last.search(before)
        is_all = first is not None and first[2] in words.time_units
        return is_all and first is not None and _small(first[1], words) == amount.value
    whole = rest.match(text, unit.end) if unit.text in words.time_units else None
    return whole is not None and _small(whole[1], words) == amount.value


def _small(number: str, words: FigureWords) -> int:
    """What a short number means, in digits or in words; 0 where it is none or more than 100."""
    value = int(number) if number.isdecimal() else word_value(number.lower(), words.language) or 0
    return value if value <= 100 else 0


def _is_rate(before: str, amount: Amount, unit: Unit, words: FigureWords) -> bool:
    """Whether it is the whole of a rate: a hundred, a thousand, a million of something."""
    if amount.currency is not None or amount.value is None:
        return False
    if amount.value % 100 or not _WHOLE.fullmatch(str(amount.value)):
        return False
    if unit.text is None:  # "36 pro Million"
        return amount.spelled and part_words(words.own).per.search(before) is not None
    is_money = words.money.match(f" {unit.text}") is not None
    return not is_money and part_words(words.own).per.search(before) is not None


def is_part(before: str, after: str, words: FigureWords) -> bool:
    """Whether a number that counts nothing itself is so many of what was or is counted."""
    parts = part_words(words.own)
    if is_of_them(before, after, words) or parts.votes.match(after):
        return True
    if is_told(before, after, words) or parts.gapped.search(before) or parts.versus.search(before):
        return True
    told = (parts.of_it, parts.harm, parts.reached, parts.votes_before)
    if tells_loss(before, after, words):
        return True
    if any(one.search(before) for one in told) or is_count(before, words):
        return True
    many = parts.of_many.match(after) or parts.of_all.search(before)
    whole = "" if many is None else next(filter(None, many.groups()))
    return bool(whole) and int(re.sub(r"\D", "", whole)) >= _FEWEST_OF_MANY


def is_of_many(after: str, words: FigureWords) -> bool:
    """Whether the whole follows of which a number is a part: 29 ``of the 55 seats``."""
    many = part_words(words.own).of_many.match(after)
    return many is not None and int(re.sub(r"\D", "", many[1])) >= _FEWEST_OF_MANY


def is_told(before: str, after: str, words: FigureWords) -> bool:
    """Whether the words around a number without a noun tell that it counts something."""
    return (
        is_told_part(before, after, words)
        or is_some(after, words)
        or is_told_number(before, after, words)
        or is_bracketed(before, after, words)
        or is_elliptic(before, after, words)
    )


def is_harmed(before: str, words: FigureWords) -> bool:
    """Whether a verb of harm stands before a number: ``killed`` 40."""
    return part_words(words.own).harm.search(before) is not None


def is_count(before: str, words: FigureWords) -> bool:
    """Whether a clause says that so many is what was counted: ``the injured are 69``."""
    return part_words(words.own).count.search(before) is not None


def is_pair(unit: Unit, words: FigureWords) -> bool:
    """Whether "the two" of them only points back to those named before: "the two sides"."""
    if unit.text is None or unit.text.split()[0] in words.time_units:
        return True
    pair = part_words(words.own).pair
    return any(pair.fullmatch(word) for word in unit.text.split())


def is_told_number(before: str, after: str, words: FigureWords) -> bool:
    """Whether the noun follows to whose number something is brought: ``porta a 25 il numero``."""
    parts = part_words(words.own)
    return bool(parts.told_after.match(after) and parts.told_before.search(before))


def is_told_part(before: str, after: str, words: FigureWords) -> bool:
    """Whether a clause tells what so many of them are, or where: ``2 in Austria``."""
    parts = part_words(words.own)
    if parts.further.search(before):
        return True
    if parts.entry.match(after) and parts.entry_before.search(before):
        return True
    if parts.and_again.search(before) and parts.subject_after.match(after):
        return True
    if parts.subject_before.search(before) is None:
        return False
    return bool(parts.subject_after.match(after) or parts.place.match(after))


def is_bracketed(before: str, after: str, words: FigureWords) -> bool:
    """Whether a bracket tells where so many of what stands before it are: ``(12 at home)``."""
    parts = part_words(words.own)
    is_there = "(" in before and parts.there.match(after) is not None
    return is_there and parts.bracketed.search(before) is not None


def is_some(after: str, words: FigureWords) -> bool:
    """Whether a number counts some of those whose noun follows: "seven of the hostages"."""
    found = part_words(words.own).some_of.match(after)
    if found is None:
        return False
    nouns = [noun for noun in found.groups() if noun]
    if words.own.sentences.capital_nouns:
        return any(noun[0].isupper() for noun in nouns)
    return any(noun.endswith(words.own.units.plural_endings) for noun in nouns)


def is_of_them(before: str, after: str, words: FigureWords) -> bool:
    """Whether a number counts some of those that were counted before: "three of them"."""
    parts = part_words(words.own)
    return bool(parts.of_which.search(before) or parts.of_them.match(after))
