"""What a number means by the words behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from briefing.analysis._clause import ClauseWords, Token
from briefing.analysis._clause_around import tokens_after
from briefing.analysis._label_object import with_rest
from briefing.analysis._measures import Measure
from briefing.analysis._noun_phrases import LONGEST, phrase_at_end, phrase_at_start
from briefing.analysis._place import BESIDE, Place, bare
from briefing.analysis._subjects import subject
from briefing.model.span import Span

_HYPHENS = ("-", "\u2010", "\u2011")

_ARTICLE = 6
"""Characters that an article may add to a label."""


def counted(place: Place) -> Span | None:
    """The unit with what follows it: ``households without power``."""
    after, unit = place.after, place.unit or ""
    if not after or after[0].low not in place.words.complements or _is_parted(place):
        return None
    begin = place.span.end - len(unit)
    if _is_counted(after, place) or place.phrases.qualifier.match(place.text, after[0].span.end):
        return None  # "in nearly fifty states"
    more = phrase_at_start(after[1:], place.words, LONGEST - len(f"{unit} {after[0].text} "))
    if more is None or not place.text.startswith(unit, begin):
        return None
    is_of = after[0].low in place.words.links
    led = bare(place.before, place.words)
    if not is_of and led and led[-1].low in place.words.links:
        return None  # "a hotel of four stars in Rome"
    rest = [token for token in after if token.span.start >= more.end]
    is_whole = not rest or (rest[0].is_verb and not place.words.has_late_verbs)
    if not (is_of or is_whole or _is_name(after[1], place)):
        return None  # "the two airports | by other means to …"
    return Span(begin, more.end)


def _is_parted(place: Place) -> bool:
    """Whether a bracket stands between a number and what follows it, or who did it."""
    text, end = place.text, place.span.end
    is_by = place.phrases.moment.match(text, end) and place.phrases.distance.match(text, end)
    return bool(text[end : place.after[0].span.start].strip()) or is_by is not None


def _is_name(token: Token, place: Place) -> bool:
    """Whether a word begins a name: ``deaths in Gaza``."""
    return token.text[0].isupper() and not place.words.has_capital_nouns


def _is_counted(after: Sequence[Token], place: Place) -> bool:
    """Whether a number follows a small word: ``four points from three games``."""
    return any(place.words.is_number(token) for token in after[1:BESIDE])


def in_unit(place: Place) -> Span | None:
    """What a measure measures, where the unit says it: ``giorni di tregua``."""
    unit, end = place.unit, place.span.end
    if unit is None or (place.measure is Measure.SIZE and unit in place.phrases.scales):
        return None
    begin = end - len(unit)
    if place.text[begin - 1 : begin] in _HYPHENS:
        is_compound = place.text[end : end + 1] in _HYPHENS
        after = _before_adverb(place.after[is_compound:], place.words)
        return phrase_at_start(after, place.words, LONGEST)
    first = _measure_end(unit, place.words)
    if first == len(unit) or not place.text.startswith(unit, begin):
        return None
    rest = tokens_after(place.text[:end], begin + first, place.words)
    if place.after and place.after[0].low in place.words.articles:
        return None  # "a cinco días de concluir | el régimen"
    if place.order == "postposed" and (not rest or rest[0].low not in place.words.links):
        return None  # "chilometri quadrati"
    return phrase_at_end(rest, place.words)


def _measure_end(unit: str, words: ClauseWords) -> int:
    """The end of the measure that a unit begins with: ``square miles`` of land."""
    first, *rest = re.finditer(r"\S+", unit)
    for word in rest:
        low = word[0].lower()
        if low not in words.measures or low in words.links:
            break
        first = word
    return first.end()


def compared(place: Place) -> Span | None:
    """What a difference is compared with: ``452.000 weniger als vor einem Jahr``."""
    said = place.phrases.comparison.match(place.text, place.span.end)
    is_share = place.measure is Measure.SHARE  # "rents are 5 % higher than before" tells of rents
    if said is None or (is_share and subject(place.before, place.after, place.words) is not None):
        return None
    if is_share and place.words.has_late_verbs and _has_noun_before(place):
        return None  # "im Juni war der Umsatz 5 % höher als im Mai"
    begin = end = said.start() + 1
    pointing = place.words.conjunctions | (place.words.weak - place.words.articles)
    for token in tokens_after(place.text, said.end(), place.words):
        is_over = token.is_verb or token.low in pointing
        is_counted = token.low[0].isdecimal() and not place.words.is_small(token)
        if is_over or is_counted or token.span.end - begin > LONGEST:
            break
        is_joint = token.low in place.words.links or token.low in place.words.articles
        end = end if is_joint else token.span.end
    return Span(begin, end) if end > said.end() else None


def _has_noun_before(place: Place) -> bool:
    before = bare(place.before, place.words)
    return bool(before) and place.words.is_noun(before[-1]) and not before[-1].is_verb


def moment(place: Place) -> Span | None:
    """What a length of time is counted from: ``ten days after the flood``."""
    return _led(place, place.phrases.moment) if place.measure is Measure.TIME else None


def distance(place: Place) -> Span | None:
    """Where a length begins: ``50 km from the coast``."""
    return _led(place, place.phrases.distance) if place.measure is Measure.SIZE else None


def purpose(place: Place) -> Span | None:
    """What so much money or time is for: ``$5 million for schools``."""
    has_purpose = place.measure in (Measure.MONEY, Measure.TIME)
    return _led(place, place.phrases.purpose) if has_purpose else None


def _led(place: Place, by: re.Pattern[str]) -> Span | None:
    """The words behind a number that lead to a noun phrase, and that."""
    said = by.match(place.text, place.span.end)
    if said is None:
        return None
    rest = tokens_after(place.text, said.end(), place.words)
    while rest and rest[0].low in place.words.articles:
        rest.pop(0)
    found = phrase_at_start(rest, place.words, LONGEST - len(said[0]) - _ARTICLE)
    if found is None:
        return None
    return with_rest(Span(said.start() + 1, found.end), rest, place.words)


def following(place: Place) -> Span | None:
    """What follows the unit: ``of the sequences``, ``for schools``."""
    after, words = place.after, place.words
    if place.measure in (Measure.TIME, Measure.TIMES) or _is_led(place):
        return _length_of(place) if place.measure is Measure.TIME else None
    if len(after) > 1 and all(token.low in words.links for token in after[:2]):
        after = after[1:]  # "$5 million worth of goods"
    if not after or after[0].low not in words.complements or _is_counted(after, place):
        return None
    is_torn = words.has_late_verbs and len(after) > 1 and words.leads(after[1])
    if after[0].low in words.between or _is_changed(place) or is_torn:
        return None  # "58 % between the first quarter and", "3 procent in | na een afwaardering"
    more = phrase_at_start(after[1:], words, LONGEST - len(f"{after[0].text} "))
    is_of = after[0].low in words.links
    if not is_of and place.measure is Measure.SIZE and not _is_entry(place):
        return None  # "magnitude 7.9 on the Richter scale"
    if more is None or is_of:
        return more
    return with_rest(Span(after[0].span.start, more.end), after, words)


def _is_changed(place: Place) -> bool:
    """Whether a number by which something changed is set against another: ``down by 5 % from``."""
    before, start = place.before, place.after[0].span.start
    is_by = bool(before) and before[-1].low in place.words.changes
    return (
        is_by
        and place.phrases.against.match(place.text, start) is None
        and (place.after[0].low in place.phrases.set_against)
    )


def _length_of(place: Place) -> Span | None:
    """What lasts so long: ``the 23 years of the regime``, and no date."""
    after, words = place.after, place.words
    if not after or after[0].low not in words.links or _is_counted(after, place):
        return None
    led = bare(place.before, words)
    if led and led[-1].low in words.links:
        return None  # "a visit of five days of the prince"
    found = phrase_at_start(after[1:], words, LONGEST)
    if found is None or any(t.low in words.measures for t in after if t.span.end <= found.end):
        return None
    return found


def _is_led(place: Place) -> bool:
    """Whether a number stands in a bracket with a small word: ``the owner (at 68%) of …``."""
    start, end = place.span.start, place.span.end
    in_bracket = place.text.startswith(")", end) and bool(place.before)
    return in_bracket and not place.text.startswith("(", start - 1)


def _is_entry(place: Place) -> bool:
    """Whether a number is an entry of a list: ``, 95 km/h in Biarritz``."""
    rest = bare(place.before, place.words)
    return not rest or rest[-1].low == "," or rest[-1].low in place.words.openers


def beside(place: Place) -> Span | None:
    """The noun right behind an amount: ``a £1,000 fine``."""
    words, after = place.words, place.after
    if _is_glued(place) and after and words.is_noun(after[0]):
        return phrase_at_start(after[:BESIDE], words, LONGEST)
    if place.order == "preposed":
        after = _before_adverb(after, words)
    has_capitals = place.order == "capital"
    is_bare = place.measure is Measure.NONE and not has_capitals
    is_time = place.measure in (Measure.TIME, Measure.TIMES)
    if not after or is_bare or (is_time and not has_capitals):
        return None
    own = any(
        token.low in words.articles or token.low.endswith("'s") for token in place.before[-BESIDE:]
    )
    said = place.span.of(place.text).lower().split()
    own = own or any(  # "up to a $500 fine"
        one in words.articles and any(map(str.isdecimal, two)) for one, two in pairwise(said)
    )
    is_described = has_capitals and len(after) > 1 and words.is_aside(after[0])
    is_described = is_described and words.goes_on(after[0]) and not words.is_small(after[0])
    if not words.is_noun(after[0]) and not (is_described and words.is_noun(after[1])):
        return None
    led = place.before[-1].low if place.before else ""
    if has_capitals and is_described and led in words.links and led not in words.articles:
        return None  # "auf einer Fläche von 20 Hektar junge Wälder anlegen"
    if has_capitals:
        is_change = after[0].low in place.phrases.shifts  # "ein Abschluss von 2 Prozent Plus"
        is_linked = len(place.before) > 1 and place.before[-1].low in words.links
        return None if is_change and is_linked else phrase_at_start(after[:BESIDE], words, LONGEST)
    own = own and place.order == "preposed" and not _is_attribute(after, words)
    return _with_complement(after, words) if own else None


def _is_attribute(after: Sequence[Token], words: ClauseWords) -> bool:
    """Whether "and" joins a second attribute to that of a noun: a £5 ``torn and`` old hat."""
    is_joined = len(after) > 1 and after[1].low in words.conjunctions
    return is_joined and words.participle.fullmatch(after[0].low) is not None


def _before_adverb(after: Sequence[Token], words: ClauseWords) -> Sequence[Token]:
    """The words behind a number up to what says how something is done: ``tackle | briefly``."""
    adverbs = (
        at
        for at, one in enumerate(after)
        if at and words.adverb.fullmatch(one.low) and not words.leads(one)
    )
    return after[: next(adverbs, len(after))]


def _is_glued(place: Place) -> bool:
    """Whether a measure stands before its noun as one word: ``20TB drives``."""
    begin = place.span.end - len(place.unit or "")
    is_size = place.order == "preposed" and place.measure is Measure.SIZE
    return is_size and place.text[begin - 1 : begin].isdecimal()


def _with_complement(after: Sequence[Token], words: ClauseWords) -> Span | None:
    """A noun phrase with one that follows it: ``fine for false reports``."""
    found = phrase_at_start(after, words, LONGEST)
    rest = [token for token in after if found and token.span.start >= found.end]
    if found is None or not rest or rest[0].low not in words.complements:
        return found
    most = LONGEST - len(found) - len(rest[0].text) - _ARTICLE
    more = phrase_at_start(rest[1:], words, most)
    return found if more is None else Span(found.start, more.end)
