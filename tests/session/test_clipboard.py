"""A passage that was copied is really there to be pasted, or the reader is not told that it is."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from briefing.session import clipboard

HOSTILE = '«è» $(touch hacked)\n\'; "quoted" 😀 \ud800'


def _tool(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"#!{sys.executable}\n{script}", "utf-8")
    path.chmod(0o755)


@pytest.fixture(autouse=True)
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that holds the only programs there are."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def _keeps(folder: Path) -> str:
    return f"import sys\nopen('{folder}/kept', 'wb').write(sys.stdin.buffer.read())\n"


@pytest.mark.parametrize(
    ("environment", "platform", "names"),
    [
        ({}, "linux", []),
        ({"DISPLAY": ""}, "linux", []),
        ({"DISPLAY": ":0"}, "linux", ["xclip", "xsel"]),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, "linux", ["wl-copy", "xclip", "xsel"]),
        ({"DISPLAY": "localhost:10.0", "SSH_TTY": "/dev/pts/1"}, "linux", ["xclip", "xsel"]),
        ({}, "darwin", ["pbcopy"]),
        ({"SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"}, "darwin", []),
    ],
)
def test_only_the_clipboard_of_the_readers_own_desktop_is_asked(
    environment: dict[str, str], platform: str, names: list[str]
) -> None:
    assert [command[0] for command in clipboard.commands(environment, platform)] == names


def test_the_text_arrives_byte_for_byte_and_no_shell_sees_it(tools: Path) -> None:
    _tool(tools, "xclip", _keeps(tools))
    assert clipboard.copy(HOSTILE, {"DISPLAY": ":0"}) == "xclip"
    assert (tools / "kept").read_bytes() == HOSTILE.encode("utf-8", "replace")
    assert not (tools / "hacked").exists()


def test_the_next_tool_is_asked_where_one_fails_or_is_missing(tools: Path) -> None:
    _tool(tools, "xclip", "import sys\nsys.exit(1)\n")
    _tool(tools, "xsel", _keeps(tools))
    assert clipboard.copy("words", {"DISPLAY": ":0", "WAYLAND_DISPLAY": "w"}) == "xsel"
    assert (tools / "kept").read_text("utf-8") == "words"


def test_none_is_said_to_have_it_where_none_answers(
    tools: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "_PATIENCE_SECONDS", 0.2)
    _tool(tools, "xclip", "import time\ntime.sleep(60)\n")
    assert clipboard.copy("words", {"DISPLAY": ":0"}) is None


def test_a_tool_that_lives_on_to_hand_the_text_out_is_not_waited_for(tools: Path) -> None:
    _tool(
        tools,
        "xclip",
        "import os, sys, time\nsys.stdin.read()\nif os.fork() == 0:\n    time.sleep(3)\n",
    )
    assert clipboard.copy("words", {"DISPLAY": ":0"}) == "xclip"


def test_inside_tmux_its_buffer_has_the_text_beside_the_clipboard_of_the_desktop(
    tools: Path,
) -> None:
    _tool(
        tools,
        "tmux",
        f"import sys\nassert sys.argv[1:] == ['load-buffer', '-w', '-']\n{_keeps(tools)}",
    )
    assert clipboard.copy("words", {"TMUX": "/tmp/tmux-0/default,1,0"}) == "tmux"
    assert (tools / "kept").read_text("utf-8") == "words"
    (tools / "kept").unlink()
    _tool(tools, "xclip", "import sys\nsys.stdin.read()\n")
    assert clipboard.copy("words", {"TMUX": "x", "DISPLAY": ":0"}) == "xclip"
    assert (tools / "kept").read_text("utf-8") == "words"


def test_an_older_tmux_keeps_it_in_its_own_buffer_alone(tools: Path) -> None:
    _tool(tools, "tmux", f"import sys\nif '-w' in sys.argv:\n    sys.exit(1)\n{_keeps(tools)}")
    assert clipboard.copy("words", {"TMUX": "x"}) == "tmux"
    assert (tools / "kept").read_text("utf-8") == "words"
    _tool(tools, "tmux", "import sys\nsys.exit(1)\n")
    assert clipboard.copy("words", {"TMUX": "x"}) is None
