"""Who uses what, where no verb of using says it: who is handed a thing, and who is called its user."""

from __future__ import annotations

from typing import Final

from ....entities import Entity
from ...english.clauses import last_before
from .links import Related

__all__ = ["user_links"]

HANDING: Final = frozenset(
    "hands handed delivers delivered ships shipped supplies supplied sells sold rents rented leases"
    " leased".split()
)
USERS: Final = frozenset(
    "user users customer customers adopter adopters tester testers client clients".split()
)
WORKING: Final = frozenset("use work service duty deployed installed used tested piloted".split())
SEATS: Final = frozenset("seats licences licenses subscriptions".split())
NAMING: Final = frozenset(("among", "including", "such", "include", "includes", "are"))
HAVING: Final = frozenset("has counts serves had".split())
FAR: Final = 12
WORKS: Final = frozenset(("product", "model", "model_family", "platform"))


def user_links(related: Related) -> None:
    """Note who is handed something, and who is called a user of what the text speaks of."""
    sentence = related.sentence
    if not HANDING.isdisjoint(sentence.keys):
        _handed(related)
    if not WORKING.isdisjoint(sentence.keys):
        _at_work(related)
    if not SEATS.isdisjoint(sentence.keys):
        _seated(related)
    if not USERS.isdisjoint(sentence.keys):
        _users(related)


def _handed(related: Related) -> None:
    """``handed the first Foo racks to Acme``."""
    sentence = related.sentence
    for at in range(sentence.first + 1, sentence.end):
        if sentence.tokens[at].key not in HANDING or sentence.token(at + 1).key == "by":
            continue
        phrase = sentence.phrase_at(at + 1)
        if phrase is None or phrase.name is None or phrase.name.value.kind not in WORKS:
            continue
        if sentence.token(phrase.end).key == "to":
            for receiver, name in sentence.names(phrase.end + 1):
                if name.value.kind == "organisation":
                    related.add("uses", name.value, phrase.name.value, at, receiver.end, (name, phrase.name))


def _at_work(related: Related) -> None:
    """``Foo is in use at Acme``, ``Foo was installed at Acme``."""
    sentence = related.sentence
    for at in range(sentence.first + 2, sentence.end):
        user = sentence.starting.get(at + 1)
        if sentence.tokens[at].key not in ("at", "inside") or sentence.token(at - 1).key not in WORKING:
            continue
        if user is not None and user.value.kind == "organisation":
            verb = at - 1 - (sentence.token(at - 2).key in ("in", "at", "on"))
            thing = related.subject(verb, related.sides("does")[0])
            for entity in thing.entities if thing is not None else ():
                related.add("uses", user.value, entity, verb, sentence.name_end(user), (user,))


def _seated(related: Related) -> None:
    """``Acme buys Foo seats``, ``Acme has set aside a sum for Foo licences``."""
    sentence = related.sentence
    for at in range(sentence.first + 1, sentence.end):
        name = sentence.ending.get(at)
        if sentence.tokens[at].key not in SEATS or name is None:
            continue
        for buyer in last_before(sentence.passage.names, name.span.start):
            if buyer.value.kind == "organisation" or (buyer.value.kind == "other" and not buyer.value.known):
                first = sentence.name_first(buyer)
                related.add("uses", buyer.value, name.value, first, at + 1, (buyer, name))
                break


def _server(related: Related, at: int) -> Entity | None:
    """The unknown company that is said to have users: ``Foo has 30 customers``."""
    topic, keys = related.topic(), (related.sentence.token(index).key for index in range(at - FAR, at))
    return topic if topic is not None and not topic.known and not HAVING.isdisjoint(keys) else None


def _users(related: Related) -> None:
    """``One early user, the start-up Foo,``, ``Customers, among them Foo and Bar,``."""
    sentence = related.sentence
    made = related.referents.made()
    for at in range(sentence.first, sentence.end):
        if sentence.tokens[at].key not in USERS:
            continue
        named = (one.value for one in sentence.passage.names if one.value.kind in WORKS)
        thing = _server(related, at) or made or next(named, None)
        if thing is None:
            return
        index = at + 1 + (sentence.token(at + 1).text == ",")
        listed = sentence.token(index).key in NAMING
        if listed:
            index += 2 if sentence.token(index).key in ("among", "such") else 1
        elif index == at + 1 or sentence.tokens[at].key.endswith("s"):
            continue
        for phrase, name in sentence.names(index):
            if name.value.kind in ("organisation", "other", "body"):
                related.add("uses", name.value, thing, at, phrase.end, (name,))
