"""Who and what can stand on either side of a kind of relation, and what sort of thing a noun says."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Final

from ....entities import Entity
from ...english.referents import MODELS, ORGANISATIONS, is_thing, may_be_thing, of_nouns
from ...mentions.naming import words
from ...wording import table

__all__ = ["SIDES", "WORKS", "Fits", "is_listed", "is_made", "is_role", "is_site", "is_sort", "is_whole"]

WORKS: Final = MODELS | {"product", "platform"}
"""Kinds of what is sold and used."""

Fits = Callable[[Entity], bool]


def _company(entity: Entity) -> bool:
    return entity.kind in ORGANISATIONS or (not entity.known and entity.kind in ("other", "person"))


def _maker(entity: Entity) -> bool:
    return _company(entity) or (entity.kind in ("platform", "model_family") and entity.known)


def _person(entity: Entity) -> bool:
    return entity.kind == "person"


def _unit(entity: Entity) -> bool:
    return entity.kind in ORGANISATIONS or is_thing(entity)


def _rival(entity: Entity) -> bool:
    return _unit(entity) and entity.kind not in ("benchmark", "dataset")


def _named(entity: Entity) -> bool:
    return not entity.known or entity.kind not in ("person", "place", "publication")


def _made_or_site(entity: Entity) -> bool:
    return not entity.known or entity.kind != "person"


def _place(entity: Entity) -> bool:
    return entity.kind == "place"


def _outlet(entity: Entity) -> bool:
    return entity.kind in ("platform", "product", "organisation", "place") or (
        not entity.known and entity.kind == "other"
    )


def _employed(entity: Entity) -> bool:
    return entity.kind in ("person", "organisation")


def _nobody(_: Entity) -> bool:
    return False


SIDES: Final[dict[str, tuple[Fits, Fits]]] = {
    "is_a": (_made_or_site, _unit),
    "part_of": (_unit, _unit),
    "developed_by": (may_be_thing, _maker),
    "built_on": (may_be_thing, may_be_thing),
    "trained_on": (is_thing, _unit),
    "led_by": (lambda one: _unit(one) and one.kind != "benchmark", _person),
    "holds_role": (_person, _unit),
    "member_of": (_employed, lambda one: one.kind in ORGANISATIONS),
    "oversees": (lambda one: one.kind in ("person", *ORGANISATIONS), lambda one: _unit(one) or _person(one)),
    "integrates_with": (may_be_thing, _unit),
    "competes_with": (_rival, _rival),
    "available_on": (may_be_thing, _outlet),
    "optimised_for": (is_thing, _place),
    "does": (lambda one: is_thing(one) and one.kind != "benchmark", is_thing),
    "uses": (lambda one: _unit(one) and one.kind != "benchmark", _unit),
    "responds_to": (_unit, lambda one: one.kind in ("incident", "organisation", "product", "other")),
    "known_as": (lambda one: one.kind != "person", _named),
    "likened_to": (_unit, _nobody),
    "worked_on": (_person, _unit),
    "partners_with": (lambda one: _company(one) or is_thing(one), _company),
    "owned_by": (_unit, lambda one: _company(one) or one.kind == "person"),
    "located_in": (lambda one: one.kind not in ("person", "model"), _place),
    "licensed_under": (is_thing, lambda one: one.kind == "other"),
}
"""Who can stand on either side of a kind."""


@cache
def _sorts() -> frozenset[str]:
    named = words("company_nouns", "press_nouns", "site_nouns", "product_words", "dataset_words")
    return named.union(*(of_nouns(kind) for kind in ("company", "unit", "thing", "model", "sort"))) - {"up"}


def is_listed(noun: str) -> bool:
    """Whether a noun is known to say so, and does not only look like it."""
    return noun in _sorts() or noun.endswith("maker")


def is_sort(noun: str) -> bool:
    """Whether a noun says what kind of thing or company something is.

    >>> is_sort("router"), is_sort("carmaker"), is_sort("cheaper")
    (True, True, False)
    """
    if is_listed(noun):
        return True
    return len(noun) > 4 and noun.endswith(("er", "or", "ers", "ors")) and noun not in of_nouns("compared")


def is_whole(noun: str) -> bool:
    """Whether a noun says that something is a company, a body or a part of one."""
    named = noun in of_nouns("company") or noun in of_nouns("unit") or noun in words("company_nouns")
    return (named and noun != "manager") or noun.endswith("maker")


def is_made(noun: str) -> bool:
    """Whether a noun says that something is made."""
    return noun in of_nouns("thing") or noun in of_nouns("model")


@cache
def _roles() -> frozenset[str]:
    return frozenset(table("cues")["people"]["roles"])


def is_role(noun: str) -> bool:
    """Whether a noun says what somebody does in a company."""
    return noun in _roles()


def is_site(noun: str) -> bool:
    """Whether a noun says that something is a place of work."""
    return noun in words("site_nouns") or noun in ("centre", "center", "region", "lab", "laboratory")
