"""What verbs say that happens: the verbs of a sentence with the ways to read them."""

from __future__ import annotations

from typing import Final

from ...english.verbs import Verb
from ...wordclasses import ARTICLES, CONDITIONALS, FUTURE, NEGATIONS, POSSESSIVES, POTENTIALS
from .deals import DEALS, told_aside
from .firms import FIRM_VERBS
from .scene import Found, Scene, listed
from .things import THING_VERBS, presented
from .trouble import TROUBLE_VERBS

__all__ = ["verb_events"]

DOUBT: Final = POTENTIALS | CONDITIONALS | NEGATIONS | {"expected", "likely"}
BEFORE: Final = 3
NOBODY: Final = frozenset(("nobody", "none", "neither", "no", "without"))
PRESENT: Final = ("base", "third")
FEW: Final = 6
FAR: Final = 40
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
    for verb in scene.happenings:
        person = verb.kind in OF_SUBJECTS and scene.token(verb.first - 1).key == "who"
        if verb.start != done and not person and _counts(scene, verb):
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
    condition = scene.word(CONDITIONALS, verb.end, verb.end + FAR) if verb.form in PRESENT else None
    apart = condition is not None and scene.has((",", "even"), verb.end, condition)
    if _is_nobody(scene, verb) or (condition is not None and not apart):
        return False  # faces a fine if
    if verb.form in ("past", "participle") and scene.token(verb.first - 1).key in ARTICLES:
        return False  # the closed strategy
    habit = verb.form in PRESENT and verb.first == verb.start and scene.passage.block.kind == "paragraph"
    following = scene.token(verb.end)
    habit = habit and following.key not in POSSESSIVES and following.kind != "number"
    if habit and not scene.passage.dates and not scene.names_from(verb.end) and scene.has_object(verb.end):
        return False  # it drafts agreements
    if verb.form == "third" and scene.token(verb.end).text in (",", "and", "of"):
        return False  # Launches, recalls and suits
    if verb.form == "base" and scene.token(verb.first - 1).kind == "mark":
        return False  # , nearly double the forecast
    if verb.real:
        return True
    if verb.kind == "pay" and scene.token(verb.first).key == "must":
        return True
    if verb.kind == "fold" and not scene.has(listed("unit"), verb.first - 2, verb.first):
        return False
    return verb.kind in ANNOUNCED and not scene.looks_ahead and _is_announced(scene, verb)


def _is_nobody(scene: Scene, verb: Verb) -> bool:
    """Whether nobody does it: ``None sold``, ``no suit was filed``."""
    at = verb.first - 1
    while at > verb.first - FEW and scene.token(at).kind == "word" and scene.token(at).key not in NOBODY:
        at -= 1
    aside = scene.token(at).key == "without" or scene.token(at - 1).key in ("with", "in", "at")
    return scene.token(at).key in NOBODY and (at == verb.first - 1 or not aside)


def _leaves_to(scene: Scene, verb: Verb) -> bool:
    """Whether somebody left for it: ``Roe quits to found Foo``."""
    to = verb.kind == "form" and scene.token(verb.first).key == "to"
    return to and scene.has(listed("leaves"), verb.first - 12, verb.first)


def _is_announced(scene: Scene, verb: Verb) -> bool:
    """Whether somebody has said that it will be done: ``will cut``, ``is to buy``, ``plans to close``."""
    words = [scene.token(at).key for at in range(verb.first, verb.start)]
    before = [scene.token(at).key for at in range(verb.first - BEFORE, verb.first)]
    if not DOUBT.isdisjoint(words) or not DOUBT.isdisjoint(before):
        return False
    if not FUTURE.isdisjoint(words):
        return True
    return words[:1] == ["to"] and (before[-1] in listed("decided") or before[-1] in ("is", "are", "was"))


READINGS: Final = {**THING_VERBS, **FIRM_VERBS, **TROUBLE_VERBS, **DEALS}
"""How to read each list of verbs in ``events.toml``."""
