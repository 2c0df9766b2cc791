"""The one family of errors that a user may see.

::

    BriefingError              what is wrong, where, and what to do: always one line
    ├── NotFoundError          no such article, note, theme or passage
    ├── InputError             the file is there, but cannot be read as what it should be
    │   └── FormatError        its text breaks the format; `where` names the line
    ├── StorageError           the disk or the folder did not take what should be written
    │   └── BusyError          another program is writing there
    ├── QuoteError             a quote is not in the text, or is there more than once
    └── UsageError             the request itself makes no sense

A `Fault` is an error that does not stop the work: the article is shown, and the fault beside it.
"""

from __future__ import annotations

from briefing.model.records import dataclass


class BriefingError(Exception):
    """Something a user can understand and act on.

    Args:
        what: What is wrong, without a full stop.
        where: The file, and the line where it is known: ``notes.yaml:12``.
        remedy: What to do about it.
    """

    def __init__(self, what: str, *, where: str | None = None, remedy: str | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.remedy = remedy

    def __str__(self) -> str:
        """One line: ``where: what; remedy``."""
        line = self.what if self.where is None else f"{self.where}: {self.what}"
        line = line if self.remedy is None else f"{line}; {self.remedy}"
        return " ".join(line.split())


class NotFoundError(BriefingError):
    """What was named does not exist."""


class InputError(BriefingError):
    """A file or stream that cannot be read as what it should be."""


class FormatError(InputError):
    """A text that breaks its format."""


class StorageError(BriefingError):
    """A write that did not happen; what was there before is whole."""


class BusyError(StorageError):
    """Another program is writing there, and went on for too long."""


class QuoteError(BriefingError):
    """A quote that is not in the text, or is there more than once."""


class UsageError(BriefingError):
    """A request that makes no sense."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong that does not stop the work."""

    what: str
    """What is wrong, without a full stop."""
    where: str | None = None
    """The file and the line."""
    remedy: str | None = None
    """What to do about it."""

    @classmethod
    def of(cls, error: BriefingError) -> Fault:
        """An error that does not stop the work after all."""
        return cls(error.what, error.where, error.remedy)

    def __str__(self) -> str:
        """The same line that a `BriefingError` would print."""
        return str(BriefingError(self.what, where=self.where, remedy=self.remedy))
