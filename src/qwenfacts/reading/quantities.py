"""Numbers as they are worded: from tokens to quantities.

A quantity grows from its number: to the right a scale, a unit, the other end of a range, a hedge, a
rate; to the left a sign, a currency, a hedge. The words for all of these are data
(``lexicon/numbers.toml``); here is only how they go together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_EVEN, Decimal
from functools import cache
from typing import Final, NamedTuple

from attrs import evolve, frozen

from ..errors import InvalidValueError
from ..tokens import Phrases, Token, goes_on
from ..values import Bound, Quantity, Span, last_place
from .wording import table

__all__ = ["Found", "find_quantities", "quantity_in_name", "unit_tokens"]

ONE: Final = Decimal(1)
DASHES: Final = frozenset("-–—−")
TIMES_NOT_LENGTHS: Final = frozenset(
    ("for", "after", "in", "of", "is", "was", "took", "takes", "lasted", "than")
)
FUNCTION_WORDS: Final = frozenset(
    "a an and are as at be been but by can could did do does for from had has have if in is it its"
    " may more most no nor not of off on or our out over per so than that the their then there these"
    " they this those to up was we were what when where which while who will with would".split()
)
MILESTONES: Final = frozenset("the a an its mark milestone landmark threshold level barrier of".split())
PLACINGS: Final = frozenset(
    "rank ranks ranked ranking placed places place finish finishes finished finishing came come comes".split()
)
COMPARED: Final = frozenset(
    "more less fewer higher lower above below greater over under longer beyond".split()
)


class Found(NamedTuple):
    """A quantity and where it stands; ``value`` is None for a number too large to compute."""

    span: Span
    value: Quantity | None


# -- the words around a number -----------------------------------------------------------------


@frozen
class Wording:
    """The tables of ``numbers.toml``, ready to match."""

    numbers: dict[str, int]
    ordinals: dict[str, int]
    parts: dict[str, int]
    scale_words: dict[str, Decimal]
    scale_letters: dict[str, Decimal]
    multitudes: Phrases[Decimal]
    signs: Phrases[str]
    codes: Phrases[str]
    currencies: Phrases[str]
    ratios: Phrases[str]
    times: Phrases[str]
    times_by_word: dict[str, str]
    physical: Phrases[str]
    nouns: Phrases[str]
    nouns_by_word: dict[str, str]
    pieces: Phrases[str]
    multiples: dict[str, Decimal]
    before: Phrases[Bound]
    after: Phrases[Bound]
    verbs: Phrases[Bound]
    changes: frozenset[str]
    comparisons: frozenset[str]


@cache
def wording() -> Wording:
    """The bundled tables."""
    data = table("numbers")

    def phrases(name: str, *, exact: bool = False) -> Phrases[str]:
        return Phrases(data[name].items(), exact=exact)

    def bounds(name: str) -> Phrases[Bound]:
        return Phrases((words, bound) for bound, all_of in data[name].items() for words in all_of)

    def scaled(name: str) -> dict[str, Decimal]:
        return {word: Decimal(number) for word, number in data[name].items()}

    return Wording(
        numbers=data["words"],
        ordinals=data["ordinals"],
        parts=data["parts"],
        scale_words=scaled("scale_words"),
        scale_letters=scaled("scale_letters"),
        multitudes=Phrases(scaled("multitudes").items()),
        signs=phrases("currency_signs", exact=True),
        codes=phrases("currency_codes", exact=True),
        currencies=phrases("currency_names"),
        ratios=phrases("ratios"),
        times=phrases("times"),
        times_by_word=data["times"],
        physical=phrases("physical", exact=True),
        nouns=phrases("nouns"),
        nouns_by_word=data["nouns"],
        pieces=Phrases((noun, noun) for noun in data["pieces"]["nouns"]),
        multiples=scaled("multiples"),
        before=bounds("hedges_before"),
        after=bounds("hedges_after"),
        verbs=bounds("verbs"),
        changes=frozenset(data["changes"]["verbs"]),
        comparisons=frozenset(data["comparisons"]["words"]),
    )


# -- the number itself -------------------------------------------------------------------------


@frozen
class Number:
    """A number as written, tokens ``first`` to before ``end``: ``digits`` times ``scale``.

    ``low_place`` and ``place`` are the places of the last digit and of the last non-zero digit, times the
    scale; ``scaled`` says that a scale or decimals were written; ``unit`` if the words carry one.
    """

    first: int
    end: int
    digits: Decimal
    scale: Decimal = ONE
    place: Decimal = ONE
    low_place: Decimal = ONE
    scaled: bool = False
    words: bool = False
    unit: str | None = None
    bound: Bound | None = None

    @property
    def value(self) -> Decimal:
        return self.digits * self.scale


def _number(first: int, end: int, digits: str, scale: Decimal = ONE, **more: bool) -> Number:
    return Number(
        first,
        end,
        Decimal(digits),
        scale,
        last_place(digits, non_zero=True) * scale,
        last_place(digits, non_zero=False) * scale,
        scaled=scale != 1 or "." in digits,
        **more,
    )


def _scale(tokens: Sequence[Token], at: int) -> tuple[Decimal, int] | None:
    """The scale that starts at a token: a word after a space or hyphen, or a letter on the digits."""
    words = wording()
    if at >= len(tokens):
        return None
    token = tokens[at]
    if token.glued and token.text in words.scale_letters and not goes_on(tokens, at + 1):
        return words.scale_letters[token.text], at + 1
    if token.text == "-" and token.glued and at + 1 < len(tokens):
        at, token = at + 1, tokens[at + 1]
    if token.key not in words.scale_words or token.kind != "word":
        return None
    scale, end = words.scale_words[token.key], at + 1
    if end < len(tokens) and tokens[end].key in ("crore", "crores", "million", "billion", "trillion"):
        scale, end = scale * words.scale_words[tokens[end].key], end + 1
    return scale, end


def _numeral(tokens: Sequence[Token], at: int) -> Number | None:
    """A number written in digits, with its scale."""
    written = tokens[at].text
    if written.count(".") > 1 or goes_on(tokens, at):
        return None
    digits = "".join(c for c in written if c == "." or c.isdigit())
    digits = "0" + digits if digits.startswith(".") else digits
    scale = _scale(tokens, at + 1)
    if scale:
        return _number(at, scale[1], digits, scale[0])
    return _number(at, at + 1, digits)


def _words(tokens: Sequence[Token], at: int) -> Number | None:
    """A number written in words, with its scale: twenty-five, a hundred and ten million, a dozen."""
    words = wording()
    total, index, seen = 0, at, False
    half = False
    while index < len(tokens):
        key = tokens[index].key
        joined = seen and key in ("-", "and") and index + 1 < len(tokens)
        if joined and key == "and":
            ahead = tokens[index + 1 : index + 3]
            half = [token.key for token in ahead] == ["a", "half"]
            if half:
                index += 3
                break
            joined = total % 100 == 0 and total > 0
        ahead_key = tokens[index + 1].key if joined else key
        step = 2 if joined else 1
        value = words.numbers.get(ahead_key)
        if value is None and ahead_key == "one":
            value = 1
        if value is not None and (
            not seen or total % 100 == 0 or (total % 10 == 0 and total % 100 >= 20 and value < 10)
        ):
            total += value
        elif ahead_key == "hundred" and not joined and (seen or index > at):
            total = (total or 1) * 100
        elif (
            key == "a"
            and index == at
            and index + 1 < len(tokens)
            and tokens[index + 1].key in ("hundred", *words.scale_words)
        ):
            index += 1
            continue
        else:
            break
        index, seen = index + step, True
    if not seen and index == at:
        return None
    digits = f"{total}.5" if half else str(total)
    scale = None if index >= len(tokens) else _scale(tokens, index)
    if not seen:
        return scale and evolve(_number(at, scale[1], "1", scale[0], words=True), scaled=scale[0] != 12)
    if scale:
        number = _number(at, scale[1], digits, scale[0], words=True)
        return evolve(number, scaled=scale[0] != 12)
    return (
        _number(at, index, digits, words=True) if total != 1 or half else Number(at, index, ONE, words=True)
    )


def _fraction(tokens: Sequence[Token], at: int) -> Number | None:
    """A part of a whole: two-thirds, a quarter, half of it; or half of a scale or unit."""
    words = wording()
    keys = [token.key for token in tokens[at : at + 4]] + [""] * 4
    if keys[0] == "half":
        return _half(tokens, at, keys)
    upper = 1 if keys[0] in ("a", "one") else words.numbers.get(keys[0], 0)
    hyphen = keys[1] == "-"
    part = keys[2] if hyphen else keys[1]
    lower = words.parts.get(part)
    end = at + (3 if hyphen else 2)
    if not upper or lower is None or upper >= lower or (keys[0] != "a" and part == "half"):
        return None
    after = tokens[end].key if end < len(tokens) else ""
    if keys[0] == "a":  # "a third time", "a quarter earlier" are no parts of anything
        if after not in (
            "of",
            ",",
            ".",
            ";",
            ")",
            "\n",
            "as",
            "to",
            "from",
            "higher",
            "lower",
            "more",
            "less",
        ):
            return None
    elif not hyphen and part in ("quarter", "quarters", "second") and after != "of":
        return None
    value = (Decimal(upper) / lower).quantize(Decimal("1e-12"), ROUND_HALF_EVEN)
    return Number(at, end, value, place=Decimal("0.1"), words=True, unit="fraction")


def _one_in(tokens: Sequence[Token], at: int) -> Number | None:
    """One in five, three out of ten: a part of a whole."""
    numbers = wording().numbers
    upper = 1 if tokens[at].key == "one" else numbers.get(tokens[at].key, 0)
    end = at + 1
    end += end + 1 < len(tokens) and tokens[end].key == "out" and tokens[end + 1].key == "of"
    if (
        not upper
        or end + 1 >= len(tokens)
        or tokens[end].key not in ("in", "of")
        or (tokens[end].key == "of" and end == at + 1)
    ):
        return None
    lower = numbers.get(tokens[end + 1].key, 0) or (
        100 if tokens[end + 1].text == "100" else 10 if tokens[end + 1].text == "10" else 0
    )
    after = tokens[end + 2].key if end + 2 < len(tokens) else ""
    if upper >= lower or after in wording().times_by_word or after == "-" or after in wording().scale_words:
        return None
    value = (Decimal(upper) / lower).quantize(Decimal("1e-12"), ROUND_HALF_EVEN)
    return Number(at, end + 2, value, place=Decimal("0.1"), words=True, unit="fraction")


def _half(tokens: Sequence[Token], at: int, keys: list[str]) -> Number | None:
    words = wording()
    half = Decimal("0.5")
    before = tokens[at - 1].key if at else ""
    if keys[1] in ("a", "an") or (keys[1] == "-" and keys[2] in ("a", "an")):
        end = at + (2 if keys[1] != "-" else 3)
        scale = _scale(tokens, end)
        if scale:
            return evolve(_number(at, scale[1], "0.5", scale[0], words=True), scaled=scale[0] != 12)
        for units in (words.times, words.ratios, words.physical):
            if units.starting(tokens, end):
                return Number(
                    at, end, half, place=Decimal("0.1"), low_place=Decimal("0.1"), scaled=True, words=True
                )
    if before in (
        "first",
        "second",
        "latter",
        "other",
        "better",
        "last",
        "next",
        "opening",
        "top",
        "bottom",
        "-",
    ):
        return None
    whole = keys[1] in ("of", "the", "its", "their", "his", "her", "our", "all", "that", "those", "a", "an")
    hedged = at > 0 and words.before.ending(tokens, at - 1) is not None
    if not (whole or hedged or before in ("by", "in", "a", "just")):
        return None
    return Number(at, at + 1, half, place=Decimal("0.1"), words=True, unit="fraction")


def _rank(tokens: Sequence[Token], at: int) -> Number | None:
    """No. 6, #3, ranked second, third-largest."""
    words = wording()
    token = tokens[at]
    if token.text in ("No", "no", "Nos", "#"):
        dot = at + 1 < len(tokens) and tokens[at + 1].text == "." and tokens[at + 1].glued
        end = at + 2 if dot else at + 1
        number = end < len(tokens) and tokens[end].kind == "number"
        if number and (dot or token.text in ("No", "#")) and tokens[end].text.isdigit():
            return evolve(_number(at, end + 1, tokens[end].text), unit="rank")
        return None
    end = at + 1
    place = words.ordinals.get(token.key)
    if token.kind == "number" and end < len(tokens) and tokens[end].key in ("st", "nd", "rd", "th"):
        if not tokens[end].glued or not token.text.isdigit():
            return None
        place, end = int(token.text), end + 1
    if place is None:
        return None
    after = end
    if after + 1 < len(tokens) and tokens[after].text == "-":
        after += 1
    word = tokens[after].key if after < len(tokens) else ""
    if (
        place > 1
        and word.endswith("est")
        and word
        not in (
            "request",
            "interest",
            "test",
            "contest",
            "west",
            "guest",
            "quest",
            "forest",
            "invest",
            "protest",
            "harvest",
        )
    ):
        return Number(at, after + 1, Decimal(place), unit="rank")
    if place > 1 and word in ("best", "worst"):
        return Number(at, after + 1, Decimal(place), unit="rank")
    if place > 1 and word in ("most", "least") and after + 1 < len(tokens):
        return Number(at, after + (3 if tokens[after + 1].text == "-" else 2), Decimal(place), unit="rank")
    before = tokens[at - 1].key if at else ""
    if before in PLACINGS or (word == "place" and after == end):
        return Number(at, end, Decimal(place), unit="rank")
    return None


def _multiple(tokens: Sequence[Token], at: int) -> Number | None:
    """doubled, tenfold, halved."""
    value = wording().multiples.get(tokens[at].key)
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if value is None:
        return None
    if after is not None and after.text == "-" and after.glued:
        return None  # double-digit, triple-A
    if tokens[at].key in ("double", "triple", "treble", "quadruple"):
        compared = after is not None and after.key in ("the", "its", "their", "that", "what")
        verb = at > 0 and tokens[at - 1].key in (
            "to",
            "will",
            "may",
            "could",
            "would",
            "might",
            "can",
            "should",
            "than",
        )
        if not (compared or verb):
            return None
    if tokens[at].key in ("twice", "halves") and not (after and after.key in wording().comparisons):
        return None
    place = Decimal("0.1") if value < 1 else ONE
    return Number(at, at + 1, value, place=place, low_place=place, scaled=True, words=True, unit="multiple")


def _multitude(tokens: Sequence[Token], at: int) -> Number | None:
    found = wording().multitudes.starting(tokens, at)
    if not found or (at and tokens[at - 1].kind == "number"):
        return None
    after = tokens[found[1]].key if found[1] < len(tokens) else ""
    if after not in ("of", "more") and not tokens[at].key.startswith(("tens", "hundreds of")):
        return None
    return Number(at, found[1], found[0], words=True, bound="at_least")


def _starts(tokens: Sequence[Token], at: int) -> Number | None:
    """The number that starts at a token, in whichever way it is written."""
    words = wording()
    token = tokens[at]
    if token.kind == "number":
        return _rank(tokens, at) or _numeral(tokens, at)
    if token.kind == "word":
        if goes_on(tokens, at):
            return None
        key = token.key
        if key in words.ordinals or key == "no":
            return _rank(tokens, at)
        if key in words.numbers or key in ("a", "an", "one", "half", "hundred"):
            return _one_in(tokens, at) or _fraction(tokens, at) or _words(tokens, at)
        if key in words.multiples:
            return _multiple(tokens, at)
        return _multitude(tokens, at)
    return _rank(tokens, at) if token.text == "#" else None


# -- what stands around it ---------------------------------------------------------------------


@frozen
class Amount:
    """A number with what stands around it, while it is being read."""

    number: Number
    first: int
    end: int
    unit: str | None = None
    money: bool = False
    negative: bool = False
    cents: bool = False


def _currency_before(tokens: Sequence[Token], number: Number, floor: int) -> Amount:
    """The number with the sign and currency before it."""
    words = wording()
    first, unit, negative = number.first, None, False
    if first > floor:
        found = words.signs.ending(tokens, first - 1) or words.codes.ending(tokens, first - 1)
        if found and found[1] >= floor:
            unit, first = found
    sign = tokens[first - 1] if first > floor else None
    if sign and sign.text in ("-", "−", "+", "–") and tokens[first].glued:
        free = first - 1 == 0 or not sign.glued or tokens[first - 2].text in "(["
        if free and not (sign.text == "–" and unit is None):
            first, negative = first - 1, sign.text != "+"
    return Amount(number, first, number.end, unit, money=unit is not None, negative=negative)


def _unit_after(tokens: Sequence[Token], amount: Amount) -> Amount:
    """The amount with the unit behind it; a counted noun sets the unit and stays outside."""
    words = wording()
    at = amount.end
    if amount.number.unit or at >= len(tokens):
        return amount
    hyphen = tokens[at].text == "-" and tokens[at].glued and at + 1 < len(tokens) and tokens[at + 1].glued
    start = at + 1 if hyphen else at
    if not amount.money:
        if found := words.ratios.starting(tokens, start):
            unit, end = found
            one = tokens[start]
            if unit != "multiple" or (one.glued and not goes_on(tokens, end) and not _digit(tokens, end)):
                return evolve(amount, unit=unit, end=end)
        if tokens[start].key == "times":
            after = tokens[start + 1].key if start + 1 < len(tokens) else ""
            if after in words.comparisons or _changed(tokens, amount.first, 4):
                return evolve(amount, unit="multiple", end=start + 1)
        if found := words.codes.starting(tokens, start) or words.signs.starting(tokens, start):
            return evolve(amount, unit=found[0], end=found[1], money=True)
    if not amount.money and (found := words.physical.starting(tokens, start)):
        return evolve(amount, unit=found[0], end=found[1])
    if found := words.currencies.starting(tokens, start):
        return _named_currency(tokens, amount, *found)
    if amount.money:
        return amount
    if found := words.times.starting(tokens, start):
        return evolve(amount, unit=found[0], end=found[1])
    if _is_size(tokens, amount):
        return evolve(amount, unit="parameters")
    if found := words.nouns.starting(tokens, start):
        unit = found[0]
        return evolve(amount, unit=unit, end=found[1] if hyphen and unit == "page" else at)
    return amount


def _is_size(tokens: Sequence[Token], amount: Amount) -> bool:
    """Whether a number counts parameters: ``a 70B model``, ``21B are active``, ``12 billion active parameters``."""
    end = amount.number.end
    ahead = [token.key for token in tokens[end : end + 3]]
    if "parameters" in ahead[:2] or ("parameters" in ahead and ahead[0] in ("active", "total", "trainable")):
        return amount.number.scaled
    letter = tokens[end - 1].text in ("B", "M", "T") and tokens[end - 1].glued
    return letter and bool(
        {"model", "models", "active", "variant", "variants", "version", "dense", "sparse"} & set(ahead[:3])
    )


def _named_currency(tokens: Sequence[Token], amount: Amount, unit: str, end: int) -> Amount:
    if tokens[end - 1].key == "won" and not amount.number.scaled and amount.number.value < 100:
        return amount  # "the five won": a verb
    if tokens[end - 1].key == "pounds" and end < len(tokens) and tokens[end].key == "of":
        return evolve(amount, unit="lb", end=end)
    code, _, part = unit.partition("-")
    if amount.money:
        return evolve(amount, end=end) if code == amount.unit else amount
    return evolve(amount, unit=code, end=end, money=True, cents=bool(part))


def _digit(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].kind == "number"


def _changed(tokens: Sequence[Token], at: int, reach: int) -> bool:
    """Whether a verb of change stands a few words before a token, in the same clause."""
    for token in reversed(tokens[max(0, at - reach) : at]):
        if token.kind in ("mark", "newline") and token.text not in "-'":
            return False
        if token.key in wording().changes:
            return True
    return False


def _amount(tokens: Sequence[Token], at: int, floor: int) -> Amount | None:
    number = _starts(tokens, at)
    if number is None:
        return None
    return _unit_after(tokens, _currency_before(tokens, number, floor))


def _other_end(tokens: Sequence[Token], low: Amount) -> Amount | None:
    """The other end of a range that starts with an amount: a–b, a to b, between a and b."""
    at = low.end
    if at + 1 >= len(tokens) or low.number.unit is not None:
        return None
    token, words_before = tokens[at], tokens[low.first - 1].key if low.first else ""
    if token.text in DASHES:
        spaced = not token.glued and not tokens[at + 1].glued
        if token.glued != tokens[at + 1].glued or (spaced and token.text == "-"):
            return None
    elif token.key == "and":
        if words_before != "between":
            return None
    elif token.key == "to":
        stated = low.unit is not None and low.unit != "count"
        if words_before == "from":
            if _changed(tokens, low.first - 1, 12):
                return None
        elif _changed(tokens, low.first, 1) and stated:
            return None
    else:
        return None
    start = at + 1
    while (
        start < min(at + 4, len(tokens) - 1) and tokens[start].kind != "number" and not _starts(tokens, start)
    ):
        start += 1
    high = _amount(tokens, start, at + 1) if start < len(tokens) else None
    if high is None or high.first != at + 1 or high.negative:
        return None
    if low.unit and high.unit and low.unit != high.unit:
        return None
    shared = _sharing(low, high)
    return high if shared.number.value <= high.number.value else None


def _sharing(low: Amount, high: Amount) -> Amount:
    """The lower end with the scale that is written only at the upper end: 2.6–3 million."""
    number = low.number
    if not number.scaled or number.scale == 1:
        scale = high.number.scale
        if number.value < 1000 and scale != 1 and number.value <= high.number.digits:
            number = evolve(number, scale=scale, scaled=True)
    return evolve(low, number=number)


# -- the whole ---------------------------------------------------------------------------------


def find_quantities(text: str, tokens: Sequence[Token], taken: Sequence[bool]) -> Iterator[Found]:
    """Every quantity of the text, in order, outside the tokens that are taken already.

    >>> from qwenfacts.tokens import tokenize
    >>> text = "Sales rose nearly 40% to over $3bn."
    >>> tokens = tokenize(text)
    >>> [found.value.text for found in find_quantities(text, tokens, [False] * len(tokens))]
    ['nearly 40%', 'over $3bn']
    """
    words = wording()
    starters = {
        *words.numbers,
        *words.ordinals,
        *words.multiples,
        "a",
        "an",
        "one",
        "half",
        "hundred",
        "no",
        "#",
    }
    starters |= {phrase.split()[0] for phrase in table("numbers")["multitudes"]}
    at = floor = 0
    while at < len(tokens):
        token = tokens[at]
        if taken[at]:
            at = floor = at + 1
            continue
        if token.kind == "number" or token.key in starters:
            found = _quantity(text, tokens, taken, at, floor)
            if found:
                yield found[0]
                at = floor = found[1]
                continue
        at += 1


def _quantity(
    text: str, tokens: Sequence[Token], taken: Sequence[bool], at: int, floor: int
) -> tuple[Found, int] | None:
    low = _amount(tokens, at, floor)
    if low is None or any(taken[at : low.end]) or _is_no_quantity(tokens, low):
        return None
    high = _other_end(tokens, low)
    if high is not None and any(taken[low.end : high.end]):
        high = None
    amount, top = low, None
    if high is not None:
        low = _sharing(low, high)
        amount = evolve(
            low, end=high.end, unit=high.unit or low.unit, number=evolve(low.number, unit=high.number.unit)
        )
        top = high.number.value * (Decimal("0.01") if high.cents else ONE)
        low = evolve(low, unit=amount.unit)
    bound: Bound | None = "range" if high is not None else amount.number.bound
    first, end = amount.first, amount.end
    if high is not None and first > floor and tokens[first - 1].key in ("between", "from"):
        first -= 1
    elif bound is None and (after := words_after(tokens, end)):
        bound, end = after
        amount = evolve(amount, end=end)
        amount = _unit_after(tokens, amount) if amount.unit is None else amount
        end = amount.end
    hedge = _hedge(tokens, first, floor, amount) if bound in (None, "range", "at_least") else None
    if hedge is not None:
        first = hedge[1]
        bound = bound or hedge[0]
    elif bound is None:
        bound = _bound_of_verb(tokens, first, floor, amount) or "exact"
    if (
        amount.unit is None
        and amount.number.unit is None
        and first
        and tokens[first - 1].key in ("aged", "ages")
    ):
        amount = evolve(amount, unit="year")
    span = Span(tokens[first].start, tokens[end - 1].end)
    per = _per(tokens, end, amount.money)
    return Found(span, _worded(text[span.slice], amount, bound, top, per and per[0])), per[1] if per else end


def words_after(tokens: Sequence[Token], at: int) -> tuple[Bound, int] | None:
    """The hedge that starts at a token: +, or more, -plus."""
    if at >= len(tokens):
        return None
    found = wording().after.starting(tokens, at)
    if found is None or (tokens[at].text in "+-" and not tokens[at].glued):
        return None
    if tokens[at].key in ("plus", "odd") and (found[1] >= len(tokens) or tokens[found[1]].kind != "word"):
        return None
    return found


def _worded(
    text: str, amount: Amount, bound: Bound, high: Decimal | None, per: str | None
) -> Quantity | None:
    number = amount.number
    unit = number.unit or amount.unit or "count"
    factor = Decimal("0.01") if amount.cents else ONE
    value, place = number.value * factor, number.place * factor
    if bound == "exact":
        place = _exact_place(number, unit) * factor
    try:
        return Quantity.worded(
            text, -value if amount.negative else value, unit, bound, place=place, high=high, per=per
        )
    except InvalidValueError:
        return None  # more digits than are kept


def _exact_place(number: Number, unit: str) -> Decimal:
    """The place that an unhedged number was cut at: the first three rows of the table."""
    if unit == "fraction":
        return Decimal(0)
    measured = unit not in ("count", "rank", "page", "token", "parameters", *LENGTHS)
    if number.scaled or (measured and abs(number.value) < 1000):
        return number.low_place
    if abs(number.value) < 1000 or number.place == number.low_place or unit == "rank":
        return Decimal(0)
    return number.place


LENGTHS: Final = frozenset(
    (
        "millisecond",
        "second",
        "minute",
        "hour",
        "day",
        "week",
        "month",
        "quarter",
        "year",
        "decade",
        "century",
    )
)


def _hedge(tokens: Sequence[Token], first: int, floor: int, amount: Amount) -> tuple[Bound, int] | None:
    if first <= floor:
        return None
    found = wording().before.ending(tokens, first - 1)
    if found is None or found[1] < floor:
        return None
    start = found[1]
    word, before = tokens[start].key, tokens[start - 1].key if start else ""
    if word in COMPARED and start == floor and start and tokens[start - 1].kind != "newline" and floor:
        return None  # "20 percent more than 400": compared, not hedged
    if word == "over" and start == first - 1 and amount.unit in LENGTHS and before not in TIMES_NOT_LENGTHS:
        return None  # "over three years": during
    if word in ("c", "ca") and tokens[start].text != word:
        return None
    if word in ("an", "some") or word != "no" or before != "with":
        pass
    return found


def _bound_of_verb(tokens: Sequence[Token], first: int, floor: int, amount: Amount) -> Bound | None:
    at = first - 1
    found = wording().verbs.ending(tokens, at) if at >= floor else None
    while found is None and at > floor and tokens[at].key in MILESTONES:
        at -= 1
        found = wording().verbs.ending(tokens, at)
    if found is None:
        return None
    verb, before = tokens[found[1]].key, tokens[found[1] - 1].key if found[1] else ""
    if verb in ("top", "pass", "cross") and before not in (
        "to",
        "will",
        "would",
        "could",
        "may",
        "might",
        "should",
        "can",
    ):
        return None
    small = not amount.number.scaled and amount.unit is None and amount.number.value < 1000
    return None if small and verb.startswith(("pass", "cross", "breach")) else found[0]


def _per(tokens: Sequence[Token], at: int, money: bool) -> tuple[str, int] | None:
    """The unit of a rate and the token after it: ``per million tokens``, ``a month``, ``/hour``."""
    words = wording()
    for index in range(at, min(at + 4, len(tokens) - 1)):
        token, ahead = tokens[index], tokens[index + 1]
        if token.key in ("a", "an", "each", "every"):
            if ahead.key == "second":
                return None
            unit = words.times.starting(tokens, index + 1)
            if unit is None and money and index == at and token.key in ("a", "an"):
                unit = words.physical.starting(tokens, index + 1) or words.pieces.starting(tokens, index + 1)
            return unit
        if token.key == "per" or (token.text == "/" and index == at and ahead.kind == "word"):
            return _rate(tokens, index + 1)
        if token.kind != "word" or token.key in FUNCTION_WORDS:
            return None
    return None


def _rate(tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
    number = _starts(tokens, at) or (_bare_scale(tokens, at))
    noun = number.end if number else at
    if noun >= len(tokens) or tokens[noun].kind != "word":
        return None
    words = wording()
    if noun + 1 < len(tokens) and tokens[noun + 1].key in words.nouns_by_word:
        noun += 1  # per million input tokens
    found = words.physical.starting(tokens, noun) or words.times.starting(tokens, noun)
    name = found[0] if found else _singular(tokens[noun].key)
    name = "year" if name == "annum" else name
    return (f"{number.value:f} {name}" if number else name), found[1] if found else noun + 1


def _bare_scale(tokens: Sequence[Token], at: int) -> Number | None:
    scale = _scale(tokens, at)
    return Number(at, scale[1], ONE, scale[0]) if scale else None


def _singular(noun: str) -> str:
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def _is_no_quantity(tokens: Sequence[Token], amount: Amount) -> bool:
    """Versions, list numbers, clock times, scores, bare ordinals, and words that only look like numbers."""
    number = amount.number
    at, end = number.first, number.end
    before = tokens[at - 1] if at else None
    after = tokens[end] if end < len(tokens) else None
    bare = amount.unit is None and number.unit is None and number.scale == 1 and number.bound is None
    if number.words:
        if number.value == 1 and (bare or amount.unit in LENGTHS):
            return True
        return (
            bare
            and after is not None
            and after.key in ("and", "or", "are", "were", "have")
            and (before is not None and before.key == "the")
        )
    if number.unit == "rank":
        return False
    if after and after.glued and after.kind == "word" and end == amount.end:
        return True  # 5G, 3rd, 1990s
    if _clock(tokens, at, end):
        return True
    if not bare:
        return False
    if before is not None and before.glued and before.text in ".:/" and at > 1 and tokens[at].glued:
        return True  # inside a code or address
    opens_line = before is None or before.kind == "newline"
    if opens_line and after is not None and after.text in (".", ")", ":"):
        return True
    if before is not None and before.text == "-" and tokens[at].glued and before.glued:
        return not _other_dash(tokens, at)
    if (
        after is not None
        and after.text in "-–"
        and after.glued
        and _digit(tokens, end + 1)
        and tokens[end + 1].glued
    ):
        return _other_end(tokens, amount) is None  # a score: 3-1
    return before is not None and _is_named(tokens, at - 1)


def _other_dash(tokens: Sequence[Token], at: int) -> bool:
    return at > 1 and tokens[at - 2].kind not in ("word", "number")


def _clock(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a number is part of a time of day: 9:30, 10am, 5 p.m."""
    after = tokens[end] if end < len(tokens) else None
    if (
        after is not None
        and after.text == ":"
        and after.glued
        and _digit(tokens, end + 1)
        and tokens[end + 1].glued
    ):
        return True
    if at > 1 and tokens[at - 1].text == ":" and tokens[at].glued and tokens[at - 2].kind == "number":
        return True
    keys = [token.key for token in tokens[end : end + 3]]
    return bool(keys) and (keys[0] in ("am", "pm") or keys[:3] in (["a", ".", "m"], ["p", ".", "m"]))


def _is_named(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word before a bare number makes it a name or version: ``Route 66``, ``version 3``."""
    word = tokens[at]
    if word.kind != "word":
        return False
    if word.key in NUMBERED:
        return True
    capital = word.text[0].isupper() and word.key not in FUNCTION_WORDS
    opens = at == 0 or tokens[at - 1].kind == "newline" or tokens[at - 1].text in '.!?:—•“"'
    return capital and word.key not in wording().changes and not (opens and _is_common(word.key))


NUMBERED: Final = frozenset(
    "version versions v release chapter article section phase level tier stage story page step day"
    " game round item rule clause class category type group grade volume vol figure fig table appendix"
    " track lane gate terminal platform room flight route highway district channel unit episode season"
    " series week size".split()
)


def unit_tokens(tokens: Sequence[Token]) -> list[bool]:
    """For every token, whether it is a currency or unit that belongs to the number beside it.

    >>> from qwenfacts.tokens import tokenize
    >>> unit_tokens(tokenize("HK$5 for 2 GB"))
    [True, True, False, False, False, True]
    """
    words = wording()
    marked = [False] * len(tokens)
    for at, token in enumerate(tokens):
        if token.kind != "number":
            continue
        if at:
            money = words.signs.ending(tokens, at - 1) or words.codes.ending(tokens, at - 1)
            if money:
                marked[money[1] : at] = [True] * (at - money[1])
        scale = _scale(tokens, at + 1)
        end = scale[1] if scale else at + 1
        unit = words.physical.starting(tokens, end) or words.codes.starting(tokens, end)
        if unit:
            marked[end : unit[1]] = [True] * (unit[1] - end)
    return marked


@cache
def _common() -> frozenset[str]:
    return frozenset(table("naming")["sentence_starters"])


def _is_common(word: str) -> bool:
    """Whether a word often opens a sentence, so that its capital means nothing there."""
    return word in _common() or word.endswith(("ly", "ing", "ed"))


def quantity_in_name(text: str, tokens: Sequence[Token], first: int, end: int) -> Iterator[Found]:
    """The sizes that a model's name carries: ``35B`` in ``Foo-35B`` counts its parameters."""
    for at in range(first + 1, end - 1):
        letter = tokens[at + 1]
        if tokens[at].kind == "number" and letter.text in ("B", "b", "T", "M") and letter.glued:
            number = None if goes_on(tokens, at) else _numeral(tokens, at)
            if number is not None and number.end == at + 2 and number.scaled:
                span = Span(tokens[at].start, letter.end)
                amount = Amount(number, at, at + 2, "parameters")
                yield Found(span, _worded(text[span.slice], amount, "exact", None, None))
