"""What happens to what is counted, where adjectives stand behind their noun.

There the words before the number tell it: a verb with its subject (``el fuego destruyó`` … casas),
a passive (``sono state chiuse`` … scuole), or a noun (``la destruction de`` … maisons).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from briefing.analysis._clause import ClauseWords, Token
from briefing.analysis._label_counted_behind import lead_of, part_of, said_behind
from briefing.analysis._label_counted_lead import before_list, begins_behind, whole_lead
from briefing.analysis._label_counted_verbs import has_pronoun, is_finite, is_participle
from briefing.analysis._noun_phrases import begin_of_phrase, fit
from briefing.analysis._place import Place
from briefing.analysis._subjects import stands_alone
from briefing.model.span import Span

_APOSTROPHES = ("'", "’")


def said_postposed(place: Place, unit: Span) -> tuple[Span, ...]:
    """The noun that is counted with what is said of it, in one or two parts of the text.

    Args:
        place: Its number.
        unit: Where the noun stands.
    """
    named = unit.of(place.text).lower().split()
    if any(low in place.words.measures - place.words.stop for low in (named[0], named[-1])):
        return ()  # "les 2 dernières années"
    end = said_behind(place, unit.start)
    if end is not None:
        return (Span(unit.start, end),)
    done = _deed(place)
    if done is None or place.text[done.end - 1] in _APOSTROPHES:
        return ()
    piece = _filled(_without_open(unit, place), place)
    return (done, piece) if fit(done, piece) else ()


def _filled(unit: Span, place: Place) -> Span:
    """What is counted with an adjective that its unit leaves out: pies ``cuadrados``."""
    words, after, noun = place.words, place.after, unit.of(place.text).split()[0].lower()
    if unit.end != place.span.end or not after or place.text[unit.end : after[0].span.start] != " ":
        return unit
    plurals, first = place.phrases.plurals, after[0]
    is_plural = noun.endswith(plurals) and first.low.endswith(plurals)
    is_small = words.leads(first) or first.low in words.openers or first.low in words.conjunctions
    is_led = len(after) > 1 and words.leads(after[1])  # "botas procedentes de Elche"
    is_adjective = is_plural and not (is_small or is_led) and words.is_noun(first)
    is_adjective = is_adjective and first.text.islower() and not is_participle(first, words)
    return Span(unit.start, first.span.end) if is_adjective else unit


def _without_open(unit: Span, place: Place) -> Span:
    """What is counted without a participle that more belongs to: ``personas ligadas`` a un club."""
    words, after, last = place.words, place.after, place.text.rfind(" ", unit.start, unit.end)
    if last < 0 or not after or not words.leads(after[0]):
        return unit
    low = place.text[last + 1 : unit.end]
    return Span(unit.start, last) if words.participle.fullmatch(low) else unit


def _deed(place: Place) -> Span | None:
    """What stands before a number and tells what is done by, with or to so many."""
    if place.phrases.comparison.match(place.text, place.span.end):
        return None  # "tiene 3 partidos más que otros"
    rest = lead_of(place)
    shared = before_list(rest, place.words)
    if shared is not None and _is_left_out(rest[len(shared) :], place):
        return None
    return _done(rest if shared is None else shared, place) or whole_lead(place)


def _is_left_out(counts: Sequence[Token], place: Place) -> bool:
    """Whether a list counts several of one thing: 9 personas heridas y 3 ``evacuadas``."""
    words, unit = place.words, place.unit or ""
    number = next((at for at, one in enumerate(counts) if words.is_count(one)), len(counts))
    forms = [words.participle.fullmatch(one.low) for one in counts[number + 1 : number + 3]]
    is_short = words.participle.fullmatch(unit) is not None
    return is_short and len(forms) > 1 and forms[0] is None and forms[1] is not None


def _done(rest: Sequence[Token], place: Place) -> Span | None:
    """A verb or noun at the end of some words, with the preposition behind it."""
    words, lead = place.words, len(rest)
    while lead and words.leads(rest[lead - 1]):
        lead -= 1
    if not lead or len(rest) - lead > 1:
        return None
    begin = _begin_of_verbs(rest[:lead], place)
    if begin == lead and words.nonfinite.fullmatch(rest[lead - 1].low):
        start = _start_of_aim(rest[:lead], place)
    elif begin < lead:
        start = _start_of_act(rest[:lead], begin, place, lead < len(rest))
    else:
        start = _start_of_noun(rest, lead, place)
    return None if start is None else Span(start, rest[-1].span.end)


def _begin_of_verbs(rest: Sequence[Token], place: Place) -> int:
    """Where the verbs begin that some words end in, with their pronouns and negations."""
    words, begin = place.words, len(rest)
    if begin > 1 and rest[-2].low in words.clitics and words.is_noun(rest[-1]):
        begin -= 1  # "si aggiudica"
    while begin and _is_verbal(rest[begin - 1], place) and not _is_named(rest, begin - 1, words):
        begin -= 1
    while begin < len(rest) and words.adverb.fullmatch(rest[begin].low):
        begin += 1
    verbs = rest[begin:]
    has_verb = any(is_finite(one, words) or is_participle(one, words) for one in verbs)
    if not has_verb and not (len(verbs) > 1 and verbs[-2].low in words.clitics):
        return len(rest)
    return begin


def _is_named(rest: Sequence[Token], at: int, words: ClauseWords) -> bool:
    """Whether what looks like a participle is a noun: ``le feu`` a pris, ``testo`` scritto da."""
    one = rest[at]
    if one.is_verb or not is_participle(one, words):
        return False
    is_behind = at > 0 and rest[at - 1].low in words.articles
    following = rest[at + 1].low if at + 1 < len(rest) else ""
    is_before = following in words.clitics or words.participle.fullmatch(following) is not None
    return is_behind or is_before


def _is_verbal(token: Token, place: Place) -> bool:
    """Whether a word is a verb or may stand among verbs."""
    words, low = place.words, token.low
    is_part = is_participle(token, words) or words.nonfinite.fullmatch(low) is not None
    is_small = low in words.clitics or words.adverb.fullmatch(low) is not None
    is_negation = place.phrases.negated.fullmatch(low) is not None
    is_verb = token.is_verb or is_finite(token, words)
    return is_verb or (is_part and token.text[0].islower()) or is_small or is_negation


def _start_of_act(rest: Sequence[Token], begin: int, place: Place, is_led: bool) -> int | None:
    """Where the subject of some verbs begins, or they themselves where they need none."""
    words, verbs = place.words, rest[begin:]
    if all(_says_nothing(one, words) for one in verbs):
        return None
    if begin and _is_pronoun(rest[begin - 1], words):
        return _start_of_relative(rest, begin - 1, words)
    first = begin_of_phrase(rest[:begin], words)
    joint = max((at for at in range(first, begin) if _is_joint(rest, at, words)), default=-1)
    first = joint + 2 if joint >= 0 else first
    is_time = first < begin and rest[first].low in words.measures
    if first < begin and not is_time and stands_alone(rest[:begin], first, words):
        has_article = first > 0 and rest[first - 1].low in words.articles
        lead = first - has_article
        is_first = begins_behind(rest, lead, words)
        has_noun = any(map(words.is_noun, rest[first:begin]))
        if has_noun and (is_first or joint >= 0) and not words.leads(rest[first]):
            return rest[first].span.start
    if is_led:
        return None
    if _needs_no_subject(verbs, rest[:begin], words):
        return rest[begin].span.start
    part = part_of(rest[:begin], words)
    has_noun = any(map(words.is_noun, part))
    return part[0].span.start if has_noun and _is_led(part, words) else None


def _is_joint(rest: Sequence[Token], at: int, words: ClauseWords) -> bool:
    """Whether "and" joins a clause that begins with an article there."""
    is_article = at + 1 < len(rest) and rest[at + 1].low in words.articles
    is_joint = rest[at].low in words.conjunctions
    return is_joint and is_article and begins_behind(rest, at + 1, words)


def _says_nothing(token: Token, words: ClauseWords) -> bool:
    low = token.low
    is_small = low in words.helpers or low in words.modals or low in words.copulas
    return is_small or low in words.clitics or words.adverb.fullmatch(low) is not None


def _is_pronoun(token: Token, words: ClauseWords) -> bool:
    low = token.low
    return low in words.weak and low not in words.articles


def _start_of_relative(rest: Sequence[Token], at: int, words: ClauseWords) -> int | None:
    """Where the noun begins that a pronoun before a verb stands for: ``club que reúne``."""
    end = at - 1 if at and rest[at - 1].low == "," else at
    begin = begin_of_phrase(rest[:end], words)
    if begin == end or not any(map(words.is_noun, rest[begin:end])):
        return None
    nouns = rest[max(0, begin - 1) : end]
    if any(one.low in words.conjunctions for one in nouns):
        return None  # "indígenas y rom, que cuentan": more of them may be meant
    nouns = rest[begin:end]
    head = next((n for n, one in enumerate(nouns) if words.is_noun(one)), 0)
    return nouns[head].span.start


def _needs_no_subject(verbs: Sequence[Token], before: Sequence[Token], words: ClauseWords) -> bool:
    """Whether verbs tell alone what happens: a passive, also with a pronoun: ``se vendieron``."""
    part = part_of(before, words)
    has_noun = any(words.is_noun(one) and not is_participle(one, words) for one in part)
    if has_noun and not _is_led(part, words):
        return False
    has_copula = any(one.low in words.copulas for one in verbs)
    if is_participle(verbs[-1], words) and (has_copula or len(verbs) == 1):
        return has_copula or not (before or verbs[-1].is_verb)
    return verbs[0].low in words.clitics or any(has_pronoun(one.low, words) for one in verbs)


def _is_led(part: Sequence[Token], words: ClauseWords) -> bool:
    """Whether what stands before verbs is no subject, but says where or when."""
    is_led = words.leads(part[0]) or words.adverb.fullmatch(part[0].low) is not None
    return is_led and not any(one.is_verb for one in part)


def _start_of_aim(rest: Sequence[Token], place: Place) -> int | None:
    """Where an aim begins, or what comes of something: ``para comprar``, ``, causando``."""
    before = rest[-2] if len(rest) > 1 else None
    if before is None or before.low == ",":
        return None if before is None else rest[-1].span.start
    is_aim = place.phrases.purpose.fullmatch(f" {before.low} ") is not None
    return before.span.start if is_aim else None


def _start_of_noun(rest: Sequence[Token], lead: int, place: Place) -> int | None:
    """Where a noun begins that a link joins to the number: ``arresto di``."""
    words, ofs = place.words, place.phrases.ofs
    if lead == len(rest) or rest[-1].low not in words.links:
        return None
    begin = lead
    while begin and _is_in_phrase(rest[begin - 1], ofs, words):
        begin -= 1
    nouns = rest[begin:lead]
    if not nouns or nouns[0].low in words.vague or not words.is_noun(nouns[0]):
        return None
    is_headline = not begin and nouns[0].text[0].isupper() and rest[-1].low in ofs
    has_article = begin > 0 and rest[begin - 1].low in _joined_articles(words) - ofs
    return nouns[0].span.start if has_article or is_headline else None


@lru_cache(maxsize=8)
def _joined_articles(words: ClauseWords) -> frozenset[str]:
    """What begins a noun phrase, also joined to "of": ``del`` equipo de 12 hombres."""
    return words.articles | words.conjunctions | words.links


def _is_in_phrase(token: Token, ofs: frozenset[str], words: ClauseWords) -> bool:
    """Whether a noun that is joined to a number may have a word in it: ``plan de despidos``."""
    is_small = words.leads(token) or token.low in words.articles or token.low in words.conjunctions
    return token.low in ofs or (not is_small and words.goes_on(token))
