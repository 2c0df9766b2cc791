"""What the system says of a fault is said in the reader's language, or at least kept."""

from __future__ import annotations

import os
import socket

import pytest

from briefing.text.i18n import speak
from briefing.text.system_words import LIKELY, reason


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (PermissionError(13, "Permission denied", "x.md"), "Permesso negato"),
        (socket.gaierror(-2, "Name or service not known"), "Nome o servizio sconosciuto"),
        (OSError(999, "Never heard of"), "Never heard of"),
        (ValueError("I/O operation on closed file"), "I/O operation on closed file"),
        (TimeoutError(), "TimeoutError"),
    ],
)
def test_a_reason_is_translated_where_it_is_known(
    error: Exception, expected: str, italian: object
) -> None:
    speak("it")
    assert reason(error) == expected


def test_the_words_are_those_of_the_system() -> None:
    said = {os.strerror(number) for number in range(200)}
    known = set(LIKELY) - {
        "Name or service not known",
        "Temporary failure in name resolution",
    }
    assert len(known & said) >= len(known) - 5, "other systems say a few of them in other words"
