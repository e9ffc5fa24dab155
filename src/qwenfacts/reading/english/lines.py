"""A sentence or line, word by word: where names begin and end, what is possessive or hyphenated."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from ...entities import Entity
from ...report import Mention
from ...tokens import NOTHING, Token
from ...values import Period, Span
from ..page import Page, Passage
from .clauses import first_word
from .nounwords import LONGEST

__all__ = ["Line"]

APOSTROPHE: Final = frozenset("'")
HYPHEN: Final = frozenset("-")


class Line:
    """A sentence or line: its tokens, the names in it, what is whose."""

    def __init__(self, page: Page, passage: Passage) -> None:
        self.page = page
        self.passage = passage
        self.tokens: Sequence[Token] = page.tokens
        self.first: int = passage.first
        self.end: int = passage.end
        self.keys: frozenset[str] = passage.keys
        self.starting: dict[int, Mention[Entity]] = {
            page.token_at(name.span.start): name for name in passage.names
        }
        self.ending: dict[int, Mention[Entity]] = {
            page.token_at(name.span.end): name for name in passage.names
        }
        self.possessed: Callable[[int], int | None] = dict(self._all_possessives()).get
        """The token behind the possessive mark that starts at a token."""
        self._hyphened = frozenset(self._all_hyphened())
        self.opening: int = first_word(page, passage)
        """The first word, behind the mark or number of a list item."""

    def token(self, at: int) -> Token:
        """A token of the sentence, or `NOTHING` beyond its ends."""
        return self.tokens[at] if self.first <= at < self.end else NOTHING

    def places(self, words: frozenset[str], skip: int = 0) -> Sequence[int]:
        """The tokens that are one of some words, in order, without the first few of the sentence."""
        return self.passage.places.among(words, self.first + skip, self.end)

    def span(self, first: int, end: int) -> Span:
        """The span of some tokens."""
        return self.page.span(first, end)

    def name_end(self, name: Mention[Entity]) -> int:
        """The token behind a name."""
        return self.page.token_at(name.span.end)

    def name_first(self, name: Mention[Entity]) -> int:
        """The first token of a name."""
        return self.page.token_at(name.span.start)

    def _all_possessives(self) -> Iterator[tuple[int, int]]:
        for at in self.places(APOSTROPHE):
            if self.tokens[at].glued:
                if self.token(at + 1).key == "s" and self.token(at + 1).glued:
                    yield at, at + 2
                elif self.token(at - 1).key.endswith("s"):
                    yield at, at + 1

    def _all_hyphened(self) -> Iterator[int]:
        """The tokens that a hyphen joins to another: ``mixture-of-experts``, ``in-house``."""
        for at in self.places(HYPHEN):
            if self.tokens[at].glued:
                yield at - 1
            if self.token(at + 1).glued:
                yield at + 1

    def date_at(self, at: int) -> Mention[Period] | None:
        """The date that starts at a token of the sentence."""
        return self.page.date_at(at) if self.first <= at < self.end else None

    def closing(self, opening: int) -> int:
        """The token behind the bracket that closes the one at a token; that token, if none is near."""
        for at in range(opening + 1, min(self.end, opening + 2 * LONGEST)):
            if self.token(at).text == ")":
                return at + 1
        return opening
