"""Where things can be had and under which licence."""

from __future__ import annotations

import re
from itertools import product
from typing import Final

from ...english.referents import is_thing, listed, of_nouns
from ...wordclasses import BE, CONDITIONALS, DETERMINERS
from .links import Related, Subject

__all__ = ["OFFERED", "offer_links"]

FAR: Final = 24
PLACED: Final = frozenset("on via through in from inside under at by as".split())
"""Where, how and from whom something is had; the ``weights of Foo`` are no place."""
GOING: Final = listed("going")
"""What things that can be had do themselves."""
OFFERED: Final = listed("offered")
PRICED: Final = frozenset(("costs", "sells", "retails"))
PASSIVE: Final = frozenset(("had", "posted", "found"))
STAYING: Final = frozenset("is are been sits sit stays stay remains remain lives live".split())
"""Verbs that say so with a place right behind them: ``has been on Foo since May``."""
CUES: Final = OFFERED | STAYING | {"on", "via", "through", "from", "for", "in", "to", "behind", ";"}
"""The words that say that something can be had, and those that say where."""
SYSTEMS: Final = of_nouns("systems")
HARDWARE: Final = frozenset("hardware chips gpus tpus cards accelerators processors".split())
WHERE: Final = frozenset(("on", "behind"))
ON: Final = frozenset(("on", "via", "through"))
TO: Final = frozenset("goes went came comes posted uploaded pushed published".split())
WHETHER: Final = CONDITIONALS | {"once"}
USED: Final = frozenset("used had run downloaded".split())
"""What may be done with what can be had."""
UNSURE: Final = frozenset("not never will would may might could plans no".split())
LICENSED: Final = frozenset(("under", "licence", "license"))
CALLED_SO: Final = ("licence", "license", "terms")
LICENCE: Final = re.compile(
    r"(?:Apache|MIT\b|CC[ -]BY|A?L?GPL|BSD|Creative Commons|(?:\w+ ){1,5}Licen[cs]e\b)"
)


def offer_links(related: Related) -> None:
    """Note where the things of a sentence can be had, under which licence."""
    keys = related.sentence.keys
    if not keys.isdisjoint(OFFERED) or not (keys.isdisjoint(STAYING) or keys.isdisjoint(WHERE)):
        _channels(related)
    related.read((LICENSED, _licences))
    if related.sentence.token(related.sentence.opening).key in ON:
        _fronted(related)


def _fronted(related: Related) -> None:
    """``Through Foo and Bar the model costs $5``: where something is had that is told first."""
    sentence = related.sentence
    listed = list(sentence.names(sentence.opening + 1))
    end = listed[-1][0].end if listed else sentence.end
    end += sentence.token(end).text == ","
    if any(outlet.value.kind != "platform" or phrase.noun in HARDWARE for phrase, outlet in listed):
        return
    thing = related.starting(end, related.sides("available_on")[0]) if listed else None
    entities = thing.entities if thing is not None else ()
    for entity, (phrase, outlet) in product(entities, listed):
        related.add("available_on", entity, outlet.value, sentence.opening, phrase.end, (outlet,))


def _channels(related: Related) -> None:
    """What can be had where: ``released Foo on Bar``, ``customers reach it through Bar``."""
    sentence = related.sentence
    cue: int | None = None
    for at in sentence.places(CUES):
        token = sentence.tokens[at]
        if token.key in OFFERED and (token.key not in PASSIVE or sentence.token(at - 1).key in BE):
            cue = at
        elif token.key in STAYING:
            cue = at if sentence.token(at + 1).key in WHERE else cue
        elif token.text == ";":
            cue = None
        elif (
            cue is not None
            and at - cue < FAR
            and (
                token.key in ("on", "via", "through", "from", "for", "in")
                or (token.key == "behind" and sentence.token(at - 1).key in STAYING)
                or (token.key == "to" and sentence.token(at - 1).key in TO)
            )
        ):
            where = sentence.phrase_at(at + 1)
            if where is None or where.name is None or where.noun in HARDWARE or sentence.date_at(at + 1):
                continue
            outlet = where.name.value
            sold = token.key == "in" and sentence.token(cue).key in PRICED and outlet.kind == "place"
            if not sold and (
                sentence.token(cue).key in PRICED
                or outlet.kind not in ("platform", "product", "organisation")
                or (token.key == "from" and outlet.kind == "organisation")
                or (token.key == "for" and outlet.name.casefold() not in SYSTEMS)
            ):
                continue
            subject = _offered_thing(related, cue, at)
            if subject is not None and not _is_denied(related, cue):
                first = min(subject.first, cue)
                for phrase, name in sentence.names(at + 1):
                    for entity in subject.entities:
                        related.add("available_on", entity, name.value, first, phrase.end, (name,))


def _is_denied(related: Related, at: int) -> bool:
    """Whether some words stand right before a token, or a condition does anywhere before it."""
    sentence = related.sentence
    if not sentence.keys.isdisjoint(WHETHER) and any(
        sentence.token(index).key in WHETHER for index in range(at - FAR, at)
    ):
        return True
    unsure = (index for index in range(at - 4, at) if sentence.token(index).key in UNSURE)
    return any(sentence.token(index + 2).key not in USED for index in unsure)


def _offered_thing(related: Related, cue: int, at: int) -> Subject | None:
    """The thing that is offered: between the cue and where, else before the cue, else the topic."""
    sentence = related.sentence
    outlets = [link.object for link in related.found if link.kind == "available_on"]
    for index in range(cue + 1, at):
        name = sentence.starting.get(index)
        if name is None or not is_thing(name.value) or name.value.kind == "benchmark":
            continue
        if sentence.possessed(sentence.name_end(name)) is None and not _is_outlet(related, index):
            return Subject((name.value,), cue, name)
    said = _done(related, cue)
    if said is not None:
        return said
    for index in range(cue - 1, max(sentence.first, cue - 2 * FAR) - 1, -1):
        name = sentence.ending.get(index + 1)
        if (
            name is not None
            and related.referents.seen(name.value).kind in ("model", "model_family", "product", "dataset")
            and name.value not in outlets
            and not _is_outlet(related, sentence.name_first(name))
        ):
            joined = related.names_before(sentence.name_first(name) - 1)
            alike = [*(one for one in joined[-1:] if one.value.kind == name.value.kind), name]
            return Subject(tuple(one.value for one in alike), sentence.name_first(alike[0]), name)
    if related.referents.pair and all(map(is_thing, related.referents.pair)):
        return Subject(related.referents.pair, cue)
    clause = related.joined(cue, related.sides("available_on")[0]) if cue > sentence.opening + 1 else None
    found = related.referents.meant("it", things=True)
    return clause or (Subject((found,), cue) if found is not None else None)


def _done(related: Related, cue: int) -> Subject | None:
    """The thing that is the subject of the verb at a cue: ``Foo went on sale on Bar``."""
    sentence = related.sentence
    passive = any(sentence.token(index).key in BE for index in range(cue - 3, cue))
    if not passive and sentence.token(cue).key not in GOING:
        return None
    return related.subject(cue, related.sides("available_on")[0])


def _is_outlet(related: Related, at: int) -> bool:
    """Whether a name stands for where something is offered: ``through the Foo shop``."""
    sentence = related.sentence
    before = at - 2 if sentence.token(at - 1).key in DETERMINERS else at - 1
    return sentence.token(before).key in PLACED


def _licences(related: Related) -> None:
    """``released Foo under an Apache 2.0 licence``, ``the weights are on Bar under MIT``."""
    sentence = related.sentence
    for at in sentence.places(LICENSED):
        token, following = sentence.token(at), sentence.token(at + 1)
        if token.key != "under" and not (token.key in ("licence", "license") and following.key == "is"):
            continue
        phrase = sentence.phrase_at(at + 1 if token.key == "under" else at + 2)
        if phrase is None:
            continue
        words = sentence.words(phrase)
        if not (LICENCE.match(words) or phrase.noun in ("licence", "license")):
            continue
        bare = words.rsplit(" ", 1)[0] if words.rsplit(" ", 1)[-1] in CALLED_SO else words
        subject = _offered_thing(related, at, at)
        if subject is not None and not _is_denied(related, at):
            first = min(subject.first, at)
            for entity in subject.entities:
                related.add("licensed_under", entity, bare, first, phrase.end, (subject.mention,))
