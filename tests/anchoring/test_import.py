from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys
from briefing.anchoring.find import find_quote
from briefing.anchoring.track import track
assert track("a b", "a b", [(0, 1)])[0].span is not None
assert find_quote("a b", "b")
print("rapidfuzz" in sys.modules)
"""


def test_opening_an_article_that_did_not_change_loads_no_library() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
