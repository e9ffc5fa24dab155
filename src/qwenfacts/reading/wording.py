"""The tables of English wording that ship with the library, read once when needed; forms of verbs."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["forms_of", "in_all_forms", "table"]


@cache
def table(name: str) -> dict[str, Any]:
    """One of the TOML files in ``data/lexicon``, as nested dicts; numbers with a point are Decimal.

    >>> table("numbers")["scale_words"]["crore"]
    '10000000'
    """
    text = files("qwenfacts").joinpath("data", "lexicon", f"{name}.toml").read_text("utf-8")
    return tomllib.loads(text, parse_float=Decimal)


def forms_of(entry: str) -> Iterator[tuple[str, str]]:
    """The forms of a verb, each with its name; irregular ones are given, what follows the verb stays.

    >>> [form for form, _ in forms_of("roll out")]
    ['roll out', 'rolls out', 'rolling out', 'rolled out']
    >>> [form for form, _ in forms_of("buy/bought")]
    ['buy', 'buys', 'buying', 'bought']
    >>> list(forms_of("begin/began/begun/beginning"))[-2:]
    [('began', 'past'), ('begun', 'participle')]
    """
    verb, _, rest = entry.partition(" ")
    base, *irregular = verb.split("/")
    stem = base.removesuffix("e")
    soft = re.search(r"[^aeiou]y$", base)
    hissing = re.search(r"(?:[sxz]|[cs]h|[^o]o)$", base)
    third = base[:-1] + "ies" if soft else base + ("es" if hissing else "s")
    past = irregular[0] if irregular else base[:-1] + "ied" if soft else stem + "ed"
    participle = irregular[1] if len(irregular) > 1 else past
    gerund = irregular[2] if len(irregular) > 2 else stem + "ing"
    names = {base: "base", third: "third", gerund: "gerund", past: "past"}
    names.setdefault(participle, "participle")
    for form, name in names.items():
        yield f"{form} {rest}".strip(), name


def in_all_forms(*verbs: str) -> frozenset[str]:
    """All forms of verbs of one word, each given as for `forms_of`, or several in one string.

    >>> sorted(in_all_forms("roll buy/bought"))
    ['bought', 'buy', 'buying', 'buys', 'roll', 'rolled', 'rolling', 'rolls']
    """
    return frozenset(form for entries in verbs for verb in entries.split() for form, _ in forms_of(verb))
