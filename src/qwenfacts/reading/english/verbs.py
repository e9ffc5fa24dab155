"""Verbs in all their forms, and whether what they say came about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from ...tokens import Phrases, Token, peek
from ..wording import FUNCTION_WORDS, table

__all__ = ["BE", "STOPS", "Verb", "forms_of", "verbs_among"]

BE: Final = frozenset("is are was were be been being".split())
AUXILIARIES: Final = BE | frozenset("has have had having did does do get got gets".split())
UNREAL: Final = frozenset("will would could may might should shall can must cannot never not to ll t".split())
ADVERBS: Final = frozenset(
    "also now just then since later soon already once again yet still even only first further both all"
    " reportedly yesterday today '".split()
)
REAL_BEFORE_TO: Final = frozenset(
    "agreed agrees began begun begins started starts continued continues went goes managed moved".split()
)
"""Verbs behind which an infinitive says what came about: agreed to buy."""
WISHES: Final = frozenset(
    "considering weighing exploring mulling discussing contemplating of about for without before from"
    " against".split()
)
CONDITIONS: Final = frozenset(
    "if whether unless should deny denies denied denying doubt doubts rumour rumours rumor rumors".split()
)
"""What is said behind these did not come about, or nobody knows."""
ARTICLES: Final = frozenset("the a an its their his her our s '".split())
OPENING: Final = frozenset("the a an its their his her it they he she we all both".split())
PLURALS: Final = frozenset("they we i who people others some many most which both".split())
STOPS: Final = frozenset((".", ";", ":", "?", "!", "—", "(", "“", "”", '"'))
FAR: Final = 16


def forms_of(entry: str) -> Iterator[tuple[str, str]]:
    """The forms of a verb, each with its name; irregular ones are given, what follows the verb stays.

    >>> [form for form, _ in forms_of("roll out")]
    ['roll out', 'rolls out', 'rolling out', 'rolled out']
    >>> [form for form, _ in forms_of("buy/bought")]
    ['buy', 'buys', 'buying', 'bought']
    >>> list(forms_of("begin/began/begun/beginning"))[-2:]
    [('began', 'past'), ('begun', 'participle')]
    """
    verb, _, rest = entry.partition(" ")
    base, *irregular = verb.split("/")
    stem = base.removesuffix("e")
    soft = re.search(r"[^aeiou]y$", base)
    third = base[:-1] + "ies" if soft else base + ("es" if re.search(r"(?:[sxz]|[cs]h)$", base) else "s")
    past = irregular[0] if irregular else base[:-1] + "ied" if soft else stem + "ed"
    participle = irregular[1] if len(irregular) > 1 else past
    gerund = irregular[2] if len(irregular) > 2 else stem + "ing"
    names = {base: "base", third: "third", gerund: "gerund", past: "past"}
    names.setdefault(participle, "participle")
    for form, name in names.items():
        yield f"{form} {rest}".strip(), name


@cache
def _verbs(name: str, group: str) -> Phrases[tuple[tuple[str, str], ...]]:
    lists: dict[str, list[str]] = table(name)[group]
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for kind, entries in lists.items():
        for entry in entries:
            for form, what in forms_of(entry):
                found[form] = (*found.get(form, ()), (kind, what))
    return Phrases(found.items())


class Verb(NamedTuple):
    """A verb in a sentence.

    ``kind`` is the list that it stands in, ``form`` base, third, gerund, past or participle; ``first`` is the
    first of its auxiliaries, ``start`` and ``end`` its own tokens; ``passive``: it is done to what stands
    before it; ``real``: it is said to have come about, not planned, denied or supposed.
    """

    kind: str
    form: str
    first: int
    start: int
    end: int
    passive: bool
    real: bool


def verbs_among(tokens: Sequence[Token], first: int, last: int, name: str, group: str) -> Iterator[Verb]:
    """The verbs of a group of a lexicon file among some tokens, once for each list that they are in."""
    verbs, at = _verbs(name, group), first
    openings = verbs.openings()
    while at < last:
        found = verbs.starting(tokens, at) if tokens[at].key in openings else None
        if found is None or found[1] > last:
            at += 1
            continue
        readings, end = found
        for kind, form in readings:
            if not _is_noun(tokens, first, form, at, end):
                yield _verb(tokens, first, kind, form, at, end)
        at = end


def _is_noun(tokens: Sequence[Token], first: int, form: str, start: int, end: int) -> bool:
    """Whether a form of a verb is a noun here: ``the report``, ``Roe's framing``, ``post-training``."""
    before = peek(tokens, start - 1 if start > first else -1)
    if peek(tokens, end).text == "-" or before.text == "-":
        return True
    if form in ("gerund", "third"):
        return before.key in ARTICLES
    if form != "base":
        return False
    if _is_auxiliary(before.key):
        return before.key in BE
    if before.text.islower() or start - 1 == first:
        plural = before.key.endswith("s") and before.key not in FUNCTION_WORDS
        return not plural and before.key not in PLURALS
    return peek(tokens, start - 2).key != "and" and before.key not in PLURALS


def _verb(tokens: Sequence[Token], first: int, kind: str, form: str, start: int, end: int) -> Verb:
    at, seen = start, set[str]()
    while at > first and _is_auxiliary(tokens[at - 1].key) and "to" not in seen:
        at -= 1
        seen.add(tokens[at].key)
    before = tokens[at - 1].key if at > first else ""
    passive = form in ("past", "participle") and (not seen.isdisjoint(BE) or peek(tokens, end).key == "by")
    real = before in REAL_BEFORE_TO if "to" in seen else seen.isdisjoint(UNREAL)
    if form == "gerund" and seen.isdisjoint(BE):
        real = real and before not in WISHES
    return Verb(kind, form, at, start, end, passive, real and not _is_supposed(tokens, first, at))


def _is_auxiliary(key: str) -> bool:
    return key in AUXILIARIES or key in UNREAL or key in ADVERBS or key.endswith("ly")


def _is_supposed(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether an ``if`` or the like opens the clause that a token is in."""
    following = peek(tokens, at)
    for token in reversed(tokens[max(first, at - FAR) : at]):
        if token.text in STOPS or token.text == ",":
            return False
        if token.key in CONDITIONS or (token.key == "once" and _opens(following)):
            return True
        following = token
    return False


def _opens(token: Token) -> bool:
    """Whether a clause, and not only a verb, starts with a token: ``once Foo sells``, not ``once sold``."""
    return token.key in OPENING or not token.text.islower()
