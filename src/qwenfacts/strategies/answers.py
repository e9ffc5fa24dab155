"""What questions about several reports are answered with."""

from __future__ import annotations

from typing import get_args

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ..changes import Changes
from ..compare import Conflict
from ..contradictions.findings import ConflictKind, Severity
from ..facts import Fact
from ..query import Facts
from .facts import fact_lists, facts, metrics
from .values import words

__all__ = ["changes", "conflicts"]


def conflicts() -> SearchStrategy[Conflict]:
    """Conflicts between one or two facts; nothing is wrong with the facts.

    >>> from hypothesis import given
    >>> @given(conflicts())
    ... def check(conflict):
    ...     assert conflict.facts and conflict.severity in ("hard", "soft")
    >>> check()
    """
    return st.builds(
        Conflict,
        kind=st.sampled_from(get_args(ConflictKind)),
        field=st.sampled_from(["quantity", "date", "of"]),
        facts=st.lists(facts(), min_size=1, max_size=2).map(tuple),
        severity=st.sampled_from(get_args(Severity)),
        why=words(),
    )


def changes() -> SearchStrategy[Changes]:
    """Changes with any facts in them.

    >>> from hypothesis import given
    >>> @given(changes())
    ... def check(some):
    ...     assert all(before.type == after.type for before, after in some.restated)
    >>> check()
    """
    several: SearchStrategy[Facts[Fact]] = fact_lists(max_size=1)
    restated = st.lists(st.tuples(metrics(), metrics()), max_size=1).map(tuple)
    return st.builds(Changes, new=several, repeated=several, dropped=several, restated=restated)
