"""The library from an empty home, as docs/first-minute.md tells it: each line as it stands there.

``python -m tests.first_minute`` types them in tmux and writes what comes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tests.journeys.terminal import Terminal

SIZE = (80, 24)
PROMPT = "$ "


@dataclass(frozen=True)
class Turn:
    """Something that is typed, and what stands on the screen then."""

    why: str
    """What one wants."""
    lines: tuple[str, ...] = ()
    """Lines that are typed into a shell."""
    keys: tuple[str, ...] = ()
    """Keys that are pressed in the program, as tmux names them, each with what comes before the
    next one where that is not always the same; all else are words that are typed."""
    comes: tuple[str, ...] = ()
    """What the screen shows afterwards."""


_TALKS = (
    r"printf '# Talks in Geneva\n\nFrance and Italy spoke of 350 tonnes of wheat.\n' > talks.md"
)
_RYE = r"printf '# Rye is dear\n\nPoland and Italy asked for rye.\n' > rye.md"
_NEWS = r"printf -- '---\npublished: 2026-11-30\n---\n# Barley\n\nGermany has some.\n' > news.md"
TURNS = (
    Turn(
        "Two articles come into the library:",
        (_TALKS, _RYE, "briefing add talks.md rye.md"),
        comes=("library/rye-is-dear.md", "2 new articles"),
    ),
    Turn("This shows it:", ("briefing",), comes=("● Rye is dear", "PL Poland", "Enter  open it")),
    Turn(
        "The second is opened (`j` `Enter`), its sentence noted (`a`, the words, `Ctrl+s`) and the"
        " note tagged (`t`, the words, `Enter`); `q` leads back to its row:",
        keys=(
            "j",
            "Enter → 0 notes",
            "a",
            "Whose wheat?",
            "C-s",
            "t",
            "check",
            "Enter → tags: #check",
            "q",
        ),
        comes=("#check", "✎1"),
    ),
    Turn(
        "`*` gives it a star, and `S` searches texts and notes:",
        keys=("*", "S", "italy -rye"),
        comes=("1 document ", "France and Italy"),
    ),
    Turn(
        "`Enter` opens the passage. `q` comes back to the search, `Esc` to the list, `q` leaves."
        " Scripts ask the same; where something is found, the exit status is 0:",
        ("clear; briefing find 'italy tag:check'; echo $?",),
        keys=("Enter → q  list", "q → Esc close", "Escape", "q"),
        comes=("talks-in-geneva.md", "350 tonnes", "\n0"),
    ),
    Turn(
        "The next day something new has come. The cursor stands on the article that was read last,"
        " with the new one above it:",
        (_NEWS, "briefing add news.md", "briefing"),
        comes=("● Barley", "› ★ Talks in Geneva", "Whose"),
    ),
)
"""In the order in which they are typed."""

_PRESSED = {
    "a": "Ctrl+s",
    "C-s": "saved in",
    "t": "Esc",
    "S": "Search the library",
    "j": "›",
    "*": "★",
    "Escape": "open it",
}
"""Keys, and what the screen shows before the next one; as `Enter` and `q`."""


def walk(terminal: Terminal) -> Iterator[tuple[Turn, str]]:
    """Type all of it, from an empty home; each turn with the screen that it leads to."""
    terminal.start_shell(PROMPT, size=SIZE)
    for turn in TURNS:
        for key in turn.keys:
            name, _space, shown = key.partition(" → ")
            if name in ("Enter", "q", *_PRESSED):
                terminal.press(name)
            else:
                terminal.type(name)
            terminal.shows(shown or _PRESSED.get(name, ""))
            if name == "Escape":  # with the next key it would be another one
                terminal.until(lambda screen: "Search the library" not in screen, "the list")
        for line in turn.lines:
            terminal.until(_is_asked, "a prompt")
            terminal.type(f"{line}\n")
        yield turn, terminal.shows(*turn.comes)


def _is_asked(screen: str) -> bool:
    """Whether the shell waits for a line."""
    return screen.rstrip().endswith(PROMPT.strip())


def part(screens: Iterator[tuple[Turn, str]]) -> str:
    """The part of the page, as Markdown."""
    said = "".join(f"{turn.why}\n\n{_typed(turn)}{_seen(screen)}" for turn, screen in screens)
    begin = "Again from an empty home folder; every line is typed as it stands here."
    return f"\n## The library\n\n{begin}\n\n{said.rstrip()}\n"


def _typed(turn: Turn) -> str:
    lines = "".join(f"    {line.removeprefix('clear; ')}\n" for line in turn.lines)
    return f"{lines}\n" if lines else ""


def _seen(screen: str) -> str:
    return f"```text\n{screen.rstrip()}\n```\n\n"
