"""An article that two people who share a library both have in another state than before.

Where both only fetched it anew, the text that was retrieved later is taken and the other stays a
version, which the merged versions file names. A text that somebody edited by hand is never given up
for one that was fetched. What people wrote above the text is merged line by line, as git merges;
so is everything else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import PurePosixPath

from briefing.model.front_matter import FrontMatter
from briefing.parsing.front_matter import read_front_matter
from briefing.parsing.reading import open_document
from briefing.session.facts_above import with_facts
from briefing.session.taking_in import facts_of_text
from briefing.text.revisions import revision_of


@dataclass(frozen=True, slots=True)
class Readied:
    """Three states of an article that are still to be merged line by line."""

    base: str
    """What both started from; empty where each made the file."""
    ours: str
    """The one state."""
    theirs: str
    """The other state."""
    waits: bool = False
    """Whether a text that was fetched stays a version only, because the other was edited."""


@dataclass(frozen=True, slots=True)
class _State:
    """One state of the article."""

    block: str
    """What stands above the text."""
    body: str
    """The source below that."""
    front: FrontMatter
    """What the block says."""
    rev: str
    """The SHA-256 of the reading text."""

    @property
    def text(self) -> tuple[str, str]:
        """What is edited or fetched: the title is part of the reading text."""
        return self.body, self.rev


def readied(base: str, ours: str, theirs: str, path: str, came: Mapping[str, str]) -> Readied:
    """Settle what need not be asked: which text it is, with the facts that belong to it.

    Args:
        base: What both started from; empty where each made the file.
        ours: The one state; which side is which makes no difference.
        theirs: The other state.
        path: Where the article lies, with ``/`` between the parts.
        came: The texts that came in somewhere, by their SHA-256, each with when.
    """
    if not came or not all(map(_is_text, (base, ours, theirs))):
        return Readied(base, ours, theirs)
    start = _state(base, path) if base else None
    mine, other = _state(ours, path), _state(theirs, path)
    texts = {None if start is None else start.text, mine.text, other.text}
    is_contested = mine.text != other.text and (start is None or len(texts) == 3)
    taken = _taken(mine, other, came) if is_contested else _newer(mine, other, start, came)
    if taken is None:
        return Readied(base, ours, theirs)
    sides = [_with_facts_of(taken, side, is_first=start is None) for side in (mine, other)]
    first = _common(*sides) if start is None else _with_facts_of(taken, start, is_first=False)
    states = (taken,) * 3 if is_contested or start is None else (start, mine, other)
    whole = [block + state.body for block, state in zip((first, *sides), states, strict=True)]
    waits = is_contested and taken.rev not in came
    return Readied(whole[0], whole[1], whole[2], waits)


def _is_text(source: str) -> bool:
    """Whether a file held nothing but UTF-8."""
    try:
        source.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _state(source: str, path: str) -> _State:
    source = source.replace("\r", "")
    read = read_front_matter(source, path)
    name = PurePosixPath(path).stem
    text = open_document(source, name=name, where=path).article().text
    block, body = source[: read.body], source[read.body :]
    return _State(block, body, read.front_matter, revision_of(text))


def _taken(mine: _State, other: _State, came: Mapping[str, str]) -> _State | None:
    """Which of two texts it is; None where both were edited by hand."""
    edited = [state for state in (mine, other) if state.rev not in came]
    if not edited:
        return max(mine, other, key=lambda state: (_retrieved(state, came), state.text))
    return edited[0] if len(edited) == 1 else None


def _newer(
    mine: _State, other: _State, start: _State | None, came: Mapping[str, str]
) -> _State | None:
    """Whose facts hold, where there is one text: of who changed it, else of who fetched later."""
    if start is not None and mine.text != other.text:
        return other if mine.text == start.text else mine
    return max(mine, other, key=lambda state: (_retrieved(state, came), state.block))


def _retrieved(state: _State, came: Mapping[str, str]) -> str:
    return state.front.source.get("retrieved") or came.get(state.rev, "")


def _with_facts_of(taken: _State, state: _State, *, is_first: bool) -> str:
    """What stands above a state's text, with the facts of the text that is taken.

    Args:
        taken: Whose text it is.
        state: Whose block.
        is_first: Whether each side made the file, and drafted what the text says of itself.
    """
    front = taken.front
    top, source = facts_of_text(front)
    if is_first:
        top = {**top, "published": front.published, "site": front.site}
        top |= {"authors": list(front.authors) or None}
    return with_facts(state.block, top, source)


def _common(one: str, other: str) -> str:
    """The lines that two blocks share: all else is what one side wrote there."""
    first, second = one.splitlines(keepends=True), other.splitlines(keepends=True)
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    shared = matcher.get_matching_blocks()
    return "".join("".join(first[m.a : m.a + m.size]) for m in shared)
