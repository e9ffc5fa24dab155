"""The posts with which a text introduces people: ``sales chief Roe``, ``Roe, head of design,``."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from ....entities import Entity
from ....report import Mention
from ...english.posts import LONGEST, Post, post_before, post_from
from ...page import Page, Passage
from .parties import Party
from .wordlists import FOUNDERS

__all__ = ["Careers", "post_told"]

FAR: Final = 3 * LONGEST


class Careers:
    """The people of a page with the posts that are said of them, in text order."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._named: dict[Entity, list[Mention[Entity]]] = {}
        for name in page.names:
            if name.value.kind == "person":
                self._named.setdefault(name.value, []).append(name)
        self._posts: dict[Entity, list[tuple[int, Post]]] = {}

    def before(self, party: Party, passage: Passage) -> Post | None:
        """The last post with which a person was introduced before a sentence; none that is over."""
        assert party.person is not None  # a group has no career
        person = party.person.value
        posts = self._posts.get(person)
        if posts is None:
            posts = self._posts[person] = list(self._introductions(person))
        at = bisect_left(posts, passage.span.start, key=lambda one: one[0])
        return posts[at - 1][1] if at else None

    def _introductions(self, person: Entity) -> Iterator[tuple[int, Post]]:
        page, tokens = self.page, self.page.tokens
        for name in self._named[person]:
            at, end = page.token_at(name.span.start), page.token_at(name.span.end)
            post = post_before(page, at, max(0, at - LONGEST))
            if post is None and end < len(tokens) and tokens[end].text == ",":
                post = post_from(page, end + 1, min(len(tokens), end + FAR))
            if post is not None and not post.formerly:
                yield name.span.start, post


def post_told(
    post: Post, words: str, kind: str, here: object, home: Entity | None, role: str | None, *, fresh: bool
) -> dict[str, object]:
    """What follows for a change from the post with which somebody was introduced before.

    ``here`` is the company that is told, ``home`` that of the report; ``fresh`` if no former post is told.
    """
    theirs = post.employer.value if post.employer else None
    outside = theirs is not None and theirs != (here or home)
    if kind == "hire":
        return {"role": words} if fresh and not outside else {}
    found: dict[str, object] = {}
    if role is None and not words.lower().endswith(FOUNDERS):
        found["role"] = words
    if theirs is not None and here is None:
        found["organisation"] = theirs
    return found
