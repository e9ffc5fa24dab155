"""All mentions of a text: what goes before what, and what no mention holds."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from worst import assert_linear

import qwenfacts as qf
from qwenfacts.lexicon import lexicon_of
from qwenfacts.reading.mentions.header import header_of
from qwenfacts.reading.mentions.mentions import Mentions, mark, mentions_of
from qwenfacts.reading.structure.outline import outline_of
from qwenfacts.tokens import tokenize
from qwenfacts.values import Span


def mentions_in(text: str) -> Mentions:
    tokens, outline = tokenize(text), outline_of(text)
    return mentions_of(text, tokens, outline, header_of(outline, text, tokens, None), lexicon_of())


def names_in(text: str) -> list[tuple[str, str]]:
    return [(name.text, name.value.id) for name in mentions_in(text).names]


# -- marks -------------------------------------------------------------------------------------


def test_a_token_is_marked_where_it_starts() -> None:
    assert mark([0, 2, 5, 9], [Span(1, 6), Span(9, 10)]) == [False, True, True, True]
    assert mark([], [Span(1, 6)]) == []


# -- one kind before another -------------------------------------------------------------------


def test_a_link_goes_before_a_name_and_a_name_before_a_quantity_or_date() -> None:
    mentions = mentions_in("In March 2026 Qwen3.5-27B of https://acme.example/Qwen3 fell 3% for the S&P 500.")
    assert [link.text for link in mentions.links] == ["https://acme.example/Qwen3"]
    assert [name.text for name in mentions.names] == ["Qwen3.5-27B", "S&P 500"]
    assert [date.text for date in mentions.dates] == ["March 2026"]
    assert [quantity.text for quantity in mentions.quantities] == ["27B", "3%"]
    assert mentions.unread_digits == ()


def test_a_length_from_now_is_a_date_and_a_quantity() -> None:
    mentions = mentions_in("Acme Weekly Report May 7, 2027\n\nIt rests for the next five years.")
    assert [quantity.text for quantity in mentions.quantities] == ["five years"]
    assert [date.text for date in mentions.dates][-1] == "the next five years"


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("Rates fell.[1] Foo agreed [2, 3].\n\nSources\n\n[1] The Ledger\n[2] Quill Post\n", ["1", "2", "3"]),
        ("Story 1: A sale\n\nAs Story 1 says, and not story 4, (1) it was sold.\n", ["1", "4", "1"]),
        ("1. A sale\n2. A hire\n\nSee Figure 2, Chapter 11 and Phase 1.\n", ["2", "11", "1"]),
    ],
)
def test_a_number_that_points_elsewhere_is_no_quantity_and_is_reported(text: str, unread: list[str]) -> None:
    text = f"Acme Weekly Report May 7, 2027\n\n{text}"
    mentions = mentions_in(text)
    assert mentions.quantities == ()
    assert [text[span.slice] for span in mentions.unread_digits] == unread


def test_numbers_that_count_list_items_are_read_and_others_are_reported() -> None:
    text = "1. First of all\n2) Then rose\n• 3. Last rose\n\n3 wrote B-7 at 4:30 pm and x9y.\n\n- a\n- b 7/8/9/1\n"
    digits = [text[span.slice] for span in mentions_in(text).unread_digits]
    assert "1" not in digits[:1]
    assert all(digit in "379817" for digit in digits)


def test_a_number_that_is_too_large() -> None:
    text = f"It sold {'9' * 40} cars."
    assert [text[span.slice] for span in mentions_in(text).too_large] == ["9" * 40]


def test_a_name_is_the_entity_of_the_text() -> None:
    mentions = mentions_in("It met Voltrex Robotics.")
    entity = mentions.names[0].value
    assert mentions.same(qf.Entity("voltrex-robotics", "other", "Voltrex")) is entity
    assert mentions.same(lexicon_of().entities.resolve("Apple")).id == "apple"


# -- sources among the names -------------------------------------------------------------------

STORY = "1. Sales rose\nSource: {sources}\n\nThe Tinta shop of Alpha rose.\n"


@pytest.mark.parametrize(
    ("sources", "names"),
    [
        ("Reuters, TokenWire", [("Reuters", "reuters"), ("TokenWire", "tokenwire")]),
        ("TokenWire and the quiet post", [("TokenWire", "tokenwire"), ("the quiet post", "the-quiet-post")]),
        ("InfoQ China", [("InfoQ China", "infoq-china")]),
        ("GitHub – acme/tool", [("GitHub", "github")]),
        ("Bosnia and Herzegovina", [("Bosnia and Herzegovina", "bosnia-and-herzegovina")]),
        ("TokenWire | tokenwire", [("TokenWire", "tokenwire"), ("tokenwire", "tokenwire")]),
    ],
)
def test_a_source_is_a_name_as_it_is_written(sources: str, names: list[tuple[str, str]]) -> None:
    assert names_in(STORY.format(sources=sources))[: len(names)] == names


def test_a_source_is_found_again_where_a_capital_means_nothing() -> None:
    rows = "\nSources\nEvent Source Date\nSales tally rose Tinta Quill May 7, 2027\n"
    text = "Acme Weekly Report May 7, 2027\n\n" + STORY.format(sources="Tinta Quill") + rows
    found = [name.value for name in mentions_in(text).names if name.text == "Tinta Quill"]
    assert [entity.kind for entity in found] == ["publication", "publication"]


# -- lines of data -----------------------------------------------------------------------------


def test_a_label_before_prose_holds_no_names_but_the_prose_does() -> None:
    assert names_in("1. One\n\n- Market Angle: Qorlax rose.\nTech Angle: it sold Qorlax.") == [
        ("Qorlax", "qorlax"),
        ("Qorlax", "qorlax"),
    ]


# -- fiscal years ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Alibaba grew in Q3 FY2026.", "2025-10-01"),
        ("Alibaba Weekly Report\n\nIt grew in Q3 FY2026.", "2025-10-01"),
        ("Alibaba Weekly Report\n\nApple grew in Q3 FY2026.", None),
        ("Apple rose.\nIt grew in Q3 FY2026.", None),
        ("It grew in Q3 FY2026.", None),
    ],
)
def test_a_fiscal_year_is_that_of_who_is_spoken_of(text: str, start: str | None) -> None:
    date = next(date for date in mentions_in(text).dates if "Q3" in date.text)
    assert (date.value.start and date.value.start.isoformat()) == start


# -- laws --------------------------------------------------------------------------------------


@given(
    st.one_of(
        st.text(),
        st.text(alphabet="Aa3B .:,'-&()\n•1%$“”", max_size=80),
        st.text(alphabet="AaB Bosnia,/|and ", max_size=40).map("1. One\nSource: {}\n\nA rose.".format),
    )
)
def test_every_mention_is_what_its_span_says_and_names_do_not_overlap(text: str) -> None:
    mentions = mentions_in(text)
    for one, other in itertools.pairwise(mentions.names):
        assert one.span.end <= other.span.start
    for kind in (mentions.quantities, mentions.dates, mentions.names, mentions.quotations, mentions.links):
        assert [mention.span for mention in kind] == sorted(mention.span for mention in kind)
        for mention in kind:
            assert text[mention.span.slice] == mention.text


@pytest.mark.parametrize(
    ("unit", "before"),
    [
        ("A, ", "1. One\nSource: "),
        ("Voltrex Post, ", "1. One\nSource: "),
        ("Alibaba grew in Q3 FY2026. ", ""),
        ("grew in Q3 FY2026. ", "Alibaba "),
        ("1. One\n", ""),
        ("- Label: (Reuters)\n", ""),
        ("Foo-7B ", ""),
        ("4:30 ", ""),
    ],
)
def test_mentions_are_found_in_linear_time(unit: str, before: str) -> None:
    assert_linear(mentions_in, unit, before)


def test_a_month_before_a_number_is_a_day_whoever_has_that_name() -> None:
    report = qf.parse("Acme Weekly Report\n\nFrom Jan 1–7, 2025 on, Jan Leike was away; Jan rested.")
    assert [str(date.value) for date in report.dates] == ["2025-01-01/2025-01-07"]
    assert [name.text for name in report.names if name.value.id == "jan-leike"] == ["Jan Leike", "Jan"]
