"""Numbers in digits and in words, with their scale; and the tables of how they are worded.

The words are data (``lexicon/numbers.toml``); here is how they go together into one number.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import Final, NamedTuple
from unicodedata import decimal

from attrs import frozen

from ...tokens import Phrases, Token, goes_on, peek
from ...values import EXACT, Bound, last_place
from ..wording import table

__all__ = ["Number", "Wording", "currency_before", "in_digits", "in_words", "scale_at", "wording"]

ONE: Final = Decimal(1)
DOZEN: Final = Decimal(12)
MOST_DIGITS: Final = 40
TOO_LARGE: Final = "1" + MOST_DIGITS * "0"
"""Stands for every number with more digits than this, which no quantity keeps: they are not computed with."""


# -- the tables --------------------------------------------------------------------------------


@frozen
class Wording:
    """The tables of ``numbers.toml``, ready to match."""

    numbers: dict[str, int]
    ordinals: dict[str, int]
    parts: dict[str, int]
    signs_of_parts: dict[str, Decimal]
    scale_words: dict[str, Decimal]
    scale_letters: dict[str, Decimal]
    multitudes: Phrases[Decimal]
    signs: Phrases[str]
    codes: Phrases[str]
    currencies: Phrases[str]
    ratios: Phrases[str]
    times: Phrases[str]
    times_by_word: dict[str, str]
    glued_units: dict[str, str]
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
    around: dict[str, frozenset[str]]
    starters: frozenset[str]
    """Every word that can open a number."""
    behind_an_article: frozenset[str]
    """Every word that can go on with a number that ``a`` opens."""


@cache
def wording() -> Wording:
    """The bundled tables."""
    data = table("numbers")

    def phrases(name: str, *, exact: bool = False) -> Phrases[str]:
        return Phrases(data[name].items(), exact=exact)

    def bounds(name: str) -> Phrases[Bound]:
        return Phrases((words, bound) for bound, all_of in data[name].items() for words in all_of)

    def decimals(name: str) -> dict[str, Decimal]:
        return {word: Decimal(number) for word, number in data[name].items()}

    multitudes = decimals("multitudes")
    openings = {phrase.split()[0] for phrase in multitudes}
    return Wording(
        numbers=data["words"],
        ordinals=data["ordinals"],
        parts=data["parts"],
        signs_of_parts=decimals("signs_of_parts"),
        scale_words=decimals("scale_words"),
        scale_letters=decimals("scale_letters"),
        multitudes=Phrases(multitudes.items()),
        signs=phrases("currency_signs", exact=True),
        codes=phrases("currency_codes", exact=True),
        currencies=phrases("currency_names"),
        ratios=phrases("ratios"),
        times=phrases("times"),
        times_by_word=data["times"],
        glued_units=data["glued_units"],
        physical=phrases("physical", exact=True),
        nouns=phrases("nouns"),
        nouns_by_word=data["nouns"],
        pieces=Phrases((noun, noun) for noun in data["pieces"]["nouns"]),
        multiples=decimals("multiples"),
        before=bounds("hedges_before"),
        after=bounds("hedges_after"),
        verbs=bounds("verbs"),
        changes=frozenset(data["changes"]["verbs"]),
        comparisons=frozenset(data["comparisons"]["words"]),
        around={name: frozenset(words) for name, words in data["around"].items()},
        starters=frozenset(
            ("a", "an", "one", "half", "quarter", "no", "number", "#", *data["words"], *data["ordinals"])
        ).union(data["multiples"], openings),
        behind_an_article=frozenset(("hundred", "quarter", "quarters", *data["parts"])).union(
            data["scale_words"], data["times"]
        ),
    )


# -- a number ----------------------------------------------------------------------------------


class Number(NamedTuple):
    """A number as written, tokens ``first`` to before ``end``: ``digits`` times ``scale``.

    ``last`` is the place of the last digit, ``last_non_zero`` that of the last that is no zero; ``cut``
    says that decimals or a scale were written, so that the number may have been rounded there. ``unit``
    and ``bound`` are set where the words of the number carry them.
    """

    first: int
    end: int
    digits: Decimal
    scale: Decimal = ONE
    last: Decimal = ONE
    last_non_zero: Decimal = ONE
    cut: bool = False
    words: bool = False
    unit: str | None = None
    bound: Bound | None = None

    @classmethod
    def written(
        cls, first: int, end: int, digits: str, scale: Decimal = ONE, *, words: bool = False
    ) -> Number:
        """The number of some plain digits; a dozen is a count, not a scale to round to."""
        if len(digits.partition(".")[0]) > MOST_DIGITS:
            digits = TOO_LARGE
        last = last_place(digits, non_zero=False)
        return cls(
            first,
            end,
            Decimal(digits),
            scale,
            last,
            last_place(digits, non_zero=True) if digits[-1] == "0" else last,
            cut=scale != DOZEN and ("." in digits or scale != ONE),
            words=words,
        )

    @property
    def value(self) -> Decimal:
        """The number itself."""
        return EXACT.multiply(self.digits, self.scale)


def scale_at(tokens: Sequence[Token], at: int) -> tuple[Decimal, int] | None:
    """The scale that starts at a token, and its end: a letter on the digits, or a word of its own.

    >>> from qwenfacts.tokens import tokenize
    >>> scale_at(tokenize("5 lakh crore"), 1)
    (Decimal('1000000000000'), 3)
    """
    words, token = wording(), peek(tokens, at)
    if token.glued and token.text in words.scale_letters and not goes_on(tokens, at + 1):
        return words.scale_letters[token.text], at + 1
    at = _past_hyphen(tokens, at)
    scale = words.scale_words.get(peek(tokens, at).key)
    if scale is None or goes_on(tokens, at + 1):
        return None
    above = words.scale_words.get(peek(tokens, at + 1).key)
    if above is not None and above > scale and peek(tokens, at + 1).kind == "word":
        return EXACT.multiply(scale, above), at + 2  # lakh crore, thousand billion
    return scale, at + 1


def _past_hyphen(tokens: Sequence[Token], at: int) -> int:
    """The index after a hyphen that joins two words, if one stands here."""
    token = peek(tokens, at)
    return at + 1 if token.text == "-" and token.glued and peek(tokens, at + 1).glued else at


# -- in digits ---------------------------------------------------------------------------------


def currency_before(tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
    """The sign or code of a currency that ends before a token, and its first token."""
    words = wording()
    found = words.signs.ending(tokens, at - 1) or words.codes.ending(tokens, at - 1)
    return None if found is None or goes_on(tokens, found[1]) else found


def in_digits(tokens: Sequence[Token], at: int) -> Number | None:
    """The number that a token writes in digits, with its scale; None for versions and ``007``.

    >>> from qwenfacts.tokens import tokenize
    >>> in_digits(tokenize("2½ million"), 0).value
    Decimal('2500000.0')
    """
    if goes_on(tokens, at) and currency_before(tokens, at) is None:
        return None
    digits, end = plain_digits(tokens[at].text), at + 1
    if digits is None:
        return None
    part = wording().signs_of_parts.get(peek(tokens, end).text)
    if part is not None and "." not in digits:
        digits, end = digits + str(part)[1:], end + 1  # 2 ½
    scale = scale_at(tokens, end)
    return Number.written(at, scale[1], digits, scale[0]) if scale else Number.written(at, end, digits)


def plain_digits(written: str) -> str | None:
    """A number token as plain ASCII digits with a point, or None if it is no plain number.

    >>> plain_digits("1,234.50"), plain_digits("2½"), plain_digits("٣"), plain_digits("3.5.1")
    ('1234.50', '2.5', '3', None)
    """
    part = wording().signs_of_parts.get(written[-1])
    whole = written if part is None else written[:-1]
    digits = whole.replace(",", "")
    if not digits.isascii():
        digits = "".join(c if c == "." else str(decimal(c)) for c in digits if c == "." or c.isdecimal())
    if digits.count(".") > 1 or (len(digits) > 1 and digits[0] == "0" and digits[1] != "."):
        return None
    if part is None:
        return "0" + digits if digits[0] == "." else digits
    return None if "." in digits else (digits or "0") + str(part)[1:]


# -- in words ----------------------------------------------------------------------------------


def in_words(tokens: Sequence[Token], at: int) -> Number | None:
    """A number written in words, with its scale.

    >>> from qwenfacts.tokens import tokenize
    >>> for words in ("a hundred and twenty", "two and a half million", "three thousand five hundred"):
    ...     print(in_words(tokenize(words), 0).value)
    120
    2500000.0
    3500
    """
    if peek(tokens, at).key == "a":
        return _of_one(tokens, at)
    group = _group(tokens, at)
    if group is None:
        return None
    total, end = group
    digits = str(total)
    if part := _and_a_part(tokens, end):
        digits, end = digits + part[0], part[1]
    scale = scale_at(tokens, end)
    if scale is None:
        return Number.written(at, end, digits, words=True)
    if not part and (whole := _with_lower_groups(tokens, total, *scale)):
        return Number.written(at, whole[1], str(whole[0]), words=True)
    return Number.written(at, scale[1], digits, scale[0], words=True)


def _of_one(tokens: Sequence[Token], at: int) -> Number | None:
    """A hundred and ten, a million, a dozen, a million and a half."""
    if peek(tokens, at + 1).key == "hundred":
        number = in_words(tokens, at + 1)
        return number and number._replace(first=at)
    scale = None if peek(tokens, at + 1).text == "-" else scale_at(tokens, at + 1)
    if scale is None:
        return None
    digits, end = _and_a_part(tokens, scale[1]) or ("", scale[1])
    return Number.written(at, end, "1" + digits, scale[0], words=True)


def _group(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """A number below a thousand, or hundreds up to ninety-nine: two hundred and five, twelve."""
    low = (1, at) if peek(tokens, at).key == "hundred" else _below_hundred(tokens, at)
    if low is None:
        return None
    total, end = low
    hundred = _past_hyphen(tokens, end)
    if peek(tokens, hundred).key != "hundred":
        return low
    total, end = total * 100, hundred + 1
    rest = _past_hyphen(tokens, end)
    if peek(tokens, rest).key == "and":
        rest = _past_hyphen(tokens, rest + 1)
    more = _below_hundred(tokens, rest)
    return (total + more[0], more[1]) if more else (total, end)


def _below_hundred(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """One to ninety-nine; none where an ordinal follows: ``twenty-first``."""
    words = wording()
    value = _word_value(tokens, at)
    if value is None:
        return None
    if value < 20:
        return value, at + 1
    unit = _past_hyphen(tokens, at + 1)
    if unit > at + 1 and peek(tokens, unit).key in words.ordinals:
        return None
    more = _word_value(tokens, unit)
    return (value + more, unit + 1) if more is not None and more < 10 else (value, at + 1)


def _word_value(tokens: Sequence[Token], at: int) -> int | None:
    key = peek(tokens, at).key
    return None if goes_on(tokens, at + 1) else 1 if key == "one" else wording().numbers.get(key)


def _with_lower_groups(
    tokens: Sequence[Token], total: int, scale: Decimal, at: int
) -> tuple[int, int] | None:
    """What goes on below a scale: two million three hundred thousand, one thousand and five."""
    whole, end = total * int(scale), at
    while scale >= 1000:
        joined = peek(tokens, end).key == "and"
        group = _group(tokens, end + joined)
        if group is None:
            break
        below, after = scale_at(tokens, group[1]) or (ONE, group[1])
        spelled = below > 1 or group[0] >= 100 or (joined and scale == 1000)
        if below >= scale or not spelled:
            break
        whole, scale, end = whole + group[0] * int(below), below, after
    return (whole, end) if end > at else None


def _and_a_part(tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
    """The decimals of ``and a half``, ``-and-a-quarter``, ``and three quarters``, and their end."""
    at = _past_hyphen(tokens, at)
    if peek(tokens, at).key != "and":
        return None
    at = _past_hyphen(tokens, at + 1)
    end = _past_hyphen(tokens, at + 1)
    decimals = PARTS.get((peek(tokens, at).key, peek(tokens, end).key))
    return (decimals, end + 1) if decimals else None


PARTS: Final = {
    ("a", "half"): ".5",
    ("one", "half"): ".5",
    ("a", "quarter"): ".25",
    ("one", "quarter"): ".25",
    ("three", "quarters"): ".75",
    ("three", "quarter"): ".75",
}
