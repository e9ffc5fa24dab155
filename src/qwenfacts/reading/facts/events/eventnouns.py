"""What nouns say that happens: a launch, an outage, a lawsuit, the formation of a unit, results."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from ....entities import Entity
from ....facts import EventKind
from ....report import Mention
from ....tokens import Phrases
from ....values import Span
from ...english.cast import is_authority
from ...english.phrases import OBLIQUE, Who, nouns
from ...spans import within
from ...wordclasses import (
    ADNOMINALS,
    ARTICLES,
    CONDITIONALS,
    FUNCTION_WORDS,
    FUTURE,
    INDEFINITES,
    MODALS,
    NEGATIONS,
    PASTS,
    POSSESSIVES,
    POTENTIALS,
)
from .scene import FISCAL, Found, Happening, Scene, by_list, is_company, is_thing, listed
from .things import has_code

__all__ = ["noun_events"]

UNREAL: Final = MODALS | CONDITIONALS | NEGATIONS
AHEAD: Final = FUTURE | {"due", "expected", "scheduled", "should"}
HELD: Final = frozenset(("launch", "formation", "takeover", "news", "trial"))
SINCE: Final = frozenset("since after from following".split())
PLAIN: Final = ("figures", "numbers")
NEAR: Final = 9
SHORT: Final = 4
FRESH: Final = frozenset(("became", "becomes", "into", "as"))
APART: Final = r"(?!(?:and|or|that|this|which|the|an?|its|to|of|is|are|was|were|has|have|had|will)\b)"
ADJACENT: Final = re.compile(rf"(?:['’]s?)?\s+(?:{APART}[a-z-]+\s+){{0,2}}")
POSSESSED: Final = re.compile(rf"['’]s?\s+(?:[\w-]+\s+){{0,3}}|\s+(?:{APART}[\w-]+\s+){{0,3}}")
DETERMINED: Final = INDEFINITES | POSSESSIVES


@cache
def _nouns() -> Phrases[str]:
    return Phrases((noun, kind) for kind in READINGS for noun in sorted(listed(kind)))


def noun_events(scene: Scene) -> Found:
    """The events that the nouns of a sentence, heading or row say."""
    yield from labelled(scene)
    yield from introduced(scene)
    nouns, tokens, behind = _nouns(), scene.page.tokens, scene.first
    for at in scene.passage.tokens_of(nouns.openings):
        found = nouns.starting(tokens, at) if at >= behind else None
        if found is None:
            continue
        kind, end = found
        if kind == "anew" and scene.passage.keys.isdisjoint(FRESH | listed("fresh")):
            behind = end
            continue
        sure = not scene.has(listed("not_yet"), at - 3, at) and scene.token(end).key not in listed("headed")
        sure = sure and POTENTIALS.isdisjoint(scene.token(one).text for one in range(end, end + SHORT + 1))
        sure = sure and not (kind in HELD and scene.has(listed("due"), end, end + 8))
        if sure and end <= scene.stop and not scene.is_quoted(at):
            yield from READINGS[kind](scene, at, end)
        behind = end


def _owner(scene: Scene, at: int, pattern: re.Pattern[str] = ADJACENT) -> Mention[Entity] | None:
    """The name before a noun: ``Foo launch``, ``Foo's long-awaited launch``."""
    offset = scene.token(at).start
    name = next((name for name in scene.before(at) if name.value.kind != "publication"), None)
    return name if name and pattern.fullmatch(scene.page.text, name.span.end, offset) else None


def _holder(scene: Scene, at: int) -> Who | None:
    """Whose something is: ``Acme's takeover``, ``its takeover``, ``the company's takeover``."""
    name = _owner(scene, at, POSSESSED)
    if name is not None and scene.token(scene.ends(name)).text == "'":
        return Who(name.value, name, scene.begins(name), scene.ends(name)) if is_company(name.value) else None
    for index in range(at - 1, max(scene.first, at - SHORT) - 1, -1):
        token = scene.token(index)
        if token.key in ("its", "their", "our"):
            told = scene.leading(index)
            told = told if told is not None and told.entity is not None and is_company(told.entity) else None
            return told or Who(scene.company, None, index, index + 1)
        if token.text == "'" and scene.token(index - 1).key in nouns("company"):
            return Who(scene.company, None, index - 1, index + 1)
        if token.kind != "word" or token.key in ARTICLES or token.key == "of":
            break
    if name is not None and is_company(name.value):
        return Who(name.value, name, scene.begins(name), scene.ends(name))
    return None


def _supposed(scene: Scene, kind: EventKind, words: range, *names: Mention[Entity] | None) -> Happening:
    """An event of nobody who is told: of the company that the sentence is about, else the report."""
    who = scene.whose if scene.passage.block.kind != "heading" else None
    subject = who.entity if who is not None and who.entity is not None else scene.company
    found = scene.happening(kind, scene.whole(subject), words, *names)
    return found._replace(sure=False)


def _launch(scene: Scene, at: int, end: int) -> Found:
    """``the launch of Foo``, ``the Foo launch``, ``Foo … since its launch``."""
    if scene.token(end).key in nouns("things") | listed("model", "product"):
        return  # Acme's debut chip
    name = scene.after(end, "of", far=SHORT) or _owner(scene, at)
    if name is None and scene.has(("its",), at - 3, at):
        name = next((other for other in scene.before(at) if is_thing(other.value)), None)
    opened = scene.token(at).key == "open"  # the open-sourcing of Foo
    if name is not None and (has_code(name.value) if opened else is_thing(name.value)):
        yield scene.happening("open_sourcing" if opened else "launch", name.value, range(at, end), name)


def _layoff(scene: Scene, at: int, end: int) -> Found:
    """``layoffs at Acme``, ``Acme's restructuring``; without a name that of the company."""
    name = scene.after(end, "at", "of", far=3) or _owner(scene, at, POSSESSED)
    if scene.token(at).key == "cuts" and not scene.has(listed("jobs"), scene.first, scene.stop):
        return  # of prices, of rates
    whose = listed("unit", "jobs", "body", "facility") | nouns("company")
    if scene.token(end).key == "of" and name is None and not scene.has(whose, end, end + SHORT + 1):
        return  # of data
    if name is not None and name.value.kind == "organisation":
        yield scene.happening("restructuring", scene.whole(name.value), range(at, end), name)
    else:
        yield _supposed(scene, "restructuring", range(at, end))


def _incident(scene: Scene, at: int, end: int) -> Found:
    """``an outage at Acme``, ``the Foo outage``, ``a fault in Foo led to a recall``."""
    name = _owner(scene, at) or scene.after(end, "at", "of", "on", "in", "against", far=6)
    if name is None and scene.token(at - 1).key in ("by", "from"):
        name = next(scene.before(at), None)
    if name is None:
        noun = scene.word(listed("fault"), scene.first, at)
        name = scene.after(noun + 1, "in", "of", "with", "at", far=4) if noun is not None else None
    if name is not None and name.value.kind == "place":
        yield scene.happening("incident", scene.concerned, range(at, end), name)._replace(sure=False)
    elif name is None and scene.has(listed("facility"), end, end + NEAR):
        yield scene.happening("incident", scene.spoken_of, range(at, end))
    elif name is not None and name.value.kind != "publication":
        recalled = scene.token(at).key == "recall" and not is_company(name.value)
        hit = scene.page.company_of(name.value) if recalled else name.value
        yield scene.happening("incident", hit, range(at, end), name)


def _case(scene: Scene, at: int, end: int) -> Found:
    """``the lawsuit against Acme``, ``an inquiry into Acme by Foo``."""
    name = scene.company_after(end, "against", "into", far=2)
    if name is not None:
        by = scene.company_after(end, "by", "from") or _owner(scene, at)
        yield scene.happening("incident", name.value, range(at, end), name, by, organisation=by)
    elif _is_headline(scene, at, end, owned=True) and scene.token(end - 1).key in listed("suit"):
        by = _owner(scene, at)
        other = by.value if by is not None and is_company(by.value) and by.value != scene.company else None
        yield scene.happening("incident", scene.company, range(at, end), by, organisation=other)
    elif scene.token(at - 1).key == "under":
        firms = (one for one in scene.before(at) if is_company(one.value) and not scene.is_oblique(one))
        hit = next(firms, None)
        if hit is not None:
            yield scene.happening("incident", hit.value, range(at, end), hit)


def _formation(scene: Scene, at: int, end: int) -> Found:
    """``the formation of Foo``, ``Foo formation``, ``since its foundation in 2022``."""
    if scene.token(at - 1).key in ("its", "their") and scene.token(at - 2).key in SINCE:
        dated = within(scene.passage.dates, scene.page.span(end - 1, min(scene.stop, end + SHORT)))
        who = _holder(scene, at)
        told = who.entity if who is not None and who.mention is not None else scene.spoken_of
        if dated and told is not None:  # not the worst week since its founding
            yield scene.happening("formation", told, range(at, end), who and who.mention)
        return
    if scene.token(at).key == "foundation":
        return
    name = scene.after(end, "of", far=1) or _owner(scene, at)
    if name is not None and is_company(name.value):
        firms = (other.value for other in scene.before(at) if other.value.kind == "organisation")
        by = next((firm for firm in firms if firm != name.value), None)
        yield scene.happening("formation", name.value, range(at, end), name, organisation=by)


def _new(scene: Scene, at: int, end: int) -> Found:
    """``the newly released Foo dataset``, ``Foo, a newly created unit``."""
    name = scene.name_at(end)
    if scene.token(end - 1).key in listed("founded"):
        near = [other for other in scene.before(at) if at - scene.ends(other) <= NEAR]
        name = name or next((other for other in reversed(near) if other.value == near[0].value), None)
        if name is not None and is_company(name.value):
            yield scene.happening("formation", name.value, range(at, end), name)
    elif name is not None and name.value.kind == "dataset":
        yield scene.happening("open_sourcing", name.value, range(at, end), name)
    elif name is not None and name.value.kind in ("product", "platform"):
        yield scene.happening("launch", name.value, range(at, end), name)


def _phrase(scene: Scene, at: int) -> int:
    """The article before a noun, or a token not far before it."""
    back = range(at, max(scene.first, at - SHORT), -1)
    return next((one for one in back if scene.token(one).key in ADNOMINALS), max(scene.first, at - SHORT))


def _anew(scene: Scene, at: int, end: int) -> Found:
    """``a new unit, Foo, led by Roe``, ``Foo, a wholly owned subsidiary``: not ``a new unit of Foo``."""
    first = _phrase(scene, at)
    titled = scene.token(end).key in ("called", "named", "dubbed")
    became = titled and scene.token(first - 1).key in FRESH
    if not became and not scene.has(listed("fresh"), first, at):
        return
    called = titled or scene.token(end).text == ","
    name = scene.name_at(end + 1) if called else None
    if name is None and scene.token(first).key in DETERMINED and scene.token(first - 1).text == ",":
        name = scene.name_to(first - 2)
    if name is not None and not name.value.known and name.value.kind != "person":
        told = scene.company if name.value != scene.company else None
        yield scene.happening("formation", name.value, range(at, end), name, organisation=told)


def introduced(scene: Scene) -> Found:
    """``a Foo Office headed by Roe``, ``its new Foo Lab``: a body that has never been named before."""
    bodies = listed("unit", "body", "internal")
    for name in scene.passage.names:
        if name.value.known or " " not in name.text or name.text.rpartition(" ")[2].casefold() not in bodies:
            continue
        behind = scene.token(scene.ends(name)).key
        if scene.is_modifier(name) and not (behind in PASTS or behind.endswith(("ed", "ing", "s"))):
            continue  # a Foo Group note
        at = scene.begins(name) - 1
        while scene.token(at).text.islower() and scene.token(at).key not in FUNCTION_WORDS:
            at -= 1
        new = scene.token(at).key in POSSESSIVES and scene.has(listed("fresh"), at, scene.begins(name))
        unreal = scene.has(UNREAL | listed("not_yet", "decided"), at - NEAR, at)
        unreal = unreal and not scene.has(listed("leaves"), at - NEAR, at)
        if (new or scene.token(at).key in ("a", "an")) and not unreal and name.value != scene.company:
            words = range(at, scene.ends(name))
            yield scene.happening("formation", name.value, words, name, organisation=scene.company)


def _sale(scene: Scene, at: int, end: int) -> Found:
    """``the sale of Foo to Bar``, ``the sale of Acme's unit to Bar``."""
    name, to = scene.name_at(end + 1), scene.company_after(end, "to")
    if scene.token(end).key != "of" or name is None or to is None:
        return
    if is_company(name.value) and not scene.is_modifier(name):
        owned = scene.token(scene.ends(name)).text == "'"
        who, other = (name, to) if owned else (to, name)
        yield scene.happening("other", who.value, range(at, end), name, to, organisation=other)


def _fault(scene: Scene, at: int, end: int) -> Found:
    """``An expired certificate silenced Foo``: a fault that does something to a thing."""
    for verb in range(end, min(end + SHORT, scene.stop)):
        key = scene.token(verb).key
        if key in PASTS or (key.endswith("ed") and scene.token(verb + 1).key not in OBLIQUE):
            name = scene.name_at(verb + 1)
            if name is not None and (is_company(name.value) or is_thing(name.value)):
                yield scene.happening("incident", name.value, range(at, end), name)
            return


def _ban(scene: Scene, at: int, end: int) -> Found:
    """``the August US ban on exports``: of who rules, where its time is told."""
    name = _owner(scene, at)
    dated = within(scene.passage.dates, scene.page.span(max(scene.first, at - SHORT), at))
    if dated and name is not None and (name.value.kind == "place" or is_authority(name.value)):
        yield scene.happening("other", name.value, range(at, end), name)


def _takeover(scene: Scene, at: int, end: int) -> Found:
    """``Acme's acquisition of Foo``, ``its takeover of Foo``, ``the takeover of Foo by Acme``."""
    other = scene.after(end, "of", far=1)
    who = _holder(scene, at)
    by = scene.after(end, "by") if who is None else None
    subject = who.entity if who is not None else by.value if by is not None else scene.company
    if subject is not None and other and scene.is_bought(other.value) and is_company(subject):
        names = (who.mention if who is not None else by, other)
        if subject != other.value:
            found = scene.happening("other", subject, range(at, end), *names, organisation=other)
            yield found._replace(sure=names[0] is not None)


def _listing(scene: Scene, at: int, end: int) -> Found:
    """``its Hong Kong listing``, ``the flotation of Acme``."""
    of = scene.company_after(end, "of", "by", far=1)
    who = _holder(scene, at)
    if of is not None:
        yield scene.happening("other", of.value, range(at, end), of)
    elif who is not None and who.entity is not None:
        yield scene.happening("other", who.entity, range(at, end), who.mention)
    elif _is_headline(scene, at, end, owned=True):
        yield scene.happening("other", scene.company, range(at, end))._replace(sure=False)


def _round(scene: Scene, at: int, end: int) -> Found:
    """``a round led by Foo``: of the company named last, else of the one that the report is about."""
    name = scene.company_after(end, "by", far=NEAR) if scene.has(("led",), end, end + NEAR) else None
    if name is not None:
        firms = [one for one in scene.before(at) if is_company(one.value) and not scene.is_oblique(one)]
        who = firms[0] if firms else None
        subject = who.value if who else scene.company
        found = scene.happening("other", subject, range(at, end), who, name, organisation=name)
        yield found._replace(sure=who is not None)


def _news(scene: Scene, at: int, end: int) -> Found:
    """``Acme's deal with Foo``; in a row or heading ``Foo deal`` will do."""
    owner = _owner(scene, at, POSSESSED)
    who = owner if owner is not None and is_company(owner.value) else None
    other = scene.company_after(end, "with", far=1)
    if other is not None and (who is not None or _opens(scene, at)):
        subject = who.value if who else scene.company
        if subject != other.value:
            yield scene.happening("other", subject, range(at, end), who, other, organisation=other)
    elif _is_headline(scene, at, end, owned=who is not None):
        subject = who.value if who else scene.company
        told = scene.company if subject != scene.company else None
        bought = scene.token(end - 1).key in ("deal", "purchase", "acquisition", "takeover")
        if scene.passage.block.kind == "table_row" and told is not None and bought:
            subject, told = scene.company, subject  # a row that names the other side alone
        found = scene.happening("other", subject, range(at, end), who, organisation=told)
        yield found._replace(sure=who is not None)


def _is_headline(scene: Scene, at: int, end: int, *, owned: bool) -> bool:
    """Whether a row or heading is about a deal: ``Oslo audiobook deal``; not ``Orders grow``."""
    kind = scene.passage.block.kind
    plural = scene.token(at).key.startswith("order")
    return (kind == "table_row" or (kind == "heading" and end == scene.stop)) and (owned or not plural)


def _opens(scene: Scene, at: int) -> bool:
    """Whether the phrase of a noun opens a clause: ``…, and a three-year deal``."""
    start = _phrase(scene, at)
    if scene.token(start).key not in ("a", "an"):
        return False
    return start == scene.first or scene.token(start - 1).key in (",", "and", ";")


def _opening(scene: Scene, at: int, end: int) -> Found:
    """``the opening of a plant in Oslo``: of the thing that it is called, or of who is spoken of."""
    if scene.token(end).key != "of":
        return
    named = scene.name_at(end + 1)
    noun = scene.word(listed("facility"), end, end + NEAR)
    if noun is None:
        return
    place = scene.after(noun, "in", "near", "at", "outside", far=SHORT)
    if named is not None and not named.value.known:
        yield scene.happening("availability", named.value, range(at, end), named)
    elif place is not None:
        yield scene.happening("availability", scene.spoken_of, range(at, end), place, platform=place.value)


def labelled(scene: Scene) -> Found:
    """``Bought: Foo, a router maker``, ``Layoffs: 120 recruiters``: what the label of a line says."""
    if ":" not in scene.passage.keys:
        return
    colon = scene.word(":", scene.first, scene.first + SHORT) or 0
    told = [scene.token(at).key for at in range(scene.first, colon)]
    if scene.passage.block.kind not in ("paragraph", "list_item") or not told:
        return
    words = range(scene.first, colon)
    if not listed("label_deal").isdisjoint(told):
        firms = [name for name in scene.names_from(colon + 1, 4 * NEAR) if is_company(name.value)]
        others = [firm for firm in firms if firm.value != scene.company]
        bought = not listed("label_bought").isdisjoint(told)
        who = None if bought else next((firm for firm in firms if not scene.is_oblique(firm)), None)
        subject = who.value if who is not None else scene.company
        other = next((firm for firm in others if firm.value != subject), None)
        if others:
            found = scene.happening("other", subject, words, who, other, organisation=other)
            yield found._replace(sure=False)
    elif not listed("incident", "attack").isdisjoint(told):
        hit = next((one for one in scene.names_from(colon + 1, NEAR) if not scene.is_oblique(one)), None)
        if hit is not None and (is_thing(hit.value) or is_company(hit.value)):
            yield scene.happening("incident", hit.value, words, hit)
    elif not listed("label_cut").isdisjoint(told) and scene.has(listed("jobs"), colon, scene.stop):
        yield _supposed(scene, "restructuring", words)


def _results(scene: Scene, at: int, end: int) -> Found:
    """``Acme's third-quarter results``, ``Q3 earnings``, ``figures for Q3``, ``Results arrived``."""
    if scene.has(AHEAD, end, end + 8) or scene.token(at).key in ("profit", "loss", "quarter"):
        return
    start, stop = scene.token(at).start, scene.token(end - 1).end
    near = within(scene.passage.dates, Span(max(0, start - 40), max(1, start)))
    label = [date for date in near if date.span.end >= start - 20 and date.value.precision in FISCAL]
    if scene.token(end).key in ("for", "of"):
        following = within(scene.passage.dates, Span(stop, stop + 20))
        label += [date for date in following if date.value.precision in FISCAL]
    arrived = at - scene.first <= 1 and scene.token(end).key in listed("arrived")
    arrived = arrived or _is_told_on(scene, at, end)
    paper = scene.token(at).key == "report"
    quarterly = not {scene.token(at - 1).key, scene.token(at).key}.isdisjoint(listed("quarterly"))
    if not arrived and not label and (scene.token(at).key in PLAIN or paper or not quarterly):
        return
    who = _holder(scene, at)
    if who is not None and who.entity is not None and who.entity.kind == "organisation":
        yield scene.happening("earnings", who.entity, range(at, end), who.mention)
    else:
        yield _supposed(scene, "earnings", range(at, end))


def _is_told_on(scene: Scene, at: int, end: int) -> bool:
    """Whether results are of a day, or published: ``earnings on Tuesday``, ``figures, published on``."""
    if scene.has(("will", "to"), at - SHORT, at):
        return False
    if scene.token(at).key in ("results", "earnings") and scene.token(end).key == "on":
        day = scene.token(end + 1).start
        return any(date.span.start == day for date in scene.passage.dates)
    behind = [scene.token(index).key for index in range(end, end + SHORT + 1)]
    return scene.token(end).text == "," and not listed("published").isdisjoint(behind)


READINGS: Final = {
    **by_list(_launch, _layoff, _incident, _case, _formation, _results, _takeover, _sale),
    **by_list(_fault, _ban, _listing, _new, _anew, _round, _news, _opening),
    "attack": _incident,
}
"""How to read each list of nouns in ``events.toml`` that say an event by themselves."""
