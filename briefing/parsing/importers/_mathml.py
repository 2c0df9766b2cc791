"""What the elements of MathML say by their order alone (https://www.w3.org/TR/mathml-core/)."""

from __future__ import annotations

SCRIPTS = {
    "msup": ("sup",),
    "msub": ("sub",),
    "msubsup": ("sub", "sup"),
    "munder": ("sub",),
    "munderover": ("sub", "sup"),
}
"""What the children behind the first of these elements are; those of a sum stand above it."""
