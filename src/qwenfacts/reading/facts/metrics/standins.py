"""Who the words stand for that name nobody: ``it``, ``the company``, ``the studio``, ``the plant``."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import Final

from ....tokens import peek
from ...english.cast import COMPANIES, THINGS, Cast, Reference, is_authority
from ...english.clauses import last_before
from ...english.discourse import Discourse, Who
from ...page import Page, Passage

__all__ = ["StandIns"]

WHOLE: Final = frozenset(("company", "firm", "business", "group"))
"""What a company as a whole is called."""
GROUND: Final = frozenset(("plant", "site", "factory", "fab", "campus", "mill", "refinery"))
GROUNDS: Final = frozenset(("product", "place", "other", "platform"))
"""What plants are called, and the kinds of their names."""


class StandIns:
    """What pronouns and descriptions of a page stand for; passages are asked for in order."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.cast: Cast = Cast(page)
        self.discourse: Discourse = Discourse(page, self.cast)

    def _key(self, at: int) -> str:
        return peek(self.page.tokens, at).key

    def stands_for(
        self, passage: Passage, reference: Reference, wanted: tuple[AbstractSet[str], ...]
    ) -> Who | None:
        """Who a pronoun or definite description means."""
        kinds = tuple(some & reference.kinds for some in wanted if some & reference.kinds) or (
            reference.kinds,
        )
        if reference.kinds is COMPANIES and reference.noun in WHOLE:
            return self.discourse.company(passage)
        tail = self._by_tail(reference)
        if tail is not None:
            return tail
        for some in kinds:
            found = next(
                (
                    role.name
                    for role in reversed(self.cast.roles_near(passage, reference.first))
                    if role.end <= reference.first
                    and role.name.value.kind in some
                    and not role.is_aside
                    and ("body" in some or not is_authority(role.name.value))
                ),
                None,
            ) or self.discourse.spoken_of(passage, some)
            if found is not None:
                return found
        things = (
            self.discourse.mentioned(passage, some) for some in kinds if some <= THINGS or reference.noun
        )
        return next((one for one in things if one is not None), None)

    def _by_tail(self, reference: Reference) -> Who | None:
        """The name that ends as a description does: ``the studio`` is Foo Studio."""
        tail = f" {reference.noun}"
        names = last_before(self.page.names, self.page.tokens[reference.first].start)
        return next((name for name in names if reference.noun and name.text.casefold().endswith(tail)), None)

    def site(self, passage: Passage, place: range) -> Who | None:
        """The plant or campus that a sentence is about, by a bare description of it at its start."""
        at = passage.first
        described = self._key(at) in ("the", "this") and self._key(at + 1) in GROUND and at + 1 < place.start
        return self.discourse.spoken_of(passage, GROUNDS) if described else None
