"""Who uses what, where no verb of using says it: who is handed a thing, and who is called its user."""

from __future__ import annotations

from typing import Final

from ....entities import Entity
from ...english.clauses import last_before
from .links import Related
from .sides import WORKS

__all__ = ["user_links"]

HANDING: Final = frozenset(
    "hands handed delivers delivered ships shipped supplies supplied sells sold rents rented leases"
    " leased".split()
)
NEAR: Final = 8
USERS: Final = frozenset("user customer adopter tester client".split())
AT: Final = frozenset(("at", "inside"))
WORKING: Final = frozenset("use work service duty deployed installed used tested piloted".split())
CONNECTORS: Final = frozenset(
    "integration integrations connector connectors plugin plugins adapter adapters".split()
)
SEATS: Final = frozenset("seats licences licenses subscriptions".split())


def user_links(related: Related) -> None:
    """Note who is handed something, and who is called a user of what the text speaks of."""
    related.read(
        (HANDING, _handed),
        (WORKING, _at_work),
        (SEATS, _seated),
        (USERS, _users),
        (CONNECTORS, _connected),
    )


def _handed(related: Related) -> None:
    """``handed the first Foo racks to Acme``."""
    sentence = related.sentence
    for at in sentence.places(HANDING, 1):
        if sentence.token(at + 1).key == "by":
            continue
        phrase = sentence.phrase_at(at + 1)
        if phrase is None or phrase.name is None or phrase.name.value.kind not in WORKS:
            continue
        if sentence.token(phrase.end).key == "to":
            for receiver, name in sentence.names(phrase.end + 1):
                if name.value.kind == "organisation":
                    related.add("uses", name.value, phrase.name.value, at, receiver.end, (name, phrase.name))


def _connected(related: Related) -> None:
    """``Foo adds connectors for Bar and Baz``, ``Bar/Baz integrations are planned``."""
    sentence = related.sentence
    for at in sentence.places(CONNECTORS, 1):
        names = related.names_before(at)
        if sentence.token(at + 1).key in ("for", "with", "to", "into"):
            names = [name for _, name in sentence.names(at + 2)]
        fits = related.sides("integrates_with")[0]
        behind = bool(names) and names[0].span.start > sentence.token(at).start
        clause = related.joined(at, fits) if behind else None
        made = related.referents.meant("launch") or related.referents.made()
        thing = clause.entity if clause is not None else made
        if thing is None or not fits(thing):
            continue
        for name in names:
            first, end = sorted((at, sentence.name_end(name)))
            related.add("integrates_with", thing, name.value, first, end, (name,))


def _at_work(related: Related) -> None:
    """``Foo is in use at Acme``, ``Foo was installed at Acme``."""
    sentence = related.sentence
    for at in sentence.places(AT, 2):
        user = sentence.starting.get(at + 1)
        if sentence.token(at - 1).key not in WORKING:
            continue
        if user is not None and user.value.kind == "organisation":
            verb = at - 1 - (sentence.token(at - 2).key in ("in", "at", "on"))
            thing = related.subject(verb, related.sides("does")[0])
            for entity in thing.entities if thing is not None else ():
                related.add("uses", user.value, entity, verb, sentence.name_end(user), (user,))


def _seated(related: Related) -> None:
    """``Acme buys Foo seats``, ``Acme has set aside a sum for Foo licences``."""
    sentence = related.sentence
    for at in sentence.places(SEATS, 1):
        name = sentence.ending.get(at)
        if name is None or name.value.kind not in WORKS:
            continue
        buyer = next(
            (one for one in last_before(sentence.passage.names, name.span.start) if _may_buy(one.value)), None
        )
        if buyer is not None:
            related.tie("uses", buyer, name)


def _may_buy(entity: Entity) -> bool:
    return entity.kind == "organisation" or (entity.kind == "other" and not entity.known)


def _users(related: Related) -> None:
    """``One early user, the start-up Foo,``."""
    sentence = related.sentence
    made = related.referents.made()
    for at in sentence.places(USERS):
        named = (one.value for one in sentence.passage.names if one.value.kind in WORKS)
        thing = made or next(named, None)
        if thing is None:
            return
        if sentence.token(at + 1).text != ",":
            continue
        for phrase, name in sentence.names(at + 2):
            if name.value.kind in ("organisation", "other", "body"):
                related.add("uses", name.value, thing, at, phrase.end, (name,))
