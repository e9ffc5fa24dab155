"""Contradictions: claims that cannot both hold, or hardly go together.

Each rule takes facts and gives conflicts; none knows a report. ``hard`` is what leaves no reading in
which both claims are true, as far as the fields of the facts tell; everything else is ``soft``.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from attrs import field as attribute
from attrs import frozen

from .contradictions.events import event_days, other_days
from .contradictions.findings import ConflictKind, Published, Severity
from .contradictions.numbers import countings, numbers, scopes
from .contradictions.people import members, successions
from .contradictions.wording import plans, sources, superlatives, tenses
from .errors import InvalidValueError
from .facts import Event, Fact, Metric, ModelRelease, PersonnelChange, Relation
from .query import Facts

__all__ = ["Conflict", "conflicts"]


@frozen(kw_only=True)
class Conflict:
    r"""Claims that cannot both hold (``hard``), or that hardly go together (``soft``).

    - ``kind``: the type of the facts, or ``membership``; ``field``: in what they differ.
    - ``facts``: those that make the claims, by report and start; ``why``: one plain sentence.
    - ``severity``: ``hard`` or ``soft``.

    >>> import qwenfacts as qf
    >>> weeks = "Acme Weekly Report May {}, 2027\n\nAcme's revenue rose {} in April 2027.\n"
    >>> dataset = qf.Dataset.of(*(qf.parse(weeks.format(*week)) for week in ((7, "4%"), (14, "9%"))))
    >>> conflict = dataset.conflicts()[0]
    >>> conflict.kind, conflict.field, conflict.severity, [fact.quantity.text for fact in conflict.facts]
    ('metric', 'quantity', 'hard', ['4%', '9%'])
    """

    kind: ConflictKind
    field: str
    facts: tuple[Fact, ...] = attribute(
        converter=tuple[Fact, ...], repr=lambda facts: f"({', '.join(fact.id for fact in facts)})"
    )
    severity: Severity
    why: str

    def __attrs_post_init__(self) -> None:
        if not self.facts:
            raise InvalidValueError(f"Conflict({self.why!r}): wants the facts that make the claims")

    def __str__(self) -> str:
        return f"{self.severity}: {self.why}"


def conflicts(facts: Facts[Fact], published: Published) -> tuple[Conflict, ...]:
    """All conflicts among facts: hard ones first, then by the place of the facts.

    ``published`` has the day of publication of each report.
    """
    place = {fact.id: at for at, fact in enumerate(facts)}

    def rank(conflict: Conflict) -> tuple[bool, list[int], str, str]:
        return (
            conflict.severity == "soft",
            [place[fact.id] for fact in conflict.facts],
            conflict.kind,
            conflict.field,
        )

    def in_order(some: Iterable[Fact]) -> tuple[Fact, ...]:
        return tuple(sorted({fact.id: fact for fact in some}.values(), key=lambda fact: place[fact.id]))

    found = chain(
        numbers(facts.of_type(Metric)),
        scopes(facts.of_type(Metric)),
        countings(facts.of_type(Metric)),
        event_days(facts.of_type(Event)),
        other_days(facts.of_type(PersonnelChange)),
        other_days(facts.of_type(ModelRelease)),
        members(facts, published),
        successions(facts.of_type(PersonnelChange), published),
        plans(facts),
        tenses(facts.of_type(Event), published),
        sources(facts),
        superlatives(facts.of_type(Relation)),
    )
    made = (
        Conflict(kind=kind, field=field, severity=severity, why=why, facts=in_order(some))
        for kind, field, severity, why, some in found
    )
    return tuple(sorted(dict.fromkeys(made), key=rank))
