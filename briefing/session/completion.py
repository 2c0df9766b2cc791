"""An article with its front matter completed by what analysis found: a draft for an editor."""

from __future__ import annotations

from dataclasses import replace

from briefing.model.front_matter import FrontMatter
from briefing.parsing.front_matter_writer import render_front_matter
from briefing.session.drafting import drafted
from briefing.session.reading import Reading


def completed_markdown(reading: Reading) -> str:
    """The article's source, under front matter that states all that the panels show.

    What the editor wrote stays as it is; only what is missing is added.
    """
    return render_front_matter(completed(reading)) + reading.document.body


def completed(reading: Reading) -> FrontMatter:
    """The front matter with what analysis found in the place of what the editor left out."""
    given, article = reading.document.front_matter, reading.article
    named = replace(
        given,
        title=given.title or article.title,
        language=given.language or article.language,
    )
    return drafted(named, article, reading.brief)
