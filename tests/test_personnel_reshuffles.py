"""Personnel changes: posts that several sentences tell, units that get a head, who is named of a group."""

from __future__ import annotations

import pytest
from test_personnel import HEAD, brief

import qwenfacts as qf
from qwenfacts.facts import PersonnelChange

# A passage > what it tells, in any order; the organisation is Cohere where none is named.
RESHUFFLES = """
# a post that the sentence before has told
Jane Roe, head of design, quit. Her deputy Ann Poe has been promoted to the post. > departure / Jane Roe / role head of design + appointment / Ann Poe / role head of design / replaces Jane Roe / former_role deputy
Jane Roe, the treasurer, quit. Ann Poe, hired from Intel, fills the vacancy. > departure / Jane Roe / role treasurer + hire / Ann Poe / role treasurer / replaces Jane Roe / former_organisation Intel
Jane Roe gave up the chairmanship. The baton passes to Ann Poe. > departure / Jane Roe + appointment / Ann Poe / replaces Jane Roe
Jane Roe quit. In her place comes Ann Poe, so far head of design. Her old chair is taken by John Poe. > departure / Jane Roe + appointment / Ann Poe / replaces Jane Roe / former_role head of design + appointment / John Poe / role head of design / replaces Ann Poe
Jane Roe, the treasurer, quit. Ann Poe, poached from Intel, becomes treasurer in her place. > departure / Jane Roe / role treasurer + hire / Ann Poe / role treasurer / replaces Jane Roe / former_organisation Intel
Jane Roe, head of design, becomes treasurer. Ann Poe takes over. > appointment / Jane Roe / role treasurer / former_role head of design + appointment / Ann Poe / role head of design / replaces Jane Roe
Jane Roe, the treasurer, quit. Ann Poe was named head of the design group. > departure / Jane Roe / role treasurer + appointment / Ann Poe / role head of the design group
Jane Roe quit. Ann Poe joins as treasurer. She fills the seat that Jane Roe vacated. > departure / Jane Roe + hire / Ann Poe / role treasurer / replaces Jane Roe
Jane Roe hands her duties to Ann Poe. > appointment / Ann Poe / replaces Jane Roe
Jane Roe hands her duties to nobody. >
Jane Roe quit. Ann Poe remains treasurer and takes on Roe's duties. > departure / Jane Roe + continuation / Ann Poe / role treasurer + appointment / Ann Poe / replaces Jane Roe
Jane Roe quit. Ann Poe absorbs her group. > departure / Jane Roe + appointment / Ann Poe / replaces Jane Roe
Jane Roe quit. Her design team passes to Ann Poe. > departure / Jane Roe + appointment / Ann Poe / replaces Jane Roe
Cohere's chief scientist, Jane Roe, was replaced by Ann Poe. > appointment / Ann Poe / role chief scientist / replaces Jane Roe
Cohere's co-founder, Jane Roe, was replaced by Ann Poe. > appointment / Ann Poe / replaces Jane Roe
Jane Roe resigned as treasurer on May 4. Jane Roe left and goes to Intel as president. > departure / Jane Roe / role treasurer / date 2027-05-04 + hire / Jane Roe / role president / organisation Intel / former_role treasurer / former_organisation Cohere
# what is headed
Jane Roe was named head of the Kestrel Systems Group. > appointment / Jane Roe / role head / organisation Kestrel Systems Group
Cohere opened the Clear Brook Institute with Intel. The institute is headed by Jane Roe, who was hired from Nvidia. > hire / Jane Roe / role head / organisation Clear Brook Institute / former_organisation Nvidia
Jane Roe will lead design. > appointment / Jane Roe / role lead
Jane Roe was confirmed as treasurer for another term. > appointment / Jane Roe / role treasurer
Jane Roe, the acting treasurer, has been confirmed in the role. > appointment / Jane Roe / role acting treasurer
Jane Roe, a founder, becomes treasurer. > appointment / Jane Roe / role treasurer
Jane Roe, formerly founder of Kite Labs, becomes treasurer. > hire / Jane Roe / role treasurer / former_role founder / former_organisation Kite Labs
Cohere put Jane Roe and Ann Poe jointly in charge of design. > appointment / Jane Roe / role in charge of design + appointment / Ann Poe / role in charge of design
Jane Roe leaves to become treasurer of Intel. > departure / Jane Roe + hire / Jane Roe / role treasurer / organisation Intel / former_organisation Cohere
Cohere replaced its treasurer Jane Roe with Ann Poe. > appointment / Ann Poe / role treasurer / replaces Jane Roe
Two more founders, Jane Roe and Ann Poe, left. > departure / Jane Roe + departure / Ann Poe
Korvid Lab opened. The lab mends routers and is led by Jane Roe, formerly of SAP. > hire / Jane Roe / role lead / organisation Korvid Lab / former_organisation SAP
Cohere made Jane Roe, its head of design, treasurer. > appointment / Jane Roe / role treasurer / former_role head of design
Cohere named a new treasurer: Jane Roe, who ran sales at Intel. > hire / Jane Roe / role treasurer / former_organisation Intel
The retirement of Ann Poe's longtime deputy Jane Roe hurt. > departure / Jane Roe / role deputy
Jane Roe departed for Canva. > departure / Jane Roe
Two studios were taken over by Jane Roe. >
# who somebody new was
Jane Roe joins as treasurer. She spent a decade at Intel. > hire / Jane Roe / role treasurer / former_organisation Intel
Jane Roe joins as treasurer. Roe, now head of design at Intel, rests. > hire / Jane Roe / role treasurer / former_role head of design / former_organisation Intel
Jane Roe joins as treasurer. She had been head of design at Intel. > hire / Jane Roe / role treasurer / former_role head of design / former_organisation Intel
Jane Roe joins as treasurer. She was glad. Roe sleeps. Roe, a runner, sleeps. > hire / Jane Roe / role treasurer
# those named of a group
Nine engineers have left, including Jane Roe. > departure / Nine engineers + departure / Jane Roe
Nine engineers, among them Jane Roe and Ann Poe, have left. > departure / Nine engineers + departure / Jane Roe + departure / Ann Poe
Cohere hired five engineers from Intel, including Jane Roe. > hire / five engineers / former_organisation Intel + hire / Jane Roe / former_organisation Intel
Cohere hired Jane Roe from Intel as treasurer and Ann Poe from Nvidia as president. > hire / Jane Roe / role treasurer / former_organisation Intel + hire / Ann Poe / role president / former_organisation Nvidia
"""


@pytest.mark.parametrize("case", [one for one in RESHUFFLES.strip().splitlines() if not one.startswith("#")])
def test_a_passage_tells_these_changes_and_no_others(case: str) -> None:
    prose, _, wanted = case.partition(" >")
    facts = qf.parse(HEAD + prose).facts.of_type(PersonnelChange)
    assert sorted(map(brief, facts)) == sorted(one.strip() for one in wanted.split(" + ") if one.strip())


def test_a_post_at_a_product_is_the_company_s_and_one_of_a_platform_is_for_it() -> None:
    prose = "Jane Roe becomes president of Agentforce. Ann Poe, until now finance chief of Slack, becomes treasurer."
    first, second = qf.parse(f"Salesforce Weekly Report May 7, 2027\n\n{prose}").facts.of_type(
        PersonnelChange
    )
    assert (first.role, str(first.organisation)) == ("president of Agentforce", "Salesforce")
    assert (second.kind, second.former_role, str(second.former_organisation)) == (
        "appointment",
        "finance chief",
        "Slack",
    )


def test_who_leaves_a_platform_that_the_report_is_about_leaves_that() -> None:
    (change,) = qf.parse("Hugging Face Weekly Report May 7, 2027\n\nJane Roe quit.").facts.of_type(
        PersonnelChange
    )
    assert str(change.organisation) == "Hugging Face"
