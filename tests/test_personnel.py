"""Personnel changes: one sentence, and who came or went."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from worst import assert_linear

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
        ("They wanted Andrew Ng who also left early.", {"kind": "departure"}),
        ("Andrew Ng, who knew Intel, retired.", {"kind": "departure"}),
        ("1. Andrew Ng leaves\n\nIt hurts.\n", {"kind": "departure"}),
    ],
)
def test_who_came_or_went(prose: str, wanted: dict[str, Any]) -> None:
    (change,) = changes_of(prose)
    assert told(change) == {"person": "Andrew Ng", "organisation": "Cohere", **wanted}
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
        "organisation": "Cohere",
        "date": "2027-01-01/2027-12-31",
    }


def test_a_group_from_a_place() -> None:
    (change,) = changes_of("Several Paris engineers have left.")
    assert told(change) == {
        "group": "Several Paris engineers",
        "kind": "departure",
        "organisation": "Cohere",
    }


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


ROE = "Jane Roe"


@pytest.mark.parametrize(
    ("prose", "wanted"),
    [
        # who leaves
        ("Chief financial officer Jane Roe quit.", {"kind": "departure", "role": "Chief financial officer"}),
        ("Jane Roe, head of the Orchid group, resigned.", {"kind": "departure", "role": "head of the Orchid group"}),
        (
            "Jane Roe, principal compiler engineer since 2021, resigned on Monday, May 3, 2027.",
            {"kind": "departure", "role": "principal compiler engineer", "date": "2027-05-03"},
        ),
        ("Jane Roe leaves to found a bakery as its chief.", {"kind": "departure"}),
        ("Also leaving is Jane Roe, general counsel.", {"kind": "departure", "role": "general counsel"}),
        ("Cohere lost its head of design, Jane Roe, to Apple.", {"kind": "departure", "role": "head of design"}),
        ("Cohere fired Jane Roe.", {"kind": "departure"}),
        ("Jane Roe, who ran sales, moves to SAP.", {"kind": "departure"}),
        ("Jane Roe of the Paris office left on May 3, 2027.", {"kind": "departure", "date": "2027-05-03"}),
        ("Jane Roe has handed out cake and quit.", {"kind": "departure"}),
        ("On May 3, 2027, Jane Roe stepped aside.", {"kind": "departure", "date": "2027-05-03"}),
        ("Jane Roe left Intel for a start-up.", {"kind": "departure", "organisation": "Intel"}),
        ("Jane Roe is going with them.", {"kind": "departure"}),
        ("Jane Roe left the company.", {"kind": "departure"}),
        ("Jane Roe, former head of design, resigned.", {"kind": "departure"}),
        ("Jane Roe, 44, 45, 46, 47, resigned.", {"kind": "departure"}),
        ("The exit of Jane Roe; May 4, 2027 hurt.", {"kind": "departure"}),
        ("The exit of Jane Roe on May 4, 2027 hurt.", {"kind": "departure", "date": "2027-05-04"}),
        # who comes
        ("Jane Roe (hired by Intel on May 4, 2027) sleeps.", {"kind": "hire", "organisation": "Intel", "date": "2027-05-04"}),
        ("A rival of Intel hired Jane Roe.", {"kind": "hire"}),
        ("Jane Roe, who sang of cats at SAP, joins.", {"kind": "hire", "former_organisation": "SAP"}),
        ("Jane Roe joined Cohere, where cats slept on May 4, 2027, as CFO.", {"kind": "hire", "role": "CFO"}),
        (
            "Jane Roe, formerly chief counsel at SAP, will join Cohere in July as chief legal officer.",
            {
                "kind": "hire",
                "role": "chief legal officer",
                "date": "2027-07-01/2027-07-31",
                "former_role": "chief counsel",
                "former_organisation": "SAP",
            },
        ),
        (
            "The company hired a new chief scientist, Jane Roe, from Intel.",
            {"kind": "hire", "role": "chief scientist", "former_organisation": "Intel"},
        ),
        (
            "Former Tesla engineer Jane Roe joins as head of hardware on 3 May 2027.",
            {
                "kind": "hire",
                "role": "head of hardware",
                "date": "2027-05-03",
                "former_role": "engineer",
                "former_organisation": "Tesla",
            },
        ),
        (
            "Jane Roe joins from Intel, where she was head of the Kestrel programme.",
            {"kind": "hire", "former_role": "head of the Kestrel programme", "former_organisation": "Intel"},
        ),
        (
            "Jane Roe, who ran sales at SAP, becomes chief revenue officer.",
            {"kind": "hire", "role": "chief revenue officer", "former_organisation": "SAP"},
        ),
        (
            "Jane Roe joins from Intel and takes the post on 3 June 2027.",
            {"kind": "hire", "former_organisation": "Intel", "date": "2027-06-03"},
        ),
        (
            "The company poached Jane Roe from Intel to head its chip unit.",
            {"kind": "hire", "role": "head", "former_organisation": "Intel"},
        ),
        ("Jane Roe returns to Cohere as CTO.", {"kind": "hire", "role": "CTO"}),
        ("Cohere hired Jane Roe as head of sales for Europe.", {"kind": "hire", "role": "head of sales for Europe"}),
        # who gets a post
        (
            "Jane Roe was promoted from director of safety to vice president of safety and policy.",
            {
                "kind": "appointment",
                "role": "vice president of safety and policy",
                "former_role": "director of safety",
            },
        ),
        (
            "Jane Roe, previously of SAP, was promoted from deputy to head of sales.",
            {
                "kind": "appointment",
                "role": "head of sales",
                "former_role": "deputy",
                "former_organisation": "SAP",
            },
        ),
        (
            "Jane Roe, currently head of Cohere Labs, will become chief AI officer.",
            {
                "kind": "appointment",
                "role": "chief AI officer",
                "former_role": "head",
                "former_organisation": "Cohere Labs",
            },
        ),
        (
            "Cohere named Jane Roe, who had been its head of European sales, president of sales on Friday.",
            {
                "kind": "appointment",
                "role": "president of sales",
                "former_role": "head of European sales",
                "date": "2027-05-07",
            },
        ),
        ("The board elected Jane Roe chair.", {"kind": "appointment", "role": "chair"}),
        (
            "The appointment of Jane Roe as chief operating officer was announced.",
            {"kind": "appointment", "role": "chief operating officer"},
        ),
        ("Jane Roe becomes finance chief of Cohere.", {"kind": "appointment", "role": "finance chief"}),
        ("Jane Roe, a chemist, will run the Paris office.", {"kind": "appointment"}),
        ("Jane Roe is the new head of Kestrel's labs.", {"kind": "appointment", "role": "head of Kestrel's labs"}),
        ("Jane Roe was promoted to head of — well — cats.", {"kind": "appointment", "role": "head"}),
        # who stays
        (
            "Jane Roe remains founder, chair, president, director, editor and CEO.",
            {"kind": "continuation", "role": "founder, chair, president, director, editor"},
        ),
        ("Jane Roe remains chairwoman and chief executive.", {"kind": "continuation", "role": "chairwoman and chief executive"}),
        ("Jane Roe, head of growth, stays in charge.", {"kind": "continuation", "role": "head of growth"}),
        ("Jane Roe stays on as head of research at Cohere Labs.", {"kind": "continuation", "role": "head of research", "organisation": "Cohere Labs"}),
    ],
)  # fmt: skip
def test_what_is_said_of_somebody(prose: str, wanted: dict[str, Any]) -> None:
    (change,) = changes_of(prose)
    assert told(change) == {"person": ROE, "organisation": "Cohere", **wanted}


@pytest.mark.parametrize(
    ("prose", "wanted"),
    [
        (
            "John Poe will be replaced by Jane Roe on June 1, 2027.",
            {"kind": "appointment", "date": "2027-06-01"},
        ),
        ("Jane Roe succeeds John Poe as CFO.", {"kind": "appointment", "role": "CFO"}),
        ("Jane Roe takes over from John Poe on 1 June 2027.", {"kind": "appointment", "date": "2027-06-01"}),
        ("Jane Roe takes over sales from John Poe.", {"kind": "appointment"}),
        ("John Poe slept. Jane Roe succeeds him as CFO.", {"kind": "appointment", "role": "CFO"}),
        ("John Poe is old. His role passes to Jane Roe.", {"kind": "appointment"}),
        ("John Poe's role passes to Jane Roe.", {"kind": "appointment"}),
        (
            "Jane Roe became head of research replacing John Poe.",
            {"kind": "appointment", "role": "head of research"},
        ),
        (
            "Jane Roe was hired as CFO. She comes from SAP and replaces John Poe.",
            {"kind": "hire", "role": "CFO", "former_organisation": "SAP"},
        ),
    ],
)
def test_who_is_replaced(prose: str, wanted: dict[str, Any]) -> None:
    (change,) = changes_of(prose)
    assert told(change) == {"person": ROE, "organisation": "Cohere", "replaces": "John Poe", **wanted}


@pytest.mark.parametrize(
    ("prose", "wanted"),
    [
        ("Jane Roe and John Poe have resigned.", {"Jane Roe": None, "John Poe": None}),
        (
            "Cohere hired Jane Roe as head of sales and John Poe as general counsel.",
            {"Jane Roe": "head of sales", "John Poe": "general counsel"},
        ),
        (
            "Cohere named Jane Roe chief scientist and John Poe chief economist.",
            {"Jane Roe": "chief scientist", "John Poe": "chief economist"},
        ),
        ("Two of its five directors, Jane Roe and John Poe, stepped down.", {"Jane Roe": None, "John Poe": None}),
        (
            "Jane Roe, treasurer, retires at the end of May 2027; John Poe takes over as treasurer.",
            {"Jane Roe": "treasurer", "John Poe": "treasurer"},
        ),
        ("Cohere hired two engineers, Jane Roe and John Poe.", {"Jane Roe": None, "John Poe": None}),
        ("Cohere hired Jane Roe and chief economist John Poe.", {"Jane Roe": None, "John Poe": "chief economist"}),
        ("CEO Jane Roe and CFO John Poe left.", {"Jane Roe": "CEO", "John Poe": "CFO"}),
        (
            "Jane Roe replaces John Poe as CFO; he left in March 2027.",
            {"Jane Roe": "CFO", "John Poe": "CFO"},
        ),
    ],
)  # fmt: skip
def test_several_people_in_a_sentence(prose: str, wanted: dict[str, Any]) -> None:
    assert {told(one)["person"]: told(one).get("role") for one in changes_of(prose)} == wanted


@pytest.mark.parametrize(
    ("prose", "wanted"),
    [
        ("About 40 engineers quit.", {"group": "About 40 engineers", "kind": "departure"}),
        ("The whole design team has left.", {"group": "The whole design team", "kind": "departure"}),
        (
            "Five members of the compiler team have left for a start-up.",
            {"group": "Five members of the compiler team", "kind": "departure"},
        ),
        (
            "Intel recruited six researchers from Cohere.",
            {
                "group": "six researchers",
                "kind": "hire",
                "organisation": "Intel",
                "former_organisation": "Cohere",
            },
        ),
        (
            "Seven researchers are going with him.",
            {"group": "Seven researchers", "kind": "departure"},
        ),
    ],
)
def test_groups(prose: str, wanted: dict[str, Any]) -> None:
    (change,) = changes_of(prose)
    assert told(change) == {"organisation": "Cohere", **wanted}


def test_of_very_many_people_the_last_count() -> None:
    names = " and ".join(["Andrew Ng"] * 20)
    (change,) = changes_of(f"{names} left. Five members of it left.")[:1]
    assert told(change)["person"] == "Andrew Ng"


def test_who_leaves_with_somebody_leaves_on_the_same_day() -> None:
    changes = changes_of("Jane Roe resigned on May 3, 2027, and six engineers left with her.")
    assert [told(change)["date"] for change in changes] == ["2027-05-03", "2027-05-03"]


@pytest.mark.parametrize(
    "prose",
    [
        "Jane Roe may leave Cohere.",
        "Jane Roe denied that she had left.",
        "Jane Roe has not resigned.",
        "Jane Roe left the stage.",
        "Jane Roe left little doubt.",
        "Jane Roe remains cautious.",
        "Jane Roe joined the call.",
        "Cohere named Jane Roe in its suit.",
        "Jane Roe moves from product to sales.",
        "Jane Roe moves to tears.",
        "She resigned.",
        "Sales fell and left nothing.",
        "Jane Roe slept (and nobody) left.",
        "Nobody — save a cat — left.",
        "Cats) left.",
        "Roughly 1,200 employees learned on Monday that their jobs were leaving.",
        "Cohere fired 40 engineers.",
        "The role passes to nobody.",
        "The baton passes to Jane Roe.",
        "Jane Roe was replaced.",
        "Jane Roe was replaced by a cat.",
        "Also leaving is the cat.",
        "Leaving",
        "Intel hired a cat, Jane Roe said.",
        "Nothing is leaving",
        "Jane Roe slept; sadly, left.",
        "Jane Roe succeeds; nobody cares.",
        "Jane Roe replaces a cat in it.",
    ],
)
def test_no_change(prose: str) -> None:
    assert [told(change) for change in changes_of(prose)] == []


def test_a_pronoun_means_somebody_of_its_own_story_and_gender() -> None:
    first = "1. One\n\nJane Roe slept. She resigned.\n\n2. Two\n\nShe quit.\n"
    assert [told(change)["person"] for change in changes_of(first)] == [ROE]
    second = "Jane Roe slept. She dreamt, and she resigned. He quit. John Poe slept. He left."
    assert [told(change)["person"] for change in changes_of(second)] == [ROE, "John Poe"]


WORDS = (
    "Jane Roe|John Poe|Intel|Cohere|he|him|she|her|who|where|was|has been|hired|named|left|left for|joined|joins|stays on|"
    "becomes|replaces|replaced by|passes to|role|post|whose|as|at|of|from|to|head|chief scientist|formerly|five|"
    "engineers|several|and|,|(|)|—|;|:|.|on May 4|in April|since 2021|departure|exit|leaving is|promoted|cat|the|a|’s"
).split("|")


@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
def test_any_words_may_stand_in_a_sentence(prose: str) -> None:
    for change in changes_of(prose):
        assert (change.person is None) != (change.group is None)


@pytest.mark.parametrize(
    ("unit", "before"),
    [
        ("Andrew Ng left and ", ""),
        ("he left, ", "Andrew Ng slept, "),
        ("hired Andrew Ng, ", "Intel "),
        ("Andrew Ng, ", "Intel hired "),
        ("is now is now ", "Andrew Ng "),
        ("head of ", "Andrew Ng became "),
        ("gave the post to ", "Andrew Ng "),
        ("under Andrew Ng, formerly of ", "Intel "),
        ("five engineers ", ""),
        ("chief scientist and ", "Andrew Ng, "),
        ("quit on May 4 ", "Andrew Ng "),
        ("the departure of Andrew Ng on May 4 and ", ""),
        ("(", "Five engineers left "),
    ],
)
def test_changes_are_found_in_linear_time(unit: str, before: str) -> None:
    assert_linear(qf.parse, unit, HEAD + before)


@pytest.mark.parametrize(
    ("prose", "wanted"),
    [
        (
            "Jane Roe, head of the off-grid power team, resigned from Intel.",
            {"kind": "departure", "role": "head of the off-grid power team"},
        ),
        ("Five engineers have left since March.", {"kind": "departure", "date": "2027-03-01/.."}),
        ("Five engineers left, since March was cold.", {"kind": "departure"}),
        ("Jane Roe, a scientist at Intel until March, was hired by Cohere.", {"kind": "hire"}),
        (
            "Six engineers from Intel have moved to Cohere.",
            {"kind": "hire", "organisation": "Cohere", "former_organisation": "Intel"},
        ),
        ("Six engineers from Cohere have moved to Intel.", {"kind": "departure"}),
    ],
)
def test_further_wordings_of_a_change(prose: str, wanted: dict[str, Any]) -> None:
    (change,) = changes_of(prose)
    assert wanted.items() <= told(change).items()
    assert change.date is None or "date" in wanted


def test_somebody_takes_the_place_of_whoever_left() -> None:
    left, came = changes_of("Jane Roe resigned on Monday. John Poe takes her place.")
    assert (left.kind, came.kind, came.replaces) == ("departure", "appointment", left.person)


def test_who_leaves_the_company_for_another_came_from_there() -> None:
    left, came = changes_of("Jane Roe resigned from Cohere on Monday; she has joined Intel as a director.")
    assert (left.kind, came.kind, told(came)["former_organisation"]) == ("departure", "hire", "Cohere")


def test_who_comes_back_came_from_nowhere() -> None:
    left, came = changes_of("Jane Roe resigned from Cohere in May. She has joined Cohere as a director.")
    assert (left.kind, came.kind, came.former_organisation) == ("departure", "hire", None)


def brief(change: PersonnelChange) -> str:
    """A change in a line: kind, who, and the fields that are told besides the company of the report."""
    fields = told(change)
    kind, who = fields.pop("kind"), fields.pop("person", None) or fields.pop("group", "")
    if fields.get("organisation") == "Cohere":
        del fields["organisation"]
    return " / ".join([kind, who, *(f"{name} {value}" for name, value in fields.items())])


WORDINGS = """
# who leaves
Nina Holm, the outgoing marketing chief, goes to Spotify. > departure / Nina Holm / role marketing chief
Jane Roe has gone to Azure. > departure / Jane Roe
Jane Roe moves to Cohere's new lab. > hire / Jane Roe
Out goes Jane Roe. > departure / Jane Roe
Also on the way out is Jane Roe, general counsel. > departure / Jane Roe / role general counsel
Leaving, as ever, is the cat. >
Jane Roe, whose departure hurt, slept. > departure / Jane Roe
Jane Roe slept. She announced her resignation. > departure / Jane Roe
He announced his resignation. >
The exit of Jane Roe's brother hurt. >
Intel's founder, Jane Roe, steps back. > departure / Jane Roe / role founder / organisation Intel
Jane Roe left the chip design team. > departure / Jane Roe
Jane Roe left the very last big one. >
Jane Roe left its old and bad one. >
Jane Roe leaves Intel to sleep. > departure / Jane Roe / organisation Intel
Jane Roe leaves Intel to join SAP. > departure / Jane Roe / organisation Intel + hire / Jane Roe / organisation SAP / former_organisation Intel
Cohere let Jane Roe go. > departure / Jane Roe
Cohere never let Jane Roe go. >
Cohere let the cat go. >
Cohere let Jane Roe sleep. >
- Out: Jane Roe. > departure / Jane Roe
- Out: nobody. >
- Jane Roe slept. >
Jane Roe hands over to nobody. >
- Recruited: Jane Roe of Intel, as treasurer. > hire / Jane Roe / role treasurer / former_organisation Intel
- Recruited: Jane Roe joins as treasurer. > hire / Jane Roe / role treasurer
Hires and exits: Jane Roe joins as treasurer. > hire / Jane Roe / role treasurer
# groups
Two of the five founders left. > departure / Two of the five founders
Half of the vision group left. > departure / Half of the vision group
Two groups left. >
Two vice presidents have left. > departure / Two vice presidents / role vice presidents
Several of Intel's engineers left. > departure / Several of Intel's engineers / organisation Intel
Five engineers followed him. > departure / Five engineers
Five engineers are leaving for the company. > hire / Five engineers
Five engineers are leaving for Cohere. > hire / Five engineers
With him went five engineers. > departure / five engineers
# who comes
From Intel comes Jane Roe as head of sales. > hire / Jane Roe / role head of sales / former_organisation Intel
From Oslo comes Jane Roe. >
Cohere has brought Jane Roe on board as head of policy. > hire / Jane Roe / role head of policy
Jane Roe, poached from Intel, sleeps. > hire / Jane Roe / former_organisation Intel
Jane Roe, whom the firm lured from Intel, sleeps. > hire / Jane Roe / former_organisation Intel
Somebody whom the firm hired slept. >
The firm, whose boss, a man, hired nobody, sleeps. >
The firm hired nobody. >
Jane Roe leaves Intel to run payments. > hire / Jane Roe / former_organisation Intel
Jane Roe joins as CFO after two years at Intel. > hire / Jane Roe / role CFO / former_organisation Intel
Jane Roe joins as CFO after two years. > hire / Jane Roe / role CFO
Jane Roe joins as CFO after two years, at last. > hire / Jane Roe / role CFO
Jane Roe joins from rival Intel. > hire / Jane Roe / former_organisation Intel
Jane Roe joins from deep and dark Intel. > hire / Jane Roe
Jane Roe, until May head of sales at Intel, was hired. > hire / Jane Roe / former_role head of sales / former_organisation Intel
Jane Roe, until she slept at Intel, was hired. > hire / Jane Roe
Cohere named former Intel executive Jane Roe to its board. > hire / Jane Roe / former_role executive / former_organisation Intel
The firm elected Jane Roe, the founder of Kite Labs, chair. > hire / Jane Roe / role chair / former_role founder / former_organisation Kite Labs
Jane Roe joins as CFO after two years at sea with Intel. > hire / Jane Roe / role CFO / former_organisation Intel
They hired Jane Roe, until > hire / Jane Roe
Intel fired, hired Jane Roe. > hire / Jane Roe / organisation Intel
# who gets a post
The board put Jane Roe in charge of sales. > appointment / Jane Roe / role in charge of sales
Jane Roe was put in charge of Intel. > appointment / Jane Roe / role in charge / organisation Intel
Jane Roe was put in charge of sales. > appointment / Jane Roe / role in charge of sales
Jane Roe was named to the new post of treasurer. > appointment / Jane Roe / role treasurer
Jane Roe has been named CFO, effective June 1, 2027, it said on Monday. > appointment / Jane Roe / role CFO / date 2027-06-01
# who stays
Cohere extended the contract of Jane Roe by a year. > continuation / Jane Roe
Jane Roe stays until 2029. > continuation / Jane Roe / date ../2029-12-31
# who makes way for whom
Jane Roe, chief of sales at Intel, hands over day-to-day work to Ann Poe on June 1, 2027. > departure / Jane Roe / role chief of sales / organisation Intel / date 2027-06-01 + appointment / Ann Poe / role chief of sales / organisation Intel / date 2027-06-01 / replaces Jane Roe
Jane Roe, a co-founder, makes way for Ann Poe. > departure / Jane Roe / role co-founder + appointment / Ann Poe / replaces Jane Roe
Jane Roe hands over the keys. >
Jane Roe slept. His successor will be Ann Poe. > appointment / Ann Poe / replaces Jane Roe
Jane Roe slept. Her successor, Ann Poe, dreams. > appointment / Ann Poe / replaces Jane Roe
Jane Roe slept. Her successor Ann Poe dreams. > appointment / Ann Poe / replaces Jane Roe
Jane Roe slept. Her successor is a cat. >
Jane Roe's successor is not known. >
Jane Roe's successor >
Jane Roe was named as successor to Ann Poe. > appointment / Jane Roe / replaces Ann Poe
Jane Roe was named the successor of Ann Poe. > appointment / Jane Roe / replaces Ann Poe
Jane Roe was named as Ann Poe's successor. > appointment / Jane Roe / replaces Ann Poe
Ann Poe slept. Jane Roe was named as her replacement. > appointment / Jane Roe / replaces Ann Poe
Ann Poe slept. Replacing her is Jane Roe. > appointment / Jane Roe / replaces Ann Poe
Ann Poe is being replaced by Jane Roe of Intel. > hire / Jane Roe / replaces Ann Poe / former_organisation Intel
Ann Poe resigned. Jane Roe takes over. > departure / Ann Poe + appointment / Jane Roe / replaces Ann Poe
Ann Poe resigned. Jane Roe takes charge of sales. > departure / Ann Poe + appointment / Jane Roe
Ann Poe resigned. Jane Roe takes over as treasurer. > departure / Ann Poe + appointment / Jane Roe / role treasurer
Jane Roe hands the cat to Ann Poe. >
Jane Roe hands the cat a mouse and a long and very old bone of contention. >
Jane Roe hands cats to Ann Poe. >
# inside the company, and clauses turned round
Five engineers move to Loom, a new unit for toys. > appointment / Five engineers / organisation Loom
Jane Roe moves to Loom, a river. >
Jane Roe moves to Intel, a unit. > departure / Jane Roe
Leaving, as ever, is Jane Roe. > departure / Jane Roe
Engineers) left. >
The team mourned the exit. >
# what was said of somebody before
Founder Jane Roe slept. Roe resigned. > departure / Jane Roe
Intel's sales chief Jane Roe slept. Roe was hired. > hire / Jane Roe
Jane Roe, former head of sales, slept. Roe resigned. > departure / Jane Roe
Jane Roe joins as CFO. She worked for Cohere. > hire / Jane Roe / role CFO
Jane Roe joins as CFO. She worked for a living. > hire / Jane Roe / role CFO
Jane Roe worked for Intel. She quit. > departure / Jane Roe
Somebody worked for Intel. >
# posts that go from one to another
Cohere moved Jane Roe from treasurer to a new post as head of sales. > appointment / Jane Roe / role head of sales / former_role treasurer
Jane Roe shifts from treasurer to president. > appointment / Jane Roe / role president / former_role treasurer
Jane Roe moved to the role of treasurer. > appointment / Jane Roe / role treasurer
Jane Roe moved to the head office. >
Jane Roe is moving to the sales group as an adviser. > appointment / Jane Roe / role adviser
Jane Roe was handed the role of treasurer. > appointment / Jane Roe / role treasurer
It was handed the role of host. >
The firm handed the old treasurer role, in short, over. >
The firm handed the keys; Jane Roe slept. >
Jane Roe gave the job to sales. >
Jane Roe gave the job a shot. >
The role of treasurer goes to Jane Roe, ex-Intel. > hire / Jane Roe / role treasurer / former_organisation Intel
The (old) role of host (of sorts) goes to Jane Roe. >
Ann Poe resigned; Jane Roe absorbs her remit. > departure / Ann Poe + appointment / Jane Roe / replaces Ann Poe
Jane Roe takes the vacant post of treasurer. > appointment / Jane Roe / role treasurer
The group takes the vacant post of treasurer away. >
Jane Roe steps into the new sales role. > appointment / Jane Roe
Cohere tapped Jane Roe to oversee sales. > appointment / Jane Roe
Cohere turned to Jane Roe as its treasurer. > appointment / Jane Roe / role treasurer
The sales team is run by Ann Poe, with Jane Roe serving as deputy. > appointment / Jane Roe / role deputy
Jane Roe, serving as treasurer, slept. >
Cohere hired Jane Roe to fill the gap left by Ann Poe. > hire / Jane Roe / replaces Ann Poe
Jane Roe's promotion to treasurer helps. > appointment / Jane Roe / role treasurer
# nouns that look like verbs
Four of the new hires have now gone. > departure / Four of the new hires
Jane Roe will be joined by Ann Poe. >
Jane Roe's resignation, first reported by Wired, hurts. > departure / Jane Roe
Investors hire Jane Roe. > hire / Jane Roe
Will Intel Labs hire Jane Roe? > hire / Jane Roe / organisation Intel Labs
Among the big investors hire Jane Roe. > hire / Jane Roe
# where somebody was before
Jane Roe, an Intel veteran, becomes treasurer. > hire / Jane Roe / role treasurer / former_organisation Intel
Intel alumna Jane Roe becomes treasurer. > hire / Jane Roe / role treasurer / former_organisation Intel
Jane Roe, a Cohere veteran, becomes treasurer. > appointment / Jane Roe / role treasurer
Jane Roe, who ran sales at Intel, left the firm. > departure / Jane Roe / organisation Intel
Jane Roe (ex-Intel) joins as treasurer. > hire / Jane Roe / role treasurer / former_organisation Intel
Its treasurer, Jane Roe, left. > departure / Jane Roe / role treasurer
Jane Roe, who ran a lab, resigned; a successor from Intel is here. > departure / Jane Roe
Jane Roe resigned on May 1, and a successor from Intel is here. > departure / Jane Roe / date 2027-05-01
Jane Roe joins Intel's Altera unit. > hire / Jane Roe / organisation Altera
Jane Roe leaves Intel with one brand. >
Ann Poe left; Jane Roe succeeds her and rests. > departure / Ann Poe + appointment / Jane Roe / replaces Ann Poe
Ann Poe's deputy, Jane Roe, left. > departure / Jane Roe / role deputy
Cohere lost two engineers to Intel. > departure / two engineers
Cohere lost two engineers in May. >
Jane Roe's aide slept and joins Intel. >
Jane Roe quit for Intel, and the board named Ann Poe treasurer. > departure / Jane Roe + appointment / Ann Poe / role treasurer
A lab opens under Jane Roe, formerly of Intel. > hire / Jane Roe / former_organisation Intel
A lab led by Jane Roe, formerly of Intel, opens. > hire / Jane Roe / role lead / former_organisation Intel
A lab praised by Jane Roe, formerly of Intel, opens. >
A lab under Jane Roe opens by May. >
# what a later sentence adds
Cohere hired Jane Roe. She starts on July 1. > hire / Jane Roe / date 2027-07-01
Cohere promoted Jane Roe to treasurer. She starts on July 1. > appointment / Jane Roe / role treasurer / date 2027-07-01
Jane Roe is out. > departure / Jane Roe
Jane Roe will double as treasurer. > appointment / Jane Roe / role treasurer
# items of a list
- Jane Roe: promoted to treasurer. > appointment / Jane Roe / role treasurer
- Jane Roe — joins as treasurer (ex-Intel). > hire / Jane Roe / role treasurer / former_organisation Intel
- Jane Roe — out after four years. > departure / Jane Roe
- The plan of Jane Roe — as told to us all this week: resigned to fate. >
Jane Roe worked for
"""


@pytest.mark.parametrize("case", [one for one in WORDINGS.strip().splitlines() if not one.startswith("#")])
def test_a_wording_says_these_changes_and_no_others(case: str) -> None:
    prose, _, wanted = case.partition(" >")
    found = sorted(brief(change) for change in changes_of(prose))
    assert found == sorted(one.strip() for one in wanted.split(" + ") if one.strip())


def test_who_comes_in_a_report_about_a_model_comes_to_its_company() -> None:
    report = qf.parse("Qwen Weekly Report May 7, 2027\n\nJane Roe joins as treasurer.")
    assert told(report.facts.of_type(PersonnelChange).one())["organisation"] == "Alibaba"


def test_a_heading_says_who_is_to_leave() -> None:
    (change,) = changes_of("1. Andrew Ng to leave Cohere\n\nIt hurts.\n")
    assert brief(change) == "departure / Andrew Ng"


def test_who_left_in_another_paragraph_is_not_replaced() -> None:
    changes = changes_of("Ann Poe resigned.\n\nJane Roe takes over.")
    assert {brief(change) for change in changes} == {"departure / Ann Poe", "appointment / Jane Roe"}


SEATS = """
Leaving, by contrast, is chief scientist Jane Roe. > departure / Jane Roe / role chief scientist
Leaving, he said (in a whisper), is hard. >
Sales chief Jane Roe passes the baton in a race, to Ann Poe. > appointment / Ann Poe / role Sales chief / replaces Jane Roe + departure / Jane Roe / role Sales chief
Jane Roe hands the book to Ann Poe. >
Jane Roe resigned. Her old job goes to Ann Poe. > appointment / Ann Poe / replaces Jane Roe + departure / Jane Roe
Staff will stay; from Intel comes Jane Roe. > hire / Jane Roe / former_organisation Intel
Five engineers move to Loom, a new unit for toys. > appointment / Five engineers / organisation Loom
Five engineers move to Loom, a rival of old. > departure / Five engineers
"""


@pytest.mark.parametrize("case", SEATS.strip().splitlines())
def test_seats_pass_from_one_to_another_in_many_words(case: str) -> None:
    prose, _, wanted = case.partition(" >")
    found = sorted(brief(change) for change in changes_of(prose))
    assert found == sorted(one.strip() for one in wanted.split(" + ") if one.strip())


UNITS = """
# who leads a unit from now on, and who heads what the sentence before named
The Wren Office will be led by Jane Roe, until now head of design at Intel. > hire / Jane Roe / role lead / organisation Wren Office / former_role head of design / former_organisation Intel
Cohere bought Wren Grid for $20 million. It is to be run by Jane Roe. > appointment / Jane Roe / organisation Wren Grid
The merged unit, Wren Labs, is to be headed by Jane Roe. > appointment / Jane Roe / role head / organisation Wren Labs
The study will be led by Jane Roe of Intel. >
Jane Roe takes the helm of Wren Cloud on May 9. > appointment / Jane Roe / organisation Wren Cloud / date 2027-05-09
Jane Roe moves to Cohere Labs as sales chief. > appointment / Jane Roe / role sales chief / organisation Cohere Labs
# in other forms of the verb
Jane Roe is leaving; she'll be replaced by Ann Poe. > departure / Jane Roe + appointment / Ann Poe / replaces Jane Roe
Jane Roe was replaced as treasurer by Ann Poe. > appointment / Ann Poe / role treasurer / replaces Jane Roe
Jane Roe will retire in May and be succeeded by Ann Poe. > departure / Jane Roe / date 2027-05-01/2027-05-31 + appointment / Ann Poe / replaces Jane Roe
Jane Roe has opted to leave. > departure / Jane Roe
Six engineers have left since March. > departure / Six engineers / date 2027-03-01/..
John Poe, whose post goes to Jane Roe, slept. > appointment / Jane Roe / replaces John Poe
Jane Roe will be treasurer. > appointment / Jane Roe / role treasurer
Jane Roe will be in charge of sales. > appointment / Jane Roe / role in charge of sales
Jane Roe will be missed. >
In comes Jane Roe: from May 9 she will be treasurer. > hire / Jane Roe / role treasurer / date 2027-05-09
Joining as treasurer is Jane Roe. > hire / Jane Roe / role treasurer
Treasurer Jane Roe announced her resignation. > departure / Jane Roe / role Treasurer
The exit in March of sales boss Jane Roe hurt. > departure / Jane Roe / role sales boss / date 2027-03-01/2027-03-31
The departure of Jane Roe, head of design, follows a row. > departure / Jane Roe / role head of design
The exodus of senior researchers went on. > departure / senior researchers
Three of the firm's seven engineers left. > departure / Three of the firm's seven engineers
Cohere hired 25 former Intel engineers. > hire / 25 former Intel engineers / former_organisation Intel
90 technicians of contractor Wren Hands are joining the payroll. > hire / 90 technicians of contractor Wren Hands / former_organisation Wren Hands
Cohere landed Jane Roe as treasurer. > hire / Jane Roe / role treasurer
Cohere added Jane Roe to its board. > hire / Jane Roe
Cohere added Jane Roe to its list. >
Jane Roe keeps product and engineering. > continuation / Jane Roe
Jane Roe keeps sales growing. >
Jane Roe stays as president of the combined company. > continuation / Jane Roe / role president
Jane Roe takes on the newly created role of treasurer. > appointment / Jane Roe / role treasurer
Jane Roe becomes president, a post that had been vacant since 2025. > appointment / Jane Roe / role president
Jane Roe comes over from Intel, most recently as head of design. > hire / Jane Roe / former_role head of design / former_organisation Intel
Jane Roe, who headed Intel's data-center business, becomes treasurer. > hire / Jane Roe / role treasurer / former_organisation Intel
Jane Roe becomes CFO, taking over from Ann Poe, who becomes an adviser. > appointment / Jane Roe / role CFO / replaces Ann Poe + appointment / Ann Poe / role adviser / former_role CFO
Cohere promoted Jane Roe to head of design and brought in Ann Poe from Intel. > appointment / Jane Roe / role head of design + hire / Ann Poe / former_organisation Intel
# which part of the company somebody leads
Intel Labs absorbs 40 people; Jane Roe becomes its head of optics. > appointment / Jane Roe / role head of optics / organisation Intel Labs
On Monday prices rose by half. Jane Roe becomes its treasurer. > appointment / Jane Roe / role treasurer
- Intel Labs: design chief Jane Roe resigned. Ann Poe succeeds her. > departure / Jane Roe / role design chief / organisation Intel Labs + appointment / Ann Poe / role design chief / organisation Intel Labs / replaces Jane Roe
Cohere named Jane Roe president of Intel Labs. > appointment / Jane Roe / role president / organisation Intel Labs
Staff move to the Wren Office, which merges both teams under Jane Roe, formerly of Intel. > hire / Jane Roe / organisation Wren Office / former_organisation Intel
The Wren Office will be headed by Jane Roe, a former Intel engineer. > hire / Jane Roe / role head / organisation Wren Office / former_role engineer / former_organisation Intel
Jane Roe, poached from Intel, will head the Wren Office. > hire / Jane Roe / role head / organisation Wren Office / former_organisation Intel
Jane Roe joins as head of commerce for TikTok Shop. > hire / Jane Roe / role head of commerce / organisation TikTok Shop
Jane Roe, so far deputy head of Kestrel Motors, becomes president. > appointment / Jane Roe / role president / former_role deputy head / former_organisation Kestrel Motors
# what goes to somebody
Intel Labs goes on June 1 to Jane Roe, poached from SAP. > hire / Jane Roe / organisation Intel Labs / date 2027-06-01 / former_organisation SAP
Intel Labs, for its part, now answers to Jane Roe. > appointment / Jane Roe / organisation Intel Labs
Intel Labs answers to Jane Roe. >
Intel Labs goes to court, and to Jane Roe. >
The firm's American operations in Ohio go to Jane Roe, formerly of Intel. > hire / Jane Roe / former_organisation Intel
The award, by contrast, goes to Jane Roe. >
The second of all awards goes to Jane Roe. >
Intel Labs (as ever) goes to Jane Roe. >
Intel Labs goes, as ever, to Jane Roe. >
Intel Labs goes on with its old plan for the lab of Jane Roe. >
Cohere goes to Jane Roe. >
Jane Roe was handed Intel Labs, a unit of 45. > appointment / Jane Roe / organisation Intel Labs
Jane Roe was handed Intel shares. >
# whose seat
Jane Roe becomes treasurer. Ann Poe succeeds her as president of Intel Labs. > appointment / Ann Poe / role president / organisation Intel Labs / replaces Jane Roe + appointment / Jane Roe / role treasurer / former_role president
Jane Roe resigned as treasurer; her job passes to Ann Poe, the product chief. > departure / Jane Roe / role treasurer + appointment / Ann Poe / role treasurer / replaces Jane Roe / former_role product chief
# where from
Joining from Intel is Jane Roe, formerly head of design. > hire / Jane Roe / former_role head of design / former_organisation Intel
From Intel comes Jane Roe, as of June 1 the first treasurer in years. > hire / Jane Roe / role treasurer / date 2027-06-01 / former_organisation Intel
Jane Roe comes from Azure. > hire / Jane Roe / former_organisation Microsoft Azure
Jane Roe, freshly recruited from Intel, rests. > hire / Jane Roe / former_organisation Intel
Finance chief Jane Roe, who joined from Intel in 2024, rests. > hire / Jane Roe / role Finance chief / date 2024-01-01/2024-12-31 / former_organisation Intel
Jane Roe, lured from Intel, now leads the safety group. > hire / Jane Roe / former_organisation Intel
# when, and what else
Two engineers have gone since January. > departure / Two engineers / date 2027-01-01/..
Jane Roe remains treasurer and runs a unit formed on Monday. > continuation / Jane Roe / role treasurer
Jane Roe becomes president of Wren Nine, a unit formed on Monday. > appointment / Jane Roe / role president / organisation Wren Nine
Jane Roe, head of applied design, leaves on May 31. > departure / Jane Roe / role head of applied design / date 2027-05-31
Jane Roe steps down from the board in December. > departure / Jane Roe / date 2027-12-01/2027-12-31
Jane Roe stays in charge of design. > continuation / Jane Roe / role in charge of design
Jane Roe extended her contract through 2029. > continuation / Jane Roe / date ../2029-12-31
Jane Roe will not stand for re-election. > departure / Jane Roe
Bill Dally remains treasurer. > continuation / Bill Dally / role treasurer
Jane Roe joins as treasurer from July 1. > hire / Jane Roe / role treasurer / date 2027-07-01
# who else
Jane Roe, chief architect of the wing, resigned. > departure / Jane Roe / role chief architect of the wing
Intel hired Ann Poe. The studio's art director, Jane Roe, resigned. > hire / Ann Poe / organisation Intel + departure / Jane Roe / role art director / organisation Intel
Jane Roe has defected to Intel Labs, where she will head design. > departure / Jane Roe
Cohere lured Dr. Jane Roe from Intel. > hire / Jane Roe / former_organisation Intel
After two years at Intel, Jane Roe joins as treasurer. > hire / Jane Roe / role treasurer / former_organisation Intel
Having spent years abroad, Jane Roe joins as treasurer. > hire / Jane Roe / role treasurer
Jane Roe takes charge of Intel Labs. > appointment / Jane Roe / organisation Intel Labs
Jane Roe resigned; two engineers followed her out. > departure / Jane Roe + departure / two engineers
Jane Roe slept. Her departure came a month after that of Ann Poe. Cohere has turned to Ida Berg to replace her. > departure / Jane Roe + appointment / Ida Berg / replaces Jane Roe
"""


@pytest.mark.parametrize("case", [one for one in UNITS.strip().splitlines() if not one.startswith("#")])
def test_the_unit_the_seat_and_the_day_of_a_change_are_told_in_many_words(case: str) -> None:
    prose, _, wanted = case.partition(" >")
    found = sorted(brief(change) for change in changes_of(prose))
    assert found == sorted(one.strip() for one in wanted.split(" + ") if one.strip())


def test_its_in_another_paragraph_means_nobody() -> None:
    (change,) = changes_of("Intel Labs was set up on Monday.\n\nJane Roe becomes its treasurer.")
    assert brief(change) == "appointment / Jane Roe / role treasurer"
