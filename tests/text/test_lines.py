"""Titles on one line, letter by letter as they were written."""

from briefing.text.lines import one_line, single_spaced


def test_a_title_is_put_on_one_line_and_keeps_its_hard_spaces() -> None:
    assert one_line("  Two\n words \t and  more ") == "Two words and more"
    assert one_line("Haïti\u00a0: 180\u202f000 sinistrés") == "Haïti\u00a0: 180\u202f000 sinistrés"
    assert one_line("\u00a0\n") == ""


def test_words_stand_as_a_browser_shows_them_with_hard_spaces_between() -> None:
    assert single_spaced("  Two\n\twords\r\n\f and  more ") == " Two words and more "
    assert (
        single_spaced("180\u00a0\u00a0000\u2003\u2003sinistrés")
        == "180\u00a0\u00a0000\u2003\u2003sinistrés"
    )
