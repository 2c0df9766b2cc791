"""What a search finds in the texts themselves is what it finds with the index: random words."""

from __future__ import annotations

import os
import random
import re
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.analysis.search import Query as Pattern
from briefing.analysis.search import find
from briefing.model.library import Entry, FileState, Indexed
from briefing.model.query import Query, Term
from briefing.model.source import Fingerprint
from briefing.storage.library_index import LibraryIndex
from briefing.text.pairs import has_run

ROUNDS = int(os.environ.get("INDEX_ROUNDS", "1"))
TEXTS, QUERIES = 40, 60
_STATE = FileState(Fingerprint(1, 2, 3), None)
_SOME = (
    "oslo København Łódź đak straße STRASSE æther Æon œuvre oeuvre ǿre ﬁnden finden ﬄ ĳs "
    "ёлка елка Ёж йод άλφα ΑΛΦΑ οδος ΟΔΟΣ İzmir izmir élan e\u0301lan Å ngström a b soldiers "
    "well-known COVID-19 11,000 11000 11.000 214,000 1214000 1.214.000 000 14 2,345km 2345km 3,5 "
    "12345,678 l'été lʼété l’été foo_bar nord und süd 一万一千 万一 abc挪威 挪威"
)
_WORDS = [*_SOME.split(), "1\u00a0214\u202f000", "14 000"]
_PARTINGS = ("- ", "-\n", "\u00ad\n", "‐ ", "\u00ad", "\u200b", "- \n ")


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_the_index_names_every_document_that_has_the_words(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    texts = {f"{number:02}.md": _text(chance) for number in range(TEXTS)}
    index = LibraryIndex(tmp_path / "index.sqlite")
    index.put(
        Indexed(_STATE, Entry(path, "title", states=()), text) for path, text in texts.items()
    )
    for _query in range(QUERIES):
        words = _asked(chance, chance.choice(list(texts.values())))
        is_beginning = chance.random() < 0.2 and not has_run(words)
        words = words[:-1].strip() or words if is_beginning else words
        pattern = Pattern(words, whole_words=not has_run(words), beginnings=is_beginning)
        having = {path for path, text in texts.items() if next(find(pattern, text), None)}
        term = Term(words, is_beginning=is_beginning)
        kept, others = _candidates(index, term), _candidates(index, replace(term, is_excluded=True))
        assert having <= kept, words
        assert texts.keys() - others <= having, words
        other = Term(chance.choice(_WORDS), others=(term,))
        assert having <= _candidates(index, other), other


def _candidates(index: LibraryIndex, term: Term) -> set[str]:
    return {entry.path for entry in index.candidates(Query(term.words, (term,)))}


def _text(chance: random.Random) -> str:
    """Words of many scripts, some of them parted at the end of a line."""
    words = [_written(chance, word) for word in chance.choices(_WORDS, k=chance.randint(1, 9))]
    return "".join(word + chance.choice((" ", "\n", ", ", " - ")) for word in words)


def _written(chance: random.Random, word: str) -> str:
    """A word, parted up to three times between letters."""
    letters: list[str] = re.findall(r".[\u0300-\u036f]*", word)
    written = letters[0]
    places = chance.sample(
        range(1, len(letters)), k=min(chance.choice((0, 0, 1, 2, 3)), len(letters) - 1)
    )
    for at, letter in enumerate(letters[1:], 1):
        written += (chance.choice(_PARTINGS) if at in places else "") + letter
    return written.upper() if chance.random() < 0.1 else written


def _asked(chance: random.Random, text: str) -> str:
    """Some words of a text, as somebody might type them."""
    words = text.split()
    at = chance.randrange(len(words))
    asked = " ".join(words[at : at + chance.randint(1, 4)])
    if chance.random() < 0.6:
        asked = asked.replace("- ", "").replace("\u00ad ", "").replace("‐ ", "")
    if chance.random() < 0.3:
        asked = re.sub(r"(?<=\d)[,.]", chance.choice(("", ".", ",", " ")), asked)
    return " ".join(asked.translate(_TYPED).split()) if chance.random() < 0.5 else asked


_TYPED = str.maketrans("øØłŁđæœßéÅёйάςʼ’", "oOlLdæœßeAеиασ''")
