"""Who belongs to a body, who works with whom, and who leads what: ties between organisations and people."""

from __future__ import annotations

from typing import Final

from ....entities import Entity
from ....report import Mention
from ...english.nounwords import is_adverb
from ...english.referents import ORGANISATIONS, of_nouns
from .heads import head_of
from .links import Related

__all__ = ["body_links"]

MEMBERS: Final = frozenset("members signatories founders backers".split())
NAMING: Final = frozenset("include includes are including were".split())
JOINING: Final = frozenset("joined joins join".split())
BELONGING: Final = frozenset(("belong", "belongs"))
WHO: Final = frozenset(("who",))
WORKING: Final = frozenset(
    "covers follows tracks runs heads leads directs oversees manages works advises speaks".split()
)
PLACED: Final = frozenset(
    "established formed created launched founded up placed put sits sit falls fall housed operates"
    " works assembled installed convened organised organized".split()
)
UNDER: Final = frozenset(("under",))
TOGETHER: Final = frozenset(
    "partners allies collaborate collaborated partnered teamed allied cooperate cooperated jointly".split()
)
BODIES: Final = frozenset(
    "alliance association body coalition committee consortium council federation force forum foundation"
    " guild"
    " initiative league network pact partnership programme program project society union".split()
)
"""The last words of the names of bodies."""
FAR: Final = 8
CLAUSE: Final = 12


def body_links(related: Related) -> None:
    """Note who is a member of what, who are partners and who leads a unit."""
    related.read(
        (MEMBERS, _members),
        (JOINING, _joined),
        (BELONGING, _belonging),
        (UNDER, _under),
        (WHO, _working),
        (TOGETHER, _together),
    )


def _is_body(related: Related, entity: Entity) -> bool:
    last = entity.name.split()[-1].casefold()
    return related.referents.seen(entity).kind == "body" or last in BODIES


def _members(related: Related) -> None:
    """``the Foo Alliance, whose members include Acme and Bolt``."""
    sentence = related.sentence
    for at in sentence.places(MEMBERS, 1):
        if sentence.token(at + 1).key not in NAMING:
            continue
        owner = sentence.ending.get(at - 2) if sentence.possessed(at - 2) == at else None
        if sentence.token(at - 1).key == "whose":
            owner = sentence.ending.get(at - 2) if sentence.token(at - 2).text == "," else None
        body = owner.value if owner is not None else related.referents.meant("it")
        if body is None or not _is_body(related, body):
            continue
        for phrase, name in sentence.names(at + 2):
            related.add("member_of", name.value, body, at, phrase.end, (owner, name))


def _joined(related: Related) -> None:
    """``Acme has joined the Foo Alliance``."""
    sentence = related.sentence
    for at in sentence.places(JOINING, 1):
        phrase = sentence.phrase_at(at + 1)
        if phrase is None or phrase.name is None or not _is_body(related, phrase.name.value):
            continue
        subject = related.subject(at, lambda one: related.referents.seen(one).kind in ORGANISATIONS)
        if subject is None:
            continue
        for entity in subject.entities:
            first = min(subject.first, at)
            related.add("member_of", entity, phrase.name.value, first, phrase.end, (phrase.name,))


def _belonging(related: Related) -> None:
    """``the Foo Guild, to which Bar and Baz belong``."""
    sentence = related.sentence
    for end in sentence.places(BELONGING, 3):
        members: list[Mention[Entity]] = []
        for at in range(end - 1, max(sentence.first + 1, end - CLAUSE), -1):
            name = sentence.starting.get(at)
            if name is not None:
                members.append(name)
            if sentence.token(at).key == "which" and sentence.token(at - 1).key == "to":
                body = sentence.ending.get(at - 1 - (sentence.token(at - 2).text == ","))
                if body is not None:
                    for member in members:
                        related.tie("member_of", member, body)
                break


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
        phrases = head.phrases if head is not None else ()
        names: list[Mention[Entity]] = [one.name for one in phrases if one.name is not None]
        if len(names) == 2 and all(one.value.kind in ORGANISATIONS for one in names):
            first = sentence.name_first(names[0])
            related.add("partners_with", names[0].value, names[1].value, first, at + 1, names)
