"""How many of a thousand quotations are told right; `QUOTATIONS` and `ARTICLES` make it long."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from briefing.cli.library_opening import open_library
from briefing.cli.wiring import reading_of, source_of
from briefing.model.quotation import QuotationState, Verdict
from briefing.model.settings import Settings
from briefing.session.quotations import QuotationCheck
from tests.quotations.library import write_library
from tests.quotations.trials import INVENTED, Trial, trials

ARTICLES = int(os.environ.get("ARTICLES", "150"))
QUOTATIONS = int(os.environ.get("QUOTATIONS", "120"))
SEED = int(os.environ.get("QUOTATIONS_SEED", "19"))


def checked(folder: Path) -> Iterator[tuple[Trial, Verdict]]:
    """Each quotation with its verdict, all of one draft."""
    reports = folder / "reports"
    reports.mkdir()
    asked = trials(write_library(reports, ARTICLES, SEED), QUOTATIONS, SEED)
    draft = folder / "draft.md"
    draft.write_text("\n\n".join(f"One wrote “{one.quote}” then." for one in asked) + "\n")
    library = open_library(reports, Settings())
    library.sharing([])  # the index is built apart from the time that quotations take
    start = perf_counter()
    reading = reading_of(source_of(str(draft)), Settings())
    verdicts = QuotationCheck(library).check(reading).verdicts
    each = 1000 * (perf_counter() - start) / len(asked)
    print(f"{len(asked)} quotations, {ARTICLES} articles: {each:.1f} ms each")
    assert [one.quote for one in verdicts] == [one.quote.strip() for one in asked]
    yield from zip(asked, verdicts, strict=True)


def is_told(trial: Trial, verdict: Verdict) -> bool:
    """Whether a changed quotation is altered, in its own article, with the words named."""
    source = trial.source
    path = None if source is None else f"{source // 1000:02}/{source}.md"
    named = " ".join(f"{one.draft} {one.source}" for one in verdict.differs)
    is_altered = verdict.state is QuotationState.ALTERED and verdict.document == path
    return is_altered and trial.differing in named


def test_quotations_are_told_as_they_are(tmp_path: Path) -> None:
    total: Counter[str] = Counter()
    right: Counter[str] = Counter()
    wrong: list[tuple[Trial, Verdict]] = []
    for trial, verdict in checked(tmp_path):
        total[trial.kind] += 1
        if trial.is_exact:
            is_right = verdict.state is QuotationState.EXACT
        elif trial.kind == INVENTED:
            is_right = verdict.state is QuotationState.UNKNOWN
        else:
            is_right = is_told(trial, verdict)
            assert verdict.state is not QuotationState.EXACT, trial
        right[trial.kind] += is_right
        if not is_right:
            wrong.append((trial, verdict))
    print({kind: f"{right[kind]}/{total[kind]}" for kind in total}, *wrong[:5], sep="\n")
    fair = {"verbatim", "shortened", "explained"}
    changed = set(total) - fair - {INVENTED}
    assert _share(right, total, fair) >= 0.995
    assert _share(right, total, changed) >= 0.99
    assert _share(right, total, {INVENTED}) >= 0.99


def _share(right: Counter[str], total: Counter[str], kinds: set[str]) -> float:
    return sum(right[kind] for kind in kinds) / max(1, sum(total[kind] for kind in kinds))
