"""Whether a font is bold, told by its name and the weight that PDFium takes it to have."""

from __future__ import annotations

import re

_BOLD = re.compile(r"(?i)bold|black|heavy|demi|(?:^|\+)(?:cmbx|sfbx|ecbx|cmssbx)|[-,]bd\b|\.b\b")
"""What the names of bold fonts have in them, those of TeX's too."""
_BOLD_WEIGHT, _SENSELESS_WEIGHT = 600, 1000
_REGULAR = re.compile(r"(?i)roman|regular|book(?!man)|light|italic|oblique")
"""What the names of fonts that are not bold have in them, however heavy programs say they are."""
_FACE = re.compile(r"(?:[A-Z]{6}\+)?(?:[A-Z][a-z]+)+(?:MT|PS|PSMT|Std|Pro)?")
"""A name of a face without anything that says how it is set."""


def is_bold_font(name: str, weight: int) -> bool:
    """Whether a font is bold: as its name says, else as heavy as PDFium takes it to be.

    Where a name is that of a face and says nothing, the face is regular: weights that programs
    estimate reach those of bold type.
    """
    if _BOLD.search(name):
        return True
    is_told = _REGULAR.search(name) or _FACE.fullmatch(name)
    return not is_told and _BOLD_WEIGHT <= weight < _SENSELESS_WEIGHT
