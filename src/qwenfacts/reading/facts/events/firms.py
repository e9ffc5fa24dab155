"""What verbs say of companies: reported, laid off, closed, merged units, founded."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from ....entities import Entity
from ....report import Mention
from ...english.phrases import Who
from ...english.posts import post_before
from ...english.verbs import Verb
from ...spans import within
from ...wordclasses import RELATIVES
from .deals import Found, company_of, happening
from .scene import FISCAL, Scene, is_company, is_person, is_thing, listed
from .things import open_source

__all__ = ["FIRM_VERBS", "worked_at"]

CLOSES: Final = ("clos", "shut", "mothball")
SPLIT: Final = ("split", "divid", "separat", "carv", "break", "broke")
SPUN: Final = ("spin", "spun", "carv", "hiv")
PARTING: Final = ("merg", "combin", "consolidat", "split", "spin", "spun", "carv")
PERIODS: Final = FISCAL - {"year"}
GONE: Final = ("learn", "lose", "lost", "losing", "go", "went", "gone", "disappear", "vanish")
GOING: Final = frozenset("go goes going eliminated cut axed lost disappear redundant".split())
NAMING: Final = frozenset("as called named dubbed christened".split())
NAME: Final = frozenset("name names banner".split())
QUARTERLY: Final = frozenset("quarterly quarter half interim earnings year".split())
NEAR: Final = 9
REACH: Final = 12


# -- results -----------------------------------------------------------------------------------


def _report(scene: Scene, verb: Verb) -> Found:
    """``Acme reported results for the third quarter``; code and data are published as well."""
    who = scene.doer(verb)
    company = None if verb.passive else scene.company if _is_officer(scene, who) else company_of(who)
    dated = any(date.value.precision in PERIODS for date in scene.passage.dates)
    sold = dated and scene.noun(verb.end, listed("sales")) is not None
    told = who is not None and [scene.token(who.first - step).key for step in (2, 1)] == ["on", "which"]
    fiscal = told and dated
    alone = scene.token(verb.start).key == "reported" and _is_dated(scene, verb.end)
    if company and (fiscal or alone or sold or _has_results(scene, verb.end)):
        yield happening(scene, verb, "earnings", company, who)
    elif company and scene.noun(verb.end, listed("incident")) is not None:
        yield happening(scene, verb, "incident", company, who)
    elif scene.noun(verb.end, listed("code")) is not None:
        yield from open_source(scene, verb)


def _has_results(scene: Scene, at: int) -> bool:
    """Whether results are an object: ``its figures``, ``a quarterly report``; no other report."""
    noun = scene.noun(at, listed("results"))
    if noun is None or scene.token(noun).key not in ("report", "accounts"):
        return noun is not None
    return scene.has(QUARTERLY, at, noun)


def _is_dated(scene: Scene, at: int) -> bool:
    """Whether only a day follows: ``reported on Tuesday``."""
    at += scene.token(at).key in ("on", "earlier", "last")
    day = scene.token(at).start
    return any(date.span.start == day and date.value.precision == "day" for date in scene.passage.dates)


# -- people and units --------------------------------------------------------------------------


def worked_at(who: Who | None) -> Entity | None:
    """Who has staff and can be taken to court: a company, or a platform that goes by its own name."""
    if who is not None and who.entity is not None and who.entity.kind == "platform":
        return who.entity
    return company_of(who)


def _employer(scene: Scene, verb: Verb, who: Who | None) -> tuple[Entity, Mention[Entity] | None]:
    """Whose staff or unit it is: who does it, ``at Acme``, ``Acme staff``, else the sentence's company.

    Of a company that cuts jobs ``in`` or ``at`` a unit of its own, that unit.
    """
    company = None if verb.passive else worked_at(who)
    place = scene.company_after(verb.end, "at", "in", far=FAR)
    if company is not None:
        return (place.value, place) if place is not None else (company, None)
    place = place or scene.company_after(verb.end, "of", far=FAR) or next(scene.agents(verb), None)
    if place is None or not is_company(place.value):
        near = (name for name in scene.before(verb.first) if not is_person(name))
        place = next((name for name in near if is_company(name.value)), None)
    if place is None and (spoken := scene.whose) is not None:
        place = spoken.mention
    return (place.value, place) if place is not None else (worked_at(who) or scene.company, None)


FAR: Final = 8


def _restructure(scene: Scene, verb: Verb) -> Found:
    """``Acme laid off 300 people``, ``300 people were laid off at Acme``."""
    who = scene.doer(verb)
    at = scene.token(verb.end - 1).key in ("down", "up") and (
        who is None or who.entity is None or not verb.passive
    )
    told = listed("facility", "unit", "jobs", "body")
    named = any(name for name in scene.names_from(verb.end, NEAR) if is_company(name.value))
    if at and not named and not scene.has(told, verb.first - NEAR, verb.end + NEAR):
        return  # turbines that are shut down
    company, place = _employer(scene, verb, who)
    yield happening(scene, verb, "restructuring", company, who, place)


def _cut(scene: Scene, verb: Verb) -> Found:
    """``Acme cut 300 jobs``, ``300 employees learned that their jobs are going``, ``300 posts go``."""
    who, word = scene.doer(verb), scene.token(verb.start).key
    if who is not None and who.noun in listed("incident", "attack", "fault"):
        if scene.noun(verb.end, listed("facility")) is not None:
            yield happening(scene, verb, "incident", scene.company, who)
        return
    last = scene.token(who.end - 1).key if who else ""
    staff = last in listed("jobs") or scene.has(listed("jobs"), verb.first - REACH, verb.first)
    if word.startswith(GONE):
        going = scene.has(listed("posts"), verb.end, verb.end + REACH)
        bare = not scene.has_object(verb.end) and scene.token(verb.end).key not in ("to", "into", "on")
        posts = bool(listed("posts") & {last}) and bare
        learned = going and (not word.startswith("learn") or scene.has(GOING, verb.end, verb.end + REACH))
        fits = (staff and learned) or (posts and not word.startswith("learn"))
    elif verb.passive:
        fits = staff or (word.startswith(CLOSES) and _is_site(scene, verb))
    elif word.startswith("let"):
        fits = scene.has(("go",), verb.end, verb.end + NEAR) and (
            scene.noun(verb.end, listed("jobs")) is not None
        )
    else:
        lost = listed("facility" if word.startswith(CLOSES) else "jobs")
        fits = scene.noun(verb.end, lost) is not None
        if not fits and not scene.has_object(verb.end) and scene.token(verb.end - 1).key.startswith("clos"):
            fits = _is_site(scene, verb)
    if fits:
        company, place = _employer(scene, verb, who)
        yield happening(scene, verb, "restructuring", company, who, place)


def _is_site(scene: Scene, verb: Verb) -> bool:
    """Whether it is a site that closes: ``the plant in Reno closed``."""
    words = [scene.token(at) for at in range(verb.first - FAR, verb.first)]
    return any(word.key in listed("facility") and word.text.islower() for word in words)


def _fold(scene: Scene, verb: Verb) -> Found:
    """``Acme merged Foo into Bar``, ``the units were combined``, ``Acme split Foo into Bar and Baz``."""
    who, into = scene.doer(verb), scene.after(verb.end, "into", "under", far=FAR)
    at = scene.word(("into",), verb.end, verb.end + REACH)
    unit = at is not None and scene.has(listed("unit"), at, at + FAR)
    word = scene.token(verb.start).key
    parted = word.startswith(PARTING) and (
        scene.noun(verb.end, listed("unit")) is not None
        or (verb.passive and scene.has(listed("unit"), verb.first - NEAR, verb.first))
    )
    if who is None or not (into or unit or parted) or scene.token(verb.first - 1).key in RELATIVES:
        return  # a new office, which merges three teams
    moved = _moved(scene, verb, who, at)
    company = (None if verb.passive or who.mention in moved else company_of(who)) or scene.company
    called = _named_anew(scene, verb)
    new = [called] if called is not None else []
    if word.startswith(SPLIT) and into is not None:
        new += [one for one in scene.joined(into) if not one.value.known]
    if who.entity and verb.passive and word.startswith(SPUN) and called is None and who.mention is not None:
        new.append(who.mention)
    for one in new:
        yield happening(scene, verb, "formation", one.value, who, one, organisation=company)
    if called is None or unit:
        alone = len(moved) == 1 and scene.token(verb.first).key not in ("are", "were")
        subject = moved[0].value if alone else company
        whole = company if alone and is_thing(subject) else None
        yield happening(scene, verb, "restructuring", subject, who, into, organisation=whole)


def _moved(scene: Scene, verb: Verb, who: Who, stop: int | None) -> list[Mention[Entity]]:
    """The named units that are merged, moved or split."""

    def movable(entity: Entity) -> bool:
        return entity != scene.company and (is_company(entity) or is_thing(entity))

    if verb.passive or not scene.has_object(verb.end):
        names = scene.joined(who.mention, verb.first)
    else:
        names = scene.joined(scene.behind(verb.end, ("of",), movable), stop)
    return [one for one in names if movable(one.value)]


# -- what is founded ---------------------------------------------------------------------------


def _form(scene: Scene, verb: Verb) -> Found:
    """``Acme created Foo``, ``a unit, Foo, that Acme set up``; not ``Roe, who founded Foo``."""
    who = scene.doer(verb)
    begun = scene.token(verb.start).key.startswith(("start", "launch"))
    if scene.token(verb.first - 1).key == "who" or (begun and scene.token(verb.first).key != "to"):
        return  # to start Foo, a firm; not started Foo
    called = _named_anew(scene, verb)
    if called is not None and is_thing(called.value):
        by = next(scene.agents(verb), None) if verb.passive else None
        founder = by.value if by else scene.company if verb.passive else company_of(who)
        yield happening(scene, verb, "formation", called.value, called, by, organisation=founder)
        return
    unit = verb.passive or scene.noun(verb.end, listed("unit", "body")) is not None
    for one in scene.affected(
        verb, who, lambda entity: is_company(entity) or (unit and not entity.known and is_thing(entity)), ()
    ):
        own = who is not None and who.entity == one.value
        by = next((agent for agent in scene.agents(verb) if not is_person(agent)), None) if own else None
        founder = by.value if by else None if own else company_of(who)
        founder = scene.company if not own and _is_officer(scene, who) else founder
        left = scene.leading(verb.first) if scene.token(verb.first).key == "to" else None
        head = left.entity if left is not None and left.entity and left.entity.kind == "person" else None
        if not (own and _is_background(scene, verb)):
            told = {"organisation": founder, "head": head}
            yield happening(scene, verb, "formation", one.value, who, one, by, **told)


def _is_officer(scene: Scene, who: Who | None) -> bool:
    """Whether somebody speaks for the company: ``finance chief Jane Roe reported``."""
    if who is None or who.mention is None or who.mention.value.kind != "person":
        return False
    return post_before(scene.page, scene.begins(who.mention), scene.first) is not None


def _is_background(scene: Scene, verb: Verb) -> bool:
    """Whether a participle only tells where a company comes from: ``Foo, founded by physicists, sells``."""
    behind = scene.page.span(verb.end - 1, min(scene.stop, verb.end + REACH))
    bare = verb.first == verb.start and scene.token(verb.first - 1).text == ","
    return bare and not within(scene.passage.dates, behind)


def _named_anew(scene: Scene, verb: Verb) -> Mention[Entity] | None:
    """The name that a unit is given: ``was spun off as Foo``, ``spun off under the name of Foo``."""
    for at in range(verb.end, min(scene.stop, verb.end + 2 * REACH)):
        token = scene.token(at)
        if token.text in (";", ".", ":"):
            return None
        if token.key in NAMING or token.key in NAME:
            name = scene.name_at(at + 1 + (scene.token(at + 1).key in ("of", "the")))
            if name is not None and not name.value.known and name.value.kind != "person":
                return name
    return None


FIRM_VERBS: Final[dict[str, Callable[[Scene, Verb], Found]]] = {
    "report": _report,
    "restructure": _restructure,
    "cut": _cut,
    "fold": _fold,
    "form": _form,
}
"""How to read each list of verbs of companies in ``events.toml``."""
