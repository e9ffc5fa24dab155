"""Who is named as a rival, partner, backer or customer, is handed a thing, works for or leads whom."""

from __future__ import annotations

from itertools import product
from typing import Final

from ....entities import Entity
from ....report import Mention
from ...english.nounwords import is_adverb
from ...english.referents import ORGANISATIONS, listed, of_nouns
from ...wordclasses import BE, CARDINALS, DETERMINERS, HAVE
from .heads import head_of
from .links import Related
from .sides import is_sort
from .standing import works

__all__ = ["role_links"]

NEAR: Final = 6
FAR: Final = 8
NUMBERS: Final = frozenset(("both", "all", *CARDINALS[1:]))
SIGNING: Final = frozenset("sign signed signs joined joins join came come serve serves".split())
ROLES: Final = ("rival", "partner", "owner", "customer")
TAKERS: Final = frozenset("tenant tenants taker takers subscriber subscribers".split())
"""Customers that are told of as nothing else."""
NOUNS: Final = {role: of_nouns(role) - {"answer"} for role in ROLES} | {
    "customer": of_nouns("customer") | TAKERS
}
NAMED: Final = frozenset[str]().union(*NOUNS.values())
HANDING: Final = listed("handing")
CONNECTORS: Final = of_nouns("connectors")
CONNECTED: Final = frozenset("connected integrated supported".split())
LINKS: Final = CONNECTORS | CONNECTED
WITH: Final = frozenset(("for", "with", "to", "into"))
ONE: Final = frozenset(("one", "another", "others"))
WHO: Final = frozenset(("who",))
WORKING: Final = listed("working")
PLACED: Final = listed("placed")
UNDER: Final = frozenset(("under",))
TOGETHER: Final = listed("together")


def role_links(related: Related) -> None:
    """Note who is named as a rival, partner, owner or customer of whom, is handed what, leads whom."""
    related.read(
        (HANDING, _handed),
        (LINKS, _connected),
        (UNDER, _under),
        (WHO, _working),
        (TOGETHER, _together),
        (NAMED, _named),
    )


def _named(related: Related) -> None:
    for role, nouns in NOUNS.items():
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


def _called(related: Related, at: int, *, aside: bool) -> list[Mention[Entity]]:
    """Those that are said to be it: ``Foo and Bar are the earliest adopters``, ``Foo, its first tenant``."""
    sentence, start = related.sentence, at
    while at - start < NEAR and not sentence.breaks(start - 1):
        start -= 1
    start -= sentence.token(start - 1).key in DETERMINERS
    before = sentence.token(start - 1)
    aside = aside and before.text == "," and sentence.token(start).key in DETERMINERS
    end, named = start - 1, before.key == "as" and sentence.token(at + 1).key == "of"
    if before.key == "as" and not named:  # Foo and Bar signed up as customers
        end -= 1 + (sentence.token(end - 1).key in ("up", "on"))
        named = sentence.token(end).key in SIGNING
        end -= sentence.token(end - 1).key in HAVE
    names = related.names_before(end) if aside or named or before.key in BE else []
    return [name for name in names if name.value.kind != "person"]


def _tie(
    related: Related, role: str, name: Mention[Entity], known: Entity | None, at: int, others: list[Entity]
) -> None:
    other, (first, end) = name.value, sorted((at, related.sentence.name_end(name)))
    end += end == at
    if known is None and role == "customer":
        known = related.spoken(related.sides("uses")[1], others, at)
    whose = known or related.referents.company
    if role == "rival":
        if all(
            one.kind != "competes_with" or other not in (one.subject, one.object) for one in related.found
        ):
            one, two = related.peer(other, whose), other
            if known is None and related.sentence.token(at).key.endswith("s"):
                one, two = two, one  # rivals such as Foo
            related.add("competes_with", one, two, first, end, (name,))
    elif role == "partner":
        related.add("partners_with", whose, other, first, end, (name,))
    elif role == "owner":
        related.add("owned_by", whose, other, first, end, (name,))
    elif known is not None or related.sentence.token(at + 1).text == ",":
        related.add("uses", other, whose, first, end, (name,))


def _handed(related: Related) -> None:
    """``handed the first Foo racks to Acme``, ``deliveries of Foo, a chip, to Acme``, ``ships to Acme``."""
    sentence, sold = related.sentence, works(related)
    for at in sentence.places(HANDING):
        start = at + 1 + (sentence.token(at + 1).key == "of")
        phrase = sentence.phrase_at(start)
        thing = phrase.name.value if phrase is not None and phrase.name is not None else None
        end = phrase.end if phrase is not None else start
        if sentence.token(start).key == "to":
            end, thing = start, related.spoken(sold, ())
        to = next((one for one in range(end, end + 2 * FAR) if sentence.token(one).key == "to"), None)
        if thing is None or not sold(thing) or to is None or (to > end and sentence.token(end).text != ","):
            continue
        for receiver, name in sentence.names(to + 1):
            if name.value.kind == "organisation":
                related.add("uses", name.value, thing, at, receiver.end, (name,))


def _connected(related: Related) -> None:
    """``connectors for Bar; one for Qux follows``, ``Bar support``, ``Bar and Baz are connected``."""
    sentence, fits = related.sentence, related.sides("integrates_with")[0]
    for at in sentence.places(LINKS):
        passive = sentence.token(at).key in CONNECTED
        if passive and (sentence.token(at - 1).key not in BE or sentence.token(at + 1).key == "by"):
            continue  # Foo supported the bill
        names = related.names_before(at - passive)
        end = at + 1 + 2 * (sentence.token(at + 1).text == "-")  # plug-ins
        if not passive and sentence.token(end).key in WITH:
            near = range(end + 1, min(sentence.end, end + 2 * FAR))
            ones = (one + 1 for one in near if sentence.token(one).key in ONE)
            for other in (end, *(one for one in ones if sentence.token(one).key in WITH)):
                names += [name for _, name in sentence.names(other + 1)]
        elif passive and sentence.token(end).key in WITH:
            continue  # Foo is connected to Bar
        others = [name.value for name in names]
        thing = related.spoken(fits, others, at) if names else None
        for one, name in product([thing] if thing is not None else [], names):
            first, last = min(at, sentence.name_first(name)), max(at + 1, sentence.name_end(name))
            related.add("integrates_with", one, name.value, first, last, (name,))


def _working(related: Related) -> None:
    """``Jane Roe, who covers chips for Foo,``: for whom somebody works who is introduced."""
    sentence = related.sentence
    for at in sentence.places(WHO, 2):
        person = sentence.ending.get(at - 1) if sentence.token(at - 1).text == "," else None
        if person is None or person.value.kind != "person" or sentence.token(at + 1).key not in WORKING:
            continue
        end = next((index for index in range(at, at + FAR) if sentence.token(index).text == ","), at + FAR)
        for index in range(at + 2, min(end, sentence.end)):
            employer = (
                sentence.starting.get(index + 1) if sentence.token(index).key in ("at", "for") else None
            )
            if employer is not None and employer.value.kind in ORGANISATIONS:
                related.tie("member_of", person, employer)


def _under(related: Related) -> None:
    """``the Foo group under Jane Roe``, ``Foo is set up under Jane Roe and John Doe``."""
    sentence = related.sentence
    for at in sentence.places(UNDER, 1):
        persons = [name for _, name in sentence.names(at + 1) if name.value.kind == "person"]
        if not persons:
            continue
        called = sentence.noun_ending(at) in of_nouns("unit")
        unit = sentence.ending.get(at - 1 if called and at not in sentence.ending else at)
        fits = related.sides("led_by")[0]
        if unit is None and sentence.token(at - 1).text == ",":  # Foo, under chief engineer Jane Roe
            unit = sentence.ending.get(at - 1)
        verb = at - 1 - is_adverb(sentence.token(at - 1).key)
        if unit is None and sentence.token(verb).key in PLACED:
            subject = related.subject(verb, fits)
            unit = subject.mention if subject is not None else None
        if unit is not None and fits(unit.value) and unit.value.kind != "person":
            for person in persons:
                related.tie("led_by", unit, person)


def _together(related: Related) -> None:
    """``Acme and Bolt have been partners since May``."""
    sentence = related.sentence
    for at in sentence.places(TOGETHER, 2):
        heads = (head_of(sentence, verb) for verb in range(at, max(sentence.first, at - FAR), -1))
        head = next(filter(None, heads), None)
        names = [one.name for one in head.phrases if one.name is not None] if head is not None else []
        if len(names) == 2 and all(one.value.kind in ORGANISATIONS for one in names):
            first = sentence.name_first(names[0])
            related.add("partners_with", names[0].value, names[1].value, first, at + 1, names)
