"""Compiles the catalogues while the program is built, also for an editable install."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

CATALOGUES = "briefing/locales/*/LC_MESSAGES/*.po"
"""Where they are; each is compiled beside its source."""


class Catalogues(BuildHookInterface[Any]):
    """Compiles all catalogues before the files of the wheel are gathered."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling, for a wheel and for an editable install."""
        del version, build_data
        for source in Path(self.root).glob(CATALOGUES):
            compile_catalogue(source)


def compile_catalogue(source: Path) -> None:
    """Put the ``.mo`` beside a ``.po``; whoever reads it meanwhile finds the old one or the new."""
    with source.open("rb") as written:
        catalogue = read_po(written, locale=source.parts[-3])
    fresh = source.with_suffix(f".{os.getpid()}")
    with fresh.open("wb") as compiled:
        write_mo(compiled, catalogue)
    fresh.replace(source.with_suffix(".mo"))
