"""What verbs say of deals: bought, signed, chosen, raised, approved, ended."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from ....entities import Entity
from ....facts import EventKind
from ....report import Mention
from ....values import Quantity, Span
from ...english.phrases import Who
from ...english.verbs import Verb
from ...spans import within
from .scene import COMPANIES, Happening, Scene, is_company, is_thing, listed

__all__ = ["DEALS", "Found", "company_of", "happening", "sum_behind"]

RAISES: Final = frozenset("raise raises raised raising buy buys bought".split())
COLLECTS: Final = frozenset(
    "take takes took taken taking pull pulls pulled pulling rake rakes raked raking borrow borrows borrowed"
    " borrowing attract attracts attracted attracting collect collects collected raise raises raised raising"
    " earmark earmarks earmarked".split()
)
"""Verbs with which a company gets money."""
GIVES: Final = frozenset("paid paying send sends sent sending lend lends lent lending".split())
BACK: Final = 10
MILLION: Final = 1_000_000
SOON: Final = 40
MONEY: Final = re.compile(r"[A-Z]{3}")
Found = Iterator[Happening]


def happening(
    scene: Scene,
    verb: Verb,
    kind: EventKind,
    subject: Entity,
    *parts: Mention[Entity] | Who | None,
    **told: object,
) -> Happening:
    """The event of a verb."""
    return scene.happening(kind, subject, verb.start, range(verb.start, verb.end), *parts, **told)


def company_of(who: Who | None) -> Entity | None:
    """The company that does something, or what no lexicon knows to be a person."""
    return who.entity if who and who.entity and is_company(who.entity) else None


def _deal(
    scene: Scene, verb: Verb, who: Who | None, other: Mention[Entity] | None, *, ours: bool = False
) -> Found:
    """The deal of whoever does something with somebody, unless it is done to them.

    ``ours``: where nobody else is named, others deal with the company that the report is about.
    """
    company = None if verb.passive else company_of(who)
    if company is not None:
        own = scene.company if ours and company != scene.company else None
        yield happening(scene, verb, "other", company, who, other, organisation=other.value if other else own)


def _acquire(scene: Scene, verb: Verb) -> Found:
    """``Acme bought Foo``, ``Foo was bought by Acme``."""
    who = scene.doer(verb)
    if verb.passive:
        for agent in scene.agents(verb):
            yield happening(scene, verb, "other", agent.value, who, agent, organisation=company_of(who))
    elif name := scene.behind(verb.end, ("of", "in"), _is_bought):
        yield from _deal(scene, verb, who, name)


def _is_bought(entity: Entity) -> bool:
    return (
        entity.kind in COMPANIES or entity.kind == "platform" or (not entity.known and entity.kind == "other")
    )


def _partner(scene: Scene, verb: Verb) -> Found:
    """``Acme partnered with Foo``, ``Foo backed Acme``."""
    name = scene.name_at(verb.end)
    if name is not None and name.value.kind in COMPANIES:
        yield from _deal(scene, verb, scene.doer(verb), name)


def _agree(scene: Scene, verb: Verb) -> Found:
    """``Acme signed a contract with Foo``, ``Acme agreed with Foo to build a plant``."""
    if verb.passive:
        yield from _dealt(scene, verb)
        return
    noun = scene.noun(verb.end, listed("deal", "funding"))
    name = scene.company_after(verb.end, "with", "from", "by", "to", "for", "between")
    if noun is not None:
        yield from _deal(scene, verb, scene.doer(verb), name or scene.behind(noun))
    elif scene.token(verb.start).key.startswith("agree"):
        rest = [other for other in scene.names_from(verb.end) if other.value.kind in COMPANIES]
        if name or rest:
            yield from _deal(scene, verb, scene.doer(verb), name or rest[0])


def _dealt(scene: Scene, verb: Verb) -> Found:
    """``a contract was signed with Foo``, ``the merger was approved by Bar``."""
    known = listed("deal", "funding")
    deals = [
        at for at in range(max(scene.first, verb.first - BACK), verb.first) if scene.token(at).key in known
    ]
    if not deals:
        return
    other = scene.company_after(deals[0], "with", "from", "between", far=verb.end + BACK - deals[0])
    by = next((agent for agent in scene.agents(verb) if is_company(agent.value)), None)
    if by is not None:
        told = other.value if other else scene.company if by.value != scene.company else None
        yield happening(scene, verb, "other", by.value, by, other, organisation=told)
    elif other is not None and other.value != scene.company:
        yield happening(scene, verb, "other", scene.company, other, organisation=other.value)


def _order(scene: Scene, verb: Verb) -> Found:
    """``Foo ordered 300 chips from Acme``, ``Foo reserved capacity``, ``Foo set aside $3 million``."""
    if verb.passive:
        return
    who, name = scene.doer(verb), scene.company_after(verb.end, "from", "at", "with")
    wanted = scene.noun(verb.end, listed("capacity"))
    if wanted is None and scene.token(verb.end).kind == "number" and scene.token(verb.end + 1).text in ".,;":
        wanted = verb.end  # has ordered 12,000
    bought = scene.token(verb.start).key in RAISES
    aside, money = scene.token(verb.end - 1).key == "aside", sum_behind(scene, verb)
    if (wanted is not None and (name or not bought)) or (aside and money):
        yield from _deal(scene, verb, who, name, ours=not aside)


def _choose(scene: Scene, verb: Verb) -> Found:
    """``Foo chose Acme``, ``Acme was chosen by Foo``."""
    who = scene.doer(verb)
    if verb.passive:
        chosen = who and who.entity and scene.page.company_of(who.entity)
        for agent in scene.agents(verb):
            if is_company(agent.value):
                yield happening(scene, verb, "other", agent.value, who, agent, organisation=chosen)
        return
    name = scene.behind(verb.end, accepts=lambda entity: is_company(entity) or is_thing(entity))
    if name is not None and (company := company_of(who)):
        other = scene.page.company_of(name.value)
        yield happening(scene, verb, "other", company, who, name, organisation=other)


def _win(scene: Scene, verb: Verb) -> Found:
    """``Acme won its permit``, ``the Oslo site got a licence``."""
    if verb.passive or scene.noun(verb.end, listed("permit")) is None:
        return
    who = scene.doer(verb)
    if company_of(who):
        yield from _deal(scene, verb, who, None)
        return
    for name in scene.before(verb.first):
        if {scene.token(scene.ends(name)).key, scene.token(scene.begins(name) - 2).key} & listed("facility"):
            yield happening(scene, verb, "other", name.value, name)
            return


def _deliver(scene: Scene, verb: Verb) -> Found:
    """``Acme handed the first racks to Foo``, ``Acme shipped the first lots of Bar``."""
    if scene.noun(verb.end, listed("lots")) is not None:
        yield from _deal(scene, verb, scene.doer(verb), scene.company_after(verb.end, "to"))


def _begin(scene: Scene, verb: Verb) -> Found:
    """``Deliveries to Foo began``, ``work in Oslo started``, ``Acme started production``."""
    if scene.token(verb.start).key.startswith("br") and not verb.passive:
        return
    for at in range(max(scene.first, verb.first - 8), verb.first):
        word = scene.token(at).key
        name = scene.company_after(at, "to", far=3)
        if word in listed("work") or (word in listed("delivery") and name):
            yield happening(scene, verb, "other", scene.company, name, organisation=name and name.value)
            return
    if not verb.passive and scene.noun(verb.end, listed("work") - {"ground"}) is not None:
        yield from _deal(scene, verb, scene.doer(verb), None)


def _regulate(scene: Scene, verb: Verb) -> Found:
    """``Foo tightened the rules for chips``."""
    if scene.noun(verb.end, listed("rules")) is not None:
        yield from _deal(scene, verb, scene.doer(verb), None)


def sum_behind(scene: Scene, verb: Verb) -> Mention[Quantity] | None:
    """The sum of money soon behind a verb."""
    start = scene.token(verb.end - 1).end
    soon = within(scene.passage.quantities, Span(start, start + SOON))
    return next((quantity for quantity in soon if MONEY.fullmatch(quantity.value.unit)), None)


def _raise(scene: Scene, verb: Verb) -> Found:
    """``Acme raised $3 million from Foo``, ``Foo put $3 million into Acme``."""
    money, word = sum_behind(scene, verb), scene.token(verb.start).key
    name = scene.company_after(verb.end, "by", "from", "to", "in", "into", "of")
    large = money is not None and money.value.value >= MILLION
    own = scene.noun(verb.end, listed("stake" if name else "buyback")) is not None
    plain = word in COLLECTS and scene.noun(verb.end, listed("money")) is not None
    if own or plain or (money and name) or (large and word in RAISES | COLLECTS | GIVES):
        yield from _deal(scene, verb, scene.doer(verb), name, ours=word in GIVES)


def _sell(scene: Scene, verb: Verb) -> Found:
    """``Acme sold Foo to Bar``, ``Acme sold bonds worth $3 billion``, ``Foo was sold to Bar``."""
    if verb.passive:
        sold, buyer = scene.doer(verb), scene.company_after(verb.end - 1, "to", far=4)
        if (company := company_of(sold)) and buyer is not None:
            yield happening(scene, verb, "other", buyer.value, sold, buyer, organisation=company)
        return
    name, money = scene.company_after(verb.end, "to"), sum_behind(scene, verb)
    if name or (money and money.value.value >= MILLION):
        to_us = scene.token(verb.end).key in ("it", "them")
        yield from _deal(scene, verb, scene.doer(verb), name, ours=to_us)


def _end(scene: Scene, verb: Verb) -> Found:
    """``Acme ended its pilot with Foo``, ``Bar approved the merger``."""
    if verb.passive:
        yield from _dealt(scene, verb)
        return
    noun = scene.noun(verb.end, listed("deal", "project"))
    if noun is not None:
        yield from _deal(scene, verb, scene.doer(verb), scene.behind(noun, ("with", "of", "by")))


def _list(scene: Scene, verb: Verb) -> Found:
    """``Acme went public``, ``Acme listed on Foo``."""
    yield from _deal(scene, verb, scene.doer(verb), None)


DEALS: Final[dict[str, Callable[[Scene, Verb], Found]]] = {
    "acquire": _acquire,
    "partner": _partner,
    "agree": _agree,
    "choose": _choose,
    "order": _order,
    "win": _win,
    "deliver": _deliver,
    "begin": _begin,
    "regulate": _regulate,
    "raise": _raise,
    "sell": _sell,
    "end": _end,
    "list": _list,
}
"""How to read each list of verbs of deals in ``events.toml``."""
