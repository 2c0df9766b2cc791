from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.text.fold import fold, fold_text


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("L’Aja «dice»", 'l\'aja "dice"'),
        ("„so“ – ‚so‘", "\"so\" - 'so'"),
        ("9\u00a0milioni \u2212 5", "9 milioni - 5"),
        ("zwei\n  Zeilen\t.", "zwei zeilen ."),
        ("Straße", "strasse"),
        ("Cafe\u0301", "caf\u00e9"),
        ("ﬁne…", "fine..."),
        ("Ｋｉｅｖ", "kiev"),
        ("Muni\u00adtion\u200b", "munition"),
        ("ｶﾞｽ", "ガス"),
        ("\u1112\u1161\u11ab국", "한국"),
        ("", ""),
    ],
)
def test_spellings_that_readers_call_the_same_become_the_same(written: str, folded: str) -> None:
    assert fold_text(written) == folded


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Perù", "peru"),
        ("Łódź", "lodz"),
        ("Ёлка", "елка"),
        ("が", "が"),
        ("한국", "한국"),
        ("हिन्दी", "हिन्दी"),
        ("ที่", "ที่"),
    ],
)
def test_accents_are_dropped_but_no_letter_becomes_another(written: str, folded: str) -> None:
    assert fold_text(written, accents=True) == folded


def test_capitals_are_kept_when_the_reader_typed_them() -> None:
    assert fold_text("Perù", case=False, accents=True) == "Peru"


@pytest.mark.parametrize(
    ("written", "part", "marked"),
    [
        ("die Straße dort", "strasse", "Straße"),
        ("la  \n casa", "la casa", "la  \n casa"),
        ("un cafe\u0301 nero", "caf\u00e9", "cafe\u0301"),
        ("la Muni\u00adtion da", "munition", "Muni\u00adtion"),
        ("si… no", "no", "no"),
        ("über ﬁne Linie", "ine", "ﬁne"),
    ],
)
def test_what_is_found_folded_is_marked_in_the_original(
    written: str, part: str, marked: str
) -> None:
    folded = fold(written)
    at = folded.text.index(part)
    assert folded.source_span(at, at + len(part)).of(written) == marked


TEXTS = st.text(st.sampled_from("aBß é\u0301\u00ad\n\t’…ﬁ가\u1112\u1161がｶﾞที่\u200b-–"), max_size=40)


@settings(deadline=None)
@given(st.text(st.characters(max_codepoint=127)), st.booleans())
def test_plain_english_is_folded_alike_with_and_without_the_way_back(text: str, case: bool) -> None:
    assert fold_text(text, case=case) == fold(text, case=case).text


@given(TEXTS, st.booleans())
def test_folding_twice_is_folding_once(text: str, case: bool) -> None:
    once = fold_text(text, case=case)
    assert fold_text(once, case=case) == once


@settings(deadline=None)
@given(TEXTS, st.data())
def test_a_place_in_the_folded_text_lies_inside_the_source(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    place = folded.source_span(start, end)
    assert place.end <= len(text)
    assert folded.text[start:end].strip() in fold_text(place.of(text))
