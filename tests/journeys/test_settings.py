"""Settings that are wrong: named on the screen, and the reader opens all the same."""

from __future__ import annotations

import threading
from contextlib import nullcontext
from pathlib import Path

import pytest

from briefing.cli import reading as command
from briefing.cli.theme import DEFAULT_THEME
from briefing.ui.app import BriefingApp
from briefing.ui.keymap import Keymap
from briefing.ui.keystrokes import Keystroke
from briefing.ui.widgets.strip import MessageStrip
from tests.cli.run import run
from tests.journeys.desk import desk

CASES = [
    ("width: 3\n", "config.yaml:1: “width” should be between 20 and 400, not 3"),
    ("author: a\ntheme: nowhere\n", "config.yaml:2: there is no theme “nowhere”"),
    ("keys:\n  fly: x\n", "config.yaml:2: there is no action fly"),
    ("keys:\n  search: y\n", "config.yaml:2: key y is taken by copy"),
    ("thme: dusk\n", "config.yaml:1: “thme” is not known here; did you mean theme?"),
    ("width: [\n", "config.yaml:2: this is not valid YAML"),
    ('keys: {search: "\\e]0;x\\a"}\n', "config.yaml:1: “search”: there is no key “␛]0;x␇”"),
]


class NoOpening:
    """The reader is loaded at once, and no key is pressed meanwhile."""

    terminal_before = is_dark = None
    awaits_answers = has_all_colors = False

    def answer_keys(self, keymap: Keymap, before_leaving: object) -> None:
        pass

    def finish(self) -> tuple[Keystroke, ...]:
        return ()

    def hand_over(self) -> None:
        pass


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> list[BriefingApp]:
    """The apps that the command starts; none of them runs."""
    started: list[BriefingApp] = []

    def keep(app: BriefingApp) -> None:
        started.append(app)

    monkeypatch.setattr(BriefingApp, "run", keep)
    monkeypatch.setattr(command, "require_terminals", lambda article: None)
    monkeypatch.setattr(command, "keep_page", lambda *given: None)
    monkeypatch.setattr(command, "first_page", lambda *given: None)
    monkeypatch.setattr(command, "opening", lambda *given, asks: nullcontext(NoOpening()))
    return started


@pytest.mark.parametrize(("text", "line"), CASES, ids=[text for text, _line in CASES])
async def test_a_wrong_setting_is_one_line_on_the_screen_and_the_default_counts(
    home: Path, app: list[BriefingApp], text: str, line: str
) -> None:
    path = home / "config" / "briefing" / "config.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    run("read")
    (reader,) = app
    async with reader.run_test(size=(160, 40)) as pilot:
        await pilot.pause()
        told = str(reader.first.query_one(MessageStrip).render())
        assert line in told
        assert "\x1b" not in told
        assert reader.theme == DEFAULT_THEME
    assert path.read_text("utf-8") == text


async def test_after_another_choice_the_settings_can_have_the_theme_again(home: Path) -> None:
    path = home / "config" / "briefing" / "config.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("theme: ember\n", "utf-8")
    async with desk() as reader:
        assert reader.app.theme == "ember"
        await reader.press("T", "j", "enter")
        assert reader.app.theme != "ember"
        await reader.press("T", *["j"] * 20)
        assert reader.app.theme == "ember", "what is under the cursor is seen at once"
        await reader.press("enter")
    path.write_text("theme: dusk\n", "utf-8")
    async with desk() as reader:
        assert reader.app.theme == "dusk"


async def test_an_app_that_nobody_watches_leaves_no_thread_that_ends_the_process(
    home: Path, app: list[BriefingApp]
) -> None:
    run("read")
    (reader,) = app
    async with reader.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert reader.watching is None
        assert "watch" not in [thread.name for thread in threading.enumerate()]
