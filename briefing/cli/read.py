"""`briefing [ARTICLE]` with whatever else stands on the command line."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from briefing.cli.arguments import article_argument, notes_option
from briefing.cli.help import ExampleCommand
from briefing.cli.opened_list import read_list
from briefing.cli.reading import read_article
from briefing.model.errors import NotFoundError, UsageError
from briefing.text.i18n import _


@click.command(
    cls=ExampleCommand,
    examples=("briefing report.md", "briefing reports/", "curl … | briefing -"),
    # Words too many may follow a mistyped command, which deserves the better message.
    context_settings={"allow_extra_args": True, "ignore_unknown_options": True},
)
@article_argument
@notes_option
@click.pass_context
def read(ctx: click.Context, article: str | None, notes_file: Path | None) -> None:
    """Read an article: a path, the name of one that ships, or `-` for standard input.

    A folder, or several files, are shown as a list to choose from.
    """
    words = [article or "", *ctx.args]
    if len(words) > 1 and Path(words[0]).is_file() and not ctx.args[0].startswith("-"):
        read_list(words, notes_file)
    try:
        read_article(article, notes_file, partial(_refuse_more, ctx))
    except NotFoundError as error:
        if article is not None and article.startswith("-"):
            raise click.NoSuchOption(article, ctx=ctx) from error
        raise


def _refuse_more(ctx: click.Context) -> None:
    """Complain about the words after the article, of which there should be none."""
    if ctx.args and ctx.args[0].startswith("-"):
        raise click.NoSuchOption(ctx.args[0], ctx=ctx)
    if ctx.args:
        raise UsageError(
            _("only one article can be read at a time"),
            remedy=_("leave out “{word}”").format(word=ctx.args[0]),
        )
