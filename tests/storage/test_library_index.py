"""The index names every document that has the words, and survives what happens to a file."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest

from briefing.model.errors import BusyError, StorageError
from briefing.model.library import Entry, FileState, Indexed
from briefing.model.source import Fingerprint
from briefing.storage.library_database import index_error
from briefing.storage.library_index import LibraryIndex
from briefing.text.queries import parse_query

STATE = FileState(Fingerprint(1, 2, 3), None)


def document(path: str, text: str, said: str = "") -> Indexed:
    entry = Entry(path, f"Title of {path}", tags=("to check",), notes=1 if said else 0)
    return Indexed(STATE, entry, text, said)


@pytest.fixture
def index(tmp_path: Path) -> LibraryIndex:
    return LibraryIndex(tmp_path / "cache" / "index.sqlite")


def found(index: LibraryIndex, query: str) -> list[str]:
    return [entry.path for entry in index.candidates(parse_query(query))]


def test_words_phrases_accents_and_scripts_without_spaces_are_found(index: LibraryIndex) -> None:
    index.put(
        [
            document("a.md", "Over 11,000 soldiers were sent."),
            document("b.md", "Élysée: soldiers over there", "a note on grenades"),
            document("c.md", "超过一万一千名士兵被派往俄罗斯"),
        ]
    )
    assert found(index, "soldiers") == ["a.md", "b.md"]
    assert found(index, '"over 11,000"') == ["a.md"]
    assert found(index, "elysee") == ["b.md"]
    assert found(index, "grenades") == ["b.md"]
    assert found(index, "一千") == found(index, "士兵") == ["c.md"]
    assert found(index, "一兵") == []
    assert found(index, "title nothing") == []
    assert found(index, "tag:x") == ["a.md", "b.md", "c.md"]


def test_words_are_found_as_a_search_in_the_text_finds_them(index: LibraryIndex) -> None:
    index.put(
        [
            document("a.md", "The sol- diers of København and Łódź, æther, ﬁne, sanc\u00adtions"),
            document("b.md", "Ёлка, Άλφα, οδος, well-kno-\nwn people; 千"),
            document("c.md", "超过一万一千名士兵"),
        ]
    )
    for word in ("soldiers", "kobenhavn", "lodz", "aether", "fine", "sanctions", '"diers of"'):
        assert found(index, word) == ["a.md"], word
    for word in ("елка", "αλφα", "ΟΔΟΣ", '"well-known people"'):
        assert found(index, word) == ["b.md"], word
    assert found(index, "千") == ["b.md", "c.md"]
    assert found(index, "兵") == ["c.md"]


def test_numbers_beginnings_and_either_word_are_asked_for(index: LibraryIndex) -> None:
    index.put(
        [
            document("a.md", "Over 14,000 soldiers, sanctions"),
            document("b.md", "oltre 14 000 soldati; 14 and then 001"),
            document("c.md", "14000 Soldaten"),
            document("d.md", "14.001 or 114,000 men; 14, 000"),
        ]
    )
    for query in ("14000", "14,000", "14.000", "14 000"):
        assert found(index, query)[:3] == ["a.md", "b.md", "c.md"], query
    assert found(index, '"14000 soldati"') == ["b.md"]
    assert found(index, "1400*") == ["a.md", "b.md", "c.md", "d.md"]
    assert found(index, "sanct*") == ["a.md"]
    assert found(index, "soldaten OR sanction* OR “oltre 14000”") == ["a.md", "b.md", "c.md"]
    assert found(index, "soldaten OR —") == ["a.md", "b.md", "c.md", "d.md"]
    assert found(index, "14000 NOT soldaten") == ["a.md", "b.md", "d.md"]
    assert found(index, "14000 -soldat*") == ["a.md", "b.md", "c.md", "d.md"]


def test_only_words_that_the_index_is_certain_of_leave_a_document_out(index: LibraryIndex) -> None:
    index.put(
        [
            document("a.md", "Élysée, foo_bar: over-11 grenades"),
            document("b.md", "nothing of these 一千 万一", "a note on grenades"),
        ]
    )
    assert found(index, "-grenades") == found(index, "-elysee") == ["b.md"]
    assert found(index, "-一千") == ["a.md"]
    everything = ["a.md", "b.md"]
    for query in ("-Grenades", "-élysée", "-bar", '-"over 11"', "-title", "-一千万一", "-note"):
        assert found(index, query) == everything


def test_what_was_read_again_replaces_what_was_there(index: LibraryIndex) -> None:
    index.put([document("a.md", "old words"), document("b.md", "other")])
    index.put([document("a.md", "new ones")])
    assert (found(index, "old"), found(index, "new")) == ([], ["a.md"])
    index.remove(["a.md"])
    assert [entry.path for entry in index.entries()] == ["b.md"]
    assert index.unlike({"b.md": STATE}) == ([], [])
    now = {"a.md": STATE, "b.md": FileState(Fingerprint(1, 2, 4), None)}
    assert index.unlike(now) == (["a.md", "b.md"], [])
    assert index.unlike({}) == ([], ["b.md"])


def test_what_was_put_in_comes_out_equal(index: LibraryIndex) -> None:
    one = document("a.md", "text")
    index.put([one])
    assert index.entries() == [one.entry]


@pytest.mark.parametrize("content", [b"", b"no database at all " * 300])
def test_a_damaged_file_is_built_anew(index: LibraryIndex, content: bytes) -> None:
    index.put([document("a.md", "text")])
    index.close()
    index.path.write_bytes(content)
    assert index.entries() == []
    index.put([document("b.md", "text")])
    assert found(index, "text") == ["b.md"]


def test_a_file_that_is_damaged_in_the_middle_never_stops_the_work(index: LibraryIndex) -> None:
    index.put([document(f"{number}.md", f"text {number} " * 200) for number in range(200)])
    index.close()
    data = bytearray(index.path.read_bytes())
    data[4096 : len(data) // 2] = b"\x5a" * (len(data) // 2 - 4096)
    index.path.write_bytes(data)
    assert len(index.entries()) in {0, 200}
    index.put([document("b.md", "text")])
    assert "b.md" in found(index, "text")


def test_what_sqlite_does_not_notice_is_found_before_words_are_looked_for(
    index: LibraryIndex,
) -> None:
    """A byte of a list of documents is another one: SQLite would name fewer."""
    index.put([document(f"{number:03}.md", f"wheat and rye{number}") for number in range(300)])
    assert len(found(index, "wheat")) == 300
    index.close()
    connection = sqlite3.connect(index.path)
    [(number, block)] = connection.execute(
        "SELECT id, block FROM words_data ORDER BY length(block) DESC LIMIT 1"
    )
    at = len(block) // 2
    damaged = block[:at] + bytes([block[at] ^ 1]) + block[at + 1 :]
    connection.execute("UPDATE words_data SET block = ? WHERE id = ?", (damaged, number))
    connection.commit()
    connection.close()
    with pytest.raises(StorageError, match="it is damaged; delete it; it is built again"):
        found(index, "wheat")
    assert not index.path.exists()
    index.put([document("b.md", "wheat")])
    assert found(index, "wheat") == ["b.md"]


def test_sums_go_with_what_was_written(index: LibraryIndex) -> None:
    for number in range(3):
        index.put([document(f"{number}.md", "wheat")])
        assert len(found(index, "wheat")) == number + 1
        index.close()
    with sqlite3.connect(index.path) as other:
        other.execute("BEGIN IMMEDIATE")
        assert len(found(index, "wheat")) == 3


def test_the_log_of_sqlite_does_not_stay_as_long_as_what_was_written(index: LibraryIndex) -> None:
    with index.writing():
        index.put([document(f"{number}.md", f"word{number} " * 900) for number in range(900)])
    assert index.path.with_name("index.sqlite-wal").stat().st_size < 100_000
    assert index.path.stat().st_size > 1_000_000
    assert found(index, "word7") == ["7.md"]


def test_documents_that_cannot_be_read_are_named(index: LibraryIndex) -> None:
    broken = Entry("b.md", "null]", fault="it is no text: null")
    index.put([document("a.md", "text"), Indexed(STATE, broken, "", "")])
    assert index.faulty() == [broken]


def test_an_index_of_another_version_is_built_anew(index: LibraryIndex) -> None:
    index.put([document("a.md", "text")])
    index.close()
    connection = sqlite3.connect(index.path)
    connection.execute("UPDATE facts SET value = '0' WHERE name = 'version'")
    connection.commit()
    connection.close()
    assert index.entries() == []


@pytest.mark.parametrize(
    ("code", "remedy"),
    [
        (sqlite3.SQLITE_FULL, "make room"),
        (sqlite3.SQLITE_READONLY_DIRECTORY, "see that it can be written"),
        (sqlite3.SQLITE_CORRUPT, "delete it"),
    ],
)
def test_what_helps_is_told_by_what_is_wrong(code: int, remedy: str) -> None:
    error = sqlite3.OperationalError("something")
    error.sqlite_errorcode = code
    assert (index_error(error, Path("a")).remedy or "").startswith(remedy)


def test_nobody_else_can_read_it(index: LibraryIndex) -> None:
    index.put([document("a.md", "text")])
    assert index.path.stat().st_mode & 0o077 == 0
    assert index.path.parent.stat().st_mode & 0o077 == 0


def test_one_program_at_a_time_writes_and_others_read(index: LibraryIndex) -> None:
    index.put([document("a.md", "text")])
    other = LibraryIndex(index.path)
    with index.writing():
        assert found(other, "text") == ["a.md"]
        with pytest.raises(BusyError), other.writing():
            pass


def test_a_quotation_leads_to_its_document_past_earlier_texts_of_another(
    index: LibraryIndex,
) -> None:
    others = [document(f"{n}.md", f"Barges left the port in week {n}.") for n in range(30)]
    index.put([*others, document("source.md", "Minister Velcor counted the barges in the port.")])
    for number in range(20):
        index.put([document("edited.md", f"Velcor counted the barges, he said {number} times.")])
    pieces = [["minister", "velcor", "counted"], ["barges", "in", "the", "port"]]
    assert index.sharing(pieces)[0][0] == "source.md"
    assert "edited.md" in dict(index.sharing([["velcor", "counted", "the", "ferries"]]))
    assert index.sharing([["words", "that", "nobody", "wrote"], []]) == []


def test_common_words_alone_lead_to_the_document_that_has_them_in_this_order(
    index: LibraryIndex,
) -> None:
    said = "the port of the river told the council that the winter was long"
    words = said.split()
    chance = random.Random(7)
    others = [
        document(f"{number}.md", " ".join(chance.sample(words, len(words))))
        for number in range(500)
    ]
    index.put([*others, document("source.md", f"{said}.")])
    assert index.sharing([words])[0][0] == "source.md"
