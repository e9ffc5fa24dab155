"""Verbs in all their forms, and whether what they say came about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise, takewhile
from typing import Final, NamedTuple

from ...tokens import NOTHING, Phrases, Token
from ..page import Page, Passage
from ..wordclasses import (
    ADNOMINALS,
    APPOSITIVES,
    AUXILIARIES,
    BE,
    CONDITIONALS,
    DETERMINERS,
    FINITE,
    FUNCTION_WORDS,
    HAVE,
    MODALS,
    NEGATIONS,
    PREPOSITIONS,
    RELATIVES,
    SUBJECTS,
)
from ..wording import forms_of, table
from .nounwords import is_adverb

__all__ = [
    "APPOSING",
    "ORDINALS",
    "STOPS",
    "Verb",
    "forms_of",
    "parted_verbs_in",
    "split_verbs_in",
    "verbs_in",
]

UNREAL: Final = MODALS | NEGATIONS | {"to"}
UNCHANGED: Final = frozenset("run come become overcome put cut set hit let shut split spread cast".split())
"""Verbs whose participle looks like their base."""
ADVERBS: Final = frozenset(
    "also now just then since later soon already once again yet still even only first further both all"
    " meanwhile likewise instead thus therefore reportedly yesterday today '".split()
)
HELPERS: Final = AUXILIARIES | NEGATIONS | ADVERBS | {"to", "get", "got", "gets"}
REAL_BEFORE_TO: Final = frozenset(
    "agreed agrees began begun begins started starts continued continues went goes managed moved".split()
)
"""Verbs behind which an infinitive says what came about: agreed to buy."""
WISHES: Final = frozenset(
    "considering weighing exploring mulling discussing contemplating of about for without before from"
    " against".split()
)
CONDITIONS: Final = CONDITIONALS | frozenset(
    "should deny denies denied denying doubt doubts rumour rumours rumor rumors".split()
)
"""What is said behind these did not come about, or nobody knows."""
BEFORE_NOUNS: Final = ADNOMINALS | {"s", "'"}
APPOSING: Final = RELATIVES | APPOSITIVES
"""What an aside that explains a name opens with."""
ORDINALS: Final = frozenset("first second third fourth latest only last newest".split())
BECAME: Final = frozenset("became becomes become is are was were".split())
NEAR: Final = 7
TAKING: Final = frozenset("take takes took taken taking bear bears bore holds held gives gave".split())
"""Behind these stands a noun: takes charge, bears witness, holds office."""
OPENING: Final = DETERMINERS | SUBJECTS | {"all", "both"}
PLURALS: Final = frozenset("they we i who people others some many most which both".split())
STOPS: Final = frozenset((".", ";", ":", "?", "!", "—", "(", "“", "”", '"'))
AT: Final = frozenset(("at", "from", "of", "with", "in"))
"""What goes on with nouns, where others go with verbs: ``analysts at Foo``, ``users since its launch``."""
BEHIND_SEVERAL: Final = frozenset("into onto the a an its their".split())
"""With these goes on what several do: Foo and the search group fold into Bar."""
FAR: Final = 16
PARTED: Final = 4
BEHIND_OBJECTS: Final = frozenset(
    "off out up down back over online offline available public sale market service production".split()
)
"""What ends a verb of several words of which the object stands inside."""
BESIDE: Final = frozenset(("for", "in"))
"""What opens a phrase between a verb and what belongs to it."""
LONG: Final = 6


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


def verbs_in(page: Page, passage: Passage, name: str, group: str) -> Iterator[Verb]:
    """The verbs of a group of a lexicon file in a passage, in text order, once for each list they are in."""
    verbs, tokens, first = _verbs(name, group), page.tokens, passage.first
    for readings, at, end in page.phrases_in(passage, verbs):
        unchanged = _is_unchanged(tokens, first, at, end)
        told: dict[str, Verb | None] = {}
        for kind, listed in readings:
            form = "participle" if unchanged and listed == "base" else listed
            if form not in told:
                noun = _is_noun(tokens, first, form, at, end)
                told[form] = None if noun else _verb(tokens, first, kind, form, at, end)
            if (verb := told[form]) is not None:
                yield verb if verb.kind == kind else verb._replace(kind=kind)


def parted_verbs_in(page: Page, passage: Passage, name: str, group: str) -> Iterator[Verb]:
    """The verbs of a passage that something parts from what belongs to them.

    ``competes directly with``, ``competes for the same clerks with``.
    """
    verbs, tokens = _verbs(name, group), page.tokens
    for start in passage.tokens_of(verbs.openings):
        at = start + 1
        if at >= passage.end:
            return
        beside = tokens[at].key in BESIDE
        if not beside and not is_adverb(tokens[at].key):
            continue
        whole = verbs.starting(tokens, start) if beside else None
        if whole is not None and whole[1] > at:
            continue  # built for
        for last in range(at, min(passage.end, at + (LONG if beside else 1))):
            if tokens[last].kind != "word":
                break
            found = verbs.starting((tokens[start], *tokens[last + 1 : min(passage.end, last + PARTED)]), 0)
            if found is not None and found[1] > 1:
                for kind, form in found[0]:
                    yield _verb(tokens, passage.first, kind, form, start, last + found[1])
                break


@cache
def _split(name: str, group: str) -> dict[str, dict[tuple[str, ...], tuple[tuple[str, str], ...]]]:
    """The rest of each verb of several words that can stand behind its object, by its first word."""
    found: dict[str, dict[tuple[str, ...], tuple[tuple[str, str], ...]]] = {}
    for kind, entries in table(name)[group].items():
        for form, what in (told for entry in entries for told in forms_of(entry)):
            first, *rest = form.split()
            if rest and rest[-1] in BEHIND_OBJECTS:
                readings = found.setdefault(first, {})
                readings[tuple(rest)] = (*readings.get(tuple(rest), ()), (kind, what))
    return found


@cache
def _firsts(name: str, group: str) -> frozenset[str]:
    return frozenset(_split(name, group))


def split_verbs_in(page: Page, passage: Passage, name: str, group: str) -> Iterator[Verb]:
    """The verbs of a passage that stand around their object: ``spun Foo off``, ``put Foo on sale``."""
    split, tokens = _split(name, group), page.tokens
    starts = () if passage.keys.isdisjoint(BEHIND_OBJECTS) else passage.tokens_of(_firsts(name, group))
    for start in starts:
        for at in range(start + 1, min(passage.end, start + FAR)):
            keys = [token.key for token in tokens[at : at + PARTED]]
            rest = next((rest for rest in split[tokens[start].key] if tuple(keys[: len(rest)]) == rest), None)
            if rest is not None and at > start + 1 and tokens[at + len(rest)].key not in DETERMINERS:
                for kind, form in split[tokens[start].key][rest]:
                    if not _is_noun(tokens, passage.first, form, start, start + 1):
                        yield _verb(tokens, passage.first, kind, form, start, start + 1)
            if rest is not None or tokens[at].text in STOPS or keys[0] in PREPOSITIONS - {"of"} | FINITE:
                break


def _is_unchanged(tokens: Sequence[Token], first: int, start: int, end: int) -> bool:
    """Whether a base is the participle that looks like it: ``is run by``, ``has come``, ``a unit run by``."""
    if tokens[start].key not in UNCHANGED:
        return False
    before = tokens[start - 1] if start > first else NOTHING
    return before.key in BE or before.key in HAVE or tokens[end].key == "by"


def _is_noun(tokens: Sequence[Token], first: int, form: str, start: int, end: int) -> bool:
    """Whether a form of a verb is a noun here: ``the report``, ``Roe's framing``, ``post-training``."""
    before = tokens[start - 1] if start > first else NOTHING
    if tokens[end].text == "-":
        return True
    if before.text == "-" and tokens[start].glued:
        return form not in ("past", "participle") or end == start + 1  # purpose-built for
    if form in ("gerund", "third"):
        return before.key in BEFORE_NOUNS
    if form != "base":
        return False
    if before.key in ("s", "'") or before.key in TAKING:
        return True
    if _is_auxiliary(before.key):
        return before.key in BE
    around = [tokens[start - back].key for back in range(2, 6)]
    if before.text.islower() or start - 1 == first or tokens[start - 2].text in (":", "—", "•"):
        plural = before.key.endswith("s") and before.key not in FUNCTION_WORDS
        joined = "and" in around and tokens[end].key in BEHIND_SEVERAL
        return not (plural or joined) and before.key not in PLURALS
    several = any(one in AT and then.endswith("s") for one, then in pairwise(around))  # analysts at Foo
    return not several and "and" not in around and before.key not in PLURALS


def _verb(tokens: Sequence[Token], first: int, kind: str, form: str, start: int, end: int) -> Verb:
    at, seen = start, set[str]()
    while at > first and _is_auxiliary(tokens[at - 1].key) and "to" not in seen:
        at -= 1
        seen.add(tokens[at].key)
    before = tokens[at - 1].key if at > first else ""
    passive = form in ("past", "participle") and (not seen.isdisjoint(BE) or _is_done_by(tokens, end))
    real = before in REAL_BEFORE_TO if "to" in seen else seen.isdisjoint(UNREAL)
    real = real or (tokens[at].key == "to" and _is_first(tokens, first, at))
    if form == "gerund" and seen.isdisjoint(BE):
        real = real and before not in WISHES
    return Verb(kind, form, at, start, end, passive, real and not _is_supposed(tokens, first, at))


def _is_done_by(tokens: Sequence[Token], at: int) -> bool:
    """Whether ``by`` stands behind a verb, or behind the year or day that follows it: ``in 2017 by Roe``."""
    if tokens[at].key in ("in", "on"):
        dated = (tokens[at + step] for step in range(1, NEAR))
        at += 1 + sum(
            1 for _ in takewhile(lambda token: token.kind == "number" or token.text.istitle(), dated)
        )
    return tokens[at].key == "by"


def _is_auxiliary(key: str) -> bool:
    return key in HELPERS or is_adverb(key)


def _is_first(tokens: Sequence[Token], first: int, to: int) -> bool:
    """Whether an infinitive says what somebody has done before others: ``became the first bank to buy``."""
    for at in range(to - 1, max(first, to - NEAR) - 1, -1):
        if tokens[at].kind == "mark" and tokens[at].text != "-":
            return False
        if tokens[at].key in ORDINALS:
            return tokens[at - 1].key in ADNOMINALS and tokens[at - 2].key in BECAME
    return False


def _is_supposed(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether an ``if`` or the like opens the clause that a token is in."""
    opening = first + (tokens[first].kind == "mark")  # - Whether
    if tokens[opening].key in CONDITIONS and at - first <= FAR and _is_explained(tokens, first, at):
        return True
    following = tokens[at]
    for token in reversed(tokens[max(first, at - FAR) : at]):
        if token.text in STOPS or token.text == ",":
            return False
        if token.key in CONDITIONS or (token.key == "once" and _opens(following)):
            return True
        following = token
    return False


def _is_explained(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether only an explained name stands between two tokens: ``Whether Foo, which sells it, ships``."""
    commas = [index for index in range(first, at) if tokens[index].text == ","]
    if len(commas) != 2 or commas[1] != at - 1:
        return False
    named = not tokens[commas[0] - 1].text.islower()
    return named and tokens[commas[0] + 1].key in APPOSING


def _opens(token: Token) -> bool:
    """Whether a clause, and not only a verb, starts with a token: ``once Foo sells``, not ``once sold``."""
    return token.key in OPENING or not token.text.islower()
