"""What a sentence tells of earlier work: ``Roe worked for Acme``, ``she was head of sales at Foo``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from ....entities import Entity
from ...english.clauses import cues_in, is_possessive
from ...english.posts import employer_at, post_from
from ...page import Page, Passage
from .parties import Parties

__all__ = ["Background", "backgrounds"]

AT: Final = frozenset(("at", "with", "for"))
NEAR: Final = 6


class Background(NamedTuple):
    """Somebody with an earlier post, an earlier employer or both."""

    person: Entity
    role: str | None
    employer: Entity | None


def backgrounds(page: Page, passage: Passage, parties: Parties) -> Iterator[Background]:
    """Those of whom a sentence tells what they did before, with the company for which."""
    for kind, first, stop in cues_in(page, passage, "background"):
        person = next((party.person for party in parties.before(first) if party.person is not None), None)
        if person is None or stop >= passage.end:
            continue
        post = post_from(page, stop, passage.end) if kind == "posts" else None
        employer = post.employer if post is not None else None
        if kind == "employers":
            at = next(
                (at for at in range(stop - 1, min(stop + NEAR, passage.end)) if page.tokens[at].key in AT),
                stop,
            )
            employer = employer_at(page, at + 1, passage.end)
        if employer is not None and not is_possessive(page, employer):
            yield Background(
                person.value, page.quote(post.words) if post is not None else None, employer.value
            )
