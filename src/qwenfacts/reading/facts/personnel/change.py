"""A verb or noun of coming and going with the one that it is about."""

from __future__ import annotations

from typing import Final, NamedTuple

from ...wordclasses import RELATIVES
from .parties import Party

__all__ = ["FOUNDERS", "NOUNS", "WHO", "Change", "Found"]

KINDS: Final = {
    cue: kind
    for kind, cues in {
        "departure": "departs dismisses moves hands departure",
        "hire": "hires joins hire",
        "appointment": "appoints becomes succeeds passes inherits successor appointment",
        "continuation": "renews remains",
    }.items()
    for cue in cues.split()
}
FOUNDERS: Final = ("founder", "founders")
"""What nobody hands on."""
WHO: Final = RELATIVES - {"that"}
"""``that`` mostly opens what somebody said."""
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
    def is_coming(self) -> bool:
        """Whether somebody gets a post."""
        return self.kind in ("hire", "appointment")

    @property
    def is_noun(self) -> bool:
        """Whether a noun says it: ``the exit of Roe``."""
        return self.cue in NOUNS
