"""Asking: a typed sequence of facts, its questions and its tables."""

from __future__ import annotations

import copy
import csv
import io
import pickle
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pendulum
import pytest
from builders import ACME, DAILY, FOURTH, MIRA, WREN, WREN_2, a_dataset, a_report
from hypothesis import given
from hypothesis import strategies as st
from test_values import is_a_value

from qwenfacts import strategies
from qwenfacts.entities import Entity
from qwenfacts.errors import ArgumentError, InvalidValueError, NotFoundError, NotUniqueError
from qwenfacts.facts import (
    Citation,
    Event,
    Fact,
    Metric,
    ModelRelease,
    PersonnelChange,
    Relation,
    Statement,
)
from qwenfacts.query import FACT_TYPES, Facts

FACTS = a_dataset().facts
METRICS = FACTS.of_type(Metric)
NONE = Facts[Fact](())

some_facts = st.lists(strategies.facts(), max_size=3).map(Facts)


def types_of(facts: Facts[Any]) -> list[str]:
    return [fact.type for fact in facts]


# -- a sequence -------------------------------------------------------------------------------


@given(some_facts)
def test_facts_are_a_value(facts: Facts[Fact]) -> None:
    is_a_value(facts, "items")
    assert len(facts.entities) >= 0  # what is cached
    is_a_value(facts, "items")


def test_no_cache_is_pickled() -> None:
    facts = Facts(FACTS.items)
    before = pickle.dumps(facts)
    assert facts.entities.by_id
    assert pickle.dumps(facts) == before
    assert copy.copy(facts).entities == facts.entities


@given(some_facts, st.data())
def test_facts_are_a_sequence(facts: Facts[Fact], data: st.DataObject) -> None:
    items = facts.items
    cut = data.draw(st.slices(len(items)))
    assert tuple(facts) == items == tuple(facts[i] for i in range(len(facts)))
    assert len(facts) == len(items)
    assert facts[cut].items == items[cut]
    assert isinstance(facts[cut], Facts)
    assert facts == Facts(items)
    assert hash(facts) == hash(Facts(items))
    assert facts.first() == (items[0] if items else None)
    assert list(reversed(facts)) == list(reversed(items))
    assert all(fact in facts and facts.index(fact) == items.index(fact) for fact in items)
    with pytest.raises(IndexError):
        facts[len(items)]


@given(some_facts, some_facts)
def test_facts_are_added(some: Facts[Fact], more: Facts[Fact]) -> None:
    both = some + more
    assert both.items == some.items + more.items
    assert {entity.id for entity in both.entities} == {
        entity.id for facts in (some, more) for entity in facts.entities
    }


def test_a_sum_has_the_fields_of_both() -> None:
    both = FACTS.of_type(Statement) + METRICS
    assert types_of(both) == ["statement", "metric", "metric"]
    assert len(both.where(verbatim=True)) == 1
    assert len(both.where(measure="revenue")) == 2
    with pytest.raises(NotFoundError, match="no field 'licence'"):
        both.where(licence="MIT")
    assert repr(METRICS + METRICS).startswith("Facts[Metric], 4:")
    every = FACTS.of_type(Fact) + FACTS.of_type(Fact)
    assert len(every.where(measure="revenue")) == 4
    assert len(every.to_csv()) > len(FACTS.to_csv())


def test_an_answer_knows_the_entities_of_the_whole() -> None:
    assert FACTS[:0].entities == FACTS.entities
    assert not FACTS[:0].about("Wren 2")
    assert not METRICS.where(subject=WREN)


@pytest.mark.parametrize("other", [(), [], None, "x", 5])
def test_only_facts_are_added_to_facts(other: Any) -> None:
    with pytest.raises(TypeError, match=r"unsupported operand|can only concatenate"):
        FACTS + other
    with pytest.raises(TypeError, match=r"unsupported operand|can only concatenate"):
        other + FACTS


def test_facts_are_facts() -> None:
    wrong: Any = [FACTS[0], "metric"]
    with pytest.raises(InvalidValueError, match="Facts: wants facts, got 'metric'"):
        Facts(wrong)


# -- where ------------------------------------------------------------------------------------


@pytest.mark.parametrize("wanted", [ACME, "acme", "Acme", "ACME INC.", Entity("acme", "other", "Somebody")])
def test_where_takes_an_entity_its_id_or_a_name(wanted: Entity | str) -> None:
    assert types_of(FACTS.where(subject=wanted)) == ["metric", "metric", "outlook"]
    assert types_of(FACTS.where(developer=wanted)) == ["model-release"]
    assert types_of(FACTS.where(channels=wanted)) == ["model-release"]
    assert types_of(FACTS.where(of=wanted)) == ["metric"]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"type": "metric"}, ["metric", "metric"]),
        ({"type": "metric", "kind": "hire"}, []),
        ({"measure": "revenue", "aspect": "share"}, ["metric"]),
        ({"measure": "employees"}, []),
        ({"of": "sales"}, ["metric"]),
        ({"of": "profits"}, []),
        ({"object": "open data"}, ["relation"]),
        ({"object": WREN}, ["relation"]),
        ({"origin": "errata"}, ["event"]),
        ({"story": 1, "verbatim": True}, ["statement"]),
        ({"date": FOURTH}, ["citation", "model-release"]),
        ({"head": None, "stage": None}, []),
        ({"head": None}, []),
        ({"channels": (WREN, ACME)}, ["model-release"]),
        ({"channels": (ACME, WREN)}, []),
        ({"parts": "wren"}, ["event"]),
        ({"report": "acme-2027-05-07", "type": "outlook"}, ["outlook"]),
        ({"subject": 3}, []),
        ({}, types_of(FACTS)),
    ],
)
def test_where_compares_fields(wanted: dict[str, Any], found: list[str]) -> None:
    assert types_of(FACTS.where(**wanted)) == found


def test_where_takes_the_very_days_of_a_period_in_every_form() -> None:
    day = pendulum.Date(2027, 5, 4)
    for form in ("2027-05-04", day, (day, day), "2027-05-04/2027-05-04"):
        assert types_of(FACTS.where(date=form)) == ["citation", "model-release"]
    assert not FACTS.where(date="2027-05")
    with pytest.raises(InvalidValueError, match="write them as"):
        FACTS.where(date="4 May")


def test_where_refuses_words_for_a_quantity() -> None:
    with pytest.raises(InvalidValueError, match="quantity: wants a Quantity, got '40%'; or ask"):
        METRICS.where(quantity="40%")


def test_where_takes_a_predicate_too() -> None:
    assert types_of(METRICS.where(lambda metric: metric.quantity.value > 40)) == ["metric"]
    assert not METRICS.where(lambda metric: metric.quantity.value > 40, aspect="change")
    assert FACTS.where() == FACTS


@pytest.mark.parametrize(
    ("name", "nearest"), [("mesure", "measure"), ("Story", "story"), ("evidences", "evidence")]
)
def test_an_unknown_field_names_the_nearest(name: str, nearest: str) -> None:
    for facts in (FACTS, METRICS, METRICS[:0]):
        with pytest.raises(
            NotFoundError, match=f"no field '{name}' in these facts; did you mean .*{nearest}"
        ):
            facts.where(**{name: 1})


def test_a_field_of_another_type_is_unknown() -> None:
    with pytest.raises(NotFoundError, match="no field 'verbatim' in these facts"):
        METRICS.where(verbatim=True)
    with pytest.raises(NotFoundError, match="no field 'start'"):
        FACTS.where(start=0)


@pytest.mark.parametrize(
    ("kind", "name", "wanted", "nearest"),
    [
        (PersonnelChange, "kind", "hired", "; did you mean hire?; there are appointment, continuation, dep"),
        (Metric, "aspect", "levels", "; did you mean level?; there are change, level, rank, share"),
        (Metric, "direction", "xyz", "; there are down, up"),
        (Fact, "origin", "rules", "; did you mean rule?; there are errata, rule"),
        (Fact, "stage", "betta", "; did you mean beta?"),
        (Fact, "type", "metrics", "; did you mean metric?; there are citation, event,"),
        (Metric, "type", "fact", "; there are citation, event,"),
    ],
)
def test_an_unknown_choice_names_the_nearest(kind: type[Fact], name: str, wanted: str, nearest: str) -> None:
    for facts in (FACTS.of_type(kind), FACTS.of_type(kind)[:0]):
        with pytest.raises(NotFoundError) as caught:
            facts.where(**{name: wanted})
        assert str(caught.value).startswith(f"no {name} {wanted!r}{nearest}")


def test_a_choice_that_no_fact_made_is_empty() -> None:
    assert not METRICS.where(aspect="rank")
    assert not METRICS.where(type="outlook")
    assert not METRICS.where(direction="down")
    assert types_of(METRICS.where(direction=None)) == ["metric"]
    assert not FACTS.where(stage="beta")


def test_where_one_type_takes_any_slug_all_do() -> None:
    """The kind of a `Relation` is a slug of an open list."""
    assert not FACTS.where(kind="owned_by")
    assert types_of(FACTS.where(kind="built_on")) == ["relation"]
    assert not METRICS.where(measure="gross-margin")


@pytest.mark.parametrize("wanted", ["acmee", Entity("acmes", "other", "Acme")])
def test_an_unknown_entity_names_the_nearest(wanted: Entity | str) -> None:
    for facts in (FACTS, METRICS[:0]):
        with pytest.raises(NotFoundError, match=r"no entity '\w+' here; did you mean .*acme"):
            facts.where(subject=wanted)
        with pytest.raises(NotFoundError, match=r"no entity '\w+' here; did you mean .*acme"):
            facts.about(wanted)


def test_where_words_may_stand_an_entity_still_has_to_be_known() -> None:
    with pytest.raises(NotFoundError, match="no entity 'zeta'"):
        FACTS.where(of=Entity("zeta", "organisation", "Zeta"))


@given(some_facts)
def test_where_is_a_filter(facts: Facts[Fact]) -> None:
    for fact in facts:
        assert fact in facts.where(id=fact.id)
        assert fact in facts.where(type=fact.type, story=fact.story, evidence=fact.evidence)
        for entity in fact.entities():
            assert fact in facts.about(entity.id)
            named = [other for other in facts if entity.id in {e.id for e in other.entities()}]
            assert list(facts.about(entity)) == named


# -- about ------------------------------------------------------------------------------------


def test_about_looks_into_every_field() -> None:
    assert types_of(FACTS.about(MIRA)) == ["event", "personnel-change", "statement"]
    assert types_of(FACTS.about("the daily wire")) == ["citation"]
    assert types_of(FACTS.about(WREN_2)) == ["model-release", "event", "relation", "relation"]


def test_about_takes_parts_along() -> None:
    assert types_of(FACTS.about(WREN)) == ["model-release", "event", "relation"]
    assert types_of(FACTS.about(WREN, parts=True)) == ["model-release", "event", "relation", "relation"]
    assert len(FACTS.about(ACME, parts=True)) > len(FACTS.about(ACME))
    assert FACTS.about(DAILY, parts=True) == FACTS.about(DAILY)


# -- one and first ----------------------------------------------------------------------------


def test_one_is_the_only_one() -> None:
    assert FACTS.of_type(Citation).one() is FACTS[0]
    with pytest.raises(NotFoundError, match=r"one\(\): there is no fact here; loosen the question"):
        NONE.one()
    with pytest.raises(NotUniqueError, match=r"one\(\): 2 facts here \(acme-2027-05-07/metric@.* \.\.\.\)"):
        METRICS.one()


def test_first_is_the_first_or_nothing() -> None:
    assert METRICS.first() is METRICS[0]
    assert NONE.first() is None


def test_a_type_is_asked_for_by_its_class() -> None:
    with pytest.raises(ArgumentError, match="wants a class of facts such as Metric, got 'metric'"):
        FACTS.of_type("metric")  # type: ignore[type-var, arg-type, unused-ignore] # pyright: ignore[reportArgumentType]


def test_of_type_is_typed() -> None:
    for kind in FACT_TYPES:
        found = FACTS.of_type(kind)
        assert found
        assert all(type(fact) is kind for fact in found)
    assert FACTS.of_type(Fact) == FACTS


# -- repr -------------------------------------------------------------------------------------


def test_the_repr_shows_the_first_ten() -> None:
    assert repr(NONE) == "Facts[Fact], 0"
    assert repr(METRICS[:0]) == "Facts[Metric], 0"
    assert repr(METRICS).splitlines() == [
        "Facts[Metric], 2:",
        "  metric: Acme revenue change up about 4.5% (2027-05-01/2027-05-31) “about 4.5%”",
        "  metric: Acme revenue share 42% “42%”",
    ]
    assert len(FACTS) == 10
    assert "more" not in repr(FACTS)
    assert repr(FACTS + FACTS).splitlines()[-1] == "  ... and 10 more"
    assert len(repr(FACTS + FACTS).splitlines()) == 12


# -- tables -----------------------------------------------------------------------------------


def test_the_row_of_a_metric() -> None:
    row = METRICS.to_dicts()[0]
    assert row["type"] == "metric"
    assert row["subject"] == row["of"] == "acme"
    assert (row["quantity"], row["value"], row["unit"], row["bound"]) == (
        "about 4.5%",
        Decimal("4.5"),
        "percent",
        "about",
    )
    assert (row["low"], row["high"], row["per"]) == (Decimal("4.45"), Decimal("4.55"), None)
    assert (row["period"], row["period_precision"], row["period_from"]) == ("May 2027", "month", "stated")
    assert (row["period_start"], row["period_end"]) == (pendulum.Date(2027, 5, 1), pendulum.Date(2027, 5, 31))
    assert row["quote"] == "about 4.5%"
    assert a_report().text[row["start"] : row["end"]] == row["quote"]
    assert row["quote"] in row["sentence"]
    assert not {"evidence", "mentions"} & row.keys()


def test_the_row_of_a_release() -> None:
    release = FACTS.of_type(ModelRelease)
    row = release.to_dicts()[0]
    assert row["channels"] == ("wren", "acme")
    assert row["variants"] == ()
    assert row["parameters"] is None
    assert "parameters_value" in row
    sized = attrs.evolve(release[0], parameters=METRICS[0].quantity)
    assert Facts([sized]).to_dicts()[0]["parameters_low"] == Decimal("4.45")
    assert ",wren acme," in release.to_csv()


@given(some_facts)
def test_all_rows_have_the_same_columns(facts: Facts[Fact]) -> None:
    empty = next(csv.reader(io.StringIO(facts[:0].to_csv())))
    for row in facts.to_dicts():
        assert list(row) == empty


def test_the_columns_are_declared_once() -> None:
    assert METRICS[:0].to_dicts() == []
    header = METRICS[:0].to_csv()
    assert header == METRICS.to_csv()[: len(header)]
    assert header.startswith("type,id,report,story,quote,sentence,start,end,origin,subject,measure,")
    assert FACTS.of_type(Event)[:0].to_csv().count("fiscal_period_start") == 1
    names = next(csv.reader(io.StringIO(NONE.to_csv())))
    assert len(names) == len(set(names))


def cell(value: object) -> str:
    if isinstance(value, tuple):
        return " ".join(map(str, value))
    return "" if value is None else str(value)


@given(some_facts)
def test_csv_is_read_back_as_it_was_written(facts: Facts[Fact]) -> None:
    text = facts.to_csv()
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert rows == [{key: cell(value) for key, value in row.items()} for row in facts.to_dicts()]


def test_csv_goes_to_a_file(tmp_path: Path) -> None:
    path = tmp_path / "metrics.csv"
    text = METRICS.to_csv(path)
    assert path.read_bytes().decode() == text == METRICS.to_csv(str(path))


def test_relations_to_words_and_to_things_have_one_column() -> None:
    rows = FACTS.of_type(Relation).to_dicts()
    assert [row["object"] for row in rows] == ["wren", "open data"]
