"""The quotations of a draft: checked as it is written, and the way from each to its source."""

from __future__ import annotations

from briefing.model.span import Span
from briefing.session.draft_kind import is_draft
from briefing.session.sitting import Sitting
from briefing.text.i18n import _, ngettext
from briefing.text.local_forms import number
from briefing.ui.idle import in_thread
from briefing.ui.library_door import LibraryDoor
from briefing.ui.parts.articles import Articles
from briefing.ui.parts.panels import Panels
from briefing.ui.parts.stage import Stage
from briefing.ui.parts.text import Text


class Quotations:
    """Fills the panel of a draft; it is checked again whenever it is read again."""

    def __init__(self, stage: Stage, panels: Panels, door: LibraryDoor) -> None:
        self._stage = stage
        self._panels = panels
        self._door = door

    async def look(self, sitting: Sitting) -> None:
        """Check the quotations of a draft; of any other article nothing is shown."""
        await self._find_pointers(sitting)
        check = self._door.check_draft
        if check is None or not is_draft(sitting.reading):
            return
        with self._stage.telling():
            reading = sitting.reading
            text = reading.article
            found = await in_thread(lambda: check(reading))
            if self._stage.sitting is not sitting or reading.article is not text:
                return
            sitting.quotations = found
            self._panels.fill_quotations()
            failing = sum(not one.holds for one in found.verdicts)
            if failing:
                said = ngettext(
                    "{count} quotation does not hold", "{count} quotations do not hold", failing
                )
                self._stage.strip.add(said.format(count=number(failing)), is_warning=True)

    async def _find_pointers(self, sitting: Sitting) -> None:
        """Find what other articles say of this one, and show it below its notes."""
        find = self._door.find_pointers
        if find is None or is_draft(sitting.reading):
            return
        with self._stage.telling():
            reading = sitting.reading
            text = reading.article
            found = await in_thread(lambda: find(reading))
            is_shown = self._stage.sitting is sitting and reading.article is text
            if is_shown and found != sitting.pointers:
                sitting.pointers = found
                self._panels.fill_notes()


class ToSources:
    """From a quotation to the passage of its source; `back` returns."""

    def __init__(self, stage: Stage, text: Text, articles: Articles) -> None:
        self._stage = stage
        self._text = text
        self._articles = articles

    def go(self, ref: str) -> bool:
        """Open the source of a quotation; for one that is unknown, go to it in the draft.

        Args:
            ref: The row's place in the panel.

        Raises:
            BriefingError: The source cannot be opened any more.
        """
        found = self._stage.sitting.quotations
        if found is None or not ref:
            return False  # the row that counts what is too short
        verdict = found.verdicts[int(ref)]
        if verdict.document is None or verdict.span is None:
            if verdict.at is not None:
                self._text.jump(verdict.at)
            return verdict.at is not None
        span: Span = verdict.span

        def arrived() -> None:
            self._text.mark(span)
            way = _("{key} back to the draft").format(key=self._stage.key("back"))
            self._stage.strip.tell(way, is_lasting=True)

        path, anchor = found.folder / verdict.document, f"p-{span.start}-{span.end}"
        self._articles.ways.open(path, anchor, arrived)
        return True

    def follow(self, index: int) -> bool:
        """Open the article that points at this one, where it does.

        Args:
            index: Which of those that point here.

        Raises:
            BriefingError: It cannot be opened any more.
        """
        pointer = self._stage.sitting.pointers[index]
        self._articles.ways.open(pointer.path, pointer.anchor)
        return True
