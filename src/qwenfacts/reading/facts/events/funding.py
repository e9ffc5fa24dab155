"""What verbs say of money: raised, invested, borrowed, bought back; who leads a round."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from ...english.verbs import Verb
from ...spans import within
from ...wording import in_all_forms
from .deals import FAR, MILLION, Found, company_of, deal, happening, is_sum, sum_behind
from .scene import Scene, is_company, listed

__all__ = ["FUNDING"]

RAISES: Final = in_all_forms("raise buy/bought")
COLLECTS: Final = in_all_forms("borrow attract collect raise earmark invest commit/committed pledge pour")
"""Verbs with which a company gets money."""
TAKES: Final = in_all_forms("take/took/taken pull rake")
"""Verbs with which it gets money, or earns it."""
GIVES: Final = frozenset(
    "paid paying send sends sent sending lend lends lent lending provide provides provided".split()
)
PRICED: Final = frozenset(
    "price prices forecast forecasts target targets guidance fee fees outlook range capex".split()
)
RAISED: Final = ("rais", "invest", "inject", "commit", "pledg", "borrow", "collect", "plac", "issu", "put")
HELD: Final = ("rais", "increas", "lift", "doubl", "cut", "reduc", "trim", "sold", "sell", "buil", "offload")
HOLDINGS: Final = frozenset(("stake", "stakes", "holding", "holdings"))
FUNDS: Final = RAISES | COLLECTS | GIVES


def _raise(scene: Scene, verb: Verb) -> Found:
    """``Acme raised $3 million from Foo``, ``Foo put $3 million into Acme``."""
    money, word = sum_behind(scene, verb), scene.token(verb.start).key
    if verb.passive:
        yield from _raised(scene, verb, word)
        return
    if scene.noun(verb.end, PRICED) is not None:
        return  # raised its capex range
    name = scene.company_after(verb.end, "by", "from", "to", "in", "into", "of")
    large = money if money is not None and money.value.value >= MILLION else None
    held = scene.noun(verb.end, HOLDINGS) is not None and word.startswith(HELD)
    own = held or scene.noun(verb.end, listed("stake" if name else "buyback")) is not None
    plain = (word in COLLECTS or word in TAKES) and scene.noun(verb.end, listed("money")) is not None
    if own or plain or (money and name) or (large and word in FUNDS):
        yield from deal(scene, verb, scene.doer(verb), name, ours=word in GIVES or held)


def _raised(scene: Scene, verb: Verb, word: str) -> Found:
    """``$3 million was raised``, ``bonds worth $3 billion were placed``: by whom is spoken of."""
    start = max(scene.first, verb.first - FAR)
    if scene.has(PRICED, start, verb.first):
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
        yield happening(scene, verb, "other", subject, name, organisation=told)


def _lead(scene: Scene, verb: Verb) -> Found:
    """``Foo led a round for Acme``, ``Foo took part in Acme's round``: the deal of who gets the money."""
    noun = scene.noun(verb.end, listed("funding", "round")) if not verb.passive else None
    who = scene.doer(verb)
    if noun is not None and (company := company_of(who)):
        name = scene.name_at(verb.end) or scene.after(noun, "for", "in", "of", "at")
        name = name or scene.behind(noun, ("for", "in", "of", "at"), scene.is_bought)
        got = name.value if name is not None and scene.is_bought(name.value) else scene.company
        if got != company:
            yield happening(scene, verb, "other", got, who, name, organisation=company)


FUNDING: Final[dict[str, Callable[[Scene, Verb], Found]]] = {"raise": _raise, "lead": _lead}
"""How to read each list of verbs of money in ``events.toml``."""
