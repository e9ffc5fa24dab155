"""What the two bundled reports hold: structure to the letter, and floors under the scores."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pendulum
import pytest
import score

import qwenfacts as qf
from qwenfacts.report import Report

DAYS = ("2026-03-21", "2026-03-28")
GOLD = Path(__file__).parent / "gold"
SHIPPED = files("qwenfacts").joinpath("data", "reports")


@cache
def seed(day: str) -> Report:
    return qf.parse(SHIPPED.joinpath(f"{day}.txt").read_bytes().decode())


def structure(day: str) -> dict[str, Any]:
    gold: dict[str, Any] = json.loads((GOLD / f"{day}.structure.json").read_text("utf-8"))
    return gold


# -- structure ---------------------------------------------------------------------------------


def test_the_top_of_the_first() -> None:
    report = seed("2026-03-21")
    assert (report.id, report.subject.name) == ("qwen-2026-03-21", "Qwen")
    assert report.published == pendulum.Date(2026, 3, 21)
    assert report.posted_at == pendulum.naive(2026, 3, 21, 21, 10)
    assert report.period is not None
    assert (report.period.start, report.period.end) == (
        pendulum.Date(2026, 3, 15),
        pendulum.Date(2026, 3, 21),
    )
    assert (report.analyst, report.audience, report.coverage) == ("Tech Intelligence Desk", None, None)
    assert len(report.stories) == 3


def test_the_top_of_the_second() -> None:
    report = seed("2026-03-28")
    assert (report.id, report.subject.name) == ("qwen-2026-03-28", "Qwen")
    assert report.published == pendulum.Date(2026, 3, 28)
    assert report.posted_at == pendulum.naive(2026, 3, 28, 21, 40)
    assert report.period is not None
    assert (report.period.start, report.period.end) == (
        pendulum.Date(2026, 3, 22),
        pendulum.Date(2026, 3, 28),
    )
    gold = structure("2026-03-28")
    assert report.analyst == gold["analyst"]
    assert report.audience == gold["audience"]
    assert report.coverage == gold["coverage"]
    assert len(report.stories) == 5


@pytest.mark.parametrize("day", DAYS)
def test_every_story_has_its_headings_sources_and_links(day: str) -> None:
    for story, wanted in zip(seed(day).stories, structure(day)["stories"], strict=True):
        assert (story.number, story.title) == (wanted["number"], wanted["title"])
        assert [section.heading for section in story.sections if section.heading] == wanted["sections"]
        assert len(story.sources) == len(wanted["sources"])
        assert all(map(score.is_named, wanted["sources"], story.sources))
        assert [link.value for link in story.links] == wanted["links"]
        period = story.period and [story.period.start, story.period.end]
        assert period == (wanted["period"] and [pendulum.Date.fromisoformat(d) for d in wanted["period"]])


def test_there_are_seven_links_each_with_its_story() -> None:
    linked = [(story.number, len(story.links)) for story in seed("2026-03-28").stories]
    assert linked == [(1, 2), (2, 1), (3, 1), (4, 1), (5, 2)]
    assert not seed("2026-03-21").links


@pytest.mark.parametrize("day", DAYS)
def test_the_other_headings_stand_outside_the_stories(day: str) -> None:
    headings = [section.heading for section in seed(day).sections if section.heading]
    assert headings == structure(day)["sections"]


def test_every_row_of_the_sources_has_source_and_date() -> None:
    (section,) = (section for section in seed("2026-03-21").sections if section.heading == "Sources")
    wanted = structure("2026-03-21")["rows"]
    assert len(section.rows) == len(wanted) == 10
    for row, gold in zip(section.rows, wanted, strict=True):
        assert row.cells is not None
        assert list(row.cells) == gold["cells"]
        assert row.date is not None
        assert row.date.start == row.date.end == pendulum.Date.fromisoformat(gold["date"])
        assert row.source is not None
        assert score.is_named(gold["source"], row.source)


def test_the_outlook_has_five_rows_of_columns_that_nobody_can_tell() -> None:
    rows = [row for section in seed("2026-03-28").sections for row in section.rows]
    assert [row.cells for row in rows] == [None] * 5


def test_nothing_they_say_of_themselves_is_wrong() -> None:
    assert [seed(day).warnings for day in DAYS] == [(), ()]


# -- scores ------------------------------------------------------------------------------------


def gold_of(day: str) -> score.Gold:
    """The gold of a seed, its text taken from the installed package."""
    return score.Gold(
        "seeds",
        day,
        SHIPPED.joinpath(f"{day}.txt").read_bytes().decode(),
        mentions=records(f"{day}.mentions.jsonl"),
        structure=structure(day),
        facts=records(f"{day}.facts.jsonl"),
    )


def records(name: str) -> list[score.Record]:
    return [json.loads(line) for line in (GOLD / name).read_text("utf-8").split("\n") if line.strip()]


@pytest.fixture(scope="module")
def rows() -> dict[tuple[str, str], score.Row]:
    judgement = score.judge(map(gold_of, DAYS))
    return {(row.kind, row.criterion): row for row in judgement.rows.values()}


@pytest.mark.parametrize(
    ("kind", "criterion", "floor"),
    [
        ("quantity", "all", 1.0),
        ("date", "all", 1.0),
        ("quotation", "all", 1.0),
        ("link", "all", 1.0),
        ("name", "boundaries", 0.97),
        ("name", "entity", 0.95),
        ("metric", "finding", 0.95),
        ("model-release", "finding", 0.85),
        ("personnel-change", "finding", 0.90),
        ("citation", "finding", 0.90),
    ],
)
def test_they_are_read(
    rows: dict[tuple[str, str], score.Row], kind: str, criterion: str, floor: float
) -> None:
    assert rows[kind, criterion].f1 >= floor


@pytest.mark.parametrize(
    ("kind", "criterion", "floor"),
    [
        ("metric", "subject", 0.92),
        ("metric", "measure", 0.92),
        ("metric", "measure_text", 0.85),
        ("metric", "aspect", 0.95),
        ("metric", "nature", 0.95),
        ("metric", "period", 0.80),
        ("model-release", "developer", 1.0),
        ("model-release", "date", 1.0),
        ("personnel-change", "date", 0.95),
        ("personnel-change", "replaces", 0.95),
    ],
)
def test_the_fields_of_facts_are_right(
    rows: dict[tuple[str, str], score.Row], kind: str, criterion: str, floor: float
) -> None:
    assert rows[kind, criterion].recall >= floor


def test_the_structure_is_right_throughout(rows: dict[tuple[str, str], score.Row]) -> None:
    wrong = {row.criterion: row.gold - row.right for row in rows.values() if row.kind == "structure"}
    assert not {criterion: count for criterion, count in wrong.items() if count}
