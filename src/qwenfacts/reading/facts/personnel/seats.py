"""Posts that go from one to another: ``Roe hands the CTO seat to Poe``, ``Poe was given the job of head``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...english.clauses import cues, last_before
from ...english.posts import EMPLOYERS, LONGEST, UNITS, WHOLES, Post, post_before, post_from
from ...english.stretches import is_planned
from ...page import Page, Passage
from ...wordclasses import BE, COORDINATORS, DETERMINERS
from .change import Found
from .parties import Parties

__all__ = [
    "HANDING",
    "OLD",
    "ROLES",
    "leading",
    "passing",
    "seat_before",
    "seat_from",
    "seat_of",
]

ROLES: Final = frozenset(
    "role post job chair desk command position duties responsibilities seat brief portfolio mantle"
    " remit title chairmanship presidency directorship reins helm running".split()
)
CONTROL: Final = frozenset("control leadership oversight charge command management stewardship".split())
"""What is handed on without an article."""
HANDING: Final = frozenset(
    "hands handed hand passes passed gives gave given cedes ceded leaves left awarded entrusted".split()
)
"""Verbs with which somebody gives a post to another."""
GOING: Final = frozenset("goes go went passes passed falls fell answers answer reports report".split())
ANSWERING: Final = frozenset("answers answer reports report".split())
"""What is no change unless it is ``now`` so."""
TAKING: Final = frozenset(
    "takes took take assumes assumed assume inherits inherited inherit fills filled fill gets"
    " got accepts accepted accept absorbs absorbed absorb".split()
)
PARTICLES: Final = frozenset(("up", "over", "on"))
OLD: Final = frozenset("old former previous vacant current own".split())
LEADING: Final = frozenset(("under", "by"))
LED: Final = frozenset("led headed run overseen managed chaired".split())
NEAR: Final = 8
SEATS: Final = ROLES | CONTROL
ARTICLED: Final = DETERMINERS | {"one"}


def passing(page: Page, passage: Passage, parties: Parties) -> Iterator[Found]:
    """Those who get a post that is named as a thing."""
    for at in passage.tokens_of(GOING):
        yield from _entrusted(page, passage, parties, at)
    for at in passage.tokens_of(HANDING):
        yield from _given(page, parties, at)
    if passage.keys.isdisjoint(SEATS):
        return
    for at in passage.tokens_of(TAKING):
        people = parties.before(at)
        behind = at + 1 + (page.tokens[at + 1].key in PARTICLES)
        seat = seat_from(page, behind, passage.end)
        owned = page.tokens[behind].key in ("his", "her")
        if seat is None or not (owned or seat_of(page, range(seat, seat + 1), behind, passage.end)):
            continue
        if people:
            cue = "succeeds" if owned else "becomes"
            yield Found(cue, range(at, seat + 1), people, False, people[-1].start)


def _entrusted(page: Page, passage: Passage, parties: Parties, at: int) -> Iterator[Found]:
    """To whom a part of the company goes: ``Foo Cloud goes on 1 May to Roe``, ``Foo now answers to Roe``."""
    tokens, first = page.tokens, parties.helpers(at)
    if tokens[at].key in ANSWERING and all(token.key != "now" for token in tokens[first:at]):
        return
    start = _unit_ending(page, passage, first)
    if start is None:
        return
    for to in range(at + 1, min(at + NEAR, passage.end)):
        if tokens[to].key == "to":
            people = parties.behind(to + 1, passage.end)[:1]
            if people and people[0].person is not None:
                yield Found("inherits", range(at, at + 1), people, True, start)
            return
        if tokens[to].kind == "mark":
            return


def _unit_ending(page: Page, passage: Passage, end: int) -> int | None:
    """Where the words for a part of the company start that end before a token, or before an aside there."""
    tokens, first = page.tokens, max(passage.first, end - LONGEST)
    if tokens[end - 1].text == ",":
        end = next((at for at in range(end - 2, first, -1) if tokens[at].text == ","), end)
    for name in last_before(passage.names, tokens[end].start + 1):
        if page.token_at(name.span.end) == end and name.value.kind != "place":
            whole = name.value.kind in WHOLES and name.value != page.subject
            return page.token_at(name.span.start) if whole else None
    for at in range(end - 1, first - 1, -1):
        if tokens[at].key in UNITS:
            return at
        if tokens[at].kind != "word":
            return None
    return None


def _given(page: Page, parties: Parties, at: int) -> Iterator[Found]:
    """Who is given a part of the company, or a post: ``Roe was handed Foo Cloud``, ``given the job``."""
    passive = any(token.key in BE for token in page.tokens[parties.helpers(at) : at])
    people = parties.before(at)[:1] if passive else []
    name, seat = page.name_at(at + 1), seat_from(page, at + 1, parties.passage.end)
    behind = page.tokens[page.token_at(name.span.end) if name is not None else at]
    part = name is not None and name.value.kind in EMPLOYERS
    part = part and (behind.kind == "mark" or behind.key in COORDINATORS)
    if people and people[0].person is not None and (part or seat is not None):
        yield Found("inherits", range(at, (seat or at) + 1), people, False, people[0].start)


def seat_from(page: Page, at: int, end: int) -> int | None:
    """The noun for a post soon behind a token where its article stands: ``the top research job``."""
    bare = at < end and page.tokens[at].key not in ARTICLED
    for index in range(at + (not bare), min(at + NEAR, end)):
        token = page.tokens[index]
        if token.key in (CONTROL if bare else ROLES):
            return index
        if (token.key == "to" and page.tokens[index - 1].text != "-") or (
            token.kind == "mark" and token.text not in ("-", "'")
        ):
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


def leading(page: Page, passage: Passage, parties: Parties) -> Iterator[Found]:
    """``Foo will be led by Roe``, ``a unit under Roe, formerly of Acme``: who leads it then."""
    tokens = page.tokens
    for at in passage.tokens_of(LEADING):
        passive = tokens[at].key == "by"
        people = parties.behind(at + 1, passage.end)[:1] if not passive or tokens[at - 1].key in LED else []
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
