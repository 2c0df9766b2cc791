"""No rule holds a word of a language: a word of one would be read in the texts of all others."""

from pathlib import Path

import pytest

from tests.languages.words import every_word, modules, words_in

WORDS = every_word()

EXEMPT = {
    "states": "the kind of a list, as front matter names it",
    "group": "a key of CLDR's data",
    "short": "a key of CLDR's data",
    "long": "a key of CLDR's data",
    "other": "a key of CLDR's data",
}
"""Words that are names in formats, each with what it is."""

EXEMPT_IN = {
    "analysis/__init__.py": {"search": "a module"},
    "analysis/_at_end.py": dict.fromkeys(("some", "none"), "a type named before it is there"),
    "analysis/_letters.py": {
        **dict.fromkeys(
            ("ss", "ae", "oe", "ij", "ff", "fi", "fl", "st"), "what a letter or ligature folds to"
        ),
        "ad": "the end of the number of a character",
    },
    "analysis/_label_choice.py": dict.fromkeys(("first", "rule"), "a sign of a label"),
    "analysis/_label_proposals.py": dict.fromkeys(("behind", "of", "with"), "a kind of pieces"),
    "analysis/_label_rules.py": dict.fromkeys(
        (
            *("told", "of", "in", "unit", "compared", "first", "part", "said", "act", "following"),
            *("spent", "related", "beside", "valued"),
        ),
        "the name of a rule",
    ),
    "analysis/_label_signs.py": dict.fromkeys(
        (
            *("comma", "number", "nothing", "article", "before", "words", "and", "by", "behind"),
            *("within", "dozen", "then", "at", "over", "from", "to", "with", "late"),
            *("link", "size", "led"),
        ),
        "a sign of a label, as the file of weights names it",
    ),
    "analysis/_row_order.py": dict.fromkeys(("in", "title", "near"), "a sign of a row"),
    "analysis/_row_signs.py": dict.fromkeys(
        (
            *(
                "people",
                "of",
                "in",
                "words",
                "magnitude",
                "range",
                "with",
                "point",
                "round",
                "title",
            ),
            *("only", "behind", "the", "first", "sentence", "stated", "times", "unit", "few"),
            *("near", "steps", "larger", "ones", "its", "before", "figure", "one", "smaller"),
        ),
        "a sign of a row, as the file of weights names it",
    ),
    "analysis/places.py": {"en": "the language that a text without one is read in"},
    "analysis/_gazetteer.py": {"en": "the language that a text without one is read in"},
    "analysis/language.py": dict.fromkeys(
        ("ja", "ko", "zh", "el", "he", "th", "hi", "ar", "uk", "ru"),
        "a language that is told by its script",
    ),
}
"""The same in one module."""

EXEMPT_NAMES = {
    "lang": "an attribute of HTML",
    "auto": "a value of CSS",
    "font": "a property of CSS",
    "card": "a class of pages",
    "chap": "a class of pages",
    "info": "a class of pages",
    "bild": "a class of pages",
    "logo": "a class of pages",
    "deal": "a class of pages",
    "datenschutz": "a class of pages",
    **dict.fromkeys(("inter", "sotto", "tussen", "zwischen"), "the beginning of a class of pages"),
    "base": "a directive of HTTP",
    "schema": "a file that describes a format",
    "media": "a rule of CSS",
    "come": "a comment in a style sheet of ours",
    "word": "the name of a type",
    "demi": "a weight in the names of fonts",
    "anno": "a part of an address of the W3C",
    "begin": "a part of the name of a function",
}
"""Names in formats that are words of another language than English."""

SHORTEST_FOREIGN = 4
"""Letters of a word that is judged in the rooms of formats: shorter ones are names of elements."""


def _name(path: Path) -> str:
    return "/".join(path.parts[-2:])


@pytest.mark.parametrize("path", modules("analysis"), ids=_name)
def test_analysis_holds_no_word(path: Path) -> None:
    exempt = {**EXEMPT, **EXEMPT_IN.get(_name(path), {})}
    held = words_in(path.read_text("utf-8"))
    assert {word: line for word, line in held.items() if word in WORDS and word not in exempt} == {}


@pytest.mark.parametrize("path", modules("parsing", "exchange"), ids=_name)
def test_the_rooms_of_formats_hold_no_word_but_english_names(path: Path) -> None:
    """HTML's elements, JSON's keys and our own are English: only other languages give one away."""
    held = words_in(path.read_text("utf-8"))
    foreign = {
        word: line
        for word, line in held.items()
        if len(word) >= SHORTEST_FOREIGN and word in WORDS and "en" not in WORDS[word]
    }
    assert {word: line for word, line in foreign.items() if word not in EXEMPT_NAMES} == {}


def test_a_word_in_a_rule_is_found() -> None:
    source = (
        '"""Mit vielen Worten."""\nMONTHS = ("gennaio", r"\\bFebruar\\w*")\n_("of the interface")'
    )
    held = words_in(source)
    assert set(held) == {"gennaio", "februar"}
    assert set(held) <= set(WORDS)
