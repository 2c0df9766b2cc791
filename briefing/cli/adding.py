"""`briefing add`: documents come into a library, as articles with their originals."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from briefing.cli.arguments import library_option
from briefing.cli.articles import load_article
from briefing.cli.completing import complete_files
from briefing.cli.help import ExampleCommand
from briefing.cli.note_stores import open_store
from briefing.cli.output import complain, say
from briefing.cli.own_library import own_library
from briefing.cli.progress import Progress
from briefing.cli.rechecking import lost_lines
from briefing.model.errors import BriefingError, Fault, UsageError
from briefing.model.original import Original
from briefing.parsing.reading import open_document
from briefing.session.adding import Added, add
from briefing.session.carrying_notes import carry_notes
from briefing.session.clock import SystemClock
from briefing.session.ports import NotesPort
from briefing.session.taking_in import Taken
from briefing.storage.fetching import is_url
from briefing.storage.library_articles import LibraryArticles
from briefing.storage.library_files import look_through
from briefing.storage.library_originals import LibraryOriginals
from briefing.storage.locations import NOTES_ENDING, article_name, may_exist
from briefing.storage.originals import load_original
from briefing.storage.settings import load_settings
from briefing.storage.sources import STDIN
from briefing.text.addresses import without_user
from briefing.text.i18n import _, ngettext
from briefing.text.local_forms import number
from briefing.text.safe import one_line


@dataclass(frozen=True, slots=True)
class Named:
    """One document of a command line."""

    source: str
    """A path, an address, or ``-``."""
    below: str = ""
    """The folder of the library that it belongs in, with a ``/`` at its end."""


@click.command(
    "add",
    cls=ExampleCommand,
    examples=(
        "briefing add report.pdf https://example.org/article",
        "briefing add ~/papers --to reports",
    ),
)
@click.argument("sources", nargs=-1, required=True, shell_complete=complete_files)
@library_option
def add_documents(sources: tuple[str, ...], folder: Path | None) -> None:
    """Add files, folders, web addresses or `-` (standard input) to a library.

    Each becomes an article named by its date and title; its original is kept. What is there already
    stays one article: changed, it is a new version. Prints the path of each article.
    """
    with Progress(steps=max(1, len(sources))) as progress:
        adder = Adder(
            folder or own_library(),
            lambda path: progress.beside(say, one_line(str(path))),
            lambda line: progress.beside(complain, line),
        )
        for source in sources:
            progress.step(without_user(source))
            adder.add_all(source, progress)
        adder.tell()
    sys.exit(2 if adder.failed else 0)


class Adder:
    """Adds documents to one library and tells what became of each."""

    def __init__(
        self, folder: Path, tell_path: Callable[[Path], None], complain: Callable[[str], None]
    ) -> None:
        """Begin with nothing added.

        Args:
            folder: The library.
            tell_path: Takes the article of each document.
            complain: Takes what else there is to say, a line each.
        """
        self.folder = folder
        self._tell_path, self._complain = tell_path, complain
        self.failed = 0
        """How many could not be added."""
        self._files, self._originals = LibraryArticles(folder), LibraryOriginals(folder)
        self._counts: Counter[Taken] = Counter()
        self._arrived: dict[str, str | None] = {}
        self._untold: set[str] = set()

    def add_all(self, source: str, progress: Progress) -> None:
        """Add what one word of the command line names; what fails is told, the rest goes on."""
        for named in named_documents(source):
            if isinstance(named, Fault):
                self._fail(named)
                continue
            try:
                self._tell_added(named, self._add(named, progress))
            except UsageError as error:
                self._fail_once(Fault.of(error))
            except BriefingError as error:
                self._fail(Fault.of(error))

    def tell(self) -> None:
        """Say in one line how many were new, the same, corrected, then what holds no more.

        A single failure is told already.
        """
        count = self._counts
        if not count and self.failed == 1:
            return
        said = [
            ngettext("{count} new article", "{count} new articles", count[Taken.NEW]).format(
                count=number(count[Taken.NEW])
            )
        ]
        if count[Taken.CORRECTED] or count[Taken.WAITS]:
            versions = count[Taken.CORRECTED] + count[Taken.WAITS]
            words = ngettext("{count} new version", "{count} new versions", versions)
            said.append(words.format(count=number(versions)))
        if count[Taken.SAME]:
            said.append(_("{count} known already").format(count=number(count[Taken.SAME])))
        if self.failed:
            said.append(_("{count} not added").format(count=number(self.failed)))
        self._complain(f"{self.folder}: {', '.join(said)}")
        self._tell_lost()

    def _tell_lost(self) -> None:
        """Say what does not hold any more now that these are here."""
        try:
            for line in lost_lines(self.folder, load_settings()[0], self._arrived):
                self._complain(line)
        except BriefingError as error:
            self._complain(str(error))

    def _add(self, named: Named, progress: Progress) -> Added:
        inside = _inside(named.source, self.folder)
        if inside is not None:
            return Added(inside, Taken.SAME)
        original = _original(named.source, progress)
        now = SystemClock().now()
        added = add(self._files, self._originals, original, now, named.below)
        if added.taken is Taken.NEW:
            self._carry_notes(Path(named.source), added)
        return added

    def _carry_notes(self, document: Path, added: Added) -> None:
        """Let the notes beside a document come along."""
        names = {f"{name}{NOTES_ENDING}" for name in (document.name, article_name(document))}
        if not any(may_exist(document.with_name(name)) for name in names if document.name):
            return
        old, new = (_notes_of(path) for path in (document, self.folder / added.path))
        count = carry_notes(old, new)
        if count:
            words = ngettext("{count} note came along", "{count} notes came along", count)
            self._complain(f"{self.folder / added.path}: {words.format(count=number(count))}")

    def _tell_added(self, named: Named, added: Added) -> None:
        path = self.folder / added.path
        self._tell_path(path)
        self._counts[added.taken] += 1
        if added.taken in {Taken.NEW, Taken.CORRECTED}:
            self._arrived[added.path] = added.replaces
        for remark in added.remarks:
            self._complain(f"{without_user(named.source)}: {remark}")
        if added.taken is Taken.WAITS:
            self._complain(f"{path}: {waiting_words()}")

    def _fail(self, fault: Fault) -> None:
        self.failed += 1
        self._complain(str(fault))

    def _fail_once(self, fault: Fault) -> None:
        """Count what fails for a reason that others fail for too, and say that once."""
        self.failed += 1
        if fault.what not in self._untold:
            self._untold.add(fault.what)
            self._complain(str(fault))


def _notes_of(article: Path) -> NotesPort:
    """The notes store of an article."""
    source = load_article(article)
    document = open_document(source.text, name=source.name, where=str(article))
    return open_store(source, document.article(), None, None)


def _inside(source: str, folder: Path) -> str | None:
    """The path in the library of a file that lies in it already."""
    if source == STDIN or is_url(source):
        return None
    real, home = Path(source).resolve(), folder.resolve()
    return real.relative_to(home).as_posix() if real.is_relative_to(home) else None


def waiting_words() -> str:
    """Why a new version did not take the article's place."""
    return _("was edited by hand and stays; what came is kept as a version")


def named_documents(source: str) -> Iterator[Named | Fault]:
    """The documents that a word names: those below a folder, each in a folder of the same name."""
    path = Path(source)
    if source == STDIN or is_url(source) or not path.is_dir():
        yield Named(source)
        return
    name = path.absolute().resolve().name
    for found in look_through(path):
        if isinstance(found, Fault):
            yield found
        else:
            inside = found[0].rpartition("/")[0]
            yield Named(str(path / found[0]), "/".join(filter(None, (name, inside))) + "/")


def _original(source: str, progress: Progress) -> Original:
    stdin = sys.stdin.buffer if source == STDIN and sys.stdin is not None else None
    return load_original(source, stdin, progress.part)
