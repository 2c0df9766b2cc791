"""The head of a memorandum in two columns: what it is on the left, who wrote it on the right.

Requests for Comments have one (RFC 7322, section 4.1): authors by initials and surname, each above
an organization, and the month at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from briefing.model.records import replace
from briefing.parsing.title_credits import TitleCredits
from briefing.parsing.written_days import written_day

_COLUMNS = re.compile(r"(?:\S {3}|\A {24}) *(\S.*)\Z")
"""A line of two columns, or of the second alone; the second."""
_FEWEST = 2
"""Such lines in a head."""
_NAME = re.compile(
    r"((?:[^\W\d_](?:-[^\W\d_])?\.[ -]?){1,3}[^\W\d_a-z][\w'’ -]+?)(?:, [^\W\d_]{2,4}\.)?"
)
"""A person by initials, perhaps with an office behind: ``M. Berg, Ed.``."""


def with_head(said: TitleCredits, blocks: Iterable[Sequence[str]]) -> TitleCredits:
    """What lines below a title say, and where they are silent, what the head says.

    Args:
        said: What the lines say.
        blocks: The lines of the blocks that may be the head.
    """
    for block in blocks:
        cells = [match[1].strip() for line in block if (match := _COLUMNS.search(line.rstrip()))]
        days = [day for cell in cells if (day := written_day(cell)) is not None]
        if len(cells) < _FEWEST or not days:
            continue
        names = tuple(match[1] for cell in cells if (match := _NAME.fullmatch(cell)))
        return replace(said, authors=said.authors or names, published=said.published or days[-1])
    return said
