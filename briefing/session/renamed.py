"""Notes and versions of an article that was renamed or moved: found by their texts, and offered.

They are never taken without being asked for: there may be a copy that they belong to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from briefing.model.left_behind import Brought, LeftBehind
from briefing.text.i18n import _, ngettext
from briefing.text.local_forms import number

if TYPE_CHECKING:  # what places notes is loaded when there are some
    from briefing.session.notebook import Notebook

MAX_COMPARED = 100_000
"""Characters of two texts that are compared."""
RUN = 4
"""Words in a row that two texts have in common by more than chance."""
LEAST_ALIKE = 0.4
"""The share of the shorter text's runs that stand in both, for an article that was edited too."""
LEAST_ALIKE_NOTED = 0.8
"""The same where the article has notes under its new name: then a sister text is more likely."""

_WORDS = re.compile(r"\w+")


def left_behind(notebook: Notebook) -> LeftBehind | None:
    """What belongs to the article and is not with it; slow where there are many folders around."""
    if notebook.problem is not None or notebook.port.refusal is not None:
        return None
    least = LEAST_ALIKE_NOTED if notebook.notes.notes else LEAST_ALIKE
    return belonging(notebook.port.left_behind(notebook.revision), notebook.article.text, least)


def bring(notebook: Notebook, left: LeftBehind) -> Brought:
    """Let what was left behind come to the article, and place its notes.

    Raises:
        InputError: It cannot be read; it stays where it is.
        StorageError: It could not be written; it stays where it is.
    """
    came = notebook.port.bring(left)
    notebook.refresh()
    return came


def offered(left: LeftBehind) -> str:
    """What there is, in a line without an end: the way to accept it follows."""
    if left.reading is not None:
        return _("this text was read under another name or in another place")
    if left.notes is None:
        return _("there are versions of this text, from when the article had another name or place")
    if left.has_text:
        return _("there are notes on this text, from when the article had another name or place")
    return _("there are notes on a text like this, from when it had another name or place")


def brought(came: Brought) -> str:
    """What came along."""
    if came == Brought():
        return _("the place of reading is with the article now")
    notes = ngettext("{count} note", "{count} notes", came.notes)
    versions = ngettext("{count} version", "{count} versions", came.versions)
    return _("{notes} and {versions} are with the article now").format(
        notes=notes.format(count=number(came.notes)),
        versions=versions.format(count=number(came.versions)),
    )


def belonging(
    left: Iterable[LeftBehind], text: str, least: float = LEAST_ALIKE
) -> LeftBehind | None:
    """What belongs to an article: what names its very text, else what is about one most like it.

    Versions alone belong to it only if they name its text.

    Args:
        left: What stayed behind anywhere.
        text: The reading text of the article.
        least: How much of a text has to be the same.
    """
    found = list(left)
    sure = sorted((each for each in found if each.has_text), key=_rank)
    if sure:
        return sure[0]
    ours = _runs(text)
    like = [(_alike(ours, _runs(each.text)), each) for each in found if each.notes is not None]
    share, best = max(like, key=lambda pair: pair[0], default=(0.0, None))
    return best if share >= least else None


def _rank(left: LeftBehind) -> int:
    """Notes come before versions, and these before a place of reading."""
    return [left.notes, left.versions, left.reading].index(left.path)


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _WORDS.findall(text[:MAX_COMPARED].casefold())
    return set(zip(*(words[ahead:] for ahead in range(RUN)), strict=False))


def _alike(ours: set[tuple[str, ...]], theirs: set[tuple[str, ...]]) -> float:
    return len(ours & theirs) / max(1, min(len(ours), len(theirs)))
