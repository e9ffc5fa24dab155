"""People: who belongs to a body, who replaces whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import Final

from ..claims import CLOSE, days_between, words
from ..cues import lists_some
from ..entities import Entity
from ..facts import Event, Fact, PersonnelChange, Relation
from ..query import Facts
from .findings import Found, Published, days_apart, in_one_sentence, pairs, told

__all__ = ["members", "successions"]


def members(facts: Facts[Fact], published: Published) -> Iterator[Found]:
    """One body that is said to consist of these people here, of others there."""
    for body, lists in _enumerations(facts).items():
        for (these, some), (those, others) in combinations(lists.items(), 2):
            if these <= those or those <= these:
                continue
            one, other = some[0], others[0]
            names = [", ".join(sorted(str(member) for member in group)) for group in (these, those)]
            near = days_apart(one, other, published) <= CLOSE
            why = f"members of {body}: {told(one, names[0], other, names[1])}"
            field = "parts" if isinstance(one, Event) and isinstance(other, Event) else "object"
            yield "membership", field, "hard" if near else "soft", why, (*some, *others)


def _enumerations(facts: Facts[Fact]) -> dict[Entity, dict[frozenset[Entity], list[Fact]]]:
    """The members of each body, as listed in one place; not where only some of them are."""
    listed: defaultdict[tuple[Entity, str, str], list[tuple[Entity, Fact]]] = defaultdict(list)
    for fact in facts.of_type(Relation).where(kind="member_of"):
        if isinstance(fact.object, Entity):
            for evidence in fact.evidence:
                listed[fact.object, fact.report, evidence.sentence].append((fact.subject, fact))
    for event in facts.of_type(Event).where(kind="formation"):
        listed[event.subject, event.report, event.id] += [(part, event) for part in event.parts]
    found: defaultdict[Entity, dict[frozenset[Entity], list[Fact]]] = defaultdict(dict)
    for (body, _, _), rows in listed.items():
        circle = frozenset(member for member, _ in rows)
        of_people = body.kind == "body" or all(member.kind == "person" for member in circle)
        if of_people and len(circle) > 1 and not any(lists_some(fact) for _, fact in rows):
            found[body].setdefault(circle, []).extend(fact for _, fact in rows)
    return found


def successions(changes: Facts[PersonnelChange], published: Published) -> Iterator[Found]:
    """One person who replaces two, or is replaced by two."""
    known = [change for change in changes if change.person and change.replaces]
    for one, other in pairs(known, lambda change: change.person):
        if one.replaces != other.replaces and _is_one_post(one, other, published):
            said = told(one, one.replaces, other, other.replaces)
            yield "personnel-change", "replaces", "hard", f"{one.person} replaces {said}", (one, other)
    for one, other in pairs(known, lambda change: change.replaces):
        if one.person != other.person and _is_one_post(one, other, published):
            said = told(one, one.person, other, other.person)
            yield "personnel-change", "person", "hard", f"{one.replaces} is replaced by {said}", (one, other)


def _is_one_post(one: PersonnelChange, other: PersonnelChange, published: Published) -> bool:
    """Whether two successions are those of one post, at one time."""
    roles = words(one.role), words(other.role)
    if (roles[0] and roles[1] and not roles[0] & roles[1]) or (roles[0] | roles[1]) & PASSING:
        return False
    if one.organisation and other.organisation and one.organisation.id != other.organisation.id:
        return False
    gap = days_between(one.date, other.date)
    near = days_apart(one, other, published) <= 3 * CLOSE if gap is None else gap <= CLOSE
    return near and not in_one_sentence(one, other)


PASSING: Final = frozenset(("interim", "acting", "caretaker"))
"""Who holds a post for a while is replaced in turn."""
