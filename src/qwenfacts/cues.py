"""What the wording of a claim tells beyond its fields: planned, done, in doubt, by which comparison."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from .facts import Evidence, Fact

__all__ = [
    "base",
    "clauses",
    "is_done",
    "is_doubted",
    "is_planned",
    "is_under_way",
    "lists_some",
    "superlative",
]

PLANNED: Final = re.compile(
    r"(?i)\b(?:planned|plans? to|planning to|scheduled|slated|intends? to|due to|set to|to be added)\b"
)
DOUBTED: Final = re.compile(
    r"(?i)\b(?:unconfirmed|not (?:yet )?(?:been )?confirmed|den(?:y|ies|ied)|cancell?ed|shelved|dropped"
    r"|abandoned|unclear|uncertain|in doubt)\b"
)
DONE: Final = re.compile(
    r"(?i)\b(?:was|were|has been|have been|had been)(?: \w+ly)? "
    r"(?:\w+ed|built|set up|begun|made|cut|put|split|spun off)\b"
)
UNDER_WAY: Final = re.compile(r"(?i)\b(?:is|are)(?: \w+ly)? being \w+|\bin the process of\b")
SOME: Final = re.compile(
    r"(?i)\b(?:including|includes?|such as|among(?: them| others)?|e\.g\.|for example|led by)\b"
)
BASE: Final = re.compile(
    r"(?i)\b(?:(?:year|quarter|month|week)[- ](?:on|over)[- ](?:year|quarter|month|week)|yoy|qoq"
    r"|sequential(?:ly)?|annual(?:ly|i[sz]ed)?|a year earlier"
    r"|(?:from|since|against|compared (?:to|with)|versus|vs\.?|in|over|within) [^.,;()]+)"
)
NO_DEGREE: Final = (
    r"(?:for|har|inter|mod|hon|requ|qu|gu|w|t|cont|lat|prot|manif|arr|inv|dig|pri|conqu|n|r|p|v|z|j)est\b"
)
SUPERLATIVE: Final = re.compile(
    r"^(?P<claim>(?=.*?\b(?:first|most|only|top|worst|(?!" + NO_DEGREE + r")[a-z]+est)\b).+?)"
    r" (?:in|of|among|within|across) (?P<whole>.+)$"
)
CLAUSE: Final = re.compile(r"[^,;:()–—]+")


def clauses(text: str) -> Iterator[str]:
    """The parts of a sentence between its commas, colons, brackets and dashes.

    >>> list(clauses("Wren ships (date unclear), says Acme"))
    ['Wren ships ', 'date unclear', ' says Acme']
    """
    return (found[0] for found in CLAUSE.finditer(text))


def is_planned(evidence: Evidence) -> bool:
    """Whether the words say that it is to come."""
    return bool(PLANNED.search(evidence.quote))


def is_done(evidence: Evidence) -> bool:
    """Whether the words say that it has happened."""
    return bool(DONE.search(evidence.quote))


def is_under_way(evidence: Evidence) -> bool:
    """Whether the words say that it is happening now."""
    return bool(UNDER_WAY.search(evidence.quote))


def is_doubted(clause: str) -> bool:
    """Whether a clause says that something is not sure, or will not be.

    >>> is_doubted("date unclear"), is_doubted("a clear date")
    (True, False)
    """
    return bool(DOUBTED.search(clause))


def lists_some(fact: Fact) -> bool:
    """Whether what is listed may be only some of all: including, such as."""
    return any(SOME.search(evidence.quote) for evidence in fact.evidence)


def base(evidence: Evidence) -> frozenset[str]:
    """What a change is measured from, as far as the sentence says so.

    >>> from .values import Span
    >>> sorted(base(Evidence("acme", Span(0, 2), "4%", "Up 4% year on year")))
    ['year on year']
    """
    return frozenset(found.casefold() for found in BASE.findall(evidence.sentence))


def superlative(text: str) -> tuple[str, str] | None:
    """A claim of being first or most, and the whole in which it holds.

    >>> superlative("fastest router of the Wren family")
    ('fastest router', 'the wren family')
    >>> superlative("router of the Wren family")
    """
    found = SUPERLATIVE.search(text.casefold())
    return (found["claim"], found["whole"]) if found else None
