"""What verbs are told of that is not a name right behind them: ``it``, ``the agent``, ``Foo on Bar``."""

from __future__ import annotations

from typing import Final

from ....entities import Entity
from ....facts import RelationKind
from ...english.nouns import Phrase
from ...english.referents import is_thing
from ...english.verbs import Verb
from ...spans import within
from ...wordclasses import DETERMINERS, RELATIVES
from .heads import CALLED
from .links import Related, Subject
from .sides import WORKS, Fits
from .subjects import TRAINING
from .telling import tell

__all__ = [
    "apposed",
    "before_clause",
    "between",
    "brought",
    "is_of_training",
    "of_it",
    "thing_meant",
    "whose_made",
    "works",
]

EARLY: Final = frozenset("beta preview prototype trial".split())
COUNTED: Final = frozenset("units cards racks chips copies seats licences licenses parts".split())
BETWEEN: Final[dict[str, tuple[str, ...]]] = {
    "trained_on": ("on", "with"),
    "built_on": ("on", "upon", "from", "atop", "around"),
    "optimised_for": ("for", "to"),
}
"""The prepositions of kinds whose verbs have the thing before them: ``based Foo on Bar``."""
ONTO: Final = frozenset(("to", "onto"))
NEAR: Final = 8


def works(related: Related) -> Fits:
    """Whether something is sold and used, as the text has it."""
    return lambda entity: related.referents.seen(entity).kind in WORKS


def of_it(related: Related, kind: RelationKind, doer: Subject, verb: Verb) -> bool | None:
    """What a verb tells of ``it``, right behind it; None of the kinds that tell nothing special then."""
    at, made = verb.end, related.referents.made()
    if kind == "uses":
        return _uses_it(related, doer, at)
    if kind == "available_on" and made is not None and doer.entity != related.referents.company:
        return related.add(kind, made, doer.entity, doer.first, at + 1, (doer.mention,))
    return None


def _uses_it(related: Related, doer: Subject, at: int) -> bool:
    """``Foo, which already uses it``: what was spoken of before."""
    thing = related.referents.made()
    if thing is None or doer.mention is None:
        return False
    told = [related.add("uses", one, thing, doer.first, at + 1, (doer.mention,)) for one in doer.entities]
    return any(told)


def thing_meant(related: Related, phrase: Phrase) -> Entity | None:
    """What somebody uses that is not named: ``will deploy the agent``, ``ordered 4,000 units``."""
    if phrase.article in ("the", "this"):
        meant = related.ending(phrase.end, works(related), 1)
        return meant.entity if meant is not None else None
    if phrase.noun in EARLY:  # tried out a beta
        main, made = related.referents.meant("launch"), related.referents.made()
        return main if main is not None and is_thing(main) else made
    sentence = related.sentence
    counted = within(sentence.passage.quantities, sentence.span(phrase.first, phrase.end))
    bare = not phrase.noun and phrase.end - phrase.first == 1
    bare = bare and bool(counted) and counted[0].value.unit == "count"
    if bare and sentence.token(phrase.end).key == "of":  # ordered 46,000 of the new part
        part = related.meant_at(phrase.end + 1, is_thing)
        return part[0].entity if part is not None else None
    several = phrase.noun in COUNTED and bool(counted or not phrase.article)  # have bought seats
    return related.referents.made() if bare or several else None


def apposed(related: Related, phrase: Phrase) -> Phrase:
    """The name right behind a common noun and a comma: ``unveiled a new router, Foo``."""
    if phrase.name is None and related.sentence.token(phrase.end).text in (",", *CALLED):
        name = related.sentence.starting.get(phrase.end + 1)
        if name is not None and phrase.article in ("a", "an", "its"):
            return phrase._replace(name=name, end=related.sentence.name_end(name), owner=None)
    return phrase


def between(related: Related, kind: RelationKind, verb: Verb) -> bool:
    """``Acme trained Foo on podcasts``: the thing stands between a verb and its preposition."""
    sentence = related.sentence
    thing = None if verb.passive else related.meant_at(verb.end, related.sides(kind)[0])
    if (
        thing is None
        or sentence.token(thing[1]).key not in BETWEEN[kind]
        or sentence.token(verb.end).key == "it"
    ):
        return False
    told = False
    for phrase in sentence.objects(thing[1] + 1):
        told |= tell(related, kind, thing[0], phrase, verb.start, strict=False)
    return told


def brought(related: Related, kind: RelationKind, verb: Verb) -> bool:
    """``Acme moved 600 clerks from Bar to Foo``: who brings something of its own to a thing uses it."""
    sentence, (fits, accepts) = related.sentence, related.sides(kind)
    if sentence.keys.isdisjoint(ONTO):
        return False
    brings, end = sentence.phrase_at(verb.end), sentence.clause_end(verb.start)
    if brings is None or (brings.name is not None and brings.end == sentence.name_end(brings.name)):
        return False
    to = next((at for at in range(brings.end, end) if sentence.token(at).key in ONTO), end)
    thing = related.meant_at(to + 1, lambda one: accepts(one) and works(related)(one)) if to < end else None
    doer = related.subject(verb.first, fits) if thing is not None else None
    if doer is None or thing is None or doer.mention is None:
        return False
    told = [
        related.add(kind, one, thing[0].entity, doer.first, thing[1], (doer.mention, thing[0].mention))
        for one in doer.entities
    ]
    return any(told)


def whose_made(related: Related, kind: RelationKind, doer: Subject, verb: Verb, *, way: str = "back") -> bool:
    """``Foo, the laboratory that the bank Acme owns``: the object stands before its relative clause."""
    owned = before_clause(related, doer, verb, related.sides(kind)[0 if way == "back" else 1])
    if owned is None:
        return False
    pair = (owned.entity, doer.entity) if way == "back" else (doer.entity, owned.entity)
    return related.add(kind, *pair, owned.first, verb.end, (owned.mention, doer.mention))


def before_clause(related: Related, doer: Subject, verb: Verb, fits: Fits) -> Subject | None:
    """The object of a verb that stands before its relative clause: ``Foo, the campus that | Acme runs``."""
    sentence = related.sentence
    if doer.mention is None or sentence.name_end(doer.mention) != verb.first:
        return None
    at = doer.first
    while sentence.token(at - 1).key not in RELATIVES:
        at -= 1
        if doer.first - at > NEAR or (sentence.breaks(at) and sentence.token(at).key not in DETERMINERS):
            return None
    end = at - 1 - (sentence.token(at - 2).text == ",")
    if sentence.token(at - 1).key == "whose":
        return None  # Foo, whose Bar undercuts it
    owned = related.ending(end, fits, relative=True)
    return owned if owned is not None and owned.mention is not None else None


def is_of_training(related: Related, verb: Verb) -> bool:
    """Whether a verb says what a training took; not where it ran."""
    of_it = related.sentence.noun_ending(verb.first).endswith(TRAINING)
    return of_it and not related.sentence.token(verb.start).key.startswith(("run", "ran"))
