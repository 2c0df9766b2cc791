"""``.briefing/check.yaml``: what counts when the articles of a folder are checked.

::

    format: 1
    rules: {note-uncertain: error, quotation-unknown: off}
    left_out: ["archive/*"]
"""

from __future__ import annotations

from pathlib import Path

from briefing.model.errors import FormatError
from briefing.model.finding import USUAL, CheckRules, Level, Rule
from briefing.storage.plain_files import read
from briefing.storage.reading import refuse_unknown
from briefing.text.decoding import decode_text
from briefing.text.i18n import _
from briefing.text.strict_yaml import Node, parse

CHECK_RULES = (".briefing", "check.yaml")
"""Where the file lies in a folder."""
_KEYS = ("format", "rules", "left_out")
_FORMAT = 1


def load_check_rules(folder: Path) -> CheckRules:
    """What counts in a folder; what usually does where it says nothing.

    Raises:
        FormatError: The file says something that is not understood.
        StorageError: It cannot be read.
    """
    path = folder.joinpath(*CHECK_RULES)
    content = read(path, below=folder)
    if content is None:
        return CheckRules()
    return parse_check_rules(decode_text(content.data, str(path)), str(path))


def parse_check_rules(text: str, where: str) -> CheckRules:
    """What a file says.

    Raises:
        FormatError: It says something that is not understood; the line is named.
    """
    root = parse(text, where=where)
    if root.is_null:
        return CheckRules()
    if not root.is_mapping:
        raise root.error(_("this should be a mapping"), _("write `rules: {note-uncertain: error}`"))
    refuse_unknown(root, _KEYS)
    version = root.integer("format")
    if version not in (None, _FORMAT):
        raise root.fields["format"].error(_("format {format} is not known").format(format=version))
    rules = root.mapping("rules")
    levels = dict(_level(key, node) for key, node in (rules.fields if rules else {}).items())
    return CheckRules({**USUAL, **levels}, tuple(root.strings("left_out")))


def _level(key: str, node: Node) -> tuple[Rule, Level]:
    value = node.value if isinstance(node.value, str) else ""
    if key not in set(Rule):
        raise node.error(
            _("“{key}” is no rule").format(key=key),
            _("use one of {names}").format(names=", ".join(Rule)),
        )
    if value not in set(Level):
        raise _no_level(node, key)
    return Rule(key), Level(value)


def _no_level(node: Node, key: str) -> FormatError:
    return node.error(
        _("“{key}” has no level").format(key=key),
        _("use one of {names}").format(names=", ".join(Level)),
    )
