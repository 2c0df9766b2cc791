"""The settings, once: what each is called, what it means, how it is read and how it is shown.

The loader, the file that `briefing config init` writes, `briefing config check` and the page about
formats are all made from this table.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing.model.settings import ThemePair
from briefing.storage.reading import refuse_unknown
from briefing.text.i18n import LANGUAGES, _, base_language
from briefing.text.key_names import key_name
from briefing.text.strict_yaml import Node

WIDTHS = range(20, 401)
"""Cells that a line of the article may have."""

_KINDS = ("light", "dark")
_VARIABLE = re.compile(r"\$(?:\w+|\{[^}]*\}?)")
"""A variable that the environment does not have: it stands there still after expanding."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
"""A language tag as far as its form goes: RFC 5646, section 2.1."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One key of the settings file."""

    name: str
    """The key, and the field of `Settings`."""
    help: Callable[[], str]
    """What it does, in a few words of the interface's language."""
    example: str
    """A value as it may be written in the file; lines of a mapping begin with two spaces."""
    read: Callable[[Node, Path], object]
    """Reads it from the root of the file, whose folder is the second argument; what is wrong is
    reported to the root's faults and counts as missing."""

    @property
    def lines(self) -> Iterator[str]:
        """The setting as it stands in the file."""
        first, *rest = self.example.split("\n")
        yield f"{self.name}: {first}".rstrip()
        yield from rest


def _words(name: str) -> Callable[[Node, Path], str | None]:
    return lambda root, _folder: _one_line(root, name)


def _one_line(root: Node, key: str) -> str | None:
    """A string of one line that is not blank."""
    words = root.string(key)
    if words is None:
        return None
    if words.strip() and words.isprintable():
        return words.strip()
    root.fields[key].report(_("“{key}” should be words on one line").format(key=key))
    return None


def _theme(root: Node, _folder: Path) -> str | ThemePair | None:
    """One name, or a mapping of both kinds of terminal to one each."""
    node = root.get("theme")
    if node is None or not node.is_mapping:
        return _one_line(root, "theme")
    refuse_unknown(node, _KINDS)
    light, dark = (_one_line(node, kind) for kind in _KINDS)
    if light is not None and dark is not None:
        return ThemePair(light, dark)
    missing = [kind for kind in _KINDS if node.get(kind) is None]
    if missing:
        what = _("“theme” lacks {name}").format(name=", ".join(missing))
        node.report(what, _("name one for each, or write one name alone"))
    return None


def _language(root: Node, _folder: Path) -> str | None:
    tag = _one_line(root, "language")
    if tag is None or (_LANGUAGE.fullmatch(tag) and base_language(tag) in LANGUAGES):
        return tag
    what = _("there is no interface in “{tag}”").format(tag=tag)
    root.fields["language"].report(what, _("use one of {names}").format(names=", ".join(LANGUAGES)))
    return None


def _width(root: Node, _folder: Path) -> int | None:
    width = root.integer("width")
    if width is None or width in WIDTHS:
        return width
    what = _("“width” should be between {least} and {most}, not {width}")
    root.fields["width"].report(what.format(least=WIDTHS[0], most=WIDTHS[-1], width=width))
    return None


def _cursor(root: Node, _folder: Path) -> bool:
    word = root.string("cursor")
    if word not in (None, "true", "false"):
        root.fields["cursor"].report(_("“{key}” should be true or false").format(key="cursor"))
    return word == "true"


def _folder(name: str) -> Callable[[Node, Path], Path | None]:
    return lambda root, relative_to: _folder_of(root, name, relative_to)


def _folder_of(root: Node, key: str, relative_to: Path) -> Path | None:
    """A folder; ``~`` is the home, ``$NAME`` a variable, anything relative lies beside the file."""
    words = _one_line(root, key)
    if words is None:
        return None
    words = os.path.expandvars(words)
    unset = _VARIABLE.search(words)
    if unset is not None:
        what = _("there is no variable {name} in “{key}”").format(name=unset[0], key=key)
        root.fields[key].report(what, _("set it, or write the folder itself"))
        return None
    try:
        folder = relative_to.absolute() / Path(words).expanduser()
    except RuntimeError:
        root.fields[key].report(_("there is no such user: {path}").format(path=words))
        return None
    if _is_no_folder(folder):
        root.fields[key].report(_("{path} is not a folder").format(path=folder))
        return None
    return folder


def _is_no_folder(path: Path) -> bool:
    """Whether something else is there; what cannot be looked at may be a folder."""
    try:
        return not stat.S_ISDIR(path.stat().st_mode)
    except OSError:
        return False


def _keys(root: Node, _folder: Path) -> dict[str, tuple[str, ...]]:
    node = root.mapping("keys")
    given = {} if node is None else node.fields
    read = {action: _of_action(action, value) for action, value in given.items()}
    return {action: keys for action, keys in read.items() if keys is not None}


def _of_action(action: str, value: Node) -> tuple[str, ...] | None:
    """The keys of an action; None where nothing is said or something is wrong."""
    if value.is_null:
        return None
    values = value.items if value.is_sequence else (value,)
    keys = [each.as_string(action) for each in values]
    if None in keys:
        return None
    names = [None if key is None else key_name(key) for key in keys]
    if None in names:
        wrong = keys[names.index(None)]
        value.report(
            _("“{action}”: there is no key “{key}”").format(action=action, key=wrong),
            _("write a character, or a name such as f3, ctrl+g or alt+h"),
        )
        return None
    return tuple(name for name in names if name is not None)


SCHEMA = (
    Setting(
        "theme",
        lambda: _("names that `briefing themes` lists: one, or two that follow the terminal"),
        "\n  light: paper\n  dark: dusk",
        _theme,
    ),
    Setting(
        "width",
        lambda: _("the widest line of the text, in cells, from {least} to {most}").format(
            least=WIDTHS[0], most=WIDTHS[-1]
        ),
        "80",
        _width,
    ),
    Setting(
        "cursor",
        lambda: _("true shows the terminal's own cursor where the focus is"),
        "true",
        _cursor,
    ),
    Setting("author", lambda: _("who new notes are by"), "anna", _words("author")),
    Setting(
        "language",
        lambda: _("the language of the program's own words, en or it; else the system's"),
        "it",
        _language,
    ),
    Setting(
        "notes_folder",
        lambda: _("where the notes of all articles go, instead of beside each"),
        "~/notes",
        _folder("notes_folder"),
    ),
    Setting(
        "library",
        lambda: _("the folder of the library that `briefing` alone opens"),
        "~/briefings",
        _folder("library"),
    ),
    Setting(
        "keys",
        lambda: _("keys in place of the usual ones, by action; `briefing keys` lists the actions"),
        "\n  next_section: x\n  search: [/, f3]",
        _keys,
    ),
)
"""Every setting, in the order of the file."""


def example_file() -> str:
    """A settings file with every setting in it."""
    blocks = ("\n".join((f"# {one.help()}", *one.lines)) for one in SCHEMA)
    return "\n\n".join(blocks) + "\n"


def default_file() -> str:
    """A settings file that says what may be set and sets nothing."""
    head = (
        _("The settings of briefing. The program reads this file and never changes it."),
        _("A setting counts once the # before it is gone; `briefing config check` looks it over."),
    )
    lines = (
        line if line.startswith("# ") or not line else f"#{line}"
        for line in example_file().splitlines()
    )
    return "\n".join((*(f"# {line}" for line in head), "", *lines)) + "\n"
