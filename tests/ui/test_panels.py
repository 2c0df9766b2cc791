"""The one table of panels: what is listed there is on the screen and in every document."""

from __future__ import annotations

from briefing.model.panels import OUTLINE as OUTLINE_NAME
from briefing.model.panels import PANELS, TITLES
from briefing.session.reading import Reading
from briefing.session.report import report
from briefing.ui.panels import NAMES, OUTLINE, SIDE_PANELS, Source, panels_of
from tests.journeys.desk import desk


def test_every_panel_of_the_screen_has_its_name_and_title_from_the_model() -> None:
    assert OUTLINE.name == OUTLINE_NAME.name
    assert set(TITLES) >= NAMES
    assert len(TITLES) == len(PANELS) + 3


def test_the_rows_of_each_panel_are_made_when_something_changes() -> None:
    made = [panel for source in Source for panel in panels_of(source)]
    assert sorted(p.name for p in made) == sorted(p.name for p in (OUTLINE, *SIDE_PANELS))


async def test_the_screen_and_the_document_for_programs_have_the_panels_of_the_table() -> None:
    async with desk() as reader:
        reading: Reading = reader.sitting.reading
        shown = list(reader.reader.stage.panes)
        assert shown == [OUTLINE.name, *(panel.name for panel in SIDE_PANELS)]
        assert [key for key in report(reading) if key in TITLES] == [p.name for p in PANELS]
        for panel in SIDE_PANELS:
            assert reader.panel(panel.name).name_above == panel.title
            assert len(reader.rows(panel.name)) == len(panel.rows(reader.sitting))
