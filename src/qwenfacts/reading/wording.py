"""The tables of English wording that ship with the library, read once when first needed."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any, Final

__all__ = ["FUNCTION_WORDS", "table"]

FUNCTION_WORDS: Final = frozenset(
    "a an and are as at be been but by can could did do does for from had has have if in is it its"
    " may more most no nor not of off on or our out over per so than that the their then there these"
    " they this those to up was we were what when where which while who will with would".split()
)
"""The words of English that are no name and no noun, whatever their case."""


@cache
def table(name: str) -> dict[str, Any]:
    """One of the TOML files in ``data/lexicon``, as nested dicts; numbers with a point are Decimal.

    >>> table("numbers")["scale_words"]["crore"]
    '10000000'
    """
    text = files("qwenfacts").joinpath("data", "lexicon", f"{name}.toml").read_text("utf-8")
    return tomllib.loads(text, parse_float=Decimal)
