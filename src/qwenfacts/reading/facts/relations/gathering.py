"""What is brought together, taken apart or put under somebody: ``folds Foo and Bar into Baz``."""

from __future__ import annotations

from itertools import product
from typing import Final

from ....entities import Entity
from ....facts import RelationKind
from ....report import Mention
from ...english.nouns import Phrase
from ...english.nounwords import is_adverb
from ...english.referents import is_thing, may_be_thing
from ...english.verbs import Verb
from .heads import CALLED
from .links import Related, Subject
from .standing import before_clause

__all__ = ["gathered", "parted", "reports"]

FAR: Final = 24
INTO: Final = {
    "part_of": frozenset(("into", "under", "inside", "within", "together")),
    "integrates_with": frozenset(("into", "inside", "within", "to", "in")),
    "competes_with": frozenset(("against", "from")),
    "available_on": frozenset(("on", "to", "in", "into", "inside", "through", "via")),
}
LINKING: Final = ("link", "connect", "plug", "hook")
"""Verbs that tie a thing also to what is named by its maker: ``links Foo to SAP``."""
NAMING: Final = CALLED | {",", "the", "“", '"'}
"""What stands between a phrase and the name that it is given."""


def gathered(related: Related, kind: RelationKind, verb: Verb) -> bool:
    """``folds Foo, Bar and the ads team into Baz``, ``brings Foo and Bar together``."""
    sentence, at, told = related.sentence, verb.end, False
    near = range(at, min(sentence.end, at + FAR))
    into = next((index for index in near if sentence.tokens[index].key in INTO[kind]), None)
    if into is None or sentence.clause_end(verb.start) < into:
        return False
    parts = [phrase for phrase in sentence.objects(at) if not sentence.is_modifier(phrase)]
    moved = [phrase.name.value for phrase in parts if phrase.name is not None]
    if not moved and kind == "integrates_with" and not verb.passive:
        meant = related.meant_at(at, related.sides(kind)[0])  # wired the model into
        moved = list(meant[0].entities) if meant is not None else []
    if not parts and not verb.passive and kind == "competes_with":  # the chip that Acme sets against Foo
        doer = related.subject(verb.first, related.sides("developed_by")[1])
        thing = before_clause(related, doer, verb, related.sides(kind)[0]) if doer is not None else None
        moved += thing.entities if thing is not None else ()
    if verb.passive and (subject := related.subject(verb.first, related.sides(kind)[0])) is not None:
        moved += subject.entities
    names = [name for _, name in sentence.names(into + 1)]
    whole = sentence.phrase_at(into + 1)
    if not names and whole is not None and (named := _called(related, whole)) is not None:
        names.append(named)
    put = kind == "part_of" and sentence.token(verb.start).key.startswith(("put", "br"))
    for name, entity in product(names if kind != "part_of" else names[:1], moved):
        if put and is_thing(entity) and is_thing(name.value):
            continue  # put Foo into its Bar app: it can be had there
        linked = sentence.token(verb.start).key.startswith(LINKING)
        if kind != "integrates_with" or linked or may_be_thing(name.value):
            end = sentence.name_end(name)
            told |= related.add(kind, entity, name.value, verb.start, end, (name,))
    own = whole is not None and whole.article in ("its", "their") and not verb.passive
    own = own and kind == "integrates_with"
    user = related.subject(verb.first, related.sides("uses")[0]) if own else None
    for entity, owner in product(moved, user.entities if user is not None else ()):
        if names:  # into its Foo desk
            told |= related.add("uses", owner, entity, verb.start, into + 2)
        else:  # into their assistants
            told |= related.add(kind, entity, owner, verb.start, into + 2)
    new = kind == "part_of" and whole is not None and whole.article in ("a", "an") and bool(names)
    doer = related.subject(verb.first, related.sides(kind)[1]) if new and not verb.passive else None
    if doer is not None:  # into a new unit, Foo
        end = sentence.name_end(names[0])
        told |= related.add(kind, names[0].value, doer.entity, doer.first, end, (names[0], doer.mention))
    return told


def reports(related: Related, verb: Verb) -> bool:
    """``the lab reports to Jane Roe``, ``a new unit reporting to chief scientist Jane Roe``."""
    who = related.subject(verb.first, related.sides("oversees")[1])
    boss = next((name for _, name in related.sentence.names(verb.end)), None)
    if who is None or boss is None or who.entity.kind == "person":
        return False
    if boss.value.kind != "person":
        end = related.sentence.name_end(boss)
        return related.add("part_of", who.entity, boss.value, who.first, end, (boss, who.mention))
    return related.add(
        "oversees", boss.value, who.entity, who.first, related.sentence.name_end(boss), (boss, who.mention)
    )


def parted(related: Related, verb: Verb) -> bool:
    """``splits Foo into three teams: Bar, Baz and Qux``, ``Foo was broken up into Bar and Baz``."""
    sentence, told = related.sentence, False
    split = sentence.phrase_at(verb.end)
    whole = related.subject(verb.first, related.sides("part_of")[1]) if verb.passive else None
    if whole is None and split is not None and split.name is not None:
        whole = Subject((split.name.value,), verb.start, split.name)
    at = split.end if split is not None else verb.end
    if whole is None or sentence.token(at).key != "into":
        return False
    group = sentence.phrase_at(at + 1)
    if group is not None and group.name is None and sentence.token(group.end).text in ("—", "–", "(", ":"):
        at = group.end
    for phrase, part in sentence.names(at + 1):
        told |= related.add(
            "part_of", part.value, whole.entity, verb.start, phrase.end, (part, whole.mention)
        )
    return told


def _called(related: Related, phrase: Phrase) -> Mention[Entity] | None:
    """The name that is given right behind a phrase: ``one new unit, dubbed Foo``."""
    sentence, at = related.sentence, phrase.end
    while sentence.token(at).key in NAMING or is_adverb(sentence.token(at).key):
        at += 1
    return sentence.starting.get(at) if at > phrase.end else None
