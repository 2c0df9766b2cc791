"""What numbers in words mean."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=65536)
def word_value(phrase: str, language: str) -> int | None:
    """What a phrase means as a number; None where it is none."""
    if not language:
        return None
    import text_to_num  # noqa: PLC0415 - a compiled library, and many texts have no use for it

    try:
        return int(text_to_num.text2num(phrase.replace("è", "é"), language))
    except ValueError:
        return None
