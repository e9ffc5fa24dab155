"""Personnel changes: one sentence, and who came or went."""

from __future__ import annotations

from typing import Any

import pytest

import qwenfacts as qf
from qwenfacts.facts import PersonnelChange

HEAD = "Cohere Weekly Report May 7, 2027\n\n"


def changes_of(prose: str) -> list[PersonnelChange]:
    return [fact for fact in qf.parse(HEAD + prose).facts if isinstance(fact, PersonnelChange)]


def told(change: PersonnelChange) -> dict[str, Any]:
    fields = (
        "person",
        "group",
        "kind",
        "role",
        "organisation",
        "date",
        "replaces",
        "former_role",
        "former_organisation",
    )
    values = {name: getattr(change, name) for name in fields}
    return {name: str(value) for name, value in values.items() if value is not None}


@pytest.mark.parametrize(
    ("prose", "wanted"),
    [
        (
            "Andrew Ng left Cohere on May 4, 2027.",
            {"kind": "departure", "organisation": "Cohere", "date": "2027-05-04"},
        ),
        ("Andrew Ng (a chemist) has resigned from Intel.", {"kind": "departure", "organisation": "Intel"}),
        ("Andrew Ng’s May 4 resignation hurt.", {"kind": "departure", "date": "2027-05-04"}),
        ("The Andrew Ng exit hurt Intel.", {"kind": "departure"}),
        (
            "The departure of Intel’s chief scientist Andrew Ng hurt.",
            {"kind": "departure", "role": "chief scientist", "organisation": "Intel"},
        ),
        (
            "Intel chief scientist Andrew Ng quit.",
            {"kind": "departure", "role": "chief scientist", "organisation": "Intel"},
        ),
        ("Intel said Andrew Ng quit.", {"kind": "departure"}),
        (
            "Andrew Ng stepped down as CFO of Intel.",
            {"kind": "departure", "role": "CFO", "organisation": "Intel"},
        ),
        ("Andrew Ng’s departure as a blow hurt.", {"kind": "departure"}),
        (
            "Intel hired Andrew Ng as head of research.",
            {"kind": "hire", "role": "head of research", "organisation": "Intel"},
        ),
        (
            "They hired Andrew Ng, former engineer at SAP.",
            {"kind": "hire", "former_role": "engineer", "former_organisation": "SAP"},
        ),
        ("They promoted Andrew Ng", {"kind": "appointment"}),
        (
            "Andrew Ng was hired by Intel to lead research.",
            {"kind": "hire", "role": "lead", "organisation": "Intel"},
        ),
        (
            "Andrew Ng was appointed head of research of Intel.",
            {"kind": "appointment", "role": "head of research", "organisation": "Intel"},
        ),
        (
            "Andrew Ng, former engineer at SAP, was named chief of staff — at last.",
            {
                "kind": "hire",
                "role": "chief of staff",
                "former_role": "engineer",
                "former_organisation": "SAP",
            },
        ),
        (
            "Andrew Ng joined Intel, replacing Jan Leike.",
            {"kind": "hire", "organisation": "Intel", "replaces": "Jan Leike"},
        ),
        (
            "Andrew Ng joined Intel; they were replaced by Jan Leike.",
            {"kind": "hire", "organisation": "Intel"},
        ),
        ("Andrew Ng joined Intel, replacing", {"kind": "hire", "organisation": "Intel"}),
        (
            "Andrew Ng continues to lead Intel.",
            {"kind": "continuation", "role": "lead", "organisation": "Intel"},
        ),
        ("They wanted Andrew Ng (who also left early).", {"kind": "departure"}),
        ("Andrew Ng, who knew Intel, retired.", {"kind": "departure"}),
    ],
)
def test_who_came_or_went(prose: str, wanted: dict[str, Any]) -> None:
    (change,) = changes_of(prose)
    assert told(change) == {"person": "Andrew Ng", **wanted}
    assert change.evidence[0].quote in prose


@pytest.mark.parametrize(
    "prose",
    [
        "Nobody left.",
        "Left",
        "Two cats left.",
        "Four weeks on, several lazy (very) engineers slept and left.",
        "Several engineers slept, cats left.",
        "Intel hired a cat.",
        "Intel hired",
        "Intel hired a cat; Andrew Ng slept.",
        "The departure of a cat hurt. Andrew Ng slept.",
        "The departure of",
        "Andrew Ng’s very old and rather fat cat left.",
        "Andrew Ng slept well, ate, and then nobody left.",
        "The exit was closed.",
        "Andrew Ng had no fear of the exit.",
        "Several of the many very old but never quite tired or sad engineers left.",
    ],
)
def test_nobody_did(prose: str) -> None:
    assert [told(change) for change in changes_of(prose)] == []


def test_those_listed_behind_a_group() -> None:
    changes = changes_of("Three senior Intel executives have left (Andrew Ng, Jan Leike, Christian Klein).")
    assert {told(change)["person"] for change in changes} == {"Andrew Ng", "Jan Leike", "Christian Klein"}
    assert {told(change)["organisation"] for change in changes} == {"Intel"}


def test_an_unnamed_group() -> None:
    (change,) = changes_of("Several old engineers have left this year.")
    assert told(change) == {
        "group": "Several old engineers",
        "kind": "departure",
        "date": "2027-01-01/2027-12-31",
    }


def test_a_group_from_a_place() -> None:
    (change,) = changes_of("Several Paris engineers have left.")
    assert told(change) == {"group": "Several Paris engineers", "kind": "departure"}


def test_somebody_and_a_group() -> None:
    changes = changes_of("The departure of Intel’s founder Andrew Ng and several researchers hurt.")
    assert {told(change).get("person", change.group) for change in changes} == {
        "Andrew Ng",
        "several researchers",
    }
    (alone,) = changes_of("The departure of Andrew Ng and nobody else hurt.")
    assert alone.person is not None


def test_replacing_somebody_who_left_as_well() -> None:
    hire, departure = changes_of("Andrew Ng joined Intel, replacing Jan Leike (who also left early).")
    assert (told(hire)["replaces"], told(departure)["person"]) == ("Jan Leike", "Jan Leike")


def test_the_date_of_another_clause_is_not_theirs() -> None:
    (change,) = changes_of(
        "Through May 2027 and all of that long and very wet spring, the Andrew Ng exit hurt."
    )
    assert change.date is None
