"""What is soaked: the article that ships with the program, and one of a megabyte."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from briefing.storage.locations import shipped_content


def first_article() -> str:
    """The article that opens when none is named."""
    return next(shipped_content().glob("corea-del-nord*.md")).read_text("utf-8")


def long_article(size: int = 1_000_000) -> str:
    """An article of about so many characters: the first one over and over."""
    body = first_article().split("---\n", 2)[-1]
    times = max(1, size // len(body))
    return "\n\n".join(f"## Parte {number}\n\n{body}" for number in range(times))


ARTICLES: Mapping[str, Callable[[], str]] = {"first": first_article, "long": long_article}
"""By the name that a run calls them."""
