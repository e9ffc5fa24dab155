"""Deals that are told aside: under a contract, cleared by a nameless authority, talks that collapse."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from ....entities import Entity
from ....report import Mention
from ...english.verbs import Verb
from .deals import Found, company_of, happening
from .scene import COMPANIES, Scene, listed

__all__ = ["BARGAINS", "RULERS", "told_aside"]

CONTRACTS: Final = frozenset("contract agreement deal pact lease".split())
RULERS: Final = frozenset(
    "regulator regulators watchdog authority authorities government ministry court commission agency judge"
    " office parliament lawmakers shareholders council".split()
)
BEFORE: Final = 8
NEAR: Final = 9


def _collapse(scene: Scene, verb: Verb) -> Found:
    """``The talks with Foo have collapsed``, ``the merger fell through``."""
    known = listed("deal")
    for at in range(verb.first - 1, max(scene.first, verb.first - NEAR) - 1, -1):
        if scene.token(at).key in known:
            other = scene.company_after(at, "with", "between", far=verb.first - at)
            told = other.value if other is not None and other.value != scene.company else None
            yield happening(scene, verb, "other", scene.company, other, organisation=told)
            return


def told_aside(scene: Scene) -> Found:
    """The deal of a sentence of which no verb has told one."""
    if not scene.passage.keys.isdisjoint(CONTRACTS) and "under" in scene.passage.keys:
        yield from _under(scene)
    if not scene.passage.keys.isdisjoint(RULERS):
        yield from _ruled(scene)


def _under(scene: Scene) -> Found:
    """``Foo will put 400 robots into its depots under a contract worth $90 million``."""
    for at in range(scene.first + 1, scene.stop):
        if scene.token(at).key != "under" or scene.token(at + 1).key not in ("a", "an"):
            continue
        noun = scene.noun(at + 2, CONTRACTS)
        who = scene.leading(at)
        doer = company_of(who)
        if noun is None or doer is None:
            continue
        other = _other(scene, doer)
        told = other.value if other is not None else scene.company if doer != scene.company else None
        if told is not None:
            words = range(at, noun + 1)
            yield scene.happening("other", doer, at, words, who, other, organisation=told)
        return


def _other(scene: Scene, doer: Entity) -> Mention[Entity] | None:
    """The other company that a sentence names."""
    names = (name for name in scene.passage.names if name.value.kind in COMPANIES)
    return next((name for name in names if name.value != doer), None)


def _ruled(scene: Scene) -> Found:
    """``The Danish regulator approved the purchase of Foo``: the company's deal."""
    for verb in scene.verbs("events"):
        if verb.kind != "end" or not verb.real or verb.passive:
            continue
        ruler = scene.has(RULERS, verb.first - BEFORE, verb.first)
        noun = scene.noun(verb.end, listed("deal", "takeover")) if ruler else None
        if noun is not None:
            name = scene.behind(noun, ("with", "of", "by"), scene.is_bought)
            buyer = scene.company_after(noun, "by")
            subject = buyer.value if buyer is not None else scene.company
            told = name.value if name is not None and name.value != subject else None
            yield happening(scene, verb, "other", subject, name, buyer, organisation=told)
            return


BARGAINS: Final[dict[str, Callable[[Scene, Verb], Found]]] = {"collapse": _collapse}
"""How to read the list of verbs of collapsing in ``events.toml``."""
