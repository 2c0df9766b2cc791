"""Text in, articles out: Markdown, front matter and the reading text."""
