"""The words that say what a quantity measures, and the units that a measure comes in: ``measures.toml``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import product
from typing import Final, NamedTuple

from ...tokens import Phrases, Token
from ..wording import table

__all__ = [
    "NO_ENTRY",
    "RATIOS",
    "Entry",
    "Measure",
    "fits",
    "is_flagged",
    "kind_of",
    "measure_at",
    "vocabulary",
    "wholes",
]

RATIOS: Final = frozenset(("percent", "percentage_point", "basis_point", "fraction"))


class Measure(NamedTuple):
    """Words that say what is measured, by their tokens; at ``word`` those of the vocabulary start."""

    slug: str
    first: int
    word: int
    end: int
    is_verb: bool = False


class Entry(NamedTuple):
    """What some words can measure, as nouns and as verbs; the unit decides among several."""

    nouns: tuple[str, ...]
    verbs: tuple[str, ...]


NO_ENTRY: Final = Entry((), ())


def _verbs(entry: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The verbs that tell a measure, alone or behind who tells it: ``the round prices``."""
    yield from entry.get("verbs", ())
    for who, verb in product(entry.get("tellers", ()), entry.get("telling", ())):
        yield f"{who} {verb}"


@cache
def vocabulary() -> Phrases[Entry]:
    """The words of every measure; a noun of several words stands for its plural, if that is no verb."""
    found: dict[str, Entry] = {}
    verbs = {verb for entry in table("measures").values() for verb in _verbs(entry)}
    for slug, entry in table("measures").items():
        compounds = (words for words in entry["words"] if " " in words and words[-1] not in "sy")
        plurals = [f"{words}s" for words in compounds if f"{words.split()[-1]}s" not in verbs]
        for words in dict.fromkeys((*entry["words"], *plurals)):
            known = found.get(words, NO_ENTRY)
            found[words] = known._replace(nouns=(*known.nouns, slug))
        for words in _verbs(entry):
            known = found.get(words, NO_ENTRY)
            found[words] = known._replace(verbs=(*known.verbs, slug))
    return Phrases(found.items())


def measure_at(tokens: Sequence[Token], at: int) -> str | None:
    """The measure whose noun starts at a token."""
    found = vocabulary().starting(tokens, at)
    return next(iter(found[0].nouns), None) if found else None


@cache
def wholes() -> dict[str, str]:
    """The nouns that a ratio can be a part of, and what it measures then: 3% of the market."""
    entries = table("measures").items()
    return {word: slug for slug, entry in entries for word in entry.get("wholes", ())}


def is_flagged(slug: str, flag: str) -> bool:
    """Whether the vocabulary says something of a measure."""
    return bool(table("measures")[slug].get(flag)) if slug in table("measures") else False


def kind_of(unit: str) -> str:
    """What the vocabulary calls a unit.

    >>> kind_of("percent"), kind_of("EUR"), kind_of("MW"), kind_of("count")
    ('ratio', 'money', 'physical', 'count')
    """
    if unit in RATIOS:
        return "ratio"
    if unit in ("count", "multiple", "rank", "parameters", "token"):
        return unit
    return "money" if len(unit) == 3 and unit.isupper() else "physical"


def fits(slug: str, unit: str) -> bool:
    """Whether a measure comes in a unit.

    >>> fits("revenue", "EUR"), fits("employees", "EUR")
    (True, False)
    """
    return kind_of(unit) in table("measures")[slug]["units"]
