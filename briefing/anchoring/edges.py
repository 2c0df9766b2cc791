"""The exact ends of a passage whose ends were edited."""

from __future__ import annotations

from briefing.anchoring.tokens import PHRASE, SENTENCE, Tokens
from briefing.anchoring.verify import similarity
from briefing.model.span import Span
from briefing.text.fold import fold_cluster

BREAK_WORTH = 6.0
"""Letters of likeness that weigh as much as ending a passage where a sentence ends."""
WHOLE_WORTH = 4.0
"""What it is worth to take the whole piece, where nothing of it was outside the passage."""
HIDDEN = 8
"""Invisible characters that may have come between the punctuation at an end of a passage."""


def split_edge(
    old: Tokens, new: Tokens, outside: range, inside: range, piece: range, *, left: bool
) -> int:
    """Where a replaced piece is divided between a passage and its surroundings.

    Args:
        old: The old text's words.
        new: The new text's words.
        outside: Old tokens of the piece that were not part of the passage.
        inside: Old tokens of the piece that were.
        piece: The new tokens that stand there now.
        left: Whether this is the passage's beginning (else its end).

    Returns:
        The first new token of the passage, or the one after its last.
    """
    border = inside.start if left else inside.stop
    ours, theirs = _words(old, inside), _words(old, outside)
    best, cut = -1.0, piece.start
    for at in range(piece.start, piece.stop + 1):
        before, after = _words(new, range(piece.start, at)), _words(new, range(at, piece.stop))
        mine, rest = (after, before) if left else (before, after)
        score = len(ours) * similarity(ours, mine) + len(theirs) * similarity(theirs, rest)
        score += _agreement(old.break_before(border), new.break_before(at))
        if not outside and not rest:
            score += WHOLE_WORTH
        score -= 0.01 * abs(len(mine) - len(ours))
        if score > best:
            best, cut = score, at
    return cut


def _agreement(old_break: int, new_break: int) -> float:
    """What it is worth, in letters, that a passage ends at a break like before."""
    if new_break >= SENTENCE:
        return BREAK_WORTH if old_break >= SENTENCE else -BREAK_WORTH
    return BREAK_WORTH / 2 if old_break == new_break == PHRASE else 0.0


def place_chars(
    old: Tokens, new: Tokens, span: Span, tokens: tuple[int, int], place: tuple[int, int]
) -> tuple[int, int]:
    """The characters of a passage, once its tokens are known.

    A passage that begins or ends inside a word does so again, and punctuation at its ends is taken
    along where it is still there.
    """
    start, end = new.starts[place[0]], new.ends[place[1] - 1]
    cut = span.start - old.starts[tokens[0]]
    if cut <= 0:
        lead = old.text[span.start : span.start - cut]
        start -= _agreeing(lead[::-1], new.text[max(0, start - len(lead) - HIDDEN) : start][::-1])
    elif _agreeing(old.words[tokens[0]], new.words[place[0]]) >= cut:
        start = min(start + cut, new.ends[place[0]] - 1)
    cut = old.ends[tokens[1] - 1] - span.end
    if cut <= 0:
        trail = old.text[span.end + cut : span.end]
        end += _agreeing(trail, new.text[end : end + len(trail) + HIDDEN])
    elif _agreeing(old.words[tokens[1] - 1][::-1], new.words[place[1] - 1][::-1]) >= cut:
        end = max(end - cut, start + 1)
    return start, max(start, end)


def _agreeing(wanted: str, found: str) -> int:
    """How many characters of the second stretch of punctuation agree with the first, folded.

    Invisible ones agree with anything, as long as a visible one follows that does.
    """
    ours = [folded for char in wanted if (folded := fold_cluster(char))]
    count = agreed = 0
    for place, char in enumerate(found):
        folded = fold_cluster(char)
        if agreed == len(ours) or (folded and folded != ours[agreed]):
            break
        if folded:
            agreed, count = agreed + 1, place + 1
    return count


def _words(tokens: Tokens, which: range) -> str:
    return " ".join(tokens.words[which.start : which.stop])
