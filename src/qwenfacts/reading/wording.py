"""The tables of English wording that ship with the library, read once when first needed."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["table"]


@cache
def table(name: str) -> dict[str, Any]:
    """One of the TOML files in ``data/lexicon``, as nested dicts; numbers with a point are Decimal.

    >>> table("numbers")["scale_words"]["crore"]
    '10000000'
    """
    text = files("qwenfacts").joinpath("data", "lexicon", f"{name}.toml").read_text("utf-8")
    return tomllib.loads(text, parse_float=Decimal)
