"""What a relation is told of: a name, or words where the kind goes with words."""

from __future__ import annotations

from typing import Final

from ....entities import Entity
from ....facts import RelationKind
from ....report import Mention
from ...english.nouns import Phrase
from ...english.referents import is_thing, may_be_thing, of_nouns
from ...spans import within
from .identity import STANDING_IN
from .links import Related, Subject
from .sides import WORKS

__all__ = ["FREE", "SET_AGAINST", "STRICT", "tell"]

FREE: Final = frozenset((
    "built_on", "trained_on", "optimised_for", "integrates_with", "responds_to", "oversees", "likened_to",
    "competes_with", "is_a", "known_as",
))  # fmt: skip
"""Kinds whose object may be words."""
STRICT: Final = frozenset(("competes_with", "uses", "worked_on"))
"""Kinds whose verbs mean something else without a name behind them: ``beat forecasts``."""
DESCRIBED: Final = frozenset(("built_on", "integrates_with"))
SIBLINGS: Final = frozenset(("sibling", "sister", "brother", "parent"))
SET_AGAINST: Final = of_nouns("rival") | STANDING_IN
INSIDE: Final = frozenset(("of", "for", "in", "at"))
ANSWERING: Final = ("answer", "rebut", "meet", "met", "eas", "fix", "clos", "patch", "plug", "resolv", "calm")
"""Verbs that tell of trouble only where it is named so."""
HARDWARE: Final = of_nouns("hardware")


def tell(
    related: Related, kind: RelationKind, subject: Subject, phrase: Phrase, at: int, *, strict: bool
) -> bool:
    """Add a relation to a phrase: to its name, or to its words where the kind goes with words."""
    sentence = related.sentence
    first = min(subject.first, at)
    name, end = phrase.name, phrase.end
    if phrase.noun == "scratch" or (
        kind == "uses" and name is not None and not _is_used(related, subject, name, at)
    ):
        return False
    counted = bool(within(sentence.passage.quantities, sentence.span(phrase.first, end)))
    if kind == "competes_with" and name is None and counted:
        name = phrase.owner  # behind Foo's 290 million
    if kind == "part_of" and related.referents.seen(subject.entity).kind == "person":
        kind = "member_of"
    if kind == "part_of" and name is not None and phrase.article in ("a", "an"):
        related.launched = name.value  # merged into a new unit named Foo
    told = False
    if (
        kind == "optimised_for"
        and name is not None
        and name.value.kind in ("product", "model", "model_family")
        and sentence.token(at).key.startswith(("aim", "pitch", "target", "take"))
    ):
        kind = "competes_with"  # aimed at Foo
    named = phrase.noun in of_nouns("unit", "thing", "model", "bare")
    if (
        kind == "worked_on" and name is not None and phrase.noun and not named
    ):  # architect of the Foo training recipe
        words = sentence.words(phrase)
        return related.add(kind, subject.entity, words, first, end, (subject.mention,))
    if kind == "likened_to" and phrase.noun in SET_AGAINST:
        return False  # an answer to Foo
    if kind == "competes_with" and name is not None and subject.mention is None:
        subject = subject._replace(entities=tuple(related.peer(name.value, one) for one in subject.entities))
    elif kind == "competes_with" and name is not None and not is_thing(subject.entity):
        thing = related.fronted() if is_thing(name.value) else None
        subject = subject._replace(entities=(thing,)) if thing is not None else subject
    trouble = kind == "responds_to" and phrase.noun in of_nouns("trouble")
    if trouble:
        name = None  # a response to the Foo bug
    if name is None and sentence.token(at).key.startswith("extend"):
        return False  # extends its lead
    if kind == "responds_to" and name is not None and name.value.kind in (*WORKS, "organisation"):
        kind = "competes_with"  # a reply to Foo
    if kind == "responds_to" and sentence.token(at).key.startswith(ANSWERING) and not trouble:
        return False  # answers questions
    last = name.text.casefold().split()[-1] if name is not None and not phrase.noun else phrase.noun
    if kind == "trained_on" and last.endswith(tuple(HARDWARE)):
        kind = "uses"
    runs = sentence.token(at).key.startswith("run") and name is not None
    if kind == "uses" and runs and is_thing(subject.entity):
        kind = "built_on"
    if kind == "partners_with" and is_thing(related.referents.seen(subject.entity)):
        if strict:  # Foo comes with an agreement with Acme
            subject = subject._replace(entities=(related.referents.company,))
        else:
            kind = "developed_by"  # the chip was designed with Foo
            if name is not None:
                related.add("partners_with", related.referents.company, name.value, first, end, (name,))
    modifies = sentence.is_modifier(phrase) and not (kind == "part_of" and phrase.noun in of_nouns("unit"))
    for entity in subject.entities:
        if kind in DESCRIBED and name is None and (meant := _meant(related, phrase, entity)) is not None:
            told |= related.add(kind, entity, meant, first, end, (subject.mention,))
        elif name is not None and related.sides(kind)[1](name.value) and not modifies:
            told |= related.add(kind, entity, name.value, first, end, (subject.mention, name))
        elif kind in ("competes_with", "oversees") and counted:
            continue  # compared with $40 million
        elif kind == "optimised_for" and " " in sentence.words(phrase) and _lists(related, phrase):
            told |= _listed(related, kind, entity, first, phrase.first)
        elif kind in FREE and not (strict and kind in STRICT) and phrase.noun not in ("it", "them", "both"):
            short = kind in ("oversees", "competes_with") or phrase.noun == "tokens"
            end = sentence.whole(phrase, across=INSIDE, lists=False) if short else sentence.whole(phrase)
            if kind == "responds_to" and sentence.token(end).text == ":":
                end = sentence.clause_end(end + 1)  # a problem: that nobody sees it
            words = sentence.page.quote(sentence.span(phrase.first, end)).strip(" “”\"'")
            told |= related.add(kind, entity, words, first, end, (subject.mention,))
            if kind == "optimised_for" and sentence.token(end).text == ":":
                _listed(related, kind, entity, first, end + 1)
    return told


def _meant(related: Related, phrase: Phrase, besides: Entity) -> Entity | None:
    """What a definite noun means, if it is not what it is told of: ``derived from | the series``."""
    if phrase.article not in ("the", "this", "its") or phrase.noun not in of_nouns("model"):
        return None
    sibling = related.referents.family(besides) if phrase.noun in SIBLINGS else None
    meant = sibling or related.referents.meant(phrase.noun)
    return meant if meant is not None and meant != besides and is_thing(meant) else None


def _is_used(related: Related, subject: Subject, name: Mention[Entity], at: int) -> bool:
    """Whether something named can be used: a thing, or a company that one relies on."""
    if related.sentence.token(at).key.startswith(("buy", "bought")):
        return related.referents.seen(name.value).kind in WORKS
    relied = related.sentence.token(at).key.startswith(("rel", "depend", "rent", "lease"))
    return may_be_thing(name.value) or (relied and is_thing(related.referents.seen(subject.entity)))


def _lists(related: Related, phrase: Phrase) -> bool:
    """Whether others of its kind follow a phrase: ``code review | and legacy migration``."""
    mark = related.sentence.token(phrase.end)
    return (mark.text == "," or mark.key == "and") and related.sentence.whole(phrase) > phrase.end


def _listed(related: Related, kind: RelationKind, entity: Entity, first: int, at: int) -> bool:
    """``tuned for offices: letters, minutes, and tables``: each of the list as well."""
    sentence = related.sentence
    while (phrase := sentence.phrase_at(at)) is not None:
        end = phrase.end
        words = sentence.page.quote(sentence.span(phrase.first, end))
        behind = sentence.closing(end) if sentence.token(end).text == "(" else end
        known = phrase.name is not None and related.sides(kind)[1](phrase.name.value)
        object_ = phrase.name.value if known and phrase.name is not None else words
        related.add(kind, entity, object_, first, end)
        if sentence.token(behind).text != "," and sentence.token(behind).key != "and":
            break
        at = behind + 1 + (sentence.token(behind + 1).key == "and")
    return True
