"""Formulas of a page in one line: what stands raised, lowered or divided never joins a number.

Pages write them in MathML (https://www.w3.org/TR/mathml-core/), whose elements are words beside
each other for who does not know them: ``10`` and its raised ``6`` would be 106.
"""

from __future__ import annotations

from itertools import islice

from briefing.parsing.importers._mathml import SCRIPTS
from briefing.parsing.importers.page.tree import Element, is_shown, names, take_out
from briefing.text.raised import SIGNS, lowered, raised

_MOST = 5_000
"""Formulas of a page that are read."""
_UNSEEN = ("annotation", "annotation-xml")
"""The formula once more, in another notation."""
_PARTED = {"mtd": " ", "mtr": "; "}
"""What stands behind the cells and rows of a matrix."""
_AS_WRITTEN = ("", "′", "″", "‴", "*", "∗", "†", "°")
"""Signs that stand raised by themselves."""
_NO_LINE = ("0", "0px", "0pt")
"""How thick the line of a fraction is that is none: n over k."""
_SPACED = frozenset("=≠≈≡<>≤≥+±×→−-")
"""Operators between two terms, which are shown with spaces around them."""
_FURTHEST = 3
"""Elements around a formula, of which one may hide it behind its picture."""
_PICTURE = "fallback"
"""What the picture of a formula is called."""


def settle_formulas(root: Element) -> None:
    """Write each formula of a page in one line, and leave out the picture that stands for it."""
    for formula in list(islice(root.iter("math"), _MOST)):
        for again in list(formula.iter(*_UNSEEN)):
            take_out(again)
        parts = list(formula.iter())
        for part in parts:
            part.text = (part.text or "").strip()
            part.tail = (part.tail or "").strip() if part is not formula else part.tail
        for part in reversed(parts):
            _settle(part)
        _show(formula)
        formula.tag = "span"


def _settle(part: Element) -> None:
    """Write one element of a formula, whose own are written."""
    children = list(part)
    if part.tag in SCRIPTS and len(children) > len(SCRIPTS[part.tag]):
        for script, tag in zip(children[1:], SCRIPTS[part.tag], strict=False):
            _shift(script, tag)
    elif part.tag == "mfrac" and len(children) > 1:
        _enclose(children[0])
        _enclose(children[1])
        children[0].tail = " " if part.get("linethickness") in _NO_LINE else "/"
    elif part.tag == "msqrt":
        part.text = "√"
        if len(_words(part)) > len("√") + 1:
            part.text, children[-1].tail = "√(", ")"
    elif part.tag in _PARTED and part.getnext() is not None:
        part.tail = _PARTED[part.tag]
    elif part.tag == "mo" and part.text in _SPACED and _is_between(part):
        part.text = f" {part.text} "


def _shift(script: Element, tag: str) -> None:
    """Raise or lower a script, or say by a sign that it stands so."""
    words = _words(script)
    shifted = raised(words, "") if tag == "sup" else lowered(words, "")
    if shifted != words or words in _AS_WRITTEN:
        for inner in list(script):
            script.remove(inner)
        script.text = shifted
        return
    _enclose(script)
    script.text = f"{SIGNS[tag]}{script.text or ''}"


def _enclose(part: Element) -> None:
    """Put brackets around several signs, which are no number."""
    words = _words(part)
    is_one = len(words) <= 1 or words.replace(".", "").isalnum()
    if is_one or (words[0] == "(" and words.find(")") == len(words) - 1):
        return
    part.text = f"({part.text or ''}"
    last = next(reversed(part), None)
    if last is None:
        part.text += ")"
    else:
        last.tail = f"{last.tail or ''})"


def _is_between(operator: Element) -> bool:
    """Whether a sign stands between two terms: no sign of a number, nor behind another one."""
    before, behind = operator.getprevious(), operator.getnext()
    return before is not None and behind is not None and before.tag != "mo"


def _words(part: Element) -> str:
    return "".join("".join(part.itertext()).split())


def _show(formula: Element) -> None:
    """Show a formula that a page hides behind its picture, instead of that."""
    for around in islice(formula.iterancestors("span", "div"), _FURTHEST):
        parent = around.getparent()
        if is_shown(around) or parent is None:
            continue
        pictures = list(islice(parent.iter("img"), 2))
        if len(pictures) == 1 and _PICTURE in names(pictures[0]):
            around.attrib.pop("style", None)
            take_out(pictures[0])
        return
