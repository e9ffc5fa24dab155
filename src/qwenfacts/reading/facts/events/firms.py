"""What verbs say of companies: results, jobs, units, what they found; money, prices and ratings."""

from __future__ import annotations

from typing import Final

from ....entities import Entity
from ....report import Mention
from ...english.phrases import Who
from ...english.posts import post_before
from ...english.verbs import Verb
from ...spans import within
from ...wordclasses import RELATIVES
from ...wording import in_all_forms
from .deals import MILLION, company_of, deal, is_sum, sum_behind
from .scene import FISCAL, THINGS, Found, Scene, by_list, is_company, is_person, is_thing, listed
from .things import open_source

__all__ = ["FIRM_VERBS", "worked_at"]

CLOSES: Final = ("clos", "shut", "mothball")
SPLIT: Final = ("split", "divid", "separat", "carv", "break", "broke")
SPUN: Final = ("spin", "spun", "carv", "hiv")
PARTING: Final = ("merg", "combin", "consolidat", "split", "spin", "spun", "carv")
PERIODS: Final = FISCAL - {"year"}
GONE: Final = ("learn", "lose", "lost", "losing", "go", "went", "gone", "fall", "fell", "disappear", "vanish")
RAISES: Final = in_all_forms("raise buy/bought")
COLLECTS: Final = in_all_forms("borrow attract collect raise earmark invest commit/committed pledge pour")
"""Verbs with which a company gets money."""
TAKES: Final = in_all_forms("take/took/taken pull rake")
"""Verbs with which it gets money, or earns it."""
RAISED: Final = ("rais", "invest", "inject", "commit", "pledg", "borrow", "collect", "plac", "issu", "put")
HELD: Final = ("rais", "increas", "lift", "doubl", "cut", "reduc", "trim", "sold", "sell", "buil", "offload")
RATED: Final = ("upgrade", "downgrade")
BIGGEST: Final = 100_000
"""Nothing that is sold one by one costs so much; what rises to more are sales."""
NEAR: Final = 9
FAR: Final = 8
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
    day = scene.token(verb.end + (scene.token(verb.end).key in ("on", "earlier", "last"))).start
    days = (date for date in scene.passage.dates if date.value.precision == "day")
    alone = scene.token(verb.start).key == "reported" and any(date.span.start == day for date in days)
    if company and (fiscal or alone or sold or _has_results(scene, verb.end)):
        yield scene.happening("earnings", company, verb, who)
    elif company and scene.noun(verb.end, listed("incident")) is not None:
        yield scene.happening("incident", company, verb, who)
    elif scene.noun(verb.end, listed("code")) is not None:
        yield from open_source(scene, verb)


def _has_results(scene: Scene, at: int) -> bool:
    """Whether results are an object: ``its figures``, ``a quarterly report``; no other report."""
    noun = scene.noun(at, listed("results"))
    if noun is None or scene.token(noun).key not in ("report", "accounts"):
        return noun is not None
    return scene.has(listed("reported_for"), at, noun)


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


def _restructure(scene: Scene, verb: Verb) -> Found:
    """``Acme laid off 300 people``, ``300 people were laid off at Acme``."""
    who = scene.doer(verb)
    nobody = who is None or who.entity is None or not verb.passive
    at = nobody and scene.token(verb.end - 1).key in ("down", "up")
    told = listed("facility", "unit", "jobs", "body")
    named = any(name for name in scene.names_from(verb.end, NEAR) if is_company(name.value))
    if at and not named and not scene.has(told, verb.first - NEAR, verb.end + NEAR):
        return  # turbines that are shut down
    company, place = _employer(scene, verb, who)
    yield scene.happening("restructuring", company, verb, who, place)


def _cut(scene: Scene, verb: Verb) -> Found:
    """``Acme cut 300 jobs``, ``300 employees learned that their jobs are going``, ``300 posts go``."""
    who, word = scene.doer(verb), scene.token(verb.start).key
    if who is not None and who.noun in listed("incident", "attack", "fault"):
        if scene.noun(verb.end, listed("facility")) is not None:
            yield scene.happening("incident", scene.company, verb, who)
        return
    last = scene.token(who.end - 1).key if who else ""
    staff = last in listed("jobs") or scene.has(listed("jobs"), verb.first - REACH, verb.first)
    if word.startswith(GONE):
        going = scene.has(listed("posts"), verb.end, verb.end + REACH)
        bare = not scene.has_object(verb.end) and scene.token(verb.end).key not in ("to", "into", "on")
        if word.startswith("learn"):
            fits = staff and going and scene.has(listed("going"), verb.end, verb.end + REACH)
        else:
            fits = (staff and going) or (last in listed("posts") and bare)
    elif verb.passive:
        fits = staff or (word.startswith(CLOSES) and _is_site(scene, verb))
    elif scene.token(verb.end - 1).key == "notice":
        fits = last in listed("jobs")
    elif word.startswith("let"):
        go = scene.has(("go",), verb.start, verb.end + NEAR)
        fits = go and scene.noun(verb.end, listed("jobs")) is not None
    else:
        lost = listed("facility" if word.startswith(CLOSES) else "jobs")
        fits = scene.noun(verb.end, lost) is not None
        if not fits and not scene.has_object(verb.end) and scene.token(verb.end - 1).key.startswith("clos"):
            fits = _is_site(scene, verb)
    if fits:
        company, place = _employer(scene, verb, who)
        yield scene.happening("restructuring", company, verb, who, place)


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
    if not (into or unit or parted) or scene.token(verb.first - 1).key in RELATIVES:
        return  # a new office, which merges three teams
    moved = _moved(scene, verb, who, at)
    if word.startswith("mov") and not (unit or parted or any(map(scene.is_body, moved))):
        return  # Foo moves into Bar: a thing that can be had there
    company = (None if verb.passive or (who and who.mention in moved) else company_of(who)) or scene.company
    called = _named_anew(scene, verb)
    new = [called] if called is not None else []
    if word.startswith(SPLIT) and into is not None:
        new += [one for one in scene.joined(into) if not one.value.known]
    if verb.passive and word.startswith(SPUN) and called is None and who and who.entity and who.mention:
        new.append(who.mention)
    for one in new:
        merged = called is not None and not word.startswith(SPLIT)
        parts = tuple(part.value for part in moved) if merged else ()
        found = scene.happening("formation", one.value, verb, who, one, organisation=company)
        yield found._replace(parts=parts)
    if called is None or unit:
        acted = not verb.passive and company_of(who) == company and not word.startswith(SPLIT)
        acted = acted and bool(moved) and not scene.is_oblique(moved[0])  # who folds its unit is restructured
        alone = len(moved) == 1 and not acted and scene.token(verb.first).key not in ("are", "were")
        subject = moved[0].value if alone else company
        whole = company if alone and is_thing(subject) else None
        yield scene.happening("restructuring", subject, verb, who, into, organisation=whole)


def _moved(scene: Scene, verb: Verb, who: Who | None, stop: int | None) -> list[Mention[Entity]]:
    """The named units that are merged, moved or split."""

    def movable(entity: Entity) -> bool:
        return entity != scene.company and (is_company(entity) or is_thing(entity))

    if verb.passive or not scene.has_object(verb.end):
        names = scene.joined(who.mention if who else None, verb.first)
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
        yield scene.happening("formation", called.value, verb, called, by, organisation=founder)
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
            yield scene.happening("formation", one.value, verb, who, one, by, **told)


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
        if token.key in listed("naming") or token.key in listed("by_name"):
            name = scene.name_at(at + 1 + (scene.token(at + 1).key in ("of", "the")))
            if name is not None and not name.value.known and name.value.kind != "person":
                return name
    return None


# -- money -------------------------------------------------------------------------------------


def _raise(scene: Scene, verb: Verb) -> Found:
    """``Acme raised $3 million from Foo``, ``Foo put $3 million into Acme``."""
    money, word = sum_behind(scene, verb), scene.token(verb.start).key
    if verb.passive:
        yield from _raised(scene, verb, word)
        return
    if scene.noun(verb.end, listed("priced")) is not None:
        return  # raised its capex range
    name = scene.company_after(verb.end, "by", "from", "to", "in", "into", "of")
    name = name or (scene.company_after(verb.end, "for") if word.startswith("pa") else None)
    large = money if money is not None and money.value.value >= MILLION else None
    held = scene.noun(verb.end, listed("holdings")) is not None and word.startswith(HELD)
    back = scene.token(verb.end - 1).key == "back" and scene.noun(verb.end, listed("stock"), 2 * FAR)
    own = held or bool(back) or scene.noun(verb.end, listed("stake" if name else "buyback")) is not None
    plain = (word in COLLECTS or word in TAKES) and scene.noun(verb.end, listed("money")) is not None
    who = scene.doer(verb)
    if who is not None and who.entity is None and scene.has(listed("rounds"), who.first, who.end) and large:
        yield scene.happening("other", scene.other_than(scene.company), verb, name, organisation=name)
    elif own or plain or (money and name) or (large and word in RAISES | COLLECTS | listed("gives")):
        yield from deal(scene, verb, who, name, ours=word in listed("gives") or held)


def _raised(scene: Scene, verb: Verb, word: str) -> Found:
    """``$3 million was raised``, ``bonds worth $3 billion were placed``: by whom is spoken of."""
    start = max(scene.first, verb.first - 2 * FAR)
    if scene.has(listed("priced"), start, verb.first):
        return
    sums = within(scene.passage.quantities, scene.page.span(start, verb.start))
    large = any(is_sum(one) and one.value.value >= MILLION for one in sums)
    issued = scene.has(listed("buyback", "stake"), start, verb.first)
    by = next((agent for agent in scene.agents(verb) if is_company(agent.value)), None)
    by = None if word.startswith("plac") else by  # by a bank, for somebody
    if (large and (issued or word.startswith(RAISED))) or (issued and by is not None):
        name = by or scene.company_after(verb.end, "by", "from")
        subject = by.value if by else scene.spoken_of
        told = name.value if name is not None and name.value != subject else None
        yield scene.happening("other", subject, verb, name, organisation=told)


def _lead(scene: Scene, verb: Verb) -> Found:
    """``Foo led a round for Acme``, ``Foo took part in Acme's round``: the deal of who gets the money."""
    noun = scene.noun(verb.end, listed("funding", "round")) if not verb.passive else None
    who = scene.doer(verb)
    again = scene.token(verb.end).key == "it" and not scene.passage.keys.isdisjoint(listed("rounds"))
    if again and (backer := company_of(who)):
        yield scene.happening("other", scene.other_than(backer), verb, who, organisation=backer)
    elif noun is not None and (company := company_of(who)):
        name = scene.name_at(verb.end) or scene.after(noun, "for", "in", "of", "at")
        name = name or scene.behind(noun, ("for", "in", "of", "at"), scene.is_bought)
        got = name.value if name is not None and scene.is_bought(name.value) else scene.company
        if got != company:
            yield scene.happening("other", got, verb, who, name, organisation=company)


def _price(scene: Scene, verb: Verb) -> Found:
    """``Acme cut the price of Foo``, ``Bar lifted its target for Acme``."""
    company = None if verb.passive else company_of(scene.doer(verb))
    if company is None or company.kind == "person":
        return
    if (noun := scene.noun(verb.end, listed("rating"))) is not None:
        name = scene.company_after(noun, "for", "on", "of", far=4)
        yield scene.happening("other", company, verb, scene.doer(verb), name, organisation=name)
    elif (noun := scene.noun(verb.end, listed("price"))) is not None:
        name = scene.after(noun, "of", "for", far=3)
        if name is not None and name.value.kind in THINGS:
            yield scene.happening("other", name.value, verb, name, organisation=company)
        else:
            yield scene.happening("other", company, verb, scene.doer(verb))
    elif scene.token(verb.start).key.startswith(RATED) and (name := scene.behind(verb.end)):
        yield scene.happening("other", company, verb, scene.doer(verb), name, organisation=name)


def _cost(scene: Scene, verb: Verb) -> Found:
    """``Foo rises to $3 a month``, ``Foo in Kenya falls to $3``."""
    who, money = scene.doer(verb), sum_behind(scene, verb)
    thing = who.entity if who and who.entity and who.entity.kind in THINGS else None
    if thing is None or money is None or money.value.value >= BIGGEST:
        return
    if scene.token(scene.page.token_at(money.span.start) - 1).key == "to":
        company = next(scene.page.owners(thing), None)
        yield scene.happening("other", thing, verb, who, organisation=company)


FIRM_VERBS: Final = by_list(_report, _restructure, _cut, _fold, _form, _raise, _lead, _price, _cost)
"""How to read each list of verbs of companies in ``events.toml``."""
