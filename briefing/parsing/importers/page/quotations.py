"""The marks around ``q``, which a browser writes as the language around the quotation has them."""

from __future__ import annotations

from briefing.languages.quoting import marks_around
from briefing.parsing.importers.page.tree import BLOCKS, Element


def settle_quotations(root: Element, language: str | None) -> None:
    """Leave each ``q`` as words between its marks; one inside another has the inner ones.

    Args:
        root: The page.
        language: BCP 47, where no element around says another; None for one that is not known.
    """
    depths: dict[Element, int] = {}
    for quote in root.iter("q"):
        around = (depths[one] for one in quote.iterancestors() if one in depths)
        depths[quote] = next(around, -1) + 1
    for quote, depth in depths.items():
        parent = quote.getparent()
        spoken = language if parent is None else _language_at(parent) or language
        _enclose(quote, *marks_around(spoken, depth))
    for quote in depths:
        quote.tag = "span"


def _enclose(quote: Element, before: str, after: str) -> None:
    """Write the marks around the words; around those of its paragraphs, where it has such."""
    blocks = [one for one in quote.iter(*BLOCKS) if one is not quote]
    is_led = bool((quote.text or "").strip())
    first = blocks[0] if blocks and not is_led else quote
    last = blocks[-1] if blocks and not (quote[-1].tail or "").strip() else quote
    first.text = before + (first.text or "")
    if len(last):
        last[-1].tail = (last[-1].tail or "") + after
    else:
        last.text = (last.text or "") + after


def _language_at(element: Element) -> str | None:
    """The language that an element or what is around it says."""
    said = (one.get("lang") for one in (element, *element.iterancestors()))
    return next(filter(None, said), None)
