"""Who is named as a rival, partner, owner or customer: ``rivals such as Foo``, ``its backers are Bar``."""

from __future__ import annotations

from typing import Final

from ....entities import Entity
from ....report import Mention
from ...english.referents import is_thing, of_nouns
from ...wordclasses import BE, CARDINALS, DETERMINERS
from .links import Related
from .sorts import is_sort

__all__ = ["role_links"]

NEAR: Final = 6
NUMBERS: Final = frozenset(("both", "all", *CARDINALS[1:]))
ROLES: Final = ("rival", "partner", "owner", "customer")


TAKERS: Final = frozenset("tenant tenants taker takers subscriber subscribers".split())
"""Customers that are told of as nothing else."""


def role_links(related: Related) -> None:
    """Note who is named as a rival, partner, owner or customer of whom."""
    if related.sentence.keys.isdisjoint(of_nouns(*ROLES) | TAKERS):
        return
    for role in ROLES:
        nouns = of_nouns(role) | TAKERS if role == "customer" else of_nouns(role) - {"answer"}
        for at in related.sentence.places(nouns):
            if is_sort(related.sentence.token(at + 1).key):
                continue  # its client processor
            whose, names = _listed(related, at)
            if not names and role in ("customer", "partner"):
                names = _called(related, at, aside=role == "customer")
            others = [name.value for name in names]
            for name in names:
                _tie(related, role, name, whose, at, others)


def _listed(related: Related, at: int) -> tuple[Entity | None, list[Mention[Entity]]]:
    """Those that a noun is told of as examples, or that are counted among it, and whose they are."""
    sentence = related.sentence
    phrase = sentence.phrase_at(at)
    examples = sentence.examples(phrase) if phrase is not None else None
    if examples is None and at + 1 in sentence.starting and at not in sentence.ending:
        examples = at + 1  # rivals Foo and Bar
    if examples is not None:
        several = examples > at + 1 or sentence.token(at).key.endswith("s")
        return related.whose(at + 1), [name for _, name in sentence.names(examples)][: None if several else 1]
    if sentence.token(at + 1).text == ",":  # customers, Foo and Bar among them
        named = list(sentence.names(at + 2))
        if named and sentence.token(named[-1][0].end).key == "among":
            return related.whose(at + 1), [name for _, name in named]
    start = next((one for one in range(at - 1, at - NEAR, -1) if sentence.token(one).text == ","), at)
    if sentence.token(start + 1).key in NUMBERS and sentence.token(start + 2).key != "former":
        return related.whose(at + 1), related.names_before(start)  # Foo and Bar, two rivals
    among = next((one for one in range(at - 1, at - NEAR, -1) if sentence.token(one).key == "among"), at)
    end = among - (sentence.token(among - 1).key in BE)
    names = related.names_before(end) if among < at else []
    if not names:
        return None, []
    if end < among:  # Foo and Bar are among its backers
        return (related.whose(at + 1) if sentence.token(among + 1).key != "its" else None), names
    verb = sentence.name_first(names[0]) - 1
    doer = related.subject(
        verb, related.sides("partners_with")[0]
    )  # Acme counts Foo and Bar among its backers
    return (doer.entity if doer is not None else None), names


def _used(related: Related, others: list[Entity]) -> Entity | None:
    """What customers are of where nothing says it: the thing spoken of, and none of them."""
    main, made = related.referents.meant("launch"), related.referents.made()
    things = (one for one in (made, main) if one is not None and is_thing(related.referents.seen(one)))
    return next((one for one in things if one not in others), None)


def _called(related: Related, at: int, *, aside: bool) -> list[Mention[Entity]]:
    """Those that are said to be it: ``Foo and Bar are the earliest adopters``, ``Foo, its first tenant``."""
    sentence, start = related.sentence, at
    while at - start < NEAR and not sentence.breaks(start - 1):
        start -= 1
    start -= sentence.token(start - 1).key in DETERMINERS
    before = sentence.token(start - 1)
    aside = aside and before.text == "," and sentence.token(start).key in DETERMINERS
    named = before.key == "as" and sentence.token(at + 1).key == "of"
    names = related.names_before(start - 1) if aside or named or before.key in BE else []
    return [name for name in names if name.value.kind != "person"]


def _tie(
    related: Related, role: str, name: Mention[Entity], known: Entity | None, at: int, others: list[Entity]
) -> None:
    other, (first, end) = name.value, sorted((at, related.sentence.name_end(name)))
    if known is None and role == "customer":
        clause = related.joined(at, related.sides("uses")[1]) if at > related.sentence.opening + 1 else None
        known = (
            clause.entity if clause is not None and clause.entity not in others else _used(related, others)
        )
    whose = known or related.referents.company
    if role == "rival":
        if all(one.kind != "competes_with" or one.object != other for one in related.found):
            related.add("competes_with", other, related.peer(other, whose), first, end, (name,))
    elif role == "partner":
        related.add("partners_with", whose, other, first, end, (name,))
    elif role == "owner":
        related.add("owned_by", whose, other, first, end, (name,))
    elif known is not None or related.sentence.token(at + 1).text == ",":
        related.add("uses", other, whose, first, end, (name,))
