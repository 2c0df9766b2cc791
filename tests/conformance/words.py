"""The words that a browser would show of a page, and whether a text has them in order."""

from __future__ import annotations

from html.parser import HTMLParser

_INLINE = frozenset(
    """
    a abbr b bab bdi bdo b2 c2c cite code data del dfn em font i img ins kbd m mark q
    responsive-image s samp small span strong sub sup time u var wbr
    """.split()  # noqa: SIM905 - a list of fifty quoted words reads worse
)
"""Elements that do not part words; the specification's invented ones are among them."""


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style"):
            self.hidden += 1
        if tag == "img":
            self.text.append(dict(attrs).get("alt") or "")
        elif tag not in _INLINE:
            self.text.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self.hidden = max(self.hidden - 1, 0)
        if tag not in _INLINE:
            self.text.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.text.append(data)


def visible_words(page: str) -> list[str]:
    """The words of an HTML page: no tags, comments, scripts or styles; alternative texts are in."""
    parser = _Page()
    parser.feed(page)
    parser.close()
    return "".join(parser.text).split()


def first_missing(words: list[str], text: str, *, joined: bool = False) -> str | None:
    """The first word that does not stand in the text after the one before it; None if all do.

    Args:
        words: What is looked for.
        text: Where it is looked for.
        joined: Whether lines of the text may break words.
    """
    text = "".join(text.split()) if joined else text
    position = 0
    for word in words:
        at = text.find(word, position)
        if at < 0:
            return word
        position = at + len(word)
    return None
