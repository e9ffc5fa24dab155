"""Change between two reports: what is new, said again, said otherwise, or no longer said."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, Final

from attrs import field as attribute
from attrs import fields_dict, frozen

from .base import is_several
from .claims import CLOSE, Topic, days_between, same_fiscal_label, topic, words
from .entities import Entity
from .facts import Event, Fact, Metric
from .query import Facts
from .values import Period, Quantity

__all__ = ["Changes", "changes"]

Pair = tuple[Fact, Fact]


@frozen(kw_only=True, repr=False)
class Changes:
    r"""What a later report says, held against an earlier one.

    - ``new``: facts of the later report that claim what the earlier one does not speak of.
    - ``repeated``: facts of the later report that agree with one of the earlier.
    - ``restated``: pairs (before, after): one claim, said otherwise.
    - ``dropped``: facts of the earlier report to which nothing answers in the later.

    Every fact of the later report is in ``new``, in ``repeated`` or an ``after``.

    >>> import qwenfacts as qf
    >>> weeks = "Acme Weekly Report May {}, 2027\n\nAcme's revenue rose {} in April 2027.\n"
    >>> dataset = qf.Dataset.of(*(qf.parse(weeks.format(*week)) for week in ((7, "4%"), (14, "9%"))))
    >>> changes = dataset.changes("2027-05-07", "2027-05-14")
    >>> changes
    <Changes: 0 new, 0 repeated, 1 restated, 0 dropped>
    >>> [fact.quantity.text for fact in changes.restated[0]]
    ['4%', '9%']
    """

    new: Facts[Fact]
    repeated: Facts[Fact]
    dropped: Facts[Fact]
    restated: tuple[Pair, ...] = attribute(converter=tuple[Pair, ...])

    def __repr__(self) -> str:
        counts = ((name, len(getattr(self, name))) for name in ("new", "repeated", "restated", "dropped"))
        return f"<Changes: {', '.join(f'{count} {name}' for name, count in counts)}>"


def changes(before: Facts[Fact], after: Facts[Fact]) -> Changes:
    """The changes from the facts of one report to those of another.

    Facts answer each other if they are claims about the same thing (subject, measure and so on; for an
    event or a number, also at the same time). Among several, the first that agrees is taken, else the first.
    """
    earlier: defaultdict[Topic, list[Fact]] = defaultdict(list)
    for fact in before:
        earlier[topic(fact)].append(fact)
    answers = {fact.id: [old for old in earlier[topic(fact)] if _is_one_time(old, fact)] for fact in after}
    repeated = {
        fact.id: [old for old in answers[fact.id] if _agree(old, fact)] for fact in after if answers[fact.id]
    }
    said_again = {old.id for some in repeated.values() for old in some}
    restated: list[Pair] = []
    for fact in after:
        # what is said again as it was is not also said otherwise
        left = [old for old in answers[fact.id] if old.id not in said_again]
        if left and not repeated[fact.id]:
            restated.append((left[0], fact))
    answered = said_again | {old.id for old, _ in restated}
    otherwise = {fact.id for _, fact in restated}
    return Changes(
        new=after.where(lambda fact: fact.id not in otherwise and not repeated.get(fact.id)),
        repeated=after.where(lambda fact: bool(repeated.get(fact.id))),
        dropped=before.where(lambda fact: fact.id not in answered),
        restated=restated,
    )


def _is_one_time(old: Fact, fact: Fact) -> bool:
    """Whether two claims about one thing can be about one time of it."""
    gap = days_between(old.when, fact.when)
    if isinstance(old, Event) and isinstance(fact, Event):
        labels = old.fiscal_period, fact.fiscal_period
        if gap is None and labels[0] and labels[1]:
            return same_fiscal_label(labels[0], labels[1])
        return gap is None or gap <= CLOSE
    return not isinstance(fact, Metric) or not gap


WHERE: Final = frozenset(("id", "report", "story", "evidence", "mentions", "origin", "supports"))
"""Fields that say where a claim stands."""
WORDED: Final = frozenset(("measure_text", "period_from", "text", "group"))
"""Fields that say in which words it is made."""
EXAMPLES: Final = frozenset(("channels", "variants"))
"""Fields that list some of what there is."""


def _agree(old: Fact, fact: Fact) -> bool:
    """Whether no field of one claim excludes that of the other; what only one of them says does not."""
    names = fields_dict(type(fact)).keys() - WHERE - WORDED - EXAMPLES
    return all(_may_be_one(getattr(old, name), getattr(fact, name)) for name in names)


def _may_be_one(one: Any, other: Any) -> bool:
    if one in (None, ()) or other in (None, ()):
        return True
    if isinstance(one, Quantity):
        return one.may_equal(other)
    if isinstance(one, Period):
        return same_fiscal_label(one, other)
    if isinstance(one, Entity) and isinstance(other, Entity):
        return one.id == other.id
    if isinstance(one, str) and isinstance(other, str):
        return _holds(words(one), words(other))
    if is_several(one) and is_several(other):
        return _holds(_ids(one), _ids(other))
    return bool(one == other)


def _holds(these: frozenset[str], those: frozenset[str]) -> bool:
    """Whether one wording only says more than the other."""
    return these <= those or those <= these


def _ids(several: tuple[Any, ...]) -> frozenset[str]:
    return frozenset(entity.id for entity in several)
