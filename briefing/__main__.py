"""`briefing`, also as `python -m briefing`: first words first, then the program.

What stands here is loaded before the first words of an article that was read before: as little as
there is. `briefing.cli.main` is the command itself.
"""

from __future__ import annotations

import gc
import os
import sys


def main() -> None:
    """Run the command of the command line, and end at once when it is done.

    What the command made goes with the process. The collector would look through it once more: a
    second for 50,000 notes.
    """
    try:
        _run()
    finally:
        gc.freeze()


def _run() -> None:
    """Show the page that was kept for this article, if one was, and run the command."""
    words = sys.argv[1:]
    if not _may_be_article(words):
        from briefing.cli import main as command

        command()
        return
    _show_kept_page("".join(words))
    from briefing.ui.early_page import take_away

    try:
        from briefing.cli.plain import run

        run(words)
    finally:
        take_away()


def _may_be_article(words: list[str]) -> bool:
    """Whether a command line names an article at most, as it mostly does, and nothing else."""
    is_plain = not words or (len(words) == 1 and not words[0].startswith("-"))
    return is_plain and "_BRIEFING_COMPLETE" not in os.environ


def _show_kept_page(article: str) -> None:
    """Show the first page of an article, where it is known."""
    try:
        if not (os.isatty(0) and os.isatty(1)):
            return
        size = os.get_terminal_size(1)
    except OSError:
        return
    from briefing.storage.first_pages import Key, find

    page = find(Key(article, (size.columns, size.lines)))
    if page is not None:
        from briefing.ui.early_page import put_up

        put_up(page)


if __name__ == "__main__":
    main()
