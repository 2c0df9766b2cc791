"""The colours of a theme as styles that can be drawn, with and without colour.

Every mark has a sign in the gutter and an attribute of its own beside its colour, so that it can be
told apart on a terminal that shows none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from rich.style import Style as Pen
from textual.color import Color

from briefing.model.article import Style
from briefing.model.line import Role
from briefing.model.mark import Mark, MarkKind
from briefing.model.theme import INK_NAMES
from briefing.ui.render.signs import CHANGED_SIGN, GUTTER_SIGNS, UNCERTAIN_SIGN

__all__ = [
    "CHANGED_SIGN", "GUTTER_SIGNS", "ONLY_SIGNS", "QUIET", "UNCERTAIN_SIGN", "Palette",
]  # fmt: skip

_ATTRIBUTES: Mapping[MarkKind, Pen] = {
    MarkKind.FIGURE: Pen(bold=True),
    MarkKind.REMARK: Pen(underline=True),
    MarkKind.BOOKMARK: Pen(),
    MarkKind.HIGHLIGHT: Pen(),
    MarkKind.NOTE: Pen(underline=True),
    MarkKind.QUESTION: Pen(underline=True),
    MarkKind.CORRECTION: Pen(underline=True),
    MarkKind.MOVED: Pen(),
    MarkKind.GONE: Pen(),
    MarkKind.ADDED: Pen(bold=True, italic=True),
    MarkKind.REPLACED: Pen(bold=True, italic=True, underline=True),
    MarkKind.SEARCH: Pen(),
    MarkKind.TARGET: Pen(bold=True),
    MarkKind.SELECTION: Pen(),
}

_WITHOUT_COLOR: Mapping[MarkKind, Pen] = {
    MarkKind.REMARK: Pen(italic=True),
    MarkKind.HIGHLIGHT: Pen(underline2=True),
    MarkKind.SEARCH: Pen(reverse=True),
    MarkKind.TARGET: Pen(reverse=True, bold=True),
    MarkKind.SELECTION: Pen(reverse=True, underline=True),
}
"""What a mark that is only a colour becomes where there is none."""

_STYLES: Mapping[Style, Pen] = {
    Style.EMPHASIS: Pen(italic=True),
    Style.STRONG: Pen(bold=True),
    Style.STRUCK: Pen(strike=True),
    Style.LINK: Pen(underline=True),
    Style.IMAGE: Pen(italic=True),
}

_ROLE_PENS: Mapping[Role, tuple[str, Pen]] = {
    Role.TITLE: ("title", Pen(bold=True)),
    Role.HEADING: ("heading", Pen(bold=True)),
    Role.TABLE_HEAD: ("heading", Pen(bold=True)),
    Role.DECORATION: ("muted", Pen()),
}


@dataclass(slots=True)
class Palette:
    """Styles by name, made from a theme's variables.

    A name is a variable of the theme: with a ``NAME-text`` beside it, ``NAME`` is a background;
    alone it is the colour of the words.
    """

    variables: Mapping[str, str]
    """The theme's colours by name."""
    has_color: bool = True
    """False under ``NO_COLOR``: then only attributes are used."""
    _pens: dict[object, Pen] = field(default_factory=dict)
    _others: dict[str, Palette] = field(default_factory=dict)

    @property
    def dimmed(self) -> Palette:
        """The colours of words that should not draw the eye; what the reader marked stays."""
        return self._other("background", "muted")

    @property
    def ruled(self) -> Palette:
        """The colours of the line that should."""
        return self._other("outline-current", "outline-current-text")

    def _other(self, ground: str, words: str) -> Palette:
        """All words in one colour on one ground; the reader's own marks, hits and targets stay."""
        if words not in self._others:
            known = self.variables
            ink = dict.fromkeys(("foreground", *INK_NAMES), known.get(words, ""))
            pairs = dict.fromkeys(("background", *_STANDING), known.get(ground, ""))
            texts = {f"{name}-text": known.get(words, "") for name in _STANDING}
            changed = {**known, **ink, **pairs, **texts} if words in known else known
            self._others[words] = Palette(changed, self.has_color)
        return self._others[words]

    def pen(self, name: str) -> Pen:
        """The style of a name; nothing special for a name that the theme does not have."""
        if name not in self._pens:
            self._pens[name] = self._make(name)
        return self._pens[name]

    def ground(self, name: str) -> Pen:
        """The style under everything of a pane: words in the foreground on a background."""
        key = ("ground", name)
        if key not in self._pens:
            self._pens[key] = self._make_ground(name)
        return self._pens[key]

    @property
    def label(self) -> Pen:
        """The style of the letters over links: they stand out without colour too."""
        return self.pen("mark-target") + Pen(bold=True, reverse=not self.has_color)

    def mark(self, mark: Mark) -> Pen:
        """The style of a mark."""
        key = (mark.kind, mark.color)
        if key not in self._pens:
            self._pens[key] = self._make_mark(mark.kind, mark.color)
        return self._pens[key]

    def words(self, role: Role, style: Style) -> Pen:
        """The style of words of the article."""
        key = (role, style)
        if key not in self._pens:
            self._pens[key] = self._make_words(role, style)
        return self._pens[key]

    def _make(self, name: str) -> Pen:
        color = self.variables.get(name)
        if not self.has_color or color is None:
            return Pen()
        text = self.variables.get(f"{name}-text")
        if text is None:
            return Pen(color=Color.parse(color).rich_color)
        return Pen(color=Color.parse(text).rich_color, bgcolor=Color.parse(color).rich_color)

    def _make_ground(self, name: str) -> Pen:
        if not self.has_color or name not in self.variables:
            return Pen()
        words = self.variables.get(f"{name}-text", self.variables["foreground"])
        return Pen(
            color=Color.parse(words).rich_color,
            bgcolor=Color.parse(self.variables[name]).rich_color,
        )

    def _make_mark(self, kind: MarkKind, color: str | None) -> Pen:
        if not self.has_color:
            return _ATTRIBUTES[kind] + _WITHOUT_COLOR.get(kind, Pen())
        name = _MARK_VARIABLES.get(kind, "mark-note")
        if color is not None and kind not in _FIXED:
            name = f"note-{color}" if f"note-{color}" in self.variables else name
        elif kind in ONLY_SIGNS:
            return Pen()
        if kind in QUIET:
            return _ATTRIBUTES[kind]
        return self.pen(name) + _ATTRIBUTES[kind]

    def _make_words(self, role: Role, style: Style) -> Pen:
        name, pen = _ROLE_PENS.get(role, ("", Pen()))
        pen = self.pen(name) + pen
        if role is Role.CODE or Style.CODE in style:
            pen += self.pen("code")
        if Style.LINK in style:
            pen += self.pen("link")
        for flag, look in _STYLES.items():
            if flag in style:
                pen += look
        return pen


_STANDING = ("code", "table-head")
"""What lies over the words whether or not the reader wants something there."""

_FIXED = frozenset({MarkKind.FIGURE, MarkKind.REMARK, MarkKind.SEARCH, MarkKind.TARGET})

QUIET = frozenset({MarkKind.FIGURE, MarkKind.REMARK})
"""What others put there, and not the reader: weight and a line, but no colour."""

ONLY_SIGNS = frozenset({MarkKind.BOOKMARK, MarkKind.MOVED, MarkKind.GONE})
"""What stands in the gutter, and leaves the words as they are."""

_MARK_VARIABLES: Mapping[MarkKind, str] = {
    MarkKind.HIGHLIGHT: "note-yellow",
    MarkKind.NOTE: "mark-note",
    MarkKind.QUESTION: "mark-note",
    MarkKind.CORRECTION: "mark-note",
    MarkKind.ADDED: "mark-change",
    MarkKind.REPLACED: "mark-change",
    MarkKind.SEARCH: "mark-search",
    MarkKind.TARGET: "mark-target",
    MarkKind.SELECTION: "mark-selection",
}
