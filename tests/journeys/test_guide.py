"""The guide of the eye: it shows what is at hand, and what a key is about is what it shows."""

from __future__ import annotations

from briefing.model.reading_state import Guide
from briefing.ui.render.guide import LINE_SIGN, PARAGRAPH_SIGN
from tests.journeys.desk import Desk, desk


def _guided(reader: Desk, sign: str) -> list[str]:
    return [line.split(sign, 1)[1].strip() for line in reader.lines if sign in line]


async def test_i_dims_then_lays_a_ruler_then_leaves_the_text_alone() -> None:
    async with desk() as reader:
        await reader.press("i")
        assert "dimmed" in reader.news
        assert len(_guided(reader, PARAGRAPH_SIGN)) >= 2
        await reader.press("i")
        assert "ruler" in reader.news
        assert len(_guided(reader, LINE_SIGN)) == 1
        assert not _guided(reader, PARAGRAPH_SIGN)
        await reader.press("i")
        assert not _guided(reader, LINE_SIGN)
        assert not _guided(reader, PARAGRAPH_SIGN)


async def test_it_is_remembered() -> None:
    async with desk() as reader:
        await reader.press("i", "i", "q")
    async with desk() as reader:
        assert reader.sitting.guide is Guide.RULER
        assert len(_guided(reader, LINE_SIGN)) == 1


async def test_the_guide_follows_line_paragraph_and_jump() -> None:
    async with desk(size=(120, 24)) as reader:
        await reader.press("i", "i", "1", "}")
        assert _guided(reader, LINE_SIGN)[0].startswith("Il rapporto è stato")
        await reader.press("j")
        assert not _guided(reader, LINE_SIGN)[0].startswith("Il rapporto è stato")
        reader.panel("figures").focus()
        await reader.press("G", "enter")
        assert reader.target is not None
        (line,) = _guided(reader, LINE_SIGN)
        assert reader.target.split()[0] in line


async def test_at_the_end_the_guide_reaches_the_last_line_and_comes_back() -> None:
    async with desk(size=(120, 24)) as reader:
        await reader.press("i", "i", "G")
        words = [line for line in reader.lines if line]
        for _line in range(len(words) + 2):
            await reader.press("j")
        assert _guided(reader, LINE_SIGN) == [words[-1]]
        top = reader.top
        await reader.press("k", "k")
        assert _guided(reader, LINE_SIGN) == [words[-3]]
        assert reader.top == top
        for _line in range(len(words)):
            await reader.press("k")
        assert len(_guided(reader, LINE_SIGN)) == 1
        assert reader.top != top


async def test_a_note_is_about_what_the_guide_shows() -> None:
    async with desk(size=(120, 24)) as reader:
        await reader.press("i", "i", "G", "j", "j", "j")
        (line,) = _guided(reader, LINE_SIGN)
        shown = reader.text.index(line)
        assert reader.sitting.passage is not None
        assert reader.sitting.passage.start >= shown


async def test_without_a_guide_the_line_keys_scroll_and_nothing_else() -> None:
    async with desk(size=(120, 24)) as reader:
        await reader.press("G")
        at_hand = reader.at_hand
        await reader.press("j", "j", "j")
        assert reader.at_hand == at_hand
