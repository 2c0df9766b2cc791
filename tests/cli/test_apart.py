"""Long documents are read in a process of their own, and kept as they were read."""

from __future__ import annotations

import io
from pathlib import Path
from subprocess import Popen

import pytest
from reportlab.pdfgen.canvas import Canvas

from briefing.cli import apart as apart_module
from briefing.cli.apart import ReadApart
from briefing.cli.articles import as_article, as_opened
from briefing.model.errors import InputError
from briefing.model.original import Original
from briefing.session.documents import read_text
from tests.parsing.importers.forms import book

CHAPTERS = [f"<h1>Chapter {n}</h1>" + f"<p>The harbour has {n} boats.</p>" * 50 for n in range(9)]


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "briefing" / "documents"


def pdf(pages: int) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file)
    for page in range(1, pages + 1):
        canvas.drawString(70, 820, f"A long report, page {page}")
        for row in range(30):
            canvas.drawString(70, 780 - 20 * row, f"Page {page} counts {row} boats in the harbour.")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def test_a_long_pdf_opens_with_its_first_pages_and_then_as_a_whole(cache: Path) -> None:
    data = pdf(20)
    opened = as_opened(data, "report.pdf", "report.pdf")
    assert "Page 1 counts 0 boats" in opened.words
    assert "Page 9 counts" not in opened.words
    assert opened.rest is not None
    whole = opened.rest.read()
    assert whole == read_text(Original(data, "report.pdf", "report.pdf"))
    assert "Page 20 counts 20 boats" in whole.words
    assert [path.stat().st_mode & 0o777 for path in cache.iterdir()] == [0o600]
    assert (
        as_opened(data, "report.pdf", "report.pdf") == whole == as_article(data, "x", "report.pdf")
    )


def test_a_kept_text_is_of_these_bytes_and_this_name_and_whole(cache: Path) -> None:
    data = pdf(20)
    opened = as_opened(data, "report.pdf", "report.pdf")
    assert opened.rest is not None
    opened.rest.read()
    assert as_opened(pdf(21), "report.pdf", "report.pdf").rest is not None
    assert as_opened(data, "other.pdf", "other.pdf").rest is not None
    kept = next(cache.iterdir())
    kept.write_bytes(kept.read_bytes()[:100])
    assert as_opened(data, "report.pdf", "report.pdf").rest is not None


def test_a_short_document_is_read_at_once(cache: Path) -> None:
    assert as_opened(pdf(3), "a.pdf", "a.pdf").rest is None
    assert as_opened(book(CHAPTERS), "a.epub", "a.epub").rest is None
    assert as_opened(b"Few words.\n", "a.txt", "a.txt").rest is None
    assert not cache.exists()


def test_a_long_text_opens_with_its_first_paragraphs() -> None:
    line = "Paragraph {n} of a long text that somebody broke to a width of some\nseventy signs."
    text = "\n\n".join(line.format(n=n) for n in range(3_000))
    opened = as_opened(text.encode(), "a.txt", "a.txt")
    assert opened.rest is not None
    whole = opened.rest.read().words
    assert "Paragraph 2999 of a long text that somebody broke to a width of some seventy" in whole
    start = opened.words.index("Paragraph 1 ")
    assert opened.words[start:].rstrip() in whole


def test_what_cannot_be_read_is_one_line_that_names_the_file() -> None:
    apart = ReadApart(Original(pdf(2)[:500], "folder/report.pdf", "report.pdf"))
    with pytest.raises(InputError, match=r"^folder/report\.pdf: this PDF is damaged;"):
        apart.read()


def test_nobody_waits_for_what_was_stopped() -> None:
    apart = ReadApart(Original(pdf(20), "report.pdf", "report.pdf"))
    apart.stop()
    with pytest.raises(InputError, match="the rest of this document could not be read"):
        apart.read()


def test_nothing_in_the_folder_of_a_document_is_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "briefing.py").write_text("raise SystemExit('run')")
    (tmp_path / "json.py").write_text("raise SystemExit('run')")
    monkeypatch.chdir(tmp_path)
    text = ReadApart(Original(pdf(2), "report.pdf", "report.pdf")).read()
    assert "Page 2 counts" in text.words


def test_what_was_begun_is_read_once(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started, begin = list[Original](), apart_module._begin

    def counted(original: Original) -> Popen[bytes]:
        started.append(original)
        return begin(original)

    monkeypatch.setattr(apart_module, "_begin", counted)
    good = ReadApart(Original(pdf(2), "report.pdf", "report.pdf"))
    bad = ReadApart(Original(pdf(2)[:500], "bad.pdf", "bad.pdf"))
    for each in (good, bad):
        each.begin()
    assert "Page 2 counts" in good.read().words
    for _again in range(2):
        with pytest.raises(InputError, match=r"^bad\.pdf: this PDF is damaged;"):
            bad.read()
    assert len(started) == 2


def test_the_process_ends_with_whoever_started_it() -> None:
    data = pdf(20)
    process = apart_module._begin(Original(data, "report.pdf", "report.pdf"))
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(b"%d\n%b" % (len(data), data))
    process.stdin.close()
    with process.stdout as said:
        assert said.read() == b""
    assert process.wait() == 0
