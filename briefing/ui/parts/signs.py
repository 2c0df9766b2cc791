"""Signs beside the text: where the sentence at hand begins, or which sentence has which number."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from briefing.model.reading_state import Guide
from briefing.model.span import Place
from briefing.session.at_hand import get_ready
from briefing.ui.idle import in_thread
from briefing.ui.parts.stage import Stage
from briefing.ui.render.guide import HERE_SIGN


class Signs:
    """Shows what a note would be about; while something is selected, what digits would select."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._is_ready = False

    async def begin(self) -> None:
        """Load what tells sentences apart, in a thread; from now on the signs are shown."""
        await in_thread(partial(get_ready, self._stage.sitting.reading.language))
        self._is_ready = True
        self.show()

    def show(self) -> None:
        """Draw them where they belong now."""
        if self._is_ready:
            self._stage.article.set_signs(self._signs())

    def _signs(self) -> Mapping[Place, str]:
        sitting = self._stage.sitting
        if sitting.selection is not None:
            found = sitting.numbered_sentences
            return {sentence.start: str(number) for number, sentence in enumerate(found)}
        if sitting.target_in_view is not None or sitting.guide is not Guide.NONE:
            return {}  # which have signs of their own
        sentence = sitting.current_sentence
        return {} if sentence is None else {sentence.start: HERE_SIGN}
