"""Whether what a verb says came about, was announced, or may only come."""

from __future__ import annotations

from typing import Final

from ...english.verbs import Verb
from ...wordclasses import CONDITIONALS, FUTURE, NEGATIONS, POTENTIALS
from .actors import DECIDED
from .scene import Scene

__all__ = ["is_announced"]

DOUBT: Final = POTENTIALS | CONDITIONALS | NEGATIONS | {"expected", "likely"}
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
