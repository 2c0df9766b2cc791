"""Textual's own Markdown viewer on one file, as its documentation shows it."""

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.widgets import MarkdownViewer


class ViewerApp(App[None]):
    def compose(self) -> ComposeResult:
        yield MarkdownViewer(Path(sys.argv[1]).read_text("utf-8"), show_table_of_contents=False)

    def on_mount(self) -> None:
        self.query_one(MarkdownViewer).focus()


if __name__ == "__main__":
    ViewerApp().run()
