"""The keys of a language's file for numbers that only name or order something."""

from __future__ import annotations

from briefing.languages.kinds import Words
from briefing.model.records import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """Numbers that only name or order something."""

    labels: Words
    """Words before such a number: ``level 3``."""
    numbered: Words
    """Words of names that end in a number, as they are written: the ``Sweet`` 16 games."""
    media: Words
    """Channels and papers with a number in their names, as they are written: ``Rai``, before any
    number, ``France 24``, and ``20 minutes`` beside another name."""
    begun: Words
    """Names that begin with a number, as they are written: ``Six Nations`` teams; with stars."""
    times: Words
    """What makes a number a factor; with stars."""
    comparatives: Words
    """Behind a factor: ``three times as many``; with stars."""
    degree_joints: Words
    """Words behind a degree sign that is no ordinal's."""
    streets: Words
    """Words for streets behind the number of a house."""
    house_endings: Words
    """What may stand behind that number: ``3 bis``, rue des Lilas."""
    to_town: Words
    """Before the code of a town and its name: ``in`` 10117 Berlin."""
    roads: Words
    """Words that begin the name of a street, before the number of a house; with stars."""
    one_thing: Words
    """Articles of one thing: a number behind them that counts nothing is a name."""
    house_joints: Words
    """Between a street and the number of a house: ``Avenida Sur al`` 3100."""
    scale_points: Words
    """Behind a hyphen or space what makes a point on a scale, or a type: a ``5-star`` hotel."""
    eras: Words
    """Behind a year that is counted from the birth of Christ."""
    zones: Words
    """Zones behind a time in four digits."""
