"""Whose something is: ``Acme's Foo``, ``its Foo service``; part of a company, or made by it."""

from __future__ import annotations

from ....entities import Entity
from ....report import Mention
from ...english.referents import MODELS, ORGANISATIONS, is_thing, of_nouns
from ...mentions.naming import words
from ...wordclasses import DETERMINERS
from .links import Related

__all__ = ["belongs", "owner_before", "owner_called", "possessor_link"]


def belongs(
    related: Related,
    entity: Entity,
    owner: Entity,
    first: int,
    end: int,
    names: tuple[Mention[Entity] | None, ...],
    noun: str = "",
) -> None:
    """Note whose something is: a unit is part of a company, a product is made by it."""
    kind = related.referents.seen(entity).kind
    if kind == "platform" and owner.parent is not None and entity.parent == owner.id and not noun:
        related.add("part_of", entity, owner, first, end, names)
        return
    unsure = not entity.known and not noun
    if kind in ORGANISATIONS and unsure and owner.kind in ORGANISATIONS:
        kind = "product"  # Acme's Foo
    if noun not in of_nouns("thing") and (kind in ORGANISATIONS or noun in of_nouns("unit")):
        if noun in of_nouns("unit") or not noun:
            related.add("part_of", entity, owner, first, end, names)
    elif related.sides("developed_by")[1](owner) and owner.kind not in MODELS:
        held = noun in words("site_nouns")  # its campus Foo
        related.add("owned_by" if held else "developed_by", entity, owner, first, end, names)


def owner_before(related: Related, start: int) -> Mention[Entity] | None:
    """The name whose possessive stands right before a token."""
    sentence = related.sentence
    for mark in (start - 2, start - 1):
        if sentence.possessed(mark) == start:
            return sentence.ending.get(mark)
    return None


def owner_called(related: Related, start: int) -> Entity | None:
    """Whom a common noun means whose possessive stands right before a token: ``the group's``."""
    sentence = related.sentence
    for mark in (start - 2, start - 1):
        if sentence.possessed(mark) == start and sentence.token(mark - 1).key in of_nouns("company"):
            return related.referents.meant(sentence.token(mark - 1).key)
    return None


def _whose(related: Related, at: int) -> Mention[Entity] | None:
    """The name before ``, whose``."""
    return related.sentence.ending.get(at - 1) if related.sentence.token(at - 1).text == "," else None


def _behind_whose(related: Related, start: int) -> int | None:
    """Where ``whose`` stands before a name: ``whose | Foo``, ``whose new router, | Foo``."""
    sentence, at = related.sentence, start - 1
    if sentence.token(at).text == ",":
        at -= 1
        while start - at < 6 and not sentence.breaks(at) and at not in sentence.starting:
            at -= 1
    return at if sentence.token(at).key == "whose" else None


def possessor_link(related: Related, name: Mention[Entity], at: int) -> None:
    """``Acme's Foo``, ``Acme's new router Foo``, ``its Foo service``."""
    sentence = related.sentence
    start = at
    while start > sentence.first and at - start < 4:
        token = sentence.token(start - 1)
        if (
            not (
                token.kind == "word"
                and token.text.islower()
                and token.key not in DETERMINERS
                and not sentence.breaks(start - 1)
            )
            or token.glued
        ):
            break
        start -= 1
    before = sentence.token(start - 1)
    owner = owner_before(related, start)
    if owner is not None and owner.value.kind == "person":
        return  # Roe's exit delays Foo
    if owner is not None and owner.value.kind == "place":
        if start == at and (not name.value.known or name.value.kind != "other"):
            related.tie("located_in", name, owner)
        return
    if owner is not None:
        behind = sentence.token(sentence.name_end(name))
        if behind.text == "-" and behind.glued:
            return  # Acme's Foo-based
        noun = behind.key if behind.key in of_nouns("unit") else ""
        belongs(
            related,
            name.value,
            owner.value,
            sentence.name_first(owner),
            sentence.name_end(name),
            (owner, name),
            noun,
        )
    elif (mark := _behind_whose(related, at)) is not None and (possessor := _whose(related, mark)):
        first, last = sentence.name_first(possessor), sentence.name_end(name)
        belongs(related, name.value, possessor.value, first, last, (possessor, name))
    elif (
        before.key == "its"
        and start == at
        and is_thing(name.value)
        and name.value.kind in ("product", "platform", "model", "model_family", "other")
    ):
        whose = related.holder(start - 1)
        if not name.value.known or name.value.parent in (None, whose.id, whose.parent):  # its Nvidia cards
            related.add("developed_by", name.value, whose, start - 1, sentence.name_end(name), (name,))
