"""What verbs say of deals: bought, signed, chosen, approved, ended."""

from __future__ import annotations

import re
from typing import Final

from ....entities import Entity
from ....report import Mention
from ....values import Quantity, Span
from ...english.cast import is_authority
from ...english.phrases import Who
from ...english.verbs import Verb
from ...spans import within
from ...wordclasses import RELATIVES
from .scene import COMPANIES, Found, Scene, by_list, is_company, is_person, is_thing, listed

__all__ = [
    "DEALS",
    "FAR",
    "MILLION",
    "company_of",
    "deal",
    "is_sum",
    "sum_behind",
    "told_aside",
]

GIVEN: Final = ("award", "grant", "giv", "hand")
ALL: Final = frozenset(("everything",))
PARTICLES: Final = frozenset(("up", "off", "on", "out"))
UNDER: Final = frozenset(("under",))
BACK: Final = 10
LONG: Final = 20
FAR: Final = 16
MILLION: Final = 1_000_000
SOON: Final = 40
POWER: Final = frozenset(("MW", "GW", "kW", "TW"))
MONEY: Final = re.compile(r"[A-Z]{3}")


def company_of(who: Who | None) -> Entity | None:
    """The company that does something, or what no lexicon knows to be a person."""
    return who.entity if who and who.entity and is_company(who.entity) else None


def deal(
    scene: Scene,
    verb: Verb,
    who: Who | None,
    other: Mention[Entity] | None,
    *,
    ours: bool = False,
    ruler: bool = False,
) -> Found:
    """The deal of whoever does something with somebody, unless it is done to them.

    ``ours``: where nobody else is named, others deal with the company that the report is about; ``ruler``:
    a government may do it, by the name of its place.
    """
    firm = authority_of(who) if ruler else scene.firm_of(who)
    company = None if verb.passive else firm
    if company is not None:
        own = scene.other_than(company) if ours and company != scene.company else None
        yield scene.happening("other", company, verb, who, other, organisation=other.value if other else own)


def _acquire(scene: Scene, verb: Verb) -> Found:
    """``Acme bought Foo``, ``Foo was bought by Acme``, ``a start-up that Acme bought``."""
    who = scene.doer(verb)
    if verb.passive:
        for agent in scene.agents(verb):
            yield scene.happening("other", agent.value, verb, who, agent, organisation=company_of(who))
        return
    if scene.has_object(verb.end):
        bought = scene.behind(verb.end, ("of", "in"), scene.is_bought)
    else:  # a team that Acme bought
        relative = who is not None and scene.token(who.first - 1).key in RELATIVES
        bought = scene.antecedent(who.first) if who is not None and relative else None
        bought = bought if bought is not None and scene.is_bought(bought.value) else None
    over = scene.token(verb.end - 1).key == "over"
    led = over and who is not None and who.mention is not None and is_person(who.mention)
    if bought is None or company_of(who) == bought.value or led:
        return  # also of Roe, who takes over the retail business
    if who is not None and who.entity is None and who.noun in listed("means"):
        yield scene.happening("other", scene.company, verb, bought, organisation=bought.value)
    elif who and who.entity and _is_made_of(scene, verb, who.entity):
        return  # a lab that absorbs a team is made of it
    elif who and who.entity and scene.whole(bought.value) == scene.whole(who.entity) == scene.company:
        yield scene.happening("restructuring", scene.company, verb, who, bought)
    else:
        yield from deal(scene, verb, who, bought)


def _is_made_of(scene: Scene, verb: Verb, unit: Entity) -> bool:
    """Whether a unit takes in another, of which it is made then: ``the Foo Lab absorbs Bar``."""
    absorbs = scene.token(verb.start).key == "absorbs" and scene.described.calls(unit, listed("unit"))
    return absorbs or unit.name.rpartition(" ")[2].casefold() in listed("internal")


def _partner(scene: Scene, verb: Verb) -> Found:
    """``Acme partnered with Foo``, ``Foo backed Acme``, ``Acme and Foo joined forces``."""
    name, who = scene.name_at(verb.end), scene.doer(verb)
    if verb.passive:
        got, by = scene.firm_of(who), next(scene.agents(verb), None)
        if got and by is not None and is_company(by.value) and sum_behind(scene, verb):
            yield scene.happening("other", got, verb, who, by, organisation=by)
    elif name is not None and scene.is_bought(name.value):
        yield from deal(scene, verb, who, name)
    elif scene.token(verb.end - 1).key in ("forces", "up"):
        name = scene.company_after(verb.end, "with", far=3)
        both = [
            one for one in scene.joined(who.mention if who else None, verb.first) if is_company(one.value)
        ]
        other = name or (both[1] if len(both) > 1 else None)
        if other is not None:
            yield from deal(scene, verb, who, other)


def _join(scene: Scene, verb: Verb) -> Found:
    """``Foo joined Acme Plus, the company's programme``: each company that joins it."""
    who, name = scene.doer(verb), scene.name_at(verb.end)
    end = scene.ends(name) if name is not None else verb.end  # joins Foo as a partner
    if scene.token(end).key == "as" and scene.noun(end + 1, listed("partner")) is not None:
        for one in scene.joined(who.mention if who else None, verb.first):  # joins as financing partner
            if (scene.is_firm(one.value) and not is_person(one)) or one.value.kind == "publication":
                other = scene.other_than(one.value)
                yield scene.happening("other", one.value, verb, one, organisation=other)
        return
    if who is None or who.mention is None or name is None or verb.passive:
        return
    thing = scene.is_called_thing(name) or scene.is_body(name) or name.value.kind == "body"
    owner = next(scene.page.owners(name.value), None) or (None if name.value.known else scene.company)
    owner = name.value if owner == scene.company == who.entity else owner
    for one in scene.joined(who.mention, verb.first):
        if thing and scene.is_firm(one.value) and one.value != owner:
            yield scene.happening("other", one.value, verb, one, name, organisation=owner)


def _settle(scene: Scene, verb: Verb) -> Found:
    """``Acme settled with Foo``, ``Acme settled a suit that Foo brought``."""
    who = scene.doer(verb)
    by = scene.company_after(verb.end, "with", "by", "from", "of")
    if verb.passive:
        if scene.has(listed("case", "trial_case"), verb.first - BACK, verb.first):
            yield scene.happening("other", scene.company, verb, by, organisation=by)
    elif by or scene.noun(verb.end, listed("case", "trial_case")) or not scene.has_object(verb.end):
        yield from deal(scene, verb, who, by)


def _blacklist(scene: Scene, verb: Verb) -> Found:
    """``The ministry put Foo on its blacklist``."""
    who, name = scene.doer(verb), scene.name_at(verb.end)
    fits = scene.has(listed("blacklist"), verb.end, verb.end + FAR)
    if fits and not verb.passive and name is not None and who is not None and is_company(name.value):
        ruler = authority_of(who) or name.value
        yield scene.happening("other", ruler, verb, who, name, organisation=name)


def authority_of(who: Who | None) -> Entity | None:
    """Who can rule on something: a company or body, or a place that stands for its government."""
    if who is not None and who.entity is not None and who.entity.kind == "place":
        return who.entity
    return company_of(who)


def _agree(scene: Scene, verb: Verb) -> Found:
    """``Acme signed a contract with Foo``, ``Acme agreed with Foo to build a plant``."""
    if verb.passive:
        yield from _dealt(scene, verb)
        return
    name = scene.company_after(verb.end, "with", "from", "by", "to", "for", "between")
    given = scene.name_at(verb.end)
    given = given if given is not None and scene.is_bought(given.value) else None  # gave Acme a contract
    noun = scene.noun(scene.ends(given) if given else verb.end, listed("deal", "funding"))
    agreed = scene.token(verb.start).key.startswith("agree")
    if noun is None and not agreed and not scene.has_object(verb.end):
        told = _signed if scene.token(verb.first - 1).key in listed("deal") else _dealt
        yield from told(scene, verb)
        return
    if noun is not None:
        other = given or name or scene.behind(noun) or _second(scene, verb)
        ours = scene.token(noun).key not in listed("funding")
        yield from deal(scene, verb, scene.doer(verb), other, ours=ours, ruler=given is not None)
    elif agreed:
        rest = [other for other in scene.names_from(verb.end) if other.value.kind in COMPANIES]
        other = name or next(iter(rest), None) or _second(scene, verb)
        if other is not None:
            yield from deal(scene, verb, scene.doer(verb), other)


def _second(scene: Scene, verb: Verb) -> Mention[Entity] | None:
    """The second of those who do something together: ``Acme and Foo agreed``."""
    who = scene.doer(verb)
    joined = list(scene.joined(who.mention if who else None, verb.first))
    return joined[1] if len(joined) > 1 and scene.is_bought(joined[1].value) else None


def _dealt(scene: Scene, verb: Verb) -> Found:
    """``a contract was signed with Foo``, ``a pact with Foo that the two signed``, ``approved by Bar``."""
    noun = scene.word(listed("deal", "funding"), verb.first - LONG, verb.first)
    if noun is None:
        return
    before = scene.company_after(noun, "with", "from", "between", far=verb.first - noun)
    other = scene.company_after(verb.end, "with", "from", "to") or before
    by = next((one for one in scene.agents(verb) if is_company(one.value) or one.value.kind == "place"), None)
    if not verb.passive and (other is None or other.value == scene.company):
        return
    gave = scene.token(verb.start).key.startswith(GIVEN)
    given = scene.company_after(verb.end, "to", far=2) if gave else None
    if given is not None:
        yield scene.happening("other", given.value, verb, given, by, organisation=by)
    elif by is not None:
        told = other.value if other else scene.company if by.value != scene.company else None
        yield scene.happening("other", by.value, verb, by, other, organisation=told)
    elif other is not None and other.value != scene.company:
        yield scene.happening("other", scene.company, verb, other, organisation=other)


def _signed(scene: Scene, verb: Verb) -> Found:
    """``under a deal signed in May``: of whom the sentence is about."""
    who = scene.leading(verb.first) or scene.behind_opening(verb.end)
    company = scene.firm_of(who) or scene.company
    other = scene.company_after(verb.end, "with", "by", far=4)
    if other is None or other.value != company:
        yield scene.happening("other", company, verb, other, organisation=other)


def is_sum(quantity: Mention[Quantity]) -> bool:
    """Whether a quantity is of money."""
    return MONEY.fullmatch(quantity.value.unit) is not None


def _order(scene: Scene, verb: Verb) -> Found:
    """``Foo ordered 300 chips from Acme``, ``Foo reserved capacity``, ``Foo set aside $3 million``."""
    if verb.passive or not scene.has_object(verb.end):
        return
    who, name = scene.doer(verb), scene.company_after(verb.end, "from", "at", "with")
    wanted = scene.noun(verb.end, listed("capacity"))
    if wanted is None and any(one.value.unit in POWER for one in _soon(scene, verb)):
        wanted = verb.end
    at = scene.word(listed("further"), verb.end, verb.end + 3)
    counted = verb.end if at is None else at + 1
    if wanted is None and scene.token(counted).kind == "number" and scene.token(counted + 1).text in ".,;":
        wanted = counted  # has ordered a further 12,000
    bought = scene.token(verb.start).key.startswith(("buy", "bought"))
    aside, money = scene.token(verb.end - 1).key == "aside", sum_behind(scene, verb)
    if (wanted is not None and (name or not bought)) or (aside and money):
        ours = name is None and scene.is_company_noun(verb.end)
        owner = scene.firm_of(who) if ours else None
        if owner is not None and owner != scene.company:  # leased the company a hall
            yield scene.happening("other", scene.company, verb, who, organisation=owner)
        else:
            yield from deal(scene, verb, who, name, ours=not aside)


def _choose(scene: Scene, verb: Verb) -> Found:
    """``Foo chose Acme``, ``Acme was chosen by Foo``."""
    who = scene.doer(verb)
    if verb.passive:
        chosen = who and who.entity and scene.page.company_of(who.entity)
        for agent in scene.agents(verb):
            if is_company(agent.value):
                yield scene.happening("other", agent.value, verb, who, agent, organisation=chosen)
        return
    name = scene.behind(verb.end, accepts=lambda entity: is_company(entity) or is_thing(entity))
    if scene.token(verb.end - 1).key == "from":
        name = scene.company_after(verb.end, "to")  # switched from Foo to Bar
    whole = scene.has_object(verb.end) and scene.token(verb.end).key not in PARTICLES
    if name is not None and whole and (company := company_of(who)):
        other = scene.page.company_of(name.value)
        yield scene.happening("other", company, verb, who, name, organisation=other)


def _win(scene: Scene, verb: Verb) -> Found:
    """``Acme won its permit``, ``the Oslo site got a licence``."""
    who, given = scene.doer(verb), scene.name_at(verb.end)
    ruler = authority_of(who)
    ruled = ruler is None or ruler.kind == "place" or is_authority(ruler)
    if given is not None and not verb.passive and scene.is_bought(given.value):
        giver, end = company_of(who), scene.ends(given)
        if ruled and scene.noun(end, listed("permit"), 3) is not None:  # granted Foo a permit
            yield scene.happening("other", given.value, verb, who, given, organisation=giver)
        elif scene.token(end).key in ("as", "for") and scene.has(listed("partner"), end, end + BACK):
            yield from deal(scene, verb, who, given)  # won Foo as a customer
        return
    granted = given is None and scene.noun(verb.end, listed("permit")) is not None
    granted = granted and not scene.token(verb.start).key.startswith("sign")
    if verb.passive and not granted:
        if scene.has(listed("permit"), verb.first - BACK, verb.first):
            yield scene.happening("other", scene.spoken_of, verb)
        return
    got = who.entity if who is not None and who.mention is not None and granted else None
    if granted and (firm := scene.firm_of(who) or (got if got is not None and is_thing(got) else None)):
        by = next(scene.agents(verb), None) if verb.passive else None
        yield scene.happening("other", firm, verb, who, by, organisation=by)
        return
    for name in scene.before(verb.first) if granted else ():
        if {scene.token(scene.ends(name)).key, scene.token(scene.begins(name) - 2).key} & listed("facility"):
            yield scene.happening("other", name.value, verb, name)
            return


def _deliver(scene: Scene, verb: Verb) -> Found:
    """``Acme handed the first racks to Foo``, ``Acme shipped the first lots of Bar``."""
    if scene.noun(verb.end, listed("lots")) is not None:
        yield from deal(scene, verb, scene.doer(verb), scene.company_after(verb.end, "to"))


def _begin(scene: Scene, verb: Verb) -> Found:
    """``Deliveries to Foo began``, ``work in Oslo started``, ``Acme started production``."""
    if scene.token(verb.start).key.startswith("br") and not verb.passive:
        return
    at = scene.word(listed("delivery"), verb.first - 8, verb.end + 4)
    thing = scene.after(at + 1, "of", far=1) if at is not None else None
    if thing is not None and is_thing(thing.value):
        firm = scene.firm_of(scene.doer(verb)) if at is not None and at > verb.start else None
        told = {"organisation": firm, "stage": "general"}
        yield scene.happening("launch", thing.value, verb, thing, **told)
        return
    for at in range(max(scene.first, verb.first - 8), verb.first):
        word = scene.token(at).key
        name = scene.company_after(at, "to", far=3)
        if word in listed("work") or (word in listed("delivery") and name):
            yield scene.happening("other", scene.company, verb, name, organisation=name)
            return
    if not verb.passive and scene.noun(verb.end, listed("work") - {"ground"}) is not None:
        yield from deal(scene, verb, scene.doer(verb), None)


def _soon(scene: Scene, verb: Verb) -> tuple[Mention[Quantity], ...]:
    start = scene.token(verb.end - 1).end
    return within(scene.passage.quantities, Span(start, start + SOON))


def sum_behind(scene: Scene, verb: Verb) -> Mention[Quantity] | None:
    """The sum of money soon behind a verb."""
    return next(filter(is_sum, _soon(scene, verb)), None)


def _sell(scene: Scene, verb: Verb) -> Found:
    """``Acme sold Foo to Bar``, ``Acme sold bonds worth $3 billion``, ``Foo was sold to Bar``."""
    if verb.passive:
        sold, buyer = scene.doer(verb), scene.company_after(verb.end - 1, "to", far=4)
        if (company := company_of(sold)) and buyer is not None:
            yield scene.happening("other", buyer.value, verb, sold, buyer, organisation=company)
        elif (money := sum_behind(scene, verb)) and money.value.value >= MILLION:
            yield scene.happening("other", scene.spoken_of, verb, buyer, organisation=buyer)
        return
    name, money = scene.company_after(verb.end, "to"), sum_behind(scene, verb)
    if scene.token(verb.end).key in ALL and scene.token(verb.start).key.startswith("s"):
        yield from deal(scene, verb, scene.doer(verb), None, ours=True)
    elif name or (money and money.value.value >= MILLION):
        to_us = scene.token(verb.end).key in ("it", "them") or scene.token(verb.start).key.startswith("suppl")
        yield from deal(scene, verb, scene.doer(verb), name, ours=to_us)


def _end(scene: Scene, verb: Verb) -> Found:
    """``Acme ended its pilot with Foo``, ``Bar approved the merger``."""
    if verb.passive:
        yield from _dealt(scene, verb)
        return
    noun = scene.noun(verb.end, listed("deal", "project", "buyback", "takeover"))
    if noun is not None:
        name = scene.behind(noun, ("with", "of", "by"))
        who = scene.doer(verb)
        if authority_of(who) is None and scene.has(listed("ruler"), verb.first - BACK, verb.first):
            buyer = scene.company_after(noun, "by")
            subject = buyer.value if buyer is not None else scene.company
            yield scene.happening("other", subject, verb, name, buyer, organisation=name)
        yield from deal(scene, verb, who, name, ruler=True)


def _decree(scene: Scene, verb: Verb) -> Found:
    """``The ministry lifted its ban on exports``, ``Brussels published draft guidance``."""
    ruler = authority_of(scene.doer(verb))
    fits = ruler is not None and (ruler.kind == "place" or is_authority(ruler)) and not verb.passive
    fits = fits and verb.form in ("past", "participle")
    if ruler is not None and fits and scene.noun(verb.end, listed("decree")) is not None:
        yield scene.happening("other", ruler, verb, scene.doer(verb))


def _list(scene: Scene, verb: Verb) -> Found:
    """``Acme went public``, ``Acme listed on Foo``, ``Acme and Foo broke ground``."""
    asked = scene.token(verb.start).key.startswith(("appl", "se", "so"))  # applied for a listing
    if not asked or scene.noun(verb.end, listed("listing")) is not None:
        yield from deal(scene, verb, scene.doer(verb), _second(scene, verb))


def told_aside(scene: Scene) -> Found:
    """``Foo will put 400 robots into its depots under a contract worth $90 million``."""
    if scene.passage.keys.isdisjoint(listed("contracts")):
        return
    for at in scene.passage.tokens_of(UNDER):
        if scene.token(at + 1).key not in ("a", "an"):
            continue
        noun = scene.noun(at + 2, listed("contracts"))
        who = scene.leading(at)
        doer = company_of(who)
        if noun is None or doer is None:
            continue
        firms = (name for name in scene.passage.names if name.value.kind in COMPANIES)
        other = next((name for name in firms if name.value != doer), None)
        told = other.value if other is not None else scene.company if doer != scene.company else None
        if told is not None:
            words = range(at, noun + 1)
            yield scene.happening("other", doer, words, who, other, organisation=told)
        return


DEALS: Final = {
    **by_list(_acquire, _partner, _agree, _choose, _order, _win, _deliver, _begin),
    **by_list(_sell, _end, _join, _settle, _blacklist, _list, _decree),
}
"""How to read each list of verbs of deals in ``events.toml``."""
