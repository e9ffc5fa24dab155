"""Which of the models before a sentence goes on to speak of: ``the weights``, ``the smaller sibling``."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from ....entities import Entity
from ....values import Quantity
from ...english.clauses import cues
from ...page import Draft, Page

__all__ = ["sibling_at"]

LARGE: Final = frozenset("larger bigger largest biggest flagship top-end full-size heavier".split())
SMALL: Final = frozenset("smaller smallest compact lighter lightweight cheaper faster leaner".split())
NOUNS: Final = frozenset(
    "model sibling variant version one checkpoint tier edition flagship member release".split()
)
GREAT: Final = frozenset("large max pro ultra plus heavy opus".split())
LITTLE: Final = frozenset("lite small mini nano tiny flash air edge micro turbo haiku".split())
PHRASE: Final = 4


def sibling_at(page: Page, first: int, latest: Sequence[Draft]) -> tuple[Sequence[Draft], int]:
    """The drafts that words at a token are about, and the token behind the words."""
    about = cues("located").starting(page.tokens, first)
    if about is not None and about[0] == "things":
        return latest, about[1]
    words = [token.key for token in page.tokens[first : first + PHRASE]]
    if words[0] not in ("the", "its"):
        return (), first
    end = next((at for at, word in enumerate(words) if at and word in NOUNS), 0)
    told = set(words[1 : end + 1])
    models = {draft.fields["model"]: _rank(draft) for draft in latest}
    if not end or len(models) < 2 or len(set(models.values())) < len(models):
        return (), first
    ranks = sorted(models.values())
    wanted = ranks[-1] if told & LARGE else ranks[0] if told & SMALL else None
    chosen = [draft for draft in latest if models[draft.fields["model"]] == wanted]
    return chosen, first + end + 1


def _rank(draft: Draft) -> tuple[int, Decimal]:
    """How large a model is by its name, else by its parameters."""
    model, size = draft.fields["model"], draft.fields.get("parameters")
    words = set(model.id.split("-")) if isinstance(model, Entity) else set[str]()
    told = bool(words & GREAT) - bool(words & LITTLE)
    return told, size.value if isinstance(size, Quantity) else Decimal(0)
