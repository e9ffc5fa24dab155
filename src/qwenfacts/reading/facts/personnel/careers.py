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

__all__ = ["Careers"]

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
