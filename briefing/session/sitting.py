"""A sitting: everything that belongs to one open article, without the screen that shows it."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.model.article import Document
from briefing.model.errors import Fault
from briefing.session.memory import Memory
from briefing.session.progress import Progress
from briefing.session.reading import Reading


@dataclass(slots=True)
class Sitting:
    """One open article and what the reader is doing with it.

    Showing another article is the assignment of another sitting; nothing has to be reset.
    """

    reading: Reading
    """The text, its brief and its notes."""
    memory: Memory
    """What is remembered of it for the next time."""
    progress: Progress = field(init=False)
    """What of it has been in view."""

    def __post_init__(self) -> None:
        self.progress = Progress(self.reading.document)

    @property
    def document(self) -> Document:
        """The text, chunk by chunk."""
        return self.reading.document

    def take_up(self) -> tuple[Fault, ...]:
        """Read what is remembered of the article; what is wrong with that file, if anything."""
        faults = self.memory.load()
        self.progress = self.memory.progress_in(
            self.reading.document, self.reading.source.fingerprint
        )
        return faults
