"""The vocabulary of what a metric can measure."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

__all__ = ["measures"]


@cache
def measures() -> frozenset[str]:
    """The slug of every measure; what they mean is in ``docs/measures.md``.

    >>> "revenue" in measures()
    True
    """
    import tomllib  # asking for facts needs it only where a measure is not among them

    data = files("qwenfacts").joinpath("data", "lexicon", "measures.toml").read_text("utf-8")
    return frozenset(tomllib.loads(data))
