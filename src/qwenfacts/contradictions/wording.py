"""Wording: plans and doubts, tenses, sources and superlatives."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, combinations

from ..claims import days_between, topic, words
from ..cues import clauses, is_done, is_doubted, is_planned, is_under_way, superlative
from ..facts import Citation, Event, Fact, ModelRelease, Outlook, PersonnelChange, Relation, Statement
from ..query import Facts
from ..values import Period
from .findings import ConflictKind, Found, Published, grouped, told

__all__ = ["plans", "sources", "superlatives", "tenses"]


def plans(facts: Facts[Fact]) -> Iterator[Found]:
    """Planned here, unconfirmed there: of one subject, and naming the same other thing."""
    doubts: defaultdict[str, list[tuple[Fact, str]]] = defaultdict(list)
    for fact in chain(*(facts.of_type(kind) for kind in (Event, Outlook, Relation, Statement))):
        for clause in _doubts(fact):
            for entity in fact.entities():
                doubts[entity.id].append((fact, clause))
    for fact in chain(facts.of_type(Event), facts.of_type(Relation)) if doubts else ():
        if any(map(is_planned, fact.evidence)):
            yield from _doubted(fact, doubts[next(fact.entities()).id])


def _doubts(fact: Fact) -> Iterator[str]:
    return (part for e in fact.evidence for part in clauses(e.quote) if is_doubted(part))


def _doubted(plan: Fact, doubts: Iterable[tuple[Fact, str]]) -> Iterator[Found]:
    """The claims that doubt a plan, for each thing besides its subject that it names."""
    subject, *others = plan.entities()
    for other in others:
        names = [words(name) for name in other.names]
        found = [(fact, clause) for fact, clause in doubts if any(name <= words(clause) for name in names)]
        if found:
            doubt, clause = found[0]
            kind: ConflictKind = "event" if isinstance(plan, Event) else "relation"
            why = f"{subject} and {other}: {told(plan, 'planned', doubt, clause.strip())}"
            yield kind, "stage", "soft", why, (plan, *(fact for fact, _ in found))


def tenses(events: Facts[Event], published: Published) -> Iterator[Found]:
    """Done in one report, still being done in a later one."""
    for group in grouped((event for event in events if event.kind != "other"), topic):
        done = [event for event in group if any(map(is_done, event.evidence))]
        still = [event for event in group if any(map(is_under_way, event.evidence))]
        for one in done:
            for other in still:
                days = published.get(one.report), published.get(other.report)
                if days[0] and days[1] and days[0] < days[1] and not days_between(one.date, other.date):
                    said = told(one, "done", other, "still under way")
                    yield "event", "date", "soft", f"{one.kind} of {one.subject}: {said}", (one, other)


def sources(facts: Facts[Fact]) -> Iterator[Found]:
    """A source that is older than what it is cited for: a story, a sentence, the going of whom it names."""
    people: defaultdict[str, list[tuple[str, Fact]]] = defaultdict(list)
    for change in facts.of_type(PersonnelChange):
        if change.person is not None:
            people[change.report].append((change.person.name, change))
    cited: defaultdict[tuple[str, str], list[Fact]] = defaultdict(list)
    happened = chain(facts.of_type(Event), facts.of_type(PersonnelChange), facts.of_type(ModelRelease))
    for fact in happened:
        cited[fact.report, fact.id].append(fact)
        for sentence in {evidence.sentence for evidence in fact.evidence}:
            cited[fact.report, sentence].append(fact)
    for source in facts.of_type(Citation):
        said = source.evidence[0].sentence
        keys = (str(source.supports), said) if source.date else ()
        named = (change for name, change in people[source.report] if name in said)
        supported = chain.from_iterable(cited.get((source.report, key), ()) for key in keys)
        for fact in dict.fromkeys(chain(supported, named)):
            if _is_before(source.date, fact.when):
                why = f"{source.source}, cited for {fact.when}, is of {source.date} ({source.report})"
                yield "citation", "date", "soft", why, (source, fact)


def _is_before(one: Period | None, other: Period | None) -> bool:
    return bool(one and one.end and other and other.start and one.end < other.start)


def superlatives(relations: Facts[Relation]) -> Iterator[Found]:
    """One thing that is the first or most within this whole here, within another there."""
    claims = ((r, superlative(r.object)) for r in relations.where(kind="is_a") if isinstance(r.object, str))
    known = [(relation, *claim) for relation, claim in claims if claim]
    groups: defaultdict[tuple[str, str], dict[frozenset[str], Relation]] = defaultdict(dict)
    for relation, claim, whole in known:
        groups[relation.subject.id, claim].setdefault(words(whole), relation)
    for (_, claim), wholes in groups.items():
        for one, other in combinations(wholes.values(), 2):
            said = told(one, one.object, other, other.object)
            yield "relation", "object", "soft", f"{one.subject}, {claim}: {said}", (one, other)
