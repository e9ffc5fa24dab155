"""Which company or part of one a post is in, where none is named beside it.

``Foo Cloud: sales chief Roe resigned`` is about Foo Cloud, and in ``Acme bought Foo. Roe becomes its
head`` the post is at Foo.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from ....entities import Entity
from ...english.clauses import last_before
from ...english.posts import EMPLOYERS, WHOLES
from ...english.stretches import helpers
from ...page import Page, Passage
from ...wordclasses import ARTICLES, RELATIVES

__all__ = ["labelled", "part_meant", "unit_before"]

NEAR: Final = 4
TELLING: Final = RELATIVES | ARTICLES
HIRING: Final = WHOLES - {"model_family"}


def labelled(page: Page, passage: Passage) -> Entity | None:
    """The company or part of one that a paragraph is labelled with: ``Foo Cloud: ...``."""
    at = page.token_at(passage.block.span.start)
    while at < passage.end and page.tokens[at].kind == "mark":
        at += 1
    name = page.name_at(at)
    if name is None or name.value.kind not in HIRING:
        return None
    return name.value if page.tokens[page.token_at(name.span.end)].text == ":" else None


def unit_before(page: Page, passage: Passage, at: int) -> Entity | None:
    """What is led by who follows: ``a new Foo Office, which merges both teams, under Roe``.

    ``It`` and ``the unit`` mean the part of the company that the sentence before names last.
    """
    passive = helpers(page, passage.first, at - 1) if page.tokens[at].key == "by" else None
    for name in last_before(passage.named(*EMPLOYERS), page.tokens[at].start):
        end = page.token_at(name.span.end)
        behind = page.tokens[end : end + 2]
        if passive is not None and end <= passive <= end + (behind[0].text == ","):
            return name.value
        if len(behind) == 2 and behind[0].text == "," and behind[1].key in TELLING:
            return name.value
    return part_meant(page, passage, at) if passive is not None and passive <= passage.first + NEAR else None


def part_meant(page: Page, passage: Passage, at: int) -> Entity | None:
    """The part of the company that ``it`` or ``the unit`` means: the last that is named before."""
    index = bisect_left(page.passages, passage.span.start, key=lambda one: one.span.start)
    for place in reversed(page.passages[max(0, index - 1) : index + 1]):
        for name in last_before(place.named(*WHOLES), page.tokens[at].start):
            if place.block is passage.block and name.value != page.subject:
                return name.value
    return None
