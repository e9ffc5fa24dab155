"""The words around a quantity that say how close it is: hedges before and behind it, verbs before it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from ...tokens import Token, peek
from ...values import Bound
from .numbers import wording
from .units import LENGTHS, Amount

__all__ = ["Hedge", "bound_of_verb", "hedge_after", "hedge_before"]

FARTHEST_VERB: Final = 5


class Hedge(NamedTuple):
    """A bound, and how far its words reach: the first token before a number, the after-last behind it."""

    bound: Bound
    at: int


def hedge_before(tokens: Sequence[Token], amount: Amount, floor: int, previous: int) -> Hedge | None:
    """The hedge that ends before an amount; ``previous`` is where the last quantity ended.

    >>> from qwenfacts.tokens import tokenize
    >>> from qwenfacts.reading.mentions.units import amount_at
    >>> tokens = tokenize("just under 40%")
    >>> hedge_before(tokens, amount_at(tokens, 2, 0), 0, 0)
    Hedge(bound='nearly', at=0)
    """
    found = wording().before.ending(tokens, amount.first - 1)
    if found is None or found[1] < floor:
        return None
    around, start = wording().around, found[1]
    word, before = tokens[start], peek(tokens, start - 1)
    if word.key in around["compared"] and 0 < start == previous:
        return None  # "20 percent more than 400": compared, not hedged
    if word.key == "up" and before.key in wording().changes:
        return None  # "edged up to 4%"
    lasts = word.key == "over" and start == amount.first - 1 and amount.unit in LENGTHS
    if lasts and before.key not in around["lasting"]:
        return None  # "over three years": during
    if word.key == "over" and before.key in around["spreading"]:
        return None  # "spread over four floors"
    if word.text in ("C", "Ca", "CA"):
        return None  # no circa
    return Hedge(*found)


def hedge_after(tokens: Sequence[Token], at: int) -> Hedge | None:
    """The hedge that starts at a token.

    >>> from qwenfacts.tokens import tokenize
    >>> hedge_after(tokenize("40 or more"), 1)
    Hedge(bound='at_least', at=3)
    """
    found = wording().after.starting(tokens, at)
    if found is None:
        return None
    bound, end = found
    word = tokens[at]
    if word.text in ("+", "-") and not word.glued:
        return None
    if word.key in ("plus", "odd") and peek(tokens, end).kind != "word":
        return None
    return Hedge(bound, end)


def bound_of_verb(tokens: Sequence[Token], amount: Amount, floor: int) -> Bound | None:
    """The bound that a verb before an amount sets: surpassed, crossed the, fell short of.

    >>> from qwenfacts.tokens import tokenize
    >>> from qwenfacts.reading.mentions.units import amount_at
    >>> tokens = tokenize("crossed the 40 billion mark")
    >>> bound_of_verb(tokens, amount_at(tokens, 2, 0), 0)
    'over'
    """
    words = wording()
    for at in range(amount.first - 1, max(floor, amount.first - FARTHEST_VERB) - 1, -1):
        if found := words.verbs.ending(tokens, at):
            the = at < amount.first - 1
            if the and not words.around["expectations"].isdisjoint(_keys(tokens, amount.end, 3)):
                return None  # "topping the $3bn average of analysts"
            return None if _is_another_sense(tokens, found[1], amount) else found[0]
        if tokens[at].key not in words.around["milestones"]:
            return None
    return None


def _keys(tokens: Sequence[Token], at: int, count: int) -> set[str]:
    return {token.key for token in tokens[at : at + count]}


def _is_another_sense(tokens: Sequence[Token], at: int, amount: Amount) -> bool:
    """The top 40, a pass, passed five laws."""
    verb = tokens[at].key
    if verb in ("top", "pass", "cross", "approach", "eclipse", "breach"):
        return peek(tokens, at - 1).key not in wording().around["modals"]
    small = amount.unit is None and not amount.number.cut and amount.number.value < 1000
    return small and verb.startswith(("pass", "cross", "breach", "approach"))
