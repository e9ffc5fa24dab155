"""Lines, what they are, and that none is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from worst import assert_linear

from qwenfacts.reading.structure.layout import blocks_of
from qwenfacts.reading.structure.lineforms import Line, bare_of, is_meta, is_title, label_of, story_heading
from qwenfacts.reading.structure.tables import is_header, is_rule, table_rows
from qwenfacts.report import Block
from qwenfacts.values import Span


def kinds(text: str) -> list[str]:
    return [block.kind for block in blocks_of(text)[0]]


def kind(
    line: str, before: str = "Acme Weekly Report\n\nFirst words.\n\n", after: str = "\n\nLast words."
) -> str:
    blocks, _ = blocks_of(before + line + after)
    (block,) = [block for block in blocks if block.text == line.strip()]
    return block.kind


# -- one line ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "bare", "led"),
    [
        ("Plain words", "Plain words", False),
        ("📰 News", "News", True),
        ("👩🏽‍💻 People", "People", True),
        ("**Unclosed bold", "Unclosed bold", True),
        ("**Closed bold**", "Closed bold", True),
        ("## Outlook ##", "Outlook", True),
        ("\ufeffTitle", "Title", False),
        ("1️⃣ First", "1. First", True),
        ("1️⃣0️⃣ Tenth", "10. Tenth", True),
        ("📌 2\u20e3 Second 📌", "2. Second", True),
        ("1️⃣", "1️⃣", False),
        ("📌 2. Second", "2. Second", True),
        ("* item", "* item", False),
        ("🚀", "🚀", False),
        ("...", "...", False),
    ],
)
def test_ornaments_are_left_out(line: str, bare: str, led: bool) -> None:
    assert bare_of(line) == (bare, led)


@pytest.mark.parametrize(
    ("line", "number", "title"),
    [
        ("Story 1: A deal", 1, "A deal"),
        ("Story 1 — A deal", 1, "A deal"),
        ("Story 1 - A deal", 1, "A deal"),
        ("Insight 2: A deal", 2, "A deal"),
        ("KEY THEME #3 | A deal", 3, "A deal"),
        ("Top Story Four – A deal", 4, "A deal"),
        ("Development 2 of 5: A deal", 2, "A deal"),
        ("Signal No. 2/5: A deal", 2, "A deal"),
        ("📰 Story 12: A deal", 12, "A deal"),
        ("1. A deal", 1, "A deal"),
        ("1) A deal", 1, "A deal"),
        ("(1) A deal", 1, "A deal"),
        ("📌 1. A deal", 1, "A deal"),
        ("1️⃣ A deal", 1, "A deal"),
        ("## 3. A deal", 3, "A deal"),
    ],
)
def test_headings_of_stories(line: str, number: int, title: str) -> None:
    assert kind(line) == "heading"
    assert story_heading(blocks_of(line)[1][0]) == (number, title)


@pytest.mark.parametrize(
    "line",
    [
        "  1. indented",
        "1. a deal",
        "1. It was signed.",
        "1. https://a.example",
        "1.5 times as much",
        "Chapter 1: A deal",
        "1. " + "Word " * 30,
        "2027. A deal",
    ],
)
def test_what_heads_no_story(line: str) -> None:
    bare, led = bare_of(line.strip())
    indent = len(line) - len(line.lstrip())
    assert story_heading(Line(0, len(line), line.strip(), indent, 0, bare, led)) is None


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("What happened: It rose.", ("What happened", "It rose.")),
        ("Price: $4", ("Price", "$4")),
        ("Voice: “so it is”", ("Voice", "“so it is”")),
        ("Results:", ("Results", "")),
        ("He said: maybe", None),
        ("lower case: No", None),
        ("One two three four five six seven: No", None),
        ("At 9:30 it rose", None),
        ("no label", None),
    ],
)
def test_labels(text: str, label: tuple[str, str] | None) -> None:
    assert label_of(text) == label


def test_titles_and_meta_lines() -> None:
    assert is_title("Acme — Weekly Intelligence Report 7 May 2027")
    assert is_title("Acme Insights for the week")
    assert not is_title("Insights")
    assert not is_title("A report came out.")
    assert not is_title("report " + " ".join(f"word{n}" for n in range(30)))
    assert is_meta("(Last 7 Days)")
    assert is_meta("Posted on May 7, 2027 at 04:12 PM")
    assert is_meta("Audience: Buyers")
    assert is_meta("Coverage window: May 1–7, 2027")
    assert is_meta("Issue 27")
    assert is_meta("Vol. 3 | No. 7")
    assert is_meta("Week 19, 2027 (May 10 to 16)")
    assert not is_meta("Issue 2: A deal")
    assert not is_meta("Prices: Up")


# -- kinds ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Market Impact", "heading"),
        ("Market Impact:", "heading"),
        ("🔭 Looking Ahead", "heading"),
        ("Why does it matter?", "heading"),
        ("📈 Why now?", "heading"),
        ("Outlook: The Week", "heading"),
        ("Sales rose 4%.", "paragraph"),
        ("Sales rose 4%. (Reuters)", "paragraph"),
        ("“Sales rose 4%.” (Reuters)", "paragraph"),
        ("Market view: Prices rose", "paragraph"),
        ("market words", "paragraph"),
        ("A much longer line of words than any heading would ever want to have here", "paragraph"),
        ("One two three four five six seven:", "paragraph"),
        ("~ ~ ~", "paragraph"),
        ("— — —", "list_item"),
        ("Is it true that prices will rise again next year?", "paragraph"),
        ("See https://a.example for more", "paragraph"),
        ("12. it went on", "list_item"),
        ("• A point", "list_item"),
        ("- A point", "list_item"),
        ("  1. A point", "list_item"),
        ("Published: 7 May 2027", "label"),
        ("Sources: Reuters", "label"),
        ("**Sources:** Reuters", "label"),
        ("**Sources**: Reuters and CNBC", "label"),
        ("_Source: Reuters; CNBC_", "label"),
        ("(Sources: Reuters, CNBC)", "label"),
        ("sources: Reuters", "label"),
        ("SOURCES: REUTERS", "label"),
        ("Source(s): company filing", "label"),
        ("Source – Reuters", "label"),
        ("Date – 7 May 2027", "label"),
        ("Primary source: Reuters", "label"),
        ("Source https://a.example/b", "label"),
        ("📰 Reported by: Reuters", "label"),
        ("Sources: Reuters, May 3.", "label"),
        ("When: Thursday night", "label"),
        ("Took effect: 4 May 2027 — in Oslo Source: Reuters", "label"),
        ("Signed: 40 clubs have a new coach", "paragraph"),
        ("- Source: Reuters", "label"),
        ("- Published: May 4, 2027", "label"),
        ("- Published: A book on chips came out", "list_item"),
        ("- Coverage: Half the country has it", "list_item"),
        ("Source: –", "heading"),
        ("Source of pride: Reuters", "paragraph"),
        ("Date – what comes", "heading"),
        ("Released: The market was told of it very late in the day", "paragraph"),
        ("Sources: They said so in a long talk of which we heard as much as was let out of it.", "paragraph"),
        ("Sales rose by 4%. [The Harbour Post]", "paragraph"),
        ("Sales rose by 4%.[1][2]", "paragraph"),
        ("(Reuters)", "paragraph"),
        ("It came to Spain. Source: Reuters", "paragraph"),
        ("🔗 lemonde.fr/a", "link"),
        ("🔗 https://a.example/b", "link"),
        ("(blog.example)", "link"),
    ],
)
def test_kinds(line: str, expected: str) -> None:
    assert kind(line) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("- Reuters\n- CNBC, 5 May", "list_item list_item"),
        ("1. Reuters – A – May 5\n\n2. CNBC\n\n3. The Quill – B – May 6", "list_item list_item list_item"),
        ("[1] Reuters\n(2) CNBC: A title", "list_item list_item"),
        ("Reuters\nStory 1: CNBC\nhttps://a.example", "label label link"),
        ("This was made with care.\nReuters, May 5, 2027.", "paragraph label"),
        ("Reuters\nOutlook\nIt may rise.", "label heading paragraph"),
        ("Reuters\nWhat it means:\nIt may rise.", "label heading paragraph"),
        ("Reuters\n🔭 Next\nIt may rise.", "label heading paragraph"),
        ("Reuters\n\nThe Week in Shops\n\nThey were full.", "label heading paragraph"),
        ("Reuters\n\nCNBC, May 5\n\nThe Week in Shops\n\nThey were full.", "label heading heading paragraph"),
        ("Event Source\nA thing Reuters", "table_row table_row"),
        ("Reuters\n2. A Third Story\n\nText.", "label heading paragraph"),
    ],
)
def test_lines_under_a_heading_of_sources_are_its_entries(lines: str, expected: str) -> None:
    gap = "\n" if lines.startswith("1.") else ""
    found = kinds(f"Acme Weekly Report\n\n1. A story\n\nText.\n\nSources\n{gap}{lines}\n")
    assert found[4:] == expected.split()


def test_a_numbered_title_may_ask() -> None:
    assert kinds("Acme Weekly Report\n\n1. How Open Is Open?\n\nText.\n\n2. On and on!\n\nText.") == [
        "title",
        "heading",
        "paragraph",
        "heading",
        "paragraph",
    ]


def test_without_blank_lines_a_sentence_with_its_source_is_no_heading() -> None:
    text = (
        "Acme Weekly Report\nSummary\nSales rose. (Reuters)\nCosts fell. (The Harbour Post)\nOutlook\nCalm."
    )
    assert kinds(text) == ["title", "heading", "paragraph", "paragraph", "heading", "paragraph"]


def test_a_question_in_running_text_is_no_heading() -> None:
    assert kinds("Acme Weekly Report\n\nFirst.\nWhat now?\nLast.")[2] == "paragraph"


def test_the_last_line_is_a_heading_only_with_an_ornament() -> None:
    assert kinds("First.\n\nThe End") == ["paragraph", "paragraph"]
    assert kinds("First.\n\n🔚 The End") == ["paragraph", "heading"]


def test_numbers_in_brackets_number_a_list() -> None:
    assert kinds("Summary\n(1) It rose.\n(2) It fell.\n") == ["heading", "list_item", "list_item"]


def test_numbered_lines_that_follow_one_another_are_a_list() -> None:
    assert kinds("Words here.\n\n1. One\n2. Two\n\nMore.\n\n3. Three\n\nEnd.") == [
        "paragraph",
        "list_item",
        "list_item",
        "paragraph",
        "heading",
        "paragraph",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Acme Weekly Report, May 7, 2027\n\nPosted on May 7, 2027\n\n🌐 Acme Weekly Report\n\nText.",
            "title meta title",
        ),
        (
            "Up It Goes\n\nReport — Weekly Acme Insights (May 1–7, 2027)\nDate: May 7, 2027\nText.",
            "title title meta",
        ),
        ("Up it goes.\nWeekly Acme Report\nText.", "title title"),
        ("Up it goes.\nText.", "paragraph"),
        ("Acme Weekly Report\nPublished May 7, 2027\nText.", "title meta"),
        ("Acme Weekly Report\nReleased on May 7, 2027, it is cheap.\nText.", "title paragraph"),
        ("**Acme Weekly Insight Report\n(Last 7 Days)\nText.", "title meta"),
        ("\ufeffAcme\n\nText.", "title"),
        ("Summary\nText.", "heading"),
        ("1. A story\nText.", "heading"),
        ("Summary of it:\nText.", "heading"),
        ("- Point\nText.", "list_item"),
        ("https://a.example\nText.", "link"),
        ("Source: Reuters\nText.", "label"),
        ("Word " * 40 + "\n\nText.", "paragraph"),
        ("Acme", "paragraph"),
    ],
)
def test_the_top_of_a_report(text: str, expected: str) -> None:
    assert kinds(text) == [*expected.split(), "paragraph"][: len(kinds(text))]


# -- broken lines -----------------------------------------------------------------------------

WRAPPED = """\
The company said on Monday that it would buy what is left of Globex and
Microsoft would sell 5,000 units to the combined group, as was reported
Tuesday by three people who know. The price stays secret for now, said
Mira Cole."""


def test_hard_wrapped_lines_are_one_block() -> None:
    blocks, lines = blocks_of(f"Acme Weekly Report\n\n{WRAPPED}\n\nNext.")
    assert [block.text for block in blocks] == ["Acme Weekly Report", WRAPPED, "Next."]
    assert lines[1].bare == WRAPPED.replace("\n", " ")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("A line of words that is long enough to be broken,\nMicrosoft said.", 1),
        ("A line of words that is long enough to be broken\nby an editor.", 1),
        ("A line of words that is long enough to be broken\nNew words.", 2),
        ("A line of words that is long enough to be broken and\n- a point", 2),
        ("A line of words that is long enough to be broken and\n📰 News", 2),
        ("A line of words that is long enough to be broken and\nWhat happened: It rose.", 2),
        ("A line of words that is long enough to be broken and\n1. A story", 2),
        ("A line of words that is long enough to be broken and\nhttps://a.example", 2),
        ("A line of words that is long enough to be broken.\nand on", 2),
        ("A line of words that is long enough to be broken and\n\nMore", 2),
        ("Audience: Buyers, sellers and everybody else who may\nCome along", 2),
        ("Short and\nMore", 2),
    ],
)
def test_where_a_sentence_goes_on(text: str, count: int) -> None:
    assert len(blocks_of(text)[0]) == count


# -- tables -----------------------------------------------------------------------------------


def rows(text: str) -> list[tuple[str, tuple[str, ...]]]:
    blocks, _ = blocks_of(f"Acme Weekly Report\n\nSources\n{text}")
    return [(block.text, header) for block, header in table_rows(blocks)]


def test_a_table_with_single_spaces() -> None:
    assert rows(
        "Event Source Date\nChip launch Reuters 3 May 2027\nBoat race Mint 4 May 2027\n\nClosing words."
    ) == [
        ("Chip launch Reuters 3 May 2027", ("event", "source", "date")),
        ("Boat race Mint 4 May 2027", ("event", "source", "date")),
    ]


def test_a_table_with_bars() -> None:
    header = ("what it was", "release date")
    text = (
        "| What it was | Release date |\n|---|:-:|\n| Chip: launched. | 3 May 2027 |\n| Boat | 4 May 2027 |"
    )
    assert rows(text) == [("| Chip: launched. | 3 May 2027 |", header), ("| Boat | 4 May 2027 |", header)]
    assert rows("Event | Date\nChip | 3 May 2027\n") == [("Chip | 3 May 2027", ("event", "date"))]
    text = "| Sales of | Q1 2027 |\n| Chips | $3 |\n| Boats | $4 |"
    assert rows(text) == [
        ("| Chips | $3 |", ("sales of", "q1 2027")),
        ("| Boats | $4 |", ("sales of", "q1 2027")),
    ]


def test_where_a_table_ends() -> None:
    assert len(rows("Event Date\nChip 3 May\nWords only here\nEvent Date\nChip 4 May")) == 2
    assert len(rows("Event Date\nChip 3 May\n\nBoat 4 May\nRace 5 May")) == 1
    assert len(rows("Event Theme\nChip Growth\nOutlook\nCalm weather")) == 1
    assert rows("Event Date\nOutlook") == []
    assert rows("Some line\nEvent Date") == []


def test_two_tables_have_two_headers() -> None:
    text = "Event Date\nChip 3 May\n\nWords between them.\n\nMetric Value\nSales 4"
    assert [header for _, header in rows(text)] == [("event", "date"), ("metric", "value")]


def test_a_second_header_may_follow_at_once() -> None:
    text = "Event Date\nChip 3 May\n\nMetric Value\nSales 4"
    assert [header for _, header in rows(text)] == [("event", "date"), ("metric", "value")]


def test_headers_and_rules() -> None:
    assert is_header("Metric Value Change")
    assert not is_header("metric value change")
    assert not is_header("Date")
    assert is_header("Metric Q3 2027 FY26")
    assert not is_header("Q3 2027 FY26")
    assert is_rule("|---|")
    assert not is_rule("| a-b |")


def test_a_table_without_header_has_no_columns() -> None:
    row = Block(Span(0, 6), "Chip 3", "table_row")
    assert list(table_rows([row])) == [(row, ())]


# -- laws -------------------------------------------------------------------------------------

PIECES = [
    "Acme Weekly Report",
    "Story 1: A",
    "1. A",
    "1) B",
    "📌 2. C",
    "1️⃣ D",
    "- item",
    "  • item",
    "  1. item",
    "Label: Prose",
    "What happened:",
    "Sources: Reuters",
    "https://a.example",
    "(Reuters)",
    "Event Source Date",
    "Chip Reuters 3 May 2027",
    "| a | b |",
    "|---|---|",
    "Sales rose 4% in May.",
    WRAPPED,
    "**",
    "#",
    "İ",
    "e\u0301",
    "汉字",
    "👩‍💻",
    "\ufeff",
    "\x0c",
    "\u2028",
    "\x85",
    "\x1c",
    "\u00a0",
    " ",
    "\t",
    "(Last 7 Days)",
    "Posted on May 7, 2027 at 04:12 PM",
    "Bottom line: Up.",
]
texts = st.lists(
    st.tuples(st.sampled_from(PIECES), st.sampled_from(["\n", "\n\n", "\r\n", "\r", " ", ""]))
).map(lambda pairs: "".join(piece + gap for piece, gap in pairs))


@given(texts | st.text())
def test_nothing_is_lost_and_blocks_do_not_overlap(text: str) -> None:
    blocks, lines = blocks_of(text)
    at = 0
    for block, line in zip(blocks, lines, strict=True):
        assert block.span.start >= at
        assert not text[at : block.span.start].strip()
        assert block.text == text[block.span.slice] == block.text.strip()
        assert line.start == block.span.start
        at = block.span.end
    assert not text[at:].strip()


@pytest.mark.parametrize("text", ["", " ", "\n\r\n\t", "\u2028\x0c\u00a0"])
def test_white_space_has_no_blocks(text: str) -> None:
    assert blocks_of(text) == ([], [])


UNITS = [
    "\n",
    "- ",
    "- a\n",
    "1. \n",
    "1. A\n",
    "1. A\n\nB\n",
    "Label: ",
    "Label: A\n\n",
    "#",
    "*",
    "🚀",
    "🚀 A\n",
    "word ",
    "|",
    "(a.",
    "(",
    "| a | b |\n",
    "Event Source Date\n",
    "Event Source Date\nOverview\n",
    "Chip Reuters 3 May 2027\n",
    "www.",
    "A. (Reuters) ",
    "Words and more words that end in a word such as the\n",
    "1️⃣",
    "Story 1: A\n",
    "Why? ",
    ".",
    " ",
    "|-",
]


@pytest.mark.parametrize("unit", UNITS)
def test_linear(unit: str) -> None:
    assert_linear(blocks_of, unit, "Acme Weekly Report\n\nEvent Source Date\n")
    assert_linear(blocks_of, unit)
