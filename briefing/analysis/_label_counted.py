"""What is said of things that are counted: ``homes collapsed``, ``found … rifles``.

The unit already tells what is counted. A label adds what these are or do, or what was done to
them, where the words right beside the number tell it: a predicate, a participle, a clause that
begins with a pronoun, or the verb that has the number as its object.

Languages with adjectives behind their noun have rooms of their own, `_label_counted_before` and
`_label_counted_behind`: there a participle behind the noun hardly ever is a past tense, so that it
tells what is counted, and a verb before the number may have it as subject. In the others that
participle may be a past tense (``12 men shot``), or the verb may stand at the end of its clause.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis._clause import ClauseWords, Token
from briefing.analysis._label_counted_before import said_postposed
from briefing.analysis._label_counted_clause import clause_behind, complement, relative
from briefing.analysis._label_counted_deed import deed
from briefing.analysis._label_counted_end import end_of_said, helping
from briefing.analysis._label_counted_late import is_undergone, late, torn
from briefing.analysis._label_counted_turned import parted
from briefing.analysis._label_counted_verbs import is_participle
from briefing.analysis._label_predicate import begins_clause
from briefing.analysis._noun_phrases import LONGEST, fit
from briefing.analysis._place import Place, bare
from briefing.model.span import Span

_ALONE = 40
"""Characters of a deed that stands alone because its noun is long."""

_HYPHENS = ("-", "\u2010", "\u2011")


def said_of_counted(place: Place) -> tuple[Span, ...]:
    """What is said of the counted, mostly with their noun, in one or two parts of the text.

    There are none where no words beside the number say that surely.
    """
    unit = _unit(place)
    if unit is None:
        return ()
    if ends := _lost(place):
        return ends
    if place.order == "postposed":
        return said_postposed(place, unit)
    if not _is_parted(place) and (found := _beside(place, unit)):
        return found
    behind = clause_behind(place)
    return (behind,) if behind is not None else _deed(place, unit) or _joined(place, unit)


def _beside(place: Place, unit: Span) -> tuple[Span, ...]:
    """The counted with what the words right behind them say, or what these say apart."""
    for look in (_predicate, _planned, _participle, relative, late):
        end = look(place, LONGEST - len(unit) - 1)
        if end is not None and end - unit.start <= LONGEST:
            return (Span(unit.start, end),)
    return _beyond(place) or torn(place) or parted(place)


def _joined(place: Place, unit: Span) -> tuple[Span, ...]:
    """The counted with what a preposition joins to them."""
    end = None if _is_parted(place) else complement(place, LONGEST - len(unit) - 1)
    return () if end is None else (Span(unit.start, end),)


def _deed(place: Place, unit: Span) -> tuple[Span, ...]:
    done = deed(place)
    if done is None:
        return ()
    after = place.after
    if place.words.has_late_verbs and " " not in done.of(place.text) and after:
        behind = Span(after[0].span.start, after[-1].span.end)  # "leben 50 Bären im Trentino"
        if fit(done, behind):
            return (done, behind)
    return (done, unit) if fit(done, unit) else (done,) if len(done) <= _ALONE else ()


def _lost(place: Place) -> tuple[Span, ...]:
    """Both parts of a verb that says that the counted died: ``kamen … ums Leben``."""
    begin = place.before[0].span.start if place.before else place.span.start
    last = place.phrases.lost.behind.match(place.text, place.span.end)
    first = place.phrases.lost.before.search(place.text[begin : place.span.start]) if last else None
    if last is None or first is None:
        return ()
    return (Span(begin + first.start(1), begin + first.end(1)), Span(*last.span(1)))


def _unit(place: Place) -> Span | None:
    """Where the noun stands that is counted, if its number ends in it."""
    unit, text, end = place.unit or "", place.text, place.span.end
    begin = end - len(unit)
    is_compound = text[begin - 1 : begin] in _HYPHENS  # "the 190-country agency"
    is_last = bool(unit) and text.startswith(unit, begin) and not is_compound
    return Span(begin, end) if is_last else None


def _is_parted(place: Place) -> bool:
    """Whether a mark stands between a number and the words behind it."""
    after = place.after
    return not after or bool(place.text[place.span.end : after[0].span.start].strip())


def _predicate(place: Place, most: int) -> int | None:
    """The end of what the counted are said to do or be: homes ``collapsed in May``."""
    words, after = place.words, place.after
    is_past = words.plain_past and len(after) > 1 and words.is_noun(after[1])
    is_past = is_past and words.participle.fullmatch(after[0].low) is not None
    is_past = is_past and not words.counted.gerund.fullmatch(after[0].low)  # "crowds blocked roads"
    if is_past and not begins_clause(_lead(place), place):
        return None  # "a fire left 2 houses charred ruins"
    if not (is_past or _is_verb(after[0], words)) or _describes(place):
        return None
    if words.has_late_verbs and _waits(place):
        return None
    return end_of_said(after, words, most) if _is_subject(place) else None


def _describes(place: Place) -> bool:
    """Whether the word behind a number describes another noun: einen 10 Zoll ``großen`` Schirm."""
    words, after, lead = place.words, place.after, place.before[-1:]
    is_led = any(one.low in words.articles for one in lead) and words.has_capital_nouns
    return is_led and len(after) > 1 and after[1].text[0].isupper()


def _is_verb(token: Token, words: ClauseWords) -> bool:
    """Whether a word behind a noun is a verb; where nouns have capitals its form tells it."""
    has_form = words.has_capital_nouns and words.verb_forms.fullmatch(token.low) is not None
    is_known = token.is_verb or token.low in helping(words)
    return is_known or (has_form and token.text.islower() and token.low not in words.no_verbs)


def _waits(place: Place) -> bool:
    """Whether more of what is said follows a comma: seien ``von Stürmen`` und Bränden betroffen."""
    words, after = place.words, place.after
    if place.text[after[-1].span.end : after[-1].span.end + 1] != ",":
        return False
    frames = after[0].low in words.frames or after[0].low in words.copulas
    return len(after) == 1 or (frames and not is_participle(after[-1], words))


def _planned(place: Place, most: int) -> int | None:
    """The end of what is to happen to the counted: homes ``to be built near the port``."""
    words, after = place.words, place.after
    if len(after) == 1 or after[0].low not in words.markers or not after[1].is_verb:
        return None
    return end_of_said(after[1:], words, most - len(after[0].text) - 1)


def _is_subject(place: Place) -> bool:
    """Whether what is counted begins a clause, or what somebody says: ``they said`` 12 rooms."""
    lead = _lead(place)
    if begins_clause(lead, place) or lead[-1].low in place.words.counted.sayings:
        return True
    return _is_said(lead, place) or _is_behind_moment(lead, place)


def _is_behind_moment(lead: Sequence[Token], place: Place) -> bool:
    """Whether a clause tells when another was: it closed ``after`` 12 men were hurt."""
    words, after = place.words, place.after
    is_moment = place.phrases.moment.match(f" {lead[-1].low}") is not None
    is_verb = after[0].low in words.copulas or after[0].low in words.helpers
    if words.has_late_verbs or not (is_moment and is_verb) or any(map(words.opens_inner, lead)):
        return False
    return any(one.is_verb or is_participle(one, words) for one in lead[:-1])


def _is_said(lead: Sequence[Token], place: Place) -> bool:
    """Whether a verb stands before the counted and another behind these, where verbs are early."""
    words = place.words
    is_other = words.participle.fullmatch(lead[-1].low) or words.nonfinite.fullmatch(lead[-1].low)
    return lead[-1].is_verb and not words.has_late_verbs and not is_other


def _lead(place: Place) -> list[Token]:
    """The words before a number, but for those that only lead to it: ``a total of``, ``all``."""
    rest = bare(place.before, place.words)
    if len(rest) > 1 and rest[-1].low in place.words.links and rest[-2].low in place.words.vague:
        return bare(rest[:-2], place.words)
    is_all = bool(rest) and rest[-1].low in place.words.inside and not place.words.leads(rest[-1])
    return rest[:-1] if is_all and rest[-1].low not in place.words.conjunctions else rest


def _participle(place: Place, most: int) -> int | None:
    """The end of a participle that tells what was done to the counted: people ``arrested``."""
    words, after = place.words, place.after
    has_object = words.plain_past and len(after) > 1 and words.is_noun(after[1])
    if has_object or not is_participle(after[0], words):
        return None  # "a plane with 12 people crashed, blocking the road", "left its track"
    if words.has_late_verbs and (after[0].low in words.counted.idle or not is_undergone(place)):
        return None
    return end_of_said(after, words, most)


def _beyond(place: Place) -> tuple[Span, ...]:
    """What is said behind a place of the counted: 106 people in 21 cities ``have been killed``."""
    words, after = place.words, place.after
    lead = _lead(place)
    is_begun = begins_clause(lead, place) or lead[-1].low in words.counted.sayings
    if not words.leads(after[0]) or not is_begun:
        return ()
    verbs = (at for at, one in enumerate(after) if one.is_verb or one.low in helping(words))
    begin = next(verbs, None)
    if begin is None or begin == 1 or not _is_finite(after[begin], words):
        return ()
    inner = after[1:begin]
    if any(words.opens_inner(one) and not words.leads(one) for one in inner):
        return ()
    end = end_of_said(after[begin:], words)
    start = after[begin].span.start
    return () if end is None or end - start > LONGEST else (Span(start, end),)


def _is_finite(token: Token, words: ClauseWords) -> bool:
    return token.low in helping(words) or not words.participle.fullmatch(token.low)
