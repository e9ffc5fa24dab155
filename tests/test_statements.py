"""Statements: one sentence, and who says what in it."""

from __future__ import annotations

import pytest
from worst import assert_linear

import qwenfacts as qf
from qwenfacts.facts import Statement

HEAD = "Cohere Weekly Report May 7, 2027\n\n"


def told(statement: Statement) -> str:
    """A statement in a line: speaker, medium, and the words, in marks if verbatim."""
    speaker = statement.speaker.id if statement.speaker else "-"
    words = f"“{statement.text}”" if statement.verbatim else statement.text
    return f"{speaker} / {statement.medium or '-'} / {words}"


def statements_of(prose: str) -> list[str]:
    return [told(fact) for fact in qf.parse(HEAD + prose).facts if isinstance(fact, Statement)]


CASES = """
# verbatim
“We will not slow down,” Sam Altman told reporters on Monday. > sam-altman / - / “We will not slow down”
“We will not slow down,” said Altman of OpenAI in an interview with CNBC. > sam-altman / interview with CNBC / “We will not slow down”
"We will not slow down," said Altman. "The demand is there." > sam-altman / - / “We will not slow down” + sam-altman / - / “The demand is there.”
"The demand is there." >
"The demand is there for years." > - / - / “The demand is there for years.”
“It is a good day,” he said. > - / - / “It is a good day”
Satya Nadella spoke. “It is a good day,” he said. > satya-nadella / - / “It is a good day”
“We sell more. We earn less,” said Satya Nadella. > satya-nadella / - / “We sell more. We earn less”
“We sell more,” says Satya Nadella, “and earn less.” > satya-nadella / - / “We sell more, and earn less.”
“We sell more,” said Satya Nadella; “we do not earn less.” > satya-nadella / - / “We sell more” + satya-nadella / - / “we do not earn less.”
“It sells very well,” Satya Nadella said of “the small laptop for schools.” > satya-nadella / - / “It sells very well”
Nadella described the deal as “a once-in-a-generation bet on chips”. > satya-nadella / - / “a once-in-a-generation bet on chips”
Critics call it “a tax”. > - / - / “a tax”
Critics call it “theft”. >
# who says what, and where it ends
Tim Cook told investors the shop makes money. > tim-cook / - / the shop makes money
Tim Cook told The Wall Street Journal that sales fell. > tim-cook / The Wall Street Journal / sales fell
Gartner cut its view, warning that sales may fall. > gartner / - / sales may fall
Bosch’s Tim Cook cut his view, warning that sales may fall. > tim-cook / - / sales may fall
While Gartner slept, arguing that sales fell, Bosch grew. > gartner / - / sales fell
The plan grew, warning that sales fell. >
Tim Cook said sales fell, underscoring the slump. > tim-cook / - / sales fell
Tim Cook said sales fell, a claim nobody checked. > tim-cook / - / sales fell
Tim Cook said only that “it is what it is.” > tim-cook / - / “it is what it is.”
Asked twice, Tim Cook said “it is what it is.” > tim-cook / - / “it is what it is.”
The deal was described as “a slap in the face”. >
Tim Cook called it “a good day for all,” but warned that sales may fall. > tim-cook / - / “a good day for all” + tim-cook / - / sales may fall
Tim Cook called it “a good day for all,” adding that sales may fall. > tim-cook / - / “a good day for all” + tim-cook / - / sales may fall
“It is a good day,” Tim Cook told the crowd, according to a transcript. > tim-cook / transcript / “It is a good day”
Tim Cook’s verdict: the shop is closed. > tim-cook / - / the shop is closed
As Tim Cook put it, “it is what it is.” > tim-cook / - / “it is what it is.”
One former executive called it “a very bad day.” > - / - / “a very bad day.”
Tim Cook claims the van needs 40 fewer parts. > tim-cook / - / the van needs 40 fewer parts
Tim Cook admitted delays in the rollout. >
Sales fell, said Tim Cook loudly. >
CNBC reported the talks on May 4. >
The filing shows that the shop lost money. > - / filing / the shop lost money
According to the filing, Tim Cook told the board on Monday of it. > - / filing / Tim Cook told the board on Monday of it
In a note to staff, Tim Cook thanked them and said that sales fell. > tim-cook / note to staff / sales fell
Tim Cook played it down, telling CNBC that “it is what it is.” > tim-cook / CNBC / “it is what it is.”
The sale, confirmed to CNBC by two investors, failed. >
Tim Cook said sales fell, a pledge to nobody. > tim-cook / - / sales fell
It grew and, Tim Cook says, sold out. > tim-cook / - / sold out
The van is cheap, according to internal tests. > - / internal tests / The van is cheap
Gartner cut its view, citing “a wall of debt.” > gartner / - / “a wall of debt.”
Tim Cook confirmed the exits but would not say more. >
Gartner worries that sales may fall. > gartner / - / sales may fall
Tim Cook denied that, saying it had never been so. > tim-cook / - / it had never been so
The lab reports to Tim Cook, and it may grow. >
CNBC told of the sale; it also said that sales fell. > cnbc / - / sales fell
Jensen Huang: “Every company will be a factory for tokens.” > jensen-huang / - / “Every company will be a factory for tokens.”
The idea: “Every company will be a factory for tokens.” > - / - / “Every company will be a factory for tokens.”
In the words of Mustafa Suleyman, “the next model is already in training”. > mustafa-suleyman / - / “the next model is already in training”
Dario Amodei wrote on X: “Safety is not a tax.” > dario-amodei / - / “Safety is not a tax.”
“Nothing changes for customers,” reads the post. > cohere / post / “Nothing changes for customers”
Altman told staff that “every chip counts now”. > sam-altman / - / “every chip counts now”
In a memo to staff seen by Reuters, Tim Cook called the cuts “painful but needed”. > tim-cook / memo to staff / “painful but needed”
Tim Cook’s internal email put it plainly: “We hire too slowly for this market.” > tim-cook / internal email / “We hire too slowly for this market.”
Tim Cook was quoted as saying “it is over” in a post on Bluesky. > tim-cook / post on Bluesky / “it is over”
Sales may fall, Tim Cook added, “if nobody buys a phone”. > tim-cook / - / Sales may fall + tim-cook / - / “if nobody buys a phone”
Altman said that sales of what he called “agents” had grown. > sam-altman / - / sales of what he called “agents” had grown
Altman said on Monday that the firm would be “the best place to build a model that anyone can trust”. > sam-altman / - / “the best place to build a model that anyone can trust”
“We sell more,” says Satya Nadella, “and we will earn less in every one of them.” > satya-nadella / - / “We sell more, and we will earn less in every one of them.”
“Is it so?” was the thing that nobody in the hall of the old town by the sea dared ask, Tim Cook said. > tim-cook / - / “Is it so?” was the thing that nobody in the hall of the old town by the sea dared ask
“We sell more now” is the line, according to Gartner. > gartner / - / “We sell more now” is the line
“It was in a memo,” said Tim Cook. > tim-cook / - / “It was in a memo”
“We sell,” said Intel sales team staff members today. > intel / - / “We sell”
# scare quotes and terms
The so-called “agent economy” is still small. >
The plan is known as “Big Sky One”. >
Lisa Su says demand is “insane”. > lisa-su / - / demand is “insane”
# reported
Sam Altman said that the company would spend more. > sam-altman / - / the company would spend more
Sam Altman said the company would spend more in 2028. > sam-altman / - / the company would spend more in 2028
Sam Altman said on Monday sales would double. > sam-altman / - / sales would double
On the earnings call, Satya Nadella said capacity would remain tight. > satya-nadella / earnings call / capacity would remain tight
Tim Cook warned in a letter to staff that margins would shrink. > tim-cook / letter to staff / margins would shrink
Satya Nadella told a hearing in Oslo that margins would shrink. > satya-nadella / hearing in Oslo / margins would shrink
Mark Zuckerberg, who founded Meta, told investors on a call that spending will rise. > mark-zuckerberg / call / spending will rise
Mark Zuckerberg told Reuters the site would grow. > mark-zuckerberg / Reuters / the site would grow
Mark Zuckerberg told the press the site would grow. > mark-zuckerberg / - / the site would grow
Margins will shrink, Tim Cook warned (Reuters). > tim-cook / - / Margins will shrink
Margins will shrink, said Tim Cook of Apple. > tim-cook / - / Margins will shrink
Margins will shrink, said analysts. > - / - / Margins will shrink
The deal, Altman said, gives both sides room. > sam-altman / - / The deal gives both sides room
Sales (down 3%, says Gartner) are weak. > gartner / - / down 3%
Gartner counts 300 sites, and says that sales fell. > gartner / - / sales fell
A new report counts 300 sites and says that sales fell. > - / new report / sales fell
A 30-page technical note says that costs were halved. > cohere / technical note / costs were halved
Critics argue that the licence is not open. > - / - / the licence is not open
Gartner and other analysts argue that the licence is not open. > gartner / - / the licence is not open
Analysts at Gartner said that sales fell. > gartner / - / sales fell
One early user, the Lisbon start-up Fjord Labs, said it was quick. > fjord-labs / - / it was quick
A spokesperson for Intel said no data had been lost. > intel / - / no data had been lost
No data had been lost, a spokesperson said. > cohere / - / No data had been lost
The company said in a blog post that no data had been lost. > cohere / blog post / no data had been lost
IDC estimates that shipments fell 3%, but the firm disagrees. > idc / - / shipments fell 3%
IDC said sales fell — a surprise. > idc / - / sales fell
IDC said sales — of phones — fell; others disagree. > idc / - / sales — of phones — fell
IDC expects growth, projecting shipments to double. >
With Satya Nadella projecting Azure to double, shares rose. > satya-nadella / - / Azure to double, shares rose
Gartner said sales fell, adding that prices rose. > gartner / - / sales fell + gartner / - / prices rose
Nvidia argues, however, that the rules help China. > nvidia / - / the rules help China
Intel promised 300 chips. >
A fear was voiced by Intel. >
The fear was voiced in Paris. >
Sales (of phones) fell, Tim Cook said. > tim-cook / - / Sales (of phones) fell
Priya Nair of Gartner said that sales fell. > priya-nair / - / sales fell
# by other words
Margins will shrink this year, according to Gartner. > gartner / - / Margins will shrink this year
According to Gartner analyst Arun Chandrasekaran, margins will shrink. > arun-chandrasekaran / - / margins will shrink
According to Priya Nair of Gartner, margins will shrink. > priya-nair / - / margins will shrink
According to the complaint, margins will shrink. > - / complaint / margins will shrink
Margins, according to Gartner, will shrink. > gartner / - / Margins will shrink
Sales fell, per Gartner. > gartner / - / Sales fell
Sales fell, per user. >
They acted according to plan. >
According to plan, they acted. >
Roe acted according to. >
Satya Nadella’s view that sales will rise is known. > satya-nadella / - / sales will rise is known
Satya Nadella’s view of Azure is known. >
They acted according to Gartner. >
According to Gartner. >
# none
Rain fell for a long time there in the north and says that sales fell. >
Tim Cook noted the very long and winding road through all the old towns near every big lake >
…, Tim Cook said. >
Analysts at Morgan Stanley expect sales of $3 billion. >
A spokesperson for Intel declined to comment. >
The benchmark shows that Llama 5 leads. >
The firm reported revenue of $3 billion. >
Intel confirmed the layoffs. >
IDC puts shipments at 3 million. >
Lisa Su declined to say whether the chip is late. >
Lisa Su has not said when the chip will ship. >
Altman said goodbye. >
Altman said nothing. >
Altman said. >
Altman said that. >
Intel says on its site. >
Llama 5 said that sales fell. >
The team noted the strong demand. >
# who stands between what is said and the verb
“It will pass,” Jane Roe, the head of research at Intel, said. > jane-roe / - / “It will pass”
“It will pass”, Jane Roe, a lawyer, warned in a note. > jane-roe / note / “It will pass”
Sales will fall by half, one investor argued. > - / - / Sales will fall by half
Sales will fall by half, people close to the lab told Reuters. > - / Reuters / Sales will fall by half
Sales will fall by half, people close to the lab told The Wall Street Journal. > - / The Wall Street Journal / Sales will fall by half
Sales will fall by half, a leaked memo seen by Reuters confirmed. > - / leaked memo / Sales will fall by half
In reply to its users, Intel has added a filter. >
Built on old code, it writes tests. >
Sales, of which nobody had an idea that, said. >
# sources without a name
Sales fell, according to two people briefed on the talks. > - / - / Sales fell
Sales fell, according to its model card. > - / model card / Sales fell
In the view of Gartner, sales fell. > gartner / - / sales fell
In Tim Cook's garden, sales fell. >
According to Tim Cook, who runs Apple, sales fell. > tim-cook / - / sales fell
According to Tim Cook, who runs Apple. > tim-cook / - / who runs Apple
Per the filing, sales fell. > - / filing / sales fell
Sales fell, according to people who saw them in a long and very very old and very big book of all the sums. > - / - / Sales fell
# speakers without a name, and titles
Sales fell, said two people close to the deal. > - / - / Sales fell
Sales fell, said a spokeswoman. > cohere / - / Sales fell
Sales fell, said who would know. >
Sales fell, said nobody. >
Sales fell, quirky marketing head Tim Cook said on Monday. > tim-cook / - / Sales fell
Tim Cook spoke. Sales fell, she said. > tim-cook / - / Sales fell
The parent replied that sales fell. > cohere / - / sales fell
The results suggest that sales fell. >
It replied that sales fell. > cohere / - / sales fell
In May, Jane Roe, a lawyer, said. >
IDC sued Intel. It said sales fell. > cohere / - / sales fell
Intel bought IDC, it said. > intel / - / Intel bought IDC
Sales fell, the complaint says. > - / complaint / Sales fell
Sales fell, a union said. > - / - / Sales fell
Sales fell, the unit said. > cohere / - / Sales fell
Disney has no such plans, a spokeswoman said. > disney / - / Disney has no such plans
Tim Cook spoke. Their note says that sales fell. > cohere / note / sales fell
Sales fell, said Tim Cook. “It is over now,” they write. > tim-cook / - / Sales fell + tim-cook / - / “It is over now”
Intel's chief, Lisa Su, said sales fell. > lisa-su / - / sales fell
An internal memo, seen by Reuters, warns that sales fell. > - / internal memo / sales fell
A union said that sales fell. > - / - / sales fell
When Tim Cook left, it said sales fell. > cohere / - / sales fell
In Tim Cook's garden, the view is good. >
“We sell,” said Tim Cook of those who think “that it never pays at all”. > tim-cook / - / “We sell” + - / - / “that it never pays at all”
Tim Cook said that “it never pays at all” and that “it is dear for the poor”. > tim-cook / - / “it never pays at all” + tim-cook / - / “it is dear for the poor”
Sales fell, Tim Cook warned in a note so very very very very very very very very very very very long. > tim-cook / note / Sales fell
# where words end
Gartner said sales fell and rose. > gartner / - / sales fell and rose
Gartner said sales fell, citing rain. > gartner / - / sales fell, citing rain
It is unclear, lawyers say, whether sales fell. > - / - / It is unclear whether sales fell
The buffer, Tim Cook warned in a note, looks thin. > tim-cook / note / The buffer looks thin
Sales fell, Tim Cook warned in a note (long). > tim-cook / note / Sales fell
Police came for a group that objects. >
Nobody tests what it writes. >
Intel promised changes. >
The court ruled that Intel must pay. > - / - / Intel must pay
The court ruled on the case. >
The regulator said it would look, adding that it may take long. > - / - / it would look + - / - / it may take long
Intel bought a lab which, Gartner writes, is in talks to sell chips. > gartner / - / is in talks to sell chips
Intel bought a lab that, Tim Cook says, never sold a chip. > tim-cook / - / never sold a chip
Cabrivo, a planner that Intel turned on in May, predicts traffic and moves vans before anyone calls. >
Intel, the chip maker from Albany, New York, reported second-quarter sales. >
# quotations
“It is a tax on work,” Tim Cook was quoted as saying by CNBC. > tim-cook / - / “It is a tax on work”
“We sell,” quipped Tim Cook on the call — “and how.” > tim-cook / call / “We sell, and how.”
“We sell,” said Tim Cook, “and have never been better paid.” > tim-cook / - / “We sell, and have never been better paid.”
The union spoke of “a slap in the face”. > - / - / “a slap in the face”
Tim Cook's answer: “Ask those who buy.” > tim-cook / - / “Ask those who buy.”
In May, reported on Monday, Intel sold 3 chips. >
Intel, the maker of chips, reported second-quarter sales. >
# media
“It will pass,” Jane Roe wrote on X. > jane-roe / X / “It will pass”
“It will pass,” wrote Jane Roe on LinkedIn. > jane-roe / LinkedIn / “It will pass”
“It will pass,” Jane Roe said on Monday. > jane-roe / - / “It will pass”
According to an internal memo, sales will fall. > - / internal memo / sales will fall
A clerk who likes, at times, the memo said that sales would fall. > cohere / memo / sales would fall
# figures that somebody puts on the future of others
Intel projects deliveries of 4 million chips this year. > intel / - / deliveries of 4 million chips this year
Intel projects calm. >
They project deliveries of 4 million chips. >
Intel's reply to that law was short. >
# which words are the claim
Intel held a tenth of the market, according to Gartner, with AMD a distant second. > gartner / - / Intel held a tenth of the market
According to Jane Roe of Gartner, a patient broker, sales will fall. > jane-roe / - / sales will fall
According to Gartner, a glut is near, and prices may fall. > gartner / - / a glut is near, and prices may fall
According to Gartner, a glut is near. > gartner / - / a glut is near
The launch followed on Monday: it has sold out, Intel said. > intel / - / it has sold out
As for Ireland, sales have stopped, Jane Roe said. > jane-roe / - / sales have stopped
Intel said sales rose by half, where analysts had expected a third. > intel / - / sales rose by half
# who it is
A fine was imposed by Intel, which argues that sales were hurt. > intel / - / sales were hurt
Brokers at Gartner expect more; “the lever is barely warm,” they write. > gartner / - / “the lever is barely warm”
Analysts at Gartner expect more. “It has been digested,” their note says. > gartner / note / “It has been digested”
Intel fell. “It has been digested,” they write. > - / - / “It has been digested”
Jane Roe warned that sales will fall. Ann Poe is aiming higher. “The easy part is over,” she said. > jane-roe / - / sales will fall + ann-poe / - / “The easy part is over”
Jane Roe warned that sales will fall. Ann Poe slept. As Ida Berg left, she said that it helps. > jane-roe / - / sales will fall + jane-roe / - / it helps
The union denied it; the parent replied that it was so. > cohere / - / it was so
"""


@pytest.mark.parametrize("case", [case for case in CASES.strip().splitlines() if not case.startswith("#")])
def test_a_sentence_says_these_statements_and_no_others(case: str) -> None:
    prose, _, wanted = case.partition(" >")
    assert sorted(statements_of(prose)) == sorted(one.strip() for one in wanted.split(" + ") if one.strip())


def test_a_report_without_prose_has_no_statement() -> None:
    assert statements_of("") == []


def test_a_label_and_a_list_mark_are_no_part_of_a_claim() -> None:
    assert statements_of("Points:\n\n  • Costs: Margins fell, said Tim Cook.") == [
        "tim-cook / - / Margins fell"
    ]


def test_the_mentions_in_a_statement_are_used() -> None:
    report = qf.parse(HEAD + "“We sold 300 chips in May,” said Tim Cook.")
    (statement,) = [fact for fact in report.facts if isinstance(fact, Statement)]
    used = [report.text[span.start : span.end] for span in statement.mentions]
    assert used == ["“We sold 300 chips in May,”", "300", "May", "Tim Cook"]
    assert statement.evidence[0].quote == "“We sold 300 chips in May,” said Tim Cook"
    assert not [entry for entry in report.unread if entry.kind == "quotation"]


@pytest.mark.parametrize(
    "unit",
    [
        "Acme said that ",
        "“a b c”, said Roe, ",
        "Roe and Poe of Acme said; ",
        "according to Acme, ",
        "Acme, warning that ",
    ],
)
def test_statements_take_linear_time(unit: str) -> None:
    assert_linear(qf.parse, unit)


def test_an_endless_claim_is_cut() -> None:
    (statement,) = statements_of("Tim Cook said that sales fell " + "and rose " * 200)
    assert 100 < len(statement.split()) < 130
