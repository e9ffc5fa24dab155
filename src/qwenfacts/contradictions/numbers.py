"""Numbers: intervals that do not meet, directions, and figures that count different things."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import TypeAlias

from ..claims import bare, topic, words
from ..cues import base
from ..facts import Metric
from .findings import Found, grouped, in_one_sentence, told

__all__ = ["countings", "numbers", "scopes"]


def numbers(metrics: Iterable[Metric]) -> Iterator[Found]:
    """Metrics of one topic and time whose intervals do not meet, or that go up here and down there."""
    metrics = tuple(metrics)
    beside = _by_sentence(metrics)
    for group in grouped(metrics, topic):
        claims: dict[Hashable, list[Metric]] = {}
        hard: set[Hashable] = set()
        for one, other, same_time in _at_one_time(group):
            field = _differs(one, other)
            if field is None or _told_apart(one, other, beside):
                continue
            values = [(m.quantity.low, m.quantity.high, m.direction) for m in (one, other)]
            key: Hashable = (field, *values)
            claims.setdefault(key, []).extend((one, other))
            if same_time and not _is_open_to_reading(one, other):
                hard.add(key)
        for key, pair in claims.items():
            one, other = pair[:2]
            field = str(_differs(one, other))
            what = f"{one.subject}, {one.measure}{'' if one.aspect == 'level' else f' ({one.aspect})'}"
            said = [f"{m.direction or ''} {m.quantity}".strip() for m in (one, other)]
            why = f"{what}: {told(one, said[0], other, said[1])}"
            yield "metric", field, "hard" if key in hard else "soft", why, tuple(pair)


Sentences: TypeAlias = Mapping[tuple[str, str], Sequence[Metric]]


def _by_sentence(metrics: Iterable[Metric]) -> Sentences:
    """The metrics of each sentence of each report."""
    found: defaultdict[tuple[str, str], list[Metric]] = defaultdict(list)
    for metric in metrics:
        found[metric.report, metric.evidence[0].sentence].append(metric)
    return found


def _told_apart(one: Metric, other: Metric, beside: Sentences) -> bool:
    """Whether a sentence says both numbers: the whole and a part of it, before and after."""
    return in_one_sentence(one, other) or any(
        metric.quantity.may_equal(there.quantity)
        for here, there in ((one, other), (other, one))
        for metric in beside[here.report, here.evidence[0].sentence]
        if metric is not here
    )


def _differs(one: Metric, other: Metric) -> str | None:
    """The field in which two metrics cannot both be right."""
    if one.quantity.contradicts(other.quantity):
        return "quantity"
    opposite = one.direction and other.direction and one.direction != other.direction
    return "direction" if opposite and one.aspect == "change" else None


def _is_open_to_reading(one: Metric, other: Metric) -> bool:
    """Whether two numbers may speak of two things that no field tells apart."""
    if one.aspect in ("share", "rank") and one.of is None:
        return True
    return one.aspect == "change" and base(one.evidence[0]) != base(other.evidence[0])


def _at_one_time(group: list[Metric]) -> Iterator[tuple[Metric, Metric, bool]]:
    """Pairs that hold on a common day, and whether on just the same days.

    A time that is not stated with a metric, but taken from its surroundings, is no more than a guess:
    within a report such metrics are held against each other, between reports only where the guesses meet.
    """
    stated = [metric for metric in group if metric.period_from == "stated"]
    for one, other in _overlapping(stated):
        yield one, other, _days(one) == _days(other)
    for alike in grouped((m for m in stated if _days(m) == (None, None)), _label):
        yield from ((one, other, True) for one, other in combinations(alike, 2))
    guessed = [metric for metric in group if metric.period_from != "stated"]
    for same_report in grouped(guessed, lambda metric: metric.report):
        yield from ((one, other, True) for one, other in combinations(same_report, 2))
    for one, other in _overlapping(guessed):
        if one.report != other.report:
            yield one, other, False


def _days(metric: Metric) -> tuple[dt.date | None, dt.date | None]:
    return (None, None) if metric.period is None else (metric.period.start, metric.period.end)


def _label(metric: Metric) -> Hashable:
    return words(metric.period.text if metric.period else None)


def _overlapping(metrics: Iterable[Metric]) -> Iterator[tuple[Metric, Metric]]:
    """Pairs of dated metrics that share a day, found by going through the days once."""
    rows = [(start, end, metric) for metric in metrics for start, end in (_days(metric),) if start or end]
    rows.sort(key=lambda row: row[0] or dt.date.min)
    open_rows: list[tuple[dt.date, Metric]] = []
    for start, end, metric in rows:
        open_rows = [(last, other) for last, other in open_rows if start is None or last >= start]
        yield from ((other, metric) for _, other in open_rows)
        open_rows.append((end or dt.date.max, metric))


def scopes(metrics: Iterable[Metric]) -> Iterator[Found]:
    """One figure whose qualifier is narrower in one place than in another: it counts different things."""

    def figure(m: Metric) -> Hashable:
        amount = (m.quantity.value, m.quantity.unit, m.quantity.per, m.quantity.bound)
        return (m.subject.id, m.measure, m.aspect, m.nature, bare(m.of), *amount)

    for group in grouped((m for m in metrics if m.qualifier and _is_large(m)), figure):
        scopes: defaultdict[frozenset[str], list[Metric]] = defaultdict(list)
        for metric in group:
            scopes[words(metric.qualifier)].append(metric)
        for some, more in combinations(sorted(scopes, key=len), 2):
            if some < more and not in_one_sentence(scopes[some][0], scopes[more][0]):
                one, other = scopes[some][0], scopes[more][0]
                said = told(one, one.qualifier, other, other.qualifier)
                why = f"{one.subject}, {one.measure}: {one.quantity} counts {said}"
                yield "metric", "qualifier", "soft", why, (*scopes[some], *scopes[more])


def countings(metrics: Iterable[Metric]) -> Iterator[Found]:
    """One figure for two measures of one thing, in words that have something in common."""

    def figure(m: Metric) -> Hashable:
        return (
            m.subject.id,
            m.aspect,
            m.nature,
            bare(m.of),
            m.quantity.value,
            m.quantity.unit,
            m.quantity.per,
        )

    counts = (m for m in metrics if m.quantity.unit == "count" and _is_large(m))
    for group in grouped(counts, figure):
        for some, others in combinations(_by_measure(group), 2):
            stems = [
                {word.rstrip("s") for m in each for word in words(m.measure_text)} for each in (some, others)
            ]
            one, other = some[0], others[0]
            if stems[0] & stems[1] and not in_one_sentence(one, other):
                said = told(one, one.measure_text, other, other.measure_text)
                why = f"{one.subject}: {one.quantity} counts {said}"
                yield "metric", "measure", "soft", why, (*some, *others)


def _by_measure(metrics: Iterable[Metric]) -> Iterable[list[Metric]]:
    groups: defaultdict[str, list[Metric]] = defaultdict(list)
    for metric in metrics:
        groups[metric.measure].append(metric)
    return groups.values()


def _is_large(metric: Metric) -> bool:
    """Whether a figure is no small count, which two things may have by chance."""
    return metric.quantity.unit != "count" or metric.quantity.value >= 1000
