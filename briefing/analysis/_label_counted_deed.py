"""What is done to the counted: the verb before the number, and who does it."""

from __future__ import annotations

from briefing.analysis._label_acts import act
from briefing.analysis._label_counted_end import helping, is_participle
from briefing.analysis._place import Place, bare
from briefing.model.span import Span


def deed(place: Place) -> Span | None:
    """The verb whose object is counted, with a short subject: ``The police found`` 3 rifles."""
    words, rest = place.words, bare(place.before, place.words)
    if words.has_late_verbs and not _ends_clause(place):
        return None  # "sie machten 3 Fehler | dafür verantwortlich"
    whole = act(place)
    if whole is not None:
        return whole
    begin = len(rest)
    while begin and (rest[begin - 1].is_verb or is_participle(rest[begin - 1], words)):
        begin -= 1
    verbs = rest[begin:]
    is_first = not begin or rest[begin - 1].low in words.openers or rest[begin - 1].low == ","
    if all(one.low in helping(words) for one in verbs) or not (verbs[0].is_verb or is_first):
        return None  # "ils ont fait | leur entrée"
    return Span(verbs[0].span.start, verbs[-1].span.end)


def _ends_clause(place: Place) -> bool:
    """Whether no verb or part of one can stand at the end of a clause, behind the number."""
    after = place.after
    return not after or (place.words.has_capital_nouns and after[-1].text[0].isupper())
