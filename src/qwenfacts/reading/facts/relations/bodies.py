"""For whom somebody works, and under whom a unit is: ties between organisations and people."""

from __future__ import annotations

from itertools import product
from typing import Final

from ...english.nounwords import is_adverb
from ...english.referents import ORGANISATIONS, of_nouns
from .heads import head_of
from .links import Related

__all__ = ["body_links"]

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
BELONGING: Final = frozenset(("belong", "belongs"))
FAR: Final = 8


def body_links(related: Related) -> None:
    """Note for whom somebody works and who leads a unit."""
    related.read(
        (UNDER, _under),
        (WHO, _working),
        (TOGETHER, _together),
        (BELONGING, _belonging),
    )


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
        names = [one.name for one in head.phrases if one.name is not None] if head is not None else []
        if len(names) == 2 and all(one.value.kind in ORGANISATIONS for one in names):
            first = sentence.name_first(names[0])
            related.add("partners_with", names[0].value, names[1].value, first, at + 1, names)


def _belonging(related: Related) -> None:
    """``the Foo Guild, to which Bar and Baz belong``."""
    sentence = related.sentence
    for end in sentence.places(BELONGING, 3):
        members = related.names_before(end)
        at = sentence.name_first(members[0]) - 2 if members else end
        told = sentence.token(at).key == "to" and sentence.token(at + 1).key == "which"
        body = sentence.ending.get(at - (sentence.token(at - 1).text == ",")) if told else None
        for one, whole in product(members, [body] if body is not None else []):
            related.tie("member_of", one, whole)
