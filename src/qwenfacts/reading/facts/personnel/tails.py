"""What may stand behind a verb of coming and going: ``to the post of head``, ``after a year at Acme``."""

from __future__ import annotations

from typing import Final

from ....entities import Entity
from ....report import Mention
from ....values import Period, Span
from ...english.clauses import is_possessive
from ...english.posts import LONGEST, employer_at
from ...page import Page, Passage
from ...spans import within
from .wordlists import OFFICES

__all__ = ["behind_office", "effective_in", "spell_at"]

NEAR: Final = 5


def behind_office(page: Page, at: int, end: int) -> int:
    """The token behind ``the new post of``, if that stands at a token."""
    for index in range(at, min(at + NEAR, end - 1)):
        if page.tokens[index].key in OFFICES and page.tokens[index + 1].key in ("of", "as"):
            return index + 2
        if page.tokens[index].kind != "word":
            break
    return at


def spell_at(page: Page, at: int, end: int) -> tuple[Mention[Entity] | None, int]:
    """The company of ``after two years at Acme``, and the token to go on at."""
    for index in range(at + 1, min(at + LONGEST, end)):
        if page.tokens[index].text in (",", ";"):
            break
        if page.tokens[index].key in ("at", "with", "from"):
            employer = employer_at(page, index + 1, end)
            if employer is not None and not is_possessive(page, employer):
                return employer, index + 2
    return None, at + 1


def effective_in(page: Page, passage: Passage, stretch: Span) -> Mention[Period] | None:
    """The day from which on something holds, whenever it was announced: ``effective 1 April``."""
    for date in within(passage.dates, stretch):
        at = page.token_at(date.span.start)
        words = {token.key for token in page.tokens[max(passage.first, at - 2) : at]}
        if words & {"effective", "effect"}:
            return date
    return None
