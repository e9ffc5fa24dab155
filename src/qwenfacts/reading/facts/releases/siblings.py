"""Which of the models before a sentence goes on to speak of: ``the weights``, ``the smaller sibling``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ...english.clauses import cues
from ...english.lineup import Lineup
from ...page import Draft, Page
from .standing import listed, model_of

__all__ = ["sibling_at"]

PHRASE: Final = 4


def sibling_at(page: Page, first: int, latest: Sequence[Draft]) -> tuple[Sequence[Draft], int]:
    """The drafts that words at a token are about, and the token behind the words."""
    about = cues("located").starting(page.tokens, first)
    if about is not None and about[0] == "things":
        return latest, about[1]
    keys = [token.key for token in page.tokens[first : first + PHRASE]]
    if keys[0] not in ("the", "its"):
        return (), first
    end = next((at for at, key in enumerate(keys) if at and key in listed("siblings")), 0)
    told = set(keys[1 : end + 1])
    models = list(dict.fromkeys(model_of(draft) for draft in latest))
    meant = Lineup(models).meant(told) if end and len(models) > 1 else None
    return [draft for draft in latest if model_of(draft) == meant], first + end + 1 if meant else first
