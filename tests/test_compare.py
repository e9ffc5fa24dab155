"""Contradictions: found where two claims cannot both hold, and nowhere else."""

from __future__ import annotations

import datetime as dt
import pickle
from decimal import Decimal
from itertools import count
from typing import Any

import attrs
import pendulum
import pytest
from archive import archive
from goldfacts import DAYS, facts_by_hand, records
from hypothesis import given

import qwenfacts as qf
from qwenfacts import strategies
from qwenfacts.claims import days_between, same_fiscal_label, topic, words
from qwenfacts.compare import Conflict, conflicts
from qwenfacts.cues import base, superlative
from qwenfacts.entities import Entity
from qwenfacts.errors import InvalidValueError
from qwenfacts.facts import Evidence, Fact
from qwenfacts.query import Facts
from qwenfacts.values import Period, Quantity, Span

ACME = Entity("acme", "organisation", "Acme")
WREN = Entity("wren", "product", "Wren")
LARK = Entity("lark", "product", "Lark", ("Lark Mail",))
BOARD = Entity("router-board", "body", "Router Board")
GUILD = Entity("guild", "organisation", "Guild")
OUTAGE = Entity("red-tuesday", "incident", "Red Tuesday")
MIRA, JO, KIM, LEE = (Entity(name.lower(), "person", name) for name in ("Mira", "Jo", "Kim", "Lee"))
WIRE = Entity("wire", "publication", "Wire")

FIRST, SECOND, LATE = "acme-2027-05-07", "acme-2027-05-14", "acme-2028-01-07"
PUBLISHED = {FIRST: dt.date(2027, 5, 7), SECOND: dt.date(2027, 5, 14), LATE: dt.date(2028, 1, 7)}
starts = count(1000)


def day(number: int, month: int = 5, year: int = 2027) -> Period:
    this = pendulum.Date(year, month, number)
    return Period(this, this, "day", f"{number}.{month}.{year}")


def fiscal(text: str) -> Period:
    return Period(None, None, "fiscal_quarter", text)


def said(
    kind: type[Any],
    quote: str = "So it says",
    /,
    *,
    sentence: str | None = None,
    at: str = FIRST,
    **fields: Any,
) -> Any:
    start = next(starts)
    span = Span(start, start + len(quote))
    evidence = Evidence(at, span, quote, sentence or f"{quote} ({start})")
    return kind(
        id=f"{at}/{kind.type}@{start}", report=at, evidence=(evidence,), mentions=(), **{"story": 1, **fields}
    )


def metric(
    text: str, value: float, *, at: str = FIRST, sentence: str | None = None, **fields: Any
) -> qf.Metric:
    quantity = Quantity.worded(text, Decimal(str(value)), "count", place=Decimal(0))
    if "period" in fields:
        fields.setdefault("period_from", "stated")
    made = {
        "subject": ACME,
        "measure": "downloads",
        "measure_text": "downloads",
        "quantity": quantity,
        **fields,
    }
    found: qf.Metric = said(qf.Metric, text, at=at, sentence=sentence, **made)
    return found


def found(*facts: Fact) -> list[tuple[str, str, str]]:
    return [(c.severity, c.kind, c.field) for c in conflicts(Facts(facts), PUBLISHED)]


# -- the bundled reports ----------------------------------------------------------------------

GOLD = records("conflicts.jsonl")


def fits(conflict: Conflict, record: dict[str, Any]) -> bool:
    """Whether each quote of a listed conflict stands in a sentence of one of its facts, or meets its quote."""
    said = [(e.report[-10:], e) for fact in conflict.facts for e in fact.evidence]
    return conflict.severity == record["severity"] and all(
        any(day == e_day and (quote in e.sentence or e.quote in quote) for e_day, e in said)
        for day, _, quote in record["quotes"]
    )


def test_what_was_read_by_hand_gives_the_conflicts_that_were_seen_by_hand() -> None:
    published = {report.id: report.published for report in qf.load().reports}
    seen = conflicts(facts_by_hand(), published)
    assert [record["why"] for record in GOLD if not any(fits(c, record) for c in seen)] == []
    assert [str(c) for c in seen if not any(fits(c, record) for record in GOLD)] == []
    assert [c.severity for c in seen].count("hard") == 4


def test_no_conflict_of_the_bundled_reports_is_unreviewed() -> None:
    unreviewed = [str(c) for c in qf.load().conflicts() if not any(fits(c, record) for record in GOLD)]
    assert unreviewed == [], "read both places; add it to tests/gold/conflicts.jsonl, or mend the rule"


def test_the_hard_conflicts_of_the_bundled_reports_are_found() -> None:
    seen = qf.load().conflicts()
    assert [r["why"] for r in GOLD if r["severity"] == "hard" and not any(fits(c, r) for c in seen)] == []


def test_both_bundled_reports_were_read_by_hand() -> None:
    assert {fact.report[-10:] for fact in facts_by_hand()} == set(DAYS)


# -- what a conflict is -----------------------------------------------------------------------


def test_a_conflict_is_a_value() -> None:
    one, other = metric("5,000", 5000), metric("7,000", 7000, at=FIRST)
    (conflict,) = conflicts(Facts((one, other)), PUBLISHED)
    assert conflict.facts == (one, other)
    assert conflict == pickle.loads(pickle.dumps(conflict)) == attrs.evolve(conflict)
    assert hash(conflict) == hash(attrs.evolve(conflict))
    assert str(conflict) == (
        "hard: Acme, downloads: 5,000 (acme-2027-05-07, story 1), 7,000 (acme-2027-05-07, story 1)"
    )
    assert one.id in repr(conflict)
    assert one.evidence[0].sentence not in repr(conflict)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        conflict.why = "x"  # type: ignore[misc]
    with pytest.raises(InvalidValueError, match="wants the facts"):
        attrs.evolve(conflict, facts=())


def test_hard_ones_stand_first_and_each_pair_of_claims_once() -> None:
    facts = [
        said(
            qf.Relation,
            "Wren, fastest router of Acme",
            subject=WREN,
            kind="is_a",
            object="fastest router of Acme",
        ),
        said(
            qf.Relation,
            "Wren, fastest router of Europe",
            subject=WREN,
            kind="is_a",
            object="fastest router of Europe",
        ),
        *(
            metric(text, value, story=None)
            for text, value in (("5,000", 5000), ("7,000", 7000), ("7,000", 7000))
        ),
    ]
    seen = conflicts(Facts(facts), PUBLISHED)
    assert [(c.severity, len(c.facts)) for c in seen] == [("hard", 3), ("soft", 2)]
    assert "outside its stories" in seen[0].why


# -- numbers ----------------------------------------------------------------------------------

MAY = Period(pendulum.Date(2027, 5, 1), pendulum.Date(2027, 5, 31), "month", "May 2027")
HARD, SOFT = [("hard", "metric", "quantity")], [("soft", "metric", "quantity")]


@pytest.mark.parametrize(
    ("some", "other", "expected"),
    [
        ({}, {}, HARD),
        ({}, {"at": SECOND}, []),
        ({"period": MAY}, {"period": MAY, "at": SECOND}, HARD),
        ({"period": MAY}, {"period": day(9), "at": SECOND}, SOFT),
        ({"period": MAY}, {"period": day(9, 6), "at": SECOND}, []),
        ({"period": MAY}, {}, []),
        ({"period": fiscal("Q1 FY28")}, {"period": fiscal("q1 fy28"), "at": SECOND}, HARD),
        ({"period": fiscal("Q1 FY28")}, {"period": fiscal("Q2 FY28")}, []),
        ({"period": day(4), "period_from": "story"}, {"period": day(9), "period_from": "story"}, HARD),
        (
            {"period": MAY, "period_from": "story"},
            {"period": day(9), "period_from": "story", "at": SECOND},
            SOFT,
        ),
        ({"period": MAY, "period_from": "story"}, {"period": MAY}, []),
        ({"subject": WREN}, {}, []),
        ({"measure": "users"}, {}, []),
        ({"qualifier": "in Europe"}, {}, []),
        ({"qualifier": "in Europe"}, {"qualifier": "Europe"}, HARD),
        ({"nature": "target"}, {}, []),
        ({"of": "a report"}, {"of": LARK}, []),
        ({"aspect": "rank", "of": "a board"}, {"aspect": "rank", "of": "board"}, HARD),
        ({"aspect": "rank"}, {"aspect": "rank"}, SOFT),
        ({"aspect": "change"}, {"aspect": "change"}, HARD),
        ({"aspect": "change", "sentence": "5,000 year on year"}, {"aspect": "change"}, SOFT),
        ({"sentence": "From 5,000 to 7,000"}, {"sentence": "From 5,000 to 7,000"}, []),
    ],
)
def test_numbers_conflict_where_all_else_is_the_same(some: Any, other: Any, expected: Any) -> None:
    one, two = metric("5,000", 5000, **some), metric("7,000", 7000, **other)
    assert found(one, two) == found(two, one) == expected


def test_wider_wordings_and_repeats_are_no_conflict() -> None:
    wide = Quantity.worded("over 4,000", Decimal(4000), "count", "over")
    narrow = metric("5,000", 5000)
    assert found(narrow, metric("5,000", 5000), metric("over 4,000", 1, quantity=wide)) == []


def test_a_sentence_that_says_both_numbers_tells_them_apart() -> None:
    both = "7,000 routers, of which 5,000 are new"
    whole, part = metric("7,000", 7000, sentence=both), metric("5,000", 5000, sentence=both)
    again = metric("7,000", 7000)
    assert found(whole, part, again) == []
    assert found(part, again) == HARD
    assert (
        found(part, again, metric("7,000", 7000, sentence=both, measure="orders", measure_text="sold")) == []
    )


def test_up_here_and_down_there() -> None:
    rising = metric("5%", 5, aspect="change", direction="up")
    assert found(rising, metric("5%", 5, aspect="change", direction="down")) == [
        ("hard", "metric", "direction")
    ]
    assert found(rising, metric("5%", 5, aspect="change", direction="up")) == []
    assert found(metric("5", 5, direction="up"), metric("5", 5, direction="down")) == []


def test_an_open_period_meets_what_comes_later() -> None:
    since = Period(pendulum.Date(2027, 1, 1), None, "open", "since January")
    until = Period(None, pendulum.Date(2027, 2, 1), "open", "until February")
    assert found(metric("5", 5, period=since), metric("7", 7, period=day(9))) == SOFT
    assert found(metric("5", 5, period=until), metric("7", 7, period=day(9, 1))) == SOFT
    assert found(metric("5", 5, period=until), metric("7", 7, period=day(9, 3))) == []
    assert (
        found(metric("5", 5, period=day(9, 1)), metric("7", 7, period=day(9)), metric("8", 8, period=day(9)))
        == HARD
    )


@pytest.mark.parametrize(
    ("some", "other", "value", "expected"),
    [
        ("routers", "routers and mail", 5000, [("soft", "metric", "qualifier")]),
        ("routers", "mail", 5000, []),
        ("routers", "Routers", 5000, []),
        ("routers", None, 5000, []),
        ("routers", "routers and mail", 5, []),
    ],
)
def test_one_figure_that_counts_different_things(some: Any, other: Any, value: int, expected: Any) -> None:
    assert found(metric("5,000", value, qualifier=some), metric("5,000", value, qualifier=other)) == expected
    together = "5,000 of one, 5,000 of both"
    same = (metric("5,000", value, qualifier=q, sentence=together) for q in (some, other))
    assert found(*same) == []


def test_one_figure_for_two_measures() -> None:
    routers = metric("5,000+", 5000, measure_text="connected routers")
    makers = metric("5,000", 5000, measure="developers", measure_text="router makers")
    assert found(routers, makers) == [("soft", "metric", "measure")]
    assert found(routers, attrs.evolve(makers, measure_text="shops")) == []
    assert found(routers, attrs.evolve(makers, measure="downloads")) == []
    small = [
        metric("50", 50, measure_text="routers"),
        metric("50", 50, measure="users", measure_text="routers"),
    ]
    assert found(*small) == []


# -- events -----------------------------------------------------------------------------------

DATE, LABEL = [("hard", "event", "date")], [("hard", "event", "fiscal_period")]


@pytest.mark.parametrize(
    ("kind", "some", "other", "expected"),
    [
        ("earnings", {"date": day(4)}, {"date": day(5)}, DATE),
        ("earnings", {"date": day(4)}, {"date": day(4, 8)}, []),
        ("earnings", {"date": MAY}, {"date": day(5)}, []),
        ("earnings", {}, {"date": day(5)}, []),
        (
            "earnings",
            {"date": day(4), "fiscal_period": fiscal("Q4 FY27")},
            {"date": day(5), "fiscal_period": fiscal("Q1 FY28")},
            DATE + LABEL,
        ),
        (
            "earnings",
            {"date": day(4), "fiscal_period": fiscal("Q4 FY27")},
            {"date": day(4, 8), "fiscal_period": fiscal("Q1 FY28")},
            [],
        ),
        (
            "earnings",
            {"date": day(4), "fiscal_period": fiscal("Q4 FY27")},
            {"date": day(4, 8), "fiscal_period": fiscal("Q4 FY2027")},
            DATE,
        ),
        (
            "earnings",
            {"date": day(4), "fiscal_period": fiscal("Q4 FY27")},
            {"date": day(4), "fiscal_period": fiscal("fiscal 2027")},
            [],
        ),
        ("formation", {"date": day(4)}, {"date": day(4, 8)}, DATE),
        ("formation", {"date": day(4)}, {"date": MAY}, []),
        ("launch", {"date": day(4)}, {"date": day(9)}, [("soft", "event", "date")]),
        ("launch", {"date": day(4), "stage": "beta"}, {"date": day(9), "stage": "beta"}, DATE),
        ("launch", {"date": day(4), "stage": "beta"}, {"date": day(9), "stage": "general"}, []),
        ("launch", {"date": day(4)}, {"date": day(9, 9)}, []),
        ("other", {"date": day(4)}, {"date": day(9)}, []),
        ("incident", {"date": day(4)}, {"date": day(9)}, []),
    ],
)
def test_one_event_with_other_days_or_labels(kind: str, some: Any, other: Any, expected: Any) -> None:
    one = said(qf.Event, kind=kind, subject=ACME, **some)
    two = said(qf.Event, kind=kind, subject=ACME, at=SECOND, **other)
    assert sorted(found(one, two)) == sorted(found(two, one)) == sorted(expected)
    assert found(one, attrs.evolve(two, subject=WREN)) == []


def test_one_sentence_may_tell_of_two_events() -> None:
    days = [
        said(qf.Event, kind="formation", subject=ACME, date=day(n), sentence="So it says, twice")
        for n in (4, 9)
    ]
    assert found(*days) == []


def test_a_named_incident_happens_once() -> None:
    days = [said(qf.Event, kind="incident", subject=OUTAGE, date=day(number)) for number in (4, 9)]
    assert found(*days) == [("soft", "event", "date")]


def test_changes_and_releases_of_other_days_are_soft() -> None:
    left = [said(qf.PersonnelChange, kind="departure", person=MIRA, date=day(n)) for n in (4, 9)]
    group = [said(qf.PersonnelChange, kind="departure", group="two engineers", date=day(n)) for n in (4, 9)]
    out = [said(qf.ModelRelease, model=WREN, date=day(n), stage="beta") for n in (4, 9)]
    assert found(*left) == found(*group) == [("soft", "personnel-change", "date")]
    assert found(*out) == [("soft", "model-release", "date")]
    assert found(out[0], attrs.evolve(out[1], stage="general")) == []
    assert (
        found(left[0], attrs.evolve(left[1], date=MAY))
        == found(left[0], attrs.evolve(left[1], date=None))
        == []
    )


# -- people -----------------------------------------------------------------------------------


def members(body: Entity, *people: Entity, at: str = FIRST, quote: str = "Those on it") -> list[Any]:
    sentence = f"{quote}: {', '.join(map(str, people))} at {at}"
    return [
        said(qf.Relation, quote, sentence=sentence, at=at, subject=p, kind="member_of", object=body)
        for p in people
    ]


def formed(*people: Entity, body: Entity = BOARD, at: str = FIRST) -> Any:
    return said(qf.Event, kind="formation", subject=body, parts=people, at=at)


MEMBERS = [("hard", "membership", "object")]


def test_one_body_with_other_members() -> None:
    assert found(*members(BOARD, MIRA, JO, KIM), *members(BOARD, MIRA, JO, LEE, at=SECOND)) == MEMBERS
    assert found(formed(MIRA, JO, KIM), formed(MIRA, JO, LEE, at=SECOND)) == [("hard", "membership", "parts")]
    assert found(formed(MIRA, JO, KIM), *members(BOARD, MIRA, JO, LEE, at=SECOND)) == MEMBERS
    assert found(*members(GUILD, MIRA, JO), *members(GUILD, JO, KIM, at=SECOND)) == MEMBERS


def test_a_shorter_list_is_no_other_list() -> None:
    assert found(*members(BOARD, MIRA, JO, KIM), *members(BOARD, MIRA, JO, at=SECOND)) == []
    assert found(*members(BOARD, MIRA, JO), *members(BOARD, LEE, at=SECOND)) == []
    some = members(BOARD, JO, LEE, at=SECOND, quote="including")
    assert found(*members(BOARD, MIRA, JO), *some) == []
    assert found(*members(GUILD, ACME, WREN), *members(GUILD, ACME, LARK, at=SECOND)) == []
    in_words = said(qf.Relation, subject=LEE, kind="member_of", object="the team of routers")
    assert found(*members(BOARD, MIRA, JO), in_words) == []


def test_members_may_change_with_the_months() -> None:
    assert found(*members(BOARD, MIRA, JO), *members(BOARD, MIRA, LEE, at=LATE)) == [
        ("soft", "membership", "object")
    ]
    undated = members(BOARD, MIRA, LEE, at="acme")
    assert found(*members(BOARD, MIRA, JO), *undated) == [("soft", "membership", "object")]


def joins(who: Entity = MIRA, whom: Entity | None = JO, **fields: Any) -> Any:
    return said(qf.PersonnelChange, kind="hire", person=who, replaces=whom, **fields)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (joins(), joins(whom=KIM), "replaces"),
        (joins(), joins(who=LEE, at=SECOND), "person"),
        (joins(), joins(), None),
        (joins(), joins(whom=None), None),
        (joins(role="head of sales"), joins(whom=KIM, role="sales lead"), "replaces"),
        (joins(role="head of sales"), joins(whom=KIM, role="CTO"), None),
        (joins(role="interim CTO"), joins(who=KIM, at=SECOND, role="CTO"), None),
        (joins(organisation=ACME), joins(whom=KIM, organisation=GUILD), None),
        (joins(organisation=ACME), joins(whom=KIM, organisation=ACME), "replaces"),
        (joins(), joins(whom=KIM, at=LATE), None),
        (joins(date=day(4)), joins(whom=KIM, date=day(4, 12)), None),
        (joins(date=day(4)), joins(whom=KIM, date=day(9), at=LATE), "replaces"),
        (joins(sentence="So it says: both"), joins(whom=KIM, sentence="So it says: both"), None),
    ],
)
def test_one_person_replaces_one_and_is_replaced_by_one(one: Any, other: Any, expected: str | None) -> None:
    seen = [(s, f) for s, k, f in found(one, other) if f != "date"]
    assert seen == ([("hard", expected)] if expected else [])


# -- wording ----------------------------------------------------------------------------------


def test_planned_here_and_unconfirmed_there() -> None:
    plan = said(qf.Relation, "Planned: Lark on Wren", subject=WREN, kind="integrates_with", object=LARK)
    doubt = said(
        qf.Outlook,
        "Wren is fine, but Lark remains unconfirmed",
        kind="risk",
        subject=WREN,
        text="x",
        story=None,
    )
    again = said(qf.Relation, "Lark Mail unconfirmed", subject=WREN, kind="integrates_with", object=LARK)
    assert found(plan, doubt, again) == [("soft", "relation", "stage")]
    launch = said(qf.Event, "Acme plans to launch it with Lark", kind="launch", subject=WREN, parts=(LARK,))
    assert found(launch, doubt) == [("soft", "event", "stage")]
    elsewhere = said(qf.Outlook, "Lark is sure, the price unclear", kind="risk", subject=WREN, text="x")
    other = said(qf.Outlook, "Lark remains unconfirmed", kind="risk", subject=ACME, text="x")
    built = said(qf.Relation, "Wren works with Lark", subject=WREN, kind="integrates_with", object=LARK)
    assert found(plan, elsewhere) == found(plan, other) == found(built, doubt) == found(plan, built) == []


def test_done_here_and_still_under_way_there() -> None:
    done = said(qf.Event, "The board was quickly set up", kind="formation", subject=BOARD)
    still = said(qf.Event, "The board is being set up", kind="formation", subject=BOARD, at=SECOND)
    assert found(done, still) == [("soft", "event", "date")]
    before = attrs.evolve(done, **where(done, LATE))
    undated = attrs.evolve(done, **where(done, "acme"))
    assert found(before, still) == found(undated, still) == []
    assert found(attrs.evolve(done, kind="other"), attrs.evolve(still, kind="other")) == []


def where(fact: Fact, report: str) -> dict[str, Any]:
    return {
        "report": report,
        "id": f"{report}/{fact.type}@{fact.start}",
        "evidence": tuple(attrs.evolve(e, report=report) for e in fact.evidence),
    }


def test_a_source_that_is_older_than_what_it_is_cited_for() -> None:
    sentence = "Mira leaves | Wire | 3 May"
    left = said(
        qf.PersonnelChange, "Mira leaves", sentence=sentence, kind="departure", person=MIRA, date=day(4)
    )
    by_line = said(qf.Citation, "Wire", sentence=sentence, source=WIRE, text="Wire", date=day(3))
    by_id = said(qf.Citation, "Wire", source=WIRE, text="Wire", date=day(3), supports=left.id)
    by_name = said(
        qf.Citation, "Wire", sentence=f"Exit of {MIRA.name} Wire 3 May", source=WIRE, text="Wire", date=day(3)
    )
    assert (
        found(left, by_line) == found(left, by_id) == found(left, by_name) == [("soft", "citation", "date")]
    )
    unnamed = attrs.evolve(left, person=None, group="Two clerks")
    assert found(unnamed, by_name) == []
    for harmless in (attrs.evolve(by_line, date=day(4)), attrs.evolve(by_line, date=None)):
        assert found(left, harmless) == []
    assert found(attrs.evolve(left, date=None), by_line) == []
    assert found(left, said(qf.Citation, "Wire", source=WIRE, text="Wire", date=day(3))) == []


def test_first_within_one_whole_here_and_within_another_there() -> None:
    def is_a(text: str, subject: Entity = WREN) -> Any:
        return said(qf.Relation, f"It is {text}", subject=subject, kind="is_a", object=text)

    first = is_a("largest router of the Wren family")
    assert found(first, is_a("largest router in Europe")) == [("soft", "relation", "object")]
    assert found(first, is_a("Largest router of the Wren family")) == []
    assert (
        found(first, is_a("largest switch in Europe"))
        == found(first, is_a("largest router in Europe", LARK))
        == []
    )
    assert found(first, said(qf.Relation, subject=WREN, kind="is_a", object=LARK)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("first router in Asia", ("first router", "asia")),
        ("the most used router of all", ("the most used router", "all")),
        ("router in Asia", None),
        ("forest of routers", None),
        ("fastest router", None),
    ],
)
def test_a_superlative_and_its_whole(text: str, expected: Any) -> None:
    assert superlative(text) == expected


def test_the_base_of_a_change_is_in_its_sentence() -> None:
    bases = [
        base(Evidence(FIRST, Span(0, 2), "5%", f"5% {more}"))
        for more in ("YoY", "yoy", "from April, and", "")
    ]
    assert bases == [{"yoy"}, {"yoy"}, {"from april"}, set()]


# -- claims -----------------------------------------------------------------------------------


@given(strategies.facts())
def test_every_fact_has_a_topic_of_its_type(fact: Fact) -> None:
    assert topic(fact)[0] == fact.type
    assert topic(fact) == topic(attrs.evolve(fact))
    hash(topic(fact))


def test_a_fact_of_no_known_type_is_a_topic_of_its_own() -> None:
    fact = Fact(
        id=f"{FIRST}/fact@1", report=FIRST, evidence=(Evidence(FIRST, Span(1, 2), "x", "x"),), mentions=()
    )
    assert topic(fact) == ("fact", fact.id)


@given(strategies.periods(), strategies.periods())
def test_days_between_two_times(one: Period, other: Period) -> None:
    gap = days_between(one, other)
    assert gap == days_between(other, one)
    assert days_between(one, one) in (0, None)
    assert same_fiscal_label(one, one)
    assert same_fiscal_label(one, other) == same_fiscal_label(other, one)
    if gap:
        assert not same_fiscal_label(one, other)
        assert one.end is not None or other.end is not None


def test_small_words_carry_no_meaning() -> None:
    assert words("The Cloud and the Router") == words("router, cloud") == {"cloud", "router"}
    assert words(None) == frozenset()


# -- at scale ---------------------------------------------------------------------------------


@given(strategies.fact_lists(max_size=6))
def test_what_is_said_twice_contradicts_nothing(facts: Facts[Fact]) -> None:
    one_each = Facts({fact.id: fact for fact in facts}.values())
    seen = conflicts(one_each, {})
    assert all(len(conflict.facts) > 1 or conflict.kind == "relation" for conflict in seen)
    assert all(fact in one_each for conflict in seen for fact in conflict.facts)
    assert list(seen) == sorted(seen, key=lambda conflict: conflict.severity)


def test_an_archive_is_held_against_itself() -> None:
    dataset = archive(700)
    assert {c.kind for c in dataset.conflicts()} <= {"metric", "personnel-change", "model-release"}
    assert dataset.conflicts() is dataset.conflicts()
