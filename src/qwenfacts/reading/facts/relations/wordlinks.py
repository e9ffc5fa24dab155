"""Relations that phrases without a verb tell: ``Foo, an answer to Bar``, ``compatible with Bar``."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import product
from typing import Final, cast

from ....entities import Entity
from ....facts import RelationKind
from ....tokens import Phrases
from ...english.nouns import COPULAS
from ...english.referents import is_thing, listed
from ...spans import within
from ...wordclasses import DETERMINERS, FUNCTION_WORDS, PREPOSITIONS
from ...wording import table
from .links import Related, Subject
from .sides import is_sort
from .telling import FREE, STRICT, tell

__all__ = ["word_links"]

FAR: Final = 24
BESIDE: Final = listed("beside")
"""Words that set the subject of a clause beside another, and nobody that stands right before them."""
CONTESTS: Final = frozenset("gap war rivalry contest race duel showdown battle competition".split())
"""Nouns that tell of two without a verb: whose they are is the company's where nothing says it."""
INNER: Final = frozenset("heart core hood centre center bottom base board inside root".split())
SITTING: Final = COPULAS | frozenset("sits sit lies lie stands stand works runs".split())
STOPS: Final = FUNCTION_WORDS | PREPOSITIONS | COPULAS
MEASURING: Final = listed("measuring")


@cache
def _words() -> Phrases[str]:
    lists: dict[str, list[str]] = table("relations")["words"]
    return Phrases((phrase, kind) for kind, phrases in lists.items() for phrase in phrases)


def word_links(related: Related) -> None:
    """``Foo, an answer to Bar``, ``Foo is compatible with Bar``."""
    sentence = related.sentence
    related.read((INNER, inner_links))
    for word, at, end in sentence.page.phrases_in(sentence.passage, _words()):
        kind, opens = cast("RelationKind", word.removesuffix("/opening")), word.endswith("/opening")
        if opens and at != sentence.opening:
            continue
        phrases = list(sentence.objects(_behind_measure(related, end)))
        if not any(phrase.name or phrase.owner for phrase in phrases) and (
            kind in STRICT or kind not in FREE
        ):
            continue
        fits = _fits(related, kind)
        if opens:  # a thing against a thing
            things = {is_thing(phrase.name.value) for phrase in phrases if phrase.name is not None}
            subject = related.ahead(end, is_thing if True in things else lambda one: not is_thing(one))
        elif kind == "competes_with" and sentence.token(at).key in BESIDE:
            subject = _measured(related, at) or related.joined(at, fits) or _described(related, at, fits)
        else:
            subject = _described(related, at, fits)
        if subject is None and (kind == "partners_with" or sentence.token(at).key in CONTESTS):
            subject = Subject((related.referents.company,), at)  # the alliance with Foo
        if sentence.token(at).key == "behind" and is_sort(sentence.noun_ending(at)):  # the lab behind Foo
            maker = _described(related, at, related.sides("developed_by")[1])
            for (phrase, made), by in product(sentence.names(end), [maker] if maker is not None else []):
                related.add("developed_by", made.value, by.entity, at, phrase.end, (made,))
        elif subject is not None:
            owner = related.whose(at + 1) if sentence.token(at - 1).key == "s" else None
            if owner is not None and kind in ("competes_with", "responds_to"):  # Foo is Acme's reply to Bar
                related.add("developed_by", subject.entity, owner, subject.first, end, (subject.mention,))
            for phrase in phrases:
                tell(related, kind, subject, phrase, at, strict=True)


def inner_links(related: Related) -> None:
    """``At the heart of Foo sits Bar``, ``Under the hood is Bar``: what something is built on."""
    sentence, fits = related.sentence, related.sides("built_on")[0]
    for at in sentence.places(INNER, 2):
        whole = related.meant_at(at + 2, fits) if sentence.token(at + 1).key == "of" else None
        verb = whole[1] if whole is not None else at + 1
        fronted = at == sentence.opening or sentence.token(sentence.opening).key in PREPOSITIONS
        sitting = SITTING if fronted else COPULAS
        if at > sentence.opening + 3 or sentence.token(verb).key not in sitting:
            continue
        for phrase, name in sentence.names(verb + 1):
            thing = whole[0].entity if whole is not None else related.spoken(fits, (name.value,))
            if thing is not None:
                related.add("built_on", thing, name.value, sentence.opening, phrase.end, (name,))


def _behind_measure(related: Related, at: int) -> int:
    """Where the one begins whose figure stands at a token: ``short of the 88% of | Foo``."""
    sentence, phrase = related.sentence, related.sentence.phrase_at(at)
    if phrase is None or phrase.name is not None or phrase.owner is not None:
        return at
    counted = within(sentence.passage.quantities, sentence.span(phrase.start, phrase.end))
    return phrase.end + 1 if counted and sentence.token(phrase.end).key in ("of", "for") else at


def _fits(related: Related, kind: RelationKind) -> Callable[[Entity], bool]:
    """Who can stand before the words of a kind: people are members of what things are part of."""
    one, member = related.sides(kind)[0], related.sides("member_of")[0]
    return (lambda entity: one(entity) or member(entity)) if kind == "part_of" else one


def _measured(related: Related, at: int) -> Subject | None:
    """Whom a source measures: ``Foo Research gives Acme a third of the market, ahead of Bar``."""
    sentence = related.sentence
    for index in range(at - 1, max(sentence.first, at - FAR), -1):
        if sentence.token(index).key in MEASURING:
            name = sentence.starting.get(index + 1)
            fits = name is not None and related.sides("competes_with")[0](name.value)
            return Subject((name.value,), index, name) if name is not None and fits else None
    return None


def _described(related: Related, at: int, fits: Callable[[Entity], bool]) -> Subject | None:
    """Whom a phrase without a verb is about: what it is the apposition or predicate of."""
    sentence, index = related.sentence, at
    for _ in range(5):
        token = sentence.token(index - 1)
        if token.key in DETERMINERS:
            index -= 1
            break
        paired = token.key == "and" and sentence.token(index - 2).key.endswith(
            "est"
        )  # the smallest and fastest
        plain = token.kind == "word" and (token.key not in STOPS or paired) and token.text.islower()
        owner = sentence.ending.get(index)
        if owner is not None and sentence.token(index).text == "'":
            index = sentence.name_first(owner)
            break
        if token.key == "s" and token.glued and sentence.token(index - 2).text == "'":
            index -= 2
            continue
        if not plain or index in sentence.ending:
            break
        index -= 1
    before = sentence.token(index - 1)
    if before.key in COPULAS:
        return related.subject(index - 1, fits)
    if before.key == "as":  # pitches Foo as an answer to Bar; positioned as a rival to Bar
        named = related.ending(index - 1, fits, 1)
        return named or related.subject(index - 2, fits)
    end = index - 1 if before.text in (",", "—", "–", "(") or before.key in ("and", "but") else at
    apposed = index < at and before.text == "," and end in sentence.ending  # in Foo, Acme's answer to
    found = related.ending(end, fits, relative=apposed) if end < at or index == at else None
    apart = before.text == ";" or (before.key == "and" and sentence.token(index - 2).text == ";")
    found = found or (related.joined(at, fits) if not apart else None)
    if found is None and sentence.passage.block.kind == "list_item":
        topic = related.referents.made()
        found = Subject((topic,), at) if topic is not None and fits(topic) else None
    return found
