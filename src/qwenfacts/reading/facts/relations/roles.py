"""Who is named as a rival, partner, owner or customer: ``rivals such as Foo``, ``its backers are Bar``."""

from __future__ import annotations

from typing import Final

from ....entities import Entity
from ....report import Mention
from ...english.referents import of_nouns
from ...english.verbs import BE
from .links import Related

__all__ = ["role_links"]

NEAR: Final = 6
NUMBERS: Final = frozenset("two three four five both all".split())
ROLES: Final = ("rival", "partner", "owner", "customer")


def role_links(related: Related) -> None:
    """Note who is named as a rival, partner, owner or customer of whom."""
    if related.sentence.keys.isdisjoint(of_nouns(*ROLES)):
        return
    for role in ROLES:
        for at in related.sentence.places(of_nouns(role) - {"answer"}):
            whose, names = _listed(related, at)
            for name in names:
                _tie(related, role, name, whose, at)


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


def _tie(related: Related, role: str, name: Mention[Entity], known: Entity | None, at: int) -> None:
    other, (first, end) = name.value, sorted((at, related.sentence.name_end(name)))
    if known is None and role == "customer":
        clause = related.joined(at, related.sides("uses")[1]) if at > related.sentence.opening + 1 else None
        known = clause.entity if clause is not None else related.referents.made()
    whose = known or related.referents.company
    if role == "rival":
        related.add("competes_with", other, related.peer(other, whose), first, end, (name,))
    elif role == "partner":
        related.add("partners_with", whose, other, first, end, (name,))
    elif role == "owner":
        related.add("owned_by", whose, other, first, end, (name,))
    else:
        related.add("uses", other, whose, first, end, (name,))
