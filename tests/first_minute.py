"""Walks the first minutes in a real terminal, and writes docs/first-minute.md about them.

``python -m tests.first_minute`` needs tmux. Every key that is pressed stands on the screen before
it is: that is looked for, in English and in Italian. What is counted is keys; words are words.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests import first_library
from tests.journeys.terminal import Terminal

PAGE = Path(__file__).parents[1] / "docs" / "first-minute.md"
SIZE = (80, 24)
LANGUAGES = ("en", "it")


@dataclass(frozen=True)
class Step:
    """Something that a new user wants, and how they get it."""

    wish: str
    """What they want."""
    keys: tuple[tuple[str, str], ...]
    """The keys, as tmux names them, and what stands on the screen before the next one; `WORDS`
    stands for words that are typed."""
    words: str
    """Those."""
    told: Mapping[str, tuple[str, ...]]
    """What names the keys on the screen before, by language."""
    comes: Mapping[str, tuple[str, ...]]
    """What stands there afterwards."""

    @property
    def count(self) -> int:
        """How many keys it takes, without the words."""
        return sum(key != WORDS for key, _shown in self.keys)


WORDS = "words"
STEPS = (
    Step(
        "A note on the fourth sentence from here",
        (("v", "1…9"), ("4", ""), ("a", "Ctrl+s"), (WORDS, ""), ("C-s", "")),
        "Which committee?",
        {
            "en": ("v  select", "a notes the sentence at ▸, Ctrl+s saves", "by their numbers"),
            "it": ("v  scegli", "a annota la frase a ▸, Ctrl+s salva", "per numero"),
        },
        {"en": ("saved in", "1 note ", "t  tags"), "it": ("salvata in", "1 nota ", "t  tag")},
    ),
    Step(
        "A tag for it",
        (("t", "Esc"), (WORDS, ""), ("Enter", "")),
        "msmt",
        {"en": ("t  tags",), "it": ("t  tag",)},
        {"en": ("tags: #msmt",), "it": ("tag: #msmt",)},
    ),
    Step(
        "A colour for it",
        (("c", "6 "), ("2", "")),
        "",
        {"en": ("c  colour",), "it": ("c  colore",)},
        {"en": ("colour changed",), "it": ("colore cambiato",)},
    ),
    Step(
        "Other words in it",
        (("Enter", "Ctrl+s"), (WORDS, ""), ("C-s", "")),
        " Of 2024?",
        {"en": ("Enter  edit",), "it": ("Invio  modifica",)},
        {"en": ("Of 2024?",), "it": ("Of 2024?",)},
    ),
    Step(
        "It deleted",
        (("d", ""),),
        "",
        {"en": ("d  delete",), "it": ("d  elimina",)},
        {"en": ("0 notes", "u brings it back"), "it": ("0 note", "u la ripristina")},
    ),
    Step(
        "That undone",
        (("u", ""),),
        "",
        {"en": ("u  undo",), "it": ("u  annulla",)},
        {"en": ("1 note ",), "it": ("1 nota ",)},
    ),
    Step(
        "A search hit noted",
        (
            ("/", "Alt+w"),
            (WORDS, "5 "),
            ("Enter", "N  p"),
            ("a", "«soldati»"),
            (WORDS, ""),
            ("C-s", ""),
        ),
        "soldati",
        {"en": ("/  search",), "it": ("/  cerca",)},
        {"en": ("2 notes",), "it": ("2 note",)},
    ),
    Step(
        "The quotation pasted elsewhere",
        (("y", ""),),
        "",
        {"en": (), "it": ()},
        {"en": ("copied by tmux", "«soldati»"), "it": ("copiato da tmux", "«soldati»")},
    ),
)
"""In the order in which they are done, one after the other."""


def walk(terminal: Terminal, language: str) -> Iterator[tuple[Step, str]]:
    """Do all of it, from an empty home; each step with the screen that it leads to."""
    terminal.start(size=SIZE)
    terminal.shows("Stati membri", "▸ La Corea del Nord")
    for step in STEPS:
        terminal.shows(*step.told[language])
        for key, shown in step.keys:
            if key == WORDS:
                terminal.type(step.words)
                terminal.shows(step.words, shown)
            else:
                terminal.press(key)
                terminal.shows(shown)
                if key == "C-s":  # the next key is not for the dialog
                    terminal.until(lambda screen: "Ctrl+e" not in screen, "the text again")
        yield step, terminal.shows(*step.comes[language])


def page(screens: Mapping[str, str], notes: str, pasted: str, library: str) -> str:
    """The page, as Markdown.

    Args:
        screens: The screens in English, by the wishes.
        notes: The file of the notes, at the end.
        pasted: What tmux pastes.
        library: The part about the library.
    """
    rows = "\n".join(f"| {step.wish} | {_keys(step)} | {step.count} |" for step in STEPS)
    seen = "".join(
        f"{wish}:\n\n```text\n{screen.rstrip()}\n```\n\n" for wish, screen in screens.items()
    )
    return (
        "# The first minutes\n\n"
        "Somebody who has never seen the program finds their way by what the screen says alone,"
        f" with an empty home folder, in tmux with 256 colours, {SIZE[0]} by {SIZE[1]}. The table"
        " says how many keys each thing takes; words are words and not counted. A test walks it"
        " in English and in Italian and looks for each key on the screen before it is pressed;"
        " `python -m tests.first_minute` walks it and writes this page.\n\n"
        f"| what one wants | keys | how many |\n| --- | --- | --- |\n{rows}\n\n"
        f"{seen}The file of the notes then says:\n\n```yaml\n{notes.rstrip()}\n```\n\n"
        f"And tmux pastes:\n\n```text\n{pasted.rstrip()}\n```\n{library}"
    )


def _keys(step: Step) -> str:
    names = ({"C-s": "Ctrl+s", WORDS: "…"}.get(key, key) for key, _shown in step.keys)
    return " ".join(f"`{name}`" for name in names)


def main() -> None:
    """Write the page."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        _move_to(Path(folder))
        terminal = Terminal(Path(folder))
        try:
            screens = {step.wish: screen for step, screen in walk(terminal, "en")}
            pasted = terminal.pasted
        finally:
            terminal.close()
        notes = next(Path(folder).rglob("*.notes.yaml")).read_text("utf-8")
        whole = page(screens, notes, pasted, _library())
        PAGE.write_text(whole.replace(folder, "~"), "utf-8")


def _move_to(home: Path) -> None:
    """Let all that is remembered lie in a folder."""
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        os.environ[f"XDG_{name}_HOME"] = f"{home}/.{name.lower()}"
    os.environ |= {"HOME": str(home), "LANGUAGE": "en"}


def _library() -> str:
    """The part about the library, typed in a home of its own."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        _move_to(Path(folder))
        terminal = Terminal(Path(folder))
        try:
            return first_library.part(first_library.walk(terminal)).replace(folder, "~")
        finally:
            terminal.close()


if __name__ == "__main__":
    main()
