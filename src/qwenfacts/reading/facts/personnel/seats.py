"""Posts that go from one to another: ``Roe hands the CTO seat to Poe``, ``Poe was given the job of head``."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import cache
from typing import Final

from ....entities import Entity
from ...english.clauses import cues, is_possessive, last_before, spelt_out
from ...english.posts import EMPLOYERS, LONGEST, UNITS, WHOLES, Post, post_before, post_from
from ...english.stretches import is_planned
from ...page import Page, Passage
from ...wordclasses import BE, COORDINATORS, DETERMINERS
from ...wording import in_all_forms, table
from .change import Change, Found
from .parties import Parties, Party

__all__ = [
    "ROLES",
    "is_meant",
    "leading",
    "passing",
    "placed_at",
    "predecessor",
    "seat_before",
    "seat_from",
    "seat_of",
]

CONTROL: Final = frozenset("control leadership oversight charge command management stewardship".split())
"""What is handed on without an article."""
ANSWERING: Final = in_all_forms("answer report")
"""What is no change unless it is ``now`` so."""
PARTICLES: Final = frozenset(("up", "over", "on"))
OLD: Final = frozenset("old former previous vacant current own".split())
LEADING: Final = frozenset(("under", "by"))
NEAR: Final = 8
OWN: Final = ("his", "her")
INTO: Final = ("in", "to", "into")
POINTING: Final = frozenset(("the", "that", "this"))
ARTICLED: Final = DETERMINERS | {"one"}


@cache
def _verbs(name: str) -> frozenset[str]:
    """The verbs of one kind that go with a post, in all their forms."""
    return frozenset(spelt_out(table("cues")["seats"][name]))


ROLES: Final = _verbs("nouns")
PLACES: Final = ROLES | frozenset(("place", "stead", "shoes"))


def passing(page: Page, passage: Passage, parties: Parties) -> Iterator[Found]:
    """Those who get a post that is named as a thing."""
    for at in passage.tokens_of(_verbs("going")):
        yield from _entrusted(page, passage, parties, at)
    for at in passage.tokens_of(_verbs("handing")):
        yield from _given(page, parties, at)
    for at in passage.tokens_of(_verbs("taking")):
        people = parties.before(at)
        behind = at + 1 + (page.tokens[at + 1].key in PARTICLES)
        name, owned = page.name_at(behind), page.tokens[behind].key in OWN
        if name is not None and name.value.kind == "person" and is_possessive(page, name):
            owned, behind = True, page.token_at(name.span.end) + 2  # takes on Roe's duties
        seat = seat_from(page, behind, passage.end, ROLES | UNITS if owned else ROLES)
        if seat is None:
            continue
        owned = owned or page.tokens[seat + 1].key == "that"  # fills the seat that Roe left
        if not owned and not seat_of(page, range(seat, seat + 1), behind, passage.end):
            continue
        if not people and page.tokens[parties.helpers(at) - 1].key == "and":
            people = [party] if (party := parties.opening()) else []
        if people:
            words = range(at, seat + 1)
            yield Found("succeeds" if owned else "becomes", words, people, False, people[-1].start)


def _entrusted(page: Page, passage: Passage, parties: Parties, at: int) -> Iterator[Found]:
    """To whom a part of the company goes: ``Foo Cloud goes on 1 May to Roe``, ``Foo now answers to Roe``."""
    tokens, first = page.tokens, parties.helpers(at)
    told = tokens[at].key not in ANSWERING or any(token.key == "now" for token in tokens[first:at])
    start = _unit_ending(page, passage, first) if told else None
    soon = range(at + 1, min(at + NEAR, passage.end))
    to = next((i for i in soon if tokens[i].key == "to" or tokens[i].kind == "mark"), at)
    people = parties.behind(to + 1)[:1] if start is not None and tokens[to].key == "to" else []
    if start is not None and people and people[0].person is not None:
        yield Found("inherits", range(at, at + 1), people, True, start)


def _unit_ending(page: Page, passage: Passage, end: int) -> int | None:
    """Where the words for a part of the company start that end before a token, or before an aside there."""
    tokens, first = page.tokens, max(passage.first, end - LONGEST)
    if tokens[end - 1].text == ",":
        end = next((at for at in range(end - 2, first, -1) if tokens[at].text == ","), end)
    for name in last_before(passage.names, tokens[end].start + 1):
        if page.token_at(name.span.end) == end and name.value.kind != "place":
            whole = name.value.kind in WHOLES and name.value != page.subject
            return page.token_at(name.span.start) if whole else None
    before = (
        at for at in range(end - 1, first - 1, -1) if tokens[at].key in UNITS or tokens[at].kind != "word"
    )
    at = next(before, None)
    return at if at is not None and tokens[at].key in UNITS else None


def _given(page: Page, parties: Parties, at: int) -> Iterator[Found]:
    """Who is given a part of the company, or a post: ``Roe was handed Foo``, ``gives her job to Roe``."""
    given = seat_from(page, at + 1, parties.passage.end, ROLES | UNITS)
    if given is not None and page.tokens[given + 1].key == "to" and parties.before(at):
        people = parties.behind(given + 2, parties.passage.end)[:1]
        if people and people[0].person is not None:
            yield Found("inherits", range(at, given + 2), people, True, at)
        return
    passive = any(token.key in BE for token in page.tokens[parties.helpers(at) : at])
    people = parties.before(at)[:1] if passive else []
    name, seat = page.name_at(at + 1), seat_from(page, at + 1, parties.passage.end)
    behind = page.tokens[page.token_at(name.span.end) if name is not None else at]
    part = name is not None and name.value.kind in EMPLOYERS
    part = part and (behind.kind == "mark" or behind.key in COORDINATORS)
    if people and people[0].person is not None and (part or seat is not None):
        yield Found("inherits", range(at, (seat or at) + 1), people, False, people[0].start)


def seat_from(page: Page, at: int, end: int, nouns: AbstractSet[str] = ROLES) -> int | None:
    """The noun for a post soon behind a token where its article stands: ``the top research job``."""
    owned = page.tokens[at - 1].key == "s"  # Roe's duties
    bare = at < end and page.tokens[at].key not in ARTICLED and not owned
    for index in range(at + (not bare and not owned), min(at + NEAR, end)):
        token = page.tokens[index]
        if token.key in (CONTROL if bare else nouns):
            return index
        stops = token.kind == "mark" and token.text not in ("-", "'")
        if stops or (token.key == "to" and page.tokens[index - 1].text != "-"):
            return None
    return None


def seat_before(page: Page, at: int, first: int) -> int | None:
    """The noun for a post right before a verb, or with what the post is: ``the role of treasurer goes``."""
    for index in range(at - 1, max(first, at - NEAR) - 1, -1):
        token = page.tokens[index]
        if token.key in ROLES and (index == at - 1 or page.tokens[index + 1].key in ("of", "as")):
            return index
        if token.kind == "mark" and token.text not in ("-", "'"):
            return None
    return None


def seat_of(page: Page, words: range, first: int, stop: int) -> Post | None:
    """The post that is meant by the noun for one among some words: ``CTO seat``, ``the job of treasurer``."""
    for seat in words:
        if page.tokens[seat].key in ROLES:
            if seat + 1 < stop and page.tokens[seat + 1].key in ("of", "as"):
                return post_from(page, seat + 2, stop)
            return post_before(page, seat, max(first, seat - LONGEST))
    return None


def placed_at(page: Page, first: int, stop: int) -> int | None:
    """Where the possessive of ``in his place``, ``to her old job`` stands among some tokens."""
    tokens = page.tokens
    owned = (at for at in range(first + 1, stop - 1) if tokens[at].key in OWN and tokens[at - 1].key in INTO)
    return next((at for at in owned if tokens[at + 1 + (tokens[at + 1].key in OLD)].key in PLACES), None)


def is_meant(page: Page, at: int, stop: int) -> bool:
    """Whether a post is pointed at soon behind a token, and not told: ``to the vacant post``."""
    for index in range(at, min(at + NEAR, stop - 1)):
        if page.tokens[index].kind != "word":
            break
        noun = index + 1 + (page.tokens[index + 1].key in OLD)
        if page.tokens[index].key in POINTING and page.tokens[noun].key in ROLES:
            return page.tokens[noun + 1].key not in ("of", "as", "for")
    return False


def leading(page: Page, passage: Passage, parties: Parties) -> Iterator[Found]:
    """``Foo will be led by Roe``, ``a unit under Roe, formerly of Acme``: who leads it then."""
    tokens = page.tokens
    for at in passage.tokens_of(LEADING):
        passive = tokens[at].key == "by"
        led = not passive or tokens[at - 1].key in _verbs("led")
        people = parties.behind(at + 1, passage.end)[:1] if led else []
        if not people or not parties.is_next(at + 1, people[0]):
            continue
        verb, behind = range(at - passive, at), page.token_at(people[0].span.end)
        helpers = parties.helpers(verb.start)
        planned = is_planned(page, passage.first, verb) and (
            tokens[helpers - 1].key == "it" or _unit_ending(page, passage, helpers) is not None
        )
        before = cues("people").starting(tokens, behind + 1) if tokens[behind].text == "," else None
        if planned or (before is not None and before[0] == "formerly"):
            yield Found("becomes", range(verb.start, at + 1), people, True, verb.start)


def predecessor(parties: Parties, change: Change, heir: Entity | None) -> Party | None:
    """Whose post somebody gets, as the verb and those around it tell, or ``in her place``."""
    tokens, words = parties.page.tokens, change.words
    told: Party | None = None
    if change.cue == "succeeds" and not change.is_object:
        own = next((at for at in words if tokens[at].key in ("him", *OWN)), None)  # takes her place
        told = parties.pronoun(own, heir) if own is not None else None
        told = told or parties.person_at(words.start + 1, change.end, heir)
    elif change.is_object and change.cue in ("succeeds", "passes", "inherits", "successor"):
        told = _bereft(parties, change, heir)
    place = placed_at(parties.page, change.start, change.end) if change.is_coming else None
    return told or (parties.pronoun(place, heir) if place is not None else None)


def _bereft(parties: Parties, change: Change, heir: Entity | None) -> Party | None:
    """Whose post comes to the object of a verb: the one before it, or whom a pronoun means."""
    tokens, at = parties.page.tokens, change.words.start
    if change.cue == "successor":
        return parties.of_heir(at, change.end, heir)
    if change.cue == "inherits":
        first, phrases, hands = parties.passage.first, cues("personnel"), _verbs("handing")
        unit = range(change.start, max(change.start - 3, first - 1), -1)
        if (owner := next((i for i in unit if tokens[i].key in OWN), None)) is not None:
            return parties.pronoun(owner, heir)  # her team passes to Roe
        back = (i for i in range(at, first, -1) if tokens[i].key in hands or phrases.starting(tokens, i))
        given = (i for i in back if (phrases.starting(tokens, i) or ("hands",))[0] == "hands")
        at = next(given, first)
    between = change.words.stop, change.party.start
    if change.cue == "succeeds" and (turned := parties.person_at(*between, heir)) is not None:
        return turned
    if change.cue == "passes":
        at -= tokens[at - 1].key in OLD
        word = tokens[at - 1].key
        if word in OWN:
            return parties.pronoun(at - 1, heir)
        if word == "whose":
            at -= 1
            at -= tokens[at - 1].text == ","
        while tokens[at - 1].key in ("s", "'"):
            at -= 1
    before = parties.before(at) or parties.before(at + 1)
    told = next((party for party in before if party.person is not None), None)
    shared = parties.helpers(at) - 1
    if told is None and tokens[shared].key == "and":  # Roe retires and will be succeeded by Poe
        told = parties.named_before(shared)
    return told
