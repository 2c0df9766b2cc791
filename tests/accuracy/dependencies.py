"""Treebanks as a truth for labels: thousands of numbers with what they belong to.

A label is right when it is whole phrases of the tree, and holds a word that the number depends on
or that depends on it: the noun that it counts, the verb that it is said with, that verb's subject.
Treebanks are other people's and stay where they are; any in CoNLL-U will do.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from briefing.model.span import Span

_SUBJECTS = ("nsubj", "csubj")
_BELOW = ("nmod", "acl", "appos", "obl", *_SUBJECTS)
_OF_NOUN = ("nmod", "appos", "compound", "amod", "nummod", "det", "flat", "dep", "acl", "list")
_BESIDE = ("obj", "obl", "iobj", "advcl", "xcomp", "nmod", *_SUBJECTS)
_SMALL = ("case", "mark", "cc", "det", "aux", "cop", "advmod", "expl")
_JOINING = ("case", "det", "cc", "mark", "aux", "cop")
_NAMES = ("flat", "fixed", "goeswith")
_VERBS = ("VERB", "AUX")
_NOUNS = ("NOUN", "PROPN")

_DEEPEST = 4
"""Heads above a number that are looked at."""


class Word(NamedTuple):
    """A word of a tree."""

    number: int
    span: Span
    text: str
    lemma: str
    kind: str
    head: int
    relation: str
    """Without its subtype."""

    @property
    def is_number(self) -> bool:
        """Whether it is a number, in words or in digits."""
        return self.kind == "NUM" or any(map(str.isdigit, self.text))


class Tree:
    """A sentence of a treebank."""

    def __init__(self, name: str, text: str, words: list[Word], measures: Collection[str]) -> None:
        self.name, self.text = name, text
        self._words = words
        self._measures = measures
        self._by_number = {word.number: word for word in words}

    def is_right(self, figure: Span, label: Span) -> bool:
        """Whether a label says what a figure means, as far as a tree tells that."""
        number, own = self._top(figure)
        inside = [word for word in self._within(label) if word.kind != "PUNCT"]
        if number is None or not inside or not self._is_whole(inside, own):
            return False
        if any(w.number in own and w.kind in _NOUNS and not self._measures_it(w) for w in inside):
            return True
        wanted = set(self._targets(number, own, set()))
        return not wanted.isdisjoint({word.number for word in inside} - own)

    def _within(self, span: Span) -> list[Word]:
        return [w for w in self._words if w.span.start < span.end and span.start < w.span.end]

    def _below(self, word: Word) -> list[Word]:
        return [one for one in self._words if one.head == word.number]

    def _measures_it(self, word: Word) -> bool:
        return word.text.lower() in self._measures or word.lemma.lower() in self._measures

    def _top(self, figure: Span) -> tuple[Word | None, set[int]]:
        """The head of a figure's words, and the numbers of all of them."""
        words = self._within(Span(max(0, figure.start - 2), figure.end))
        if words and words[0].span.end <= figure.start and words[0].text != "R":
            words.pop(0)  # only "R $ 5" is parted
        own = {word.number for word in words}
        outer = [word for word in words if word.head not in own and word.kind != "PUNCT"]
        numbers = [word for word in words if word.is_number]
        if len(outer) == 1 or not numbers:
            return (outer[-1] if outer else None), own
        top = numbers[-1]
        while top.head in own:
            top = self._by_number[top.head]
        return top, own

    def _is_whole(self, inside: list[Word], own: set[int]) -> bool:
        """Whether words are whole phrases: they hang on one word, and none is torn at an edge."""
        known = {word.number for word in inside} | own
        outer = [word for word in inside if word.head not in known]
        telling = [word for word in outer if word.relation not in _SMALL]
        if len({word.head for word in outer}) > 1 and len(telling) > 1:
            return False
        first, last = inside[0], inside[-1]
        if first.relation == "cc" or (first in outer and first.relation in ("case", "mark", "det")):
            return False
        if last.relation in _JOINING and (last in outer or last.head > last.number):
            return False
        torn = (
            one
            for one in self._words
            if one.relation in _NAMES and (one.number in known) != (one.head in known)
        )
        return next(torn, None) is None

    def _targets(self, word: Word, own: set[int], seen: set[int]) -> Iterator[int]:
        """The words of which a label must hold one."""
        if word.number in seen or len(seen) > _DEEPEST:
            return
        seen.add(word.number)
        yield from (one.number for one in self._below(word) if one.relation in _BELOW)
        head = self._by_number.get(word.head)
        if head is None:
            return
        if head.number in own:
            yield from self._targets(head, own, seen)
            return
        is_of_noun = word.relation in _OF_NOUN and not (
            word.relation == "nmod" and head.kind in _VERBS
        )
        yield head.number
        if word.relation == "conj" or (
            is_of_noun and (head.is_number or head.kind == "SYM" or self._measures_it(head))
        ):
            yield from self._targets(head, own, seen)
        elif not is_of_noun:
            yield from self._beside(head, own, seen)

    def _beside(self, verb: Word, own: set[int], seen: set[int]) -> Iterator[int]:
        """What stands beside a number with its verb, and what shares that verb's subject."""
        below = self._below(verb)
        yield from (one.number for one in below if one.relation in _BESIDE)
        yield from (one.number for one in below if one.relation == "conj" and one.kind == "VERB")
        outer = self._by_number.get(verb.head)
        if outer is None:
            return
        if verb.relation in ("acl", "conj"):
            yield outer.number
        if verb.kind == "ADJ" and verb.relation in ("amod", "acl", "appos"):
            yield from self._targets(verb, own, seen)
        if verb.relation in ("xcomp", "conj", "advcl"):
            yield from (one.number for one in self._below(outer) if one.relation in _SUBJECTS)


def trees(path: Path, measures: Collection[str]) -> Iterator[Tree]:
    """The sentences of a file in CoNLL-U that can be laid over their text."""
    for block in path.read_text("utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if line and line[0] != "#"]
        notes = [line[2:].partition(" = ") for line in block.split("\n") if line[:2] == "# "]
        head = {key: value for key, _is, value in notes}
        words = _words(rows, head.get("text", ""))
        if words:
            yield Tree(head.get("sent_id", ""), head["text"], words, measures)


def _words(rows: list[list[str]], text: str) -> list[Word]:
    """The words of some rows with their places; none where one is not in the text."""
    found: list[Word] = []
    place, joined_to = 0, 0
    span = Span(0, 0)
    for number, form, lemma, kind, _fine, _forms, head, relation, *_others in rows:
        if "." in number:
            continue
        first, _dash, last = number.partition("-")
        if int(first) > joined_to:
            start = text.find(form, place)
            if start < 0:
                return []
            span = Span(start, start + len(form))
            place = span.end
        if last:
            joined_to = int(last)  # "del" is one word of the text and two of the tree
            continue
        found.append(
            Word(int(first), span, form, lemma, kind, int(head), relation.partition(":")[0])
        )
    return found
