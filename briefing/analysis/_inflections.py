"""The forms that an adjective for a state takes in a text."""

from __future__ import annotations

_Rule = tuple[str, tuple[str, ...]]
"""An ending, and what may stand in its place."""

_RULES: dict[str, tuple[_Rule, ...]] = {
    "it": (
        ("co", ("co", "ca", "ci", "chi", "che")),
        ("go", ("go", "ga", "ghi", "ghe")),
        ("o", ("o", "a", "i", "e")),
        ("e", ("e", "i")),
        ("a", ("a", "i", "e")),
    ),
    "en": (("ese", ("ese",)), ("sh", ("sh",)), ("ch", ("ch",)), ("man", ("man", "men"))),
    "de": (
        ("sch", ("sch", "sche", "scher", "schen", "schem", "sches")),
        ("er", ("er", "ern", "ers", "erin", "erinnen")),
        ("e", ("e", "en", "in", "innen")),
        ("o", ("o", "os")),
        ("t", ("t", "ten", "tin")),
    ),
    "fr": (
        ("éen", ("éen", "éenne", "éens", "éennes")),
        ("ien", ("ien", "ienne", "iens", "iennes")),
        ("ais", ("ais", "aise", "aises")),
        ("ois", ("ois", "oise", "oises")),
        ("an", ("an", "ane", "anne", "ans", "anes", "annes")),
        ("c", ("c", "que", "cque", "cs", "ques", "cques")),
        ("on", ("on", "onne", "ons", "onnes")),
        ("e", ("e", "es")),
        ("", ("", "e", "s", "es")),
    ),
    "es": (
        ("o", ("o", "a", "os", "as")),
        ("és", ("és", "esa", "eses", "esas")),
        ("án", ("án", "ana", "anes", "anas")),
        ("ón", ("ón", "ona", "ones", "onas")),
        ("ol", ("ol", "ola", "oles", "olas")),
        ("í", ("í", "íes", "ís")),
        ("ú", ("ú", "úes")),
        ("", ("", "s")),
    ),
}
"""The first rule whose ending fits is taken; without one, the plural in s."""


def forms(adjective: str, language: str) -> tuple[str, ...]:
    """All forms of an adjective, or of a people's name, that is given in its dictionary form."""
    for ending, replacements in _RULES.get(language, ()):
        if adjective.endswith(ending):
            stem = adjective.removesuffix(ending) if ending else adjective
            return tuple(stem + replacement for replacement in replacements)
    return (adjective, adjective + "s")
