"""What stands at the edge of pages goes where it runs along, and only there."""

from __future__ import annotations

from dataclasses import replace

from briefing.parsing.importers.pdf.lines import Box, Gap, Page, Stretch
from briefing.parsing.importers.pdf.margins import take_margins

WORDS = "The boats came home in the evening of that day and nobody was hurt, it is said here."


def page(index: int, *heads: str, size: float = 10.0, text: int = 6, below: float = 30.0) -> Page:
    """A page with lines at its top, 14 points apart, and its text so far below them."""
    top = [Stretch(head, 50, 300, 700 - 14 * at, size, False) for at, head in enumerate(heads)]
    first = 714 - 14 * len(heads) - below
    lines = [
        Stretch(WORDS[7 * index + at :], 50, 500, first - 12 * at, 10, False) for at in range(text)
    ]
    return Page(index, str(index + 1), [*top, *lines])


def left(pages: list[Page]) -> list[str]:
    take_margins(pages)
    return [s.text for each in pages for s in each.stretches if not WORDS.endswith(s.text)]


def test_the_number_of_a_page_may_stand_now_before_and_now_behind_the_words() -> None:
    heads = ("Harbour Office 2026 15", "16 Harbour Office 2026", "Harbour Office 2026 17")
    assert left([page(at, head) for at, head in enumerate(heads)]) == []


def test_two_pages_are_enough_where_heads_carry_their_numbers_at_either_end() -> None:
    assert left([page(0, "The Yearbook 1"), page(1, "2 Harbour Office")]) == []
    close = [page(0, "The Yearbook 1", below=12), page(1, "2 Harbour Office", below=12)]
    assert left(close) == ["The Yearbook 1", "2 Harbour Office"]


def test_the_head_of_the_second_page_of_two_goes_where_its_number_stands_apart() -> None:
    head = "Harbour Office 2"
    pages = [page(0), page(1, head)]
    assert left(pages) == [head]
    apart = (Gap(2, 120, 280),)
    pages[1].stretches[0] = replace(pages[1].stretches[0], gaps=apart)
    assert left([*pages, page(2)]) == [head]
    assert left(pages) == []


def test_what_a_program_writes_below_the_foot_of_one_page_goes_with_it() -> None:
    pages = [page(at) for at in range(3)]
    for each in pages:
        foot = Stretch(f"Page {each.index + 1} of 3", 50, 300, 40, 8, bold=False)
        each.stretches.append(foot)
    pages[2].stretches.append(Stretch("Made with a program", 50, 300, 20, 6, bold=False))
    assert left(pages) == []
    pages = [page(at) for at in range(3)]
    pages[2].stretches.append(Stretch("Made by hand", 50, 300, 20, 6, bold=False))
    assert left(pages) == ["Made by hand"]


def test_a_caption_that_is_repeated_goes_with_the_line_that_says_it_goes_on() -> None:
    caption = "Table 3. Boats of the harbour"
    pages = [page(0, caption, "by their crews"), page(1, caption, "by their crews – Continued")]
    assert left(pages) == [caption, "by their crews"]
    pages = [page(0, caption, "by their crews"), page(1, caption, "Boats that sank")]
    assert left(pages) == [caption, "by their crews", "Boats that sank"]


def test_a_large_number_of_a_chapter_is_none_of_its_page() -> None:
    pages = [page(at, f"Chapter {at + 1}", size=20) for at in range(4)]
    assert left(pages) == ["Chapter 1", "Chapter 2", "Chapter 3", "Chapter 4"]


def test_marks_to_cut_pages_by_go_with_what_stands_between_them() -> None:
    heads = [("✂", f"“book” - 2026/5/3 - page {at} - #{at}", "✂") for at in range(1, 4)]
    pages = [page(at, *lines) for at, lines in enumerate(heads)]
    for each in pages:
        each.stretches[:3] = [replace(s, right=s.left + 10) for s in each.stretches[:3]]
    assert left(pages[:2]) == [*heads[0], *heads[1]]
    assert left(pages) == []


def test_headings_that_count_with_the_pages_are_no_running_heads() -> None:
    heads = ("1 Boats", "2 Crews", "3 Nets")
    pages = [page(at, head) for at, head in enumerate(heads)]
    for each in pages:
        each.stretches[0] = replace(each.stretches[0], bold=True, size=11)
    assert left(pages) == list(heads)


def test_an_article_with_the_number_of_its_page_is_text_and_a_number_outside_it_is_none() -> None:
    pages = [page(0, "Words"), page(1, "Article 2", below=12), page(2, "Words that are others")]
    assert left(pages) == ["Words", "Article 2", "Words that are others"]
    pages = [page(0, text=8, below=60), page(1, "Page 2", below=30)]
    assert left(pages) == []


def test_small_heads_of_a_word_and_the_number_of_the_page_go() -> None:
    names = ("Boats 1", "The crews 2", "Harbours 3")
    assert left([page(at, name, size=8) for at, name in enumerate(names)]) == []


def test_a_head_over_three_columns_is_no_head_of_a_table() -> None:
    pages = []
    for at in range(2):
        head = Stretch(f"Harbour Office {at + 1}", 420, 500, 700, 8, False)
        texts = [
            Stretch(
                WORDS[column : column + 30], 50 + 160 * column, 190 + 160 * column, y, 10, False
            )
            for column in range(3)
            for y in (688, 676, 664)
        ]
        parted = replace(head, gaps=(Gap(2, 480, 492),))
        pages.append(Page(at, str(at + 1), [parted, *texts]))
    take_margins(pages)
    assert all(len(each.stretches) == 9 for each in pages)


def test_captions_that_count_with_the_pages_stay_and_those_of_the_next_page_do_not() -> None:
    captions = ("Table 1. Boats", "Table 2. Crews", "Table 3. Nets", "Table 3. Nets")
    pages = [page(at, caption) for at, caption in enumerate(captions)]
    assert left(pages) == ["Table 1. Boats", "Table 2. Crews", "Table 3. Nets"]


def test_words_that_stand_close_to_the_text_at_the_height_of_a_head_are_text() -> None:
    pages = [page(at, "Harbour Office") for at in range(5)]
    pages.append(page(5, "One line of the text", below=12))
    assert left(pages) == ["One line of the text"]


def test_entries_of_a_table_of_contents_are_no_running_titles() -> None:
    contents = [page(at, f"{name} ... {at + 20}") for at, name in enumerate(("Nets", "Sea", "Ice"))]
    chapters = [page(at + 3, text=3) for at in range(3)]
    for each, name in zip(chapters, ("Nets", "Sea", "Ice"), strict=True):
        each.stretches.append(Stretch(name, 50, 90, 500, 14, True))
    assert left([*contents, *chapters])[:3] == ["Nets ... 20", "Sea ... 21", "Ice ... 22"]


def _with_titles(pages: list[Page], names: tuple[str, ...]) -> list[Page]:
    """The pages and, behind them, one with each name in large type in the middle of its text."""
    more = [page(len(pages) + at, text=3) for at in range(len(names))]
    for each, name in zip(more, names, strict=True):
        each.stretches.append(Stretch(name, 50, 90, 500, 14, True))
    return [*pages, *more]


def test_headings_that_begin_a_page_now_and_then_are_no_running_titles() -> None:
    names = ("Nets of the port", "The open sea", "Ice in winter")
    pages = [page(at, *(names[at // 9],) * (at % 9 == 0), below=12) for at in range(27)]
    assert left(_with_titles(pages, names)) == [*names, *names]
    each = [page(at, names[at // 9], below=12) for at in range(27)]
    assert left(_with_titles(each, names)) == [*names]


def test_a_line_whose_words_stand_far_apart_is_no_running_head() -> None:
    names = ("boats", "nets", "crews")
    pages = [page(at, text=6) for at in range(3)]
    for each, name in zip(pages, names, strict=True):
        words = ("all", "the", name, "came", "home", "again")
        first = each.stretches[0].base + 30
        each.stretches[:0] = [
            Stretch(word, 50 + 60 * at, 80 + 60 * at, first, 10, False)
            for at, word in enumerate(words)
        ]
    assert left(_with_titles(pages, names))[:6] == ["all", "the", "boats", "came", "home", "again"]


def test_notes_whose_numbers_count_with_the_pages_are_no_running_feet() -> None:
    notes = ("3 The crews were counted in May.", "4 The boats were counted in June.")
    pages = [footed(at, note) for at, note in enumerate(notes)]
    assert left(pages) == [*notes]


def footed(index: int, *feet: str) -> Page:
    """A page with a line close below its text for each but the last foot, which stands apart."""
    *close, last = feet
    above = page(index, text=8)
    end = above.stretches[-1].base
    lines = [Stretch(words, 50, 300, end - 12 * at, 9, False) for at, words in enumerate(close, 1)]
    return replace(
        above, stretches=[*above.stretches, *lines, Stretch(last, 50, 300, 40, 9, False)]
    )


def test_the_same_source_close_below_the_text_of_a_few_pages_is_no_running_foot() -> None:
    source, foot = "Source: Harbour Office, own counts", "Harbour Office, Yearbook"
    sourced = {2, 6}
    pages = [footed(at, *[source][: at in sourced], foot) for at in range(9)]
    assert left(pages) == [source, source]


def test_what_stands_close_below_the_text_of_most_pages_is_a_running_foot() -> None:
    pages = [footed(at, "Harbour Office, Yearbook", str(at + 1)) for at in range(9)]
    assert left(pages) == []


def test_a_foot_that_looks_like_a_caption_goes_from_its_first_page_on() -> None:
    assert left([footed(at, "Version 2.3- September") for at in range(4)]) == []


def test_a_head_with_the_number_of_its_page_goes_also_above_the_head_of_a_table() -> None:
    heads = [f"Harbour Office 4770{at}" for at in range(5)]
    pages = [page(at, head) for at, head in enumerate(heads)]
    cells = [
        Stretch(words, left, left + 20, base, 8, False)
        for base, row in ((690, ("Boat", "Crew")), (680, ("Anna", "4")), (670, ("Piet", "5")))
        for words, left in zip(row, (60, 320), strict=True)
    ]
    head = Stretch("Harbour Office", 50, 150, 700, 10, False)
    number = Stretch("47703", 310, 340, 700, 10, False)
    pages[3] = replace(pages[3], stretches=[head, number, *cells, *pages[3].stretches[1:]])
    assert left(pages) == [cell.text for cell in cells]


def test_a_page_that_stands_twice_has_no_running_text() -> None:
    pages = [page(0, text=9), *(page(at, "The words of a deed", text=9) for at in (1, 2))]
    pages[2] = replace(pages[1], index=2)
    assert left(pages) == ["The words of a deed"] * 2


def test_a_heading_that_only_the_next_page_says_again_is_left_once() -> None:
    heads = {4: "Part B. Boats and their crews", 5: "Part B. Boats and their crews"}
    pages = [page(at, heads[at]) if at in heads else page(at) for at in range(10)]
    assert left(pages) == ["Part B. Boats and their crews"]


def test_a_head_of_two_pages_among_other_heads_runs_along() -> None:
    names = ("of the crews", "of the crews", "of the nets", "of the nets", "of the boats")
    pages = [page(at, f"A history {names[at // 2]}") for at in range(10)]
    assert left(pages) == []


def test_a_head_that_a_heading_of_the_text_says_runs_along() -> None:
    pages = [page(at) for at in range(10)]
    for at in (4, 5):
        pages[at] = page(at, "Boats and their crews")
    pages[3].stretches.append(Stretch("Boats and their crews", 50, 300, 400, 14, True))
    assert left(pages) == ["Boats and their crews"]


def test_a_fifth_line_that_says_what_goes_on_runs_along_and_no_other_does() -> None:
    above = ("Contents", "THE HARBOUR", "NOTES TO THE YEARBOOK", "(in boats)")
    pages = [page(at, *above, "Note 1 – Boats and crews (continued)") for at in range(4)]
    assert left(pages) == []
    pages = [page(at, *above, "Boats and their crews") for at in range(4)]
    assert left(pages) == ["Boats and their crews"] * 4


def test_chapters_that_bold_entries_of_the_contents_name_are_no_running_heads() -> None:
    names = ("BOATS", "CREWS", "HARBOURS", "NETS")
    pages = [page(at, name) for at, name in enumerate(names, 1)]
    for each in pages:
        each.stretches[0] = replace(each.stretches[0], bold=True)
    entries = [
        Stretch(f"{name} {'.' * 40} {at}", 50, 500, 500 - 12 * at, 10, True)
        for at, name in enumerate(names, 1)
    ]
    contents = page(0)
    contents.stretches += entries
    assert left([contents, *pages])[4:] == list(names)


def test_the_sign_of_a_document_runs_along_though_it_has_hardly_a_letter() -> None:
    assert left([page(at, "No. 21-50498", size=11) for at in range(4)]) == []


def test_large_headings_that_begin_pages_stay_though_small_heads_say_them_again() -> None:
    pages: list[Page] = []
    for name in ("The boats of the port", "The crews of the year", "The nets of the town"):
        pages.append(page(len(pages), name, size=18))
        pages.append(page(len(pages), name, size=8))
        pages[-1].stretches[0] = replace(pages[-1].stretches[0], base=720)
    kept = ["The boats of the port", "The crews of the year", "The nets of the town"]
    assert left(pages) == kept


def test_the_number_of_a_page_may_stand_between_dashes() -> None:
    heads = ("-1- Harbour Office", "Harbour Office -2-", "-3- Harbour Office")
    assert left([page(at, head) for at, head in enumerate(heads)]) == []


def test_a_head_that_ends_with_the_name_of_the_section_runs_along_by_its_beginning() -> None:
    heads = ("HB 12 – Foreword", "HB 12 – Terms", "HB 12 – Tests of boats")
    assert left([page(at, head) for at, head in enumerate(heads)]) == []
    counted = ("Annex 1 – Boats", "Annex 2 – Nets", "Annex 3 – Tests")
    assert left([page(at, head) for at, head in enumerate(counted)]) == [*counted]


def test_the_title_at_the_edge_of_a_single_later_page_is_a_running_head() -> None:
    title = "What the boats of the harbour have landed"
    first = page(0)
    first.stretches.append(Stretch(title, 60, 400, 800, 18, True))
    pages = [first, page(1), page(2, title), page(3, "What the boats of another harbour did")]
    assert left(pages).count(title) == 1
    assert "What the boats of another harbour did" in left(pages)


def test_heads_of_a_long_title_and_a_section_run_along_at_either_edge_of_the_page() -> None:
    title = "What the boats of all the northern harbours have landed"
    heads = (f"{title} |", f"{title} | Boats", f"{title} | Terms and their use")
    assert left([page(at, head) for at, head in enumerate(heads)]) == []
    heads = ("Boats · Yearbook", "Terms and their use · Yearbook", "Tests · Yearbook")
    assert left([page(at, head) for at, head in enumerate(heads)]) == []


def test_the_title_beside_the_name_of_a_section_is_a_running_head() -> None:
    title = "What the boats of the harbour have landed"
    first = page(0)
    first.stretches.append(Stretch(title, 60, 400, 800, 18, True))
    pages = [first, page(1, f"{title} | Terms"), page(2), page(3, f"Boats – {title}")]
    assert left(pages) == [title]


def test_a_head_of_one_page_goes_where_a_line_as_wide_as_the_text_is_drawn_below_it() -> None:
    def pages(right: float, *, below: float = 40.0) -> list[Page]:
        both = [page(0), page(1, "Harbour Office", below=below)]
        both[1].stretches.insert(1, Stretch("Report 7", 440, 500, 700, 10, bold=False))
        both[1].bars.append(Box(50, right, 695, 696))
        return both

    assert left(pages(500)) == []
    assert left(pages(300)) == ["Harbour Office", "Report 7"]
    assert left(pages(500, below=16)) == ["Harbour Office", "Report 7"]
