"""A verb or noun of coming and going with the one that it is about."""

from __future__ import annotations

from typing import Final, NamedTuple

from .parties import Party

__all__ = ["NOUNS", "Change", "Found"]

KINDS: Final = {
    "departs": "departure",
    "dismisses": "departure",
    "moves": "departure",
    "hires": "hire",
    "joins": "hire",
    "appoints": "appointment",
    "becomes": "appointment",
    "succeeds": "appointment",
    "passes": "appointment",
    "hands": "departure",
    "inherits": "appointment",
    "successor": "appointment",
    "renews": "continuation",
    "remains": "continuation",
    "departure": "departure",
    "hire": "hire",
    "appointment": "appointment",
}
NOUNS: Final = frozenset(("departure", "hire", "appointment", "successor"))


class Found(NamedTuple):
    """A cue with those it is about, before its stretch is known."""

    cue: str
    words: range
    parties: list[Party]
    is_object: bool
    start: int


class Change(NamedTuple):
    """Verb or noun, who comes or goes by it, and the tokens of its own stretch."""

    cue: str
    words: range
    party: Party
    start: int
    end: int
    is_object: bool = False

    @property
    def kind(self) -> str:
        """The kind of the change."""
        return KINDS[self.cue]

    @property
    def is_noun(self) -> bool:
        """Whether a noun says it: ``the exit of Roe``."""
        return self.cue in NOUNS
