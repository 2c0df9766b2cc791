"""The screens and dialogs, and how a reader comes to each."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from importlib import metadata
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from textual.pilot import Pilot
from textual.widgets import TextArea

from briefing.model.note import NoteKind
from briefing.model.span import Span
from briefing.model.theme import Theme
from briefing.session.note_draft import NoteDraft
from briefing.ui.app import BriefingApp
from briefing.ui.depth import Depth
from briefing.ui.theming import textual_theme
from tests.journeys.desk import Desk, desk, ready
from tests.journeys.library_desk import LibraryDesk, library_desk, write_articles
from tests.pictures.look import Look, look_at

SIZES = ((120, 40), (80, 24), (40, 12))
"""Columns and rows."""
USUAL = (80, 24)
"""What a terminal has if nobody changed it."""


@dataclass(frozen=True)
class Group:
    """Terminals and themes that look alike."""

    theme: str
    """A theme that stands for them."""
    depth: Depth = Depth.TRUE
    """How many colours the terminal shows."""


GROUPS = {
    "light: paper": Group("paper"),
    "dark: dusk": Group("dusk"),
    "high contrast: contrast-dark": Group("contrast-dark"),
    "light in 256: paper": Group("paper", Depth.INDEXED),
    "dark in 256: dusk": Group("dusk", Depth.INDEXED),
    "16 colours: terminal": Group("terminal", Depth.SIXTEEN),
    "colourless: paper": Group("paper", Depth.NONE),
}
"""What is compared, by what it is called."""
THEMES = ("paper", "porcelain", "contrast-light", "dusk", "ember", "contrast-dark")
EVERY_THEME = {
    f"{theme}, {name}": Group(theme, depth)
    for theme in THEMES
    for name, depth in {"true colour": Depth.TRUE, "256": Depth.INDEXED}.items()
}
"""What is drawn to be looked at, when a theme has changed."""
IN_EVERY_SIZE = ("reading", "note", "library")
"""The main scenes; the others are looked at in the usual size alone."""
IN_EVERY_THEME = ("reading", "figure", "found", "selecting", "note", "library")
"""The scenes that show all that a theme colours."""


NOTES = {
    "pavimenti di artiglieria": NoteDraft("Probabilmente proiettili: chiedere alla redazione"),
    "11 stati membri": NoteDraft(kind=NoteKind.HIGHLIGHT, color="green", tags=("fonti",)),
}


async def _notes(reader: Desk) -> None:
    """Two notes, as somebody leaves them after reading for a while."""
    await reader.press("escape")
    text, notebook = reader.text, reader.sitting.notebook
    for quote, draft in NOTES.items():
        start = text.index(quote)
        notebook.add(Span(start, start + len(quote)), draft)
    reader.parts.notes.show()
    await reader.pilot.pause()


async def _start(reader: Desk) -> None:
    """The very first start."""


async def _reading(reader: Desk) -> None:
    await _notes(reader)


async def _figure(reader: Desk) -> None:
    await _notes(reader)
    pane = reader.panel("figures")
    if not pane.is_on_screen:
        await reader.press("p")
    pane.focus()
    pane.cursor = reader.row("figures", "11.000")
    await reader.press("enter")


async def _outline(reader: Desk) -> None:
    await _notes(reader)
    if not reader.is_shown("outline"):
        await reader.press("backslash")
    reader.panel("outline").focus()
    await reader.press("j")


async def _searching(reader: Desk) -> None:
    await reader.press("escape", "slash")
    await reader.type("corea")


async def _found(reader: Desk) -> None:
    await reader.press("escape", "slash")
    await reader.type("corea")
    await reader.press("enter", "n")


async def _selecting(reader: Desk) -> None:
    await reader.press("escape", "1", "v", "j")


async def _ruler(reader: Desk) -> None:
    await reader.press("escape", "i", "i")


async def _note(reader: Desk) -> None:
    await _notes(reader)
    await reader.press("3", "v", "a")
    reader.front.query_one(TextArea).insert("Quali prove? Il rapporto cita solo due istituti.")
    await reader.pilot.pause()


async def _colors(reader: Desk) -> None:
    await reader.press("escape", "c")


async def _tags(reader: Desk) -> None:
    await _notes(reader)
    reader.reader.first.text.jump(reader.sitting.notebook.placed[0].span or Span(0, 1))
    await reader.press("t")


async def _all_notes(reader: Desk) -> None:
    await _notes(reader)
    await reader.press("A")


async def _themes(reader: Desk) -> None:
    await reader.press("escape", "T")


async def _help(reader: Desk) -> None:
    await reader.press("escape", "question_mark")


async def _palette(reader: Desk) -> None:
    await reader.press("escape", "colon")
    await reader.type("note")


async def _warned(reader: Desk) -> None:
    await reader.press("escape")
    reader.reader.stage.strip.tell("this could not be saved: the disk is full", is_warning=True)


async def _too_small(reader: Desk) -> None:
    await reader.resize(38, 11)


Steps = Callable[[Desk], Awaitable[None]]
SCENES: Mapping[str, Steps] = {
    steps.__name__.strip("_"): steps
    for steps in (
        _start, _reading, _figure, _outline, _searching, _found,
        _selecting, _ruler, _note, _colors, _tags, _all_notes,
        _themes, _help, _palette, _warned, _too_small,
    )
}  # fmt: skip
"""By name."""


async def _library(_reader: LibraryDesk) -> None:
    """The list, and what the article at hand says."""


async def _library_filter(reader: LibraryDesk) -> None:
    await reader.press("asterisk", "j", "x", "slash", "r")


async def _library_groups(reader: LibraryDesk) -> None:
    await reader.press("shift+tab", "j")


LIBRARY_SCENES: Mapping[str, Callable[[LibraryDesk], Awaitable[None]]] = {
    steps.__name__.strip("_"): steps for steps in (_library, _library_filter, _library_groups)
}
"""Those of a library, by name."""
NAMES = (*SCENES, *LIBRARY_SCENES)
"""All of them."""
PICTURES = tuple(
    (scene, size) for scene in NAMES for size in (SIZES if scene in IN_EVERY_SIZE else (USUAL,))
)
"""What is looked at: scenes and sizes."""


async def looks(
    scene: str, size: tuple[int, int], groups: Mapping[str, Group] = GROUPS
) -> dict[str, Look]:
    """One screen at one size in some groups, by their names."""
    if scene not in LIBRARY_SCENES:
        return await _reader_looks(scene, size, groups)
    with TemporaryDirectory() as folder:
        async with library_desk(write_articles(Path(folder) / "reports"), size=size) as reader:
            await LIBRARY_SCENES[scene](reader)
            await reader.previewed()
            themes = reader.library.given.themes
            return await _in_all(groups, reader.app, reader.pilot, themes)


async def _reader_looks(
    scene: str, size: tuple[int, int], groups: Mapping[str, Group]
) -> dict[str, Look]:
    async with desk(size=size, is_first=scene == "start") as reader:
        await SCENES[scene](reader)
        await reader.reader.first.text.lay_out_rest()
        return await _in_all(groups, reader.app, reader.pilot, reader.reader.themes)


async def _in_all(
    groups: Mapping[str, Group],
    app: BriefingApp,
    pilot: Pilot[None],
    themes: Mapping[str, Theme],
) -> dict[str, Look]:
    async def draw_in(theme: Theme) -> None:
        named = replace(theme, name=f"{theme.name}-{next(number)}")
        app.register_theme(textual_theme(named))
        app.theme = named.name
        await ready(app, pilot)

    number = count()
    await draw_in(themes["ember"])  # so that what lies under a dialog is drawn anew, too
    found = {}
    for name, group in groups.items():
        is_indexed = group.depth is Depth.INDEXED
        app.no_color = group.depth is Depth.NONE
        theme = themes[group.theme]
        await draw_in(theme.in_256() if is_indexed else theme)
        found[name] = look_at(app, is_indexed=is_indexed)
    return found


KEPT = Path(__file__).parents[1] / "cases" / "pictures"
"""Where pictures are kept."""
VERSION = KEPT / "textual-version"
"""The version of Textual that they were taken with: another draws some things otherwise."""


def kept_in(scene: str, size: tuple[int, int]) -> Path:
    """The file of a screen at one size."""
    return KEPT / f"{scene}-{size[0]}x{size[1]}.txt"


def textual_version() -> str:
    """The version that draws now."""
    return metadata.version("textual")
