"""What the commands write to a terminal is text, whatever the files hold."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.cli.progress import CLEAR
from briefing.text.safe import one_line, visible, visible_lines
from tests.counting import Count
from tests.journeys.rawterminal import raw_terminal
from tests.trust.payloads import ALL, PAYLOADS
from tests.trust.sent import intruders
from tests.trust.test_hostile_screen import hostile

__all__ = ["hostile"]  # a fixture

COMMANDS = {
    "print": ("print", "{article}"),
    "print as Markdown": ("print", "{article}", "--format", "markdown"),
    "print as JSON": ("print", "{article}", "--format", "json"),
    "check": ("check", "{article}"),
    "notes": ("notes", "list", "{article}"),
    "notes as JSON": ("notes", "list", "{article}", "--format", "json"),
    "where notes are": ("notes", "check", "{article}"),
    "notes as Markdown": ("notes", "export", "{article}", "--format", "markdown"),
    "notes as a table": ("notes", "export", "{article}", "--format", "csv"),
    "notes as JSON-LD": ("notes", "export", "{article}", "--format", "jsonld"),
    "the page": ("export", "{article}", "--format", "html"),
    "the document": ("export", "{article}", "--format", "markdown"),
    "import": ("import", "{article}"),
    "themes": ("themes",),
    "a quote that is not there": ("notes", "add", "{article}", "--quote", ALL),
    "a note that is not there": ("notes", "edit", "{article}", ALL, "--text", "x"),
    "an article that is not there": ("print", f"/nowhere/{ALL}".replace("/evil", "")),
    "an option that is not there": (f"--{ALL}",),
    "a format that is not there": ("print", "{article}", "--format", ALL),
}


@pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS)
def test_no_command_sends_the_terminal_a_command(hostile: Path, words: tuple[str, ...]) -> None:
    arguments = [
        os.fsdecode(os.fsencode(word.replace("{article}", str(hostile)))) for word in words
    ]
    with raw_terminal(*arguments) as terminal:
        assert terminal.until_ended() in (0, 1, 2)
        # On a busy machine work takes the second after which a line says what is being done.
        sent = terminal.sent.replace(CLEAR.encode(), b"")
    found = intruders(sent, allowed="\r\n\t")
    assert not found, f"{len(found)}: {found[:3]}"
    assert b"Traceback" not in sent
    assert b"\x1b" not in sent


SUPPRESSED = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
"""One count serves all the inputs of a test, and is meant to."""
ANYTHING = st.text(st.characters(codec=None), max_size=60) | st.lists(
    st.sampled_from(list(PAYLOADS.values()))
).map("".join)


@settings(max_examples=250, suppress_health_check=SUPPRESSED, deadline=None)
@given(ANYTHING)
def test_no_text_at_all_comes_through_as_a_command(count: Count, text: str) -> None:
    count("random texts that were made safe")
    for made in (visible(text), one_line(text), visible_lines(text).replace("\t", "")):
        sent = made.encode("utf-8", "surrogateescape")
        assert not intruders(sent, allowed="\n")
        assert b"\x1b" not in sent
    assert len(visible(text)) == len(text)


@settings(max_examples=150, suppress_health_check=SUPPRESSED, deadline=None)
@given(st.binary(max_size=200))
def test_no_bytes_at_all_come_through_as_a_command(count: Count, data: bytes) -> None:
    count("random bytes that were made safe")
    text = data.decode("utf-8", "surrogateescape")
    assert not intruders(visible(text).encode("utf-8", "surrogateescape"), allowed="")
