"""Change between two reports, and what a dataset says over time."""

from __future__ import annotations

import datetime as dt
import pickle
from decimal import Decimal
from typing import Any

import attrs
import pendulum
import pytest
from builders import ACME, a_dataset, a_report
from hypothesis import given
from test_compare import (
    BOARD,
    FIRST,
    GUILD,
    JO,
    KIM,
    LARK,
    MAY,
    MIRA,
    SECOND,
    WIRE,
    WREN,
    day,
    fiscal,
    joins,
    metric,
    said,
)

import qwenfacts as qf
from qwenfacts import strategies
from qwenfacts.changes import changes
from qwenfacts.dataset import Dataset
from qwenfacts.errors import InvalidValueError, NotFoundError
from qwenfacts.facts import Fact
from qwenfacts.query import Facts

SEVENTH, EIGHTH = a_report(), a_report(stories=2, day=8)
DATASET = Dataset.of(SEVENTH, EIGHTH)


def answer(before: Fact, after: Fact) -> str:
    """What becomes of one fact in view of another."""
    found = changes(Facts((before,)), Facts((after,)))
    if found.restated:
        assert found.restated == ((before, after),)
        assert not found.new + found.repeated + found.dropped
        return "restated"
    if found.repeated:
        assert found.repeated.items == (after,)
        assert not found.new + found.dropped
        return "repeated"
    assert (found.new.items, found.dropped.items) == ((after,), (before,))
    return "new"


about_range: dict[str, Any] = {"quantity": qf.Quantity.worded("over 4,000", Decimal(4000), "count", "over")}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (metric("5,000", 5000), metric("5,000", 5000, at=SECOND), "repeated"),
        (metric("5,000", 5000), metric("over 4,000", 1, at=SECOND, **about_range), "repeated"),
        (metric("5,000", 5000), metric("7,000", 7000, at=SECOND), "restated"),
        (metric("5,000", 5000, period=MAY), metric("7,000", 7000, at=SECOND, period=day(9)), "restated"),
        (metric("5,000", 5000, period=MAY), metric("7,000", 7000, at=SECOND, period=day(9, 6)), "new"),
        (metric("5,000", 5000), metric("5,000", 5000, at=SECOND, measure="users"), "new"),
        (metric("5", 5, direction="up"), metric("5", 5, at=SECOND, direction="down"), "restated"),
        (joins(), joins(at=SECOND, role="CTO"), "repeated"),
        (joins(role="CTO"), joins(at=SECOND, role="Group CTO"), "repeated"),
        (joins(role="CTO"), joins(at=SECOND, role="head of sales"), "restated"),
        (joins(), joins(at=SECOND, whom=KIM), "restated"),
        (joins(), joins(at=SECOND, who=KIM), "new"),
        (joins(date=day(4)), joins(at=SECOND, date=MAY), "repeated"),
        (joins(date=day(4)), joins(at=SECOND, date=day(5)), "restated"),
    ],
)
def test_a_claim_is_new_repeated_or_restated(before: Fact, after: Fact, expected: str) -> None:
    assert answer(before, after) == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({"date": day(4)}, {"date": day(5)}, "restated"),
        ({"date": day(4)}, {"date": day(5, 8)}, "new"),
        ({"fiscal_period": fiscal("Q1 FY28")}, {"fiscal_period": fiscal("Q1 FY2028")}, "repeated"),
        ({"fiscal_period": fiscal("Q1 FY28")}, {"fiscal_period": fiscal("Q2 FY28")}, "new"),
        ({"fiscal_period": fiscal("Q1 FY28")}, {"date": day(5)}, "repeated"),
        ({"parts": (MIRA, JO)}, {"parts": (MIRA, JO, KIM)}, "repeated"),
        ({"parts": (MIRA, JO)}, {"parts": (MIRA, KIM)}, "restated"),
        ({"head": MIRA}, {"head": attrs.evolve(MIRA, name="Mira Cole")}, "repeated"),
        ({"fiscal_period": MAY}, {"fiscal_period": fiscal("Q1 FY28")}, "repeated"),
    ],
)
def test_events_answer_each_other_at_one_time(before: Any, after: Any, expected: str) -> None:
    one = said(qf.Event, kind="earnings", subject=ACME, **before)
    assert answer(one, said(qf.Event, kind="earnings", subject=ACME, at=SECOND, **after)) == expected


def test_what_only_stands_elsewhere_is_repeated() -> None:
    source = said(qf.Citation, source=WIRE, text="Wire", supports=1)
    again = said(qf.Citation, source=WIRE, text="Wire", supports=4, story=4, at=SECOND)
    assert answer(source, again) == "repeated"
    release = said(qf.ModelRelease, model=WREN, channels=(LARK,))
    assert answer(release, said(qf.ModelRelease, model=WREN, channels=(GUILD,), at=SECOND)) == "repeated"
    spoken = said(qf.Statement, text="It grew", verbatim=False)
    assert answer(spoken, said(qf.Statement, text="It grew", verbatim=True, at=SECOND)) == "restated"
    member = said(qf.Relation, subject=MIRA, kind="member_of", object=BOARD)
    assert (
        answer(member, said(qf.Relation, subject=MIRA, kind="member_of", object=BOARD, at=SECOND))
        == "repeated"
    )
    assert (
        answer(member, said(qf.Relation, subject=MIRA, kind="member_of", object="a board", at=SECOND))
        == "new"
    )


def test_what_is_said_again_is_not_also_restated() -> None:
    before = Facts((metric("5,000", 5000), metric("9", 9, measure="users")))
    after = Facts((metric("5,000", 5000, at=SECOND), metric("7,000", 7000, at=SECOND)))
    found = changes(before, after)
    assert found.repeated.items == after.items[:1]
    assert found.new.items == after.items[1:]
    assert found.dropped.items == before.items[1:]
    assert not found.restated
    assert repr(found) == "<Changes: 1 new, 1 repeated, 0 restated, 1 dropped>"


def test_changes_are_a_value() -> None:
    found = DATASET.changes(FIRST, "acme-2027-05-08")
    assert found == DATASET.changes("2027-05-07", dt.date(2027, 5, 8)) == pickle.loads(pickle.dumps(found))
    assert hash(found) == hash(attrs.evolve(found))
    assert len(found.repeated) == len(EIGHTH.facts)
    assert not found.new + found.dropped
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        found.new = found.dropped  # type: ignore[misc]
    with pytest.raises(NotFoundError, match="no report has that id"):
        DATASET.changes("2027-05-07", "2027-05-09")


@given(strategies.fact_lists(max_size=4))
def test_nothing_changes_against_itself(facts: Facts[Fact]) -> None:
    one_each = Facts({fact.id: fact for fact in facts}.values())
    found = changes(one_each, one_each)
    assert found.repeated == one_each or found.restated
    assert not found.new
    assert not found.dropped


# -- over time --------------------------------------------------------------------------------


def test_what_a_reader_could_have_known() -> None:
    dataset = a_dataset()
    assert dataset.as_of("2027-05-07").reports == dataset.reports[:1]
    assert dataset.as_of("2027").as_of(dt.date(2027, 5, 7)) == dataset.as_of("2027-05")
    assert dataset.as_of("2027-05-06") == Dataset.of()
    assert dataset.as_of("2027/..") == dataset.as_of("2027")
    assert DATASET.as_of("2027-05-07") == Dataset.of(SEVENTH)
    with pytest.raises(InvalidValueError, match="no days"):
        dataset.as_of("yesterday")


def test_the_timeline_has_every_dated_fact_by_its_first_day() -> None:
    timeline = DATASET.timeline()
    kinds = [fact.type for fact in timeline if fact.report == FIRST]
    assert kinds == ["metric", "citation", "model-release", "event"]
    assert len(timeline) == 12
    assert timeline.about(ACME) == Facts(fact for fact in timeline if ACME in fact.entities())


def test_a_series_goes_by_period_then_report() -> None:
    series = DATASET.series("Acme Inc.", "revenue")
    assert [(m.report[-2:], m.period is None) for m in series] == [
        *[("07", False), ("08", False), ("08", False)],
        *[("07", True), ("08", True), ("08", True)],
    ]
    assert series == DATASET.series(ACME, "revenue")
    assert not DATASET.series(ACME, "patents")
    with pytest.raises(NotFoundError, match="no measure"):
        DATASET.series(ACME, "revenu")
    with pytest.raises(NotFoundError, match="no entity"):
        DATASET.series("Zeta", "revenue")


def test_the_data_version_follows_from_texts_and_corrections() -> None:
    version = DATASET.data_version
    assert len(version) == 12
    assert int(version, 16) >= 0
    assert Dataset.of(EIGHTH, SEVENTH).data_version == version
    assert Dataset.of(EIGHTH).data_version != version
    assert Dataset.from_json(DATASET.to_json()).data_version == version
    by_rule = SEVENTH.facts.where(origin="rule")
    story = attrs.evolve(SEVENTH.stories[0], facts=by_rule[:3])
    fewer = attrs.evolve(SEVENTH, facts=by_rule[:3], stories=[story])
    none = attrs.evolve(SEVENTH, facts=[], stories=[attrs.evolve(story, facts=[])])
    assert Dataset.of(fewer).data_version == Dataset.of(none).data_version != Dataset.of(SEVENTH).data_version


def test_each_kind_of_fact_has_its_view() -> None:
    views = {
        "events": qf.Event,
        "statements": qf.Statement,
        "outlooks": qf.Outlook,
        "relations": qf.Relation,
        "metrics": qf.Metric,
    }
    for name, kind in views.items():
        assert getattr(DATASET, name) == DATASET.facts.of_type(kind) != DATASET.facts
        assert getattr(DATASET, name) is getattr(DATASET, name)
    assert pendulum.Date(2027, 5, 7) == DATASET.reports[0].published
