"""What the keys of a language's file hold."""

from __future__ import annotations

from collections.abc import Mapping

Words = tuple[str, ...]
"""Words or phrases."""

Numbered = Mapping[str, int]
"""Words, each with a number."""

Named = Mapping[str, str]
"""One word for each name."""

Table = Mapping[str, Words]
"""Words for each name."""
