"""The user's settings file. It is read, checked and never written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from briefing.model.errors import Fault, FormatError
from briefing.model.settings import Settings
from briefing.storage.locations import settings_path
from briefing.storage.reading import read_small_text, refuse_unknown
from briefing.text.i18n import _
from briefing.text.strict_yaml import Node, parse

SETTINGS = ("theme", "width", "author", "language", "notes_folder", "keys")
"""The keys of the file."""

WIDTHS = range(20, 401)
"""Cells that a line of the article may have."""


def load_settings(path: Path | None = None) -> tuple[Settings, tuple[Fault, ...]]:
    """The settings, and what is wrong in their file.

    Args:
        path: The file; None means the usual one. One that does not exist sets nothing.
    """
    path = settings_path() if path is None else path
    if not path.exists():
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
    settings = Settings(
        theme=root.string("theme"),
        width=_width(root),
        author=_words(root, "author"),
        language=_words(root, "language"),
        notes_folder=_folder(root, path.parent),
        keys=dict(_keys(root)),
        where=dict(_places(root)),
    )
    return settings, tuple(faults)


def _words(root: Node, key: str) -> str | None:
    """A string of one line that is not blank."""
    words = root.string(key)
    if words is None:
        return None
    if words.strip() and words.isprintable():
        return words.strip()
    root.fields[key].report(_("“{key}” should be words on one line").format(key=key))
    return None


def _width(root: Node) -> int | None:
    width = root.integer("width")
    if width is None or width in WIDTHS:
        return width
    what = _("“width” should be between {least} and {most}, not {width}")
    root.fields["width"].report(what.format(least=WIDTHS[0], most=WIDTHS[-1], width=width))
    return None


def _folder(root: Node, relative_to: Path) -> Path | None:
    """A folder; ``~`` is the home, anything relative lies beside the settings."""
    words = _words(root, "notes_folder")
    if words is None:
        return None
    try:
        folder = relative_to.absolute() / Path(words).expanduser()
    except RuntimeError:
        root.fields["notes_folder"].report(_("there is no such user: {path}").format(path=words))
        return None
    if folder.exists() and not folder.is_dir():
        root.fields["notes_folder"].report(_("{path} is not a folder").format(path=folder))
        return None
    return folder


def _keys(root: Node) -> Iterator[tuple[str, tuple[str, ...]]]:
    node = root.mapping("keys")
    for action, value in node.fields.items() if node is not None else ():
        if value.is_null:
            continue
        values = value.items if value.is_sequence else (value,)
        keys = [each.as_string(action) for each in values]
        if None not in keys:
            yield action, tuple(key for key in keys if key is not None)


def _places(root: Node) -> Iterator[tuple[str, str]]:
    yield from ((key, node.where) for key, node in root.fields.items())
    node = root.mapping("keys") if root.get("keys") and root.fields["keys"].is_mapping else None
    for action, value in node.fields.items() if node is not None else ():
        yield f"keys.{action}", value.where
