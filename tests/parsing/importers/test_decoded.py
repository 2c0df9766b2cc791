from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model.original import Original
from briefing.parsing.importers.decoded import decoded, without_controls
from briefing.parsing.importers.formats import read_original


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("\x1b[1;31mFour\x1b[0m boats", "Four boats"),
        ("\x1b]0;title\x07Four boats", "Four boats"),
        ("\x1b]8;;http://a.b\x1b\\Four\x1b]8;;\x1b\\ boats", "Four boats"),
        ("\x9b31mFour\x1b(B boats", "Four boats"),
        ("F\x08Fo\x08o_\x08u_\x08r boats", "Four boats"),
        ("Fo\x02ur\x7f boats\x1b", "Four boats"),
        ("Four\tboats\r\nand\x0cmore", "Four\tboats\r\nand\x0cmore"),
        ("an unended \x1b]0;title stays", "an unended 0;title stays"),
    ],
)
def test_what_was_written_for_a_screen_costs_no_words(text: str, plain: str) -> None:
    assert without_controls(text)[0] == plain


def test_what_was_left_out_is_counted() -> None:
    original = Original(b"F\x02our \x1b[1mboats in the harbour of the town", "a.txt", "a.txt")
    assert decoded(original)[1] == ("2 control characters are left out",)


NASTY = "\x02\x07\x08\x0b\x0c\x1b\x1c\x85\x9b\x9d[]0;m\\ \n#*a"


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", ""])
@settings(deadline=None)  # the first page loads a library
@given(text=st.text(st.sampled_from(NASTY), max_size=40))
def test_no_import_keeps_an_escape(name: str, text: str) -> None:
    words = f"Four boats {text} lie in the harbour. All of them were built in the town itself. " * 3
    words += "And more boats are said to come soon from other harbours. " * 40
    data = f"<html><body><p>{words}</p></body></html>" if name == "a.html" else words
    draft = read_original(Original(data.encode(), name or "-", name))
    written = "".join((draft.body, draft.title or "", *draft.dropped))
    assert not [char for char in written if ord(char) < 32 and char not in "\n\t"]
    assert not [char for char in written if 0x7F <= ord(char) <= 0x9F]


def test_bytes_that_are_no_utf_8_are_told() -> None:
    data = "città, perché, più, così, né, là".encode() + b" \xe0 e"
    text, remarks = decoded(Original(data, "a.html", "a.html"))
    assert text == "città, perché, più, così, né, là \ufffd e"
    assert remarks == ("one byte is not UTF-8 and became \ufffd",)


def test_a_page_that_was_encoded_twice_is_read_and_told() -> None:
    data = "The café’s boats – all of them – weren’t sold.".encode().decode("latin-1").encode()
    text, remarks = decoded(Original(data, "a.html", "a.html"))
    assert text == "The café’s boats – all of them – weren’t sold."
    assert remarks == ("its letters were encoded twice, which is undone",)
