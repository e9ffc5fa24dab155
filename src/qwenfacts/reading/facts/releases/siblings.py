"""Which of the models before a sentence goes on to speak of: ``the weights``, ``the smaller sibling``."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from ....entities import Entity
from ....values import Quantity
from ...english.clauses import cues
from ...page import Draft, Page
from .standing import listed

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
    models = {draft.fields["model"]: _rank(draft) for draft in latest}
    if not end or len(models) < 2 or len(set(models.values())) < len(models):
        return (), first
    ranks = sorted(models.values())
    wanted = ranks[-1] if told & listed("large") else ranks[0] if told & listed("small") else None
    chosen = [draft for draft in latest if models[draft.fields["model"]] == wanted]
    return chosen, first + end + 1


def _rank(draft: Draft) -> tuple[int, Decimal]:
    """How large a model is by its name, else by its parameters."""
    model, size = draft.fields["model"], draft.fields.get("parameters")
    parts = set(model.id.split("-")) if isinstance(model, Entity) else set[str]()
    told = bool(parts & listed("great")) - bool(parts & listed("little"))
    return told, size.value if isinstance(size, Quantity) else Decimal(0)
