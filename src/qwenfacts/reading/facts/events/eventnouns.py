"""What nouns say that happens: a launch, an outage, a lawsuit, the formation of a unit, results."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Final

from ....entities import Entity
from ....facts import EventKind
from ....report import Mention
from ....tokens import Phrases
from ....values import Span
from ...spans import within
from .scene import Happening, Scene, is_company, is_thing, listed

__all__ = ["FISCAL", "noun_events"]

FISCAL: Final = frozenset(("quarter", "fiscal_quarter", "fiscal_year", "half", "year"))
NOT_YET: Final = frozenset(
    "no without possible potential planned further future expected rumoured rumored any fear fears risk"
    " upcoming pending avoid threatened proposed not deny denies denied plan plans planning considers delay"
    " delays delayed postpone postpones postponed cancel cancels cancelled"
    " considering weighs weighing mulls mulling wants seeks seeking seek rules ruled expect expects".split()
)
LATER: Final = frozenset(
    "event partner partners price customer customers date day window call calls season forecast estimates"
    " per growth".split()
)
QUARTERLY: Final = frozenset(
    "record quarterly annual full-year half-year fiscal interim year quarter".split()
)
AHEAD: Final = frozenset("due will expected scheduled should".split())
HELD: Final = frozenset(("launch", "formation", "takeover", "news", "trial"))
DUE: Final = frozenset("due expected scheduled planned slated pencilled".split())
PLAIN: Final = ("figures", "numbers")
NEAR: Final = 9
SHORT: Final = 4
FOUNDED: Final = frozenset("created formed founded established".split())
POSSESSED: Final = re.compile(r"(?:['’]s?)?\s+(?:[\w-]+\s+){0,3}")
ADJACENT: Final = re.compile(
    r"(?:['’]s?)?\s+(?:(?!(?:and|or|that|this|which|the|an?|its|to|of)\b)[a-z-]+\s+){0,2}"
)
Found = Iterator[Happening]


@cache
def _nouns() -> Phrases[str]:
    return Phrases((noun, kind) for kind in READINGS for noun in sorted(listed(kind)))


def noun_events(scene: Scene) -> Found:
    """The events that the nouns of a sentence, heading or row say."""
    nouns, tokens, at = _nouns(), scene.page.tokens, scene.first
    openings = nouns.openings()
    while at < scene.stop:
        found = nouns.starting(tokens, at) if tokens[at].key in openings else None
        if found is None:
            at += 1
            continue
        kind, end = found
        sure = not scene.has(NOT_YET, at - 3, at) and scene.token(end).key not in LATER
        sure = sure and not (kind in HELD and scene.has(DUE, end, end + 8))
        if sure and end <= scene.stop and not scene.is_quoted(at):
            yield from READINGS[kind](scene, at, end)
        at = end


def _happening(
    scene: Scene,
    kind: EventKind,
    subject: Entity,
    words: range,
    *names: Mention[Entity] | None,
    **told: object,
) -> Happening:
    return scene.happening(kind, subject, words.start, words, *names, **told)


def _owner(scene: Scene, at: int, pattern: re.Pattern[str] = ADJACENT) -> Mention[Entity] | None:
    """The name before a noun: ``Foo launch``, ``Foo's long-awaited launch``."""
    offset = scene.token(at).start
    name = next((name for name in scene.before(at) if name.value.kind != "publication"), None)
    return name if name and pattern.fullmatch(scene.page.text, name.span.end, offset) else None


def _launch(scene: Scene, at: int, end: int) -> Found:
    """``the launch of Foo``, ``the Foo launch``, ``Foo … since its launch``."""
    name = scene.after(end, "of", far=1) or _owner(scene, at)
    if name is None and scene.has(("its",), at - 3, at):
        name = next((other for other in scene.before(at) if is_thing(other.value)), None)
    if name is not None and is_thing(name.value):
        yield _happening(scene, "launch", name.value, range(at, end), name)


def _layoff(scene: Scene, at: int, end: int) -> Found:
    """``layoffs at Acme``, ``Acme's restructuring``; without a name that of the company."""
    name = scene.after(end, "at", "of", far=3) or _owner(scene, at)
    if name is not None and name.value.kind == "organisation":
        part = scene.company in scene.page.owners(name.value)
        subject = scene.company if part else name.value
        yield _happening(scene, "restructuring", subject, range(at, end), name)
    else:
        yield _happening(scene, "restructuring", scene.company, range(at, end))


def _incident(scene: Scene, at: int, end: int) -> Found:
    """``an outage at Acme``, ``the Foo outage``, ``an outage that took Foo offline``."""
    name = _owner(scene, at) or scene.after(end, "at", "of", "on", "in", far=6)
    if name is None:
        name = next((other for other in scene.names_from(end, 9) if not scene.is_oblique(other)), None)
    if name is None and scene.has(("by", "from"), at - 3, at):
        name = next(scene.before(at), None)
    if name is not None and name.value.kind not in ("publication", "place"):
        yield _happening(scene, "incident", name.value, range(at, end), name)


def _attack(scene: Scene, at: int, end: int) -> Found:
    """``the Foo attack``, ``an attack on Foo``."""
    name, hit = _owner(scene, at), scene.company_after(end, "on", "against", far=2)
    if name is not None and (name.value.kind == "incident" or not name.value.known):
        yield _happening(scene, "incident", name.value, range(at, end), name)
    elif hit is not None:
        yield _happening(scene, "incident", hit.value, range(at, end), hit)


def _case(scene: Scene, at: int, end: int) -> Found:
    """``the lawsuit against Acme``, ``an inquiry into Acme by Foo``."""
    name = scene.company_after(end, "against", "into", far=2)
    if name is not None:
        by = scene.company_after(end, "by", "from") or _owner(scene, at)
        yield _happening(
            scene, "incident", name.value, range(at, end), name, by, organisation=by and by.value
        )
    elif scene.token(at - 1).key == "under":
        hit = next(
            (one for one in scene.before(at) if is_company(one.value) and not scene.is_oblique(one)), None
        )
        if hit is not None:
            yield _happening(scene, "incident", hit.value, range(at, end), hit)


def _formation(scene: Scene, at: int, end: int) -> Found:
    """``the formation of Foo``, ``Foo formation``."""
    name = scene.after(end, "of", far=1) or _owner(scene, at)
    if name is not None and is_company(name.value):
        firms = (other.value for other in scene.before(at) if other.value.kind == "organisation")
        by = next((firm for firm in firms if firm != name.value), None)
        yield _happening(scene, "formation", name.value, range(at, end), name, organisation=by)


def _new(scene: Scene, at: int, end: int) -> Found:
    """``the newly released Foo dataset``, ``Foo, a newly created unit``."""
    name = scene.name_at(end)
    if scene.token(end - 1).key in FOUNDED:
        near = [other for other in scene.before(at) if at - scene.ends(other) <= NEAR]
        name = name or next((other for other in reversed(near) if other.value == near[0].value), None)
        if name is not None and is_company(name.value):
            yield _happening(scene, "formation", name.value, range(at, end), name)
    elif name is not None and name.value.kind == "dataset":
        yield _happening(scene, "open_sourcing", name.value, range(at, end), name)
    elif name is not None and name.value.kind in ("product", "platform"):
        yield _happening(scene, "launch", name.value, range(at, end), name)


def _takeover(scene: Scene, at: int, end: int) -> Found:
    """``Acme's acquisition of Foo``, ``the takeover of Foo by Acme``."""
    other = scene.after(end, "of", far=1)
    who = _owner(scene, at) or scene.after(end, "by")
    if who and other and is_company(who.value):
        yield _happening(scene, "other", who.value, range(at, end), who, other, organisation=other.value)


def _round(scene: Scene, at: int, end: int) -> Found:
    """``a round led by Foo``: of the company named last, else of the one that the report is about."""
    name = scene.company_after(end, "by", far=6) if scene.has(("led",), end, end + 6) else None
    if name is not None:
        firms = [one for one in scene.before(at) if is_company(one.value) and not scene.is_oblique(one)]
        who = firms[0] if firms else None
        subject = who.value if who else scene.company
        yield _happening(scene, "other", subject, range(at, end), who, name, organisation=name.value)


def _news(scene: Scene, at: int, end: int) -> Found:
    """``Acme's deal with Foo``; in a row or heading ``Foo deal`` will do."""
    owner = _owner(scene, at, POSSESSED)
    who = owner if owner is not None and is_company(owner.value) else None
    other = scene.company_after(end, "with", far=1)
    if other is not None and (who is not None or _opens(scene, at)):
        subject = who.value if who else scene.company
        if subject != other.value:
            yield _happening(scene, "other", subject, range(at, end), who, other, organisation=other.value)
    elif _is_headline(scene, at, end, owned=who is not None):
        subject = who.value if who else scene.company
        told = scene.company if subject != scene.company else None
        yield _happening(scene, "other", subject, range(at, end), who, organisation=told)


def _is_headline(scene: Scene, at: int, end: int, *, owned: bool) -> bool:
    """Whether a row or heading is about a deal: ``Oslo audiobook deal``; not ``Orders grow``."""
    kind = scene.passage.block.kind
    plural = scene.token(at).key.startswith("order")
    return (kind == "table_row" or (kind == "heading" and end == scene.stop)) and (owned or not plural)


def _opens(scene: Scene, at: int) -> bool:
    """Whether the phrase of a noun opens a clause: ``…, and a three-year deal``."""
    start = at
    while (
        start > scene.first and at - start < SHORT and scene.token(start).key not in ("a", "an", "the", "its")
    ):
        start -= 1
    if scene.token(start).key not in ("a", "an"):
        return False
    return start == scene.first or scene.token(start - 1).key in (",", "and", ";")


def _pricing(scene: Scene, at: int, end: int) -> Found:
    """``the price rise of May``: of the thing that it names, else of the company."""
    name = _owner(scene, at, POSSESSED)
    if name is not None and is_thing(name.value):
        yield _happening(scene, "other", name.value, range(at, end), name, organisation=scene.company)
    else:
        yield _happening(scene, "other", scene.company, range(at, end))


def _trial(scene: Scene, at: int, end: int) -> Found:
    """``a crash test by Foo``."""
    name = scene.company_after(end, "by", far=1)
    if name is not None:
        yield _happening(scene, "other", name.value, range(at, end), name)


def _closure(scene: Scene, at: int, end: int) -> Found:
    """``the closure of the Oslo office``."""
    if scene.token(end).key == "of" and scene.has(listed("facility"), end, end + NEAR):
        yield _happening(scene, "restructuring", scene.company, range(at, end))


def _results(scene: Scene, at: int, end: int) -> Found:
    """``Acme's third-quarter results``, ``Q3 earnings``, ``figures for Q3``."""
    if scene.has(AHEAD, end, end + 8) or scene.token(at).key in ("profit", "loss", "quarter"):
        return
    start, stop = scene.token(at).start, scene.token(end - 1).end
    near = within(scene.passage.dates, Span(max(0, start - 40), start))
    label = [date for date in near if date.span.end >= start - 20 and date.value.precision in FISCAL]
    if scene.token(end).key == "for":
        following = within(scene.passage.dates, Span(stop, stop + 13))
        label += [date for date in following if date.value.precision in FISCAL]
    if not label and (
        scene.token(at).key in PLAIN or {scene.token(at - 1).key, scene.token(at).key}.isdisjoint(QUARTERLY)
    ):
        return
    owner = _owner(scene, at, POSSESSED)
    if owner is not None and owner.value.kind == "organisation":
        yield _happening(scene, "earnings", owner.value, range(at, end), owner)
    else:
        yield _happening(scene, "earnings", scene.company, range(at, end))


READINGS: Final[dict[str, Callable[[Scene, int, int], Found]]] = {
    "launch": _launch,
    "layoff": _layoff,
    "incident": _incident,
    "attack": _attack,
    "case": _case,
    "formation": _formation,
    "results": _results,
    "takeover": _takeover,
    "new": _new,
    "round": _round,
    "news": _news,
    "pricing": _pricing,
    "trial": _trial,
    "closure": _closure,
}
"""How to read each list of nouns in ``events.toml`` that say an event by themselves."""
