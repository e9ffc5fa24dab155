"""The common nouns that say what kind of thing something named is."""

from __future__ import annotations

from functools import cache

from ...english.referents import of_nouns
from ...mentions.naming import words
from ...wording import table

__all__ = ["is_listed", "is_made", "is_role", "is_site", "is_sort", "is_whole"]


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
