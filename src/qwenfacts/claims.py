"""What a claim is about, so that two can be held against each other."""

from __future__ import annotations

import re
from collections.abc import Hashable
from typing import Final, TypeAlias

from .entities import Entity
from .facts import (
    Citation,
    Event,
    Fact,
    Metric,
    ModelRelease,
    Outlook,
    PersonnelChange,
    Relation,
    Statement,
)
from .values import Period

__all__ = ["CLOSE", "Topic", "bare", "days_between", "same_fiscal_label", "topic", "words"]

Topic: TypeAlias = tuple[Hashable, ...]

CLOSE: Final = 31
"""So many days apart, two dates may still be meant for one event; the next quarter's is further off."""

WORD: Final = re.compile(r"\w+")
SMALL_WORDS: Final = frozenset("a an and at by for in of on the to with".split())


def words(text: str | None) -> frozenset[str]:
    """The words of a phrase that carry its meaning, in any order and case.

    >>> sorted(words("Sales and the Cloud"))
    ['cloud', 'sales']
    """
    return frozenset(WORD.findall((text or "").casefold())) - SMALL_WORDS


def bare(value: Entity | str | None) -> Hashable:
    """What stands in a field, however it is written: the id of an entity, or the words of a phrase."""
    return value.id if isinstance(value, Entity) else words(value)


def topic(fact: Fact) -> Topic:
    """What a fact is a claim about: facts of other topics neither repeat nor contradict it."""
    match fact:
        case Metric():
            narrowed = (words(fact.qualifier), bare(fact.of))
            return ("metric", fact.subject.id, fact.measure, *narrowed, fact.aspect, fact.nature)
        case ModelRelease():
            return (fact.type, fact.model.id)
        case PersonnelChange():
            return (fact.type, fact.kind, bare(fact.person or fact.group))
        case Event():
            return (fact.type, fact.kind, fact.subject.id)
        case Relation():
            return (fact.type, fact.subject.id, fact.kind, bare(fact.object))
        case Statement():
            return (fact.type, bare(fact.speaker), words(fact.text))
        case Citation():
            return (fact.type, fact.source.id, fact.link or words(fact.text))
        case Outlook():
            return (fact.type, fact.kind, fact.subject.id, words(fact.text))
        case _:
            return (fact.type, fact.id)


def days_between(one: Period | None, other: Period | None) -> int | None:
    """How many days lie between two times, 0 if they share one; None if either has no days.

    >>> import pendulum
    >>> since = Period(pendulum.Date(2027, 5, 4), None, "open", "since 4 May 2027")
    >>> until = Period(None, pendulum.Date(2027, 5, 1), "open", "until 1 May 2027")
    >>> days_between(since, until), days_between(since, since), days_between(since, None)
    (3, 0, None)
    """
    if one is None or other is None or not (_dated(one) and _dated(other)):
        return None
    gaps = (
        later.start.toordinal() - earlier.end.toordinal()
        for earlier, later in ((one, other), (other, one))
        if earlier.end is not None and later.start is not None
    )
    return max(0, *gaps, 0)


def _dated(period: Period) -> bool:
    return period.start is not None or period.end is not None


FISCAL: Final = re.compile(r"(?i)\b(?:q(?P<quarter>[1-4])|(?P<half>h[12]))\b|\d{4}|\d{2}")


def same_fiscal_label(one: Period, other: Period) -> bool:
    """Whether two fiscal periods can be the same, or one part of the other; by days if they have any."""
    if _dated(one) or _dated(other):
        return not days_between(one, other)
    labels = [frozenset(found[0].casefold()[-2:] for found in FISCAL.finditer(p.text)) for p in (one, other)]
    return labels[0] <= labels[1] or labels[1] <= labels[0]
