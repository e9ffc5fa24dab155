"""Which company or part of one a post is in, where none is named beside it.

``Foo Cloud: sales chief Roe resigned`` is about Foo Cloud, and in ``Acme bought Foo. Roe becomes its
head`` the post is at Foo.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from ....entities import Entity
from ...english.cast import Cast
from ...english.clauses import last_before
from ...english.posts import EMPLOYERS, WHOLES
from ...english.stretches import helpers
from ...page import Page, Passage
from ...wordclasses import ARTICLES, RELATIVES

__all__ = ["labelled", "owner", "unit_before"]

BACK: Final = 3
NEAR: Final = 4
FAR: Final = 60
UNITS: Final = WHOLES | {"other"}
CLAUSES: Final = frozenset((";", "—", "–"))
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


def owner(page: Page, passage: Passage, at: int) -> Entity | None:
    """Whom ``its`` at a token means: who its clause, the one before or a sentence before opens with."""
    marks = [i for i in range(max(passage.first, at - FAR), at) if page.tokens[i].text in CLAUSES]
    openings = [(passage, start) for start in reversed((passage.first, *marks))]
    index = bisect_left(page.passages, passage.span.start, key=lambda one: one.span.start)
    for earlier in reversed(page.passages[max(0, index - BACK) : index]):
        if earlier.block is not passage.block:
            break
        openings.append((earlier, earlier.first))
    for place, start in openings:
        roles = page.once(Cast).roles_near(place, start)
        first = next((role for role in roles if start <= role.first < min(at, start + NEAR)), None)
        if first is not None and first.name.value.kind != "person":
            plain = not (first.is_aside or first.owns or first.is_inside)
            return first.name.value if plain and first.name.value.kind in UNITS else None
    return None


def unit_before(page: Page, passage: Passage, at: int) -> Entity | None:
    """What is led by who follows: ``a new Foo Office, which merges both teams, under Roe``."""
    passive = helpers(page, passage.first, at - 1) if page.tokens[at].key == "by" else None
    for name in last_before(passage.named(*EMPLOYERS), page.tokens[at].start):
        end = page.token_at(name.span.end)
        behind = page.tokens[end : end + 2]
        if end == passive:
            return name.value
        if len(behind) == 2 and behind[0].text == "," and behind[1].key in TELLING:
            return name.value
    return None
