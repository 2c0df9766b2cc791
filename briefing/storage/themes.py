"""Themes: one YAML file each, those that ship and the user's own.

The file's name is the theme's name. A user's theme of a shipped name takes its place; one that says
``base: NAME`` needs to give only what differs. A colour that is wrong is lost alone: that of the
base stands in its place, or of a shipped theme. A file with anything else wrong in it is left out.
Every fault is reported with its line.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from briefing.model.errors import Fault, FormatError
from briefing.model.theme import (
    ANSI_NAMES,
    COLOR_NAMES,
    LATER_PAIRS,
    REQUIRED_VARIABLES,
    WIDGET_NAMES,
    Theme,
)
from briefing.model.xterm import FIRST, LAST
from briefing.storage.locations import may_exist
from briefing.storage.reading import read_small_text, refuse_unknown
from briefing.text.i18n import _
from briefing.text.strict_yaml import Node, parse

_KEYS = ("title", "dark", "high_contrast", "ansi", "base", "colors", "variables", "indexed")
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_HEX = re.compile(r"#[0-9a-fA-F]{6}")
_ANSI_WORDS = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
_ANSI = frozenset(
    ["ansi_default", *(f"ansi_{tone}{word}" for tone in ("", "bright_") for word in _ANSI_WORDS)]
)

_FindBase = Callable[[str], Theme | None]


@dataclass(slots=True)
class _Losses:
    """How many of a file's faults cost no more than a colour."""

    faults: Sequence[Fault]
    count: int = 0

    @contextlib.contextmanager
    def counted(self) -> Iterator[None]:
        """What is reported within costs no more than that."""
        before = len(self.faults)
        yield
        self.count += len(self.faults) - before


def load_themes(folders: Sequence[Path]) -> tuple[dict[str, Theme], tuple[Fault, ...]]:
    """All themes of some folders.

    Args:
        folders: A later one overrides an earlier one; one that does not exist has no themes.

    Returns:
        The themes by name, in the order of their names, and what is wrong with the others.
    """
    faults: list[Fault] = []
    themes = {name: _load(name, folders, faults) for name in _names(folders)}
    return {name: theme for name, theme in themes.items() if theme is not None}, tuple(faults)


def load_theme(name: str, folders: Sequence[Path]) -> tuple[Theme | None, tuple[Fault, ...]]:
    """One theme, without reading the others.

    Returns:
        The theme, or None with the reason as the last fault. A user's theme that is wrong gives way
        to the shipped one of that name, and the fault says so.
    """
    faults: list[Fault] = []
    theme = _load(name, folders, faults)
    if theme is None and not faults:
        remedy = _("there are: {names}").format(names=", ".join(_names(folders)))
        faults.append(Fault(_("there is no theme “{name}”").format(name=name), None, remedy))
    return theme, tuple(faults)


def parse_theme(
    text: str, name: str, where: str, find_base: _FindBase
) -> tuple[Theme | None, list[Fault]]:
    """A theme from the text of its file; None where more than some colours is wrong with it.

    Args:
        text: The YAML.
        name: The theme's name.
        where: The file, for messages.
        find_base: Gives the theme that a ``base`` names.

    Raises:
        FormatError: It is no YAML or no mapping.
    """
    faults: list[Fault] = []
    losses = _Losses(faults)
    root = parse(text, where=where, faults=faults)
    if not root.is_mapping:
        raise root.error(_("a theme should be a mapping"), _("begin with `title: …`"))
    refuse_unknown(root, _KEYS)
    base = _base(root, find_base)
    ansi = _flag(root, "ansi", base is not None and base.ansi)
    if base is not None and base.ansi != ansi:
        what = _("“{name}” does not use the same kind of colours").format(name=base.name)
        root.fields["base"].report(what, _("build on another theme, or leave out `ansi`"))
    theme = Theme(
        name=name,
        title=root.string("title") or name,
        dark=_flag(root, "dark", base is not None and base.dark),
        high_contrast=_flag(root, "high_contrast", base is not None and base.high_contrast),
        ansi=ansi,
        colors=_colors(root, "colors", COLOR_NAMES, base.colors if base else {}, losses, ansi=ansi),
        variables=_variables(root, base.variables if base else {}, losses, ansi=ansi),
        indexed=_indexed(root, base.indexed if base else {}, losses),
    )
    if losses.count < len(faults):
        return None, faults
    return (_filled(theme, find_base) if faults else theme), faults


def _filled(theme: Theme, find_base: _FindBase) -> Theme | None:
    """A theme with the colours that it lost, from a shipped one of its kind."""
    spare = find_base("terminal" if theme.ansi else "dusk" if theme.dark else "paper")
    if spare is None:
        return None
    colors, variables = {**spare.colors, **theme.colors}, {**spare.variables, **theme.variables}
    return replace(theme, colors=colors, variables=variables)


def _names(folders: Sequence[Path]) -> list[str]:
    """What the files of some folders are called; one that may not be looked into has none."""
    names: set[str] = set()
    for folder in folders:
        with contextlib.suppress(OSError):
            names.update(path.stem for path in folder.glob("*.yaml"))
    return sorted(names)


def _load(
    name: str, folders: Sequence[Path], faults: list[Fault], above: frozenset[Path] = frozenset()
) -> Theme | None:
    """The theme of that name in the last folder where it is right; ``above`` are its heirs."""
    for path in _candidates(name, folders):
        if path in above:
            continue

        def find_base(base: str, path: Path = path) -> Theme | None:
            return _load(base, folders, faults, above | {path})

        theme = _try(path, faults, find_base)
        if theme is not None:
            return theme
    return None


def _candidates(name: str, folders: Sequence[Path]) -> Iterator[Path]:
    """The files of that name, the one that counts most first."""
    if "/" in name:
        return
    paths = (folder / f"{name}.yaml" for folder in reversed(folders))
    yield from (path for path in paths if may_exist(path))


def _try(path: Path, faults: list[Fault], find_base: _FindBase) -> Theme | None:
    """The theme in a file, or None and the reason among the faults."""
    if not _NAME.fullmatch(path.stem):
        remedy = _("use small letters, digits and hyphens")
        faults.append(Fault(_("this is no name for a theme"), str(path), remedy))
        return None
    theme: Theme | None = None
    try:
        theme, found = parse_theme(read_small_text(path), path.stem, str(path), find_base)
    except FormatError as error:
        found = [Fault(error.what, error.where, error.remedy)]
    new = [fault for fault in found if fault not in faults]
    faults.extend(new)
    return theme


def _base(root: Node, find_base: _FindBase) -> Theme | None:
    name = root.string("base")
    base = None if name is None else find_base(name)
    if name is not None and base is None:
        root.fields["base"].report(_("there is no usable theme “{name}”").format(name=name))
    return base


def _flag(root: Node, key: str, default: bool) -> bool:
    word = root.string(key)
    if word is None:
        return default
    if word not in ("true", "false"):
        root.fields[key].report(_("“{key}” should be true or false").format(key=key))
    return word == "true"


def _variables(
    root: Node, base: Mapping[str, str], losses: _Losses, *, ansi: bool
) -> dict[str, str]:
    names = (*REQUIRED_VARIABLES, *(ANSI_NAMES if ansi else ()), *WIDGET_NAMES)
    given = root.mapping("variables")
    stated = {name: given.string(name) or "" for name in given.fields} if given else {}
    return _colors(root, "variables", names, {**_later(stated), **base}, losses, ansi=ansi)


def _later(given: Mapping[str, str]) -> dict[str, str]:
    """The pairs that a theme may lack which was written before there were such."""
    return {
        f"{pair}{end}": given[f"{like}{end}"]
        for pair, like in LATER_PAIRS.items()
        for end in ("", "-text")
        if not given.keys() & {pair, f"{pair}-text"} and f"{like}{end}" in given
    }


def _colors(
    root: Node,
    key: str,
    names: Sequence[str],
    base: Mapping[str, str],
    losses: _Losses,
    *,
    ansi: bool,
) -> dict[str, str]:
    """The colours of one mapping; what it leaves out comes from the base."""
    node = root.mapping(key) or root
    found, given = dict(base), dict[str, str | None]()
    if node is not root:
        with losses.counted():
            refuse_unknown(node, names)
            given = {name: node.string(name) for name in node.fields if name in names}
            found |= {
                name: color
                for name, color in given.items()
                if color is not None and _is_color(node.fields[name], color, ansi=ansi)
            }
            _refuse_none(node, given)
    known = {*found, *given, *WIDGET_NAMES}
    missing = [name for name in names if name not in known]
    if missing:
        what = _("“{key}” lacks {names}").format(key=key, names=", ".join(missing))
        node.report(what, _("add it, or name a theme to build on with `base: …`"))
    return found


def _indexed(root: Node, base: Mapping[str, int], losses: _Losses) -> dict[str, int]:
    """The 256-colour values. A colour that a theme changes has no longer that of its base."""
    given = [each for key in ("colors", "variables") if (each := root.mapping(key))]
    changed = {name for node in given for name in node.fields}
    found = {name: number for name, number in base.items() if name not in changed}
    node = root.mapping("indexed")
    if node is None:
        return found
    with losses.counted():
        refuse_unknown(node, (*COLOR_NAMES, *REQUIRED_VARIABLES, *WIDGET_NAMES))
        for name in node.fields:
            number = node.integer(name)
            if number is not None and FIRST <= number <= LAST:
                found[name] = number
            elif number is not None:
                what = _("“{name}” should be between {first} and {last}, not {number}")
                said = what.format(name=name, first=FIRST, last=LAST, number=number)
                node.fields[name].report(said)
    return found


def _is_color(node: Node, color: str, *, ansi: bool) -> bool:
    """Whether a colour is one; what is wrong with it is reported."""
    if ansi and color not in _ANSI:
        what = _("“{color}” is not one of the terminal's sixteen colours").format(color=color)
        node.report(what, _("write one such as ansi_red, ansi_bright_red or ansi_default"))
        return False
    if not ansi and not _HEX.fullmatch(color):
        what = _("“{color}” is not a colour").format(color=color)
        node.report(what, _('write it as "#rrggbb"'))
        return False
    return True


def _refuse_none(node: Node, given: Mapping[str, str | None]) -> None:
    for name, color in given.items():
        if color is None:
            hint = _('write one as "#rrggbb", in quotes')
            node.fields[name].report(_("a colour is missing"), hint)
