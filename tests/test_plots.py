"""The pictures: what stands in them is what the facts say, and an end that is open looks open."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from decimal import Decimal
from typing import Any

import pendulum
import pytest
from attrs import evolve
from builders import ACME, a_report
from hypothesis import given, settings

import qwenfacts as qf
from qwenfacts import strategies as qst

pytest.importorskip("altair", reason="the extra `plot` is not installed")

from qwenfacts import plots

REPORT = a_report()
GROWTH, SHARE = REPORT.facts.of_type(qf.Metric)
EVERY_TYPE = {fact.type for fact in REPORT.facts}


def rows_of(chart: Any) -> list[dict[str, Any]]:
    """The rows of a chart; making its description also checks it against the schema of Vega-Lite."""
    rows: list[dict[str, Any]] = json.loads(chart.to_json())["data"]["values"]
    return rows


def worded(text: str, value: int, bound: Any, **more: Any) -> qf.Metric:
    """The share of the report with another wording."""
    quantity = qf.Quantity.worded(text, Decimal(value), "percent", bound, **more)
    evidence = evolve(SHARE.evidence[0], span=qf.Span(0, len(text)), quote=text, sentence=text)
    return evolve(SHARE, quantity=quantity, evidence=(evidence,))


def dated(start: str | None, end: str | None) -> qf.ModelRelease:
    """The release of the report at another time."""
    days = [pendulum.Date.fromisoformat(day) if day else None for day in (start, end)]
    precision: Any = "range" if all(days) else "open" if any(days) else "fiscal_quarter"
    release = REPORT.facts.of_type(qf.ModelRelease).one()
    return evolve(release, date=qf.Period(days[0], days[1], precision, "then"))


# -- series --------------------------------------------------------------------------------------


def test_a_series_shows_the_interval_that_the_wording_allows() -> None:
    (row,) = rows_of(plots.series([GROWTH]))
    assert (row["from"], row["value"], row["to"]) == (4.45, 4.5, 4.55)
    assert (row["low"], row["high"], row["open"]) == (4.45, 4.55, None)
    assert row["when"] == "2027-05-01/2027-05-31"
    assert row["said"] == "about 4.5%"
    assert row["sentence"] == GROWTH.evidence[0].sentence


@pytest.mark.parametrize(
    ("metric", "end", "tip"),
    [(worded("over 40%", 40, "over"), "above", "to"), (worded("up to 40%", 40, "at_most"), "below", "from")],
    ids=str,
)
def test_an_open_end_is_an_arrow_that_goes_on_from_the_number(metric: qf.Metric, end: str, tip: str) -> None:
    row, other = rows_of(plots.series([metric, worded("60%", 60, "exact", place=Decimal(1))]))
    assert row["open"] == end
    assert row["tip"] == row[tip]
    assert abs(row["tip"] - 40) == pytest.approx(0.15 * 20.5)
    assert {row["from"], row["to"]} == {40.0, row["tip"]}
    assert other["open"] is None


def test_an_arrow_alone_is_as_long_as_its_number_is_large() -> None:
    (row,) = rows_of(plots.series([worded("over 40%", 40, "over")]))
    assert row["tip"] == 46
    (row,) = rows_of(plots.series([worded("over 0%", 0, "over")]))
    assert row["tip"] == 0.15


def test_a_series_keeps_its_order_and_sets_claims_of_one_period_side_by_side() -> None:
    rows = rows_of(plots.series([SHARE, GROWTH, SHARE]))
    assert [(row["when"], row["place"]) for row in rows] == [
        ("no date", 1),
        ("2027-05-01/2027-05-31", 1),
        ("no date", 2),
    ]


def test_a_series_tells_changes_and_shares_from_levels() -> None:
    level = evolve(SHARE, aspect="level")
    rows = rows_of(plots.series([GROWTH, SHARE, level]))
    assert [row["what"] for row in rows] == ["Acme revenue change up", "Acme revenue share", "Acme revenue"]


def test_a_series_of_several_units_is_refused() -> None:
    rate = qf.Quantity.worded("$2", Decimal(2), "USD", per="1000000 token")
    evidence = evolve(SHARE.evidence[0], span=qf.Span(0, 2), quote="$2", sentence="$2")
    price = evolve(SHARE, quantity=rate, evidence=(evidence,))
    with pytest.raises(qf.errors.InvalidValueError, match="got USD per 1000000 token, percent; ask for one"):
        plots.series([SHARE, price])


def test_nothing_gives_an_empty_picture() -> None:
    assert rows_of(plots.series([])) == []
    assert rows_of(plots.timeline([])) == []
    assert rows_of(plots.conflicts([])) == []
    assert rows_of(plots.coverage(qf.Report(title="", subject=ACME, text="", entities=(ACME,)))) == []


# -- timeline ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "end", "shown", "open_end"),
    [
        ("2027-05-01", "2027-05-31", ("2027-05-01T00:00:00", "2027-05-31T00:00:00"), None),
        ("2027-05-04", None, ("2027-05-04T00:00:00", "2027-05-04T00:00:00"), "after"),
        (None, "2027-05-04", ("2027-05-04T00:00:00", "2027-05-04T00:00:00"), "before"),
    ],
)
def test_a_timeline_says_from_when_to_when(
    start: str | None, end: str | None, shown: tuple[str, str], open_end: str | None
) -> None:
    (row,) = rows_of(plots.timeline([dated(start, end)]))
    assert (row["start"], row["end"]) == shown
    assert row["open"] == open_end
    assert row["type"] == "model-release"


def test_a_timeline_leaves_out_what_speaks_of_no_day() -> None:
    statement = REPORT.facts.of_type(qf.Statement).one()
    assert rows_of(plots.timeline([statement, dated(None, None)])) == []


def test_a_timeline_keeps_the_order_of_the_facts() -> None:
    facts = qf.Dataset.of(REPORT).timeline()
    assert [row["place"] for row in rows_of(plots.timeline(facts))] == [fact.id for fact in facts]


# -- conflicts -----------------------------------------------------------------------------------


def a_conflict(*facts: qf.Fact) -> qf.Conflict:
    return qf.Conflict(kind="metric", field="quantity", facts=facts, severity="hard", why="4.5 is not 42")


def test_conflicts_name_every_claim_and_why_they_clash() -> None:
    outside = evolve(SHARE, story=None)
    one, two = rows_of(plots.conflicts([a_conflict(GROWTH, outside)]))
    assert one["conflict"] == two["conflict"] == "1. metric quantity"
    assert (one["claim"], two["claim"]) == ("acme-2027-05-07, story 1", "acme-2027-05-07, no story")
    assert {one["why"], two["why"]} == {"4.5 is not 42"}
    assert (one["fact"], two["sentence"]) == (str(GROWTH), SHARE.evidence[0].sentence)


def test_the_conflicts_of_a_dataset_are_all_there() -> None:
    dataset = qf.load()
    rows = rows_of(plots.conflicts(dataset))
    assert [row["why"] for row in rows] == [c.why for c in dataset.conflicts() for _ in c.facts]


# -- coverage ------------------------------------------------------------------------------------


def test_coverage_shows_every_block_all_evidence_and_what_is_unread() -> None:
    rows = rows_of(plots.coverage(REPORT))
    stretches = {(row["lane"], row["start"], row["end"]) for row in rows}
    assert stretches == {
        *(("text", block.span.start, block.span.end) for block in REPORT.blocks),
        *((fact.type, e.span.start, e.span.end) for fact in REPORT.facts for e in fact.evidence),
        *(("unread", entry.span.start, entry.span.end) for entry in REPORT.unread),
    }
    assert {row["what"] for row in rows if row["lane"] == "unread"} == {"no-rule"}


def test_coverage_has_a_lane_for_each_type_that_is_there() -> None:
    lanes = plots.coverage(REPORT).to_dict()["layer"][0]["encoding"]["y"]["scale"]["domain"]
    assert lanes[0] == "text"
    assert lanes[-1] == "unread"
    assert set(lanes[1:-1]) == EVERY_TYPE


# -- the library behind it ------------------------------------------------------------------------


def test_altair_is_imported_by_the_first_picture_only() -> None:
    code = "import sys; from qwenfacts import plots; assert 'altair' not in sys.modules; plots.series([]);"
    subprocess.run([sys.executable, "-c", f"{code} assert 'altair' in sys.modules"], check=True, timeout=60)


@pytest.mark.parametrize("draw", [plots.series, plots.timeline, plots.conflicts])
def test_without_altair_the_error_says_what_to_install(draw: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "altair", None)
    with pytest.raises(qf.errors.MissingExtraError, match=r"pip install 'qwenfacts\[plot\]'"):
        draw([])


# -- all of them ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", plots.__all__)
def test_the_same_facts_give_the_same_picture(name: str) -> None:
    given_to: dict[str, Any] = {
        "series": [GROWTH, SHARE],
        "timeline": REPORT.facts,
        "conflicts": [a_conflict(GROWTH, SHARE)],
        "coverage": REPORT,
    }
    draw = getattr(plots, name)
    once, again = (draw(given_to[name]).to_json() for _ in range(2))
    assert once == again
    assert not re.search(r"https?://(?!vega\.github\.io/schema/|wire\.example)", once), (
        "asks for something else"
    )


@settings(max_examples=5)  # building a chart takes time
@given(qst.reports())
def test_every_report_can_be_drawn(report: qf.Report) -> None:
    count = sum(len(fact.evidence) for fact in report.facts)
    rows = rows_of(plots.coverage(report))
    assert len(rows) == len(report.blocks) + count + len(report.unread)
    dataset = qf.Dataset.of(report)
    assert len(rows_of(plots.timeline(dataset.timeline()))) == len(dataset.timeline())


@settings(max_examples=8)
@given(qst.metrics())
def test_every_metric_can_be_drawn_with_its_number_inside_its_bar(metric: qf.Metric) -> None:
    (row,) = rows_of(plots.series([metric]))
    assert row["from"] <= row["value"] <= row["to"]
    assert (row["low"] is None or row["high"] is None) == (row["open"] is not None)
