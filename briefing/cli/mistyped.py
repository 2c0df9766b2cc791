"""A first word that is neither an article nor a command."""

from __future__ import annotations

from briefing.cli.commands import COMMANDS
from briefing.model.errors import NotFoundError
from briefing.text.i18n import _


def mistyped(word: str | None, error: NotFoundError) -> NotFoundError:
    """What to complain about, with the command that may have been meant.

    Args:
        word: What was typed in the place of an article.
        error: What was found to be wrong with it as an article.
    """
    if word is None or not word.isalpha():
        return error
    from difflib import get_close_matches

    commands = [name for name in COMMANDS if name != "read"]
    close = get_close_matches(word, commands, n=1)
    if not close:
        return error
    return NotFoundError(
        _("no article and no command `{word}`").format(word=word),
        remedy=_("did you mean `{command}`?").format(command=close[0]),
    )
