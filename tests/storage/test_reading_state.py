"""What the program remembers."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.model.errors import StorageError
from briefing.model.note import NoteKind
from briefing.model.reading_state import Choices, Identity, ReadingState, SavedPlace, UnfinishedNote
from briefing.model.source import Fingerprint, Source
from briefing.model.span import Place, Span
from briefing.storage import reading_state
from briefing.storage.reading_state import StateStore, load_choices, save_choices
from tests.cli.run import give_up_roots_rights
from tests.storage.test_notes_durability import forked

PLACE = SavedPlace(Place(3, 41), "che cosa ", "succede qui")
STATE = ReadingState(
    PLACE,
    ("lead", "portata"),
    (PLACE, SavedPlace(Place(0, 0))),
    1,
    Fingerprint(1, 2, 3),
    ((Place(0, 3), Place(1, 4)), (Place(2, 0), Place(2, 80))),
    Identity("/articles/caf\udce9.md", "Titolo", ("9f" * 32, "0a" * 32)),
)
DRAFT = UnfinishedNote(
    "d1",
    None,
    "9f" * 32,
    Span(3, 9),
    "razzi",
    "prima ",
    " dopo",
    NoteKind.QUESTION,
    "yellow",
    ("a", "b"),
    "due\nrighe \U0001f600\ud800",
    "2026-11-22T08:00:00Z",
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    return tmp_path / "briefing"


@pytest.fixture
def store(tmp_path: Path) -> StateStore:
    return StateStore(tmp_path / "articles" / "report-01234567.json")


def test_an_article_never_opened_has_a_fresh_state(store: StateStore) -> None:
    assert store.load() == (ReadingState(), ())
    assert store.load_drafts() == ((), ())
    assert not store.path.parent.exists()


def test_the_place_comes_back(store: StateStore) -> None:
    store.save(STATE)
    assert store.load() == (STATE, ())


def test_two_articles_of_one_name_keep_their_own_place() -> None:
    one = StateStore.of(Source("report", Path("/a/report.md"), "x"))
    two = StateStore.of(Source("report", Path("/b/report.md"), "x"))
    one.save(STATE)
    assert two.load()[0] == ReadingState()


def test_an_article_with_the_longest_name_is_remembered() -> None:
    store = StateStore.of(Source("è" * 126, Path("/a") / ("è" * 126 + ".md"), "x"))
    store.save(STATE)
    store.keep_draft(DRAFT)
    assert store.load()[0] == STATE


def test_of_two_windows_the_last_one_to_write_wins(store: StateStore) -> None:
    other = StateStore(store.path)
    store.save(STATE)
    other.save(replace(STATE, place=None))
    assert store.load()[0].place is None


def test_a_long_history_stays_small_and_keeps_its_newest_jumps(store: StateStore) -> None:
    jumps = tuple(SavedPlace(Place(number, 0)) for number in range(250))
    read = tuple(str(number) for number in range(6000))
    store.save(ReadingState(history=jumps, history_index=240, read=read))
    state = store.load()[0]
    assert state.history == jumps[-100:]
    assert state.history[state.history_index] == jumps[240]
    assert state.read == read[-5000:]


def test_what_an_earlier_version_remembered_is_read(store: StateStore) -> None:
    store.save(STATE)
    kept = json.loads(store.path.read_bytes())
    for key in ("path", "title", "revs"):
        del kept[key]
    store.path.write_text(json.dumps(kept))
    assert store.load() == (replace(STATE, identity=Identity()), ())


def test_the_newest_texts_of_an_article_are_remembered(store: StateStore) -> None:
    revs = tuple(f"{number:064x}" for number in range(50))
    store.save(ReadingState(identity=Identity(revs=revs)))
    assert store.load()[0].identity.revs == revs[-20:]
    again = Identity(revs=revs).seen_as("/a.md", None, revs[3])
    assert (again.revs[-1], len(again.revs)) == (revs[3], 50)


def test_a_draft_comes_back_with_every_letter(store: StateStore) -> None:
    store.keep_draft(replace(DRAFT, text="prima"))
    store.keep_draft(DRAFT)
    assert store.load_drafts() == ((DRAFT,), ())


def test_a_dropped_draft_is_gone_and_others_stay(store: StateStore) -> None:
    other = replace(DRAFT, id="d2", saved="2026-11-22T07:00:00Z")
    store.keep_draft(DRAFT)
    store.keep_draft(other)
    assert store.load_drafts()[0] == (other, DRAFT)
    store.drop_draft("d1")
    store.drop_draft("d1")
    assert store.load_drafts()[0] == (other,)
    store.drop_draft("d2")
    assert not store.path.with_suffix(".drafts").exists()


def test_saving_the_place_keeps_the_drafts_of_every_window(store: StateStore) -> None:
    store.keep_draft(DRAFT)
    store.save(STATE)
    assert store.load_drafts()[0] == (DRAFT,)


def test_a_note_that_another_window_is_typing_is_not_offered(
    store: StateStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.keep_draft(DRAFT)
    monkeypatch.setattr(reading_state, "this_process", lambda: "1@another")
    monkeypatch.setattr(reading_state, "is_running", lambda _name: True)
    assert store.load_drafts() == ((), ())
    monkeypatch.setattr(reading_state, "is_running", lambda _name: False)
    assert store.load_drafts() == ((DRAFT,), ())


@pytest.mark.parametrize("draft_id", ["", "../../x", "a/b", "a.b", "a" * 65])
def test_the_name_of_a_draft_leads_nowhere_else(store: StateStore, draft_id: str) -> None:
    with pytest.raises(ValueError, match="draft"):
        store.keep_draft(replace(DRAFT, id=draft_id))


DAMAGE = [
    b"",
    b"{",
    b"[]",
    b"null",
    b"\xff\xfe",
    b'{"format":1}',
    b'{"format":2}',
    b"[" * 100_000,
    b'{"format":1,"place":[1,-2,"",""],"read":[],"history":[],"history_index":0}',
    b'{"format":1,"place":[1],"read":[],"history":[],"history_index":0}',
    b'{"format":1,"place":null,"read":"x","history":[],"history_index":0}',
    b'{"format":1,"place":null,"read":[1],"history":[],"history_index":0}',
    b'{"format":1,"place":null,"read":[],"history":[],"history_index":"0"}',
]


@pytest.mark.parametrize("data", DAMAGE, ids=range(len(DAMAGE)))
def test_a_damaged_file_starts_fresh_and_is_kept_aside(store: StateStore, data: bytes) -> None:
    store.path.parent.mkdir(parents=True)
    store.path.write_bytes(data)
    state, faults = store.load()
    assert state == ReadingState()
    assert len(faults) == 1
    assert store.path.name in str(faults[0])
    assert store.path.with_name(f"{store.path.name}.damaged").read_bytes() == data
    assert store.load() == (ReadingState(), ())
    store.save(STATE)
    assert store.load() == (STATE, ())


def test_a_damaged_draft_does_not_hide_the_others(store: StateStore) -> None:
    store.keep_draft(DRAFT)
    (store.path.with_suffix(".drafts") / "bad.json").write_bytes(b'{"format":1,"at":[2,1]}')
    drafts, faults = store.load_drafts()
    assert drafts == (DRAFT,)
    assert len(faults) == 1


def test_what_a_newer_version_adds_does_no_harm(store: StateStore) -> None:
    store.save(STATE)
    value = json.loads(store.path.read_bytes())
    store.path.write_text(json.dumps({**value, "later": [1, 2]}))
    assert store.load() == (STATE, ())


def test_choices_of_two_windows_are_merged(folder: Path) -> None:
    save_choices(Choices(theme="dusk", shown={"outline": True}))
    now = save_choices(Choices(width=72, shown={"panels": False}, sizes={"panels": 40}))
    assert now == Choices("dusk", 72, {"outline": True, "panels": False}, {"panels": 40})
    assert load_choices() == (now, ())
    assert (folder / "choices.json").is_file()


def test_the_newer_choice_counts() -> None:
    save_choices(Choices(theme="dusk", shown={"outline": True}))
    now = save_choices(Choices(theme="paper", shown={"outline": False}))
    assert now == Choices("paper", None, {"outline": False}, {})


def test_damaged_choices_start_fresh(folder: Path) -> None:
    folder.mkdir()
    (folder / "choices.json").write_text('{"format":1,"theme":7}')
    choices, faults = load_choices()
    assert choices == Choices()
    assert len(faults) == 1
    assert save_choices(Choices(width=60)).width == 60


def test_a_state_that_cannot_be_saved_says_so(store: StateStore) -> None:
    store.path.parent.parent.mkdir(parents=True, exist_ok=True)
    store.path.parent.write_text("a file where the folder should be")
    with pytest.raises(StorageError):
        store.save(STATE)
    assert store.load()[0] == ReadingState()


texts = st.text(st.characters(), max_size=20)
numbers = st.integers(0, 2**62)
places = st.builds(SavedPlace, st.builds(Place, numbers, numbers), texts, texts)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(
    place=st.none() | places,
    read=st.lists(texts, max_size=3).map(tuple),
    history=st.lists(places, max_size=3).map(tuple),
    mark=st.none() | st.builds(Fingerprint, numbers, numbers, numbers),
)
def test_any_state_comes_back(
    store: StateStore,
    place: SavedPlace | None,
    read: tuple[str, ...],
    history: tuple[SavedPlace, ...],
    mark: Fingerprint | None,
) -> None:
    state = ReadingState(place, read, history, len(history), mark)
    store.save(state)
    assert store.load() == (state, ())


@pytest.mark.parametrize("locked", [".", "briefing", "briefing/articles"])
def test_a_folder_that_may_not_be_entered_is_told_and_stops_nobody(
    tmp_path: Path, locked: str
) -> None:
    store = StateStore(tmp_path / "briefing" / "articles" / "report-01234567.json")
    store.save(STATE)
    store.keep_draft(DRAFT)

    def try_all() -> None:
        give_up_roots_rights()
        if os.geteuid() == 0:
            os.setuid(65534)
        state, faults = store.load()
        assert state == ReadingState()
        assert "cannot be read" in faults[0].what
        drafts, faults = store.load_drafts()
        assert drafts == ()
        assert "cannot be read" in faults[0].what
        with pytest.raises(StorageError, match="no permission"):
            store.save(STATE)
        with pytest.raises(StorageError, match="no permission"):
            store.keep_draft(DRAFT)
        load_choices()

    (tmp_path / locked).chmod(0)
    child = forked(try_all)
    status = os.waitpid(child, 0)[1]
    (tmp_path / locked).chmod(0o755)
    assert status == 0
