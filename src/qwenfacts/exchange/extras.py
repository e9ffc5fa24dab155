"""Libraries that an export needs and the core does not: imported where used, asked for by their extra."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from ..errors import MissingExtraError

__all__ = ["needed"]


def needed(module: str, extra: str) -> Any:
    """A module of an optional library; `MissingExtraError` that says what to install if it is not there.

    >>> needed("decimal", extra="arrow").__name__
    'decimal'
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise MissingExtraError(
            f"this needs {module.partition('.')[0]} ({error}); run: pip install 'qwenfacts[{extra}]'"
        ) from None
