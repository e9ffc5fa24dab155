"""Events, changes and releases: other days, other fiscal labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Final

from ..claims import CLOSE, days_between, same_fiscal_label, topic
from ..facts import Event, Fact, ModelRelease, PersonnelChange
from .findings import ConflictKind, Found, grouped, in_one_sentence, told

__all__ = ["event_days", "other_days"]


ONCE: Final = frozenset(("formation", "earnings"))
"""What happens once, or once a quarter; the same thing may be launched at several stages and places."""
NAMELESS: Final = frozenset(("restructuring", "incident", "other"))
"""What happens again and again to one subject, so that another date is another event."""


def event_days(events: Iterable[Event]) -> Iterator[Found]:
    """One event with other days, or with the label of another fiscal period."""
    for group in grouped((event for event in events if _is_named(event)), topic):
        for one, other in combinations(group, 2):
            gap = days_between(one.date, other.date)
            if not _is_one_event(one, other, gap):
                continue
            label, other_label = one.fiscal_period, other.fiscal_period
            what = f"{one.kind} of {one.subject}"
            if label and other_label and not same_fiscal_label(label, other_label):
                said = told(one, label.text, other, other_label.text)
                yield "event", "fiscal_period", "hard", f"{what}: {said}", (one, other)
            if gap:
                sure = one.kind in ONCE or (one.stage is not None and one.platform == other.platform)
                said = told(one, one.date, other, other.date)
                yield "event", "date", "hard" if sure else "soft", f"{what}: {said}", (one, other)


def _is_named(event: Event) -> bool:
    return event.kind not in NAMELESS or event.subject.kind == "incident"


def _is_one_event(one: Event, other: Event, gap: int | None) -> bool:
    if in_one_sentence(one, other):
        return False
    if one.kind == "earnings":
        same_label = (
            one.fiscal_period is not None
            and other.fiscal_period is not None
            and one.fiscal_period.precision == other.fiscal_period.precision
            and same_fiscal_label(one.fiscal_period, other.fiscal_period)
        )
        return same_label or (gap is not None and gap <= CLOSE)
    if gap is None or one.stage != other.stage:
        return False
    return one.kind == "formation" or gap <= CLOSE


def other_days(facts: Iterable[PersonnelChange] | Iterable[ModelRelease]) -> Iterator[Found]:
    """One change or release with other days: what is announced first takes effect later, so this is soft."""
    several: Iterable[PersonnelChange | ModelRelease] = facts
    for group in grouped(several, topic):
        for one, other in combinations(group, 2):
            gap = days_between(one.date, other.date)
            if gap and gap <= CLOSE and _same_stage(one, other) and not in_one_sentence(one, other):
                who = (one.person or one.group) if isinstance(one, PersonnelChange) else one.model
                kind: ConflictKind = (
                    "personnel-change" if isinstance(one, PersonnelChange) else "model-release"
                )
                what = one.kind if isinstance(one, PersonnelChange) else "release"
                said = told(one, one.date, other, other.date)
                yield kind, "date", "soft", f"{what} of {who}: {said}", (one, other)


def _same_stage(one: Fact, other: Fact) -> bool:
    return all(getattr(one, name, None) == getattr(other, name, None) for name in ("stage", "access"))
