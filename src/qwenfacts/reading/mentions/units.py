"""What a number counts: the currency, unit, measure or rate that stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from ...tokens import Token, goes_on, peek
from ...values import EXACT
from ..wordclasses import FUNCTION_WORDS
from .numbers import ONE, Number, currency_before, scale_at, wording
from .proportions import number_at

__all__ = [
    "LENGTHS",
    "Amount",
    "Rate",
    "amount_at",
    "changed_before",
    "rate_after",
    "unit_tokens",
    "with_unit",
]

HUNDREDTH: Final = Decimal("0.01")
SIZES: Final = ("B", "M", "T")
JOINED: Final = (",", "and", "or", "/", "&")
LENGTHS: Final = frozenset("millisecond second minute hour day week month year".split())


class Amount(NamedTuple):
    """A number with its unit and sign, tokens ``first`` to before ``end``; ``factor`` is 0.01 for cents."""

    number: Number
    first: int
    end: int
    unit: str | None = None
    money: bool = False
    negative: bool = False
    factor: Decimal = ONE


def amount_at(tokens: Sequence[Token], at: int, floor: int) -> Amount | None:
    """The amount whose number starts at a token; nothing before ``floor`` belongs to it.

    >>> from qwenfacts.tokens import tokenize
    >>> amount = amount_at(tokenize("a loss of -€1.2 billion"), 5, 0)
    >>> amount.unit, amount.negative, amount.first, amount.end
    ('EUR', True, 3, 7)
    """
    number = number_at(tokens, at)
    return None if number is None else with_unit(tokens, _with_currency(tokens, number, floor))


# -- before it ---------------------------------------------------------------------------------


def _with_currency(tokens: Sequence[Token], number: Number, floor: int) -> Amount:
    """The number with the currency and sign before it."""
    amount = Amount(number, number.first, number.end)
    if number.unit is None and (found := currency_before(tokens, number.first)) and found[1] >= floor:
        amount = amount._replace(unit=found[0], first=found[1], money=True)
    at = amount.first - 1
    sign = peek(tokens, at)
    if at < floor or number.words:
        return amount
    if sign.key == "minus" and peek(tokens, at - 1).key != "or":
        return amount._replace(first=at, negative=True)
    opens = at == 0 or not sign.glued or tokens[at - 1].text in ("(", "[")
    plain = sign.text in ("-", "−", "+") or (sign.text == "–" and amount.money)
    if plain and opens and tokens[amount.first].glued:
        return amount._replace(first=at, negative=sign.text != "+")
    return amount


# -- behind it ---------------------------------------------------------------------------------


def with_unit(tokens: Sequence[Token], amount: Amount) -> Amount:
    """The amount with the unit behind it; a counted noun sets the unit and stays outside."""
    number, at = amount.number, amount.end
    if number.unit is not None:
        return amount
    if number.bound is not None and peek(tokens, at).key == "of":
        whole = with_unit(tokens, amount._replace(number=number._replace(bound=None), end=at + 1))
        belongs = whole.end > at + 1  # "hundreds of millions of dollars"
        return whole._replace(number=number) if belongs else amount._replace(unit=whole.unit)
    if amount.money:
        return _with_currency_again(tokens, amount)
    hyphen = peek(tokens, at).text == "-" and peek(tokens, at).glued and peek(tokens, at + 1).glued
    start = at + hyphen
    for reader in (_ratio, _money, _physical):
        if read := reader(tokens, amount, start):
            return read
    words = wording()
    if (found := words.times.starting(tokens, start)) and found[0] != "quarter":
        return in_lengths(amount, *found)
    if _is_size(tokens, number):
        return amount._replace(unit="parameters")
    if found := words.nouns.starting(tokens, start):
        unit, end = found
        return amount._replace(unit=unit, end=end if hyphen and unit == "page" else at)
    alone = tokens[number.end - 1].text in words.signs_of_parts and number.end == number.first + 1
    return amount._replace(unit="fraction") if alone else amount


def in_lengths(amount: Amount, unit: str, end: int) -> Amount:
    """The amount in a unit of time; two decades are 20 years."""
    many, _, unit = unit.rpartition(" ")
    number = amount.number
    if many:
        number = number._replace(scale=EXACT.multiply(number.scale, Decimal(many)))
    return amount._replace(number=number, unit=unit, end=end)


def _with_currency_again(tokens: Sequence[Token], amount: Amount) -> Amount:
    """The end behind a currency that is said twice: ``US$5 million dollars``, ``$5m USD``."""
    words, start = wording(), amount.end + (peek(tokens, amount.end).text == "-")
    found = words.currencies.starting(tokens, start) or words.codes.starting(tokens, start)
    return amount._replace(end=found[1]) if found and found[0] == amount.unit else amount


def _ratio(tokens: Sequence[Token], amount: Amount, start: int) -> Amount | None:
    """Percent, points, ``x`` directly behind the digits, ``times as many``."""
    words = wording()
    if found := words.ratios.starting(tokens, start):
        unit, end = found
        joined = tokens[start].glued and not goes_on(tokens, end) and peek(tokens, end).kind != "number"
        if unit != "multiple" or joined:
            return amount._replace(unit=unit, end=end)
    if peek(tokens, start).key == "times":
        compared = peek(tokens, start + 1).key in words.comparisons
        if compared or changed_before(tokens, amount.first, 4):
            return amount._replace(unit="multiple", end=start + 1)
    return None


def _money(tokens: Sequence[Token], amount: Amount, start: int) -> Amount | None:
    """A currency behind the number: 5 USD, 5 €, five million yuan, 50 cents."""
    words = wording()
    if found := words.codes.starting(tokens, start) or words.signs.starting(tokens, start):
        of_next = peek(tokens, found[1]).kind == "number"  # "the top 5 $100 phones"
        if not of_next:
            return _in_money(amount, *found)
    found = words.currencies.starting(tokens, start)
    if found is None:
        return None
    unit, end = found
    noun, small = tokens[end - 1].key, not amount.number.cut and amount.number.value < 100
    if noun == "won" and small:
        return None  # "the five won": a verb
    if (noun == "pounds" and peek(tokens, end).key == "of") or (noun == "pound" and small):
        return amount._replace(unit="lb", end=end)
    return _in_money(amount, unit, end)


def _in_money(amount: Amount, unit: str, end: int) -> Amount:
    code, _, part = unit.partition("-")
    return amount._replace(unit=code, end=end, money=True, factor=HUNDREDTH if part else ONE)


def _physical(tokens: Sequence[Token], amount: Amount, start: int) -> Amount | None:
    words, token = wording(), peek(tokens, start)
    if (
        token.glued
        and start == amount.end
        and token.text in words.glued_units
        and not goes_on(tokens, start + 1)
    ):
        return amount._replace(unit=words.glued_units[token.text], end=start + 1)
    found = words.physical.starting(tokens, start)
    if found:
        return amount._replace(unit=found[0], end=found[1])
    number, measured = amount.number, token.key in words.around["measured_in_metres"]
    if measured and tokens[number.end - 1].text == "m":
        return amount._replace(unit="m", number=number._replace(scale=ONE, cut=number.last < 1))
    return None


def _is_size(tokens: Sequence[Token], number: Number) -> bool:
    """Whether a number counts parameters: a 70B model, 21B are active, 12 billion active parameters."""
    ahead = [token.key for token in tokens[number.end : number.end + 3]]
    if "parameters" in ahead[:2] or ("parameters" in ahead and ahead[0] in ("active", "total", "trainable")):
        return number.cut
    letter = tokens[number.end - 1]
    if not (letter.text in SIZES and letter.glued):
        return False
    at = number.end  # 1B, 4B and 9B models
    while peek(tokens, at).key in JOINED:
        at += 1
        if peek(tokens, at).kind == "number" and peek(tokens, at + 1).text in SIZES:
            at += 2
    return not wording().around["sized"].isdisjoint(token.key for token in tokens[at : at + 3])


def changed_before(tokens: Sequence[Token], at: int, reach: int) -> bool:
    """Whether a verb of change stands a few words before a token, in the same clause."""
    words = wording()
    making = words.around["making"]
    for place in range(at - 1, max(0, at - reach) - 1, -1):
        token = tokens[place]
        if token.kind in ("mark", "newline") and token.text not in ("-", "'"):
            return False
        if token.key in words.changes and not (token.key == "up" and peek(tokens, place - 1).key in making):
            return True
    return False


# -- what it is reckoned by --------------------------------------------------------------------


class Rate(NamedTuple):
    """The unit of a rate with its multiplier, and the tokens that say it."""

    unit: str
    first: int
    end: int


def rate_after(tokens: Sequence[Token], amount: Amount) -> Rate | None:
    """The rate behind an amount, or behind the noun that it counts: per million tokens, a month, /hour.

    >>> from qwenfacts.tokens import tokenize
    >>> tokens = tokenize("$2 per million tokens, 30 parcels an hour, 40 pass the island each day")
    >>> [rate_after(tokens, amount_at(tokens, at, 0)).unit for at in (1, 6, 11)]
    ['1000000 token', 'hour', 'day']
    """
    words, counted = wording(), True
    start = amount.end + (peek(tokens, amount.end).text == "-")  # $5-a-share
    for at in range(start, min(start + 8, len(tokens) - 1)):
        token, near = tokens[at], counted and at < start + 4
        if token.key in ("each", "every") or (
            near and token.key in ("a", "an") and tokens[at - 1].key != "of"
        ):
            return _each(tokens, at, near=at == start, priced=amount.money and at == start)
        if near and (token.key == "per" or (token.text == "/" and at == start)):
            return _per(tokens, at)
        if token.kind != "word" or token.key in words.starters:
            return None
        counted = counted and (token.key == "of" or token.key not in FUNCTION_WORDS)
    return None


def _each(tokens: Sequence[Token], at: int, *, near: bool, priced: bool) -> Rate | None:
    """A month, every day, and for a price also: a share, a barrel."""
    words = wording()
    if peek(tokens, at + 1).key == "second":
        return None  # "a second time"
    start = at + 1 + (peek(tokens, at + 1).text == "-")
    found = words.times.starting(tokens, start)
    if found and peek(tokens, found[1]).key in words.around["since_then"]:
        return None  # "a year ago"
    if found is None and priced and tokens[at].key in ("a", "an"):
        found = words.physical.starting(tokens, start) or words.pieces.starting(tokens, start)
    if found is None and near and peek(tokens, start).key in words.around["turns"]:
        found = tokens[start].key, start + 1
    return Rate(found[0], at, found[1]) if found else None


def _per(tokens: Sequence[Token], at: int) -> Rate | None:
    """Per hour, per million tokens, per 1,000 input tokens."""
    words = wording()
    number = number_at(tokens, at + 1)
    scale = scale_at(tokens, at + 1)
    noun = number.end if number else scale[1] if scale else at + 1
    factor = number.value if number else scale[0] if scale else None
    if number and peek(tokens, noun).text == "-":
        noun, factor = noun + 2, None  # per 40-foot container
    if peek(tokens, noun).kind != "word":
        return None
    if peek(tokens, noun + 1).key in words.nouns_by_word or words.pieces.starting(tokens, noun + 1):
        noun += 1  # per million input tokens, per ordinary share
    found = words.physical.starting(tokens, noun) or words.times.starting(tokens, noun)
    unit, end = found or (_singular(tokens[noun].key), noun + 1)
    return Rate(unit if factor is None else f"{factor:f} {unit}", at, end)


def _singular(noun: str) -> str:
    if noun == "annum":
        return "year"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


# -- for the finder of names -------------------------------------------------------------------


def unit_tokens(tokens: Sequence[Token], places: Sequence[int] | None = None) -> list[bool]:
    """For every token, whether it is a currency or unit that belongs to a number, or stands behind ``per``.

    >>> from qwenfacts.tokens import tokenize
    >>> unit_tokens(tokenize("HK$5 for 2 GB"))
    [True, True, False, False, False, True]
    """
    words = wording()
    marked = [False] * len(tokens)
    for at in range(len(tokens)) if places is None else places:
        token, end = tokens[at], at + 1
        if token.kind == "number":
            if money := currency_before(tokens, at):
                marked[money[1] : at] = [True] * (at - money[1])
            _, end = scale_at(tokens, end) or (ONE, end)
        elif token.key != "per":
            continue
        if unit := words.physical.starting(tokens, end) or words.codes.starting(tokens, end):
            marked[end : unit[1]] = [True] * (unit[1] - end)
    return marked
