"""What a rule finds, and what all rules share."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from itertools import combinations
from typing import Literal, TypeAlias, TypeVar

from ..facts import Fact

__all__ = [
    "ConflictKind",
    "Found",
    "Published",
    "Severity",
    "days_apart",
    "grouped",
    "in_one_sentence",
    "pairs",
    "told",
]

ConflictKind = Literal[
    "citation", "event", "membership", "metric", "model-release", "personnel-change", "relation"
]
Severity = Literal["hard", "soft"]
Published: TypeAlias = Mapping[str, dt.date | None]
"""The day on which each report was published, by its id."""

Found: TypeAlias = tuple[ConflictKind, str, Severity, str, tuple[Fact, ...]]
"""Kind, field, severity, why and facts of a conflict."""

F = TypeVar("F", bound=Fact)


def grouped(facts: Iterable[F], key: Callable[[F], Hashable]) -> Iterable[list[F]]:
    """Facts of one key, where there is more than one."""
    groups: defaultdict[Hashable, list[F]] = defaultdict(list)
    for fact in facts:
        groups[key(fact)].append(fact)
    return (group for group in groups.values() if len(group) > 1)


def in_one_sentence(one: Fact, other: Fact) -> bool:
    """Whether one sentence says both: then it tells them apart."""
    return one.report == other.report and not {e.sentence for e in one.evidence}.isdisjoint(
        e.sentence for e in other.evidence
    )


def told(one: Fact, said: object, other: Fact, also_said: object) -> str:
    """What two places say: between reports by the report, within one by the story."""
    places = [fact.report for fact in (one, other)]
    if one.report == other.report:
        places = [
            f"{fact.report}, {f'story {fact.story}' if fact.story else 'outside its stories'}"
            for fact in (one, other)
        ]
    return f"{said} ({places[0]}), {also_said} ({places[1]})"


def pairs(facts: Iterable[F], key: Callable[[F], Hashable]) -> Iterator[tuple[F, F]]:
    """Two facts of one key, in every way."""
    for group in grouped(facts, key):
        yield from combinations(group, 2)


def days_apart(one: Fact, other: Fact, published: Published) -> int:
    """How many days lie between two reports; those without a day are as far apart as can be."""
    if one.report == other.report:
        return 0
    days = [published.get(fact.report) for fact in (one, other)]
    if days[0] is None or days[1] is None:
        return dt.date.max.toordinal()
    return abs(days[0].toordinal() - days[1].toordinal())
