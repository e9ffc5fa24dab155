"""Names in small letters: ``ferret-2``, ``nib9``, ``a model called ferret``, ``ferret, a model``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from ...entities import EntityKind
from ...tokens import peek
from .casing import LONGEST, NOUN_ENDINGS, Casing
from .evidence import votes
from .naming import Guess, listed, opening_words, words
from .shapes import is_year
from .telling import THINGS, Kind, decided

__all__ = ["small_names"]

SHORTEST: Final = 4
"""Shorter words with a number are units, formats and the like: mp3, co2."""
MADE: Final = (*THINGS, "organisation")
PLAIN_ENDINGS: Final = (*NOUN_ENDINGS, "ed", "er", "al", "ive", "ous", "able", "ible", "ant", "ent")
CLOSES: Final = frozenset((",", ".", ";", ")", "(", "\n", ":", ""))


def small_names(casing: Casing) -> Iterator[tuple[int, int, Guess]]:
    """The names in small letters of a text, each once, where it is told what they are."""
    tokens = casing.tokens
    for at in casing.small:
        token, beside = tokens[at], peek(tokens, at + 1)
        if len(token.text) < 3 or token.runs_on or casing.taken[at]:
            continue
        end = _shaped_end(casing, at) if beside.kind == "number" or beside.text == "-" else at + 1
        if end > at + 1:
            found = _told(casing, at, end)
            if found is None or found[0] in MADE:
                yield at, end, Guess("product" if found is None else found[0], 1)
        elif beside.text in CLOSES and _is_new(casing, at):
            found = _told(casing, at, end)
            if found is not None and found[0] in MADE and found[1] > SHORTEST:
                yield at, end, Guess(found[0], 1)


def _told(casing: Casing, first: int, end: int) -> tuple[EntityKind, int] | None:
    """The kind that the words around a name tell, and how much speaks for it."""
    weights = Counter[Kind]()
    for vote in votes(casing.tokens, first, end):
        weights[vote.kind] += vote.weight
    return decided(weights)


def _shaped_end(casing: Casing, at: int) -> int:
    """The token after a word with its version or variant: ``ferret-2-mini``, ``ferret9``."""
    tokens, end = casing.tokens, at + 1
    if (
        len(tokens[at].text) < SHORTEST
        or _is_plain(casing.key(at))
        or (casing.glued(at) and casing.text(at - 1) in "-./")
    ):
        return end
    if end < len(tokens) and tokens[end].runs_on and tokens[end].kind == "number":
        return end + 1 if len(tokens[end].text) < 3 and casing.text(end + 1) != "-" else at + 1
    while end + 1 < min(len(tokens), at + LONGEST) and tokens[end].text == "-" and tokens[end].glued:
        part = tokens[end + 1]
        version = part.kind == "number" and len(part.text) < 4 and not is_year(part.text)
        if not part.glued or not (
            version or part.key in words("small_variants") or part.key in words("model_parts")
        ):
            return at + 1
        end += 2
    if end < len(tokens) and tokens[end].runs_on:
        return at + 1
    if end > at + 1 and casing.key(end) in words("small_variants"):
        end += 1
    return end


def _is_new(casing: Casing, at: int) -> bool:
    """Whether a word alone stands where a name can: ``called foo``, ``and foo, a``, ``its app, foo,``."""
    key, before, after = casing.key(at), casing.key(at - 1), casing.text(at + 1)
    opens = casing.opens(at)
    called = before == "as" or before in words("naming_verbs")
    if not called and after != "," and (after != ":" or not opens):
        return False  # most words
    if _is_plain(key) or key.endswith(PLAIN_ENDINGS) or (key.endswith("s") and not key.endswith("ss")):
        return False
    if called:
        return True
    follows = casing.key(at + 2)
    described = follows in ("a", "an", "its") or (follows == "the" and casing.text(at + 4) == "'")
    acts = listed(follows, "third_person_verbs", "subject_verbs") or follows.endswith("s")
    return (described and (before in words("before_small_names") or opens)) or (before == "," and acts)


def _is_plain(key: str) -> bool:
    """Whether a word is an ordinary one."""
    return key in opening_words() or listed(
        key,
        "function_words",
        "not_names",
        "numbered_words",
        "compound_words",
        "product_words",
        "place_nouns",
        "variants",
    )
