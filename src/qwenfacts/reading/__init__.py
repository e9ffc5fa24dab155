"""Reading a report: text, layout, mentions, facts; each step a pure function of the one before."""

from __future__ import annotations

from .reader import parse, read

__all__ = ["parse", "read"]
