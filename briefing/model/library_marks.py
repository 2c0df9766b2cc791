"""What a reader marked in lists of articles: stars, and what counts as read or unread."""

from __future__ import annotations

from briefing.model.records import dataclass, replace


@dataclass(frozen=True, slots=True)
class Marks:
    """Marks that were set by hand, by the absolute paths of the articles."""

    starred: frozenset[str] = frozenset()
    """Those with a star."""
    read: frozenset[str] = frozenset()
    """Those that count as read although they were never opened."""
    unread: frozenset[str] = frozenset()
    """Those that count as unread although they were opened."""

    def with_mark(self, path: str, mark: Mark) -> Marks:
        """The same marks with those of one article changed."""
        return replace(
            self,
            starred=_set(self.starred, path, is_in=mark.is_starred),
            read=_set(self.read, path, is_in=mark.is_read is True),
            unread=_set(self.unread, path, is_in=mark.is_read is False),
        )

    def of(self, path: str) -> Mark:
        """What is marked of one article."""
        is_marked = path in self.read or path in self.unread
        return Mark(path in self.starred, path in self.read if is_marked else None)


@dataclass(frozen=True, slots=True)
class Mark:
    """What is marked of one article."""

    is_starred: bool = False
    """Whether it has a star."""
    is_read: bool | None = None
    """Whether it counts as read; None: as it was opened or not."""


def _set(paths: frozenset[str], path: str, *, is_in: bool) -> frozenset[str]:
    return paths | {path} if is_in else paths - {path}
