"""All that a reader of a web page sees in words, to tell what an extraction left out of it."""

from __future__ import annotations

from typing import Self

from briefing.parsing import _raw_html

_HIDDEN = frozenset(
    ("title", "noscript", "template", "svg", "iframe", "math", "textarea", "select")
)
"""Elements whose words are not part of a page's text."""


class PageWords(_raw_html.Words):
    """The lines of a page, its headings of the first level and its language."""

    def __init__(self) -> None:
        super().__init__()
        self.titles: list[str] = []
        self.language: str | None = None
        self._in_title = False

    @classmethod
    def of(cls, html: str) -> Self:
        """Read a page."""
        page = cls()
        page.feed(html)
        page.close()
        return page

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look for the language and for headings; hide what no reader sees."""
        if tag == "html":
            self.language = dict(attrs).get("lang") or None
        elif tag == "body":
            self.hidden = 0
        if tag in _HIDDEN:
            self.hidden += 1
        if tag != "img":  # what stands for a picture is not seen
            super().handle_starttag(tag, attrs)
        if tag == "h1":
            self._in_title = True
            self.titles.append("")

    def handle_endtag(self, tag: str) -> None:
        """End what is hidden, or a heading."""
        if tag in _HIDDEN:
            self.hidden = max(self.hidden - 1, 0)
        if tag == "h1":
            self._in_title = False
        super().handle_endtag(tag)

    def handle_data(self, data: str) -> None:
        """Collect words."""
        if self._in_title and not self.hidden:
            self.titles[-1] += data
        super().handle_data(data)
