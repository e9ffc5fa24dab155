"""Stories, sections and labelled data: what belongs to what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_layout import UNITS, texts
from worst import assert_linear

from qwenfacts.reading.structure.outline import CLOCK, Outline, RawSection, RawStory, outline_of, story_fields
from qwenfacts.report import Block
from qwenfacts.values import Span


def headings(sections: list[RawSection]) -> list[str | None]:
    return [section.heading for section in sections]


def stories(outline: Outline) -> list[tuple[int, str, list[str | None]]]:
    return [(story.number, story.title, headings(story.sections)) for story in outline.stories]


def fields(text: str) -> list[tuple[str, str]]:
    """What the meta lines of a text say."""
    outline = outline_of(text)
    for field in outline.fields:
        assert text[field.span.slice] == field.value
    return [(field.kind, field.value) for field in outline.fields]


def labelled(line: str) -> list[tuple[str, str]]:
    """What a label line says."""
    found = list(story_fields(Block(Span(10, 10 + len(line)), line, "label")))
    for field in found:
        assert line[field.span.start - 10 : field.span.end - 10] == field.value
    return [(field.kind, field.value) for field in found]


# -- titles and labelled data -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Acme — Weekly Intelligence Report 7 May 2027\n\nText.",
            "Acme — Weekly Intelligence Report 7 May 2027",
        ),
        (
            "Weekly professional insight analysis report on Acme May 7, 2027\n\nText.",
            "Weekly professional insight analysis report on Acme May 7, 2027",
        ),
        (
            "Acme Weekly Insight Report — Week of May 3–9, 2027\n\nText.",
            "Acme Weekly Insight Report — Week of May 3–9, 2027",
        ),
        (
            "Up It Goes\n\nReport — Weekly Acme Insights (May 3–9, 2027)\n\nText.",
            "Report — Weekly Acme Insights (May 3–9, 2027)",
        ),
        (
            "**Acme Weekly Report\n\nPosted on May 7, 2027\n\n**Acme Weekly Report**\n\nText.",
            "Acme Weekly Report",
        ),
        ("🌐 Acme\n\nText.", "Acme"),
        ("No title here. Only prose.\n\nText.", "No title here. Only prose."),
        ("\n \n", ""),
        ("", ""),
    ],
)
def test_titles(text: str, title: str) -> None:
    assert outline_of(text).title == title


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Posted on May 7, 2027 at 04:12 PM", [("posted", "May 7, 2027 at 04:12 PM")]),
        ("Published 7 May 2027", [("published", "7 May 2027")]),
        ("May 7, 2027", [("published", "May 7, 2027")]),
        ("2027-05-07", [("published", "2027-05-07")]),
        ("May 1–7, 2027", [("period", "May 1–7, 2027")]),
        ("Posted 7 May 2027, 9:30 am", [("posted", "7 May 2027, 9:30 am")]),
        ("Coverage: chips, boats", [("coverage", "chips, boats")]),
        ("Issued on May 7, 2027 | Period: 1–7 May", [("published", "May 7, 2027"), ("period", "1–7 May")]),
        ("Posted: May 7, 2027, 16:12", [("posted", "May 7, 2027, 16:12")]),
        ("Period: 3 – 9 May 2027", [("period", "3 – 9 May 2027")]),
        (
            "Week of May 3–9, 2027 | Published: May 9, 2027",
            [("period", "Week of May 3–9, 2027"), ("published", "May 9, 2027")],
        ),
        ("For the week of: May 3", [("period", "week of: May 3")]),
        ("Date: May 9, 2027 Company: Acme (ACM)", [("published", "May 9, 2027"), ("company", "Acme (ACM")]),
        (
            "Audience: Buyers Analyst: Mira Cole Coverage: Chips, boats Mood: Calm",
            [
                ("audience", "Buyers"),
                ("analyst", "Mira Cole"),
                ("coverage", "Chips, boats"),
                ("other", "Calm"),
            ],
        ),
        ("(Last 7 Days)", [("period", "Last 7 Days")]),
        ("Analyst: ", []),
    ],
)
def test_lines_at_the_top(line: str, expected: list[tuple[str, str]]) -> None:
    assert fields(f"Acme Weekly Report\n{line}\n\nText.") == expected


def test_a_lower_case_word_is_no_label() -> None:
    assert fields("Acme Weekly Report\nAudience: Those who say so: buyers\n\nText.") == [
        ("audience", "Those who say so: buyers")
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Source: Reuters | Mint", [("sources", "Reuters | Mint")]),
        (
            "Published: 4 May 2027 | Sources: Reuters 🔗 https://a.example",
            [("date", "4 May 2027"), ("sources", "Reuters")],
        ),
        ("Announced: 4 May 2027 — says a source: Mint", [("date", "4 May 2027 — says a source: Mint")]),
        ("Source:", []),
        ("Source: !!!", []),
    ],
)
def test_label_lines(line: str, expected: list[tuple[str, str]]) -> None:
    assert labelled(line) == expected


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("at 04:12 PM", ("04", "12", None, "P", None, None, None)),
        ("16:12:30", ("16", "12", "30", None, None, None, None)),
        ("4 p.m.", (None, None, None, None, "4", None, "p")),
        ("4.30pm", (None, None, None, None, "4", "30", "p")),
    ],
)
def test_clocks(text: str, groups: tuple[str | None, ...]) -> None:
    match = CLOCK.search(text)
    assert match is not None
    assert match.groups() == groups


@pytest.mark.parametrize("text", ["7.05.2027", "3.50 million", "a ratio of 10:1000", "4 pmx"])
def test_what_is_no_clock(text: str) -> None:
    assert CLOCK.search(text) is None


# -- stories and sections ---------------------------------------------------------------------

LABELS = """\
Acme Weekly Report
Summary
Two things happened.
1. A deal
Announced: 4 May 2027
What happened: Acme bought Globex.
Why it matters: It is large.
2. A sale
Source: Mint
What happened: Acme sold Foo.
Results:
- Up by 4%
Voices: “So it is,” said Mira Cole.
Outlook
Calm.
"""


def test_labels_head_the_sections_of_stories() -> None:
    outline = outline_of(LABELS)
    assert outline.summary is outline.sections[0]
    assert headings(outline.sections) == ["Summary", "Outlook"]
    assert stories(outline) == [
        (1, "A deal", ["What happened", "Why it matters"]),
        (2, "A sale", ["What happened", "Results", "Voices"]),
    ]
    assert [[label.text for label in story.labels] for story in outline.stories] == [
        ["Announced: 4 May 2027"],
        ["Source: Mint"],
    ]
    assert outline.stories[1].end == LABELS.index("\nOutlook")


EMOJI = """\
🌐 Acme Weekly Report

🧭 At a Glance

A calm week.

📦 Releases

📰 Story 1 — A deal

Published: 4 May 2027

🔗 https://a.example

Strategic Context

It is large.

👥 People

📰 Story 2 — A sale

Published: 5 May 2027

Strategic Context

It is small.

  • Customers: 310,000 of them
  • Built for speed: It runs.
  • Holders gained: Zoom, an early backer

📈 Looking Forward

Calm words.

Bottom line: It was calm.

And no more.
"""


def test_headings_with_and_without_emoji() -> None:
    outline = outline_of(EMOJI)
    assert headings(outline.sections) == [
        "At a Glance",
        "Releases",
        "People",
        "Looking Forward",
        "Bottom line",
    ]
    assert stories(outline) == [
        (1, "A deal", ["Strategic Context"]),
        (2, "A sale", ["Strategic Context", "Customers"]),
    ]
    assert [len(story.labels) for story in outline.stories] == [2, 1]
    assert [len(section.blocks) for section in outline.sections] == [1, 0, 0, 1, 2]


def story(number: int, *lines: str) -> str:
    return "\n\n".join((f"{number}. Story", *lines)) + "\n\n"


@pytest.mark.parametrize(
    ("text", "outside"),
    [
        # closing words, also with more behind them, unless the stories use them as well
        (story(1, "Impact", "A.") + story(2, "Impact", "B.", "Outlook", "C."), ["Outlook"]),
        (
            story(1, "Impact", "A.") + story(2, "B.", "Analyst outlook: The Week", "C."),
            ["Analyst outlook: The Week"],
        ),
        (story(1, "Outlook", "A.") + story(2, "B.", "Outlook", "C."), []),
        (
            story(1, "Impact", "A.") + story(2, "Impact", "B.", "What to Watch Next Week", "C."),
            ["What to Watch Next Week"],
        ),
        (story(1, "Impact", "A.") + story(2, "Impact", "B.", "Forward Look", "C."), ["Forward Look"]),
        (story(1, "Impact", "A.") + story(2, "Impact", "B.", "What to Tell the Board Next", "C."), []),
        (story(1, "A.") + story(2, "B.", "Bottom line: C."), ["Bottom line"]),
        (story(1, "Bottom line", "A.") + story(2, "B.", "Bottom line: C."), []),
        (story(1, "A.", "Bottom line: C.") + story(2, "B."), []),
        # what heads a table, unless each story has one
        (story(1, "A.", "Numbers", "Metric Value\nSales 4") + story(2, "B."), ["Numbers"]),
        (
            story(1, "N", "Metric Value\nSales 4") + story(2, "N", "Metric Value\nSales 4") + story(3, "B."),
            [],
        ),
        # a shape that no story has
        (story(1, "A.") + story(2, "B.", "People", "C."), ["People"]),
        (story(1, "A.", "People", "C."), []),
        # more room above it than above any heading in a story
        ("\n" + story(1, "X", "A.") + "\n" + story(2, "X", "A.") + "\nPeople\n\nC.", ["People"]),
        (story(1, "X", "A.") + story(2, "X", "A.", "People", "C."), []),
        # an ornament that no heading in a story has
        ("🧭 In short\n\nS.\n\n" + story(1, "📈 X", "A."), ["In short"]),
        (
            "🧭 In short\n\nS.\n\n" + story(1, "X", "A.") + story(2, "X", "A.", "📈 People", "C."),
            ["In short", "People"],
        ),
        ("🧭 In short\n\nS.\n\n" + story(1, "📈 X", "A.") + story(2, "📈 Y", "C."), ["In short"]),
    ],
)
def test_where_the_stories_end(text: str, outside: list[str]) -> None:
    assert headings(outline_of(f"Acme Weekly Report\n\n{text}").sections) == outside


def test_numbers_of_stories_rise() -> None:
    outline = outline_of("1. A\n\nText.\n\n2. B\n\nText.\n\n1. C\n\nText.\n\n4. D\n\nText.")
    assert [number for number, _, _ in stories(outline)] == [1, 2, 4]


def test_where_stories_say_that_they_are_other_numbers_are_none() -> None:
    outline = outline_of("1. A\n\nText.\n\nStory 1: B\n\nText.\n\n2. C\n\nText.")
    assert [title for _, title, _ in stories(outline)] == ["B"]


def test_a_report_without_stories() -> None:
    outline = outline_of(
        "Acme Weekly Report\n\nIt was calm.\n\nNote: Nothing more.\n\nSources: Reuters\n\nEnd."
    )
    assert outline.stories == []
    assert headings(outline.sections) == [None]
    assert outline.summary is outline.sections[0]
    assert [block.kind for block in outline.sections[0].blocks] == [
        "paragraph",
        "paragraph",
        "label",
        "paragraph",
    ]


@pytest.mark.parametrize("text", ["", " \n\u2028\x0c", "\ufeff"])
def test_next_to_nothing(text: str) -> None:
    outline = outline_of(text)
    assert (outline.title, outline.stories, outline.titles) == (text.strip(), [], [])


def test_closing_prose_stays_with_its_table() -> None:
    text = story(1, "A.") + story(2, "B.") + "Sources\n\nEvent Date\nChip 3 May\n\nThat was it."
    outline = outline_of(f"Acme Weekly Report\n\n{text}")
    assert [block.text for block in outline.sections[-1].blocks] == [
        "Event Date",
        "Chip 3 May",
        "That was it.",
    ]


def test_what_a_label_in_a_list_heads() -> None:
    points = ("- What happened: X.", "- https://a.example: No", "- Link: https://a.example", "  1. Sum: X")
    text = "\n".join(("Acme Weekly Report", "", "1. A", "", *points, "* **Bold:** Y."))
    assert stories(outline_of(text)) == [(1, "A", ["What happened", "Bold"])]


SEVERAL = "1. A\n{first}\nText.\n\n2. B\nText.\n{second}"


@pytest.mark.parametrize(
    ("first", "second", "labels", "whole"),
    [
        ("", "\nSources: Reuters, CNBC", [0, 0], ["Sources: Reuters, CNBC"]),
        ("Source: CNBC", "Source: Reuters\n\nSources: CNBC", [1, 1], ["Sources: CNBC"]),
        ("Source: CNBC", "\nSource: Reuters", [1, 1], []),
        ("", "Source: Reuters", [0, 1], []),
        ("", "\nPublished: May 4", [0, 1], []),
    ],
)
def test_a_last_line_of_sources_may_be_for_the_whole_report(
    first: str, second: str, labels: list[int], whole: list[str]
) -> None:
    outline = outline_of("Acme Weekly Report\n\n" + SEVERAL.format(first=first, second=second))
    assert [len(story.labels) for story in outline.stories] == labels
    assert [block.text for section in outline.sections for block in section.blocks] == whole


def test_a_list_of_sources_behind_the_last_story_is_for_the_report() -> None:
    text = "1. A\n\nText.\n\n2. B\n\nText.\n\nReference list\n- Reuters\n"
    assert headings(outline_of(f"Acme Weekly Report\n\n{text}").sections) == ["Reference list"]


# -- laws -------------------------------------------------------------------------------------


def blocks_in(outline: Outline) -> list[Block]:
    def inside(story: RawStory) -> list[Block]:
        return [
            story.heading,
            *story.labels,
            *(block for section in story.sections for block in section.blocks),
        ]

    return [
        *(block for section in outline.sections for block in section.blocks),
        *(block for story in outline.stories for block in inside(story)),
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("**2. Up and away.** Sales rose by 4%.  ", (2, "Up and away", "Sales rose by 4%.")),
        ("**Story 2: Up and away:**\tSales rose.", (2, "Up and away", "Sales rose.")),
        ("**Up and away.** Sales rose.", None),
        ("**2. Up and away** **and on", (2, "Up and away", "**and on")),
    ],
)
def test_a_bold_title_may_stand_before_the_prose_of_its_story(
    line: str, expected: tuple[int, str, str] | None
) -> None:
    outline = outline_of(f"Acme Weekly Report\n\n1. First\n\nText.\n\n{line}\n")
    second = [story for story in outline.stories if story.number == 2]
    assert [(s.number, s.title, s.sections[0].blocks[0].text) for s in second] == (
        [expected] if expected else []
    )


def test_notes_at_the_end_are_a_list_of_the_report() -> None:
    outline = outline_of("Acme Weekly Report\n\n1. First\n\nIt rose.[1]\n\n[1] Reuters\n[2] The Quill\n")
    assert [[block.text for block in section.blocks] for section in outline.sections] == [
        ["[1] Reuters", "[2] The Quill"]
    ]
    assert {block.kind for section in outline.sections for block in section.blocks} == {"list_item"}


@given(texts | st.text())
def test_every_block_has_one_place(text: str) -> None:
    outline = outline_of(text)
    placed = blocks_in(outline)
    headed = {story.heading.span for story in outline.stories}
    expected = [
        block
        for block in outline.blocks
        if block.kind not in ("title", "meta") and (block.kind != "heading" or block.span in headed)
    ]
    assert sorted(placed, key=lambda block: block.span) == expected
    assert outline.summary is None or outline.summary in outline.sections
    numbers = [number for number, _, _ in stories(outline)]
    assert numbers == sorted(set(numbers))


@pytest.mark.parametrize("unit", UNITS)
def test_linear(unit: str) -> None:
    assert_linear(outline_of, unit, "Acme Weekly Report\n\n1. A\n\nX\n\nText.\n\n")


@pytest.mark.parametrize("unit", ["Sources: !!", "!", "Date: A ", "word ", " ", "for "])
def test_labels_are_linear(unit: str) -> None:
    assert_linear(labelled, unit, "Sources: ")
    assert_linear(fields, unit, "Acme Weekly Report\nDate: ", "\n\nText.")
