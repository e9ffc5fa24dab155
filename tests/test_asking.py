"""Every question is answered as the comprehension that defines it would."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
import re
from collections.abc import Callable
from itertools import permutations
from typing import Any

import attrs
import pendulum
import pytest
from archive import FACTS_A_REPORT, MEASURES, archive
from builders import ACME, FISCAL, FOURTH, MAY, MIRA, SINCE, WREN, a_dataset, a_report
from hypothesis import given
from hypothesis import strategies as st
from test_values import is_a_value

from qwenfacts import strategies
from qwenfacts.dataset import Dataset
from qwenfacts.entities import Entity
from qwenfacts.errors import InvalidValueError, NotFoundError
from qwenfacts.facts import Citation, Event, Evidence, Fact, Metric, ModelRelease, PersonnelChange
from qwenfacts.fields import check_word, rank
from qwenfacts.query import Facts
from qwenfacts.values import Period
from qwenfacts.when import days_of

ARCHIVE = archive(7 * FACTS_A_REPORT)
POOL = ARCHIVE.facts + a_report(stories=2).facts
FACTS = a_dataset().facts

Items = tuple[Fact, ...]
Asked = tuple[Facts[Fact], Items]
Question = Callable[[Facts[Any], Items], Asked]

entity_ids = st.sampled_from([entity.id for entity in POOL.entities])
measures = st.sampled_from([*MEASURES, "gross-margin"])
spans_of_days = st.tuples(
    st.sampled_from([dt.date(2020, 1, 1), dt.date(2020, 1, 7), dt.date(2027, 5, 4)]), st.integers(0, 400)
).map(lambda drawn: (drawn[0], drawn[0] + dt.timedelta(drawn[1])))


def keeping(facts: Facts[Any], items: Items, test: Callable[[Any], object]) -> Asked:
    return facts, tuple(fact for fact in items if test(fact))


def parts_of(whole: str) -> set[str]:
    ids = {whole}
    for _ in POOL.entities:
        ids |= {entity.id for entity in POOL.entities if entity.parent in ids}
    return ids


def about(drawn: tuple[str, bool]) -> Question:
    key, parts = drawn
    ids = parts_of(key) if parts else {key}
    return lambda facts, items: keeping(
        facts.about(key, parts), items, lambda fact: any(entity.id in ids for entity in fact.entities())
    )


def measuring(slug: str) -> Question:
    return lambda facts, items: keeping(
        facts.measuring(slug), items, lambda fact: getattr(fact, "measure", None) == slug
    )


def series(drawn: tuple[str, str]) -> Question:
    key, slug = drawn
    return lambda facts, items: keeping(
        facts.where(subject=key, measure=slug),
        items,
        lambda fact: isinstance(fact, Metric) and fact.subject.id == key and fact.measure == slug,
    )


def in_field(drawn: tuple[str, Any]) -> Question:
    name, wanted = drawn
    return lambda facts, items: keeping(
        facts.where(**{name: wanted}), items, lambda fact: getattr(fact, name) == wanted
    )


def during(days: tuple[dt.date, dt.date]) -> Question:
    def lasts(fact: Fact) -> bool:
        when = fact.when
        if when is None or (when.start is None and when.end is None):
            return False
        return (when.start is None or when.start <= days[1]) and (when.end is None or when.end >= days[0])

    return lambda facts, items: keeping(facts.during(days), items, lasts)


def in_story(drawn: tuple[int | None, str | None]) -> Question:
    number, report = drawn
    return lambda facts, items: keeping(
        facts.in_story(number, report),
        items,
        lambda fact: fact.story == number and (report is None or fact.report == report),
    )


def searching(word: str) -> Question:
    return lambda facts, items: keeping(
        facts.search(word),
        items,
        lambda fact: any(word.casefold() in re.findall(r"\w+", e.sentence.casefold()) for e in fact.evidence),
    )


def sliced(cut: slice) -> Question:
    return lambda facts, items: (facts[cut], items[cut])


def of_type(kind: type[Fact]) -> Question:
    return lambda facts, items: keeping(facts.of_type(kind), items, lambda fact: isinstance(fact, kind))


def added(more: int) -> Question:
    return lambda facts, items: (facts + POOL[:more], items + POOL.items[:more])


reports = st.sampled_from([fact.report for fact in POOL] + ["none-2020-01-01"])
questions = st.one_of(
    st.tuples(entity_ids, st.booleans()).map(about),
    measures.map(measuring),
    st.tuples(entity_ids, measures).map(series),
    st.tuples(st.just("report"), reports).map(in_field),
    st.tuples(st.just("origin"), st.sampled_from(["rule", "errata"])).map(in_field),
    spans_of_days.map(during),
    st.tuples(st.sampled_from([None, 1, 2, 3]), st.none() | reports).map(in_story),
    st.sampled_from(["Daily", "grew", "RELEASED", "wren", "day"]).map(searching),
    st.slices(40).map(sliced),
    st.sampled_from([Fact, Fact, Metric]).map(of_type),
    st.integers(0, 50).map(added),
)


@given(st.lists(questions, min_size=1, max_size=5))
def test_every_question_equals_the_comprehension_that_defines_it(asked: list[Question]) -> None:
    facts: Facts[Fact] = POOL
    items = POOL.items
    for question in asked:
        before = facts, hash(facts)
        try:
            facts, items = question(facts, items)
        except NotFoundError as error:
            assert "no field 'subject'" in str(error) or "no field 'measure'" in str(error)  # noqa: PT017
            continue
        assert facts.items == items
        assert (before[0], hash(before[0])) == before, "what was asked has changed"
    assert facts == Facts(items)
    assert hash(facts) == hash(Facts(items))


@given(strategies.datasets(max_size=3), st.data())
def test_drawn_datasets_are_asked_the_same(dataset: Dataset, data: st.DataObject) -> None:
    facts = dataset.facts
    for entity in dataset.entities:
        named = [fact for fact in facts if entity.id in {e.id for e in fact.entities()}]
        assert list(dataset.about(entity)) == named
        assert list(facts[1:].about(entity)) == [fact for fact in facts[1:] if fact in named]
    for fact in facts.of_type(Metric):
        assert fact in dataset.series(fact.subject.id, fact.measure)
        assert fact in facts.measuring(fact.measure)
    period = data.draw(strategies.periods())
    assert during(_days(period))(facts, facts.items)[0].items == during(_days(period))(facts, facts.items)[1]
    timeline = dataset.timeline()
    assert set(timeline) == {fact for fact in facts if fact.when and (fact.when.start or fact.when.end)}
    days = [fact.when.start or fact.when.end for fact in timeline if fact.when]
    assert days == sorted(days)  # type: ignore[type-var]
    assert len(dataset.conflicts()) >= 0
    for one in dataset.reports:
        for other in dataset.reports:
            found = dataset.changes(one.id, other.id)
            after = {*found.new, *found.repeated, *(fact for _, fact in found.restated)}
            assert after == {fact for fact in facts if fact.report == other.id}
            assert {*found.dropped} <= {fact for fact in facts if fact.report == one.id}


def _days(period: Period) -> tuple[dt.date, dt.date]:
    return (period.start or dt.date.min, period.end or dt.date.max)


def test_the_order_of_reports_changes_no_answer() -> None:
    orders = list(permutations((*ARCHIVE.reports[:2], a_report(), a_report(day=8))))[::5]
    datasets = [Dataset.of(*reports) for reports in orders]
    asked: list[Callable[[Dataset], object]] = [
        lambda ds: ds.about("company-0", parts=True),
        lambda ds: ds.series("acme", "revenue"),
        lambda ds: ds.timeline(),
        lambda ds: ds.facts.during("2020").measuring("price").sorted_by("quantity"),
        lambda ds: list(ds.facts.grouped_by("type").items()),
        lambda ds: ds.changes("2027-05-07", "2027-05-08"),
        lambda ds: ds.conflicts(),
        lambda ds: ds.as_of("2027-05-07").facts,
        lambda ds: ds.data_version,
    ]
    for ask in asked:
        assert len({repr(ask(dataset)) for dataset in datasets}) == 1


# -- views ------------------------------------------------------------------------------------

VIEWS = {
    "about": FACTS.about(ACME, parts=True),
    "measuring": FACTS.measuring("revenue"),
    "during": FACTS.during("2027-05"),
    "slice": FACTS[2:7:2],
    "reversed": FACTS[::-1],
    "sorted": FACTS.sorted_by("id"),
    "group": FACTS.grouped_by("type")["metric"],
    "of type": FACTS.of_type(Metric)[:1],
    "empty": FACTS[:0],
}


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_is_a_value(name: str) -> None:
    view = VIEWS[name]
    is_a_value(view, "items")
    assert view == Facts(view.items)
    assert hash(view) == hash(Facts(view.items))
    before = pickle.dumps(view)
    assert len(view.about(ACME)) + len(view.during("2027")) >= 0
    assert pickle.dumps(view) == before, "a cache is pickled"
    is_a_value(view, "items")


@pytest.mark.parametrize("name", VIEWS)
def test_a_copy_of_a_view_answers_the_same(name: str) -> None:
    view = VIEWS[name]
    for other in (copy.copy(view), copy.deepcopy(view), pickle.loads(pickle.dumps(view)), attrs.evolve(view)):
        assert other.about(ACME, parts=True) == view.about(ACME, parts=True)
        assert other.during("2027-05") == view.during("2027-05")
        assert repr(other) == repr(view)
        assert other.to_csv() == view.to_csv()


def test_a_view_with_other_items_has_no_stale_index() -> None:
    view = FACTS.about(ACME)
    assert view.measuring("revenue")
    other = attrs.evolve(view, items=FACTS.of_type(Citation).items)
    assert not other.measuring("revenue")
    assert other.about("the-daily-wire") == other
    assert other[::-1].about("the-daily-wire") == other[::-1]


def test_a_reversed_slice_answers_in_its_order() -> None:
    back = FACTS[::-1]
    assert back.about(ACME).items == tuple(fact for fact in back if ACME in fact.entities())
    assert back.during("2027-05").items == FACTS.during("2027-05").items[::-1]


def test_answers_share_the_index_of_what_was_asked() -> None:
    whole: Any = Facts(POOL.items)
    view: Any = whole.about("company-0").measuring("price")[:3]
    assert view._index is whole._index
    assert view.about("company-0") == view


# -- when -------------------------------------------------------------------------------------


@given(st.lists(strategies.periods(min_year=2026, max_year=2028), max_size=12), spans_of_days)
def test_times_of_any_length_and_order_are_found(times: list[Period], days: tuple[dt.date, dt.date]) -> None:
    event = FACTS.of_type(Event).one()
    facts = Facts([attrs.evolve(event, date=time) for time in times])
    for some in (facts, facts[1:]):
        asked, expected = during(days)(some, some.items)
        assert asked.items == expected


def test_ranges_that_do_not_end_in_the_order_in_which_they_start_are_found() -> None:
    event = FACTS.of_type(Event).one()
    times = [
        Period(pendulum.Date(2027, 5, first), pendulum.Date(2027, 5, last), "range", "May")
        for first, last in ((1, 8), (2, 7), (3, 10), (20, 27))
    ]
    facts = Facts([attrs.evolve(event, date=time) for time in times])
    assert facts.during("2027-05-08").items == (facts[0], facts[2])
    assert facts.during("2027-05-07/2027-05-20").items == facts.items


def test_facts_of_an_open_or_unknown_time() -> None:
    event = FACTS.of_type(Event).one()
    assert event.date == SINCE
    assert event in FACTS.during("2031")
    assert event not in FACTS.during("2027-05-03")
    label_only = attrs.evolve(event, date=FISCAL)
    by_then = attrs.evolve(event, date=Period(None, MAY.end, "open", "by May 2027"))
    facts = Facts((label_only, by_then))
    assert facts.during("1999").items == facts.during(("2027-05-31", "2028")[0]).items == (by_then,)
    assert not facts.during("2027-06")
    assert not facts[:1].during((None, None))


@pytest.mark.parametrize(
    "when",
    ["2027-05-04", FOURTH, dt.date(2027, 5, 4), (dt.date(2027, 5, 4), dt.date(2027, 5, 4)), "2027-W18"],
)
def test_during_takes_days_in_many_forms(when: Any) -> None:
    assert {fact.type for fact in FACTS.during(when)} == {"citation", "model-release", "event", "metric"}


# -- fields -----------------------------------------------------------------------------------


def test_facts_are_sorted_by_a_field_with_the_empty_last() -> None:
    by_date = FACTS.sorted_by("date")
    assert [fact.type for fact in by_date[:3]] == ["citation", "model-release", "event"]
    assert set(by_date) == set(FACTS)
    assert FACTS.sorted_by("type", "id").items == tuple(sorted(FACTS, key=lambda f: (f.type, f.id)))
    assert FACTS.sorted_by("id", reverse=True).items == tuple(sorted(FACTS, key=lambda f: f.id, reverse=True))
    assert FACTS.sorted_by() == FACTS
    with pytest.raises(NotFoundError, match="no field 'dat' in these facts; did you mean date"):
        FACTS.sorted_by("dat")


@pytest.mark.parametrize(
    "name",
    sorted({a.name for kind in (Metric, ModelRelease, PersonnelChange, Event) for a in attrs.fields(kind)}),
)
def test_facts_can_be_sorted_and_grouped_by_every_field(name: str) -> None:
    facts = POOL + FACTS
    assert len(facts.sorted_by(name)) == len(facts)
    groups = facts.grouped_by(name)
    assert {fact for group in groups.values() for fact in group} <= set(facts)


def test_numbers_are_sorted_before_words() -> None:
    assert sorted(["b", True, 3, "A", 2], key=rank) == [True, 2, 3, "A", "b"]
    evidence = FACTS[0].evidence[0]
    later = Evidence(
        evidence.report,
        FACTS[-1].evidence[0].span,
        FACTS[-1].evidence[0].quote,
        FACTS[-1].evidence[0].sentence,
    )
    assert rank(evidence) < rank(later)


def test_groups_stand_in_order_of_first_appearance() -> None:
    groups = FACTS.grouped_by("type")
    assert list(groups) == list(dict.fromkeys(fact.type for fact in FACTS))
    assert all(group == FACTS.where(type=kind) for kind, group in groups.items())
    by_channel = FACTS.of_type(ModelRelease).grouped_by("channels")
    assert list(by_channel) == [WREN, ACME]
    assert FACTS.grouped_by("head")[MIRA] == FACTS.of_type(Event)
    with pytest.raises(NotFoundError, match="no field 'measur'"):
        FACTS.grouped_by("measur")


def test_what_is_one_entity_is_one_group() -> None:
    metric = FACTS.of_type(Metric)[0]
    other = attrs.evolve(metric, id=metric.id + "-2", subject=Entity("acme", "other", "ACME", known=False))
    groups = Facts((other, metric)).grouped_by("subject")
    assert list(groups) == [ACME]
    assert len(groups[ACME]) == 2


def test_a_field_that_names_one_thing_twice_counts_it_once() -> None:
    release = attrs.evolve(FACTS.of_type(ModelRelease).one(), channels=(WREN, WREN))
    assert len(Facts((release,)).grouped_by("channels")[WREN]) == 1


def test_a_word_that_no_type_lists_is_refused_only_where_all_list_theirs() -> None:
    check_word((Metric,), "measure", "anything")
    with pytest.raises(NotFoundError, match="no aspect 'levle'; did you mean level"):
        check_word((Metric,), "aspect", "levle")


def test_an_unknown_measure_names_the_nearest() -> None:
    for ask in (FACTS.measuring, lambda slug: FACTS.where(measure=slug)):
        with pytest.raises(
            NotFoundError, match=r"no measure 'revenu'; did you mean revenue\?; docs/measures"
        ):
            ask("revenu")
    assert not FACTS.measuring("patents")


def test_where_two_fields_are_asked_both_must_fit() -> None:
    metrics = POOL.of_type(Metric)
    asked = POOL.where(
        lambda fact: fact.start % 2, report=POOL[40].report, subject="company-0", measure="price"
    )
    assert asked.items == tuple(
        m
        for m in metrics
        if m.start % 2
        and m.report == POOL[40].report
        and m.subject.id == "company-0"
        and m.measure == "price"
    )
    assert POOL.where(measure="price", report=POOL[40].report).items == tuple(
        m for m in metrics if m.measure == "price" and m.report == POOL[40].report
    )


# -- search -----------------------------------------------------------------------------------


def test_words_are_found_whole_in_any_case_and_order() -> None:
    assert {fact.type for fact in FACTS.search("FALL sales")} == {
        *("personnel-change", "statement", "outlook", "relation")
    }
    assert FACTS.search("fall record") == FACTS[:0]
    assert not FACTS.search("sale")
    assert FACTS.search("") == FACTS


def test_scripts_without_spaces_have_no_whole_words() -> None:
    evidence = Evidence(
        "acme-2027-05-07",
        FACTS[0].evidence[0].span,
        "新製品を発表したよ時計台です",
        "新製品を発表したよ時計台です",
    )
    fact = attrs.evolve(FACTS[0], evidence=(evidence,))
    assert Facts((fact,)).search("発表").items == (fact,)


# -- days -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2028", (2028, 1, 1), (2028, 12, 31)),
        ("2028-Q1", (2028, 1, 1), (2028, 3, 31)),
        ("2028-02", (2028, 2, 1), (2028, 2, 29)),
        ("2028-W01", (2028, 1, 3), (2028, 1, 9)),
        ("2028-02-29", (2028, 2, 29), (2028, 2, 29)),
        ("2028-02/2028-Q4", (2028, 2, 1), (2028, 12, 31)),
        ("../2028", None, (2028, 12, 31)),
        ("2028/", (2028, 1, 1), None),
    ],
)
def test_days_in_words(words: str, first: Any, last: Any) -> None:
    days = days_of(words)
    assert days.start == (first and dt.date(*first))
    assert days.end == (last and dt.date(*last))


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "..",
        "May",
        "2028-13",
        "2028-02-30",
        "2028-W54",
        "2028-Q5",
        2028,
        None,
        ("2028", "2029"),
        (1, 2, 3),
    ],
)
def test_no_days(wrong: Any) -> None:
    with pytest.raises(InvalidValueError, match="no days: "):
        days_of(wrong)


def test_days_end_after_they_start() -> None:
    with pytest.raises(InvalidValueError, match="ends on 2027-01-01, before it starts on 2028-01-01"):
        FACTS.during("2028-01-01/2027-01-01")
