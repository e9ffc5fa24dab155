"""Numbers that are no quantities: versions, labels, scores, times of day, telephone numbers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from ...tokens import Token, goes_on, peek
from ..wordclasses import FUNCTION_WORDS
from ..wording import table
from .numbers import Number, wording
from .units import LENGTHS, Amount

__all__ = ["code_end", "is_lookalike"]

JOINERS: Final = frozenset("-–−/×")
WHERE_CODES_GO_ON: Final = frozenset(("to", "in", "something", "figure"))
BRACKETS: Final = frozenset("()")
SENTENCE_OPENS: Final = frozenset('.!?:—•“"')
JOINTS: Final = frozenset(".:/_")
FEWEST_DIALLED: Final = 9
MOST_DIALLED: Final = 15
HIGHEST_LIST_NUMBER: Final = 20
HIGHEST_SCORE: Final = 200
LONGEST_STREET: Final = 4


def is_lookalike(tokens: Sequence[Token], amount: Amount, high: Amount | None = None) -> bool:
    """Whether what reads like an amount, or a range from it to another, is none.

    >>> from qwenfacts.tokens import tokenize
    >>> from qwenfacts.reading.mentions.units import amount_at
    >>> for text in ("at 9:30", "version 3", "the 5G", "won 3-1", "in 3 cities"):
    ...     tokens = tokenize(text)
    ...     print(is_lookalike(tokens, amount_at(tokens, 1, 0)), end=" ")
    True True True True False
    """
    number = amount.number
    if number.unit is not None:
        return False
    bare = amount.unit is None and number.scale == 1 and number.bound is None
    if number.words:
        return _is_no_word_of_number(tokens, amount, bare and high is None)
    if goes_on(tokens, number.end) and number.end == amount.end:
        return True  # 5G, 3rd, 1990s
    if _is_time_of_day(tokens, number) or _is_resolution(tokens, number) or _is_flat(tokens, number):
        return True
    if bare and _is_inside(tokens, number.first):
        return True
    if high is not None:
        return bare and high.unit is None and _is_score(tokens, amount, high)
    return bare and (
        _opens_code(tokens, number.end)
        or _is_list_number(tokens, number)
        or _is_address(tokens, number)
        or _is_release(tokens, number)
        or (_is_label(tokens, number.first - 1) and not _opens_row(tokens, number))
    )


def _is_no_word_of_number(tokens: Sequence[Token], amount: Amount, bare: bool) -> bool:
    """One, one year; the two and; a word in a name: 7-Eleven, League Two."""
    number = amount.number
    if number.value == 1 and (bare or amount.unit in LENGTHS):
        return True
    at, after = number.first, peek(tokens, number.end)
    before = peek(tokens, at - 1)
    if before.text == "-" and before.glued and tokens[at].glued:
        return True
    if not bare:
        return False
    if after.text == "-" and after.glued and peek(tokens, number.end + 1).key in WHERE_CODES_GO_ON:
        return True  # two-to-one, forty-something
    if before.key == "the" and after.key in ("and", "or", "are", "were", "have"):
        return True
    titled = tokens[at].text[0].isupper() and not after.text[:1].isupper()
    return titled and before.text.istitle() and _is_label(tokens, at - 1)


# -- codes and times ---------------------------------------------------------------------------


def code_end(tokens: Sequence[Token], at: int) -> int | None:
    """Where the groups of digits end that are one code: ``2026-05-07``, ``4-3-3``, ``+1 555 123 4567``.

    >>> from qwenfacts.tokens import tokenize
    >>> code_end(tokenize("(212) 555-0100, 5-10"), 1)
    6
    """
    first, before = tokens[at], peek(tokens, at - 1)
    area = before.text == "(" and peek(tokens, at + 1).text == ")" and len(first.text) == 3
    dialled = area or first.text[0] == "0" or (before.text == "+" and first.glued)
    end, groups, digits = at + 1, 1, len(first.text)
    while (start := _next_group(tokens, end, dialled)) is not None:
        end, groups, digits = start + 1, groups + 1, digits + len(tokens[start].text)
        if dialled and digits > MOST_DIALLED:
            return None
    return end if groups > 2 and (not dialled or digits >= FEWEST_DIALLED) else None


def _next_group(tokens: Sequence[Token], at: int, dialled: bool) -> int | None:
    """The next group of digits: behind a hyphen, in a telephone number also a space or bracket."""
    if peek(tokens, at).text in JOINERS and peek(tokens, at).glued and peek(tokens, at + 1).glued:
        at += 1
    elif dialled:
        at += peek(tokens, at).text in BRACKETS
    else:
        return None
    token = peek(tokens, at)
    return at if token.kind == "number" and (token.text.isdecimal() or not dialled) else None


def _opens_code(tokens: Sequence[Token], end: int) -> bool:
    """Whether a number goes on as a score, form, section or other code: 3-1, 24/7, 10-K, 7-Eleven, 401(k)."""
    mark, after, last = (peek(tokens, end + ahead) for ahead in range(3))
    if not (mark.glued and after.glued):
        return False
    letter = after.kind == "word" and len(after.text) == 1
    if mark.text == "(":
        return letter and last.text == ")"
    single = letter and after.text.isupper() and not goes_on(tokens, end + 2)
    runs_on = after.key in wording().numbers or after.key in WHERE_CODES_GO_ON
    return mark.text in JOINERS and (after.kind == "number" or single or runs_on)


def _is_inside(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number stands inside a code, address or short year: GPT-4, a/b/3, 2019–20, ’24."""
    before, above = peek(tokens, at - 1), peek(tokens, at - 2)
    if not tokens[at].glued:
        return False
    if before.text == "'":
        return len(tokens[at].text) == 2 and peek(tokens, at + 1).text != "'"
    if before.text == "-":
        return before.glued and above.kind in ("word", "number")
    return (
        before.glued
        and at > 1
        and (before.text in JOINTS or (before.text in JOINERS and above.kind == "number"))
    )


def _is_time_of_day(tokens: Sequence[Token], number: Number) -> bool:
    """9:30, 10am, 5 p.m., 1700 GMT, 6 o'clock."""
    at, end = number.first, number.end
    after, above = peek(tokens, end), peek(tokens, end + 1)
    if after.text == ":" and after.glued and above.kind == "number" and above.glued:
        return True
    if peek(tokens, at - 1).text == ":" and tokens[at].glued and peek(tokens, at - 2).kind == "number":
        return True
    if after.key in ("am", "pm") or after.text in wording().around["time_zones"]:
        return True
    keys = [token.key for token in tokens[end : end + 3]]
    return keys in (["a", ".", "m"], ["p", ".", "m"], ["o", "'", "clock"])


def _is_score(tokens: Sequence[Token], low: Amount, high: Amount) -> bool:
    """Whether a range of bare numbers is how a match or vote ended: drew 2-2, lost 1-3."""
    joint = tokens[low.end]
    if joint.text not in JOINERS or not joint.glued or high.number.value > HIGHEST_SCORE:
        return False
    around = (*tokens[max(0, low.first - 4) : low.first], *tokens[high.end : high.end + 2])
    contest = not wording().around["contests"].isdisjoint(token.key for token in around)
    return contest or low.number.value == high.number.value


# -- labels ------------------------------------------------------------------------------------


def _is_resolution(tokens: Sequence[Token], number: Number) -> bool:
    """A 4K television."""
    last, after = tokens[number.end - 1], peek(tokens, number.end)
    return last.text == "K" and after.key in wording().around["resolutions"]


def _is_flat(tokens: Sequence[Token], number: Number) -> bool:
    """Apartment 4B."""
    last = tokens[number.end - 1]
    lettered = number.end == number.first + 2 and last.glued and last.text.isupper()
    return lettered and peek(tokens, number.first - 1).key in wording().around["numbered"]


def _is_address(tokens: Sequence[Token], number: Number) -> bool:
    """118 Canal Street."""
    streets = wording().around["streets"]
    for at in range(number.end, number.end + LONGEST_STREET):
        token = peek(tokens, at)
        if not token.text.istitle():
            return False
        if at > number.end and token.key in streets:
            return True
    return False


def _is_release(tokens: Sequence[Token], number: Number) -> bool:
    """The 3.1 release."""
    return number.last < 1 and peek(tokens, number.end).key in wording().around["releases"]


def _is_list_number(tokens: Sequence[Token], number: Number) -> bool:
    """3) at the start of a line, (1) in it, [12] behind it."""
    before, after = peek(tokens, number.first - 1), peek(tokens, number.end)
    if before.kind == "newline":
        return after.text in (".", ")", ":")
    if before.text == "(" and after.text == ")":
        return number.value <= HIGHEST_LIST_NUMBER
    return before.text == "[" and after.text == "]"


def _opens_row(tokens: Sequence[Token], number: Number) -> bool:
    """Whether figures stand behind a number as the next columns of a table: ``Foo-Bench 81.4 79.9``."""
    after = peek(tokens, number.end)
    return after.kind == "number" and "." in after.text and "." in tokens[number.first].text


def _is_label(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word before a bare number makes it a name or version: ``Route 66``, ``version 3``."""
    words, word = wording(), peek(tokens, at)
    if word.kind != "word" or (word.glued and peek(tokens, at - 1).kind == "number"):  # Foo-14B 69
        return False
    if word.key in words.around["numbered"]:
        return not _is_deed(tokens, at)
    if word.text.islower() or word.key in FUNCTION_WORDS or word.key in words.changes:
        return False
    before = peek(tokens, at - 1)
    listed = before.kind == "mark" and (at < 2 or peek(tokens, at - 2).kind == "newline")  # - Some 90
    opens = before.kind == "newline" or before.text in SENTENCE_OPENS or listed
    return not (opens and _often_opens(word.key))


def _is_deed(tokens: Sequence[Token], at: int) -> bool:
    """``can build 20,000 cars``: whether a word that may stand before a number is a verb, which counts."""
    around, after = wording().around, peek(tokens, at + 2)
    does = tokens[at].key in around["numbering_verbs"] and peek(tokens, at - 1).key in around["before_a_verb"]
    return does and after.kind == "word" and after.text.islower() and after.key not in FUNCTION_WORDS


@cache
def _openers() -> frozenset[str]:
    return frozenset(table("naming")["sentence_starters"])


def _often_opens(word: str) -> bool:
    """Whether a word often opens a sentence, so that its capital means nothing there."""
    return word in _openers() or word.endswith(("ly", "ing", "ed"))
