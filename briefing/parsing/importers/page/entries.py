"""The signs and numbers of the entries of lists, as Markdown writes them."""

from __future__ import annotations

from briefing.parsing.importers.page.tree import Element


def mark_of_entry(number: int | None, *, is_next: bool) -> str:
    """What stands before an entry; the other sign begins a list of its own.

    Below zero it is text: Markdown counts from 0 up, in nine digits.
    """
    if number is None:
        return "* " if is_next else "- "
    return f"\\{number}\\. " if number < 0 else f"{number}{')' if is_next else '.'} "


def number_of(element: Element, attribute: str, otherwise: int) -> int:
    """A number that is said by an attribute, of at most eight digits."""
    said = (element.get(attribute) or "").strip()
    digits = said.removeprefix("-")
    return int(said) if digits.isascii() and digits.isdecimal() and len(digits) < 9 else otherwise
