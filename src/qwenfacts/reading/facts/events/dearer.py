"""What verbs say of prices and ratings: raised its prices, fell to $3 a month, lifted its target."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from ...english.verbs import Verb
from .deals import Found, company_of, happening, sum_behind
from .scene import THINGS, Scene, listed

__all__ = ["PRICES"]

RATED: Final = ("upgrade", "downgrade")
BIGGEST: Final = 100_000
"""Nothing that is sold one by one costs so much; what rises to more are sales."""


def _price(scene: Scene, verb: Verb) -> Found:
    """``Acme cut the price of Foo``, ``Bar lifted its target for Acme``."""
    company = None if verb.passive else company_of(scene.doer(verb))
    if company is None or company.kind == "person":
        return
    if (noun := scene.noun(verb.end, listed("rating"))) is not None:
        name = scene.company_after(noun, "for", "on", "of", far=4)
        yield happening(
            scene, verb, "other", company, scene.doer(verb), name, organisation=name and name.value
        )
    elif (noun := scene.noun(verb.end, listed("price"))) is not None:
        name = scene.after(noun, "of", "for", far=3)
        if name is not None and name.value.kind in THINGS:
            yield happening(scene, verb, "other", name.value, name, organisation=company)
        else:
            yield happening(scene, verb, "other", company, scene.doer(verb))
    elif scene.token(verb.start).key.startswith(RATED) and (name := scene.behind(verb.end)):
        yield happening(scene, verb, "other", company, scene.doer(verb), name, organisation=name.value)


def _cost(scene: Scene, verb: Verb) -> Found:
    """``Foo rises to $3 a month``, ``Foo in Kenya falls to $3``."""
    who, money = scene.doer(verb), sum_behind(scene, verb)
    thing = who.entity if who and who.entity and who.entity.kind in THINGS else None
    if thing is None or money is None or money.value.value >= BIGGEST:
        return
    if scene.token(scene.page.token_at(money.span.start) - 1).key == "to":
        company = next(scene.page.owners(thing), None)
        yield happening(scene, verb, "other", thing, who, organisation=company)


PRICES: Final[dict[str, Callable[[Scene, Verb], Found]]] = {"price": _price, "cost": _cost}
"""How to read each list of verbs of prices in ``events.toml``."""
