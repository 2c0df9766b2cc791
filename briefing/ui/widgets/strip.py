"""A strip that tells something and takes no key."""

from __future__ import annotations

from textual.widgets import Static

from briefing.text.fitting import glimpse


class MessageStrip(Static):
    """A line above the status line, three where it needs them; empty, it takes no room.

    News leaves after a while; a warning, or what should be seen by all means, stays until something
    else is told or Esc clears it.
    """

    _NEWS_SECONDS = 6.0

    def __init__(self) -> None:
        super().__init__(id="strip", markup=False)
        self._told = 0
        self._is_leaving = False

    def tell(self, text: str, *, is_warning: bool = False, is_lasting: bool = False) -> None:
        """Show a text; a lasting one stays, as a warning does."""
        self._told += 1
        self._is_leaving = not (is_warning or is_lasting)
        told = self._told
        self.update(glimpse(text))
        self.remove_class("-orientation")
        self.add_class("-told")
        self.set_class(is_warning, "-warning")
        self.add_class("-shown")
        self.set_class(is_lasting, "-lasting")
        if self._is_leaving:
            self.set_timer(self._NEWS_SECONDS, lambda: self.clear(told))

    def add(self, text: str, *, is_warning: bool = False) -> None:
        """Show something besides what stands there and stays."""
        is_news = not self.is_shown or self._is_leaving
        said = text if is_news else f"{self.content} · {text}"
        is_warning = is_warning or (not is_news and self.has_class("-warning"))
        self.tell(said, is_warning=is_warning, is_lasting=True)

    def orient(self, lines: str) -> None:
        """Tell how to begin, for as long as there is nothing else to tell."""
        self.tell("", is_lasting=True)
        self._is_leaving = True  # what is added stands there alone
        self.add_class("-orientation")
        self.remove_class("-told")
        self.update(lines)

    @property
    def is_orienting(self) -> bool:
        """Whether it tells how to begin."""
        return self.is_shown and self.has_class("-orientation")

    def clear(self, told: int | None = None) -> None:
        """Take the line away, unless something newer was told since ``told``."""
        if told is None or told == self._told:
            self.update("")
            self.remove_class("-shown")

    @property
    def is_shown(self) -> bool:
        """Whether there is something to clear."""
        return self.has_class("-shown")
