"""An article without an editor still gets its panels."""

import subprocess
import sys
from dataclasses import replace

from briefing.analysis.brief import analyse
from briefing.model.article import Article
from briefing.model.brief import Brief
from briefing.model.figure import CheckKind
from briefing.parsing.reading import open_document
from tests.accuracy.__main__ import score
from tests.accuracy.truth import load

FIRST = load()[-1]


def test_the_first_article_gives_its_brief_by_itself() -> None:
    brief = analyse(FIRST.article)
    key = {figure.text for figure in FIRST.figures if figure.key}
    places = (span for figure in brief.figures[:8] for span in figure.passages)
    assert {span.of(FIRST.article.text) for span in places} >= key
    assert len([state for state in brief.states if state.mentions]) == 14
    assert [len(x.items) for x in brief.lists if x.kind == "states"] == [11]
    assert {check.kind for check in brief.checks if check.holds} == set(CheckKind)
    assert len(brief.warnings) == 1
    assert all(figure.auto for figure in brief.figures)


def test_checks_count_in_the_figures_that_are_shown() -> None:
    brief = analyse(FIRST.article)
    total = next(check for check in brief.checks if check.kind is CheckKind.SUM)
    assert total.equals is not None
    assert brief.figures[total.equals].value == 14000
    assert sorted(int(brief.figures[i].value or 0) for i in total.of) == [3000, 11000]


def test_the_language_is_found_where_nobody_gives_it() -> None:
    assert analyse(replace(FIRST.article, language=None)) == analyse(FIRST.article)


def test_an_empty_article_has_an_empty_brief() -> None:
    assert analyse(Article("-", None, None, "", ())) == Brief()


def test_the_number_of_a_section_is_no_figure() -> None:
    lines = ("---\nlanguage: en\n---\n# Ports", "## 1 Aims", "## 2 Rules", "12 rules", "## 30 dead")
    article = open_document("\n\n".join(lines), name="-").article()
    assert {figure.text for figure in analyse(article).figures} == {"12 rules", "30 dead"}


def test_the_truth_set_is_found_as_well_as_promised() -> None:
    scores = score(load())
    assert scores["figures"].recall >= 0.95
    assert scores["figures"].precision >= 0.9
    assert scores["qualifiers"].recall >= 0.9
    assert scores["states"].recall >= 0.98
    assert scores["states"].precision >= 0.98
    assert scores["false conflicts"].wrong == []


def test_importing_analysis_loads_nothing_heavy() -> None:
    program = (
        "import sys, briefing.analysis; "
        "print({'babel', 'regex', 'text_to_num', 'yaml', 'rapidfuzz'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"
