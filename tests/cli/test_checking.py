"""`briefing check`: whether an editor's statements hold, in words and as an exit status."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.run import run

BODY = "# Aid\n\nThey sent 10 trucks, 20 vans and 30 bikes. France, Italy and Spain paid.\n"
FIGURES = """figures:
  - {label: trucks, value: 10, unit: trucks, quote: 10 trucks}
  - {label: vans, value: 20, unit: vans, quote: 20 vans}
  - {label: bikes, value: 30, unit: bikes, quote: 30 bikes}
"""
LIST = """lists:
  - title: Payers
    kind: states
    expected: 3
    items: [{name: France, code: FR}, {name: Italy, code: IT}, {name: Spain, code: ES}]
"""


def write(path: Path, front: str, body: str = BODY) -> Path:
    path.write_text(f"---\nlanguage: en\n{front}---\n\n{body}", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("front", "status", "said"),
    [
        (f"{FIGURES}checks:\n  - {{sum: [10 trucks, 20 vans], equals: 30 bikes}}\n", 0, "holds"),
        (
            f"{FIGURES}checks:\n  - {{sum: [10 trucks, 30 bikes], equals: 20 vans}}\n",
            1,
            "does not hold",
        ),
        (LIST, 0, ""),
        (LIST.replace("expected: 3", "expected: 4"), 1, "does not hold"),
        ("summary:\n  - {text: a, quote: 10 lorries}\n", 1, "10 lorries"),
    ],
)
def test_the_status_tells_whether_all_holds(
    front: str, status: int, said: str, tmp_path: Path
) -> None:
    done = run("check", write(tmp_path / "a.md", front))
    assert done.status == status
    assert said in done.out
    assert done.err == ""


def test_a_count_names_the_line_of_its_list_where_the_editors_figures_lack_its_number(
    tmp_path: Path,
) -> None:
    body = "# Ten\n\nThree states paid: France and Italy and Spain. They sent 10 trucks.\n"
    counted = write(tmp_path / "b.md", FIGURES.partition("  - {label: vans")[0], body)
    lines = run("check", counted).out.splitlines()
    assert lines
    assert all(line.startswith(f"{counted}:9: ") for line in lines)


def test_a_check_of_the_title_names_the_line_of_the_title(tmp_path: Path) -> None:
    body = "They sent at least 300 trucks.\n"
    article = write(tmp_path / "a.md", "title: 300 trucks arrive\n", body)
    assert f"{article}:3: " in run("check", article).out


def test_the_first_article_holds() -> None:
    done = run("check")
    assert (done.status, done.err) == (0, "")
    assert "11.000" in done.out
    assert "does not hold" not in done.out


def test_of_several_articles_the_worst_decides_and_all_are_checked(tmp_path: Path) -> None:
    good = write(tmp_path / "good.md", "title: a\n")
    bad = write(tmp_path / "bad.md", "summary:\n  - {text: a, quote: nope}\n")
    assert run("check", good, bad).status == 1
    done = run("check", tmp_path / "missing.md", bad, good)
    assert done.status == 2
    assert "missing.md" in done.err
    assert "nope" in done.out


def test_warnings_about_the_text_do_not_change_the_status(tmp_path: Path) -> None:
    path = write(tmp_path / "a.md", "title: a\n", 'He said: "never.\n\nThat was all.\n')
    assert run("check", path).status == 0


def test_notes_may_be_named_here_too(tmp_path: Path) -> None:
    path = write(tmp_path / "a.md", "title: a\n")
    assert run("--notes", tmp_path / "n.yaml", "check", path).status == 0
    assert not (tmp_path / "n.yaml").exists()
