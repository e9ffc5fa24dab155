"""What a notebook shows: tables that are escaped, inherit their colours and run nothing."""

from __future__ import annotations

from typing import Any

import pytest
from builders import a_dataset, a_report
from htmltree import Element, as_read, tree
from hypothesis import given
from hypothesis import strategies as st

import qwenfacts as qf
from qwenfacts.exchange.notebook import SHOWN

REPORT = a_report()
THINGS: list[Any] = [
    REPORT,
    REPORT.stories[0],
    *REPORT.facts,
    REPORT.facts,
    REPORT.facts.of_type(qf.Metric),
    a_dataset(),
    qf.Dataset.of(),
    qf.load(),
    *qf.load().reports,
    qf.load().facts,
]


def shown(thing: Any) -> Element:
    root = tree(thing._repr_html_())
    assert [child.get("class") for child in root.children if isinstance(child, Element)] == ["qwenfacts"]
    return root


def rows(root: Element) -> list[list[str]]:
    """The cells of each row."""
    return [[cell.text for cell in row.all() if cell.tag in ("th", "td")] for row in root.all("tr")]


@pytest.mark.parametrize("thing", THINGS, ids=lambda thing: type(thing).__name__)
def test_it_is_well_formed_without_script_and_the_same_each_time(thing: Any) -> None:
    root = shown(thing)
    assert thing._repr_html_() == thing._repr_html_()
    assert not [*root.all("script")]
    assert all("qwenfacts" in line for line in root.one("style").text.strip().splitlines())
    assert all(table.one("caption").text for table in root.all("table"))


def test_colours_come_from_the_notebook() -> None:
    style = shown(REPORT).one("style").text
    assert "color:inherit" in style
    assert "#" not in style


def test_a_fact_shows_its_fields_and_its_words() -> None:
    metric = REPORT.facts.of_type(qf.Metric)[0]
    root = shown(metric)
    said = dict(rows(root))
    assert root.one("caption").text == "metric: Acme revenue change up about 4.5% (2027-05-01/2027-05-31)"
    assert said["subject"] == "Acme organisation · acme"
    assert said["quantity"] == "about 4.5% 4.5 percent · about · 4.45 to 4.55"
    assert said["evidence"].startswith("about 4.5% Wren 2 was released")
    assert "qualifier" not in said


def test_facts_of_one_type_show_the_fields_that_are_filled() -> None:
    head, *lines = rows(shown(REPORT.facts.of_type(qf.Metric)))
    assert head == (
        "story subject measure measure_text quantity aspect direction nature period period_from of quote".split()
    )
    assert [line[head.index("quantity")] for line in lines] == ["about 4.5%", "42%"]
    assert [line[head.index("direction")] for line in lines] == ["up", ""]


def test_facts_of_several_types_show_one_line_each() -> None:
    head, *lines = rows(shown(REPORT.facts))
    assert head == ["story", "type", "fact", "quote"]
    assert [line[1] for line in lines] == [fact.type for fact in REPORT.facts]
    assert lines[0][2].startswith("The Daily Wire https://wire.example/2")


def test_citations_lead_to_what_they_cite() -> None:
    (link,) = shown(REPORT.facts.of_type(qf.Citation)).all("a")
    assert (link["href"], link["rel"]) == ("https://wire.example/2", "noopener noreferrer")


def test_rows_beyond_the_first_are_counted() -> None:
    facts = qf.load().facts
    root = shown(facts)
    assert len(rows(root)) == SHOWN + 1
    assert root.one("p").text == f"and {len(facts) - SHOWN} more"


def test_no_facts_are_no_rows() -> None:
    root = shown(REPORT.facts[:0])
    assert root.one("caption").text == "0 facts"
    assert len(rows(root)) == 1


def test_a_story_shows_when_who_and_what() -> None:
    root = shown(REPORT.stories[0])
    about = rows(next(root.all("table")))
    assert about == [["period", "2027-05-04"], ["sources", "The Daily Wire"]]
    assert [table.one("caption").text for table in root.all("table")] == ["1. Wren 2 is out", "10 facts"]


def test_a_report_shows_its_head_and_its_stories() -> None:
    root = shown(REPORT)
    about, stories = (rows(table) for table in root.all("table"))
    assert dict(about)["facts"] == (
        "2 metric, 1 model-release, 1 personnel-change, 1 event, 1 statement, 1 citation, 1 outlook, 2 relation"
    )
    assert dict(about)["unread"] == "1 mention"
    assert stories == [["number", "title", "period", "facts"], ["1", "Wren 2 is out", "2027-05-04", "10"]]


def test_a_dataset_shows_its_reports() -> None:
    dataset = a_dataset()
    head, *lines = rows(shown(dataset))
    assert head == ["id", "title", "published", "stories", "facts"]
    assert [line[0] for line in lines] == [report.id for report in dataset.reports]
    assert [line[-1] for line in lines if line[0] != REPORT.id] == ["none"]


@given(st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(["<script>", "</td>", "'\"&"]))
def test_any_words_stay_words(words: str) -> None:
    report = qf.parse(f"Acme Weekly Report May 7, 2027\n\n1. {words}\n\nAcme's {words} revenue rose 4%.\n")
    for thing in (report, *report.stories, report.facts, *report.facts):
        root = shown(thing)
        assert {element.tag for element in root.all()} <= set(
            " div style table caption thead tbody tr th td p q small span a".split(" ")
        )
    titles = [line[1] for line in rows([*shown(report).all("table")][1])[1:]]
    assert titles == [as_read(story.title) for story in report.stories]
