"""Facts: what each of them checks, holds and says in one line."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, get_args

import attrs
import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from test_values import is_a_value

from qwenfacts import facts as types
from qwenfacts import strategies
from qwenfacts.base import is_several
from qwenfacts.entities import Entity
from qwenfacts.errors import InvalidValueError
from qwenfacts.facts import (
    Citation,
    Event,
    Evidence,
    Fact,
    Metric,
    ModelRelease,
    Outlook,
    PersonnelChange,
    Relation,
    Statement,
    entity_fields,
    parts_of,
)
from qwenfacts.query import FACT_TYPES
from qwenfacts.values import Period, Quantity, Span

REPORT = "acme-2027-05-07"
ACME = Entity("acme", "organisation", "Acme")
WREN = Entity("wren", "model", "Wren")
MIRA = Entity("mira-cole", "person", "Mira Cole")
MAY = Period(pendulum.Date(2027, 5, 1), pendulum.Date(2027, 5, 31), "month", "May 2027")
FOUR = Quantity.worded("4%", Decimal(4), "percent", place=Decimal(1))
SAID = Evidence(REPORT, Span(20, 25), "up 4%", "Sales are up 4%.")

STRATEGIES: dict[type[Fact], SearchStrategy[Any]] = {
    Metric: strategies.metrics(),
    ModelRelease: strategies.releases(),
    PersonnelChange: strategies.personnel_changes(),
    Event: strategies.events(),
    Statement: strategies.statements(),
    Citation: strategies.citations(),
    Outlook: strategies.outlooks(),
    Relation: strategies.relations(),
}

BASE: dict[str, Any] = {"report": REPORT, "evidence": [SAID], "mentions": [Span(23, 25)]}
NEEDED: dict[type[Fact], dict[str, Any]] = {
    Metric: {"subject": ACME, "measure": "revenue", "measure_text": "Sales", "quantity": FOUR},
    ModelRelease: {"model": WREN},
    PersonnelChange: {"person": MIRA, "kind": "hire"},
    Event: {"kind": "launch", "subject": WREN},
    Statement: {"text": "up 4%", "verbatim": True},
    Citation: {"source": ACME, "text": "Acme"},
    Outlook: {"kind": "risk", "subject": ACME, "text": "up 4%"},
    Relation: {"subject": WREN, "kind": "built_on", "object": "open data"},
}


def fact(kind: type[Fact], /, **changes: Any) -> Fact:
    """The least that a fact of that type needs, and what is changed."""
    return kind(**{"id": f"{REPORT}/{kind.type}@20", **BASE, **NEEDED[kind], **changes})


def test_every_type_of_fact_is_tested_here() -> None:
    assert set(FACT_TYPES) == set(STRATEGIES) == set(NEEDED)
    names = {kind.__name__ for kind in FACT_TYPES} | {"Evidence", "Fact"}
    assert names == set(types.__all__)
    assert len({kind.type for kind in FACT_TYPES}) == len(FACT_TYPES)


# -- evidence ---------------------------------------------------------------------------------


@given(strategies.evidences())
def test_evidence_is_a_value(evidence: Evidence) -> None:
    is_a_value(evidence, "quote")
    assert str(evidence) == f"“{evidence.quote}”"
    assert len(evidence.quote) == len(evidence.span)
    assert evidence.quote in evidence.sentence


def test_a_quote_fills_its_span_and_stands_in_its_sentence() -> None:
    with pytest.raises(InvalidValueError, match=r"Evidence\('up'\): 2 characters do not fill Span"):
        Evidence(REPORT, Span(0, 3), "up", "up 4%")
    with pytest.raises(InvalidValueError, match=r"Evidence\('UP'\): not in its sentence 'up 4%'"):
        Evidence(REPORT, Span(0, 2), "UP", "up 4%")


# -- what all facts are -----------------------------------------------------------------------


@pytest.mark.parametrize("kind", FACT_TYPES)
def test_what_holds_for_any_fact(kind: type[Fact]) -> None:
    @given(STRATEGIES[kind])
    def check(one: Fact) -> None:
        assert type(one) is kind
        is_a_value(one, "id")
        quotes = [evidence.span.start for evidence in one.evidence]
        assert one.start == (one.mentions[0].start if kind is Metric else min(quotes))
        assert list(one.mentions) == sorted(set(one.mentions))
        held = [part for name in attrs.fields_dict(kind) for part in parts_of(getattr(one, name))]
        assert list(one.entities()) == [part for part in held if isinstance(part, Entity)]
        assert set(entity_fields(kind)) <= set(attrs.fields_dict(kind))
        line = str(one)
        assert line.startswith(f"{kind.type}: ")
        assert line.endswith("”")
        assert len(line.splitlines()) == 1

    check()


@pytest.mark.parametrize("kind", FACT_TYPES)
def test_the_least_that_a_fact_needs(kind: type[Fact]) -> None:
    one = fact(kind)
    assert one == fact(kind, evidence=(SAID,), mentions=[Span(23, 25), Span(23, 25)])
    assert (one.origin, one.story, one.mentions) == ("rule", None, (Span(23, 25),))
    assert one != fact(kind, story=1)
    assert "  " not in str(one)


@pytest.mark.parametrize("kind", FACT_TYPES)
@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"evidence": ()}, "a fact needs evidence"),
        (
            {"evidence": [attrs.evolve(SAID, report="zeta-2027-05-07")]},
            "evidence from 'zeta-2027-05-07', but the fact is of 'acme-2027-05-07'",
        ),
        ({"id": "x"}, "'x': the id of this fact is acme-2027-05-07/"),
        ({"id": "@"}, "'@': the id of this fact is acme-2027-05-07/"),
        ({"id": f"{REPORT}/fact@20"}, "and the number of the character where it starts"),
        ({"origin": "guess"}, ".origin: 'guess' is none of rule, errata"),
        ({"story": True}, ".story: wants int or None, got True"),
        ({"report": 5}, ".report: wants str, got 5"),
        ({"evidence": ["up 4%"]}, ".evidence[0]: wants Evidence, got 'up 4%'"),
        ({"mentions": [Span(3, 4), (1, 2)]}, ".mentions[1]: wants Span, got (1, 2)"),
    ],
)
def test_all_facts_are_checked(kind: type[Fact], changes: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        fact(kind, **changes)
    assert message in str(caught.value)


@pytest.mark.parametrize("kind", FACT_TYPES)
def test_the_id_says_where_the_fact_starts(kind: type[Fact]) -> None:
    head = f"{REPORT}/{kind.type}@"
    for end, start in (("0", 0), ("20", 20), ("20-2", 20), ("7-13", 7)):
        assert fact(kind, id=head + end).start == start
    for end in ("", "x", "-1", "02", "20-", "20-0", "20-2-3", "20 ", "٣", "9" * 19):
        with pytest.raises(InvalidValueError, match="the number of the character where it starts"):
            fact(kind, id=head + end)


@pytest.mark.parametrize(
    ("kind", "changes", "message"),
    [
        (Metric, {"subject": "acme"}, "Metric.subject: wants Entity, got 'acme'"),
        (Metric, {"quantity": Decimal(4)}, "Metric.quantity: wants Quantity, got Decimal('4')"),
        (Metric, {"of": 5}, "Metric.of: wants Entity or str or None, got 5"),
        (
            Metric,
            {"measure_text": "Sal\ud800es"},
            "Metric.measure_text: lone surrogate '\\ud800' at character 3",
        ),
        (ModelRelease, {"channels": ["acme"]}, "ModelRelease.channels[0]: wants Entity, got 'acme'"),
        (Citation, {"supports": True}, "Citation.supports: wants int or str or None, got True"),
        (Outlook, {"horizon": pendulum.Date(2027, 5, 7)}, "Outlook.horizon: wants Period or None, got Date("),
        (Relation, {"object": None}, "Relation.object: wants Entity or str, got None"),
    ],
)
def test_a_field_holds_what_it_says(kind: type[Fact], changes: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        fact(kind, **changes)
    assert str(caught.value).startswith(message)


def test_the_repr_leaves_out_what_is_not_said() -> None:
    assert repr(ACME) == "Entity(id='acme', kind='organisation', name='Acme')"
    assert repr(fact(Citation)) == (
        f"Citation(id='{REPORT}/citation@20', report='{REPORT}', evidence=({SAID!r},),"
        f" mentions=(Span(start=23, end=25),), source={ACME!r}, text='Acme')"
    )


def choices(kind: type[Fact], name: str, literal: str, *others: object) -> Any:
    return pytest.param(kind, name, (*get_args(getattr(types, literal)), *others), id=f"{kind.type} {name}")


@pytest.mark.parametrize(
    ("kind", "name", "allowed"),
    [
        choices(Metric, "aspect", "Aspect"),
        choices(Metric, "direction", "Direction", None),
        choices(Metric, "nature", "Nature"),
        choices(ModelRelease, "stage", "Stage", None),
        choices(ModelRelease, "access", "Access", None),
        choices(PersonnelChange, "kind", "PersonnelKind"),
        choices(Event, "kind", "EventKind"),
        choices(Event, "stage", "Stage", None),
        choices(Outlook, "kind", "OutlookKind"),
        choices(Relation, "kind", "RelationKind"),
    ],
)
def test_a_choice_is_one_of_those_there_are(kind: type[Fact], name: str, allowed: tuple[object, ...]) -> None:
    for value in allowed:
        assert getattr(fact(kind, **{name: value}), name) == value
    wrong = [value for value in ("", "sideways", None, ["up"]) if value not in allowed]
    for value in wrong:
        with pytest.raises(InvalidValueError, match=rf"{kind.__name__}\.{name}: .* is none of "):
            fact(kind, **{name: value})


@pytest.mark.parametrize(("kind", "name"), [(Metric, "measure")])
@pytest.mark.parametrize("wrong", ["", "Revenue", "net  income", "-x", "a--b", None, 3])
def test_a_measure_is_a_slug(kind: type[Fact], name: str, wrong: object) -> None:
    with pytest.raises(InvalidValueError, match=rf"{kind.__name__}\.{name}: .* is no slug"):
        fact(kind, **{name: wrong})
    assert getattr(fact(kind, **{name: "adjusted-ebitda_2"}), name) == "adjusted-ebitda_2"


@pytest.mark.parametrize(
    ("kind", "changes", "message"),
    [
        (Metric, {"quantity": attrs.evolve(FOUR, text="5%")}, "the first evidence does not hold '5%'"),
        (Metric, {"period": MAY}, "period and period_from go together"),
        (Metric, {"period_from": "story"}, "period and period_from go together"),
        (Metric, {"period": MAY, "period_from": "x"}, "Metric.period_from: 'x' is none of stated,"),
        (PersonnelChange, {"person": None}, "give a person, or the words for an unnamed group"),
        (PersonnelChange, {"group": "two engineers"}, "give a person, or the words for"),
        (Statement, {"verbatim": "FALSE"}, "Statement.verbatim: wants bool, got 'FALSE'"),
        (Statement, {"verbatim": 1}, "Statement.verbatim: wants bool, got 1"),
    ],
)
def test_what_one_type_checks(kind: type[Fact], changes: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        fact(kind, **changes)
    assert message in str(caught.value)


# -- one line each ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "changes", "line"),
    [
        (Metric, {}, "metric: Acme revenue 4%"),
        (
            Metric,
            {"aspect": "change", "direction": "up", "period": MAY, "period_from": "stated"},
            "metric: Acme revenue change up 4% (2027-05-01/2027-05-31)",
        ),
        (ModelRelease, {}, "model-release: Wren"),
        (
            ModelRelease,
            {"stage": "general", "access": "open_weight", "date": MAY},
            "model-release: Wren general open_weight (2027-05-01/2027-05-31)",
        ),
        (PersonnelChange, {}, "personnel-change: Mira Cole hire"),
        (
            PersonnelChange,
            {"role": "head of\nWren", "organisation": ACME, "date": MAY},
            "personnel-change: Mira Cole hire as head of Wren at Acme (2027-05-01/2027-05-31)",
        ),
        (
            PersonnelChange,
            {"person": None, "group": "two engineers"},
            "personnel-change: two engineers hire",
        ),
        (Event, {"parts": (ACME,), "head": MIRA}, "event: Wren launch"),
        (Event, {"date": MAY}, f"event: Wren launch ({MAY})"),
        (Statement, {"speaker": MIRA}, "statement: Mira Cole"),
        (Citation, {"supports": 2}, "citation: Acme for story 2"),
        (
            Citation,
            {"link": "https://a.example", "supports": f"{REPORT}/metric@3"},
            f"citation: Acme https://a.example for {REPORT}/metric@3",
        ),
        (Outlook, {}, "outlook: Acme risk"),
        (Relation, {"object": ACME}, "relation: Wren built_on Acme"),
    ],
)
def test_the_line_of_a_fact(kind: type[Fact], changes: dict[str, Any], line: str) -> None:
    assert str(fact(kind, **changes)) == f"{line} “up 4%”"


def test_a_bare_fact_has_no_entities() -> None:
    bare = Fact(id=f"{REPORT}/fact@20", **BASE)
    assert list(bare.entities()) == []
    assert str(bare) == "fact: “up 4%”"
    assert entity_fields(Fact) == ()


@given(st.text() | st.none() | st.lists(st.integers(), max_size=3).map(tuple))
def test_a_field_holds_one_or_several(value: object) -> None:
    assert parts_of(value) == (value if is_several(value) else (value,))


# -- strategies -------------------------------------------------------------------------------


@given(strategies.facts(report="zeta-2027-01-02"))
def test_facts_are_of_the_report_that_is_wanted(one: Fact) -> None:
    assert one.report == "zeta-2027-01-02"
    assert type(one) in FACT_TYPES


@given(strategies.metrics())
def test_the_id_of_a_metric_is_where_its_quantity_stands(metric: Metric) -> None:
    assert metric.id == f"{metric.report}/metric@{metric.mentions[0].start}"
    assert metric.mentions[0] in metric.evidence[0].span
