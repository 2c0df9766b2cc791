"""The user's settings file. It is read, checked and never written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from briefing.model.errors import Fault, FormatError
from briefing.model.settings import Settings
from briefing.storage.locations import may_exist, settings_path
from briefing.storage.reading import read_small_text, refuse_unknown
from briefing.storage.settings_schema import SCHEMA
from briefing.text.i18n import _
from briefing.text.strict_yaml import Node, parse

SETTINGS = tuple(setting.name for setting in SCHEMA)
"""The keys of the file."""


def load_settings(path: Path | None = None) -> tuple[Settings, tuple[Fault, ...]]:
    """The settings, and what is wrong in their file.

    Args:
        path: The file; None means the usual one. One that does not exist sets nothing.
    """
    path = settings_path() if path is None else path
    if not may_exist(path):
        return Settings(), ()
    try:
        return parse_settings(read_small_text(path), path)
    except FormatError as error:
        return Settings(), (Fault(error.what, error.where, error.remedy),)


def parse_settings(text: str, path: Path) -> tuple[Settings, tuple[Fault, ...]]:
    """The settings in a text, with a fault for each that is wrong.

    Args:
        text: The YAML.
        path: Its file, for messages and for relative folders.

    Raises:
        FormatError: It is no YAML or no mapping.
    """
    faults: list[Fault] = []
    root = parse(text, where=str(path), faults=faults)
    if not root.is_mapping and not root.is_null:
        raise root.error(_("the settings should be a mapping"), _("write `theme: paper` or such"))
    refuse_unknown(root, SETTINGS)
    read: dict[str, Any] = {one.name: one.read(root, path.parent) for one in SCHEMA}
    return Settings(**read, where=dict(_places(root))), tuple(faults)


def _places(root: Node) -> Iterator[tuple[str, str]]:
    yield from ((key, node.where) for key, node in root.fields.items())
    node = root.mapping("keys") if root.get("keys") and root.fields["keys"].is_mapping else None
    for action, value in node.fields.items() if node is not None else ():
        yield f"keys.{action}", value.where
