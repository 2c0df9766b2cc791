"""Labels that are whole: a bare verb is told with its subject."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from briefing.analysis._clause import ClauseWords, Token
from briefing.analysis._label_begin import before_negation, behind_comma, behind_report
from briefing.analysis._label_other import counts_other, parts
from briefing.analysis._measures import Measure
from briefing.analysis._noun_phrases import (
    LONGEST,
    begin_of_phrase,
    head_of_phrase,
    phrase_at_end,
)
from briefing.analysis._place import Place
from briefing.analysis._subjects import begin_of_verbs, stands_alone
from briefing.model.span import Span

_PARTICLE = 7
"""Letters that no word has which ends a verb: ``zurück``."""

_LED = 40
"""Characters before a piece in which what leads to it stands."""

_MONEY = ("$", "€", "£")

_FEW = 5
"""Words of a label that may be nothing but a verb."""

_TOLD = re.compile(r"\([^()\n]*\d")
"""A bracket that tells a number of what stands before it."""


def whole(piece: Span, place: Place) -> Span | None:
    """A piece of a clause that says what is counted, also where it is only a verb.

    That is told with its subject: ``prices have been reduced by 3 %``. Where nothing is found that
    may be one, it tells how long or how often something happens, and no more.
    """
    is_before = piece.end <= place.span.start
    if _is_torn(piece, place) or _is_source(piece, place) or _sets_against(piece, place):
        return None
    tokens = place.around(piece)
    begin, end = _at(piece, tokens)
    for at in range(begin, end):
        if place.words.is_count(tokens[at]) and _is_amount(tokens, at, place):
            return None
        if at > begin and parts(tokens, at, place.words):
            return None  # "goes, as far as it is up to the court,"
    if not is_before or begin == end:
        return piece
    return _before(piece, tokens, begin, end, place)


def _is_torn(piece: Span, place: Place) -> bool:
    """Whether a piece begins inside a word, or reaches over another number's bracket.

    ``130ª | sezione``, and ``built (for £5 million) and | the mill``; or ends so: ``R | $``.
    """
    if place.text[piece.end : piece.end + 1] in _MONEY:
        return True
    is_inside = place.text[piece.start - 1 : piece.start].isalnum() and piece.start > 0
    return is_inside or _TOLD.search(place.text, piece.start, piece.end) is not None


def _sets_against(piece: Span, place: Place) -> bool:
    """Whether a piece is of the words that set one number against another: ``instead of 5 %``."""
    text, start, phrases = place.text, place.span.start, place.phrases
    if piece.end > start:
        return phrases.against.match(text, piece.start) is not None
    said = phrases.versus.search(text, max(0, start - _LED), start)
    return said is not None and said.start() <= piece.start < said.end()


def _is_source(piece: Span, place: Place) -> bool:
    """Whether a piece tells who says a number: ``according to the ministry``."""
    has_words = place.text.count(" ", piece.start, piece.end) > 1
    if has_words and place.phrases.sourced.search(place.text, piece.start, piece.end):
        return True
    text, source = place.text, place.phrases.source
    first = text.find(" ", piece.start, piece.end)
    is_led = source.search(text, max(0, piece.start - _LED), piece.start) is not None
    return is_led or (
        first > 0 and source.search(text, max(0, piece.start - _LED), first) is not None
    )


def _before(
    piece: Span, tokens: Sequence[Token], begin: int, end: int, place: Place
) -> Span | None:
    """A piece before its number, from one word of the clause to another."""
    words = place.words
    if (begin > 1 and _is_rate(tokens[begin - 2], tokens[begin - 1], place)) or (
        words.has_late_verbs and begin < end - 1 and tokens[begin + 1].low == ","
    ):
        # "por cada 100.000 habitantes de cuatro puntos", "untergebracht, in der Lombardei"
        return None
    begin = _behind_amount(tokens, begin, end, place)
    begin = behind_report(tokens, begin, end, words)
    while begin < end and _is_open(tokens[end - 1], place):
        end -= 1
    if begin == end:
        return None
    begin = _behind_help(tokens, begin, end, words)
    while begin < end - 1 and _is_bare_help(tokens, begin, words):
        begin += 1
    begin = before_negation(tokens, behind_comma(tokens, begin, end, words), end, place)
    if _is_only_participle(tokens, begin, end, words):
        return None  # "Sought: £5 million"
    if tokens[begin].low in words.links and any(token.is_verb for token in tokens[begin:end]):
        return None  # "of time has won"
    piece = Span(tokens[begin].span.start, min(piece.end, tokens[end - 1].span.end))
    if end - begin > _FEW or not _is_only_verb(tokens, begin, end, words):
        return piece
    told = _with_subject(tokens, begin, piece, words)
    return told or (piece if _stands_alone(tokens[begin:end], place) else None)


def _is_bare_help(tokens: Sequence[Token], at: int, words: ClauseWords) -> bool:
    """Whether a phrase begins with a verb that is no part of it: ``to have | few waiting``."""
    token = tokens[at]
    is_named = at > 0 and tokens[at - 1].low in words.articles
    return not is_named and (token.low in words.helpers or token.low in words.modals)


def _is_only_participle(tokens: Sequence[Token], begin: int, end: int, words: ClauseWords) -> bool:
    """Whether one word with which a clause begins is no noun, in spite of its capital.

    Nor is one that a verb follows which says of it what is asked: ``estos llegan a``.
    """
    if end - begin > 1 and tokens[begin].low in words.articles and tokens[begin + 1].is_verb:
        return not words.plain_past
    is_first = begin == 0 and end == 1 and not words.has_capital_nouns
    return is_first and words.participle.fullmatch(tokens[0].low) is not None


def _behind_amount(tokens: Sequence[Token], begin: int, end: int, place: Place) -> int:
    """Where a piece begins behind the measure of another number: 7 ``percent | of sales``.

    The end, where no noun follows it.
    """
    words = place.words
    if not begin or tokens[begin].low not in words.measures:
        return begin
    if not words.is_count(tokens[begin - 1]):
        return begin
    rest = range(begin + 1, end)
    return next((at for at in rest if words.is_noun(tokens[at])), end)


def _stands_alone(tokens: Sequence[Token], place: Place) -> bool:
    """Whether a verb without a subject says enough of its number: ``closed for ten days``."""
    is_act = place.measure is Measure.NONE and tokens[0].low not in place.words.weak
    is_lasting = place.measure in (Measure.TIME, Measure.TIMES)
    return is_lasting or is_act or not tokens[-1].is_verb


def _is_amount(tokens: Sequence[Token], at: int, place: Place) -> bool:
    """Whether a word is a number with its measure: ``risen 0.1 percent to a rate``."""
    token, words = tokens[at], place.words
    if place.text[token.span.end : token.span.end + 2].lstrip().startswith("%"):
        return True
    low = tokens[at + 1].low if at + 1 < len(tokens) else ""
    return low in words.measures or (low in words.apart and low not in words.months)


def _at(piece: Span, tokens: Sequence[Token]) -> tuple[int, int]:
    """The first word of a piece, and the first behind it."""
    begin = bisect_left(tokens, piece.start, key=lambda token: token.span.start)
    return begin, bisect_left(tokens, piece.end, key=lambda token: token.span.start)


def _is_rate(per: Token, number: Token, place: Place) -> bool:
    """Whether what follows is only what something is counted by: ``for every 1,000 people``."""
    return per.low in place.phrases.rates and number.low[0].isdecimal()


def _behind_help(tokens: Sequence[Token], begin: int, end: int, words: ClauseWords) -> int:
    """Where a subject begins behind its verb, as another ends the clause: ``muss | die Stadt``."""
    start = begin
    while start < end - 1 and tokens[start].low in words.frames:
        start += 1
    if start < end - 2 and tokens[start].low in words.helpers:
        start += tokens[start + 1].low in words.articles  # "there will be | a recount"
    while begin < start < end - 1 and tokens[start].low in words.articles:
        start += 1
    return start


def _is_open(token: Token, place: Place) -> bool:
    """Whether no label ends with a word: ``das Schiff hat``, ``der Kurs gab``, ``sums of``."""
    words = place.words
    is_lead = words.leads(token) and token.text[0].islower()
    if token.low == "," or (token.low in words.openers and token.low not in words.weak):
        return True
    return is_lead or _is_help(token, words) or _is_parted(token, place)


def _is_parted(verb: Token, place: Place) -> bool:
    """Whether the end of a verb stands at the end of its clause: ``gab`` 2 % ``nach``."""
    words, after = place.words, place.after
    if not (words.has_late_verbs and verb.is_verb and after):
        return False
    last = after[-1]
    if last.low in words.articles and len(after) > 1:
        return True  # "sammelte drei Monate lang Pilze ein"
    return words.leads(last) or (len(last.low) < _PARTICLE and _states(last, words))


def _states(token: Token, words: ClauseWords) -> bool:
    return words.stating.fullmatch(token.low) is not None


def _is_help(token: Token, words: ClauseWords) -> bool:
    """Whether a word only leads to the verb that follows it, or says no more than "has"."""
    return token.low in words.helpers or token.low in words.frames or token.low in words.modals


def _is_only_verb(tokens: Sequence[Token], begin: int, end: int, words: ClauseWords) -> bool:
    """Whether some words are a verb, with what belongs to it alone."""
    is_verb = False
    for at in range(begin, end):
        token = tokens[at]
        is_act = token.is_verb or _is_led(tokens, at, words)
        if not (is_act or _is_beside_verb(token, words)):
            return False
        is_verb = is_verb or is_act
    return is_verb


def _is_led(tokens: Sequence[Token], at: int, words: ClauseWords) -> bool:
    """Whether a word is a participle behind its verb or noun: ``sono aumentati``."""
    token = tokens[at]
    if not at or token.text[0].isupper() or not words.participle.fullmatch(token.low):
        return False
    while at and words.adverb.fullmatch(tokens[at - 1].low):
        at -= 1
    if not at:
        return False
    before = tokens[at - 1]
    if before.low in words.copulas or before.low in words.helpers or before.low in words.frames:
        return True
    return words.plain_past and words.is_noun(before)


def _is_beside_verb(token: Token, words: ClauseWords) -> bool:
    is_small = token.low in words.weak or token.low in words.markers or _is_help(token, words)
    return is_small or words.adverb.fullmatch(token.low) is not None


def _with_subject(
    tokens: Sequence[Token], begin: int, piece: Span, words: ClauseWords
) -> Span | None:
    """A verb with the noun that it is said of; that alone where both are too long."""
    first = begin_of_verbs(tokens, [begin], words)
    while first < begin and tokens[first].low in words.openers:
        first += 1  # "dass Preise gesenkt wurden"
    end = first
    is_relative = end > 0 and tokens[end - 1].low != "," and _is_between(tokens[end - 1], words)
    while end and is_relative and _is_between(tokens[end - 1], words):
        end -= 1
    head = begin_of_phrase(tokens[:end], words)
    if head == end or not stands_alone(tokens, head, words):
        return None
    if counts_other(tokens[head:begin], words):
        return None
    found = phrase_at_end(tokens[:end], words)
    if found is None:
        return None
    if sum(one.span.start < found.start for one in tokens[head:end] if words.is_noun(one)):
        return head_of_phrase(tokens[:end], words)  # the end of a long phrase is not its subject
    both = Span(found.start, piece.end)
    return both if len(both) <= LONGEST else found


def _is_between(token: Token, words: ClauseWords) -> bool:
    """Whether a word stands between a noun and what is said of it: ``the prices, which``."""
    return token.low == "," or (token.low in words.openers and token.low in words.weak)
