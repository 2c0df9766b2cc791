"""Books and Word documents come out as they were written."""

from __future__ import annotations

import io
from zipfile import ZipFile

import pytest

from briefing.model.article import Article, Style
from briefing.model.errors import InputError
from briefing.model.front_matter import FrontMatter
from briefing.model.original import Original
from briefing.model.span import Span
from briefing.parsing.draft import Draft
from briefing.parsing.front_matter_writer import render_front_matter
from briefing.parsing.importers import epub
from briefing.parsing.importers._page_blocks import Piece
from briefing.parsing.importers.formats import kind_of, read_original
from briefing.parsing.importers.packed import MOST_BYTES
from briefing.parsing.importers.title_page import authors_in, without_credits
from briefing.parsing.importers.whole_html import read_whole
from briefing.parsing.reading import open_document
from tests.parsing.importers import forms
from tests.parsing.importers.pdf.reports import differences, load


def read(data: bytes, name: str = "report") -> Draft:
    return read_original(Original(data, name, name))


def article_of(draft: Draft) -> Article:
    front = render_front_matter(FrontMatter(title=draft.title))
    return open_document(front + draft.body, name="report").article()


# Books


def test_chapters_are_sections_under_their_own_heading_or_the_name_in_the_contents() -> None:
    pages = ["<h1>One</h1><p>First words.</p><h2>Inner</h2><p>More.</p>", "<p>No heading here.</p>"]
    article = article_of(read(forms.book(pages, title="Book", names=["One", "The second"])))
    assert article.title == "Book"
    assert [(s.heading, s.level) for s in article.sections if s.heading] == [
        ("One", 2),
        ("Inner", 3),
        ("The second", 2),
    ]


def test_the_title_of_a_book_is_no_heading_where_the_contents_call_its_first_chapter_so() -> None:
    pages = ["<p>First words.</p>", "<h1>One</h1><p>More.</p>"]
    article = article_of(read(forms.book(pages, title="A book", names=["A Book", "One"])))
    assert [section.heading for section in article.sections] == [None, "One"]


def test_a_file_that_begins_inside_a_chapter_is_not_called_by_the_next_one() -> None:
    pages = [
        "<h1>One</h1><p>First words.</p>",
        "<p>More.</p><p>Of it.</p><p>The last.</p><h1>Two</h1><p>Boats.</p>",
        '<p>Sails.</p><p id="three">Nets.</p>',
        '<p id="four">Four</p><p>Ropes.</p>',
    ]
    places = ["c0.xhtml", "c1.xhtml", "c2.xhtml#three", "c3.xhtml#four"]
    names = ["One", "Two", "Three", "Four"]
    article = article_of(read(forms.book(pages, title="Book", names=names, places=places)))
    assert [section.heading for section in article.sections] == [None, "One", "Two", "Four"]


META = "<dc:date>2024-05-06T00:00:00Z</dc:date><dc:creator>Anna Rossi</dc:creator>"


def test_a_book_says_its_language_its_author_and_its_day() -> None:
    draft = read(forms.book(["<p>Words.</p>"], meta=META))
    assert (draft.title, draft.language, draft.published) == ("A book", "en", "2024-05-06")
    assert draft.authors == ("Anna Rossi",)


def test_notes_of_a_book_are_footnotes_and_its_pages_are_known() -> None:
    page = (
        '<p><span epub:type="pagebreak" title="iv"/>Before <a epub:type="noteref" href="#n1">1</a>'
        ' the page <span epub:type="pagebreak" title="5"/>turns.</p>'
        '<ul><li><span epub:type="pagebreak" title="6"/>An item</li></ul>'
        '<aside epub:type="footnote" id="n1"><p>The note.</p></aside>'
    )
    article = article_of(read(forms.book([page])))
    assert article.text == "A book\nBefore  the page turns.\nAn item\nThe note."
    start = article.text.index("turns")
    assert article.pages_of(Span(start, start + 5)) == ("5",)
    assert article.pages_of(Span(article.text.index("An item"), start + 12)) == ("6",)
    assert [page.label for page in article.pages] == ["iv", "5", "6"]


_TABLE = """<table><tr><th>Day</th><th>Seen</th></tr><tr><td>Monday</td>
<td><p>Two boats</p><ul><li>one red</li><li>one blue</li></ul></td></tr></table>"""


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>10<sup>6</sup> people</p>", "10⁶ people"),
        ("<p>CO<sub>2</sub> and H<sub>2</sub>O</p>", "CO₂ and H₂O"),
        ("<p><del>12</del> <ins>14</ins> dead</p>", "14 dead"),
        ("<p><b>A</b> <i>B</i></p>", "A B"),
        ("<p>one<br/>two</p>", "one\ntwo"),
        ("<p>R&amp;D costs 5 &lt; 6</p>", "R&D costs 5 < 6"),
        ("<p>1. No list</p>", "1. No list"),
        ("<script>no()</script><p>Yes</p>", "Yes"),
        ("<table><tr><td><p>One</p><p>Two</p></td></tr></table>", "One\nTwo"),
        (_TABLE, "Day\tSeen\nMonday\tTwo boats • one red • one blue"),
        ("<p>open <p>and shut</p>", "open\nand shut"),
        ("<p>A<img alt='https://a.example/b.png'/><img alt='image001.png'/>B</p>", "AB"),
        ("<p><img alt='Map of a.png'/></p>", "Map of a.png"),
        ("<p><ruby>山<rp>(</rp><rt>やま</rt><rp>)</rp></ruby>を登る</p>", "山を登る"),
    ],
)
def test_words_of_a_chapter_are_those_that_its_reader_sees(html: str, words: str) -> None:
    assert article_of(read(forms.book([html]))).text == f"A book\n{words}"


@pytest.mark.parametrize("alt", ["", "A crane over the water"])
def test_a_caption_that_is_the_only_words_of_a_picture_is_shown_as_its_words(alt: str) -> None:
    words = "A crane over the water"
    figure = f"<figure><img alt='{alt}'/><figcaption>{words}</figcaption></figure>"
    draft = read(forms.book([f"<p>One.</p>{figure}<p>Two.</p>"]))
    assert draft.body == f"One.\n\n![{words}](<>)\n\nTwo.\n"


def test_a_caption_that_says_more_than_its_picture_stands_below_it() -> None:
    figure = "<figure><img alt='A crane'/><figcaption>It stood for weeks.</figcaption></figure>"
    body = read(forms.book([figure])).body
    assert body == "![A crane](<>)\n\nIt stood for weeks.\n"


def test_a_caption_of_a_table_is_no_picture_although_one_stands_above() -> None:
    page = "<p><img alt=''/></p><p>One.</p><figcaption>Table 1: boats</figcaption>"
    assert read(forms.book([page])).body == "One.\n\nTable 1: boats\n"


def test_lines_of_a_cell_stay_lines() -> None:
    rows = "<tr><td>Rain</td><td>3,508<br/>3,120</td></tr><tr><td>a</td><td>b</td></tr>"
    assert "| 3,508<br>3,120 |" in read(forms.book([f"<table>{rows}</table>"])).body


def test_the_numbers_of_a_list_are_those_that_it_shows() -> None:
    page = '<ol start="3"><li>third</li><li value="7">seventh</li><li>eighth</li></ol>'
    assert read(forms.book([page])).body == "3. third\n7) seventh\n8) eighth\n"


def test_a_list_right_below_another_counts_from_its_own_number() -> None:
    page = (
        '<p>Before.</p><ol><li>one</li><li value="4">four</li></ol><ol><li>first</li></ol>'
        "<ul><li>a boat</li></ul><ul><li>a barge</li></ul>"
    )
    body = read(forms.book([page])).body
    assert "1. one\n4) four\n\n1. first\n\n- a boat\n\n* a barge" in body


def test_elements_inside_each_other_without_end_are_read() -> None:
    page = "<div>" * 100_000 + "<p>Words</p>" + "</div>" * 100_000
    assert article_of(read(forms.book([page]))).text == "A book\nWords"


def test_a_book_that_unpacks_to_too_much_ends_in_one_line() -> None:
    with pytest.raises(InputError, match="unpacks to more than"):
        read(forms.book(["<p>" + " " * (MOST_BYTES + 1) + "</p>"]))


def test_a_document_of_more_elements_than_memory_holds_ends_in_one_line() -> None:
    body = "<w:document>" + "<w:p><w:r/></w:p>" * 130_000 + "</w:document>"
    files: dict[str, str | bytes] = {"[Content_Types].xml": "", "word/document.xml": body}
    with pytest.raises(InputError, match="has more than 250000 elements"):
        read(forms.zipped(files))


def test_a_book_of_more_elements_than_memory_holds_ends_in_one_line_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(epub, "read_whole", lambda *_, **__: pytest.fail("a chapter was read"))
    with pytest.raises(InputError, match="has more than 250000 elements"):
        read(forms.book(["<p>Boats</p>" * 130_000] * 2))


_MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_POWER = (
    f'<m:oMath xmlns:m="{_MATH}"><m:sSup><m:sSupPr><m:ctrlPr/></m:sSupPr><m:e><m:r><m:rPr/>'
    "<m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>6</m:t></m:r></m:sup></m:sSup></m:oMath>"
)
_FRACTION = (
    f'<m:oMath xmlns:m="{_MATH}"><m:f><m:num><m:r><m:t>3</m:t></m:r></m:num>'
    "<m:den><m:r><m:t>4</m:t></m:r></m:den></m:f></m:oMath>"
)


@pytest.mark.parametrize(
    ("inner", "words"),
    [
        ('<w:fldSimple w:instr=" SEQ Table "><w:r><w:t>7</w:t></w:r></w:fldSimple>', "7"),
        ('<w:bdo w:val="rtl"><w:r><w:t>8</w:t></w:r></w:bdo>', "8"),
        (_POWER, "10^6"),
        (_FRACTION, "3/4"),
    ],
    ids=["field", "direction", "power", "fraction"],
)
def test_numbers_in_fields_and_formulas_of_word_are_read(inner: str, words: str) -> None:
    body = f"<w:p><w:r><w:t>Table </w:t></w:r>{inner}<w:r><w:t> boats</w:t></w:r></w:p>"
    assert read(forms.word(body)).body == f"Table {words} boats\n"


def test_words_that_word_strikes_through_are_named_as_left_out() -> None:
    struck = "<w:r><w:rPr><w:strike/></w:rPr><w:t>12 &amp; more</w:t></w:r>"
    body = f"<w:p><w:r><w:t>It cost </w:t></w:r>{struck}<w:r><w:t> 14 euros.</w:t></w:r></w:p>"
    draft = read(forms.word(body))
    assert (draft.body, draft.dropped) == ("It cost 14 euros.\n", ("12 & more",))


def test_a_large_first_letter_is_one_of_its_word() -> None:
    body = (
        '<w:p><w:pPr><w:framePr w:dropCap="drop" w:lines="3"/></w:pPr><w:r><w:t>T</w:t></w:r></w:p>'
        '<w:p><w:pPr><w:jc w:val="both"/></w:pPr><w:r><w:t>he dam held.</w:t></w:r></w:p>'
        "<w:p><w:r><w:t>So it was.</w:t></w:r></w:p>"
    )
    assert read(forms.word(body)).body == "The dam held.\n\nSo it was.\n"


def test_a_style_that_does_not_say_what_it_is_of_keeps_no_document_from_being_read() -> None:
    styles = '<w:style w:styleId="x"><w:name w:val="Boats"/></w:style><w:style></w:style>'
    assert read(forms.word("<w:p><w:r><w:t>Words.</w:t></w:r></w:p>", styles)).body == "Words.\n"


@pytest.mark.parametrize("cut", [200, 600])
def test_a_broken_book_ends_in_one_line(cut: int) -> None:
    with pytest.raises(InputError, match=r"damaged|ZIP"):
        read(forms.book(["<p>Words.</p>"])[:cut])


def test_a_book_whose_pages_are_pictures_is_said_to_be_one() -> None:
    with ZipFile(io.BytesIO(forms.book(["<svg><path/></svg>"]))) as book:
        files: dict[str, str | bytes] = {name: book.read(name) for name in book.namelist()}
    with pytest.raises(InputError, match="pages of this book are pictures") as caught:
        read(forms.zipped({**files, "OEBPS/one.svg": "<svg/>"}))
    assert "ocrmypdf" in str(caught.value.remedy)
    with pytest.raises(InputError, match="no text in this book"):
        read(forms.zipped(files))


def test_a_package_that_declares_entities_is_refused() -> None:
    package = '<!DOCTYPE p [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><package>&b;</package>'
    container = '<container><rootfile full-path="p.opf"/></container>'
    files = {"mimetype": "application/epub+zip", "META-INF/container.xml": container}
    with pytest.raises(InputError, match="damaged"):
        read(forms.zipped({**files, "p.opf": package}))


def test_the_number_of_a_page_is_no_word_of_the_text() -> None:
    page = '<p>Words <span epub:type="pagebreak" title="7" id="p7">7</span> go on.</p>'
    article = article_of(read(forms.book([page])))
    assert article.text == "A book\nWords go on."
    assert [page.label for page in article.pages] == ["7"]


def test_a_picture_is_told_from_the_text_and_what_stands_in_for_a_player_is_left_out() -> None:
    page = (
        '<p><img src="a.png" alt="A [red] boat!"/></p><p>So it is![<b>1</b>]</p>'
        "<video><p>Your system cannot play this.</p></video><canvas>Nor draw it.</canvas>"
    )
    draft = read(forms.book([page]))
    assert r"![A \[red\] boat!](<>)" in draft.body
    document = open_document(draft.body, name="report")
    assert document.article().text == "A [red] boat!\nSo it is![1]"
    assert [run.style for run in document.chunk(0).blocks[0].runs] == [Style.IMAGE]


def test_a_book_that_was_packed_by_hand_is_one() -> None:
    with ZipFile(io.BytesIO(forms.book(["<p>Words.</p>"]))) as book:
        files: dict[str, str | bytes] = {
            name: book.read(name) for name in reversed(book.namelist())
        }
    assert article_of(read(forms.zipped(files))).text == "A book\nWords."


# Word


def test_a_word_document_has_its_title_headings_lists_and_tables() -> None:
    report = load("en")
    article = article_of(read(forms.docx(report)))
    assert article.title == report.title
    assert [(s.heading, s.level) for s in article.sections if s.heading] == report.headings()
    assert differences(report.words(notes=False), article.text.split()) == 0


def test_a_broken_word_document_ends_in_one_line() -> None:
    data = forms.zipped({"word/document.xml": "<w:document", "[Content_Types].xml": "<Types/>"})
    assert kind_of(Original(data, "a.docx", "a.docx")) == "docx"
    with pytest.raises(InputError, match="damaged"):
        read(data)


# What cannot be read

RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><link>https://e.org</link>
<item><title>One</title><link>https://example.org/one</link></item></channel></rss>"""
ATOM = b"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>News</title>
<entry><title>One</title><link href="https://example.org/one"/></entry></feed>"""
JSON_FEED = b'{"version": "https://jsonfeed.org/version/1.1", "items": [{"url": "https://example.org/one"}]}'


@pytest.mark.parametrize(
    ("data", "what", "remedy"),
    [
        (RSS, "feed", "https://example.org/one"),
        (ATOM, "feed", "https://example.org/one"),
        (JSON_FEED, "feed", "https://example.org/one"),
        (b"\x1f\x8b\x08\x00rest", "gzip", "gunzip page.html.gz"),
        (forms.zipped({"a.txt": "words"}), "ZIP archive", "unzip"),
        (
            forms.zipped({"mimetype": "application/vnd.oasis.opendocument.text"}),
            "LibreOffice",
            "docx",
        ),
        (b"{\\rtf1 words}", "RTF", "libreoffice"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old office program", "libreoffice"),
    ],
    ids=["rss", "atom", "json feed", "gzip", "zip", "odt", "rtf", "doc"],
)
def test_what_cannot_be_read_is_named_with_what_would_help(
    data: bytes, what: str, remedy: str
) -> None:
    with pytest.raises(InputError, match=what) as caught:
        read(data, "page.html.gz")
    assert remedy in str(caught.value.remedy)
    assert "\n" not in str(caught.value)


def test_what_a_book_or_word_document_shows_stands_there_once_and_as_it_is_set() -> None:
    html = (
        "<p>We saw <s>12</s> 14 of them.</p><table><caption>Boats</caption><tr><td>a</td><td>b</td>"
        "</tr><tr><td>c</td><td>d</td></tr></table><figure><img alt='The boat'/>"
        "<figcaption>The boat</figcaption></figure><img alt='A sail'/>"
        "<figcaption>The sail, Monday</figcaption><pre>one:<br/>  two</pre>"
    )
    words = [piece.text.split("\n") for piece in read_whole(html).pieces]
    assert [line for lines in words for line in lines] == [
        "We saw 14 of them.",
        *("Boats", "a\tb", "c\td"),
        *("The boat", "A sail", "The sail, Monday"),
        *("one:", "  two"),
    ]


@pytest.mark.parametrize(
    "account", ["Microsoft Office User", "Utente di Windows", "Windows-Benutzer", "Report Admin"]
)
def test_an_account_that_a_program_names_is_no_author(account: str) -> None:
    assert authors_in([account, "Anna Userin; Carl Dahl"]) == ("Anna Userin", "Carl Dahl")


def test_authors_and_day_of_a_title_page_are_in_the_front_matter_and_not_in_the_text() -> None:
    parts = [
        Piece(text, text) for text in ("A report", "Anna Berg", "2026-05-30", "Anna Berg went.")
    ]
    authors = authors_in(["Anna Berg; Carl Dahl"])
    assert authors == ("Anna Berg", "Carl Dahl")
    left, said = without_credits(parts, authors)
    assert [part.text for part in left] == ["A report", "Anna Berg went."]
    assert said.published == "2026-05-30"


def test_a_book_whose_title_stands_on_a_page_of_its_own_and_above_its_text_says_it_once() -> None:
    pages = [
        "<h1>A book</h1><p>Anna Rossi</p><p>3. September 2025</p>",
        "<h1>A book</h1><p>Words.</p><h2>One</h2><p>More.</p><h3>Inner</h3><p>Most.</p>",
    ]
    meta = "<dc:date>3. September 2025</dc:date><dc:creator>Anna Rossi</dc:creator>"
    draft = read(forms.book(pages, meta=meta))
    article = article_of(draft)
    assert article.text == "A book\nWords.\nOne\nMore.\nInner\nMost."
    assert [(s.heading, s.level) for s in article.sections[1:]] == [("One", 2), ("Inner", 3)]
    assert (draft.published, draft.authors) == ("2025-09-03", ("Anna Rossi",))
