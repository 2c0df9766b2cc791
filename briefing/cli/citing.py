"""`briefing cite`: articles as entries of a bibliography."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from briefing.cli.articles import load_article
from briefing.cli.completing import complete_files
from briefing.cli.help import ExampleCommand
from briefing.cli.output import deliver, tell
from briefing.cli.wiring import reading_of, source_of
from briefing.model.errors import Fault
from briefing.model.settings import Settings
from briefing.session.citing import BIBLIOGRAPHIES, bibliography, cited
from briefing.session.reading import Reading
from briefing.storage.library_files import look_through
from briefing.storage.settings import load_settings
from briefing.text.i18n import _


@click.command(
    "cite",
    cls=ExampleCommand,
    examples=(
        "briefing cite report.md",
        "briefing cite reports --format bibtex -o reports.bib",
        "briefing cite reports -o reports.json && pandoc --citeproc --bibliography reports.json …",
    ),
)
@click.argument("articles", nargs=-1, required=True, shell_complete=complete_files)
@click.option(
    "--format",
    "form",
    type=click.Choice([*BIBLIOGRAPHIES]),
    default="csl",
    show_default=True,
    help=_("What to write."),
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help=_("Write to FILE; to standard output unless given."),
)
@click.option("--force", is_flag=True, help=_("Overwrite FILE."))
def cite(articles: tuple[str, ...], form: str, output: Path | None, force: bool) -> None:
    """Write articles, or all articles of folders, as a bibliography.

    CSL-JSON is for pandoc and Zotero, BibTeX for these and for BibTeX. The key of an article is the
    name of its file: [@report, p. 12] cites report.md.
    """
    settings, faults = load_settings()
    tell(faults)
    every = (one for article in articles for one in _readings(article, settings))
    found = [one for path, reading in every if (one := cited(path, reading)) is not None]
    deliver(bibliography(found, form), output, force=force)


def _readings(article: str, settings: Settings) -> Iterator[tuple[str, Reading]]:
    """An article, or those of a folder, each with the path that its key is made of."""
    folder = Path(article)
    if not folder.is_dir():
        source = source_of(article)
        yield source.path.name if source.path else source.name, reading_of(source, settings)
        return
    for one in look_through(folder):
        if isinstance(one, Fault):
            tell([one])
        else:
            yield one[0], reading_of(load_article(folder / one[0]), settings)
