"""How words are set and where they lead, as signs among the words of a line.

A sign holds from where it stands to the next space, or to `PLAIN`: so lines can be cut between
words and joined, and each word still says how it is set. A link is one character of a private
plane, which counts the addresses of a document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from briefing.model.records import replace
from briefing.parsing.importers._page_inline import Stretch as Styled
from briefing.parsing.importers._page_inline import markdown_of

BOLD, ITALIC, PLAIN = "\x0e", "\x0f", "\x10"
"""Before words that are bold or in italics, and behind them inside a word."""
FIRST_LINK, LAST_LINK = 0xF0000, 0xFFFFD
"""The characters that stand for addresses (https://www.unicode.org/faq/private_use.html)."""
_SIGNS = f"{BOLD}{ITALIC}{PLAIN}{chr(FIRST_LINK)}-{chr(LAST_LINK)}"
_SIGN = re.compile(f"[{_SIGNS}]")
_STOP = re.compile(r"(?<=[^\s.,;:!?)])[.,;:!?)]+\Z")
_PART = re.compile(rf"[{_SIGNS}]+|(?<![^ ])[^{_SIGNS}]+(?:(?<= )|\Z)| |[^ {_SIGNS}]+")
"""Signs, whole words without any, a space behind a word with some, and the parts of such a word."""


def bare(text: str) -> str:
    """Words without the signs of how they are set."""
    return _SIGN.sub("", text)


def without_first(text: str, count: int) -> str:
    """Words without as many of their first characters, signs not counted; their signs go, too."""
    at = 0
    while at < len(text) and count:
        count -= _SIGN.match(text, at) is None
        at += 1
    return text[at:]


def without_leading(text: str) -> str:
    """Words without the signs before the first of them."""
    match = _PART.match(text)
    return text[match.end() :] if match is not None and _SIGN.match(text) else text


def link_sign(addresses: list[str], address: str) -> str:
    """What stands before the words of a link; nothing where there are too many addresses."""
    if address not in addresses[-50:]:  # links of a page stand close to each other
        addresses.append(address)
    number = len(addresses) - 1 - addresses[::-1].index(address)
    return chr(FIRST_LINK + number) if FIRST_LINK + number <= LAST_LINK else ""


def is_all_alike(text: str) -> bool:
    """Whether all words are set alike, links aside: then nothing in them is emphasised."""
    return len({mark for words, mark, _link in _runs(text) if any(map(str.isalnum, words))}) < 2


def are_all_bold(text: str) -> bool:
    """Whether all words are bold."""
    marks = {mark for words, mark, _link in _runs(text) if any(map(str.isalnum, words))}
    return marks == {"**"}


def are_all_italic(text: str) -> bool:
    """Whether all words are in italics, and none is bold."""
    marks = {mark for words, mark, _link in _runs(text) if any(map(str.isalnum, words))}
    return marks == {"*"}


def leans(text: str) -> bool:
    """Whether some words are in italics, and all others are bold."""
    marks = {mark for words, mark, _link in _runs(text) if any(map(str.isalnum, words))}
    return "" not in marks and any(mark != "**" for mark in marks)


def has_link(text: str) -> bool:
    """Whether some of the words lead somewhere."""
    return any(link is not None for _words, _mark, link in _runs(text))


def styled(text: str, addresses: Sequence[str], *, is_plain: bool) -> list[Styled]:
    """Words with their signs as stretches that are set alike.

    Args:
        text: The words.
        addresses: Where the links of the document lead.
        is_plain: Whether bold and italics are no emphasis.
    """
    parts = [
        Styled(words, "" if is_plain else mark, addresses[link] if link is not None else "")
        for words, mark, link in _runs(text)
    ]
    for at in range(1, len(parts) - 1):
        before, behind = parts[at - 1], parts[at + 1]
        if parts[at].text == " " and _style(before) == _style(behind):
            parts[at] = Styled(" ", before.mark, before.address)
    alike = (
        Styled("".join(part.text for part in group), *style)
        for style, group in groupby(parts, key=_style)
    )
    return [part for whole in alike for part in _without_stop(whole)]


def _without_stop(part: Styled) -> Iterator[Styled]:
    """A link without the signs that end the sentence or bracket around it."""
    stop = _STOP.search(part.text) if part.address else None
    if stop is None or (stop[0].startswith(")") and "(" in part.text):
        yield part
        return
    yield replace(part, text=part.text[: stop.start()])
    yield Styled(stop[0], part.mark)


def markdown(text: str, addresses: Sequence[str], *, is_plain: bool, is_first: bool) -> str:
    """Words with their signs as Markdown; the first of a block are escaped as such."""
    return markdown_of(styled(text, addresses, is_plain=is_plain), is_cell=not is_first)


def _style(part: Styled) -> tuple[str, str]:
    return part.mark, part.address


def _runs(text: str) -> Iterator[tuple[str, str, int | None]]:
    """Words, or parts of one, how Markdown marks them, and the number of where they lead."""
    signs = ""
    for match in _PART.finditer(text):
        part = match[0]
        if part == " ":
            signs = ""
            yield part, "", None
        elif _SIGN.match(part):
            signs = part.rpartition(PLAIN)[2]
        else:
            mark = "**" if BOLD in signs else "*" if ITALIC in signs else ""
            links = [ord(sign) - FIRST_LINK for sign in signs if ord(sign) >= FIRST_LINK]
            yield part, mark, links[0] if links else None
