"""What verbs say that happens: launched, opened, reported, laid off, sued, founded."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from ....entities import Entity
from ....report import Mention
from ...english.clauses import last_before
from ...english.phrases import Who, nouns
from ...english.verbs import Verb
from .deals import DEALS, Found, company_of, happening
from .dearer import PRICES
from .scene import MODELS, THINGS, Scene, is_company, is_thing, listed

__all__ = ["verb_events"]

TARGETS: Final = ("against", "into", "on", "at", "of", "over")
PARTING: Final = ("merg", "combin", "consolidat", "split", "spin", "spun", "carv")
HIT: Final = frozenset(
    "face faces faced facing suffer suffers suffered receive received settle settled settles".split()
)
LEAVES: Final = frozenset("left leaves leaving quit quits resigned resigns departed departs".split())
FISCAL: Final = frozenset(("quarter", "fiscal_quarter", "fiscal_year", "half"))
NEAR: Final = 4
REACH: Final = 12
GONE: Final = ("learn", "lose", "lost", "losing", "go", "went")
COURTS: Final = frozenset("court tribunal arbitration courts".split())
NOBODY: Final = frozenset(("nobody", "none", "neither"))
FIRM: Final = frozenset(("company", "firm", "group"))


def verb_events(scene: Scene) -> Found:
    """The events that the verbs of a sentence say; of several readings of one verb the first that fits."""
    done = -1
    for verb in scene.verbs("events"):
        nobody = scene.token(verb.first - 1).key in NOBODY
        if verb.start != done and not nobody and (verb.real or _leaves_to(scene, verb)):
            for event in READINGS[verb.kind](scene, verb):
                done = verb.start
                yield event


def _leaves_to(scene: Scene, verb: Verb) -> bool:
    """Whether somebody left for it: ``Roe quits to found Foo``."""
    to = verb.kind == "form" and scene.token(verb.first).key == "to"
    return to and scene.has(LEAVES, verb.first - 12, verb.first)


# -- things ------------------------------------------------------------------------------------


def _launch(scene: Scene, verb: Verb) -> Found:
    """``Acme launched Foo``, ``Foo was launched by Acme``, ``Foo launched in beta``."""
    who = scene.doer(verb)
    name = None if verb.passive else scene.behind(verb.end, ("of",), _is_new)
    if name is not None:
        code = scene.noun(verb.end, ("code", "source", "lots"), scene.begins(name) - verb.end)
        for one in scene.joined(None if code else name):
            if one.value.kind == "dataset":
                yield happening(
                    scene, verb, "open_sourcing", one.value, who, one, organisation=company_of(who)
                )
            elif is_thing(one.value):
                maker = company_of(who) if who and who.entity != one.value else None
                yield happening(scene, verb, "launch", one.value, who, one, organisation=maker)
    elif who and who.entity and is_thing(who.entity) and who.entity.kind != "organisation":
        by = next(scene.agents(verb), None)
        if verb.passive or scene.token(verb.end).key not in ("a", "an", "its", "the", "new"):
            yield happening(scene, verb, "launch", who.entity, who, by, organisation=by and by.value)


def _is_new(entity: Entity) -> bool:
    return is_thing(entity) or entity.kind in MODELS or entity.kind == "dataset"


def _has_code(entity: Entity) -> bool:
    """Whether its source can be opened, where that is no release of a model."""
    return entity.kind == "benchmark" or (_is_new(entity) and entity.kind not in MODELS)


def _add(scene: Scene, verb: Verb) -> Found:
    """``Acme added Foo, a filter``: what is new is told what it is; not ``added Roe to its board``."""
    name = None if verb.passive else scene.name_at(verb.end)
    who = scene.doer(verb)
    if name is not None and _is_explained(scene, name) and is_thing(name.value) and company_of(who):
        yield happening(scene, verb, "launch", name.value, who, name, organisation=company_of(who))


def _come(scene: Scene, verb: Verb) -> Found:
    """``A day later came Foo, a processor``: the verb before its subject."""
    name = scene.name_at(verb.end)
    if name is not None and _is_explained(scene, name) and is_thing(name.value):
        yield happening(scene, verb, "launch", name.value, name)


def _is_explained(scene: Scene, name: Mention[Entity]) -> bool:
    """Whether a name is called a thing right behind it: ``Foo, a filter that``."""
    end = scene.ends(name)
    if scene.token(end).text != "," or scene.token(end + 1).key not in ("a", "an", "its", "the"):
        return False
    return scene.noun(end + 2, nouns("things") | listed("code"), NEAR) is not None


def _arrive(scene: Scene, verb: Verb) -> Found:
    """``Foo goes on sale``."""
    who, live = scene.doer(verb), scene.token(verb.end - 1).key == "live"
    if who and who.entity and is_thing(who.entity) and (who.entity.kind in THINGS or not live):
        yield happening(scene, verb, "launch", who.entity, who)


def _leave(scene: Scene, verb: Verb) -> Found:
    """``Foo left the plant``, ``the first Foo rolled off the line``."""
    who = scene.doer(verb)
    thing = who.entity if who else None
    if thing and thing.kind in THINGS and scene.noun(verb.end, listed("line")) is not None:
        yield happening(scene, verb, "launch", thing, who)


def _available(scene: Scene, verb: Verb) -> Found:
    """``Foo became available on Bar``, ``Foo expanded to India``."""
    who = scene.doer(verb)
    place = scene.after(verb.end - 1, "on", "in", "via", "through", "to", "across")
    told = (
        place
        or scene.token(verb.end - 1).key == "available"
        or scene.noun(verb.end, listed("markets"), NEAR) is not None
    )
    if told and who and who.entity and is_thing(who.entity):
        yield happening(scene, verb, "availability", who.entity, who, place, platform=place and place.value)


def _open(scene: Scene, verb: Verb) -> Found:
    """``Acme opened a plant in Oslo``, ``the Oslo plant opened``."""
    noun = None if verb.passive else scene.noun(verb.end, listed("facility"))
    if noun is not None:
        who, place = scene.doer(verb), scene.after(noun, "in", "near", "at", "outside")
        named = scene.behind(verb.end, accepts=is_thing)
        sites = list(scene.joined(named or place))
        if len(sites) > 1 and not named and scene.token(scene.begins(sites[-1]) - 1).text == ",":
            del sites[1:]  # in Lyon, France
        for one in sites:
            yield happening(scene, verb, "availability", one.value, who, one, organisation=company_of(who))
        return
    within = [name for name in scene.before(verb.first) if _is_site(name.value)]
    sites = [name for name in within if not scene.is_oblique(name)]
    if any(
        listed("facility") & {scene.token(scene.ends(site) + step).key for step in (0, 1)} for site in sites
    ):
        for site in sites:
            yield happening(scene, verb, "availability", site.value, site)
    elif verb.passive:
        by = next(scene.agents(verb), None)
        for site in within[:1]:
            if scene.token(scene.begins(site) - 2).key in listed("facility"):
                yield happening(
                    scene, verb, "availability", site.value, site, by, organisation=by and by.value
                )


def _is_site(entity: Entity) -> bool:
    return entity.kind == "place" or is_thing(entity)


def _open_source(scene: Scene, verb: Verb) -> Found:
    """``Acme open-sourced Foo``, a thing that is no model."""
    who = scene.doer(verb)
    if verb.passive:
        if who and who.entity and _has_code(who.entity):
            yield happening(scene, verb, "open_sourcing", who.entity, who)
        return
    for one in scene.joined(scene.behind(verb.end, ("of", "for", "behind"), _has_code)):
        yield happening(scene, verb, "open_sourcing", one.value, who, one, organisation=company_of(who))


# -- companies ---------------------------------------------------------------------------------


def _report(scene: Scene, verb: Verb) -> Found:
    """``Acme reported results for the third quarter``; code and data are published as well."""
    who = scene.doer(verb)
    told = who is not None and [scene.token(who.first - step).key for step in (2, 1)] == ["on", "which"]
    fiscal = told and any(date.value.precision in FISCAL for date in scene.passage.dates)
    if (
        (company := company_of(who))
        and not verb.passive
        and (fiscal or scene.noun(verb.end, listed("results")))
    ):
        yield happening(scene, verb, "earnings", company, who)
    elif company and not verb.passive and scene.noun(verb.end, listed("incident")) is not None:
        yield happening(scene, verb, "incident", company, who)
    elif scene.noun(verb.end, listed("code")) is not None:
        yield from _open_source(scene, verb)


def _swing(scene: Scene, verb: Verb) -> Found:
    """``Acme swung to a loss``."""
    who = scene.doer(verb)
    lost = scene.token(verb.end - 1).key != "to" or scene.noun(verb.end, ("loss", "profit"), NEAR) is not None
    if lost and (company := company_of(who)):
        yield happening(scene, verb, "earnings", company, who)


def _restructure(scene: Scene, verb: Verb) -> Found:
    """``Acme laid off 300 people``, ``300 people were laid off at Acme``."""
    who, place = scene.doer(verb), scene.company_after(verb.end, "at", far=4)
    company = _worked_at(who) or (place.value if place else scene.company)
    yield happening(scene, verb, "restructuring", company, who, place)


def _worked_at(who: Who | None) -> Entity | None:
    """Who has staff and can be taken to court: a company, or a platform that goes by its own name."""
    platform = who is not None and who.entity is not None and who.entity.kind == "platform"
    return who.entity if who is not None and platform else company_of(who)


def _cut(scene: Scene, verb: Verb) -> Found:
    """``Acme cut 300 jobs``, ``300 employees learned that their jobs are going``."""
    who, word = scene.doer(verb), scene.token(verb.start).key
    last = scene.token(who.end - 1).key if who else ""
    if word.startswith(GONE):
        fits = last in listed("jobs") and scene.has(listed("posts"), verb.end, verb.end + 12)
    elif verb.passive:
        fits = last in listed("jobs")
    elif word.startswith("let"):
        fits = (
            scene.has(("go",), verb.end, verb.end + NEAR) and scene.noun(verb.end, listed("jobs")) is not None
        )
    else:
        lost = "facility" if word.startswith(("clos", "shut", "mothball")) else "jobs"
        fits = scene.noun(verb.end, listed(lost)) is not None
    if fits and who:
        yield happening(scene, verb, "restructuring", company_of(who) or scene.company, who)


def _fold(scene: Scene, verb: Verb) -> Found:
    """``Acme merged Foo into Bar``."""
    who, into = scene.doer(verb), scene.after(verb.end, "into", "under", far=8)
    unit = scene.has(("into",), verb.end, verb.end + 8) and scene.has(listed("unit"), verb.end, verb.end + 12)
    parted = _is_parting(scene, verb) and scene.noun(verb.end, listed("unit")) is not None
    if who and (into or unit or parted):
        company = None if verb.passive else company_of(who)
        yield happening(scene, verb, "restructuring", company or scene.company, who, into)


def _is_parting(scene: Scene, verb: Verb) -> bool:
    """Whether units are merged or split, rather than moved."""
    return scene.token(verb.start).key.startswith(PARTING)


def _sue(scene: Scene, verb: Verb) -> Found:
    """``Foo sued Acme``, ``Acme was fined by Bar``."""
    who = scene.doer(verb)
    if verb.passive:
        if hit := company_of(who):
            by = next(scene.agents(verb), None)
            yield happening(scene, verb, "incident", hit, who, by, organisation=by and by.value)
    elif who and (name := scene.behind(verb.end, ("of",))) is not None:
        yield happening(scene, verb, "incident", name.value, who, name, organisation=who.entity)


def _bring(scene: Scene, verb: Verb) -> Found:
    """``Foo opened an inquiry into Acme``, ``Acme faces a lawsuit``."""
    noun = scene.noun(verb.end, listed("case"))
    if noun is None:
        settled = scene.token(verb.start).key.startswith("settle") and scene.token(verb.end).key == "with"
        if settled and (hit := company_of(scene.doer(verb))):
            by = scene.company_after(verb.end, "with")
            yield happening(scene, verb, "incident", hit, scene.doer(verb), by, organisation=by and by.value)
        return
    who, name = scene.doer(verb), scene.company_after(noun, *TARGETS)
    if name is not None:
        yield happening(scene, verb, "incident", name.value, who, name, organisation=who and who.entity)
    elif any(_is_firm(scene, at) for at in range(noun, noun + 16)):
        yield happening(scene, verb, "incident", scene.company, who, organisation=who and who.entity)
    elif (thing := _into_thing(scene, noun)) is not None:
        yield happening(scene, verb, "incident", thing, who, organisation=who and who.entity)
    elif scene.token(verb.start).key in HIT and (hit := company_of(who)):
        by = scene.company_after(noun, "by", "from", "with")
        yield happening(scene, verb, "incident", hit, who, by, organisation=by and by.value)


def _into_thing(scene: Scene, at: int) -> Entity | None:
    """``an inquiry into the app``: the platform or product that was named last."""
    words = [scene.token(at + step).key for step in range(1, 4)]
    if words[0] not in TARGETS or words[1] != "the" or words[2] not in nouns("things"):
        return None
    earlier = last_before(scene.page.names, scene.token(at).start)
    return next((name.value for name in earlier if name.value.kind in THINGS), None)


def _lose(scene: Scene, verb: Verb) -> Found:
    """``Acme lost its appeal``, ``Foo was handed a fine of $3 million``."""
    told = scene.noun(verb.end, listed("trial_case" if not verb.passive else "case")) is not None
    if told and (hit := _worked_at(scene.doer(verb))):
        yield happening(scene, verb, "incident", hit, scene.doer(verb))


def _is_firm(scene: Scene, at: int) -> bool:
    """Whether ``against the company`` stands at a token."""
    words = [scene.token(at + step).key for step in range(3)]
    return words[0] in TARGETS and words[1] == "the" and words[2] in FIRM


def _recall(scene: Scene, verb: Verb) -> Found:
    """``Acme recalled 300 Foos``."""
    who = scene.doer(verb)
    if (company := company_of(who)) and not verb.passive:
        yield happening(scene, verb, "incident", company, who)


def _compel(scene: Scene, verb: Verb) -> Found:
    """``a court ordered Acme to pay``, ``Foo took Acme to court``, ``Acme was ordered by Foo to pay``."""
    who = scene.doer(verb)
    if verb.passive:
        hit = company_of(who)
        if hit and scene.has(("to",), verb.end, verb.end + REACH):
            by = next(scene.agents(verb), None)
            yield happening(scene, verb, "incident", hit, who, by, organisation=by and by.value)
        return
    name = scene.name_at(verb.end)
    if name is None or not is_company(name.value):
        return
    end, taken = scene.ends(name), scene.token(verb.start).key.startswith(("t", "ha", "dr"))
    if scene.has(("to", "into", "before"), end, end + 1) and (
        not taken or scene.has(COURTS, end, end + NEAR)
    ):
        yield happening(scene, verb, "incident", name.value, who, name, organisation=company_of(who))


def _steal(scene: Scene, verb: Verb) -> Found:
    """``thieves stole data from Acme``."""
    name = scene.company_after(verb.end, "from")
    if name is not None:
        yield happening(scene, verb, "incident", name.value, name)


def _fail(scene: Scene, verb: Verb) -> Found:
    """``Foo went offline``, ``Foo was down for three hours``."""
    who = scene.doer(verb)
    if who and who.entity and (is_thing(who.entity) or is_company(who.entity)):
        yield happening(scene, verb, "incident", who.entity, who)


def _strike(scene: Scene, verb: Verb) -> Found:
    """``workers at Acme walked out``, ``the staff struck``."""
    for at in range(max(scene.first, verb.first - REACH), verb.first):
        if scene.token(at).key in listed("crowd") and scene.noun(verb.end, listed("deal")) is None:
            name = scene.company_after(at, "at", "of", far=3)
            hit = name.value if name else scene.company
            yield happening(scene, verb, "incident", hit, name)
            return


def _form(scene: Scene, verb: Verb) -> Found:
    """``Acme created Foo``, ``Foo was founded by Acme``; not ``Roe, who founded Foo``."""
    who = scene.doer(verb)
    if scene.token(verb.first - 1).key == "who":
        return
    if verb.passive or verb.form == "participle":
        if hit := company_of(who):
            by = next(scene.agents(verb), None)
            yield happening(scene, verb, "formation", hit, who, by, organisation=by and by.value)
        return
    unit = scene.noun(verb.end, listed("unit")) is not None
    name = scene.behind(
        verb.end, accepts=lambda one: is_company(one) or (unit and not one.known and is_thing(one))
    )
    if name is not None and (who is None or name.value != who.entity):
        yield happening(scene, verb, "formation", name.value, who, name, organisation=company_of(who))


READINGS: Final[dict[str, Callable[[Scene, Verb], Found]]] = {
    "launch": _launch,
    "leave": _leave,
    "arrive": _arrive,
    "add": _add,
    "come": _come,
    "available": _available,
    "open": _open,
    "open_source": _open_source,
    "report": _report,
    "restructure": _restructure,
    "cut": _cut,
    "fold": _fold,
    "sue": _sue,
    "bring": _bring,
    "lose": _lose,
    "recall": _recall,
    "compel": _compel,
    "steal": _steal,
    "fail": _fail,
    "strike": _strike,
    "swing": _swing,
    "form": _form,
    **DEALS,
    **PRICES,
}
"""How to read each list of verbs in ``events.toml``."""
