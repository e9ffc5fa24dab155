"""What verbs say that happens: the verbs of a sentence with the ways to read them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from ...english.verbs import Verb
from ...wordclasses import ARTICLES
from .deals import DEALS, Found, told_aside
from .dearer import PRICES
from .firms import FIRM_VERBS
from .funding import FUNDING
from .mood import is_announced
from .scene import Scene, listed
from .things import THING_VERBS, presented
from .trouble import TROUBLE_VERBS

__all__ = ["verb_events"]

LEAVES: Final = frozenset(
    "left leaves leaving quit quits resigned resigns departed departs resignation departure exit wish"
    " leave gone goes went".split()
)
NOBODY: Final = frozenset(("nobody", "none", "neither"))
OF_SUBJECTS: Final = frozenset(("arrive", "available", "start_up"))
"""What a thing does that is launched; a person does other things by the same verbs."""
ANNOUNCED: Final = frozenset(
    "restructure cut fold acquire sell raise partner form compel agree order price end join settle"
    " pay".split()
)
"""What is an event as soon as it is announced: cuts and deals; a launch is one when it takes place."""


def verb_events(scene: Scene) -> Found:
    """The events that the verbs of a sentence say; of several readings of one verb the first that fits."""
    yield from presented(scene)
    done, told = -1, set[tuple[str, str]]()
    for verb in scene.verbs("events"):
        nobody = scene.token(verb.first - 1).key in NOBODY
        person = verb.kind in OF_SUBJECTS and scene.token(verb.first - 1).key == "who"
        if verb.start != done and not nobody and not person and _counts(scene, verb):
            for event in READINGS[verb.kind](scene, verb):
                done, key = verb.start, (event.kind, event.subject.id)
                if (
                    key not in told or event.told or event.kind != "other"
                ):  # , extending the pact signed in May
                    yield event
                told.add(key)
    if done < 0:
        yield from told_aside(scene)


def _counts(scene: Scene, verb: Verb) -> bool:
    """Whether what a verb says came about, or is announced where that is enough."""
    if _leaves_to(scene, verb):
        return True
    if verb.form in ("past", "participle") and scene.token(verb.first - 1).key in ARTICLES:
        return False  # the closed strategy
    if verb.form == "base" and scene.token(verb.first - 1).kind == "mark":
        return False  # , nearly double the forecast
    if verb.real:
        return True
    if verb.kind == "pay" and scene.token(verb.first).key == "must":
        return True
    if verb.kind == "fold" and not scene.has(listed("unit"), verb.first - 2, verb.first):
        return False
    return verb.kind in ANNOUNCED and not scene.looks_ahead and is_announced(scene, verb)


def _leaves_to(scene: Scene, verb: Verb) -> bool:
    """Whether somebody left for it: ``Roe quits to found Foo``."""
    to = verb.kind == "form" and scene.token(verb.first).key == "to"
    return to and scene.has(LEAVES, verb.first - 12, verb.first)


READINGS: Final[dict[str, Callable[[Scene, Verb], Found]]] = {
    **THING_VERBS,
    **FIRM_VERBS,
    **TROUBLE_VERBS,
    **DEALS,
    **FUNDING,
    **PRICES,
}
"""How to read each list of verbs in ``events.toml``."""
