"""Words as the index of a library keeps them: one spelling for all that a search finds alike.

SQLite's ``unicode61`` folds case and the accents of Latin letters. What `briefing.text.spellings`
says besides is done here, to the texts that go in and to the words that are asked for:

========================================  =============================================
what                                      becomes
========================================  =============================================
letters set as one, letters with a stroke  plain ones (``ﬁ`` to ``fi``, ``ø`` to ``o``)
accents of Greek, Cyrillic and others     nothing
what is not seen                          nothing
a word parted at the end of a line        itself, and whole behind it: ``sol- diers soldiers``
scripts without spaces                    pairs of characters; the last of a run alone, too
========================================  =============================================
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

from briefing.text.pairs import has_run, in_pairs, last_of_runs, runs
from briefing.text.spellings import ACCENTED_RANGES, ACCENTS, APART, HYPHENS, LIKE, UNSEEN, as_meant

PARTED = "\ue000"
"""Stands at the end of a text in which words are parted: a phrase may go on behind such a word."""
LONGEST_PARTED = 4
"""Lines over which a word may be parted; each stretch of its pieces is put behind it."""

_TOKEN = re.compile(r"\w+")
"""What ``unicode61`` takes for a word here: letters, digits and ``_``."""
_MARK = re.compile(f"[{ACCENTS}]")
_IS_PARTED = re.compile(rf"[{HYPHENS}](?<=\w.)\s+\w")
_CHAIN = re.compile(rf"\w++(?:[{HYPHENS}]\s++\w++)+")
_PARTING = re.compile(rf"[{HYPHENS}]\s+")


def index_words(text: str) -> str:
    """A text as it goes into the index."""
    if not text.isascii():
        text = plain_words(text)
    if _IS_PARTED.search(text) is not None:
        joined = _CHAIN.sub(lambda chain: " ".join((chain[0], *_joined(chain[0]))), text)
        text = f"{joined} {PARTED}" if joined != text else text
    ends = " ".join(sorted(set(last_of_runs(text))))
    return f"{in_pairs(text)} {ends}" if ends else text


def asked_words(typed: str) -> list[str]:
    """The words of a term as the index has them, in their order.

    Of a script without spaces each run is one, its pairs with spaces between them; other words
    beside it are left out, for they may be parts of longer ones.

    Args:
        typed: One word or a phrase, as a reader typed it.
    """
    plain = plain_words(as_meant(typed))
    if has_run(plain):
        return [in_pairs(run).strip() for run in runs(plain)]
    return _TOKEN.findall(plain)


def plain_words(text: str) -> str:
    """A text whose letters are spelled as in the index; nothing is put behind its words."""
    return _odd().sub(_spelling, text)


def is_spelled_plainly(typed: str) -> bool:
    """Whether all that the index has for a word is what a search finds for it."""
    return has_run(typed) or plain_words(typed.lower()) == typed == as_meant(typed)


def _spelling(found: re.Match[str]) -> str:
    """What the index has for a character; a soft hyphen at the end of a line is a hyphen there."""
    if found[0] == "\u00ad" and found.string[found.end() : found.end() + 1].isspace():
        return "-" if found.string[found.start() - 1 : found.start()] not in HYPHENS else ""
    return _spelled().get(found[0], "")


def _joined(chain: str) -> Iterator[str]:
    """Every stretch of the pieces of a parted word, as one word."""
    pieces = _PARTING.split(chain)
    for first in range(len(pieces)):
        for end in range(first + 2, min(len(pieces), first + LONGEST_PARTED) + 1):
            yield "".join(pieces[first:end])


@lru_cache(maxsize=1)
def _odd() -> re.Pattern[str]:
    """What is spelled otherwise in the index, or not at all."""
    letters = "".join(map(re.escape, _spelled()))
    return re.compile(f"[{UNSEEN}{ACCENTS}{letters}]")


@lru_cache(maxsize=1)
def _spelled() -> Mapping[str, str]:
    """Letters and what the index has for them, where SQLite does not know."""
    letters = {chr(code): letters for code, letters in APART.items()} | {"ʼ": "'"}
    letters |= {form: key for key, forms in LIKE.items() if key.isalpha() for form in forms}
    letters |= {up: key for form, key in letters.items() if len(up := form.upper()) == 1}
    for first, end in ACCENTED_RANGES:
        for char in map(chr, range(first, end)):
            base = _MARK.sub("", apart := unicodedata.normalize("NFD", char))
            if len(apart) > 2 or (apart != base and not base.isascii()):
                letters.setdefault(char, letters.get(base, base))
    return letters
