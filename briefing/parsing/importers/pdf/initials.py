"""Large initials that reach down over several lines, as paragraphs begin in magazines and notes.

Such a letter stands on the second or third of the lines beside it, and so is on none of them that
it begins. It becomes the beginning of the first one; the lines beside it begin where it does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.model.records import replace
from briefing.parsing.importers.pdf.lines import Stretch

_LARGE = 1.8
"""Times the size of the lines beside it: that of an initial."""
_CLOSE = 0.6
"""The same: how far from it they begin at most."""
_RISE = 0.55
"""Times its own size: how high above its foot the first line stands at least."""
_DEPTH = 0.4
"""The same: how far below its foot the last line beside it may stand."""
_FEWEST = 2
"""Lines that stand beside it."""
_INITIAL = re.compile(r"[«“„\"'‘¿¡]?\s?[^\W\d_a-zß-öø-ÿ]['’]?")
"""A letter, with a mark before or behind it as in “C’est”."""
_CONSONANT = re.compile("[B-DF-HJ-NP-TV-XZ]")
_SAME_EDGE = 2.0
"""Points between lines that begin at the same edge."""


def with_initials(stretches: Sequence[Stretch]) -> list[Stretch]:
    """The lines of a page, those that begin with a large initial as whole words."""
    found = list(stretches)
    for initial in stretches:
        if not _INITIAL.fullmatch(initial.text):
            continue
        beside = [at for at, line in enumerate(found) if _is_beside(line, initial)]
        beside.sort(key=lambda at: -found[at].base)
        if len(beside) < _FEWEST or not _begins(found[beside[0]], initial):
            continue
        for at in beside:
            found[at] = replace(found[at], left=initial.left)
        first = found[beside[0]]
        head = f"{initial.text} " if _is_word(initial.text, first, found) else initial.text
        gaps = tuple(replace(gap, words=gap.words + head.count(" ")) for gap in first.gaps)
        looks = f"{head}{first.looks}" if first.looks else ""
        found[beside[0]] = replace(first, text=f"{head}{first.text}", looks=looks, gaps=gaps)
        found = [line for line in found if line is not initial]
    return found


def _is_beside(line: Stretch, initial: Stretch) -> bool:
    """Whether a line stands right of an initial, as high as it is, or just below."""
    size = line.size
    return (
        initial.size >= _LARGE * size
        and -_SAME_EDGE <= line.left - initial.right <= _CLOSE * size
        and -_DEPTH <= (line.base - initial.base) / initial.size <= 1
    )


def _begins(line: Stretch, initial: Stretch) -> bool:
    """Whether the highest line beside an initial goes on with its word."""
    is_high = line.base - initial.base >= min(_RISE * initial.size, line.size * 0.8)
    return is_high and line.text[:1].isalpha()


def _is_word(letter: str, line: Stretch, lines: Sequence[Stretch]) -> bool:
    """Whether an initial is a word of one letter: then the word behind it stands elsewhere, too."""
    following = line.text.partition(" ")[0].casefold()
    said = sum(other.text.casefold().split().count(following) for other in lines)
    return not _CONSONANT.match(letter) and len(following) > 1 and said > 1
