"""One sees what a key will do: the sentence at hand has a sign, and digits select others."""

from __future__ import annotations

from briefing.ui.render.guide import HERE_SIGN
from tests.journeys.desk import Desk, desk

SIZE = (80, 24)


def _beside(reader: Desk, sign: str) -> str:
    """The words of the one line that has a sign right before them."""
    [line] = [line for line in reader.lines if f"{sign} " in line[:4]]
    return line.partition(f"{sign} ")[2]


async def test_a_sign_stands_where_the_sentence_begins_that_a_note_would_be_about() -> None:
    async with desk(size=SIZE) as reader:
        for keys in ([], ["1"], ["j", "j", "j"], ["space"], ["5"]):
            await reader.press(*keys)
            line = _beside(reader, HERE_SIGN)
            assert any(reader.at_hand.startswith(line[at:]) for at in range(len(line))), keys


async def test_a_target_a_guide_and_a_selection_have_signs_of_their_own() -> None:
    async with desk(size=SIZE) as reader:
        await reader.press("n")
        assert not any(HERE_SIGN in line[:3] for line in reader.lines)
        await reader.press("escape", "i")
        assert not any(HERE_SIGN in line[:3] for line in reader.lines)
        await reader.press("i", "i", "v")
        assert not any(HERE_SIGN in line[:3] for line in reader.lines)
        await reader.press("escape")
        assert _beside(reader, HERE_SIGN)


async def test_the_fourth_sentence_from_here_is_noted_with_three_keys() -> None:
    async with desk(size=SIZE) as reader:
        await reader.press("v")
        line = _beside(reader, "4")
        await reader.press("4", "a")
        assert line.split(". ")[-1] in str(reader.selected)
        await reader.type("terzo tasto")
        await reader.press("ctrl+s")
        [note] = reader.saved
        assert note["quote"].startswith("È stato lanciato dopo che la Russia aveva costretto")
        assert note["quote"].endswith("contro la Corea del Nord.")


async def test_selecting_after_a_jump_to_a_heading_begins_with_the_sentence_below() -> None:
    async with desk(size=SIZE) as reader:
        await reader.press("1", "v")
        assert str(reader.selected).startswith("Il rapporto è stato pubblicato giovedì")
        await reader.press("0")
        assert reader.selected == "portata del supporto militare"
        await reader.press("escape", "g", "v", "0")
        assert reader.selected == reader.sitting.document.title


async def test_a_number_that_no_sentence_has_says_so_and_changes_nothing() -> None:
    async with desk(size=SIZE) as reader:
        await reader.press("G", "v")
        before = reader.selected
        await reader.press("9")
        assert reader.selected == before
        assert "9" in reader.news


async def test_a_hit_is_noted_with_its_own_words() -> None:
    async with desk(size=SIZE) as reader:
        await reader.press("slash")
        await reader.type("giovedi")
        await reader.press("enter")
        await reader.write_note("quali?")
        assert [note["quote"] for note in reader.saved] == ["giovedì"]
