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
from ...wordclasses import DETERMINERS, FUNCTION_WORDS, PREPOSITIONS
from ...wording import table
from .links import Related, Subject
from .sorts import is_sort
from .telling import FREE, STRICT, tell

__all__ = ["word_links"]

FAR: Final = 24
BESIDE: Final = frozenset(
    "ahead clear on parity versus neck close just well far whisker behind second trailing bettered"
    " beaten short level half a twice at gap lead edge advantage ground competition"
    " pressure challenge threat head toe assault third fourth runner rivalry contest race duel showdown"
    " battle".split()
)
"""Words that set the subject of a clause beside another, and nobody that stands right before them."""
STOPS: Final = FUNCTION_WORDS | PREPOSITIONS | COPULAS
MEASURING: Final = frozenset(
    "gives puts places ranks credits gave put placed ranked credited sees rates".split()
)


@cache
def _words() -> Phrases[str]:
    lists: dict[str, list[str]] = table("relations")["words"]
    return Phrases((phrase, kind) for kind, phrases in lists.items() for phrase in phrases)


def word_links(related: Related) -> None:
    """``Foo, an answer to Bar``, ``Foo is compatible with Bar``."""
    sentence = related.sentence
    for word, at, end in sentence.page.phrases_in(sentence.passage, _words()):
        kind = cast("RelationKind", word)
        phrases = list(sentence.objects(end))
        if not any(phrase.name or phrase.owner for phrase in phrases) and (
            kind in STRICT or kind not in FREE
        ):
            continue
        fits = _fits(related, kind)
        if kind == "competes_with" and sentence.token(at).key in BESIDE:
            subject = _measured(related, at) or related.joined(at, fits) or _described(related, at, fits)
        else:
            subject = _described(related, at, fits)
        if subject is None and kind == "partners_with":
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
