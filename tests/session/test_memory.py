"""A reader comes back to the place they left, also when the article has changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from briefing.model.errors import Fault, StorageError
from briefing.model.reading_state import Choices, ReadingState, SavedPlace, UnfinishedNote
from briefing.model.span import Place
from briefing.parsing.document import MarkdownDocument
from briefing.parsing.reading import open_document
from briefing.session.memory import Memory, found_again, saved_place, still_there

SOURCE = "# Title\n\nThe lead comes first.\n\n## One\n\nThe second paragraph is here.\n"


def opened(source: str = SOURCE) -> MarkdownDocument:
    return open_document(source, name="a", where="a.md")


def place_of(document: MarkdownDocument, words: str) -> Place:
    for index in range(document.chunk_count):
        offset = document.chunk(index).text.find(words)
        if offset >= 0:
            return Place(index, offset)
    raise AssertionError(words)


def test_in_an_unchanged_article_the_place_is_still_there() -> None:
    document = opened()
    place = place_of(document, "second")
    assert still_there(opened(), saved_place(document, place)) == place


@pytest.mark.parametrize(
    "source",
    [
        SOURCE.replace("The second", "Late news. The second"),
        SOURCE.replace("## One", "## New\n\nMore.\n\n## One"),
    ],
)
def test_in_a_changed_article_the_words_are_found_again(source: str) -> None:
    document = opened()
    saved = saved_place(document, place_of(document, "second"))
    changed = opened(source)
    assert still_there(changed, saved) is None
    text = changed.article().text
    offset = found_again(text, saved)
    assert offset is not None
    assert text[offset:].startswith("second paragraph")


def test_words_that_are_gone_are_not_found() -> None:
    document = opened()
    saved = saved_place(document, place_of(document, "second"))
    assert found_again("Something else altogether.", saved) is None
    assert found_again("Text", SavedPlace(Place(0, 0))) is None


def test_a_place_beyond_the_end_is_no_place() -> None:
    saved = saved_place(opened(), Place(99, 3))
    assert saved == SavedPlace(Place(99, 3))
    assert still_there(opened(), saved) is None


@dataclass
class FakeState:
    state: ReadingState = field(default_factory=ReadingState)

    def load(self) -> tuple[ReadingState, tuple[Fault, ...]]:
        return self.state, (Fault("odd"),)

    def save(self, state: ReadingState) -> None:
        self.state = state

    def load_drafts(self) -> tuple[tuple[UnfinishedNote, ...], tuple[Fault, ...]]:
        return (), ()

    def keep_draft(self, draft: UnfinishedNote) -> None:
        raise AssertionError(draft)

    def drop_draft(self, draft_id: str) -> None:
        raise AssertionError(draft_id)


def remembering(save: Callable[[Choices], Choices]) -> Memory:
    return Memory(FakeState(), Choices(theme="dusk", shown={"outline": False}), save)


def test_leaving_remembers_the_place_and_loading_gives_it_back() -> None:
    memory, document = remembering(lambda changes: changes), opened()
    place = place_of(document, "second")
    memory.leave(document, place, None)
    memory.state = ReadingState()
    assert memory.load() == (Fault("odd"),)
    assert memory.state.place is not None
    assert memory.state.place.place == place


def test_a_choice_holds_for_this_sitting_even_when_it_cannot_be_saved() -> None:
    def refuse(changes: Choices) -> Choices:
        raise StorageError("the disk is full")

    memory = remembering(refuse)
    with pytest.raises(StorageError):
        memory.choose(Choices(width=60, shown={"panels": True}))
    assert (memory.choices.theme, memory.choices.width) == ("dusk", 60)
    assert memory.choices.shown == {"outline": False, "panels": True}
