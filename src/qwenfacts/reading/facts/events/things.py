"""What verbs say of things: launched, put on sale, opened, made available, open-sourced."""

from __future__ import annotations

from typing import Final

from ....entities import Entity
from ....facts import EventKind
from ....report import Mention
from ...english.phrases import Who, nouns
from ...english.stretches import covering
from ...english.verbs import Verb
from ...wordclasses import APPOSITIVES, BE, FUTURE, INDEFINITES, NEGATIONS
from .scene import MODELS, THINGS, Found, Scene, by_list, is_person, is_thing, listed

__all__ = ["THING_VERBS", "has_code", "open_source", "presented"]

FEW: Final = 4
NEAR: Final = 9
FAR: Final = 12
MARKS: Final = frozenset((",", ":", "(", "—", "–", "-"))
OPENING: Final = MARKS | BE
STAGED: Final = frozenset(("in", "now", "on", ":", "("))
"""What leads to the word for a stage."""
FRESH: Final = frozenset(("new", "newest", "opening"))
WHERE: Final = ("in", "near", "at", "outside")
ONTO: Final = ("on", "in", "via", "through", "to", "across", "for", "at", "near")


# -- launches ----------------------------------------------------------------------------------


def _launch(scene: Scene, verb: Verb) -> Found:
    """``Acme launched Foo``, ``Foo was launched by Acme``, ``Foo, a phone launched in beta``."""
    who = scene.doer(verb)
    told = [one for one in scene.affected(verb, who, _is_new) if not _is_part(scene, verb, one)]
    for one in told:
        yield from _launched(scene, verb, who, one)
    fronted = scene.name_at(scene.first + 1) if scene.token(scene.first).key == "with" and not told else None
    if (
        fronted is not None
        and is_thing(fronted.value)
        and not is_person(fronted)
        and scene.noun(verb.end, nouns("things")) is not None
    ):
        yield from _launched(scene, verb, who, fronted)  # With Foo, Acme launched its first agent


def _is_part(scene: Scene, verb: Verb, name: Mention[Entity]) -> bool:
    """Whether only a part or a lot of a thing is launched: ``released the code of Foo``."""
    return scene.noun(verb.end, ("code", "source", "lots"), scene.begins(name) - verb.end) is not None


def _launched(scene: Scene, verb: Verb, who: Who | None, one: Mention[Entity]) -> Found:
    own = who is not None and who.entity == one.value
    by = next(scene.agents(verb), None) if own else None
    maker = by.value if by else None if own else scene.firm_of(who)
    parts = (who, one, by)
    licence = scene.word(("under",), verb.end, verb.end + 2 * FAR)
    opened = licence is not None and scene.has(listed("licences"), licence, licence + FEW + 1)
    if one.value.kind == "dataset" or (opened and has_code(one.value)):
        yield scene.happening("open_sourcing", one.value, verb, *parts, organisation=maker)
    elif scene.is_body(one):
        yield scene.happening("formation", one.value, verb, *parts, organisation=maker)
    elif _is_launched(one.value) and (
        not own or verb.passive or verb.first == scene.first or scene.is_called_thing(one) or scene.stages
    ):
        yield scene.happening("launch", one.value, verb, *parts, organisation=maker)


def _is_launched(entity: Entity) -> bool:
    """Whether it can be launched: a thing, also an exam for chatbots."""
    return is_thing(entity) or (entity.kind == "benchmark" and not entity.known)


def _is_new(entity: Entity) -> bool:
    return _is_launched(entity) or entity.kind in MODELS or entity.kind == "dataset"


def _promote(scene: Scene, verb: Verb) -> Found:
    """``Acme put Foo into public preview``, ``Foo moved to general availability``."""
    reached = [at for _, at, _ in scene.stages if at > verb.end and scene.token(at - 1).key in ("to", "into")]
    who = scene.doer(verb)
    for one in scene.affected(verb, who, is_thing) if reached else ():
        yield from _launched(scene, verb, who, one)


def _announce(scene: Scene, verb: Verb) -> Found:
    """``Acme announced Foo, a chip``: only what is known to be a thing, or told to be one; or a flaw."""
    who = scene.doer(verb)
    name = None if verb.passive else scene.name_at(verb.end)
    if name is not None and scene.described.calls(name.value, listed("fault", "incident", "attack")):
        yield scene.happening("incident", name.value, verb, name)
        return
    for one in scene.affected(verb, who, is_thing):
        own = who is not None and who.entity == one.value and not verb.passive
        if scene.is_called_thing(one) and not own:
            yield from _launched(scene, verb, who, one)


def _add(scene: Scene, verb: Verb) -> Found:
    """``Acme added Foo, a filter``: what is new is told what it is; not ``added Roe to its board``."""
    name = None if verb.passive else scene.name_at(verb.end)
    who = scene.doer(verb)
    firm = scene.firm_of(who)
    if name is not None and firm is not None and _is_explained(scene, name) and is_thing(name.value):
        maker = scene.page.company_of(firm)
        yield scene.happening("launch", name.value, verb, who, name, organisation=maker)


def _come(scene: Scene, verb: Verb) -> Found:
    """``A day later came Foo, a processor``: the verb before its subject."""
    name = scene.name_at(verb.end)
    for one in scene.joined(name if name is not None and _is_explained(scene, name) else None):
        if is_thing(one.value):
            yield scene.happening("launch", one.value, verb, one)


def presented(scene: Scene) -> Found:
    """What is presented without a verb of launching.

    ``Also on show: Foo, a tool``; ``Foo: in preview``; ``Foo, its new exam``; ``Its new product is Foo``.
    """
    names = scene.passage.names
    colon = scene.word(":", scene.first, scene.first + FAR) if names else None
    told = [scene.token(at).key for at in range(scene.first, colon)] if colon is not None else []
    if colon is not None and not listed("shown").isdisjoint(told):
        for one in scene.joined(scene.name_at(colon + 1)):
            if is_thing(one.value) and scene.is_called_thing(one):
                yield scene.happening("launch", one.value, range(scene.first, colon + 1), one)
        return
    start = scene.first + (scene.token(scene.first).kind == "mark")
    if colon is not None and scene.name_at(start) is None:
        start = colon + 1
    at, thing = _staged(scene, start) if scene.stages else (start, None)
    thing = thing or (_fresh(scene, start) if names else None)
    fits = thing is not None and _is_launched(thing.value) and not thing.value.known
    if thing is not None and fits and thing.value != scene.company:
        end = scene.stages[0][2] if scene.stages else at
        place = scene.place_after(end, "on", "in") if end > at else None
        kind: EventKind = "launch" if place is None else "availability"
        yield scene.happening(kind, thing.value, range(at, at + 1), thing, platform=place)


def _staged(scene: Scene, start: int) -> tuple[int, Mention[Entity] | None]:
    """What is at a stage: ``Foo: in preview``, ``Foo is in beta``, ``General availability since May``."""
    _, at, _ = scene.stages[0]
    if not scene.passage.keys.isdisjoint(FUTURE | NEGATIONS | listed("model")):
        return at, None
    if at == start:
        return at, scene.described.leader
    name = scene.name_at(start)
    opens = name is not None and scene.token(scene.ends(name)).key in OPENING
    led = scene.token(at - 1).key in STAGED or scene.stages[0][0] == "general"
    return at, name if opens and led else None


def _fresh(scene: Scene, start: int) -> Mention[Entity] | None:
    """What a sentence calls new: ``Foo, the company's new exam``, ``The unit's opening product is Foo``."""
    at = scene.word(FRESH, start, start + FAR)
    noun = scene.noun(at + 1, nouns("things") | listed("product"), FEW) if at is not None else None
    if at is None or noun is None:
        return None
    if scene.token(noun + 1).key in BE:
        return scene.name_at(noun + 2)
    name = scene.name_at(start)
    apposed = name is not None and scene.token(scene.ends(name)).text in MARKS
    opens = start <= scene.first + 1 and at - scene.ends(name) <= FEW + 1 if name is not None else False
    return name if apposed and opens else None


def _is_explained(scene: Scene, name: Mention[Entity]) -> bool:
    """Whether a name is called a thing right behind it: ``Foo, a filter that``."""
    end = scene.ends(name)
    if scene.token(end).text != "," or scene.token(end + 1).key not in APPOSITIVES:
        return False
    return scene.described.calls(name.value, nouns("things") | listed("code", "model", "product"))


def _arrive(scene: Scene, verb: Verb) -> Found:
    """``Foo goes on sale``; a site that opens its doors is available."""
    who, live = scene.doer(verb), scene.token(verb.end - 1).key == "live"
    named = who.mention if who is not None else None
    if named is not None and is_person(named) and not scene.is_called_thing(named):
        return  # Roe arrives as finance chief
    reached = scene.token(verb.end - 1).key in listed("reaching")
    if reached and scene.place_after(verb.end, "in", "on", "to"):
        yield from _available(scene, verb)
    elif who and who.entity and is_thing(who.entity) and (who.entity.kind in THINGS or not live):
        for one in scene.joined(who.mention, verb.first):
            yield scene.happening("launch", one.value, verb, who)


# -- where it can be had -----------------------------------------------------------------------


def _available(scene: Scene, verb: Verb) -> Found:
    """``Foo became available on Bar``, ``Foo expanded to India``, ``Acme extended Foo to Bar``."""
    who = scene.doer(verb)
    place = _place(scene, verb.end - 1)
    there = place is not None or scene.token(verb.end - 1).key == "available"
    told = there or scene.noun(verb.end, listed("markets"), NEAR) is not None
    if told and who and who.entity and is_thing(who.entity):
        yield scene.happening("availability", who.entity, verb, who, place, platform=place)


def _spread(scene: Scene, verb: Verb) -> Found:
    """``Acme made Foo available in India``, ``Acme extended Foo to Bar``: what it had before."""
    who, made = scene.doer(verb), scene.token(verb.start).key.startswith(("mak", "made"))
    place = scene.place_after(verb.end, "to", "in", "across", "on", far=FAR)
    for one in scene.affected(verb, who, is_thing) if place or made else ():
        other = who is not None and who.entity != one.value
        there = place is None or scene.begins(place) > scene.ends(one)
        if other and there and (made or scene.is_called_thing(one)):
            told = {"organisation": scene.firm_of(who), "platform": place}
            yield scene.happening("availability", one.value, verb, who, one, place, **told)


def _place(scene: Scene, at: int) -> Mention[Entity] | None:
    """Where a thing can be had: the name behind a preposition, else a place: ``at a site near Oslo``."""
    place = scene.after(at, *ONTO)
    if place is None or place.value.kind in ("person", "model", "model_family"):
        return next((name for name in scene.names_from(at, FAR) if name.value.kind == "place"), None)
    return place


def _start_up(scene: Scene, verb: Verb) -> Found:
    """``Foo went into operation in Oslo``, ``Foo, a robot, started work at a plant near Oslo``."""
    who = scene.doer(verb)
    thing = who.entity if who is not None and not verb.passive else None
    named = who.mention if who is not None else None
    if thing and (thing.kind in THINGS or (is_thing(thing) and named and scene.is_called_thing(named))):
        place = _place(scene, verb.end)
        yield scene.happening("availability", thing, verb, who, place, platform=place)
    else:
        yield from _opened(scene, verb)


def _open(scene: Scene, verb: Verb) -> Found:
    """``Acme opened a plant in Oslo``, ``the Oslo plant opened``."""
    noun = None if verb.passive else scene.noun(verb.end, listed("facility"))
    inside = noun is not None and covering(scene.passage.names, scene.token(noun).start)
    who = scene.doer(verb)
    if noun is None or (inside and inside.value.known):  # opened Foo to Bar Studio customers
        for one in () if verb.passive else scene.affected(verb, who, is_thing):
            if who is not None and who.entity != one.value and scene.is_called_thing(one):
                yield from _launched(scene, verb, who, one)  # a tool that Acme switched on
        yield from _opened(scene, verb)
        return
    place = scene.after(noun, *WHERE)
    named = scene.behind(verb.end, accepts=is_thing)
    places = [] if named else _places(scene, place)
    lone = scene.token(verb.end).key in INDEFINITES if place is None else len(places) == 1
    if named is None and lone:  # a site without a name is its opener's
        opener = scene.firm_of(who) or (who and who.mention and who.entity) or scene.spoken_of
        yield scene.happening("availability", opener, verb, who, place, platform=place)
        return
    told = {"platform": place if named else None, "organisation": scene.firm_of(who)}
    for one in scene.joined(named) if named else places:
        yield scene.happening("availability", one.value, verb, who, one, **told)


def _opened(scene: Scene, verb: Verb) -> Found:
    """``The Oslo plant opened``, ``Acme's plant in Oslo went into operation``."""
    by = next(scene.agents(verb), None)
    who = scene.doer(verb)
    if who is not None and who.mention is not None and scene.is_site(who.mention):
        place = scene.after(scene.ends(who.mention), *WHERE, far=verb.first - scene.ends(who.mention))
        place = place if place is not None and place.value.kind == "place" else None
        told = {"organisation": by, "platform": place}
        yield scene.happening("availability", who.mention.value, verb, who, by, **told)
        return
    thing = who is not None and who.mention is not None and scene.is_called_thing(who.mention)
    if thing and scene.place_after(verb.end, "in", "to", "across"):
        yield from _available(scene, verb)  # Foo opened in Japan
        return
    for noun in range(verb.first - 1, max(scene.first, verb.first - FAR) - 1, -1):
        if scene.token(noun).key not in listed("facility"):
            continue
        before = scene.name_to(noun - 1) or scene.name_to(noun - 2)
        place = scene.after(noun, *WHERE, far=verb.first - noun)
        sites = _places(scene, place, verb.first)
        if before is not None and (before.value.kind == "place" or (is_thing(before.value) and not sites)):
            near = (one for one in scene.before(scene.begins(before)) if scene.joins(one, before))
            sites = [*list(near)[:1], before]  # the Oslo and Bergen plants
        near = (one for one in scene.before(verb.first) if one not in sites and scene.begins(one) > noun)
        sites += [one for one in near if one.value.kind == "place" and not scene.is_inside(one)]
        if before not in sites and scene.has(("a", "an"), noun - FEW, noun) and len(sites) == 1:
            opener = by.value if by is not None else scene.spoken_of
            yield scene.happening("availability", opener, verb, sites[0], by, platform=sites[0])
            return
        for one in sites:
            yield scene.happening("availability", one.value, verb, one, by, organisation=by)
        return


def _places(scene: Scene, place: Mention[Entity] | None, stop: int | None = None) -> list[Mention[Entity]]:
    """A place with those that are joined to it; ``Lyon, France`` is one."""
    places = list(scene.joined(place, stop))
    one = len(places) > 1 and scene.token(scene.begins(places[-1]) - 1).text == ","
    return places[:1] if one else places


# -- code and data -----------------------------------------------------------------------------


def has_code(entity: Entity) -> bool:
    """Whether its source can be opened, where that is no release of a model."""
    return entity.kind == "benchmark" or (_is_new(entity) and entity.kind not in MODELS)


def open_source(scene: Scene, verb: Verb) -> Found:
    """``Acme open-sourced Foo``, a thing that is no model; ``Acme put the code of Foo on Bar``."""
    who = scene.doer(verb)
    if verb.kind == "put_code" and (verb.passive or scene.noun(verb.end, listed("code")) is None):
        return
    place = scene.after(verb.end, "on", "via", "through")
    where = place.value if place is not None and place.value.kind == "platform" else None
    if verb.passive:
        if who and who.entity and has_code(who.entity):
            yield scene.happening("open_sourcing", who.entity, verb, who, platform=where)
        return
    for one in scene.joined(scene.behind(verb.end, ("of", "for", "behind"), has_code)):
        if has_code(one.value) and not (who is not None and who.entity == one.value):
            told = {"organisation": scene.firm_of(who), "platform": where}
            yield scene.happening("open_sourcing", one.value, verb, who, one, **told)


THING_VERBS: Final = {
    **by_list(_launch, _announce, _promote, _arrive, _add, _come, _available, _spread, _open, open_source),
    **by_list(_start_up),
    "put_code": open_source,
}
"""How to read each list of verbs of things in ``events.toml``."""
