"""What a text says, found without an editor: sentences, figures, places, checks, search.

`analyse` is the one door to all of it; the modules are doors to its parts. Importing this room is
cheap: Babel, `regex`, number words and the tables are loaded when first needed.
"""

from briefing.analysis import (
    checks,
    crosschecks,
    enumerations,
    figures,
    language,
    numbers,
    places,
    search,
    sentences,
    summary,
    words,
)
from briefing.analysis.brief import analyse

__all__ = [
    "analyse",
    "checks",
    "crosschecks",
    "enumerations",
    "figures",
    "language",
    "numbers",
    "places",
    "search",
    "sentences",
    "summary",
    "words",
]
