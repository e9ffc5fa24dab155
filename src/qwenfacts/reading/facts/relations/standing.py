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
    "between",
    "is_of_training",
    "made_together",
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
        meant = related.referents.meant(phrase.noun)
        return meant if meant is not None and is_thing(related.referents.seen(meant)) else None
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
    return related.referents.made() if bare or (counted and phrase.noun in COUNTED) else None


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


def made_together(related: Related, verb: Verb) -> bool:
    """``Foo, the tool that Acme builds with Bolt``: both make it, and work together."""
    doer = related.subject(verb.first, related.sides("developed_by")[1]) if not verb.passive else None
    if doer is None or not whose_made(related, "developed_by", doer, verb):
        return False
    made = related.found[-1].subject
    for phrase, name in related.sentence.names(verb.end):
        related.add("developed_by", made, name.value, verb.start, phrase.end, (name,))
        related.add("partners_with", doer.entity, name.value, doer.first, phrase.end, (doer.mention, name))
    return True


def whose_made(related: Related, kind: RelationKind, doer: Subject, verb: Verb) -> bool:
    """``Foo, the laboratory that the bank Acme owns``: the object stands before its relative clause."""
    sentence = related.sentence
    if doer.mention is None or sentence.name_end(doer.mention) != verb.first:
        return False
    at = doer.first
    while sentence.token(at - 1).key not in RELATIVES:
        at -= 1
        if doer.first - at > NEAR or (sentence.breaks(at) and sentence.token(at).key not in DETERMINERS):
            return False
    end = at - 1 - (sentence.token(at - 2).text == ",")
    owned = related.ending(end, related.sides(kind)[0], relative=True)
    if owned is None or owned.mention is None:
        return False
    return related.add(kind, owned.entity, doer.entity, owned.first, verb.end, (owned.mention, doer.mention))


def is_of_training(related: Related, verb: Verb) -> bool:
    """Whether a verb says what a training took; not where it ran."""
    of_it = related.sentence.noun_ending(verb.first).endswith(TRAINING)
    return of_it and not related.sentence.token(verb.start).key.startswith(("run", "ran"))
