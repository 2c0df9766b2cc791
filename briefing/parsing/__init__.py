"""Text in, articles out: Markdown, front matter and the reading text."""

from briefing.parsing.document import MarkdownDocument
from briefing.parsing.front_matter_writer import render_front_matter
from briefing.parsing.reading import open_document

__all__ = ["MarkdownDocument", "open_document", "render_front_matter"]
