"""What an attacker would write into an article, a note, a theme or a file name."""

from __future__ import annotations

PAYLOADS = {
    "clear the screen": "\x1b[2J\x1b[H",
    "report the cursor": "\x1b[6n\x1b[c",
    "title of the window": "\x1b]0;owned\x07",
    "fill the clipboard": "\x1b]52;c;ZXZpbA==\x07",
    "a link of their own": "\x1b]8;;http://evil.example\x1b\\click\x1b]8;;\x1b\\",
    "a device string": "\x1bP$q m\x1b\\",
    "C1 controls": "\x9b2J\x9d0;owned\x9c\x90\x85",
    "other direction": "\u202egnp.exe\u202c \u2066x\u2069 \u200f\u061c",
    "zero width": "a\u200bb\u2060c\ufeffd",
    "private use": "\ue0b0\U000f0000",
    "markup": "[red]x[/red] [@click=app.quit]y[/] [/] [bold",
    "combining stack": "e" + "\u0301\u0336" * 400,
    "bell and backspace": "\x07\x08\x7f\x0e\x0f\x0b\x0c",
    "lone carriage return": "safe\rdone",
}
"""By what they try."""

ALL = " ".join(PAYLOADS.values())
"""All of them in one line."""

IN_YAML = "".join(
    f"\\u{ord(c):04x}" if ord(c) < 0x10000 else f"\\U{ord(c):08x}"
    for c in ALL.replace("\x00", "").replace("\r", " ")
)
"""The same as the inside of a YAML string in double quotes."""
