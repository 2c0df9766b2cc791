"""Where front matter stands above an article: between which lines, and in which language.

It is YAML between ``---`` and ``---``, or ``...`` as pandoc ends it. Hugo also knows TOML between
``+++`` (https://gohugo.io/content-management/front-matter/), and pandoc lines that begin with a
percent sign (https://pandoc.org/MANUAL.html#extension-pandoc_title_block); both become such YAML.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from briefing.model.errors import Fault
from briefing.model.records import dataclass
from briefing.text.i18n import _

_FENCES = {
    "---": (re.compile(r"---[ \t]*(?=\n)"), re.compile(r"\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)")),
    "+++": (re.compile(r"\+\+\+[ \t]*(?=\n)"), re.compile(r"\n\+\+\+[ \t]*(?:\n|\Z)")),
}
_PERCENT = re.compile(r"%[ \t]+\S[^\n]*\n(?:(?:%|[ \t]+\S)[^\n]*(?:\n|\Z))+(?=\n|\Z)")
"""Two such lines at least, and an empty one behind them: one alone may be a sentence."""
_PERCENT_LINE = re.compile(r"(?m)^%((?:[^\n]|\n[ \t]+(?=\S))*)")
_FIELDS = ("title", "author", "date")
"""What the lines with a percent sign say, in this order."""


@dataclass(frozen=True, slots=True)
class FrontMatterBlock:
    """Front matter as it stands above an article."""

    yaml: str
    """What it says."""
    end: int
    """The first character of the source behind it."""
    fault: Fault | None = None
    """Why it cannot be read."""


def find_block(source: str, where: str) -> FrontMatterBlock | None:
    """The front matter of a text; None where it begins with none.

    Args:
        source: The whole file, without carriage returns.
        where: How a fault names the file.
    """
    fence = _FENCES.get(source[:3])
    if fence is None:
        return _percent_lines(source)
    opening = fence[0].match(source)
    closing = fence[1].search(source, opening.end()) if opening is not None else None
    if opening is None or closing is None:
        return None
    words = source[opening.end() + 1 : closing.start() + 1]
    if source[0] == "-":
        return FrontMatterBlock(words, closing.end())
    return _toml(words, closing.end(), where)


def _percent_lines(source: str) -> FrontMatterBlock | None:
    match = _PERCENT.match(source)
    if match is None:
        return None
    said = (" ".join(line.split()) for line in _PERCENT_LINE.findall(match[0]))
    pairs = {name: words for name, words in zip(_FIELDS, said, strict=False) if words}
    return FrontMatterBlock(_as_yaml(pairs), match.end())


def _toml(words: str, end: int, where: str) -> FrontMatterBlock:
    import tomllib  # noqa: PLC0415 - for the few texts that have it

    try:
        return FrontMatterBlock(_as_yaml(tomllib.loads(words)), end)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        fault = Fault(
            _("this is not valid TOML: {reason}").format(reason=error),
            f"{where}:1",
            _("mend it, or write it as YAML between lines of ---"),
        )
        return FrontMatterBlock("", end, fault)


def _as_yaml(values: Mapping[str, object]) -> str:
    """Values as YAML, an entry a line; dates and times as words."""
    lines = (f"{json.dumps(key)}: {_json(value)}\n" for key, value in values.items())
    return "".join(lines)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)
