"""Finding a passage from its words alone, where the text it was taken from is not known.

The passage and what stood around it are aligned with the few places of the text that share most
words with them; the best of these places is judged like any other.
"""

from __future__ import annotations

from functools import lru_cache
from heapq import nlargest

from briefing.anchoring.alignment import Alignment, word_weights
from briefing.anchoring.find import find_quote
from briefing.anchoring.locate import Range, locate
from briefing.anchoring.long_quotes import find_by_ends
from briefing.anchoring.tokens import Tokens, tokenize
from briefing.anchoring.verbatim import verbatim
from briefing.anchoring.worded import worded
from briefing.model.anchor import ORPHAN, Anchor, Match, MatchState
from briefing.model.span import Span

PLACES = 8
"""Places of the text that are looked at."""
PROMISING = 0.3
"""The share of the best place's votes with which another is looked at."""
COMMON = 400
"""A word that stands more often does not point to a place."""
BIN = 8
"""Words by which a place may shift within the passage because of edits."""
MARGIN = 24
"""Words on both sides of a place that are looked at too."""
MANY = 1500
"""Words of a passage above which only two places are looked at."""
LONG = 60_000
"""Characters of a passage above which it is found by its ends: a long chapter."""
CLOSE = 0.08
"""Two places this close in confidence leave the reader to choose."""
VERBATIM_TWINS = 0.5
"""The confidence of a place that has a twin to the letter."""


class FragmentAlignment(Alignment):
    """A passage with its surroundings beside a stretch of text."""

    def __init__(self, old: Tokens, new: Tokens, weights: list[float]) -> None:
        super().__init__(old, new)
        self._weights = weights

    @property
    def weights(self) -> list[float]:
        """How much each word of the fragment tells in the whole text."""
        return self._weights

    @property
    def kinship(self) -> float:
        """Nothing is known about the text the fragment came from."""
        return 0.0


def resolve(anchor: Anchor, text: str) -> Match:
    """Where the passage of an anchor is in a text.

    Args:
        anchor: The passage in words; its span only decides between places that are alike.
        text: The reading text to find it in.
    """
    if not anchor.quote.strip():
        return ORPHAN
    return worded(_found(anchor, text), anchor.quote, text, anchor.before, anchor.after)


def _found(anchor: Anchor, text: str) -> Match:
    """The place alone."""
    whole = verbatim(text).places(anchor.before + anchor.quote + anchor.after)
    if whole:
        return _verbatim(anchor, [at + len(anchor.before) for at in whole])
    if len(anchor.quote) > LONG:
        return find_by_ends(anchor, text, _found)
    fragment = tokenize(anchor.before + anchor.quote + anchor.after)
    span = Span(len(anchor.before), len(anchor.before) + len(anchor.quote))
    tokens = fragment.between(span.start, span.end)
    if tokens[0] == tokens[1]:
        return _punctuation(anchor, text)
    return _best(anchor, _candidates(fragment, span, tokens, _words_of(text)))


def _verbatim(anchor: Anchor, starts: list[int]) -> Match:
    """The passage where its words and all around them stand as they stood.

    Where they stand so more than once nothing in the words tells which is meant: the place nearest
    to where it was is only a guess.
    """
    hint = anchor.span.start if anchor.span else 0
    start = min(starts, key=lambda at: abs(at - hint))
    span = Span(start, start + len(anchor.quote))
    if len(starts) == 1:
        return Match(span, MatchState.ANCHORED, 1.0)
    return Match(span, MatchState.UNCERTAIN, VERBATIM_TWINS)


def _candidates(fragment: Tokens, span: Span, tokens: Range, words: Tokens) -> list[Match]:
    """What the places that share words with a fragment turn out to be."""
    counts = {word: len(words.positions.get(word, ())) for word in fragment.words}
    weights = word_weights(fragment.words, counts, len(words))
    found: dict[Span, Match] = {}
    for first, last in _places(fragment, tokens, words, weights):
        window = slice_tokens(words, first, last)
        match = locate(FragmentAlignment(fragment, window, weights), span, tokens)
        if match.span is not None:
            here = match.span.moved(words.starts[first])
            known = found.get(here)
            if known is None or known.confidence < match.confidence:
                found[here] = Match(here, match.state, match.confidence)
    return list(found.values())


def _places(fragment: Tokens, tokens: Range, words: Tokens, weights: list[float]) -> list[Range]:
    """The stretches of a text that share most words with a fragment, best first."""
    votes: dict[int, float] = {}
    for i, word in enumerate(fragment.words):
        places = words.positions.get(word, ())
        if len(places) > COMMON:
            continue
        worth = weights[i] * (2 if tokens[0] <= i < tokens[1] else 1)
        for j in places:
            for place in ((j - i) // BIN, (j - i) // BIN + 1):
                votes[place] = votes.get(place, 0.0) + worth
    margin = MARGIN + len(fragment) // 2
    best = nlargest(PLACES if len(fragment) <= MANY else 2, votes, key=votes.__getitem__)
    starts = [place * BIN - BIN for place in best if votes[place] >= PROMISING * votes[best[0]]]
    ends = [(max(0, start - margin), start + len(fragment) + margin) for start in starts]
    return [(low, min(high, len(words))) for low, high in ends if low < min(high, len(words))]


def slice_tokens(tokens: Tokens, first: int, last: int) -> Tokens:
    """A part of a text's words, as if it were a text of its own."""
    by = tokens.starts[first]
    return Tokens(
        tokens.text[by : tokens.ends[last - 1]],
        [start - by for start in tokens.starts[first:last]],
        [end - by for end in tokens.ends[first:last]],
        tokens.words[first:last],
    )


def _best(anchor: Anchor, matches: list[Match]) -> Match:
    """The surest of several places; the one nearest to where it was, where they are alike."""
    if not matches:
        return ORPHAN
    top = max(match.confidence for match in matches)
    alike = [match for match in matches if match.confidence >= top - CLOSE]
    exact = [match for match in alike if match.confidence == top]
    hint = anchor.span.start if anchor.span else 0
    best = min(exact, key=lambda match: abs(match.span.start - hint) if match.span else 0)
    if len(alike) == 1:
        return best
    return Match(best.span, MatchState.UNCERTAIN, best.confidence)


def _punctuation(anchor: Anchor, text: str) -> Match:
    """A passage without words is only found where its surroundings are the same too."""
    places = find_quote(text, anchor.quote, anchor.before, anchor.after)
    if len(places) != 1:
        return ORPHAN
    return Match(places[0], MatchState.UNCERTAIN, 0.5)


@lru_cache(maxsize=4)
def _words_of(text: str) -> Tokens:
    """Many anchors are looked for in one text."""
    return tokenize(text)
