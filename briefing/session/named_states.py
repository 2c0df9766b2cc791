"""The states that an article names, as a library asks for them."""

from __future__ import annotations

from briefing.analysis.brief import Analysis
from briefing.session.briefs import names_of_states
from briefing.session.reading import Reading


def named_states(reading: Reading) -> tuple[str, ...]:
    """The ISO 3166-1 codes of the states that an article speaks of, as its panel lists them."""
    article = reading.article
    also = names_of_states(reading.document.front_matter)
    analysis = Analysis(article, also, only_states=True)
    while analysis.step():
        pass
    found = (state.code for state in analysis.brief().states)
    return tuple(dict.fromkeys((*also, *found)))
