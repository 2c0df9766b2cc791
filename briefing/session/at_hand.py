"""What is at hand: the sentence that a note would be about, and those that follow it.

Everything is found block by block, so that it can be told at once in a text of any length, whatever
is not parsed yet before the view.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from briefing.model.article import Block, BlockKind, Chunk, Document
from briefing.model.span import Place
from briefing.session.in_view import Passage

_HEADS = frozenset({BlockKind.TITLE, BlockKind.HEADING})
NUMBERED = 9
"""So many sentences have a number while something is selected: the keys 1 to 9."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the text, or a line that stands for itself."""

    start: Place
    """Its first character."""
    end: Place
    """The character after its last one."""
    is_head: bool = False
    """Whether it is a heading or the title, which stand above what is read."""

    @property
    def passage(self) -> Passage:
        """From where to where it goes."""
        return self.start, self.end


def sentences_from(
    document: Document, language: str | None, place: Place, last_chunk: int | None = None
) -> Iterator[Sentence]:
    """The sentences from the one that holds a place on; where none does, from the next one on.

    Args:
        document: The text, chunk by chunk; no more of it is parsed than is asked for.
        language: BCP 47, or None.
        place: Where to begin.
        last_chunk: Look no further than this chunk; None: to the end.
    """
    end = document.chunk_count if last_chunk is None else last_chunk + 1
    for index in range(place.chunk, min(end, document.chunk_count)):
        chunk = document.chunk(index)
        for block in chunk.blocks:
            if Place(index, block.span.end) > place:
                found = _sentences_of(chunk, block, language)
                yield from (sentence for sentence in found if sentence.end > place)


def sentence_before(document: Document, language: str | None, place: Place) -> Sentence | None:
    """The last sentence that ends at a place or before it."""
    for index in range(min(place.chunk, document.chunk_count - 1), -1, -1):
        chunk = document.chunk(index)
        for block in reversed(chunk.blocks):
            if Place(index, block.span.start) < place:
                found = [s for s in _sentences_of(chunk, block, language) if s.end <= place]
                if found:
                    return found[-1]
    return None


def current_sentence(
    document: Document, language: str | None, first: Place, last: Place
) -> Sentence | None:
    """The sentence that a key is about: the first that begins in view; headings do not count.

    Args:
        document: The text, chunk by chunk.
        language: BCP 47, or None.
        first: The first character in view.
        last: The character after the last one in view.

    Returns:
        The sentence. Where none begins in view a heading that does, else the one that fills the
        view, else the last one before it; None in an empty text.
    """
    filling: Sentence | None = None
    head: Sentence | None = None
    for sentence in sentences_from(document, language, first, last.chunk):
        if sentence.start >= max(last, Place(first.chunk, first.offset + 1)):
            break
        if sentence.start < first:
            filling = sentence
        elif not sentence.is_head:
            return sentence
        else:
            head = head or sentence
    return head or filling or sentence_before(document, language, first)


def numbered_sentences(
    document: Document, language: str | None, place: Place
) -> tuple[Sentence, ...]:
    """The sentences that have numbers while something is selected, each at its number.

    Args:
        document: The text, chunk by chunk.
        language: BCP 47, or None.
        place: Where the selection began.

    Returns:
        At 1 the sentence of that place, and up to `NUMBERED` in all; at 0 what stands right before:
        where that is a heading or the title, it can be selected alone.
    """
    sentences = (s for s in sentences_from(document, language, place) if not s.is_head)
    found = tuple(islice(sentences, NUMBERED))
    before = sentence_before(document, language, found[0].start if found else place)
    return (before or found[0], *found) if found or before else ()


def get_ready(language: str | None) -> None:
    """Load what tells the sentences of a language apart, so that asking for one takes no time."""
    from briefing.analysis import sentences

    sentences.split(".", language)


def _sentences_of(chunk: Chunk, block: Block, language: str | None) -> Iterator[Sentence]:
    from briefing.analysis import sentences

    for span in sentences.split(chunk.text, language, block.span):
        start, end = Place(chunk.index, span.start), Place(chunk.index, span.end)
        yield Sentence(start, end, block.kind in _HEADS)
