"""The words that tell what the words around a change are: posts, successors, earlier times, boards."""

from __future__ import annotations

from typing import Final

from ...wordclasses import RELATIVES

__all__ = [
    "ASIDES",
    "DIRECT",
    "FOUNDERS",
    "HEIRS",
    "LEADS",
    "OFFICES",
    "OUR_OWN",
    "SPELLS",
    "TO_POST",
    "WHO",
]

TO_POST: Final = frozenset(("as", "become", "becoming", "being"))
OFFICES: Final = frozenset(
    ("role", "roles", "post", "job", "position", "title", "office", "seat", "rank", "posts")
)
"""What a post can be introduced as: ``the newly created post of treasurer``."""
HEIRS: Final = frozenset(("successor", "replacement"))
SPELLS: Final = frozenset(("after", "having", "following"))
"""What leads to an earlier time at another company: ``after two years at Acme``."""
DIRECT: Final = frozenset(("appoints", "becomes", "remains", "joins"))
"""The classes of verbs behind which a post may stand without a word between."""
FOUNDERS: Final = ("founder", "founders")
"""What nobody hands on."""
LEADS: Final = frozenset(("lead", "head"))
"""The verbs that are posts as well."""
OUR_OWN: Final = frozenset("run lead head oversee manage build join become take set".split())
"""What somebody comes to do, unless another company is named for it."""
ASIDES: Final = frozenset((",", "(", "—", "–"))
WHO: Final = RELATIVES - {"that"}
"""``that`` mostly opens what somebody said."""
