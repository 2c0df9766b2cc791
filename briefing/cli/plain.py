"""The shortest way to an article: what parses command lines is loaded for commands only."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.cli.commands import COMMANDS


def run(words: Sequence[str]) -> None:
    """Read the article that is named, or run the command that a word turns out to be.

    Args:
        words: A command line of one word that is no option, or of none.
    """
    if COMMANDS.keys() & set(words):
        from briefing.cli import main

        main()
        return
    from briefing.cli.endings import ending_well
    from briefing.cli.language import choose_language

    with ending_well():
        choose_language()
        from briefing.cli.own_library import listed_folder

        article = words[0] if words else None
        folder = listed_folder(article)
        if folder is not None:
            from briefing.cli.opened_list import read_list

            read_list([folder], None)
        from briefing.cli.reading import read_article

        read_article(article)
