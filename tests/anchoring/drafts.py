"""A text that remembers, through every edit, which of its words came from where.

The edits are those that articles go through: typing errors mended, words replaced, inserted and
struck, sentences and paragraphs moved, split, joined, added and dropped, quotation marks changed.
Because every word keeps its origin, the right answer for any passage is known.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from briefing.anchoring.tokens import tokenize


@dataclass(frozen=True, slots=True)
class Unit:
    """A word, or what stands between two words."""

    text: str
    """As it stands now."""
    origin: tuple[int, int] | None = None
    """Its characters in the first text; None for a word that was added."""
    is_word: bool = False
    """Whether it is a word."""
    rewritten: bool = False
    """Whether another word was put in its place."""


Sentence = list[Unit]
Paragraph = list[Sentence]

_SENTENCE = re.compile(r".+?(?:[.!?؟।][”»“\"’)]*\s+|[。！？][」』”]*|$)")


class Draft:
    """A text under edit.

    Attributes:
        paragraphs: The text as it is now.
        spare: Sentences that are not in the text and can be added.
    """

    def __init__(self, text: str, spare: str, rng: random.Random) -> None:
        self.rng = rng
        self.paragraphs = _paragraphs(text)
        self.spare = [
            [replace(unit, origin=None) for unit in sentence]
            for paragraph in _paragraphs(spare)
            for sentence in paragraph
        ]
        self.spaced = text.count(" ") > len(text) / 12
        self.words = sorted({unit.text for unit in self.units() if unit.is_word})

    def units(self) -> Iterator[Unit]:
        """Everything in order, without the newlines between paragraphs."""
        for paragraph in self.paragraphs:
            for sentence in paragraph:
                yield from sentence

    @property
    def text(self) -> str:
        """The text as it is now."""
        self._space()
        return "\n".join(
            "".join(unit.text for sentence in paragraph for unit in sentence)
            for paragraph in self.paragraphs
        )

    def placed(self) -> list[tuple[int, Unit]]:
        """Every unit with its first character in `text`."""
        found, at = [], 0
        for paragraph in self.paragraphs:
            for sentence in paragraph:
                for unit in sentence:
                    found.append((at, unit))
                    at += len(unit.text)
            at += 1
        return found

    # What an editor does. Each edit changes one thing.

    def mistype(self) -> None:
        sentence, index = self._some_word()
        word = sentence[index].text
        if len(word) < 3:
            return
        at = self.rng.randrange(len(word))
        other = self.rng.choice(self.rng.choice(self.words))
        sentence[index] = replace(
            sentence[index],
            text=self.rng.choice(
                [
                    word[:at] + other + word[at + 1 :],
                    word[: at + 1] + word[at:],
                    word[:at] + other + word[at:],
                ]
            ),
        )

    def replace_word(self) -> None:
        sentence, index = self._some_word()
        sentence[index] = replace(sentence[index], text=self.rng.choice(self.words), rewritten=True)

    def insert_words(self) -> None:
        sentence, index = self._some_word()
        gap = " " if self.spaced else ""
        for _ in range(self.rng.randint(1, 3)):
            word = Unit(self.rng.choice(self.words), None, is_word=True)
            sentence[index:index] = [word, Unit(gap)] if gap else [word]

    def strike_words(self) -> None:
        sentence, index = self._some_word()
        if sum(unit.is_word for unit in sentence) > 5:
            del sentence[index : index + self.rng.choice([1, 2, 2, 4])]

    def insert_sentence(self) -> None:
        paragraph = self.rng.choice(self.paragraphs)
        if self.spare:
            paragraph.insert(self.rng.randint(0, len(paragraph)), self._take_spare())

    def strike_sentence(self) -> None:
        paragraph = self.rng.choice([p for p in self.paragraphs if p])
        if len(self.paragraphs) > 3 or len(paragraph) > 1:
            del paragraph[self.rng.randrange(len(paragraph))]
        self._drop_empty()

    def move_sentence(self) -> None:
        paragraph = self.rng.choice(self.paragraphs)
        sentence = paragraph.pop(self.rng.randrange(len(paragraph)))
        target = self.rng.choice(self.paragraphs)
        target.insert(self.rng.randint(0, len(target)), sentence)
        self._drop_empty()

    def insert_paragraph(self) -> None:
        count = min(len(self.spare), self.rng.randint(1, 3))
        if count:
            paragraph = [self._take_spare() for _ in range(count)]
            self.paragraphs.insert(self.rng.randint(0, len(self.paragraphs)), paragraph)

    def strike_paragraph(self) -> None:
        if len(self.paragraphs) > 4:
            del self.paragraphs[self.rng.randrange(len(self.paragraphs))]

    def move_paragraph(self) -> None:
        paragraph = self.paragraphs.pop(self.rng.randrange(len(self.paragraphs)))
        self.paragraphs.insert(self.rng.randint(0, len(self.paragraphs)), paragraph)

    def split_paragraph(self) -> None:
        index = self.rng.randrange(len(self.paragraphs))
        paragraph = self.paragraphs[index]
        if len(paragraph) > 1:
            at = self.rng.randint(1, len(paragraph) - 1)
            self.paragraphs[index : index + 1] = [paragraph[:at], paragraph[at:]]

    def join_paragraphs(self) -> None:
        if len(self.paragraphs) > 3:
            index = self.rng.randrange(len(self.paragraphs) - 1)
            joined = self.paragraphs[index] + self.paragraphs[index + 1]
            self.paragraphs[index : index + 2] = [joined]

    def shuffle(self) -> None:
        self.rng.shuffle(self.paragraphs)

    def respell(self) -> None:
        """Other quotation marks, dashes and spaces throughout."""
        table = str.maketrans(
            {"“": "«", "”": "»", "„": "«", "–": "—", "'": "’", "«": "“", "»": "”"}
        )
        for paragraph in self.paragraphs:
            for sentence in paragraph:
                sentence[:] = [
                    unit if unit.is_word else replace(unit, text=unit.text.translate(table))
                    for unit in sentence
                ]

    def strike_range(self, start: int, end: int) -> None:
        """Strike exactly the words that came from ``[start, end)``."""
        for paragraph in self.paragraphs:
            for sentence in paragraph:
                sentence[:] = [unit for unit in sentence if not _inside(unit, start, end)]
        self._drop_empty()

    def _some_word(self) -> tuple[Sentence, int]:
        places = [
            (sentence, index)
            for paragraph in self.paragraphs
            for sentence in paragraph
            for index, unit in enumerate(sentence)
            if unit.is_word
        ]
        return self.rng.choice(places)

    def _take_spare(self) -> Sentence:
        return self.spare.pop(self.rng.randrange(len(self.spare)))

    def _space(self) -> None:
        """Leave one space between two sentences of a paragraph, none at its end."""
        for paragraph in self.paragraphs:
            for index, sentence in enumerate(paragraph):
                end = sentence[-1]
                bare = end if end.is_word else replace(end, text=end.text.rstrip())
                gap = " " if self.spaced and index + 1 < len(paragraph) else ""
                spaced = [bare, Unit(gap)] if end.is_word else [replace(bare, text=bare.text + gap)]
                sentence[-1:] = spaced

    def _drop_empty(self) -> None:
        self.paragraphs = [
            kept
            for paragraph in self.paragraphs
            if (kept := [s for s in paragraph if any(unit.is_word for unit in s)])
        ]


WORD_EDITS: tuple[Callable[[Draft], None], ...] = (
    Draft.mistype,
    Draft.mistype,
    Draft.replace_word,
    Draft.insert_words,
    Draft.strike_words,
)
"""Edits inside a sentence."""
BLOCK_EDITS: tuple[Callable[[Draft], None], ...] = (
    Draft.insert_sentence,
    Draft.strike_sentence,
    Draft.move_sentence,
    Draft.insert_paragraph,
    Draft.strike_paragraph,
    Draft.move_paragraph,
    Draft.split_paragraph,
    Draft.join_paragraphs,
)
"""Edits of whole sentences and paragraphs."""


def _inside(unit: Unit, start: int, end: int) -> bool:
    return unit.origin is not None and start <= unit.origin[0] and unit.origin[1] <= end


def _paragraphs(text: str) -> list[Paragraph]:
    found, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append(
                [
                    _units(match.group(), at + match.start())
                    for match in _SENTENCE.finditer(line)
                    if match.group()
                ]
            )
        at += len(line) + 1
    return found


def _units(sentence: str, at: int) -> Sentence:
    tokens = tokenize(sentence)
    units: Sentence = []
    done = 0
    for start, end in zip(tokens.starts, tokens.ends, strict=True):
        if start > done:
            units.append(Unit(sentence[done:start], (at + done, at + start)))
        units.append(Unit(sentence[start:end], (at + start, at + end), is_word=True))
        done = end
    if done < len(sentence):
        units.append(Unit(sentence[done:], (at + done, at + len(sentence))))
    return units
