"""Which characters of a source stand in code spans, where brackets mean nothing."""

from __future__ import annotations

import re
from bisect import bisect_right

_CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)


class CodeSpans:
    """The code spans of the paragraph that was asked for last; places only grow."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._end = -1
        self._spans: list[tuple[int, int]] = []

    def holds(self, offset: int) -> bool:
        """Whether a character is escaped or stands in a code span of its paragraph."""
        source = self._source
        if source[offset - 1 : offset] == "\\":
            return True
        if offset >= self._end:
            start = source.rfind("\n\n", max(self._end - 2, 0), offset) + 1
            end = source.find("\n\n", offset)
            self._end = end if end >= 0 else len(source)
            spans = _CODE_SPAN.finditer(source, start, self._end)
            self._spans = [span.span() for span in spans]
        index = bisect_right(self._spans, (offset, len(source))) - 1
        return index >= 0 and offset < self._spans[index][1]
