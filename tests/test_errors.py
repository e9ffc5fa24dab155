"""Errors: one root, the builtin that a user would have caught, and messages that travel."""

from __future__ import annotations

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qwenfacts import errors
from qwenfacts.errors import DatasetError, QwenfactsError

BUILTINS: dict[str, type[Exception]] = {
    "ArgumentError": TypeError,
    "DatasetError": ValueError,
    "ErrataError": ValueError,
    "InvalidValueError": ValueError,
    "LexiconError": ValueError,
    "MissingExtraError": ImportError,
    "NotFoundError": LookupError,
    "NotUniqueError": LookupError,
    "QwenfactsError": Exception,
    "TextError": ValueError,
}


def test_all_are_known_here() -> None:
    assert sorted(BUILTINS) == sorted(errors.__all__)


@pytest.mark.parametrize("name", errors.__all__)
def test_an_error_is_of_the_root_and_of_its_builtin(name: str) -> None:
    kind: type[Exception] = getattr(errors, name)
    assert issubclass(kind, QwenfactsError)
    assert issubclass(kind, BUILTINS[name])
    assert not issubclass(kind, KeyError)  # it would show its message in quotes
    with pytest.raises(BUILTINS[name]):
        raise kind(["what, where, what to do"])


@pytest.mark.parametrize("name", errors.__all__)
@pytest.mark.parametrize("protocol", [0, 2, pickle.HIGHEST_PROTOCOL])
def test_an_error_survives_the_way_between_processes(name: str, protocol: int) -> None:
    kind: type[Exception] = getattr(errors, name)
    error = kind(["first “fault”", "second"]) if kind is DatasetError else kind("what, where, what to do")
    for other in (pickle.loads(pickle.dumps(error, protocol)), copy.copy(error), copy.deepcopy(error)):
        assert type(other) is kind
        assert str(other) == str(error)
        assert other.args == error.args


@given(st.lists(st.text()))
def test_a_refusal_has_all_its_faults(faults: list[str]) -> None:
    error = DatasetError(iter(faults))
    assert error.faults == tuple(faults)
    assert pickle.loads(pickle.dumps(error)).faults == error.faults
    assert all(fault in str(error) for fault in faults)


def test_a_refusal_counts_and_lists() -> None:
    assert str(DatasetError(["a: x"])) == "refused, 1 fault; nothing was loaded:\n  a: x"
    assert str(DatasetError(["a", "b"])) == "refused, 2 faults; nothing was loaded:\n  a\n  b"
