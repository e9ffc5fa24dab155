"""Where things can be had and under which licence, and who puts money into whom."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from ..entities import Entity
from .clauses import last_before
from .links import Related, Subject
from .referents import is_thing

__all__ = ["ROUNDS", "offer_links"]

FAR: Final = 24
PLACED: Final = frozenset("on via through in from inside under at by as".split())
PRICED: Final = frozenset(("costs", "sells", "retails"))
LICENSED: Final = frozenset(("under", "licence", "license"))
MONEY: Final = frozenset(("led", "stake"))
HOLDING: Final = frozenset("holds owns has bought took acquired held keeps takes".split())
ROUNDS: Final = frozenset("round funding financing investment raise syndicate".split())
LICENCE: Final = re.compile(
    r"(?:Apache|MIT\b|CC[ -]BY|A?L?GPL|BSD|Creative Commons|\w+ (?:\w+ )?Licen[cs]e\b)"
)


def offer_links(related: Related) -> None:
    """Note where the things of a sentence can be had, under which licence, and who owns a part of whom."""
    for cues, rule in ((_offered(), _channels), (PRICED, _prices), (LICENSED, _licences), (MONEY, _rounds)):
        if not cues.isdisjoint(related.sentence.keys):
            rule(related)


@cache
def _offered() -> frozenset[str]:
    return frozenset(
        "available accessible released release hosted offered downloadable downloaded rented sold"
        " published live open-sourced launched shipped reach access weights distributed listed"
        " obtainable rent download served deployable checkpoints arrived arrives goes went came"
        " preview".split()
    )


def _channels(related: Related) -> None:
    """What can be had where: ``released Foo on Bar``, ``customers reach it through Bar``."""
    sentence = related.sentence
    cue: int | None = None
    for at in range(sentence.first, sentence.end):
        token = sentence.token(at)
        if token.key in _offered():
            cue = at
        elif token.text == ";":
            cue = None
        elif (
            cue is not None
            and at - cue < FAR
            and (
                token.key in ("on", "via", "through", "from")
                or (token.key == "to" and sentence.token(at - 1).key in ("goes", "went", "came", "comes"))
            )
        ):
            name = sentence.phrase_at(at + 1)
            if (
                name is None
                or name.name is None
                or name.name.value.kind not in ("platform", "product", "organisation")
            ):
                continue
            if token.key == "from" and name.name.value.kind == "organisation":
                continue
            subject = _offered_thing(related, cue, at)
            if subject is not None and not _is_denied(related, cue):
                first = min(subject.first, cue)
                for phrase, outlet in sentence.names(at + 1):
                    related.add("available_on", subject.entity, outlet.value, first, phrase.end, (outlet,))


def _is_denied(related: Related, at: int) -> bool:
    words = {related.sentence.token(index).key for index in range(at - 4, at)}
    return bool(words & {"not", "never", "will", "would", "may", "might", "could", "plans", "no"})


def _offered_thing(related: Related, cue: int, at: int) -> Subject | None:
    """The thing that is offered: between the cue and where, else before the cue, else the topic."""
    sentence = related.sentence
    for index in range(cue + 1, at):
        name = sentence.starting.get(index)
        if name is not None and is_thing(name.value) and name.value.kind != "benchmark":
            if (
                sentence.token(sentence.name_end(name)).text not in ("'", "’")
                and sentence.token(index - 1).key not in PLACED
            ):
                return Subject((name.value,), cue, name)
        elif sentence.token(index).key == "it":
            found = related.referents.meant("it", things=True)
            return Subject((found,), index) if found is not None else None
    for index in range(cue - 1, max(sentence.first, cue - 2 * FAR) - 1, -1):
        name = sentence.ending.get(index + 1)
        if name is not None and name.value.kind in ("model", "model_family", "product", "dataset"):
            return Subject((name.value,), sentence.name_first(name), name)
    found = related.referents.meant("it", things=True)
    return Subject((found,), cue) if found is not None else None


def _prices(related: Related) -> None:
    """``It costs $5 in France``: where it has a price it can be had."""
    sentence = related.sentence
    for at in range(sentence.first + 1, sentence.end):
        if sentence.token(at).key not in PRICED:
            continue
        for index in range(at + 1, min(sentence.end, at + FAR // 2)):
            token = sentence.token(index)
            if token.text in (",", ";", "."):
                break
            place = sentence.phrase_at(index + 1) if token.key == "in" else None
            if place is not None and place.name is not None and place.name.value.kind == "place":
                subject = related.subject(at, related.sides("available_on")[0])
                if subject is None:
                    break
                first = min(subject.first, at)
                for phrase, land in sentence.names(index + 1):
                    found = (subject.mention, land)
                    related.add("available_on", subject.entity, land.value, first, phrase.end, found)


def _licences(related: Related) -> None:
    """``released Foo under an Apache 2.0 licence``, ``the weights are on Bar under MIT``."""
    sentence = related.sentence
    for at in range(sentence.first, sentence.end):
        token, following = sentence.token(at), sentence.token(at + 1)
        if token.key != "under" and not (token.key in ("licence", "license") and following.key == "is"):
            continue
        phrase = sentence.phrase_at(at + 1 if token.key == "under" else at + 2)
        if phrase is None:
            continue
        words = sentence.words(phrase)
        if not (LICENCE.match(words) or phrase.noun in ("licence", "license")):
            continue
        bare = words.rsplit(" ", 1)[0] if words.rsplit(" ", 1)[-1] in ("licence", "license") else words
        subject = _offered_thing(related, at, at)
        if subject is not None and not _is_denied(related, at):
            related.add(
                "licensed_under", subject.entity, bare, min(subject.first, at), phrase.end, (subject.mention,)
            )


def _rounds(related: Related) -> None:
    """Who owns a part: ``a round led by Foo, with Bar and Baz taking part``, ``Foo holds a stake in Bar``."""
    sentence = related.sentence
    owned: Entity | None = None
    for at in range(sentence.first, sentence.end):
        key, following = sentence.token(at).key, sentence.token(at + 1).key
        if key == "led" and following == "by" and _is_round(related, at):
            owned = _company_before(related, at)
            _owners(related, owned, at, at + 2)
        elif owned is not None and key == "with" and sentence.token(at - 1).text == ",":
            _owners(related, owned, at, at + 1)
        elif key == "stake" and following == "in":
            _stake(related, at)


def _is_round(related: Related, at: int) -> bool:
    """Whether what is led is a round of money."""
    return any(related.sentence.token(index).key in ROUNDS for index in range(at - 6, at))


def _company_before(related: Related, at: int) -> Entity:
    """Who gets the money: the company that the sentence begins with, else that of the report."""
    names = last_before(related.sentence.passage.names, related.sentence.token(at).start)
    companies = [name.value for name in names if name.value.kind == "organisation" and name.value.known]
    return companies[-1] if companies else related.referents.company


def _stake(related: Related, at: int) -> None:
    """``Foo's stake in Bar``, ``Foo holds a small stake in Bar``."""
    sentence, held = related.sentence, related.sentence.phrase_at(at + 2)
    if held is None or held.name is None:
        return
    holder = sentence.ending.get(at - 2) if sentence.possessed(at - 2) == at else None
    if holder is None:
        verb = next((i for i in range(at - 1, at - 8, -1) if sentence.token(i).key in HOLDING), at)
        subject = related.subject(verb, related.sides("partners_with")[0])
        holder = subject.mention if subject is not None else None
    if holder is not None:
        first = sentence.name_first(holder)
        related.add("owned_by", held.name.value, holder.value, first, held.end, (holder, held.name))


def _owners(related: Related, owned: Entity, first: int, at: int) -> None:
    for phrase, owner in related.sentence.names(at):
        related.add("owned_by", owned, owner.value, first, phrase.end, (owner,))
