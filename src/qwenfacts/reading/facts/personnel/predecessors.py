"""Whose post somebody gets: ``Poe was replaced by Roe``, ``Poe, whose post goes to Roe``, ``her place``."""

from __future__ import annotations

from ....entities import Entity
from ...english.clauses import cues
from .change import Change
from .parties import Parties, Party
from .seats import HANDING, OLD

__all__ = ["predecessor"]


def predecessor(parties: Parties, change: Change, heir: Entity | None) -> Party | None:
    """Whose post it was that comes to the object of a verb: the one before it, or whom a pronoun means."""
    tokens, at = parties.page.tokens, change.words.start
    if change.cue == "successor":
        return parties.of_heir(at, change.end, heir)
    if change.cue == "inherits":
        phrases = cues("personnel")
        while (
            at > parties.passage.first
            and (phrases.starting(tokens, at) or ("",))[0] != "hands"
            and tokens[at].key not in HANDING
        ):
            at -= 1
    if change.cue == "succeeds" and change.party.start > change.words.stop:
        turned = parties.person_at(change.words.stop, change.party.start, heir)
        if turned is not None:
            return turned
    if change.cue == "passes":
        at -= tokens[at - 1].key in OLD
        word = tokens[at - 1].key
        if word in ("his", "her"):
            return parties.pronoun(at - 1, heir)
        if word == "whose":
            at -= 1
            at -= tokens[at - 1].text == ","
        while tokens[at - 1].key in ("s", "'"):
            at -= 1
    before = parties.before(at) or parties.before(at + 1)
    told = next((party for party in before if party.person is not None), None)
    shared = parties.helpers(at) - 1
    if told is None and tokens[shared].key == "and":  # Roe retires and will be succeeded by Poe
        told = parties.named_before(shared)
    return told
