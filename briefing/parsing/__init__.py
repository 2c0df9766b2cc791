"""Text in, articles out: Markdown, front matter and the reading text.

The way back, `front_matter_writer.render_front_matter`, is imported from its own file by those who
need it: nobody reads faster for it.
"""

from briefing.parsing.document import MarkdownDocument
from briefing.parsing.reading import clean, open_document

__all__ = ["MarkdownDocument", "clean", "open_document"]
