"""Where an editor is to open the file of an article: the line that the reader is at.

The text of most files is what is shown, line for line. Of any other text file the words at hand are
looked for in it. A file that is no text cannot be edited, and that is said before an editor is
started.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from briefing.model.errors import InputError, UsageError
from briefing.model.span import Place
from briefing.parsing.reading import clean
from briefing.session.reading import Reading
from briefing.text.encodings import decode_foreign
from briefing.text.i18n import _

_MOST_WORDS, _FEWEST_WORDS = 12, 3
"""Words that are looked for at once: fewer, where a sign of the file's own stands between them."""
_BETWEEN = r"(?:\s|<[^<>]{0,200}>|&\w{1,8};|[>*_=-]){1,40}"
"""What may stand between two words in the file: white space, tags, marks of quotes and of links."""


@dataclass(frozen=True, slots=True)
class PlaceToEdit:
    """Where an editor opens."""

    path: Path
    """The file."""
    line_number: int | None
    """Its line, 1-based; None where that is not known."""
    remark: str = ""
    """What is to be said of it."""


def place_to_edit(reading: Reading, place: Place) -> PlaceToEdit:
    """Where to edit the words of a place.

    Raises:
        UsageError: The article has no file, or none that an editor could show.
        InputError: The file cannot be read.
        NotFoundError: It is gone.
    """
    path = reading.source.path
    if path is None:
        raise UsageError(_("this text came from standard input: there is no file to edit"))
    source = _text_of(reading, path)
    if clean(source) == clean(reading.source.text):
        return PlaceToEdit(path, reading.line_number(place))
    at = find_words(source, _words_from(reading, place), _share(reading, place))
    if at is None:
        return PlaceToEdit(
            path, None, _("these words are not found in the file as they stand here")
        )
    return PlaceToEdit(path, source.count("\n", 0, at) + 1)


def find_words(source: str, words: list[str], share: float) -> int | None:
    """Where words stand in a file that has its own breaks and signs between them.

    Args:
        source: What the file holds.
        words: The words; fewer of them are looked for where all are not found.
        share: About where, from 0 to 1; of several places the nearest is meant.

    Returns:
        The first character of the first word, 0-based.
    """
    count = len(words)
    while words:
        pattern = _BETWEEN.join(re.escape(word) for word in words[:count])
        found = [match.start() for match in re.finditer(rf"(?<!\w){pattern}", source)]
        if found:
            return min(found, key=lambda at: abs(at - share * len(source)))
        if count <= _FEWEST_WORDS:
            return None
        count = max(_FEWEST_WORDS, count // 2)
    return None


def _text_of(reading: Reading, path: Path) -> str:
    """What the file holds, as an editor will show it."""
    try:
        return decode_foreign(reading.files.bytes_of(path), str(path)).text
    except InputError as error:
        raise UsageError(
            _("an editor cannot show this file: {reason}").format(reason=error.what),
            where=str(path),
            remedy=_("make an article of it first: briefing import FILE -o FILE.md"),
        ) from error


def _words_from(reading: Reading, place: Place) -> list[str]:
    """The words at a place, as far as its line goes."""
    text = reading.document.chunk(place.chunk).text
    line = text[place.offset :].lstrip("\n").partition("\n")[0]
    return line.split(None, _MOST_WORDS)[:_MOST_WORDS]


def _share(reading: Reading, place: Place) -> float:
    return (reading.offset(place) or 0) / max(1, reading.length)
