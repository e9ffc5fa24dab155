"""Hypothesis strategies: valid values of every type, for property tests of code that takes them.

What is drawn passes the checks of its type. Words are odd on purpose (emoji, combining marks, line
ends); all shrink to short plain ones. `reports` and `datasets` also keep the laws that tie facts to the
text. Needs the extra ``strategies``. With it, ``st.from_type(qf.Metric)`` works in any project.
"""

from .answers import changes, conflicts
from .facts import (
    citations,
    events,
    fact_lists,
    facts,
    metrics,
    outlooks,
    personnel_changes,
    relations,
    releases,
    statements,
)
from .reports import blocks, datasets, mentions, reports, rows, sections, stories, unreads
from .values import entities, evidences, periods, quantities, spans

__all__ = [
    "blocks",
    "changes",
    "citations",
    "conflicts",
    "datasets",
    "entities",
    "events",
    "evidences",
    "fact_lists",
    "facts",
    "mentions",
    "metrics",
    "outlooks",
    "periods",
    "personnel_changes",
    "quantities",
    "relations",
    "releases",
    "reports",
    "rows",
    "sections",
    "spans",
    "statements",
    "stories",
    "unreads",
]
