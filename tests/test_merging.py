"""One fact for all the places that say it; two where they disagree."""

from __future__ import annotations

import pendulum

from qwenfacts.facts import PersonnelChange
from qwenfacts.reading.merging import MOST_VERSIONS, merged
from qwenfacts.reading.page import Draft
from qwenfacts.values import Period, Span

DAY = pendulum.Date(2027, 5, 4)
MAY = Period(pendulum.Date(2027, 5, 1), pendulum.Date(2027, 5, 31), "month", "May 2027")
FOURTH = Period(DAY, DAY, "day", "May 4")
SIXTH = Period(DAY.add(days=2), DAY.add(days=2), "day", "May 6")
UNTIL = Period(None, DAY, "open", "May 4")
FROM = Period(DAY, None, "open", "May 4")


def a_draft(at: int, key: str | None = "roe", **fields: object) -> Draft:
    story = fields.pop("story", None)
    assert story is None or isinstance(story, int)
    span = Span(at, at + 1)
    return Draft(PersonnelChange, fields, [span], [span], story, key and (key,))  # type: ignore[arg-type]


def test_drafts_without_a_key_stand_alone() -> None:
    drafts = [a_draft(0, None), a_draft(0, None)]
    assert list(merged(drafts)) == drafts


def test_places_that_agree_are_one_fact_with_all_they_say() -> None:
    (draft,) = merged(
        [
            a_draft(9, role="head", date=MAY),
            a_draft(3, role=None, channels=("x",), story=2),
            a_draft(5, date=FOURTH, channels=("y", "x"), role="the head"),
            a_draft(7, date=UNTIL),
            a_draft(8, date=FROM),
        ]
    )
    assert draft.fields["channels"] == ("y", "x")
    assert draft.evidence == [Span(at, at + 1) for at in (3, 5, 7, 8, 9)]
    assert sorted(draft.mentions) == draft.evidence
    assert draft.story == 2


def test_places_that_disagree_stay_apart() -> None:
    drafts = [a_draft(0, date=FOURTH), a_draft(1, date=SIXTH), a_draft(2, date=FOURTH)]
    assert [draft.evidence for draft in merged(drafts)] == [[Span(0, 1), Span(2, 3)], [Span(1, 2)]]
    assert len(list(merged([a_draft(0, stage="beta"), a_draft(1, stage="preview")]))) == 2
    assert len(list(merged([a_draft(0, key="roe"), a_draft(1, key="poe")]))) == 2
    assert len(list(merged([a_draft(0, who=1), a_draft(1, who=2)]))) == 2


def test_what_is_assumed_gives_way_to_what_another_place_assumes() -> None:
    one, other = a_draft(0), a_draft(1)
    one.assumed, other.assumed = {"role": None, "stage": "general"}, {"role": "lead", "stage": "announced"}
    (draft,) = merged([one, other])
    assert draft.assumed == {"role": "lead", "stage": "general"}


def test_there_is_an_end_to_versions() -> None:
    days = [Period(day, day, "day", str(day)) for day in (DAY.add(days=n) for n in range(MOST_VERSIONS + 2))]
    drafts = [a_draft(at, date=day) for at, day in enumerate((*days, days[0], days[-1]))]
    assert [len(draft.evidence) for draft in merged(drafts)] == [2] + [1] * (MOST_VERSIONS + 2)
