"""Whether what a verb says came about, was announced, or may only come."""

from __future__ import annotations

from typing import Final

from ...english.verbs import Verb
from .actors import DECIDED
from .scene import Scene

__all__ = ["is_announced"]

FUTURE: Final = frozenset("will shall ll".split())
DOUBT: Final = frozenset(
    "would could may might should can must cannot never not t if whether unless expected likely".split()
)
SETTLED: Final = DECIDED | {"is", "are", "was"}
"""What stands before ``to`` where somebody has said that it will be so."""
BEFORE: Final = 3


def is_announced(scene: Scene, verb: Verb) -> bool:
    """Whether somebody has said that it will be done: ``will cut``, ``is to buy``, ``plans to close``."""
    words = [scene.token(at).key for at in range(verb.first, verb.start)]
    before = [scene.token(at).key for at in range(verb.first - BEFORE, verb.first)]
    if not DOUBT.isdisjoint(words) or not DOUBT.isdisjoint(before):
        return False
    if not FUTURE.isdisjoint(words):
        return True
    return words[:1] == ["to"] and before[-1] in SETTLED
