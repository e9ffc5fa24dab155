"""Posts that go from one to another: ``Roe hands the CTO seat to Poe``, ``Poe was given the job of head``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...english.posts import LONGEST, Post, post_before, post_from
from ...english.stretches import BE
from ...page import Page, Passage
from .change import Found
from .parties import Parties

__all__ = ["HANDING", "OLD", "ROLES", "passing", "seat_before", "seat_from", "seat_of"]

ROLES: Final = frozenset(
    "role post job chair desk command position duties responsibilities seat brief portfolio mantle"
    " remit title".split()
)
CONTROL: Final = frozenset("control leadership oversight charge command management stewardship".split())
"""What is handed on without an article."""
HANDING: Final = frozenset(
    "hands handed hand passes passed gives gave given cedes ceded leaves left awarded entrusted".split()
)
"""Verbs with which somebody gives a post to another."""
THE: Final = frozenset("the that his her this one a".split())
TAKING: Final = frozenset(
    "takes took take taking assumes assumed assume assuming inherits inherited inherit fills filled fill gets"
    " got accepts accepted accept absorbs absorbed absorb".split()
)
OLD: Final = frozenset("old former previous vacant current own".split())
NEAR: Final = 8


def passing(page: Page, passage: Passage, parties: Parties) -> Iterator[Found]:
    """Those who get a post that is named as a thing."""
    if passage.keys.isdisjoint(ROLES | CONTROL):
        return
    for at in passage.tokens_of(HANDING):
        yield from _handed(page, passage, parties, at)
    for at in passage.tokens_of(TAKING):
        seat = seat_from(page, at + 1, passage.end)
        owned = page.tokens[at + 1].key in ("his", "her")
        if seat is None or not (owned or seat_of(page, range(seat, seat + 1), at + 1, passage.end)):
            continue
        if people := parties.before(at):
            cue = "succeeds" if owned else "becomes"
            yield Found(cue, range(at, seat + 1), people, False, people[-1].start)


def _handed(page: Page, passage: Passage, parties: Parties, at: int) -> Iterator[Found]:
    """``handed the post to Poe``, ``handed Poe the post``, ``Poe was handed the post``."""
    tokens = page.tokens
    given = parties.behind(at + 1, passage.end)[:1]
    behind = page.token_at(given[0].span.end) if given and given[0].start <= at + LONGEST // 2 else at + 1
    seat = seat_from(page, behind, passage.end)
    if seat is None:
        return
    if behind > at + 1:
        yield Found("inherits", range(at, seat + 1), given, False, at)
    elif any(token.key in BE for token in tokens[parties.helpers(at) : at]):
        people = parties.before(at)[:1]
        yield from [Found("inherits", range(at, seat + 1), people, False, people[0].start)] if people else ()
    else:
        for to in range(seat + 1, min(seat + 1 + NEAR, passage.end)):
            if tokens[to].key == "to":
                people = parties.behind(to + 1, passage.end)
                if people and people[0].person is not None:
                    yield Found("inherits", range(seat, to + 1), people, True, seat)
                return


def seat_from(page: Page, at: int, end: int) -> int | None:
    """The noun for a post soon behind a token where its article stands: ``the top research job``."""
    bare = at < end and page.tokens[at].key not in THE
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
