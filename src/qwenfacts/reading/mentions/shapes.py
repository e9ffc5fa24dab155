"""Names by their shape: letters and numbers written together, versions and variants behind a name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ...tokens import Token, goes_on, peek
from ..wordclasses import ADNOMINALS, CARDINALS
from .casing import LONGEST, Casing
from .naming import listed, verbs_on_s, words

__all__ = [
    "chunk_end",
    "has_model_shape",
    "is_size",
    "is_year",
    "may_have_version",
    "sized",
    "stem_end",
    "versioned_end",
]

SMALL_VARIANTS: Final = ("mini", "nano")
"""Variants that stand in small letters behind a version: ``Foo-5 mini``."""
OPENINGS: Final = frozenset((".", "v", *SMALL_VARIANTS))
"""With these a version can start as well as with a number or capital."""
SERIAL_LETTERS: Final = frozenset("ACDEFHILNPQRSXYZ")
VERSION_LETTERS: Final = frozenset("einouvz")
"""Letters behind a long number that are no units, and behind a short one."""
UNCOUNTED: Final = "this its as across plus versus thus always perhaps whereas us s series weights".split()
"""Words on -s that no number counts."""
LONGEST_MODIFIER: Final = 4
ENDS_A_NUMBER: Final = "%+×$€£°~"


def chunk_end(casing: Casing, at: int) -> int:
    """The token after what is written together with a word: ``Foo3.5-27B``, without ``-based``."""
    tokens, end = casing.tokens, at + 1
    while end < min(len(tokens), at + LONGEST):
        if goes_on(tokens, end):
            end += 1
        elif casing.text(end) == "-" and tokens[end].glued and _goes_on_after_hyphen(casing, end + 1):
            end += 2
        else:
            break
    return end


def _goes_on_after_hyphen(casing: Casing, at: int) -> bool:
    if not casing.glued(at) or casing.taken[at]:
        return False
    token = casing.tokens[at]
    versioned = token.text == "v" and at + 1 < len(casing.tokens) and casing.tokens[at + 1].kind == "number"
    return token.kind == "number" or token.text[0].isupper() or versioned or token.key in words("variants")


def has_model_shape(casing: Casing, at: int, end: int) -> bool:
    """Whether a chunk is letters with numbers as models and products have them."""
    tokens = casing.tokens
    word = tokens[at]
    if word.kind != "word":
        return False
    numbers = [token.text for token in tokens[at:end] if token.kind == "number"]
    if not numbers or not any(c.isupper() for c in word.text) or word.key in words("numbered_words"):
        return False
    if not all(map(_is_version_number, numbers)):
        return False
    if casing.key(end) in words("scaling_words"):
        return False
    joined = tokens[at + 1].text == "-" and not sized(tokens[at:end])
    if joined and (is_year(numbers[0]) or listed(word.key, "not_names", "sentence_starters", "common_words")):
        return False
    known = casing.known_at(at)
    return not (known and known[0].kind == "place")


def _is_version_number(number: str) -> bool:
    return "," not in number and len(number) < 6 and number.count(".") < 3


def is_year(number: str) -> bool:
    """Whether four digits are likely to be a year."""
    return len(number) == 4 and "1900" < number < "2100"


def may_have_version(casing: Casing, first: int, end: int) -> bool:
    """Whether a number behind a capitalised run may be its version."""
    key = casing.key(end - 1)
    count = 1 + sum(not token.glued for token in casing.tokens[first + 1 : end])
    plain = key in words("roles") and count < 2
    return count < 3 and key not in words("numbered_words") and not plain


def versioned_end(casing: Casing, at: int) -> int:
    """The token after the version and variant that follow a model's or product's name."""
    tokens, end = casing.tokens, at
    if at < len(tokens) and tokens[at].kind != "number":
        text = tokens[at].text
        if not text[0].isupper() and text not in OPENINGS:
            return at  # most
    if end < len(tokens) and not tokens[end].glued and not casing.taken[end]:
        if tokens[end].kind == "number" and _is_version(casing, end):
            end += not _is_figure(tokens, end)
        elif tokens[end].text == "v" and casing.glued(end + 1) and tokens[end + 1].kind == "number":
            end += 2  # "Foo v2"
        elif (is_size(tokens, end) or _is_lettered(tokens, end)) and not goes_on(tokens, end + 2):
            end += 2  # "Foo 40B", "Foo 910C", "Foo 4n"
        elif tokens[end].kind == "word" and tokens[end].text[0].isupper():
            letter = len(tokens[end].text) == 1 and casing.text(end + 1)[:1].isupper()  # "Galaxy Z Fold8"
            chunk = chunk_end(casing, end + letter)
            shaped = has_model_shape(casing, end + letter, chunk)
            shaped = shaped or (
                chunk == end + 3 and tokens[end].text.isupper() and tokens[end + 2].kind == "number"
            )
            end = chunk if shaped else end  # "Foo VLA-2"
    if (
        casing.text(end) == "."
        and casing.glued(end)
        and casing.glued(end + 1)
        and tokens[end - 1].kind == "word"
    ):
        end += 2 * (tokens[end + 1].kind == "number" and tokens[end - 1].text[0].isupper())  # "FOO.2"
    versioned = end > at or (0 < at <= len(tokens) and tokens[at - 1].kind == "number")
    if versioned and _is_letter(casing, end):
        end += 1
    stop = end + LONGEST
    while end < stop and not casing.glued(end) and _is_variant(casing, end, versioned=versioned):
        end += 1
    return end


def _is_variant(casing: Casing, at: int, *, versioned: bool) -> bool:
    """``Foo 5 Mini``, ``Foo 5 mini``, ``Foo 5 Open``: whether a word tells a variant of what is before it."""
    if versioned and casing.text(at) in SMALL_VARIANTS:
        return True
    key, usual = casing.key(at), casing.key(at) in words("variants")
    if key in words("plain_variants") and (casing.headings[at] or casing.is_free_capital(at + 1)):
        return False  # "Foo 5 Search Costs"
    return casing.text(at).istitle() and (usual or (versioned and key in words("plain_variants")))


def _is_letter(casing: Casing, at: int) -> bool:
    """Whether a letter behind a version tells a variant: ``Foo 5 H``, and not ``Foo 5 A. Roe``."""
    text = casing.text(at)
    single = len(text) == 1 and text.isupper() and text not in "AI" and not casing.glued(at)
    single = single and not goes_on(casing.tokens, at + 1)  # "Foo 5 E2B"
    return single and not (casing.glued(at + 1) and casing.text(at + 1) in (".", "'", "-", "&"))


def _is_figure(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number is said of a name that has a version already: ``Foo 4 71.5``, ``Foo-14B 69``."""
    short = "." in tokens[at].text or len(tokens[at].text) < 4  # "Foo 1 0528"
    return short and at > 1 and (tokens[at - 1].kind == "number" or is_size(tokens, at - 2))


def _is_lettered(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number with a letter behind it counts nothing: ``910C``, ``4n``."""
    if (
        tokens[at].kind != "number"
        or not tokens[at].text.replace(".", "").isdigit()
        or not goes_on(tokens, at + 1)
    ):
        return False
    letters = SERIAL_LETTERS if len(tokens[at].text) in (3, 4) else VERSION_LETTERS
    return tokens[at + 1].text in letters


def _is_version(casing: Casing, at: int) -> bool:
    """Whether the number after a product's name is its version, and counts nothing."""
    number = casing.text(at)
    if not _is_version_number(number) or is_year(number) or goes_on(casing.tokens, at + 1):
        return False
    if at + 1 >= len(casing.tokens):
        return True
    after = casing.tokens[at + 1]
    if after.kind in ("mark", "newline"):
        score = after.text == "-" and after.glued and casing.text(at + 2).isdigit()
        score = score and not is_size(casing.tokens, at + 2)  # "Foo 3-70B"
        return after.text not in ENDS_A_NUMBER and not score
    scaled = after.key in words("scaling_words")
    if "." in number:
        return not scaled
    if after.text[0].isupper():
        return after.key not in words("month_words")
    counted = after.key.endswith("s") and after.key not in verbs_on_s() and after.key not in UNCOUNTED
    return not scaled and (not counted or _takes_an_object(casing, at + 1) or _is_told_apart(casing, at))


def _is_told_apart(casing: Casing, at: int) -> bool:
    """``its Foo 90 phones``, ``3 million Foo 90 phones``: a number inside a noun phrase counts nothing."""
    before = at - 1
    while before > at - LONGEST_MODIFIER and casing.is_capital(before):
        before -= 1
    owned = casing.key(before) == "s" and casing.text(before - 1) == "'"
    return owned or casing.key(before) in ADNOMINALS or casing.key(before) in words("scaling_words")


def _takes_an_object(casing: Casing, at: int) -> bool:
    """Whether what stands behind a word on -s makes it a verb: ``Foo 3 outbids the``, ``Foo 3 tops 40``."""
    following = peek(casing.tokens, at + 1)
    return following.key in ADNOMINALS or following.key in CARDINALS or following.kind == "number"


def sized(tokens: Sequence[Token]) -> bool:
    """Whether a name carries a size: a number with a B or M behind it, apart from the letters before.

    >>> from qwenfacts.tokens import tokenize
    >>> sized(tokenize("Foo-7B")), sized(tokenize("R1T"))
    (True, False)
    """
    return any(is_size(tokens, at) for at in range(1, len(tokens) - 1))


def is_size(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number with a B, M or T behind it stands here."""
    return (
        at + 1 < len(tokens)
        and tokens[at].kind == "number"
        and not goes_on(tokens, at)
        and tokens[at + 1].text in ("B", "M", "T")
        and tokens[at + 1].glued
    )


def stem_end(tokens: Sequence[Token]) -> int:
    """How many tokens a name has before its size, or its last variant, and the hyphen there: its family.

    >>> from qwenfacts.tokens import tokenize
    >>> stem_end(tokenize("Foo-Bar Mini-7B")), stem_end(tokenize("Foo 4 Max")), stem_end(tokenize("Foo-4"))
    (4, 2, 3)
    """
    places = range(1, len(tokens))
    size = next((at for at in places if is_size(tokens, at)), None)
    end = size or next((at for at in reversed(places) if tokens[at].key in words("variants")), len(tokens))
    return end - 1 if end < len(tokens) and tokens[end - 1].text == "-" else end
