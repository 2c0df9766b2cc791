"""The pane of the text in an app of its own."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from briefing.model.mark import MarkKind
from briefing.model.span import Place, Span
from briefing.parsing.reading import open_document
from briefing.ui.widgets.article import ArticlePane

TEXT = "\n\n".join(f"Paragraph {n} stands here by itself." for n in range(50))


class Host(App[None]):
    """Shows one text."""

    def __init__(self, text: str = TEXT) -> None:
        super().__init__()
        self.pane = ArticlePane(open_document(text, name="text", where="text.md"))

    def compose(self) -> ComposeResult:
        yield self.pane

    def on_mount(self) -> None:
        self.pane.styles.height = "1fr"


def _seen(pane: ArticlePane) -> str:
    return "\n".join(pane.render_line(y).text for y in range(pane.size.height))


async def test_rows_forward_and_back_show_the_same_again() -> None:
    app = Host()
    async with app.run_test(size=(60, 10)):
        before = _seen(app.pane)
        app.pane.move_rows(13)
        assert _seen(app.pane) != before
        app.pane.move_rows(-13)
        assert _seen(app.pane) == before


async def test_the_end_shows_the_last_words_and_nothing_moves_past_it() -> None:
    app = Host()
    async with app.run_test(size=(60, 10)):
        app.pane.go_to_end()
        end = _seen(app.pane)
        assert "Paragraph 49" in end
        app.pane.move_pages(3)
        assert _seen(app.pane) == end
        assert app.pane.view.share == 1.0


async def test_a_key_before_the_first_frame_is_not_lost() -> None:
    app = Host()
    app.pane.go_to_end()
    async with app.run_test(size=(60, 10)):
        assert "Paragraph 49" in _seen(app.pane)


async def test_an_empty_text_is_drawn_and_takes_keys_without_harm() -> None:
    app = Host("")
    async with app.run_test(size=(60, 10)):
        app.pane.move_rows(5)
        app.pane.go_to_end()
        app.pane.go_to_start()
        assert not _seen(app.pane).strip()


async def test_a_passage_that_is_marked_shows_its_sign() -> None:
    app = Host()
    async with app.run_test(size=(60, 10)) as pilot:
        start = app.pane.document.start(0)
        assert start == 0
        app.pane.set_overlay(MarkKind.TARGET, (Span(0, 9),))
        await pilot.pause()
        assert "►" in _seen(app.pane).splitlines()[0]


async def test_a_place_in_view_is_not_scrolled_to() -> None:
    app = Host()
    async with app.run_test(size=(60, 10)):
        before = _seen(app.pane)
        app.pane.show_place(Place(0, 3))
        assert _seen(app.pane) == before


async def test_what_the_next_keys_show_is_laid_out_before_they_come(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    parts = (f"## Part {n}\n\nParagraph {n} stands here by itself." for n in range(500))
    app = Host("\n\n".join(parts))
    async with app.run_test(size=(60, 10)):
        app.pane.go_to(Place(250, 0))
        while app.pane.look_ahead():
            pass
        with monkeypatch.context() as patch:
            patch.setattr(app.pane.document, "chunk", None)  # nothing may be parsed
            app.pane.move_pages(1)
            app.pane.move_pages(-2)
            app.pane.go_to_end()
            app.pane.go_to_start()
        assert "Part 0" in _seen(app.pane)
