"""What `briefing check` found, gathered over articles, drafts and folders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from fnmatch import fnmatch
from pathlib import Path

from briefing.cli.articles import load_article
from briefing.cli.endings import NO, OK, WRONG
from briefing.cli.library_opening import open_library
from briefing.cli.output import complain, tell, tell_of
from briefing.cli.wiring import reading_of, source_of
from briefing.model.errors import BriefingError, Fault
from briefing.model.finding import CheckRules, Finding, Level, Rule, finding_at
from briefing.model.quotation import Verdict
from briefing.model.settings import Settings
from briefing.session.checking import CheckedArticle, check_article, quotation_finding
from briefing.session.draft_kind import is_draft
from briefing.session.neighbours import Neighbours
from briefing.session.quotations import QuotationCheck
from briefing.session.reading import Reading
from briefing.storage.check_rules import load_check_rules
from briefing.storage.library_files import look_through


@dataclass(slots=True)
class Checked:
    """One path of the command line: an article, or a folder with all that lies in it."""

    path: str
    """As it was given; empty for the article that ships with the program."""
    folder: Path | None
    """The folder that it is; None for an article."""
    rules: CheckRules
    """What counts there."""
    articles: list[CheckedArticle] = field(default_factory=list)
    """What was looked at."""
    verdicts: list[tuple[str, Verdict]] = field(default_factory=list)
    """The quotations, each with the file of its draft."""
    unchecked: Counter[str] = field(default_factory=Counter)
    """By the file of a draft, the quotations that were too short to be looked for."""
    unread: list[Finding] = field(default_factory=list)
    """What could not be opened."""

    @property
    def findings(self) -> Iterator[Finding]:
        """All that does not hold and is not switched off, in the order of the articles."""
        quoted = [quotation_finding(where, verdict) for where, verdict in self.verdicts]
        of_drafts = [one for one in quoted if one is not None]
        of_articles = (one for article in self.articles for one in article.findings)
        for one in (*self.unread, *of_articles, *of_drafts):
            if self.rules.level(one.rule) is not Level.OFF:
                yield replace(one, where=from_here(one.where))

    @property
    def status(self) -> int:
        """The exit status that it asks for."""
        errors = [f.rule for f in self.findings if self.rules.level(f.rule) is Level.ERROR]
        return WRONG if Rule.FILE in errors else NO if errors else OK


@dataclass(slots=True)
class Checker:
    """Checks one path after the other; documents that several need are opened once."""

    settings: Settings
    """The user's."""
    against: Path | None
    """The folder in which the quotations of drafts are looked for."""
    is_strict: bool
    """Whether warnings count."""
    notes_file: Path | None = None
    """Where the notes of an article are, if not in the usual place."""
    _looks: dict[Path, QuotationCheck] = field(default_factory=dict)

    def check(self, path: str | None) -> Checked | None:
        """Check an article or a folder; None for an article that cannot be opened, which is said.

        Raises:
            BriefingError: A folder, or the file that says what counts, cannot be read.
        """
        if path is not None and Path(path).is_dir():
            return self._folder(path)
        try:
            source = source_of(path)
        except BriefingError as error:
            complain(str(error))
            return None
        tell_of(source)
        folder = None if source.path is None or source.shipped else source.path.parent
        checked = Checked(path or "", None, self._rules(folder))
        reading = reading_of(source, self.settings, self.notes_file)
        checked.articles.append(check_article(reading, self._neighbours()))
        if self.against is not None:
            self._take_quotations(checked, reading, self.against)
        return checked

    def finish(self) -> None:
        """Tell what could not be read of the folders that quotations were looked for in."""
        faults = (fault for look in self._looks.values() for fault in look.library.faults)
        tell(dict.fromkeys(faults))

    def _folder(self, path: str) -> Checked:
        folder = Path(path)
        checked = Checked(path, folder, self._rules(folder))
        neighbours = self._neighbours()
        for found in self._articles(folder, checked.rules):
            if isinstance(found, Fault):
                checked.unread.append(finding_at(Rule.FILE, found.what, found.where or path))
                continue
            try:
                reading = self._open(folder / found)
                neighbours.take(reading)
                checked.articles.append(check_article(reading, neighbours))
            except BriefingError as error:
                where = str(folder / found)
                checked.unread.append(finding_at(Rule.FILE, error.what, error.where or where))
                continue
            if is_draft(reading):
                self._take_quotations(checked, reading, self.against or folder)
        return checked

    def _articles(self, folder: Path, rules: CheckRules) -> Iterable[str | Fault]:
        for one in look_through(folder):
            path = one if isinstance(one, Fault) else one[0]
            if isinstance(path, Fault) or not _is_left_out(path, rules.left_out):
                yield path

    def _take_quotations(self, checked: Checked, reading: Reading, folder: Path) -> None:
        """Look the quotations of a draft up in a folder."""
        if folder not in self._looks:
            self._looks[folder] = QuotationCheck(open_library(folder, self.settings))
        found = self._looks[folder].check(reading)
        checked.verdicts += [(reading.where, verdict) for verdict in found.verdicts]
        checked.unchecked[reading.where] += found.unchecked

    def _rules(self, folder: Path | None) -> CheckRules:
        found = CheckRules() if folder is None else load_check_rules(folder)
        return CheckRules(found.levels, found.left_out, self.is_strict)

    def _neighbours(self) -> Neighbours:
        return Neighbours(self._open)

    def _open(self, path: Path) -> Reading:
        return reading_of(load_article(path), self.settings)


def from_here(where: str) -> str:
    """A file as the folder sees it in which the program runs: what CI systems can find again."""
    return where.removeprefix(str(Path.cwd() / "x")[:-1])


def _is_left_out(path: str, patterns: Iterable[str]) -> bool:
    """Whether a pattern holds for a path, or for a folder that it lies in."""
    parts = path.split("/")
    above = ["/".join(parts[:end]) for end in range(1, len(parts) + 1)]
    return any(fnmatch(name, pattern.rstrip("/")) for pattern in patterns for name in above)
