"""What the reader's own folder remembers of an article, when the article has another name.

It comes along with the notes: the place, what was read, drafts, the text that was read last, star
and read mark. Here, too, what comes is written first and what it was taken from goes last.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from briefing.model.left_behind import LeftBehind
from briefing.model.library_marks import Mark
from briefing.model.reading_state import Identity, ReadingState
from briefing.model.source import Source
from briefing.model.span import Place
from briefing.storage.folders import remove
from briefing.storage.library_marks import MarksFile, load_or_none
from briefing.storage.locations import (
    NOTES_ENDING,
    article_name,
    fitting_name,
    own_notes_path,
    state_folder,
    state_path,
)
from briefing.storage.notes_texts import VERSIONS
from briefing.storage.plain_files import stamp
from briefing.storage.reading_state import StateStore
from briefing.storage.states import states
from briefing.storage.versions import LastReadings


@dataclass(frozen=True, slots=True)
class Remembered:
    """What is remembered of an article under the name that it had."""

    article: Path
    """Where the article was."""
    path: Path
    """The file of its state."""

    def copy_to(self, document: Path) -> None:
        """Let all of it be remembered of the article under its new name, too.

        Raises:
            BriefingError: Something could not be written.
        """
        old, new = StateStore(self.path), StateStore(_state_path(document))
        for draft in old.load_drafts()[0]:
            new.keep_draft(draft)
        new.save(_joined(old.load()[0], new.load()[0], document))
        last, newer = LastReadings.of(old.path).load(), LastReadings.of(new.path)
        if last is not None and newer.load() is None:
            newer.save(last)
        _bring_marks(str(self.article), str(document))

    def forget(self) -> None:
        """Remove it under the old name.

        Raises:
            StorageError: A draft could not be removed.
        """
        store = StateStore(self.path)
        for draft in store.load_drafts()[0]:
            store.drop_draft(draft.id)
        remove(state_folder(), "readings", self.path.name)
        remove(state_folder(), "articles", self.path.name)


def remembered(left: LeftBehind) -> Remembered | None:
    """What is remembered of the article that left notes or versions; None where it was never read.

    Args:
        left: What it left, in its old place.
    """
    for path, state in states():
        article = None if state.identity.path is None else Path(state.identity.path)
        if article is not None and path == _state_path(article) and _is_of(article, left):
            return Remembered(article, path)
    return None


def _is_of(article: Path, left: LeftBehind) -> bool:
    if left.reading is not None:
        return article == left.reading and stamp(article) is None
    return _has_left(article, left)


def _has_left(article: Path, left: LeftBehind) -> bool:
    """Whether notes or versions are those that an article would have, and it is gone."""
    names = (article.name, article_name(article))
    its = {article.with_name(fitting_name(name, NOTES_ENDING)) for name in names}
    its.add(article.parent.joinpath(*VERSIONS, fitting_name(article.name, ".yaml")))
    if left.notes is not None:
        its.add(own_notes_path(_source(article), title=None, folder=left.notes.parent))
    return not its.isdisjoint({left.notes, left.versions}) and stamp(article) is None


def _joined(old: ReadingState, new: ReadingState, document: Path) -> ReadingState:
    """What is known of an article by both names; what was read under the new one is the newer."""
    revs = dict.fromkeys((*old.identity.revs, *new.identity.revs))
    title = new.identity.title or old.identity.title
    identity = Identity(str(document), title, tuple(revs))
    if new.place is None or new.place.place == Place(0, 0):
        return replace(old, identity=identity)
    percents = (100 if each.percent is None else each.percent for each in (old, new))
    read = tuple(dict.fromkeys((*old.read, *new.read)))
    return replace(new, identity=identity, read=read, percent=max(percents))


def _bring_marks(old: str, new: str) -> None:
    marks, damage = load_or_none()
    was, now = marks.of(old), marks.of(new)
    if damage is None and was != Mark():
        is_read = was.is_read if now.is_read is None else now.is_read
        joined = Mark(was.is_starred or now.is_starred, is_read)
        MarksFile().change({new: joined, old: Mark()})


def _state_path(article: Path) -> Path:
    return state_path(_source(article))


def _source(article: Path) -> Source:
    return Source(article_name(article), article, "")
