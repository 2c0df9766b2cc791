"""The exported page in a real browser: following a link, and reading its colours.

The page itself has no script, and its policy forbids any. A copy without that policy carries one
that clicks and measures, and writes what it found into the document that Chromium prints.
"""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from briefing.exchange.html.page import POLICY
from tests.cli.run import run

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser")

pytestmark = pytest.mark.skipif(
    BROWSER is None and not os.environ.get("CI"),
    reason="Chromium is not installed; on Debian: apt install chromium",
)

LEAST_CONTRAST = 4.5
"""WCAG 2.2, success criterion 1.4.3 (https://www.w3.org/TR/WCAG22/#contrast-minimum)."""

ARTICLE = """---
title: A report of 300 tonnes
language: en
figures:
  - {label: Wheat, value: 11000, qualifier: over, unit: tonnes, quote: over 11000 tonnes}
  - {label: Barley, value: 300, unit: tonnes, quote: 300 tonnes}
checks:
  - {sum: [over 11000 tonnes], equals: 300 tonnes}
summary:
  - {text: Less came., quote: "less came.\\nPlace"}
remarks:
  - {quote: harvets, text: "Read: harvest."}
---
The harvets brought over 11000 tonnes to Norway, says [the ministry](https://example.org/).[^1]

## More

> Some said **less** came.

| Place | Share |
|---|---|
| Oslo | `12` |

```
code
```

[^1]: A footnote.
"""

MEASURE = """
<script>
const found = {};
const link = document.querySelector("#figure-1 a");
link.click();
const target = document.querySelector(":target");
found.passage = target && target.textContent;
const back = target && target.nextElementSibling;
back.click();
found.back = document.querySelector(":target").id;
document.querySelector("[id^=note-] a").click();
found.note = document.querySelector(":target").textContent;
document.querySelector("#summary-1 a").click();
found.parts = [document.querySelector(":target"), document.querySelector("[data-of]")]
  .map((one) => [one.textContent, getComputedStyle(one).backgroundColor]);
const numbers = (color) => color.match(/[\\d.]+/g).map(Number);
function ground(element) {
  for (let one = element; one; one = one.parentElement) {
    const color = numbers(getComputedStyle(one).backgroundColor);
    if (color.length === 3 || color[3] > 0) return color;
  }
  return [255, 255, 255];
}
function light(color) {
  const [r, g, b] = color.slice(0, 3).map((v) => v / 255)
    .map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(one, other) {
  const [dim, bright] = [light(one), light(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}
found.worst = [];
for (const element of document.body.querySelectorAll("*")) {
  const own = [...element.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
  if (element.tagName === "SCRIPT" || !(own || element.matches(".ref"))) continue;
  const ratio = contrast(numbers(getComputedStyle(element).color), ground(element));
  found.worst.push([ratio, element.outerHTML.slice(0, 80)]);
}
found.count = found.worst.length;
found.worst = found.worst.sort((a, b) => a[0] - b[0]).slice(0, 3);
found.ground = numbers(getComputedStyle(document.body).backgroundColor);
found.wide = document.documentElement.scrollWidth > innerWidth;
const out = document.createElement("pre");
out.id = "found";
out.textContent = JSON.stringify(found);
document.body.append(out);
</script>
"""


@pytest.fixture
def pages(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The page, and its copy that measures itself."""
    folder = tmp_path_factory.mktemp("pages")
    article, page = folder / "report.md", folder / "report.html"
    article.write_text(ARTICLE, "utf-8")
    for color in ("yellow", "purple"):
        words = ("--quote", "Some said", "--text", f"Who {color}?", "--color", color)
        assert run("notes", "add", article, *words, "--kind", "question").status == 0
    assert run("notes", "add", article, "--quote", "Oslo", "--kind", "bookmark").status == 0
    assert run("export", article, "--format", "html", "-o", page).status == 0
    text = page.read_text("utf-8")
    assert POLICY in text
    copy = folder / "measured.html"
    copy.write_text(text.replace(POLICY, "").replace("</body>", f"{MEASURE}</body>"), "utf-8")
    return page, copy


def browse(page: Path, home: Path, *flags: str) -> str:
    """The document as the browser has it after loading."""
    assert BROWSER is not None, "Chromium is missing, and CI must not pass without it"
    done = subprocess.run(
        [
            BROWSER,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--window-size=1280,900",
            f"--user-data-dir={home}",
            *flags,
            "--dump-dom",
            page.as_uri(),
        ],
        capture_output=True,
        check=False,
        timeout=120,
        env={**os.environ, "HOME": str(home)},
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")[-2000:]
    return done.stdout.decode("utf-8")


def measured(pages: tuple[Path, Path], home: Path, *flags: str) -> dict[str, Any]:
    """What the copy found out about itself."""
    out = re.search(r'<pre id="found"[^>]*>(.*?)</pre>', browse(pages[1], home, *flags), re.DOTALL)
    assert out is not None
    found: dict[str, Any] = json.loads(html.unescape(out[1]))
    return found


def test_a_link_leads_from_a_figure_to_its_passage_and_back(
    pages: tuple[Path, Path], tmp_path: Path
) -> None:
    found = measured(pages, tmp_path)
    assert found["passage"] == "over 11000 tonnes"
    assert found["back"] == "figure-1"
    assert found["note"] == "Some said"


def test_all_parts_of_a_passage_light_up_when_a_link_leads_to_it(
    pages: tuple[Path, Path], tmp_path: Path
) -> None:
    first, second = measured(pages, tmp_path)["parts"]
    assert (first[0], second[0]) == ("less came.", "Place")
    assert first[1] == second[1] != "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize(("scheme", "is_dark"), [(1, False), (0, True)])
def test_all_words_can_be_read_by_day_and_in_the_dark(
    pages: tuple[Path, Path], tmp_path: Path, scheme: int, is_dark: bool
) -> None:
    found = measured(pages, tmp_path, f"--blink-settings=preferredColorScheme={scheme}")
    assert (sum(found["ground"][:3]) < 3 * 128) == is_dark
    assert found["count"] > 40
    assert found["worst"][0][0] >= LEAST_CONTRAST, found["worst"]


@pytest.mark.parametrize("width", [320, 1280])
def test_a_page_fits_a_phone_and_a_screen(
    pages: tuple[Path, Path], tmp_path: Path, width: int
) -> None:
    assert not measured(pages, tmp_path, f"--window-size={width},900")["wide"]


def test_the_page_as_it_is_loads_without_anything_running(
    pages: tuple[Path, Path], tmp_path: Path
) -> None:
    dom = browse(pages[0], tmp_path)
    assert "<script" not in dom
    assert 'id="figure-1"' in dom


def test_the_page_prints(pages: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "page.pdf"
    browse(pages[0], tmp_path, f"--print-to-pdf={out}", "--no-pdf-header-footer")
    assert out.read_bytes().startswith(b"%PDF")
