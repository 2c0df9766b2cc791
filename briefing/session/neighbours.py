"""Documents that others point at, opened when they are asked for; the last few stay open."""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from briefing.model.errors import NotFoundError
from briefing.session.reading import Reading
from briefing.text.i18n import _

_OPEN_MOST = 64


@dataclass(slots=True)
class Neighbours:
    """Opens documents, each once while it is among the last ones."""

    open_document: Callable[[Path], Reading]
    """Opens one; its errors are `BriefingError`."""
    _opened: OrderedDict[str, Reading] = field(default_factory=OrderedDict)

    def open(self, path: Path) -> Reading:
        """A document.

        Raises:
            BriefingError: It is not there, or cannot be read.
        """
        name = os.path.realpath(path)
        reading = self._opened.pop(name, None)
        if reading is None:
            if not Path(name).exists():
                raise NotFoundError(_("is not there"), where=str(path))
            reading = self.open_document(Path(name))
        self._opened[name] = reading
        if len(self._opened) > _OPEN_MOST:
            self._opened.popitem(last=False)
        return reading

    def take(self, reading: Reading) -> None:
        """Keep a document that is open already."""
        if reading.source.path is not None:
            self._opened[os.path.realpath(reading.source.path)] = reading
