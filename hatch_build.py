"""Compiles catalogues and languages while the program is built, also for an editable install."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

CATALOGUES = "briefing/locales/*/LC_MESSAGES/*.po"
"""Where they are; each is compiled beside its source."""

LANGUAGES = "briefing/languages/*.toml"
"""What is known of the languages that articles are written in; compiled likewise."""


class Compiled(BuildHookInterface[Any]):
    """Compiles them all before the files of the wheel are gathered."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling, for a wheel and for an editable install."""
        del version, build_data
        for source in Path(self.root).glob(CATALOGUES):
            compile_catalogue(source)
        sys.path.insert(0, self.root)
        for source in Path(self.root).glob(LANGUAGES):
            compile_language(source)


def compile_catalogue(source: Path) -> None:
    """Put the ``.mo`` beside a ``.po``; whoever reads it meanwhile finds the old one or the new."""
    with source.open("rb") as written:
        catalogue = read_po(written, locale=source.parts[-3])
    fresh = source.with_suffix(f".{os.getpid()}")
    with fresh.open("wb") as compiled:
        write_mo(compiled, catalogue)
    fresh.replace(source.with_suffix(".mo"))


def compile_language(source: Path) -> None:
    """Put the ``.json`` beside a ``.toml``, likewise."""
    from briefing.languages.compiled import compiled  # noqa: PLC0415 - known when a build begins

    fresh = source.with_suffix(f".{os.getpid()}")
    fresh.write_text(compiled(source.read_bytes()), encoding="utf-8")
    fresh.replace(source.with_suffix(".json"))
