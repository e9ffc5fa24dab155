"""Outlooks: which sentences look forward, how, and until when."""

from __future__ import annotations

import pytest
from worst import assert_linear

import qwenfacts as qf

HEAD = "Acme Weekly Report May 7, 2027\n\n1. Acme and Bolt Labs\n\n"


def outlooks(text: str) -> qf.Facts[qf.Outlook]:
    return qf.parse(HEAD + text + "\n").facts.of_type(qf.Outlook)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Acme will open a plant in June.", "forecast"),
        ("A second shop is to open in June.", "forecast"),
        ("The board is due to meet on 3 June.", "forecast"),
        ("Acme plans to hire 40 people.", "forecast"),
        ("Bolt Labs expects sales of $4 million.", "forecast"),
        ("The tool could help smaller shops.", "forecast"),
        ("The new router is likely to sell well.", "forecast"),
        ("A strike could cost Acme its lead.", "risk"),
        ("Margins may suffer.", "risk"),
        ("The notice says that shops will close.", "forecast"),
        ("A strike could undo the gains.", "risk"),
        ("The shops are probably next.", "forecast"),
        ("Whether the board agrees will be known by June.", "signal"),
        ("The case threatens a fine of $2 million.", "risk"),
        ("There is a risk that parts arrive late.", "risk"),
        ("The move leaves buyers with uncertainty over prices.", "risk"),
        ("Watch whether Acme keeps its prices.", "signal"),
        ("Whether the router sells will decide the year.", "signal"),
        ("The number to watch is renewals.", "signal"),
        ("The figures for May should reveal how much was sold.", "signal"),
    ],
)
def test_a_sentence_that_looks_forward(sentence: str, kind: str) -> None:
    found = outlooks(f"Acme sells routers. {sentence}").one()
    assert (found.kind, found.text, found.evidence[0].quote) == (kind, sentence, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Acme opened a plant in June 2026.",
        "That sum would have looked absurd in 2019.",
        "Acme beat its own guidance.",
        "According to an internal memo, shops will close.",
        "An employee who read it said that shops would close.",
        "Sales were higher than expected.",
        "The plant was expected to open in 2025.",
        "May was a good month, and in May sales rose.",
        "Jane Roe said that Acme will open a plant.",
        "According to Reuters, Acme will open a plant.",
        "“We will open a plant,” Jane Roe said.",
        "“We sell routers. We will sell more of them,” Jane Roe said.",
        "A five-level risk scale was published.",
        "Nobody doubts the demand.",
    ],
)
def test_a_sentence_that_does_not(sentence: str) -> None:
    assert not outlooks(sentence)


def test_a_label_looks_forward_for_its_text() -> None:
    found = outlooks("Key Figure to Watch: Growth of the router line in shops.").one()
    assert (found.kind, found.text) == ("signal", "Growth of the router line in shops.")
    assert outlooks("  • Planned stops: Oslo, Bergen, Malmö.").one().text == "Oslo, Bergen, Malmö."


def test_what_a_crowd_says_is_the_reports_own() -> None:
    assert outlooks("Analysts warn that sales may fall.").one().kind == "risk"


@pytest.mark.parametrize(
    ("sentence", "horizon"),
    [
        ("Acme will open a plant by June 2027.", "../2027-06-30"),
        ("Acme will open a plant in the third quarter.", "2027-07-01/2027-09-30"),
        ("After a loss in 2026, Acme plans to grow in 2028.", "2028-01-01/2028-12-31"),
        ("Acme, which lost money in 2026, plans to grow.", None),
        ("A region in Oslo is to open in October.", "2027-10-01/2027-10-31"),
        ("The router was shown in April and should be sold in June.", "2027-06-01/2027-06-30"),
    ],
)
def test_the_horizon_is_not_over(sentence: str, horizon: str | None) -> None:
    found = outlooks(sentence).one().horizon
    assert (found and str(found)) == horizon


def test_the_subject_is_who_acts_else_whom_the_story_is_about() -> None:
    assert outlooks("Bolt Labs plans to hire.").one().subject.id == "bolt-labs"
    assert outlooks("In shops such as Bolt Labs, prices may fall.").one().subject.id == "acme"
    assert outlooks("Prices may fall.").one().subject.id == "acme"


@pytest.mark.parametrize(
    ("prose", "wanted"),
    [
        ("Bolt Labs expects to hire.", "bolt-labs"),
        ("Fjord Partners expects a loss at the router maker.", "acme"),
        ("Jane Roe, the finance chief of Bolt Labs, expects a charge of $2 million.", "acme"),
        ("For 2028 she plans without exports.", "acme"),
        ("Analysts at Fjord Partners expect a loss.", "acme"),
        ("A strike could cost Bolt Labs its lead.", "bolt-labs"),
        ("The delay creates a risk for Bolt Labs.", "bolt-labs"),
        ("Bolt Labs’s rise creates a risk.", "bolt-labs"),
        ("Watch whether Bolt Labs keeps its prices.", "bolt-labs"),
        ("Watch whether Jane Roe stays.", "jane-roe"),
        ("Whether Jane Roe stays is the question.", "jane-roe"),
        ("Two things to watch: Bolt Labs and the weather.", "acme"),
        ("Two dates to watch: the fair of Bolt Labs on 3 June, and the vote.", "acme"),
        ("The shops, the yards and the kiosk (by Figma) will close.", "acme"),
        ("What to watch: Bolt Labs and the weather.", "acme"),
        ("Watch the weather.", "acme"),
        ("A factory in Oslo is to open in June.", "oslo"),
        ("The launch of Bolt Labs gear is due in June.", "bolt-labs"),
        ("A shortage of parts at Bolt Labs may fade.", "acme"),
        ("Should Bolt Labs fail, the company could lose sales.", "acme"),
        ("If Bolt Labs fails, prices may fall.", "acme"),
        ("Bolt Labs sells bolts; a lower price is planned.", "acme"),
        ("Acme sells routers; a price cut by Bolt Labs might hurt.", "acme"),
        ("Bolt Labs was sold and will move to Oslo.", "bolt-labs"),
        ("Jane Roe was promoted and will run the shops.", "jane-roe"),
        ("In Oslo it was cold, and will be.", "acme"),
        ("Jane Roe was praised and may lose.", "acme"),
        ("The shops, the yards and the first kiosk (by Bolt Labs Ltd.) will close.", "acme"),
        ("The shops of the town (Bolt Labs built them) will close.", "acme"),
        ("Cheap routers on Bolt Labs hardware may sell well.", "acme"),
        ("Guidance remains $3 million.", "acme"),
        ("Reviews of tools and yields on Bolt Labs will tell.", "bolt-labs"),
        ("Margins of the group may rise.", "acme"),
        ("The risk: prices rise, and Bolt Labs may lose its lead.", "bolt-labs"),
        ("Oslo expects a storm.", "acme"),
        ("The group will grow.", "acme"),
        ("Brightwater Union grew. The union should open in June.", "brightwater-union"),
        (
            "Bolt Labs struck. The union, which speaks for 900 people, fears that it could vanish.",
            "bolt-labs",
        ),
        ("A closed licence for GPT-5.4, expected in June, may irk buyers.", "gpt-5.4"),
        ("Late in May, to fans of GPT-5.4, there should be demos.", "acme"),
        ("Figma makes tools. The company will grow.", "figma"),
        ("The tool will grow.", "acme"),
        ("Galaxy Ring sells well. The device will get cheaper.", "galaxy-ring"),
    ],
)
def test_the_subject(prose: str, wanted: str) -> None:
    assert outlooks(prose).one().subject.id == wanted


def test_money_is_the_companys_own_whatever_the_story_is_about() -> None:
    text = "Acme Weekly Report May 7, 2027\n\n1. Figma grows\n\nGross margin may rise.\n"
    assert qf.parse(text).facts.of_type(qf.Outlook).one().subject.id == "acme"


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Figma grows", "figma"),
        ("The Figma year", "figma"),
        ("Regulators look at Figma", "acme"),
        ("Figma’s rise", "acme"),
        ("A quiet week", "acme"),
    ],
)
def test_who_leads_the_title_leads_the_story(title: str, wanted: str) -> None:
    text = f"Acme Weekly Report May 7, 2027\n\n1. {title}\n\nPrices may fall.\n"
    assert qf.parse(text).facts.of_type(qf.Outlook).one().subject.id == wanted


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Watch the routers (a hit, says Jane Roe) and the bolts.", "signal"),
        ("Results are due on June 4, when Acme has promised news.", "forecast"),
        ("Acme is poised to grow.", "forecast"),
        ("The target for 2028 is 40 shops.", "forecast"),
        ("The rent weighs on margins.", "risk"),
        ("The open point is whether the shop stays.", "signal"),
    ],
)
def test_other_words_that_look_forward(sentence: str, kind: str) -> None:
    found = outlooks(sentence).one()
    assert (found.kind, found.text) == (kind, sentence)


def test_a_bare_list_is_about_the_story_and_a_phrase_about_its_name() -> None:
    assert outlooks("  • Planned: Bolt Labs, Oslo, Bergen.").one().subject.id == "acme"
    assert outlooks("  • To watch: More growth for Bolt Labs in shops.").one().subject.id == "bolt-labs"


def test_mentions_are_those_of_the_fields() -> None:
    found = outlooks("Bolt Labs will hire by June 2027.").one()
    text = HEAD + "Bolt Labs will hire by June 2027."
    assert [text[span.slice] for span in found.mentions] == ["Bolt Labs", "June 2027"]


@pytest.mark.parametrize(
    "piece",
    [
        "will watch risk ",
        "it said the risk to Acme, and the company will ",
        "may lose, ",
        "“will ",
        "June 2028, will ",
        "it may noted argued ",
    ],
)
def test_time_grows_with_the_text(piece: str) -> None:
    assert_linear(outlooks, piece)


WORDINGS = """
# what somebody in particular says
He added that buyers could rent it. >
Microsoft confirmed that it will build it. >
Microsoft cut its view, warning that sales may fall. >
An investor argued that it may fail. >
A person who read the memo said it may fail. >
The memo reveals that it may fail. >
Microsoft declined to say when it will ship. >
A fear voiced by Tim Cook is that it may fail. >
They were told that it may fail. >
According to a memo, it may fail. >
It is called Foo and may fail. > risk foo
It may fail, and Microsoft said no. >
It works, Microsoft says, and may fail. > risk microsoft
According to legend, it may fail. > risk acme
Critics argue that it may fail. > risk acme
Microsoft worries that it may fail. > risk microsoft
Microsoft found that it may fail. >
If a judge finds that it is bad, it may fail. > risk acme
# whose it is
Analysts at Microsoft expect Foo to grow. > forecast foo
Analysts at Microsoft expect gross margins to grow. > forecast acme
Bolt Labs sells bolts; it will sell more. > forecast bolt-labs
A Microsoft connector is planned. > forecast acme
The fair opens; a Microsoft connector is planned. > forecast acme
# who targets what
The van targets small firms. >
The van targets sales of $3 million. > forecast acme
The van now targets
# what falls does no harm where it costs
If prices fall, it could sell. > forecast acme
If cloud costs drop, it could sell. > forecast acme
If sales fall, it could close. > risk acme
It could cost much. > risk acme
# what is over, or only a noun
Sales may have peaked. >
Shops should have it soon. > forecast acme
The target was missed. >
The will to invest is there. >
The watch app is popular. >
The planned merger failed in 2025. >
Nobody saw Eyes and Threat, two films. >
It could not be reached. >
Buyers could already order it. >
It could build few in 2025. >
It would not say. >
Staff learned that posts would go. >
They hoped the van would sell. >
It had been promised for July. >
It has been promised for July. > forecast acme
It has been slated for July. > forecast acme
Its task is
# a present with a later day
He read “the plant opens in June” aloud. >
Somebody open in June. >
The plant opens in June. > forecast acme
The plants open in June. > forecast acme
Opens in June. >
The opens of June. >
Jane Roe starts in June. >
The plant opens, as all the many friends of the old town by the sea hoped, in June. >
# labels
- Margins: another bad quarter would hurt. > risk acme
- Watch sales: they barely matter. > signal acme
- What is known: sales will rise. > forecast acme
# whose words
Foo Bank said sales fell, although the group expects growth. > forecast acme
The group expects growth, although Foo Bank said sales fell. > forecast acme
Foo Bank said sales fell; the group expects growth. > forecast acme
# whom it strikes
If it is not ready, buyers will leave. > risk acme
Councils may take the Bolt Labs pilot to court. > risk bolt-labs
Councils may take Oslo to court. > risk acme
Councils may take it to court. > risk acme
A ban could cost the group dearly. > risk acme
The FTC may impose a fine. > risk acme
# who is meant
Whether Bolt Labs or Intel wins will decide it. > signal acme
Whether Bolt Labs wins will decide it. > signal bolt-labs
Analysts expect Azure to grow. > forecast microsoft-azure
Analysts expect growth. > forecast acme
Jefferies expects Azure sales to grow. > forecast microsoft-azure
Jane Roe slept; the lawyer will run the shops. > forecast jane-roe
Jane Roe slept. She will run the shops. > forecast jane-roe
The lawyer will run the shops. > forecast acme
Tokyo may follow. > risk tokyo
Microsoft and Intel will build it. > forecast microsoft
Microsoft grew. The venture will grow. > forecast microsoft
The plant in Oslo will open. > forecast oslo
Work in Oslo will begin. > forecast acme
It can lift boxes and should sell well. > forecast acme
Bolt Labs sells nothing. It can lift boxes and should sell well. > forecast bolt-labs
Its arm can lift boxes and should sell well. > forecast acme
Should Galaxy Ring slip, orders would move to a rival of Bolt Labs. > risk galaxy-ring
If Apple opens up Safari, Galaxy Ring might stall. > risk galaxy-ring
Whether Microsoft confirms the lease in June is the thing to look for. > signal microsoft
Jane Roe is aiming for 9,000 orders in June. > forecast acme
Two dates stand out, June 4 and July 9. > signal acme
Regulators could extend their inquiry to routers. > risk acme
Outlays should hit $45 million in June. > forecast acme
"""


@pytest.mark.parametrize("case", [one for one in WORDINGS.strip().splitlines() if not one.startswith("#")])
def test_a_wording_looks_forward_for_somebody_or_not(case: str) -> None:
    prose, _, wanted = case.partition(" >")
    assert [f"{found.kind} {found.subject.id}" for found in outlooks(prose)] == [wanted.strip()] * bool(
        wanted
    )


def test_a_topic_before_a_sentence_is_no_part_of_it() -> None:
    assert (
        outlooks("- Margins: another bad quarter would hurt.").one().text == "another bad quarter would hurt."
    )


def test_a_headline_before_a_sentence_is_no_part_of_it() -> None:
    found = outlooks("- The open-source risk — Wren 3.5 is next: The shop will open.").one()
    assert (found.kind, found.text) == ("forecast", "Wren 3.5 is next: The shop will open.")


def test_outside_the_stories_the_report_is_who_is_meant() -> None:
    report = qf.parse("Acme Weekly Report May 7, 2027\n\nIt may rain.\n")
    assert report.facts.of_type(qf.Outlook).one().subject.id == "acme"


@pytest.mark.parametrize("heading", ["What to Watch", "Looking Ahead", "Open Questions:"])
def test_an_open_question_in_a_list_of_what_to_watch_is_a_signal(heading: str) -> None:
    text = f"Acme Weekly Report May 7, 2027\n\n{heading}\n• Whether Wren Labs renews its lease.\n"
    outlook = qf.parse(text).facts.of_type(qf.Outlook).one()
    assert (outlook.kind, outlook.subject.name, outlook.text) == (
        "signal",
        "Wren Labs",
        "Whether Wren Labs renews its lease.",
    )


def test_an_open_question_elsewhere_is_none() -> None:
    text = "Acme Weekly Report May 7, 2027\n\nBackground\n• Whether Wren Labs renewed its lease.\n"
    assert not qf.parse(text).facts.of_type(qf.Outlook)


LISTED = """
The pace of orders from Wren Labs. > signal wren-labs
Demand for routers once prices fall. > signal acme
Wren Labs closes its books. >
Wren Labs still mends routers. >
The Treasury's verdict on Korvid Hub, expected May 29 > signal korvid-hub
May 29: Wren Labs answers with a router. > forecast wren-labs
How fast Korvid Hub fills. > signal korvid-hub
If Microsoft shrinks, Bolt Labs gains a client. > risk bolt-labs
If GPT-5.4 slips, demand moves on. > risk gpt-5.4
Wren Labs "closes a deal" > >
"""


@pytest.mark.parametrize("case", LISTED.strip().splitlines())
def test_an_item_of_what_to_watch_may_only_name_what_comes(case: str) -> None:
    prose, _, wanted = case.partition(" >")
    facts = qf.parse(f"Acme Weekly Report May 7, 2027\n\nWhat to Watch\n\n- {prose}\n").facts
    found = [f"{one.kind} {one.subject.id}" for one in facts.of_type(qf.Outlook)]
    assert found == [wanted.strip()] * bool(wanted.strip(" >"))


STORIES = """
Intel rents GPT-5.4 | Delays may hurt. > intel
Insight 2: GPT-5.4 ships | Deliveries are due in June. > gpt-5.4
Big News for Korvid Hub | Deliveries are due in June. > acme
The Day | Wren Site, a venture, grew. The venture will open in June. > wren-site
The Day | Bolt Labs and Acme met; the bank will move in June. > bolt-labs
The Day | Should Korvid Hub slip, buyers would migrate to Intel. > korvid-hub
The Day | Acme lists Intel's chips, which may hurt margins. > acme
The Day | Rain helps; should Korvid Labs close, Wren Labs would shrink. > wren-labs
The Day | Intel support is planned. > acme
The Day | A site of Wren Labs is planned. > wren-labs
The Day | Regulators may ask for papers. > acme
The Day | Regulators might demand an audit of Korvid Hub. > korvid-hub
The Day | The Treasury decides by May 29 whether the lease ends. > treasury
The Day | An umpire may act, which would spare Acme a defeat. > acme
The Day | Acme loosens its dependence on Intel. >
"""


@pytest.mark.parametrize("case", STORIES.strip().splitlines())
def test_whom_a_story_makes_an_outlook_about(case: str) -> None:
    story, _, wanted = case.partition(" >")
    title, _, prose = (story if ":" in story else f"1. {story}").partition(" | ")
    facts = qf.parse(f"Acme Weekly Report May 7, 2027\n\n{title}\n\n{prose}\n").facts.of_type(qf.Outlook)
    assert [one.subject.id for one in facts] == [wanted.strip()] * bool(wanted)


@pytest.mark.parametrize("item", ["The speed of the Loom Studio rollout.", "The need for Loom Studio chips."])
def test_a_bare_item_of_what_to_watch_is_a_signal(item: str) -> None:
    found = outlooks(f"Acme launched Loom Studio, a design tool.\n\nWhat to watch\n\n- {item}")
    assert [(one.kind, one.subject.id) for one in found if one.subject] == [("signal", "loom-studio")]


def test_what_may_happen_to_a_rival_is_of_the_rival() -> None:
    found = outlooks("Acme undercuts Nvidia, which could lose customers.").one()
    assert found.subject is not None
    assert found.subject.id == "nvidia"
