"""Metrics: one sentence, and what it measures of whom."""

from __future__ import annotations

from typing import Any

import pytest

import qwenfacts as qf
from qwenfacts.facts import Metric

HEAD = "Cohere Weekly Report May 7, 2027\n\n"
SIEMENS = "Siemens Weekly Report May 7, 2027\n\n"


def metrics_of(prose: str, head: str = HEAD) -> list[Metric]:
    return [fact for fact in qf.parse(head + prose).facts if isinstance(fact, Metric)]


def told(metric: Metric) -> tuple[str, str, str]:
    return metric.subject.id, metric.measure, metric.quantity.text


@pytest.mark.parametrize(
    ("prose", "subject", "measure", "words", "quantity"),
    [
        ("Siemens has 4,000 engineers.", "siemens", "employees", "engineers", "4,000"),
        ("Revenue at Siemens came to $3 billion.", "siemens", "revenue", "Revenue", "$3 billion"),
        ("Siemens’s annual net sales hit €5bn.", "siemens", "revenue", "annual net sales", "€5bn"),
        ("Sales hit €5bn.", "cohere", "revenue", "Sales", "€5bn"),
        ("Then Siemens revenue was €5bn.", "siemens", "revenue", "revenue", "€5bn"),
        ("It fell 5% as AI-related revenue slid.", "cohere", "revenue", "AI-related revenue", "5%"),
        ("Spotify, a rival of Siemens, has 90 stores.", "spotify", "stores", "stores", "90"),
        ("Growth at Siemens (Spotify has 3 million users) slowed.", "spotify", "users", "users", "3 million"),
        ("It works with Siemens (revenue up 4%).", "siemens", "revenue", "revenue", "4%"),
        ("Siemens (see below) has 4,000 clients.", "siemens", "customers", "clients", "4,000"),
        ("With Siemens it has 4,000 clients.", "cohere", "customers", "clients", "4,000"),
        ("GPT-5.4 earned $3 billion in sales.", "gpt-5.4", "revenue", "sales", "$3 billion"),
        (
            "There are 900 enterprises using Codestral.",
            "codestral",
            "enterprise-users",
            "enterprises using Codestral",
            "900",
        ),
        (
            "It has 12 models built on Codestral.",
            "codestral",
            "derivative-models",
            "models built on Codestral",
            "12",
        ),
        (
            "Token usage growth at the Spotify hit 6×.",
            "spotify",
            "token-consumption",
            "Token usage growth",
            "6×",
        ),
        ("It weighs 4 tonnes, like 30 cars.", "cohere", "deliveries", "cars", "30"),
        ("A gross profit of $4 million on sales.", "cohere", "gross-profit", "gross profit", "$4 million"),
        ("It counts 90 Zorblax Stores.", "cohere", "stores", "Zorblax Stores", "90"),
        (
            "Token usage on Alibaba’s Model Studio hit 6×.",
            "model-studio",
            "token-consumption",
            "Token usage",
            "6×",
        ),
        ("It has 12 models built on", "cohere", "derivative-models", "models built on", "12"),
        ("It has a 12-layer design.", "cohere", "layers", "layer", "12"),
        ("Historically revenue was $4 million.", "cohere", "revenue", "revenue", "$4 million"),
    ],
)
def test_what_is_measured_of_whom(prose: str, subject: str, measure: str, words: str, quantity: str) -> None:
    (metric,) = metrics_of(prose)
    assert (*told(metric), metric.measure_text) == (subject, measure, quantity, words)
    assert metric.evidence[0].sentence == prose
    assert metric.start <= qf.parse(HEAD + prose).text.index(quantity)


@pytest.mark.parametrize(
    ("prose", "figures"),
    [
        ("Revenue climbed 12% to €19 billion.", ["siemens revenue 12%", "siemens revenue €19 billion"]),
        ("Siemens lifted its dividend from €5 to €6.", ["siemens dividend €5", "siemens dividend €6"]),
        (
            "Operating profit fell 8% to €2 billion, while net income rose 3% to €1 billion.",
            [
                "siemens operating-income 8%",
                "siemens operating-income €2 billion",
                "siemens net-income 3%",
                "siemens net-income €1 billion",
            ],
        ),
        (
            "Spotify has 600 million users, up 9% on the year.",
            ["spotify users 600 million", "spotify users 9%"],
        ),
        ("Gross margin widened from 31% to 33%.", ["siemens gross-margin 31%", "siemens gross-margin 33%"]),
        (
            "Headcount stood at 9,100, against 8,700 a year before.",
            ["siemens employees 9,100", "siemens employees 8,700"],
        ),
        ("Orders doubled to €4 billion.", ["siemens orders doubled", "siemens orders €4 billion"]),
        (
            "Debt, €3 billion in January, has passed €4 billion.",
            ["siemens debt €3 billion", "siemens debt €4 billion"],
        ),
        ("Mistral AI raised €600 million from ASML.", ["mistral-ai funding €600 million"]),
        ("Intel will spend $20 billion on two roads.", ["intel investment $20 billion"]),
        ("Spotify employs 7,000 people.", ["spotify employees 7,000"]),
        ("The deal values Mistral AI at €11 billion.", ["mistral-ai valuation €11 billion"]),
        ("ChatGPT costs $20 a month.", ["chatgpt price $20"]),
        ("Codestral was downloaded 90,000 times.", ["codestral downloads 90,000"]),
        ("GPT-5.4 scored 81% on MMLU-Pro.", ["gpt-5.4 benchmark-score 81%"]),
        ("Rivian delivered 13,000 vehicles.", ["rivian deliveries 13,000"]),
        ("Codestral was trained on 9 trillion tokens.", ["codestral training-tokens 9 trillion"]),
        ("Codestral accepts 128,000 tokens.", ["codestral context-window 128,000"]),
        ("The cloud arm of Siemens, run from Munich, has 4,000 customers.", ["siemens customers 4,000"]),
        ("Nvidia, which Intel envies, has 30,000 employees.", ["nvidia employees 30,000"]),
        ("Codestral, a model with 22 billion parameters, is out.", ["codestral parameters 22 billion"]),
        (
            "Mistral AI opened Codestral. The model handles 80 languages.",
            ["codestral languages-supported 80"],
        ),
        ("Mistral AI opened Codestral. It costs $3 per million tokens.", ["codestral price $3"]),
        ("Mistral AI hired a chief. The company employs 800 people.", ["mistral-ai employees 800"]),
        ("Intel sells chips to Spotify. Its revenue reached $13 billion.", ["intel revenue $13 billion"]),
        ("With Nvidia as a partner, Intel has 40 sites.", ["intel data-centres 40"]),
        ("Gartner says that Intel has 20% of the market.", ["intel market-share 20%"]),
        ("Intel has 20% of the market, Nvidia 70%.", ["intel market-share 20%", "nvidia market-share 70%"]),
        (
            "Codestral scored 81% on MMLU-Pro, ahead of GPT-5.4 (79%).",
            ["codestral benchmark-score 81%", "gpt-5.4 benchmark-score 79%"],
        ),
        (
            "Intel's market share fell to 61%, with Nvidia at 22%.",
            ["intel market-share 61%", "nvidia market-share 22%"],
        ),
        (
            "Nvidia (revenue up 56% to $44 billion) is ahead.",
            ["nvidia revenue 56%", "nvidia revenue $44 billion"],
        ),
        (
            "Intel has 90,000 employees; Nvidia has 30,000.",
            ["intel employees 90,000", "nvidia employees 30,000"],
        ),
        ("Intel cut 1,500 jobs in Oregon.", ["intel employees 1,500"]),
        ("Intel added 2 GW of capacity.", ["intel capacity 2 GW"]),
        ("Seven researchers have left Intel.", ["intel departures Seven"]),
        ("The 70-billion-parameter Codestral is slow.", ["codestral parameters 70-billion"]),
        ("Codestral has a 256,000-token context window.", ["codestral context-window 256,000"]),
        ("Codestral ranked third on LMArena.", ["codestral rank third"]),
        (
            "Spotify counts 3 million paying subscribers and 40 offices.",
            ["spotify subscribers 3 million", "spotify stores 40"],
        ),
        ("Intel closed at $31 on Friday.", ["intel share-price $31"]),
        ("The shares gained 4%.", ["siemens share-price 4%"]),
        ("Nvidia rose 4% and Intel 2%.", ["nvidia share-price 4%", "intel share-price 2%"]),
        ("Nvidia's data centre business grew 40%.", ["nvidia revenue 40%"]),
        ("ChatGPT has 800 million weekly users.", ["chatgpt weekly-active-users 800 million"]),
        ("Some 20 million people open ChatGPT every day.", ["chatgpt daily-active-users Some 20 million"]),
        (
            "Intel shipped 400 chips, 90 of them to Nvidia.",
            ["intel chips-shipped 400", "intel chips-shipped 90"],
        ),
        ("Revenue: $4 million", ["siemens revenue $4 million"]),
        (
            "Intel has $9 billion in cash and $40 billion of debt.",
            ["intel net-cash $9 billion", "intel debt $40 billion"],
        ),
        ("Intel was fined €300 million.", ["intel fine €300 million"]),
        (
            "Capital expenditure will be $20 billion, after $18 billion last year.",
            ["siemens investment $20 billion", "siemens investment $18 billion"],
        ),
        ("Free cash flow came in at $2 billion.", ["siemens free-cash-flow $2 billion"]),
        ("Codestral is priced at $40 a seat.", ["codestral price $40"]),
        ("Half of its sales come from Asia.", ["siemens revenue Half"]),
        ("Codestral answers 92% of the questions in MMLU-Pro.", ["codestral benchmark-score 92%"]),
        ("The error rate of Codestral is 4%.", ["codestral error-rate 4%"]),
        ("Intel sold bonds worth $2 billion.", ["intel debt $2 billion"]),
        ("Intel's backlog, now $4 billion, grew 9%.", ["intel orders $4 billion", "intel orders 9%"]),
        ("Wedbush expects Intel to earn $2 billion.", ["intel net-income $2 billion"]),
        ("Spotify opened two stores in Oslo.", ["spotify stores two"]),
        ("Nobody counted the 40 cats.", []),
        ("It weighs 4 kg and runs at 45 °C.", []),
        ("The trip took 40 minutes.", []),
        ("Rain fell on 30 towns.", []),
    ],
)
def test_every_figure_of_a_sentence_goes_to_whom_it_is_of(prose: str, figures: list[str]) -> None:
    metrics = metrics_of(prose, SIEMENS)
    assert [f"{metric.subject.id} {metric.measure} {metric.quantity.text}" for metric in metrics] == figures


def test_the_id_starts_at_the_quantity() -> None:
    (metric,) = metrics_of("Revenue at Siemens came to $3 billion.")
    assert metric.id == f"cohere-2027-05-07/metric@{len(HEAD) + len('Revenue at Siemens came to ')}"


@pytest.mark.parametrize(
    "prose",
    [
        "The repair took three weeks of revenue.",
        "A 50-page paper on revenue came out.",
        "There are three models:\n- One\n- Two",
        "Rules apply to firms (e.g., those with 400 employees).",
        "Nine cats slept.",
        "It had 40 cats and many users.",
        "It made $4 million excluding debt.",
        "5%",
        "Excluding debt of $4 million, all is well.",
        "The $4 million target is new.",
    ],
)
def test_no_metric(prose: str) -> None:
    assert [told(metric) for metric in metrics_of(prose)] == []


@pytest.mark.parametrize(
    ("prose", "wanted"),
    [
        ("Revenue fell 12%.", {"aspect": "change", "direction": "down"}),
        ("Revenue doubled.", {"aspect": "change", "direction": "up"}),
        ("Token usage is 3× that of May.", {"aspect": "change", "direction": "up"}),
        ("Costs were halved.", {"aspect": "change", "direction": "down"}),
        ("Margins stand at 40%.", {"aspect": "level", "direction": None}),
        ("Users made 40% of the paid traffic and more.", {"aspect": "share", "of": "paid traffic"}),
        ("Half the profit is gone.", {"aspect": "share", "of": "profit"}),
        ("Sales: 30% of, well, all.", {"aspect": "share", "of": None}),
        ("It ranked No. 3 on the LMArena.", {"aspect": "rank", "measure": "rank"}),
        ("It holds No. 3.", {"aspect": "rank", "of": None, "measure_text": "holds"}),
        ("Revenue is expected to be $4 million.", {"nature": "projection"}),
        ("The goal is $4 million in revenue.", {"nature": "target"}),
        ("Revenue was $4 million, beating estimates.", {"nature": "reading"}),
        ("Net cash is $4 million excluding old debt, they say.", {"qualifier": "excluding old debt"}),
        ("It crossed 4 million total downloads on Hugging Face.", {"qualifier": "Hugging Face"}),
        ("It has 4 million Hugging Face downloads.", {"qualifier": "Hugging Face", "measure": "downloads"}),
        ("Revenue grew by 4% with year-over-year revenue.", {"measure_text": "Revenue"}),
        (
            "It had 31% year-over-year revenue growth.",
            {"measure_text": "revenue growth", "qualifier": "year-over-year"},
        ),
        ("Total revenue was $4 million.", {"measure_text": "Total revenue", "qualifier": None}),
        (
            "Its New York-listed shares rose 4%.",
            {"measure_text": "New York-listed shares", "qualifier": None},
        ),
    ],
)
def test_how_it_is_measured(prose: str, wanted: dict[str, Any]) -> None:
    (metric, *_) = metrics_of(prose)
    assert {name: getattr(metric, name) for name in wanted} == wanted


@pytest.mark.parametrize(
    ("prose", "told"),
    [
        ("Siemens raised $40 million in a Series B round.", ["funding: raised"]),
        ("Siemens employs 900 people.", ["employees: employs"]),
        ("Siemens ordered 900 robots from Nvidia.", ["orders: ordered"]),
        ("Siemens bought back $40 million of its stock.", ["share-buyback: bought back"]),
        ("Codestral will cost $90 a month.", ["price: cost"]),
        ("A travel budget of $20 million is gone.", ["investment: travel budget (travel)"]),
        ("Siemens cut its own travel budget to $20 million.", ["investment: travel budget (travel)"]),
        ("The market cut sales to $20 million.", ["revenue: sales"]),
        ("It grew, while leather sales rose 4%.", ["revenue: leather sales (leather)"]),
        ("Siemens leased 40 MW.", ["capacity: leased"]),
        ("Siemens has a 40 MW hall.", ["capacity: hall"]),
        ("It has 40 MW.", ["capacity: 40 MW"]),
        ("Codestral, new, is to reach 40 MW.", ["capacity: reach"]),
        ("MMLU-Pro: 61% for Codestral.", ["benchmark-score: MMLU-Pro"]),
        ("Codestral is open to shops at $4 a seat.", ["price: at"]),
        ("Codestral comes at $4 a seat.", ["price: comes at"]),
        ("The hall holds 900 A100 cards.", ["chips-shipped: A100 cards"]),
        ("Siemens installed 900 Nvidia chips.", ["chips-shipped: Nvidia chips"]),
        ("Its chip sells: Siemens installed 900 units.", ["chips-shipped: units"]),
        ("Siemens lost 40 sales leaders.", ["employees: sales leaders (sales leaders)"]),
        ("Some 900 farms have installed Codestral.", ["downloads: Some 900"]),
        ("Some 900 farms signed up for Codestral.", ["users: Some 900"]),
        ("Some 900 farms saw it, as did cats.", []),
        ("Five members of the team have left for Spotify.", ["departures: Five"]),
        ("Codestral has 2 and 4 billion parameters.", ["parameters: parameters"] * 2),
        ("Siemens is a 200-strong maker of trains.", ["employees: strong"]),
        ("Siemens handled 88% of searches worldwide.", ["market-share: searches worldwide"]),
        ("Its error rate on English speech fell to 4%.", ["error-rate: error rate"]),
        ("Siemens spent $40 million on data centres.", ["investment: spent (data centres)"]),
        ("Siemens spent $40 million on it.", ["investment: spent"]),
        ("It runs at a cost put at $90 million.", ["investment: cost"]),
        ("It was priced at $90 million.", ["price: priced"]),
        ("Codestral was priced at $90.", ["price: priced"]),
        (
            "Codestral ranks third among open models of its size.",
            ["rank: ranks (among open models of its size)"],
        ),
        ("Codestral ranks third among all models.", ["rank: ranks"]),
        ("Games, its oldest line, now bring in 9% of sales.", ["revenue: sales (Games)"]),
        ("Siemens contributed 9% of Siemens revenue.", ["revenue: revenue"]),
        (
            "It has 9 million users, 2 million of them from Asia.",
            ["users: users", "users: users (Asia)"],
        ),
        ("It has 9 million users, of whom 2 million are said to pay.", ["users: users", "subscribers: pay"]),
        (
            "It has 9 million users, of whom 2 million live and laugh.",
            ["users: users", "users: live (live)"],
        ),
        (
            "Some 40 engineers of Siemens were let go, or 6% of its staff.",
            ["departures: engineers", "departures: engineers"],
        ),
        ("Codestral undercuts GPT-5.4 by 40%.", ["price: undercuts"]),
        ("Codestral is sold at $4 per million input tokens.", ["price: sold (input)"]),
        ("Siemens employs 900 people, up from 700.", ["employees: employs", "employees: people"]),
        ("A seat costs $40, a fifth more.", ["price: costs (A seat)", "price: costs (A seat)"]),
        ("Some 4 million people have a subscription.", ["subscribers: people"]),
        ("It opened 40 more stores.", ["stores: stores"]),
        ("Codestral costs $9, then.", ["price: costs"]),
        ("Codestral fell to $9.", ["price: fell"]),
        ("It has 40 MW, up from 30 MW.", ["capacity: 40 MW", "capacity: 30 MW"]),
        ("It has 4 big red old new odd sad fat thin cats.", []),
        ("The 40 that Siemens fined Codestral sold.", ["deliveries: sold"]),
        ("Its stores answer 900 tokens per second, up from 700.", ["capacity: tokens per second"] * 2),
        (
            "- Revenue: $1.9 million, +41% year on year; analysts had pencilled in $1.8 million.",
            ["revenue: Revenue", "revenue: Revenue", "revenue: Revenue"],
        ),
    ],
)
def test_in_which_words_a_figure_is_told_and_what_narrows_it(prose: str, told: list[str]) -> None:
    found = [f"{one.measure}: {one.measure_text} ({one.qualifier})" for one in metrics_of(prose)]
    assert [one.removesuffix(" (None)") for one in found] == told


@pytest.mark.parametrize(
    ("prose", "periods"),
    [
        (
            "Siemens had 3 million users in April 2027, ahead of Spotify with 2 million.",
            ["2027-04-01/2027-04-30", "2027-04-01/2027-04-30"],
        ),
        (
            "Siemens had 3 million users in April 2027; Spotify now has 4 million.",
            ["2027-04-01/2027-04-30", None],
        ),
        ("Siemens had 3 million users by April 2027; Spotify had 4 million.", ["../2027-04-30", None]),
        (
            "Sales in 2026 came to $4 million, with a net loss of $1 million.",
            ["2026-01-01/2026-12-31", "2026-01-01/2026-12-31"],
        ),
        (
            "Siemens reported results on May 4, 2027 for Q1 2027. Sales were $4 million.",
            ["2027-01-01/2027-03-31"],
        ),
        (
            "In 2026 sales were $4 million; Siemens had a net loss of $1 million.",
            ["2026-01-01/2026-12-31", "2026-01-01/2026-12-31"],
        ),
        ("Siemens had 900 stores, twice the figure of April 2026.", [None, None]),
        ("Siemens has 30% more stores than in the same months of 2026.", [None]),
        ("Sales were $4 million; analysts had pencilled in $5 million.", [None, None]),
    ],
)
def test_when_each_of_several_figures_was_so(prose: str, periods: list[str | None]) -> None:
    assert [metric.period and str(metric.period) for metric in metrics_of(prose)] == periods


@pytest.mark.parametrize(
    ("prose", "period", "source"),
    [
        ("Revenue was $4 million in April 2027.", "2027-04-01/2027-04-30", "stated"),
        ("Sales have passed $4 million since their March 2027 start.", "2027-03-01/..", "stated"),
        ("In April 2027, revenue was $4 million.", "2027-04-01/2027-04-30", "stated"),
        ("Revenue was $4 million, up 4%, in April 2027.", "2027-04-01/2027-04-30", "stated"),
        ("Revenue rose 4% in April 2027, to $4 million.", "2027-04-01/2027-04-30", "stated"),
        ("Nothing was new in April 2027; revenue was $4 million.", None, None),
        ("It had 900 users in April 2027, and a plan backed by $4 million in debt.", None, None),
    ],
)
def test_when(prose: str, period: str | None, source: str | None) -> None:
    metric = next(metric for metric in metrics_of(prose) if metric.quantity.unit == "USD")
    assert (metric.period and str(metric.period), metric.period_from) == (period, source)


def test_a_metric_of_a_story_has_its_period_and_subject() -> None:
    text = "1. Siemens builds\nPublished: May 4, 2027\n\nSales came to $4 million. It has 12 stores.\n"
    sales, stores = metrics_of(text)
    assert (sales.subject.id, stores.subject.id, sales.story) == ("siemens", "siemens", 1)
    assert (str(sales.period), sales.period_from) == ("2027-05-04", "story")


def test_figures_of_a_company_are_not_those_of_its_product() -> None:
    sales, users = metrics_of("1. Qwen app grows\n\nRevenue came to $4 million. It has 12 million users.\n")
    assert (sales.subject.id, users.subject.id) == ("alibaba", "qwen-app")
    (sales,) = metrics_of("1. GPT-Zero grows\n\nRevenue came to $4 million.\n")
    assert sales.subject.kind == "organisation"


def test_a_share_of_what_was_counted() -> None:
    chips, share = metrics_of("Intel shipped 400 new chips, with 60% going to old friends.")
    assert (share.measure, share.aspect, share.of) == ("chips-shipped", "share", chips.measure_text)
    assert share.measure_text == share.qualifier == "going to old friends"[:5]
    assert not metrics_of("Nobody cared, 60% going home.")
    (first,) = metrics_of("Sales rose 4%, with 60% going home.")
    assert first.quantity.text == "4%"


def test_the_same_in_other_words() -> None:
    euros, dollars = metrics_of("Siemens holds €4 million in net cash ($5 million).")
    assert (dollars.subject, dollars.measure) == (euros.subject, "net-cash")
    assert len(metrics_of("Siemens has 40 stores ($5 million).")) == 1


@pytest.mark.parametrize(
    ("prose", "figures"),
    [
        ("Orders doubled to more than 1,200 robots.", ["doubled", "more than 1,200"]),
        ("Revenue rose 40% in the whole of April 2027, to $3 million.", ["40%", "$3 million"]),
        ("Revenue rose 40% in the whole of April 2027, to 90 towns.", ["40%"]),
        ("Revenue rose 40% in all, a lead over the rest that came to; it went to $3 million.", ["40%"]),
    ],
)
def test_where_a_change_led(prose: str, figures: list[str]) -> None:
    metrics = metrics_of(prose)
    assert [metric.quantity.text for metric in metrics] == figures
    assert len({(metric.subject, metric.measure, metric.measure_text) for metric in metrics}) == 1
    assert [metric.aspect for metric in metrics] == ["change", "level"][: len(metrics)]


def test_a_figure_told_again() -> None:
    first, again = metrics_of("Siemens has a $4 million revenue target.\n\nThe $4 million target is bold.")
    assert (again.subject, again.measure, again.measure_text) == (first.subject, "revenue", "target")


def test_a_size_in_a_name() -> None:
    (metric,) = metrics_of("It runs Foo-35B at home.")
    assert (metric.measure, metric.measure_text, metric.subject.name) == ("parameters", "35B", "Foo-35B")
    (metric,) = metrics_of("The 35B model of Siemens sleeps.")
    assert metric.measure == "parameters"


@pytest.mark.parametrize(
    ("prose", "figures"),
    [
        ("In Oslo, Spotify and Nvidia have 40 stores.", ["spotify stores 40"]),
        ("Gartner ranks Intel No. 5 among chip makers.", ["intel rank No. 5"]),
        ("It holds No. 5 among, well, all.", ["siemens rank No. 5"]),
        ("Series F Holdings is rich. It raised $5 million.", ["siemens funding $5 million"]),
        ("Some 12 managers have left Intel.", ["intel departures Some 12"]),
        ("Investors value Intel at $4 billion.", ["intel valuation $4 billion"]),
        ("Intel values its plan dearly at $4 billion.", ["intel valuation $4 billion"]),
        ("Nvidia rose a day 4%.", []),
        ("Headcount (at Nvidia, it fell) stood at 90.", ["siemens employees 90"]),
        (
            "Codestral scored 81% on MMLU-Pro, GPT-5.4 79%.",
            ["codestral benchmark-score 81%", "gpt-5.4 benchmark-score 79%"],
        ),
        ("Codestral has 40 users. Visits came to 900.", ["codestral users 40", "codestral traffic 900"]),
        ("It holds No. 5", ["siemens rank No. 5"]),
        ("It grew (see revenue) to 4%.", []),
        ("Some 5% of 40 cats slept.", []),
        (
            "Intel has $9 billion in cash, and spent $3 million.",
            ["intel net-cash $9 billion", "intel investment $3 million"],
        ),
        ("Intel has 40 orders, or $3 million.", ["intel orders 40", "intel orders $3 million"]),
        ("Asia makes up 20% of sales, or 30% in May.", ["siemens revenue 20%", "siemens revenue 30%"]),
        ("Well (revenue rose 4%) and good.", ["siemens revenue 4%"]),
        ("The chip, which since May Nvidia makes, has 40 GB of memory.", ["siemens capacity 40 GB"]),
        ("Then with the company gone, 40 stores were left.", ["siemens stores 40"]),
        (
            "Intel has 20% of the market and Nvidia, its nearest rival, 9%.",
            ["intel market-share 20%", "nvidia market-share 9%"],
        ),
        ("Revenue" + ", as all know and like to say" * 12 + ", is $4 million.", []),
        ("In Oslo, Spotify has 40 stores.", ["spotify stores 40"]),
        ("On LMArena, Codestral ranked third.", ["codestral rank third"]),
        ("Codestral won 82 points on the MMLU-Pro.", ["codestral benchmark-score 82"]),
        ("Codestral: 92% on MMLU-Pro.", ["codestral benchmark-score 92%"]),
        ("On MMLU-Pro, nine cats beat Codestral.", []),
        ("Codestral won with 40%, after a week, of all MMLU-Pro tasks.", ["codestral benchmark-score 40%"]),
        ("Codestral, for $3 per million tokens.", ["codestral price $3"]),
        ("At $20, the ChatGPT is dear.", ["chatgpt price $20"]),
        ("At $20 all is well.", []),
        ("Few bought ChatGPT ($20).", ["chatgpt price $20"]),
        ("Five members have left Spotify.", ["spotify departures Five"]),
        ("Spotify says 40 engineers are going with him.", ["siemens departures 40"]),
        (
            "The shares rose 4%. Siemens is worth $90 billion.",
            ["siemens share-price 4%", "siemens market-value $90 billion"],
        ),
        ("Nvidia rose in all of May 4%.", []),
        ("Nvidia, a maker of chips, rose 4%.", ["nvidia share-price 4%"]),
        ("Nvidia has risen, and rose 4%.", []),
        ("It runs 18,000 GB300 processors.", ["siemens chips-shipped 18,000"]),
        ("It drops 29% to $9 per seat.", ["siemens price 29%", "siemens price $9"]),
        (
            "Wedbush lifted its price target from $225 to $260.",
            ["siemens share-price $225", "siemens share-price $260"],
        ),
        ("Sales of the company hit $4 million.", ["siemens revenue $4 million"]),
        ("Investors value it at $4 billion.", ["siemens valuation $4 billion"]),
        ("Investors valued at last $4 billion.", ["siemens valuation $4 billion"]),
        ("Users of Nvidia's ChatGPT number 40 million.", ["chatgpt users 40 million"]),
        ("Downloads of Hugging Face number 40 million.", ["siemens downloads 40 million"]),
        ("Revenue from Nvidia hit $4 million.", ["siemens revenue $4 million"]),
        ("Capacity at the first big plant, Tern Lake, is 4 GW.", ["tern-lake capacity 4 GW"]),
        ("Codestral doubles the error rate of GPT-5.4.", ["codestral error-rate doubles"]),
        (
            "Its 400 chips, some 90 of which work, are slow.",
            ["siemens chips-shipped 400", "siemens chips-shipped some 90"],
        ),
        ("Nvidia has 20% of the market, of which 40 work.", ["nvidia market-share 20%"]),
        ("Nvidia has 20% of the market, with 40 stores.", ["nvidia market-share 20%", "nvidia stores 40"]),
        ("Intel holds 20% of the market, up from 18%.", ["intel market-share 20%", "intel market-share 18%"]),
        ("Nvidia made 40 chips; Intel sold 30 chips.", ["nvidia chips-shipped 40", "intel chips-shipped 30"]),
        (
            "Intel made 40 chips and spent $3 million, and $4 million in May.",
            ["intel chips-shipped 40", "intel investment $3 million", "intel investment $4 million"],
        ),
        (
            "Codestral needs 80 GB of memory, against 40 GB in the GPT-5.4.",
            ["codestral capacity 80 GB", "gpt-5.4 capacity 40 GB"],
        ),
        ("The chip, which Nvidia makes, has 40 GB of memory.", ["siemens capacity 40 GB"]),
        ("Nvidia's share of memory is at 57%.", ["nvidia market-share 57%"]),
        ("Codestral, (which, see below, is new) has 4 million users.", ["codestral users 4 million"]),
    ],
)
def test_names_and_words_in_other_places(prose: str, figures: list[str]) -> None:
    metrics = metrics_of(prose, SIEMENS)
    assert [f"{metric.subject.id} {metric.measure} {metric.quantity.text}" for metric in metrics] == figures


def figures_of(text: str) -> list[str]:
    return [f"{m.subject.id} {m.measure} {m.quantity.text} {m.aspect}" for m in metrics_of(text, SIEMENS)]


def test_a_table_of_segments_has_them_as_subjects() -> None:
    text = """1. Siemens reports

Results

Segment Revenue Change
Smart Widgets $6.1 billion +57%
Nvidia $2.9 billion -28%
Others $1 billion and some more words
"""
    assert figures_of(text) == [
        "smart-widgets revenue $6.1 billion level",
        "smart-widgets revenue +57% change",
        "nvidia revenue $2.9 billion level",
        "nvidia revenue -28% change",
    ]


def test_a_table_of_tests_has_its_models_as_subjects() -> None:
    text = """1. Codestral is out

Benchmarks

Benchmark Codestral versus GPT-5.4
Maths tasks 71.5 69.3
Code tasks 66.1 64.0
"""
    metrics = metrics_of(text, SIEMENS)
    assert [(m.subject.id, m.measure, m.quantity.text) for m in metrics] == [
        ("codestral", "benchmark-score", "71.5"),
        ("gpt-5.4", "benchmark-score", "69.3"),
        ("codestral", "benchmark-score", "66.1"),
        ("gpt-5.4", "benchmark-score", "64.0"),
    ]


def test_results_are_those_of_the_quarter_that_the_story_names() -> None:
    text = (
        "1. Siemens has a good time\nPublished: May 4, 2027\n\n"
        "Siemens reported results for the first quarter of 2027. Revenue rose 4%. It has 40 stores."
    )
    revenue, stores = metrics_of(text, SIEMENS)
    assert (str(revenue.period), revenue.period_from) == ("2027-01-01/2027-03-31", "section")
    assert (str(stores.period), stores.period_from) == ("2027-05-04", "story")


def test_who_was_spoken_of_before() -> None:
    story = "1. A good week\nPublished: May 4, 2027\n\n"
    assert figures_of(story + "Mistral AI put out Codestral.\n\nThe model has 22 billion parameters.") == [
        "codestral parameters 22 billion level"
    ]
    assert figures_of(
        story + "Mistral AI put out Codestral.\n\n- Costs $3 per seat\n- Works in 9 languages"
    ) == [
        "codestral price $3 level",
        "codestral languages-supported 9 level",
    ]
    assert figures_of(
        story + "It was built with Codestral (not GPT-5.4). It has 9 layers. It knows 8 languages."
    ) == [
        "codestral layers 9 level",
        "codestral languages-supported 8 level",
    ]


def test_the_last_figure_of_the_story_tells_whom_a_list_is_about() -> None:
    text = "1. A good week\n\nCodestral has 9 layers. Mistral AI and GPT-5.4 slept.\n\n- Costs $3 per seat"
    assert figures_of(text) == ["codestral layers 9 level", "codestral price $3 level"]


def test_a_report_on_neither_company_nor_thing_keeps_its_figures() -> None:
    (metric,) = metrics_of("It costs $3 per seat.", "Bloomberg Weekly Report May 7, 2027\n\n")
    assert (metric.subject.id, metric.measure) == ("bloomberg", "price")


@pytest.mark.parametrize(
    "table",
    [
        "Metric Q1 2027 Q4 2026\nRevenue $40 million $30 million\n",
        "| Metric | Q1 2027 | Q4 2026 |\n|---|---|:--|\n| Revenue | $40 million | $30 million |\n",
    ],
)
def test_a_column_with_a_date_has_figures_of_that_time(table: str) -> None:
    found = qf.parse(f"Acme Weekly Report May 7, 2027\n\nKey numbers\n\n{table}").facts.of_type(qf.Metric)
    assert [str(metric.period) for metric in found] == ["2027-01-01/2027-03-31", "2026-10-01/2026-12-31"]
    assert {metric.period_from for metric in found} == {"stated"}


@pytest.mark.parametrize(
    "row",
    ["Smart Widgets $6.1 billion +57% and more to come", "Foo-35B", "Smart Widgets 12 MW"],
)
def test_a_row_that_is_no_row_of_figures_has_no_columns(row: str) -> None:
    text = f"1. Siemens reports\n\nResults\n\nSegment Revenue Change\nNvidia $2.9 billion +4%\n{row}\n"
    assert not [one for one in figures_of(text)[2:] if one.startswith("smart-widgets")]


def test_words_between_the_heads_of_columns_are_none() -> None:
    text = "1. Siemens reports\n\nResults\n\nSegment Revenue USD Change\nNvidia $2.9 billion +4%\nIntel $1 billion +1%\n"
    assert figures_of(text)[:2] == ["nvidia revenue $2.9 billion level", "nvidia revenue +4% change"]


def test_a_table_with_fewer_heads_than_figures_repeats_the_last() -> None:
    text = "1. Siemens reports\n\nResults\n\nSegment Net Revenue\nNvidia $2.9 billion +4%\nIntel $1 billion +1%\n"
    assert figures_of(text)[:2] == ["nvidia revenue $2.9 billion level", "nvidia revenue +4% change"]


def test_models_are_set_side_by_side_by_score_only() -> None:
    text = (
        "1. News\n\nPrices\n\nItem Codestral versus GPT-5.4\nA month of use $20 $30\nA year of use $90 $99\n"
    )
    assert figures_of(text) == []


def figures_told(prose: str, head: str = SIEMENS) -> list[str]:
    return [
        f"{metric.subject.id} {metric.measure} {metric.quantity.text}" for metric in metrics_of(prose, head)
    ]


STORY = "1. Siemens and its neighbours\nPublished: May 4, 2027\n\n"

TITLED = "1. Lark 5 goes open\nPublished: May 4, 2027\n\n"
UNTITLED = "1. A model for the road\nPublished: May 4, 2027\n\n"
OF_A_FAMILY = "1. Lark learns to listen\nPublished: May 4, 2027\n\n"


@pytest.mark.parametrize(
    ("story", "figures"),
    [
        (  # what one item of a list is about is not what the next one is about
            TITLED + "Siemens has opened Lark 5, a family of models.\n\n"
            "- Scores: Lark 5-8B gets 61% on MMLU-Pro.\n- Reach: fetched in 14 languages, it needs 9 GB.\n"
            "- Serving: Volcano Engine charges $0.40 per million input tokens.",
            "lark-5 price $0.40",
        ),
        (
            UNTITLED + "Siemens released Lark 5-8B on Monday.\n\n- Solves 61% of the tasks in SWE-bench",
            "lark-5-8b benchmark-score 61%",
        ),
        (
            OF_A_FAMILY
            + "Siemens released Lark Ear 2 on Monday. Lark models are many.\n\n- It covers 22 languages",
            "lark-ear-2 languages-supported 22",
        ),
        (  # what was launched last, not what a paragraph began with
            UNTITLED + "Gmail has 226 million users. On Monday, Intel launched the Pebble D1, a handset. "
            "Priced at $499, it came in red.",
            "pebble-d1 price $499",
        ),
    ],
)
def test_the_topic_of_a_story(story: str, figures: str) -> None:
    assert figures in figures_told(story)


@pytest.mark.parametrize(
    ("prose", "figures"),
    [
        (
            "Siemens released Lark 5 in two sizes, Lark 5-8B and Lark 5-70B. The larger of the pair ranks third on LMArena.",
            ["lark-5-70b rank third"],
        ),
        (
            "Siemens released Lark 5 in two sizes, Lark 5-8B and Lark 5-70B. The 8B edition reads 9,000 tokens.",
            ["lark-5-8b parameters 8B", "lark-5-8b context-window 9,000"],
        ),
        (
            TITLED + "Siemens released Lark 5 on Monday. The 32B variant reads 9,000 tokens.",
            ["lark-5 context-window 9,000"],
        ),
        (
            "Siemens released Lark Sprout 2 and Lark Oak 2. Lark Sprout 2 is quick; its big sister reads 9,000 tokens.",
            ["lark-oak-2 context-window 9,000"],
        ),
        (
            "Siemens followed Lark-7B-Base with Lark-7B-Think. The former was trained on 9 trillion tokens; the latter scored 70 on GPQA.",
            ["lark-7b-base training-tokens 9 trillion", "lark-7b-think benchmark-score 70"],
        ),
        (
            "Siemens sells Lark 5. The latter reads 9,000 tokens.",
            ["lark-5 context-window 9,000"],
        ),
        (
            "Siemens put out Lark-8B and Lark-70B. The smaller of the two scores 50.2 on GPQA; the 70B edition reaches 64.8.",
            ["lark-8b benchmark-score 50.2", "lark-70b parameters 70B", "lark-70b benchmark-score 64.8"],
        ),
        (
            "1. Lark opens up\n\nSiemens put out Lark-8B and Lark-70B. Each reads 9,000 tokens.",
            ["lark context-window 9,000"],
        ),
        (
            "Siemens put out Lark 5 and Lark 5 Mini. Lark 5 scored 71% on GPQA, against 66% for its sibling.",
            ["lark-5 benchmark-score 71%", "lark-5-mini benchmark-score 66%"],
        ),
        (
            "Siemens sells Lark 5 Pro. Lark 5 Pro tops its predecessor by 9 points on GPQA.",
            ["lark-5-pro benchmark-score 9"],
        ),
        ("Spotify said that 900 firms have switched on its Lark 5 agent.", ["lark-5 enterprise-users 900"]),
        ("Spotify’s Lark 5 is new. Some 900 firms use it.", ["lark-5 enterprise-users Some 900"]),
        ("Siemens sells Lark 5. Some 900 users came, and Oslo uses it.", ["lark-5 users Some 900"]),
        ("Some 900 firms use Spotify’s Lark 5.", ["lark-5 enterprise-users Some 900"]),
        ("Siemens’s $9 million revenue comes from Oslo.", ["siemens revenue $9 million"]),
        (
            "In Oslo Spotify’s share slid from 24% to 18%.",
            ["spotify market-share 24%", "spotify market-share 18%"],
        ),
        (
            "Siemens sells Lark 5. On GPQA Lark 5 narrows the gap with GPT-5.4 to 3 points.",
            ["lark-5 benchmark-score 3"],
        ),
        ("Lark 5 costs $2 a month, a tenth of what GPT-5.4 costs.", ["lark-5 price a tenth"]),
        ("Lark 5 leads open models on GPQA with 74.1.", ["lark-5 benchmark-score 74.1"]),
        (
            "1. Lark 5 is here\n\nSiemens sells Lark 5.\n\n- Parameters: 14 billion\n- Context: 256K",
            ["lark-5 parameters 14 billion", "lark-5 context-window 256K"],
        ),
        (
            "Siemens expects to ship 150,000 Lark cards this year and 400,000 in 2028.",
            ["siemens chips-shipped 400,000"],
        ),
        ("Intel said it will lift output to 12 million chips a year.", ["intel capacity 12 million"]),
        ("Nvidia, Spotify’s parent, fell, and its shares lost 3%.", ["nvidia share-price 3%"]),
    ],
)
def test_whom_few_words_mean(prose: str, figures: list[str]) -> None:
    assert set(figures) <= set(figures_told(prose))


@pytest.mark.parametrize(
    ("prose", "figures"),
    [
        (
            "Siemens opened its data centre at Tern Lake on Monday. The site draws 90 MW and employs 120 people.",
            ["tern-lake capacity 90 MW", "tern-lake employees 120"],
        ),
        ("The site at Tern Lake is open. It draws 90 MW.", ["tern-lake capacity 90 MW"]),
        ("The Quill plant opened. The plant cost $400 million.", ["quill investment $400 million"]),
        ("Fab 9 reopened. Good for 30,000 wafers a month, the plant thrives.", ["fab-9 capacity 30,000"]),
        ("Some 300 people left; 140 work at the Quill plant, which employs 900.", ["quill employees 900"]),
        (
            "The plant of Intel at Ulm, a city, makes chips. It costs $400 million.",
            ["intel price $400 million"],
        ),
    ],
)
def test_what_is_told_of_a_site(prose: str, figures: list[str]) -> None:
    assert set(figures) <= set(figures_told(prose))


@pytest.mark.parametrize(
    ("prose", "figures"),
    [
        (
            "Siemens Energy met Intel. Energy revenue rose to $4 million, while the operating margin was 9%.",
            ["siemens-energy revenue $4 million", "siemens-energy operating-margin 9%"],
        ),
        ("Intel brings in 21% of sales, Spotify 19%.", ["siemens revenue 21%", "siemens revenue 19%"]),
        ("Hit were 310 customers, Mistral AI and Intel among them.", ["siemens customers 310"]),
        (
            "At the gate, where 310 customers stood, Mistral AI and Intel among them, all sang.",
            ["siemens customers 310"],
        ),
        ("Sales of Nvidia rose 9%, those of Intel and Spotify 4%.", ["intel revenue 4%"]),
        ("Error rates on the present model, Codestral, fell to 3%.", ["codestral error-rate 3%"]),
        (
            "Misses: 0.8% of defects for Codestral, against 2.3% for the first Mistral Large.",
            ["mistral-large error-rate 2.3%"],
        ),
        ("Intel has 90 stores, while the company has 30.", ["intel stores 90", "siemens stores 30"]),
        ("Spotify (Intel likes it) has 90 stores.", ["spotify stores 90"]),
        ("If things stay where they are, the group has 90 stores and 4,000 staff.", ["siemens stores 90"]),
        ("As they say, 90 stores closed.", ["siemens stores 90"]),
        ("Intel acquired Spotify at 14 times its sales.", ["spotify valuation 14 times"]),
        ("To acquire shares at 14 times sales is bold.", ["siemens valuation 14 times"]),
        ("A fine of $4 million on the Intel group stands.", ["intel fine $4 million"]),
        ("The company was right, and a fine of $4 million fell.", ["siemens fine $4 million"]),
        ("Some 300 users came with a fund led by Codestral.", ["siemens users Some 300"]),
        (
            "Intel, a maker of chips and cards and boards and racks and phones and lamps and cars and bikes and"
            " toys and caps and mugs and hats said to be good, has 90 stores.",
            ["intel stores 90"],
        ),
        ("Codestral has 8 GB of memory, against 9 GB in Google’s Gemma 4.", ["gemma-4 capacity 9 GB"]),
    ],
)
def test_whose_a_figure_is_beside_others(prose: str, figures: list[str]) -> None:
    assert set(figures) <= set(figures_told(prose))


@pytest.mark.parametrize(
    ("prose", "figures"),
    [
        (
            "Lumora, a Dutch maker of lamps, is to buy Quantrel, a start-up from Lyon. The start-up has 310 staff. "
            "The Dutch company has 2,900 staff.",
            ["quantrel employees 310", "lumora employees 2,900"],
        ),
        (
            "Sales at Zentra, its cloud arm, rose 4%. The unit’s operating margin is 35%. "
            "The cloud unit has 12 sites.",
            [
                "zentra revenue 4%",
                "zentra operating-margin 35%",
                "zentra data-centres 12",
            ],
        ),
        (
            "The chip designer Ostrel grew. Intel envies it. The designer employs 70 people.",
            ["ostrel employees 70"],
        ),
        ("Kelda is an insurer. The insurer has 40 offices.", ["kelda stores 40"]),
        ("Intel, Siemens’ insurer, grew. Nvidia grew. The insurer has 40 offices.", ["intel stores 40"]),
        ("Intel, Munich’s pride, grew. The pride has 40 offices.", ["siemens stores 40"]),
        ("Its insurer, Kelda, grew. The insurer has 40 offices.", ["kelda stores 40"]),
        ("Its insurer, Kelda grew. It has 40 offices.", ["kelda stores 40"]),
        ("Built on Codestral, the model has 9 layers.", ["codestral layers 9"]),
        (
            "Halden Grid, an operator of grids, grew. The operator has 14 sites.",
            ["halden-grid data-centres 14"],
        ),
        ("Foo Fab, a plant near Ulm, opened. The plant has 400 workers.", ["foo-fab employees 400"]),
        (
            "Mistral AI released Codestral and Devstral. The pair handles 80 languages.",
            ["codestral languages-supported 80"],
        ),
        (
            "Mistral AI released Codestral, a coder. It has 9,000 users. It employs 800 people.",
            ["codestral users 9,000", "mistral-ai employees 800"],
        ),
        ("Nvidia’s chips sell. It employs 30,000 people.", ["nvidia employees 30,000"]),
        ("The rain fell; Nvidia was glad. It has 30 sites.", ["nvidia data-centres 30"]),
        (
            "Codestral, which Mistral AI made, is out. It has 9 layers. Training drew on 9 trillion tokens.",
            ["codestral layers 9", "codestral training-tokens 9 trillion"],
        ),
        ("Codestral is the firm's assistant. The assistant has 900 users.", ["codestral users 900"]),
        ("The firm rose, and it fell; " * 30 + "Codestral has 900 users.", ["codestral users 900"]),
    ],
)
def test_a_noun_means_whoever_was_called_so(prose: str, figures: list[str]) -> None:
    assert figures_told(STORY + prose) == figures


@pytest.mark.parametrize(
    ("prose", "figures"),
    [
        ("Under the contract Intel will hire 400 engineers.", ["intel employees 400"]),
        (
            "Devstral scored 71% on MMLU-Pro, against 66% for its predecessor, Codestral, and 73% for GPT-5.4.",
            ["devstral benchmark-score 71%", "codestral benchmark-score 66%", "gpt-5.4 benchmark-score 73%"],
        ),
        ("Some 140 firms already use Codestral.", ["codestral enterprise-users Some 140"]),
        ("Some 140 firms, by Spotify's count, use it.", ["spotify enterprise-users Some 140"]),
        ("Some 140 firms that Spotify asked use rivals.", ["siemens enterprise-users Some 140"]),
        ("Intel has ordered 900 of the Codestral.", ["codestral orders 900"]),
        ("On MMLU-Pro, 84% was reached by Codestral.", ["codestral benchmark-score 84%"]),
        (
            "Codestral is out. Papers are drafted by the model in 22 languages.",
            ["codestral languages-supported 22"],
        ),
        ("Papers are drafted by hand in 22 languages.", ["siemens languages-supported 22"]),
        ("Nvidia, its largest client, brings in 21% of sales.", ["siemens revenue 21%"]),
        ("Codestral brings in 21% of sales.", ["codestral revenue 21%"]),
        ("Nvidia sued Intel in Ulm. It seeks $95 million.", ["intel fine $95 million"]),
        ("Nvidia has sued the company. It seeks $95 million.", ["siemens fine $95 million"]),
        ("A class action seeks $95 million.", ["siemens fine $95 million"]),
        ("Nine researchers quit Intel for Nvidia.", ["intel departures Nine"]),
        ("Nine researchers have gone.", ["siemens departures Nine"]),
        ("A purchase at 14 times sales.", ["siemens valuation 14 times"]),
        ("Mistral AI charges $4 a month for Codestral.", ["codestral price $4"]),
        ("Codestral is out. Mistral AI will charge $4 for it.", ["codestral price $4"]),
        ("It will charge $4 for lunch.", ["siemens price $4"]),
        ("Mistral AI trained Codestral on 9 trillion tokens.", ["codestral training-tokens 9 trillion"]),
        ("It is below the $4 that Mistral AI charges for Codestral.", ["codestral price $4"]),
        ("It is below the $4 that Mistral AI charges for lunch.", ["mistral-ai price $4"]),
        ("At the plant, where 900 people work, Intel makes chips.", ["intel employees 900"]),
        ("With 24 sites, the new region of Naver Cloud was opened.", ["naver-cloud data-centres 24"]),
        ("With 24 sites, the company is large.", ["siemens data-centres 24"]),
        ("With Intel, 24 sites came.", ["intel data-centres 24"]),
        ("With the help of Intel came 24 sites; all is well.", ["intel data-centres 24"]),
        ("For 90 stores, they say, its aim was good, Intel fought.", ["intel stores 90"]),
        ("Intel and Nvidia, both of which grew by 25%, are ahead.", ["intel revenue 25%"]),
        ("Codestral costs $2, where GPT-5.4 costs $15.", ["codestral price $2", "gpt-5.4 price $15"]),
        (
            "Morgan Stanley, which began coverage, projects that sales will reach $2 million.",
            ["siemens revenue $2 million"],
        ),
        ("Samsung, we hear, is said to have 90 stores.", ["samsung-electronics stores 90"]),
        ("Intel, so they say (and more; much more) has 90 stores.", ["intel stores 90"]),
        ("It works with Spotify, and Intel owns 9% of the start-up.", ["intel investment 9%"]),
        ("The 3-billion-parameter flagship, Codestral, is out.", ["codestral parameters 3-billion"]),
        ("A fine of $4 million was set by the Commission.", ["siemens fine $4 million"]),
        ("Codestral, where 240 engineers work, is new.", ["codestral employees 240"]),
        (
            "Siemens has long worked with Spotify, and Intel owns 9% of the start-up.",
            ["intel investment 9%"],
        ),
        ("It has 90 stores, like Samsung, a maker of chips.", ["siemens stores 90"]),
        ("Tern Lake, its first chip, costs $40.", ["tern-lake price $40"]),
        ("Brightline sued Intel for $75 million.", ["intel fine $75 million"]),
        ("It seeks 40 engineers.", ["siemens employees 40"]),
        (
            "Spotify has 8% of the European market; Intel's share is 13%.",
            ["spotify market-share 8%", "intel market-share 13%"],
        ),
        ("Codestral is out. Spotify tried the model; 90 people work there.", ["spotify employees 90"]),
        ("Some 90 people work there.", ["siemens employees Some 90"]),
        ("Some 140 firms use the chips.", ["siemens enterprise-users Some 140"]),
        ("At $9 million, all is well.", []),
        (
            "Mistral AI, having launched nothing for so very many years now, likes Codestral. It has 9,000 users.",
            ["mistral-ai users 9,000"],
        ),
        ("Some 140 firms use its chips.", ["siemens enterprise-users Some 140"]),
        ("It was Samsung, a maker of chips with 90 stores.", ["samsung-electronics stores 90"]),
        ("It has 90 stores, unlike Intel, a maker", ["siemens stores 90"]),
        ("It demands 40%.", []),
        (
            "Spotify has 8% of the European market. Intel's share is 13%.",
            ["spotify market-share 8%", "intel market-share 13%"],
        ),
        ("At the plant, where 900 people work, Mr Roe, Intel and all sang.", ["intel employees 900"]),
        (
            "Three sites are to be built in Ulm by Intel. It has 90 stores.",
            ["intel data-centres Three", "intel stores 90"],
        ),
        ("Intel shipped 900 of its boards.", ["intel deliveries 900"]),
        ("Spotify is being bought by Intel for $4 million.", ["intel investment $4 million"]),
        ("Some 300 users were reached by Jane Roe.", ["siemens users Some 300"]),
        ("Intel opened Tern Lake, a plant. It sells chips for $40.", ["intel price $40"]),
        ("The robot Ada Marlow costs $40.", ["ada-marlow price $40"]),
        ("At the plant, where 900 people work, Jane Roe, Spotify and all sang.", ["spotify employees 900"]),
        ("With 900 employees, Jane Roe said, Intel makes chips.", ["intel employees 900"]),
    ],
)
def test_whom_a_verb_makes_a_figure_that_of(prose: str, figures: list[str]) -> None:
    assert figures_told(prose) == figures


@pytest.mark.parametrize(
    ("prose", "figures"),
    [
        (
            "Net profit slid to €16 million from 19 million.",
            ["net-income €16 million", "net-income 19 million"],
        ),
        (
            "Sales were €90 million; net profit slid to 16 million.",
            ["revenue €90 million", "net-income 16 million"],
        ),
        ("It opened; 180,000 phones were sold.", ["deliveries 180,000"]),
        ("It opened; 180,000 have already been sold.", ["deliveries 180,000"]),
        (
            "It opened; $4 million (€3 million) has been budgeted.",
            ["investment $4 million", "investment €3 million"],
        ),
        ("It was trained on 18 trillion.", ["training-tokens 18 trillion"]),
        ("A 7B cut of the model is free.", ["parameters 7B"]),
        ("Growth of between 6% and 8% is forecast.", ["revenue between 6% and 8%"]),
        ("It brought 12% growth.", ["revenue 12%"]),
        ("Spotify owns 12% of the group.", ["investment 12%"]),
        ("Spotify holds 5%.", ["investment 5%"]),
        ("Spotify keeps 5% when it lists.", ["investment 5%"]),
        ("Separately, 4% of Intel was sold.", ["investment 4%"]),
        ("It is left with a holding of 3%.", ["investment 3%"]),
        ("Spotify has held 12% of the start-up.", ["investment 12%"]),
        ("It bought 5% of", []),
        ("It has a 9% holding.", ["investment 9%"]),
        ("It is 9% of Ulm.", []),
        ("Spotify put in $4 million.", ["investment $4 million"]),
        ("They put the date at $4 million.", []),
        ("At 63 times recurring revenue it is dear.", ["valuation 63"]),
        ("Developers pay $2 a month.", ["price $2"]),
        ("Customers pay 28% more.", ["price 28%"]),
        ("It pays $97 per kilowatt.", ["price $97"]),
        ("Storage came at $9 a seat.", ["price $9"]),
        ("Storage came at $9 ($8) per seat and month.", ["price $9", "price $8"]),
        ("A defeat could cost it $4 million in court.", ["fine $4 million"]),
        ("Then 92% of its programs passed.", ["accuracy 92%"]),
        ("Then 2% of its programs failed.", ["error-rate 2%"]),
        ("Then 2% of its programs, they say, slept.", []),
        ("The campus cost $40 million.", ["investment $40 million"]),
        ("The parade cost $40 million.", ["investment $40 million"]),
        ("The $40 million campus is new.", ["investment $40 million"]),
        ("For $40 million it will buy Ostrel.", ["investment $40 million"]),
        ("For $40 million in cash it will buy Ostrel.", ["investment $40 million"]),
        ("For $40 million it sang.", []),
        ("It uses 6,000 H200s.", ["chips-shipped 6,000"]),
        ("It writes 85 tokens per second.", ["capacity 85"]),
        ("It got 9 trillion tokens.", ["training-tokens 9 trillion"]),
        ("It got 9,000 tokens.", ["context-window 9,000"]),
        ("It got 90 tokens.", []),
        ("Guidance of $4 million is low.", ["revenue $4 million"]),
        ("It is 3 times faster.", ["capacity 3 times"]),
        ("It is 30% slower.", ["capacity 30%"]),
        ("Some 8,000 people downloaded it.", ["downloads Some 8,000"]),
        ("Some 8,000 people have tried it.", ["users Some 8,000"]),
        ("Intel lost four engineers to Nvidia.", ["departures four"]),
        ("The switch business contributed $4 million.", ["revenue $4 million"]),
        ("Those who spend $4 million count; customers who spend $4 million too.", []),
        ("It bought back $4 million of its stock.", ["share-buyback $4 million"]),
        ("A fine of up to 4% of sales is due.", ["fine up to 4%"]),
        ("Hallucinations fell to 3% of answers.", ["error-rate 3%"]),
        ("It closed two of its nine stores.", ["stores two", "stores nine"]),
        ("Three sales leaders went to Nvidia.", ["departures Three"]),
        ("It cut the price of its new chips by 35%.", ["price 35%"]),
        ("It took three percentage points off its gross margin.", ["gross-margin three percentage points"]),
        ("A loss of €96 million was booked.", ["net-loss €96 million"]),
        ("It answered 92% of the questions in MMLU-Pro.", ["benchmark-score 92%"]),
        ("A mixture-of-experts design with 9 layers.", ["layers 9"]),
        ("Yields at the plant, which employs 900 people, rose to 92%.", ["employees 900", "accuracy 92%"]),
        ("Users asked 112 million questions a day.", ["traffic 112 million"]),
    ],
)
def test_what_is_measured_where_its_word_is_far_or_missing(prose: str, figures: list[str]) -> None:
    assert [figure.partition(" ")[2] for figure in figures_told(prose)] == figures


@pytest.mark.parametrize(
    ("prose", "figures"),
    [
        (
            "It has a model with 40 billion parameters, 12 billion of them active.",
            ["40 billion", "12 billion"],
        ),
        ("The window is 128,000 tokens; Codestral offers 32,000.", ["128,000", "32,000"]),
        ("GPT-5.4 scored 82.6 on MMLU-Pro and Codestral 74.0%.", ["82.6", "74.0%"]),
        ("Sales were $4 million, or 9% of the total.", ["$4 million", "9%"]),
        ("Sales were $4 million, 9% of the total.", ["$4 million", "9%"]),
        ("Sales grew 34%, slower than the 39% of last year.", ["34%", "39%"]),
        ("In all 140 employees go; 30 move.", ["140", "30"]),
        ("In all 140 employees go, 30 move.", ["140", "30"]),
        ("Intel has 20% of the market, ahead of Spotify (17%) and Apple (15%).", ["20%", "17%", "15%"]),
        ("It has 400 engineers. About 70% of them sing.", ["400", "About 70%"]),
        ("It has 400 engineers. Of these, 90 sing.", ["400", "90"]),
        ("Sales were $4 million. Films make 44% of it.", ["$4 million", "44%"]),
        ("Sales were $148 million. That makes $148 million hard to bear.", ["$148 million", "$148 million"]),
        ("It was bought from the larger of the two.", []),
        ("The two together sing.", []),
        ("The deal is near, said two people familiar with it.", []),
        ("Some 900 readers came, of whom 40 pay.", ["Some 900", "40"]),
        ("It has 900 users, of whom 40 open it every day.", ["900", "40"]),
        ("Intel, which holds 60% of it, sang.", ["60%"]),
    ],
)
def test_figures_that_go_with_others(prose: str, figures: list[str]) -> None:
    assert [metric.quantity.text for metric in metrics_of(prose, SIEMENS)] == figures


@pytest.mark.parametrize(
    ("prose", "period"),
    [
        ("Sales in the March quarter were $4 million.", "2027-01-01/2027-03-31"),
        ("Sales in the April quarter were $4 million.", "2027-04-01/2027-04-30"),
        ("Sales were $4 million, the company said on May 3, 2027.", None),
        ("Debt as of May 3, 2027 was $4 million.", "2027-05-03"),
        ("Sales rose to $4 million from $3 million in April 2027.", None),
        ("The stock rose 4%, its best day since April 2027.", None),
        ("It has 400 stores, more than in April 2027.", None),
        ("Launched on May 3, 2027, it has 400 stores.", "2027-05-03"),
        ("It opened on May 3, 2027 with 9 layers.", "2027-05-03"),
    ],
)
def test_whose_date_it_is(prose: str, period: str | None) -> None:
    metric = metrics_of(prose)[0]
    assert (metric.period and str(metric.period)) == period


@pytest.mark.parametrize(
    ("prose", "period"),
    [
        ("Sales in April 2027 were $4 million, up from $3 million a year earlier.", "2026-04-01/2026-04-30"),
        ("Sales in April 2027 were $4 million, up from $3 million the year before.", "2026-04-01/2026-04-30"),
        ("Sales since April 2027 were $4 million, up from $3 million a year earlier.", None),
        ("Sales in 2026 were $4 million, up from $3 million a quarter earlier.", "2025-10-01/2026-09-30"),
        (
            "Sales in the last 9 days were $4 million, after $3 million a year earlier.",
            "2026-04-29/2026-05-07",
        ),
    ],
)
def test_a_year_earlier(prose: str, period: str | None) -> None:
    metric = metrics_of(prose)[1]
    assert (metric.period and str(metric.period)) == period


@pytest.mark.parametrize(
    ("prose", "wanted"),
    [
        ("It is worth 14 times its sales.", {"aspect": "level", "direction": None}),
        ("Its valuation is up 14 times on May.", {"aspect": "change", "direction": "up"}),
        ("Spotify owns 12% of the group.", {"aspect": "share", "measure_text": "owns"}),
        ("Spotify holds 5%.", {"aspect": "share", "of": None}),
        ("Its margin could fall below 33%.", {"aspect": "change", "direction": "down"}),
        ("Headcount is 8,100, 400 fewer than in May.", {"aspect": "level"}),
        ("It took three percentage points off Siemens' gross margin.", {"qualifier": None}),
        ("It has 4,200 pre-orders.", {"measure": "orders", "qualifier": "pre"}),
        ("Growth of 6% is forecast.", {"measure_text": "Growth"}),
    ],
)
def test_how_it_is_measured_in_other_words(prose: str, wanted: dict[str, Any]) -> None:
    (metric, *_) = metrics_of(prose)
    assert {name: getattr(metric, name) for name in wanted} == wanted


@pytest.mark.parametrize(
    ("prose", "figures"),
    [
        (
            "Siemens was bought by Hollow Bay, a fund. The company has 190 employees.",
            ["siemens employees 190"],
        ),
        (
            "Hollow Bay, a fund, bought Quantrel from Siemens. The company has 190 employees.",
            ["hollow-bay employees 190"],
        ),
        ("Siemens grew. It had raised $85 million.", ["siemens funding $85 million"]),
        (
            "Siemens led a $70 million round in Quantrel, a maker of lamps; it valued the Tampere firm at $9 million.",
            ["quantrel funding $70 million", "quantrel valuation $9 million"],
        ),
        (
            "Laptop makers pay around $160 for Codestral. Investors paid $4 for Codestral.",
            ["codestral price around $160", "siemens investment $4"],
        ),
        ("Spotify must pay Siemens $52 million, a court ruled.", ["spotify fine $52 million"]),
        ("Revenue, $8 million now, will grow if Spotify agrees.", ["siemens revenue $8 million"]),
        (
            "Up to 40 customers were hit, Spotify among them.",
            ["siemens customers Up to 40"],
        ),
        (
            "Under the lid works Codestral. It speaks 11 languages.",
            ["codestral languages-supported 11"],
        ),
        ("Nvidia makes Codestral; up to 48 GB of memory fits.", ["codestral capacity up to 48 GB"]),
    ],
)
def test_whose_a_figure_is_where_several_are_named(prose: str, figures: list[str]) -> None:
    assert figures_told(STORY + prose) == figures


@pytest.mark.parametrize(
    ("prose", "figures"),
    [
        ("Codestral was trained on 4 million annotated drawings.", ["codestral dataset-size 4 million"]),
        ("Codestral was trained on 900 GPUs.", ["codestral chips-shipped 900"]),
        ("Codestral was trained on 900 of them.", []),
        ("Siemens holds 900 hours of licensed film.", ["siemens dataset-size 900 hours"]),
        ("Judges liked Codestral in 57% of duels.", ["codestral benchmark-score 57%"]),
        ("Codestral won in 57% of all cases.", ["codestral benchmark-score 57%"]),
        ("Codestral spotted 94% of cats.", ["codestral accuracy 94%"]),
        ("A survey of Codestral flagged 94% of cats.", []),
        ("Children spotted 94% of cats.", []),
        ("Half of the children won 94% of cases.", []),
        ("Jurors won 94% of duels.", []),
        ("It took 40 hours of calls.", []),
        ("Revenue was $9 million. Inflation fell 3%.", ["siemens revenue $9 million"]),
        ("Siemens has 12 credits.", []),
        ("Some 65,000 people signed up for Codestral.", ["codestral users Some 65,000"]),
        (
            "Some 3,000 engineers already use Codestral every day.",
            ["codestral daily-active-users Some 3,000"],
        ),
        ("Some 3,000 engineers use Codestral.", ["codestral users Some 3,000"]),
        ("Siemens burned $8 million.", ["siemens free-cash-flow $8 million"]),
        ("Codestral sits third.", ["codestral rank third"]),
        ("Codestral was trained on 900 mixed freshly licensed farm sheep.", []),
        ("The trial lasted 900 hours of toil.", []),
        ("Permanent staff grieve: 85 of them leave.", ["siemens departures 85"]),
        ("Sales were $4 million. It got $3 million.", ["siemens revenue $4 million"]),
        (
            "Pinewood, a dataset, is out. Pinewood is a corpus of 6 trillion tokens.",
            ["pinewood dataset-size 6 trillion"],
        ),
        ("Codestral handles 12 Gbps.", ["codestral capacity 12 Gbps"]),
        ("Codestral runs at 2,900 tokens a second.", ["codestral capacity 2,900"]),
        ("Spotify has taken 4% of Siemens and wants two seats on the board.", ["spotify investment 4%"]),
        (
            "Revenue was $9 million. Networking fell 3%, to $7 million. Traffic fell 3%.",
            [
                "siemens revenue $9 million",
                "siemens revenue 3%",
                "siemens revenue $7 million",
                "siemens traffic 3%",
            ],
        ),
        ("Security, the smallest division, grew 14%.", ["siemens revenue 14%"]),
        ("Phones contributed 42%.", ["siemens revenue 42%"]),
        ("Chips slipped 2%, to $6 billion.", ["siemens revenue 2%", "siemens revenue $6 billion"]),
        (
            "Margins rose to 9%. That of phones, hit by dear memory, fell by 40 basis points.",
            ["siemens operating-margin 9%", "siemens operating-margin 40 basis points"],
        ),
        ("At the mill 450 of 1,100 posts disappear.", ["siemens employees 450", "siemens employees 1,100"]),
    ],
)
def test_what_verbs_and_things_measure(prose: str, figures: list[str]) -> None:
    assert figures_told(prose) == figures


@pytest.mark.parametrize(
    ("prose", "period"),
    [
        ("It took in $4 million in the quarter (April 2027).", "2027-04-01/2027-04-30"),
        ("Sales rose in April 2027. In that month costs hit $4 million.", "2027-04-01/2027-04-30"),
        ("Sales rose on April 3, 2027. Over that year its sales hit $4 million.", None),
        ("Over that year its sales hit $4 million.", None),
    ],
)
def test_a_time_that_is_named_beside_or_before(prose: str, period: str | None) -> None:
    metric = metrics_of(prose)[-1]
    assert (metric.period and str(metric.period)) == period


@pytest.mark.parametrize(
    ("prose", "qualifier"),
    [
        ("Its fiscal second-quarter revenue was $4 million.", None),
        ("Its second-half cloud revenue was $4 million.", "cloud"),
        ("Its annual sales were $4 million.", "annual"),
    ],
)
def test_the_quarter_is_no_qualifier(prose: str, qualifier: str | None) -> None:
    assert metrics_of(prose)[0].qualifier == qualifier


def test_nobody_is_spoken_of_before_being_named() -> None:
    assert figures_told(STORY + "Nine languages are spoken. Codestral is out.") == [
        "siemens languages-supported Nine"
    ]


def test_a_story_on_two_guests_is_still_one_of_the_company() -> None:
    story = "1. Guests from Intel and Spotify\nPublished: May 4, 2027\n\n"
    assert figures_told(story + "All went well. There are now 9,000 users.") == ["siemens users 9,000"]


def test_a_noun_means_nobody_of_another_story() -> None:
    first = "1. Quiet days\nPublished: May 4, 2027\n\nQuantrel, a chip designer, slept.\n\n"
    second = "2. Intel hires\nPublished: May 5, 2027\n\nIntel went on. The chip designer has 40 stores."
    assert figures_told(first + second) == ["intel stores 40"]


@pytest.mark.parametrize(
    "joined", ["and plans to hire more", "but expects to hire more", "and is expected to hire more"]
)
def test_a_plan_that_and_joins_is_no_plan_of_the_figure_before(joined: str) -> None:
    metric = (
        qf.parse(f"Acme Weekly Report May 7, 2027\n\nAcme employs 640 people {joined}.")
        .facts.of_type(qf.Metric)
        .one()
    )
    assert metric.nature == "reading"


def summed_up(metric: Metric) -> str:
    """Whom a figure is of, what it measures, and what else is said of it, in one line."""
    of = metric.of.id if isinstance(metric.of, qf.Entity) else metric.of
    parts = [
        metric.subject.id,
        metric.measure,
        metric.quantity.text,
        "" if metric.aspect == "level" else metric.direction or metric.aspect,
        "" if metric.nature == "reading" else metric.nature,
        f"of {of}" if of else "",
        f"({metric.qualifier})" if metric.qualifier else "",
    ]
    return " ".join(part for part in parts if part)


@pytest.mark.parametrize(
    ("prose", "figures"),
    [
        (
            "Mistral reported revenue of $9bn, up 9% year over year and slightly above consensus estimates of $8.8bn.",
            ["mistral-ai revenue $9bn", "mistral-ai revenue 9% up", "mistral-ai revenue $8.8bn projection"],
        ),
        (
            "Net income of $2.1 billion topped the $1.9 billion that analysts had expected.",
            ["mistral-ai net-income $2.1 billion", "mistral-ai net-income $1.9 billion projection"],
        ),
        (
            "Arthur Mensch said that revenue could reach €2 billion by 2028.",
            ["mistral-ai revenue €2 billion projection"],
        ),
        (
            "He added that customers could access Codestral at $1.2 per million tokens.",
            ["codestral price $1.2"],
        ),
        (
            "It spends $20 billion planned in January and $8 billion spent in 2025.",
            ["mistral-ai investment $20 billion target", "mistral-ai investment $8 billion"],
        ),
        (
            "It resolved 64 million tickets in May, a 2.4-fold jump on the year.",
            ["mistral-ai traffic 64 million", "mistral-ai traffic 2.4-fold up"],
        ),
        (
            "The cluster will house 110,000 GPUs and draw 500 MW by December.",
            ["mistral-ai chips-shipped 110,000 projection", "mistral-ai capacity 500 MW projection"],
        ),
        (
            "It intends to open two data centres and hire 400 engineers.",
            ["mistral-ai data-centres two target", "mistral-ai employees 400 target"],
        ),
        ("It expects gross margin to reach 70% in 2028.", ["mistral-ai gross-margin 70% projection"]),
        ("Sales would have to double.", ["mistral-ai revenue double up target"]),
        ("It will show whether prices rose 4%.", ["mistral-ai price 4% up"]),
        ("Jefferies estimates that API prices have fallen 70%.", ["mistral-ai price 70% down"]),
        (
            "Codestral reaches 76.8% on SWE-Bench Verified, surpassing GPT-5.4 by 1.9 points and matching Qwen3.5 on BrowseComp at 71.5%.",
            [
                "codestral benchmark-score 76.8% of swe-bench-verified",
                "codestral benchmark-score 1.9 up of swe-bench-verified",
                "codestral benchmark-score 71.5% of browsecomp",
            ],
        ),
        (
            "Codestral scored 64.1% on SWE-Bench Verified, four points ahead of DeepSeek-V4, and 51% on Terminal-Bench.",
            [
                "codestral benchmark-score 64.1% of swe-bench-verified",
                "codestral benchmark-score four up of swe-bench-verified",
                "codestral benchmark-score 51% of terminal-bench",
            ],
        ),
        (
            "Codestral lags GPT-5.4 by only 2.3 points on SWE-Bench Pro.",
            ["codestral benchmark-score 2.3 down of swe-bench-pro"],
        ),
        (
            "Codestral posts 89.4% on SWE-Bench Verified, up 6.2 points on GPT-5.4.",
            [
                "codestral benchmark-score 89.4% of swe-bench-verified",
                "codestral benchmark-score 6.2 up of swe-bench-verified",
            ],
        ),
        (
            "Codestral went from 61.3 to 70.2 on Terminal-Bench, a gain of nine points.",
            [
                "codestral benchmark-score 61.3 of terminal-bench",
                "codestral benchmark-score 70.2 of terminal-bench",
                "codestral benchmark-score nine up of terminal-bench",
            ],
        ),
        (
            "Codestral ranks second among open models on the Artificial Analysis Index with 66 points.",
            [
                "codestral rank second rank of artificial-analysis-index (among open models)",
                "codestral benchmark-score 66 of artificial-analysis-index",
            ],
        ),
        (
            "Codestral completes 61% of the tasks in Terminal-Bench.",
            ["codestral benchmark-score 61% of terminal-bench"],
        ),
        (
            "Codestral posts 89.4% on SWE-Bench Verified. GPT-5.4 manages 78.3% again.",
            [
                "codestral benchmark-score 89.4% of swe-bench-verified",
                "gpt-5.4 benchmark-score 78.3% of swe-bench-verified",
            ],
        ),
        (
            "Codestral tops MMLU-Pro with 84.1 points, while Qwen3.5 gets 83.",
            ["codestral benchmark-score 84.1 of mmlu-pro", "qwen3.5 benchmark-score 83 of mmlu-pro"],
        ),
        ("Its agents finished 94% of assigned jobs.", ["mistral-ai accuracy 94% (assigned)"]),
        ("Codestral answered 74% of internal questions correctly.", ["codestral accuracy 74% (internal)"]),
        (
            "Codestral is 40% cheaper than GPT-5.4 and twice as fast.",
            ["codestral price 40% down", "codestral capacity twice up"],
        ),
        (
            "Codestral is 30% less expensive. It took 35% off Codestral.",
            ["codestral price 30% down", "codestral price 35% down"],
        ),
        (
            "Input tokens are billed at $0.55 per million and output tokens at $2.20, while cached input runs at $0.06.",
            [
                "mistral-ai price $0.55 (Input tokens)",
                "mistral-ai price $2.20 (output tokens)",
                "mistral-ai price $0.06 (cached input)",
            ],
        ),
        (
            "At one fifth of the price of GPT-5.4, Codestral sells well.",
            ["codestral price one fifth share of price"],
        ),
        ("The plan goes from $15 to $18 per user.", ["mistral-ai price $15", "mistral-ai price $18"]),
        (
            "Codestral generates 210 tokens a second, against 140 for GPT-5.4.",
            ["codestral capacity 210", "gpt-5.4 capacity 140"],
        ),
        (
            "Mistral open-sourced Codestral, a 340-billion-parameter mixture of experts that activates 32B per token, alongside a 12B variant for laptops, Ministral 5.",
            [
                "codestral parameters 340-billion",
                "codestral parameters 32B (active)",
                "ministral-5 parameters 12B",
            ],
        ),
        ("Pre-training consumed 31 trillion tokens.", ["mistral-ai training-tokens 31 trillion"]),
        (
            "Daily calls doubled to 140 billion tokens.",
            ["mistral-ai traffic doubled up", "mistral-ai token-consumption 140 billion"],
        ),
        ("Training took 2.1 million H800 hours.", ["mistral-ai capacity 2.1 million"]),
        ("Token volumes top 3 quadrillion a month.", ["mistral-ai token-consumption 3 quadrillion"]),
        (
            "It was post-trained on 3.1 million recorded browser sessions.",
            ["mistral-ai dataset-size 3.1 million"],
        ),
        ("It plans to lease 8,000 Ascend 950 accelerators.", ["mistral-ai chips-shipped 8,000 target"]),
        (
            "Paid plans account for two-thirds of income.",
            ["mistral-ai revenue two-thirds share of income (Paid plans)"],
        ),
        (
            "Licences supplied 46% of revenue, up from 44%.",
            [
                "mistral-ai revenue 46% share of revenue (Licences)",
                "mistral-ai revenue 44% share of revenue (Licences)",
            ],
        ),
        (
            "Revenue was $9 million, of which 35% came from chips.",
            ["mistral-ai revenue $9 million", "mistral-ai revenue 35% share of Revenue (chips)"],
        ),
        (
            "Codestral is used by 62% of the Fortune 100.",
            ["codestral enterprise-users 62% share of Fortune 100"],
        ),
        ("Mistral serves a third of the Fortune 500.", ["mistral-ai customers a third share of fortune-500"]),
        (
            "Revenue reached €11 billion, and gaming slid 6% to €3 billion. Phones, the old core, contributed 42%.",
            [
                "mistral-ai revenue €11 billion",
                "mistral-ai revenue 6% down (gaming)",
                "mistral-ai revenue €3 billion (gaming)",
                "mistral-ai revenue 42% share (Phones)",
            ],
        ),
        ("Revenue rose 8%, with Intel advancing 38%.", ["mistral-ai revenue 8% up", "intel revenue 38% up"]),
        (
            "Regulators threaten fines of up to 4% of global turnover.",
            ["mistral-ai fine up to 4% share of global turnover"],
        ),
        (
            "Under the contract, valued by analysts at $90 billion, it gains time.",
            ["mistral-ai orders $90 billion"],
        ),
        ("The deal, led by Intel, is valued at $90 billion.", ["mistral-ai valuation $90 billion"]),
        ("It expanded at a cost of $9 billion.", ["mistral-ai investment $9 billion"]),
        (
            "It lifted guidance to between $46 billion and $47 billion.",
            ["mistral-ai revenue between $46 billion and $47 billion projection"],
        ),
        (
            "Jefferies raised its price target from $186 to $205.",
            ["mistral-ai share-price $186 projection", "mistral-ai share-price $205 projection"],
        ),
        (
            "Intel shares lost 7.4% in Oslo and Spotify dropped 5%.",
            ["intel share-price 7.4% down", "spotify share-price 5% down"],
        ),
        (
            "Intel jumped 5.1% and Spotify fell 1.2%.",
            ["intel share-price 5.1% up", "spotify share-price 1.2% down"],
        ),
        (
            "NHTSA opened a probe covering 2.1 million vehicles after 17 crashes, two of them fatal.",
            ["mistral-ai deliveries 2.1 million"],
        ),
        (
            "Roughly 300 engineers have left, about 20 of whom joined Intel.",
            ["mistral-ai departures Roughly 300", "mistral-ai departures about 20 (joined Intel)"],
        ),
        (
            "It keeps a $9 billion cloud sales goal over the next three years.",
            ["mistral-ai revenue $9 billion target (cloud)"],
        ),
        ("Codestral ranks third, on LMArena or off it.", ["codestral rank third rank of lmarena"]),
        (
            "On the Terminal-Bench Codestral scored 64% and on the MMLU-Pro 51%.",
            [
                "codestral benchmark-score 64% of terminal-bench",
                "codestral benchmark-score 51% of mmlu-pro",
            ],
        ),
        (
            "It targets 3 million subscribers by 2028, versus 1.3 million today.",
            ["mistral-ai subscribers 3 million target", "mistral-ai subscribers 1.3 million"],
        ),
        (
            "About 220 roles, or 1% of the workforce of 28,600, are being cut.",
            [
                "mistral-ai employees About 220 down",
                "mistral-ai employees 1% share of workforce",
                "mistral-ai employees 28,600",
            ],
        ),
        (
            "Another 1,000 support posts go, after 4,000 last year.",
            ["mistral-ai employees 1,000 down (support)", "mistral-ai employees 4,000 down (support)"],
        ),
        (
            "It has 47 million daily users; Spotify has 320 million monthly ones.",
            ["mistral-ai daily-active-users 47 million", "spotify monthly-active-users 320 million"],
        ),
        (
            "Customers spending more than $1 million a year rose 28% to 2,300.",
            ["mistral-ai customers 28% up", "mistral-ai customers 2,300"],
        ),
        ("It turned to Intel, a contract worth $340 million.", ["mistral-ai orders $340 million"]),
        ("A Pentagon award worth $200 million is due.", ["mistral-ai orders $200 million"]),
        (
            "The launch gives a base from which Codestral handles 42% of calls.",
            ["codestral traffic 42% share of calls"],
        ),
        ("Growth of the app stalls; Spotify's 9 million users stay.", ["spotify users 9 million"]),
        ("It trails Spotify's 40 million users.", ["spotify users 40 million"]),
        (
            "It converts a $2 billion loan into a 1.5% holding.",
            ["mistral-ai debt $2 billion", "mistral-ai investment 1.5% share"],
        ),
        ("The net loss widened 31% as compute bills outran subscriptions.", ["mistral-ai net-loss 31% up"]),
        ("Group capital expenditure hit €41 billion.", ["mistral-ai investment €41 billion"]),
        ("It delivers 1.8 times the throughput of the GPT-5.4.", ["mistral-ai capacity 1.8 times up"]),
        ("Analysts call it a segment that shrank 9%.", ["mistral-ai revenue 9% down"]),
        ("Codestral came at 44% lower memory use.", ["codestral capacity 44% down (memory)"]),
        ("The selloff wiped $60 billion off its market value.", ["mistral-ai market-value $60 billion down"]),
        (
            "Codestral has 8 million users, a third of them in Rome.",
            ["codestral users 8 million", "codestral users a third share of users (Rome)"],
        ),
        (
            "It extends Codestral and was trained on 20 million hours of audio.",
            ["codestral dataset-size 20 million hours"],
        ),
        ("It lists assets; general availability was 4% late.", []),
        ("It earmarked $5 billion for servers.", ["mistral-ai investment $5 billion target (servers)"]),
        ("It was trained on Fineweb, a corpus of 9 trillion tokens.", ["fineweb dataset-size 9 trillion"]),
        (
            "Codestral costs half as much as in May. It trails GPT-5.4 by two percentage points on MMLU-Pro.",
            ["codestral benchmark-score two percentage points down of mmlu-pro"],
        ),
        ("Its paid rides doubled.", ["mistral-ai traffic doubled up"]),
        (
            "To seed the app, Mistral launched Codestral. It reads 256,000 tokens.",
            ["codestral context-window 256,000"],
        ),
        (
            "The Codestral line is new. The release of Codestral-9B and Codestral-70B came. The smaller version costs $2 a month. The larger variant costs $9 a month.",
            [
                "codestral-9b parameters 9B",
                "codestral-70b parameters 70B",
                "codestral-9b price $2",
                "codestral-70b price $9",
            ],
        ),
        (
            "Codestral came with Codestral Mini. The smaller model costs $2 a month. The model ranks third on LMArena.",
            ["codestral-mini price $2", "codestral rank third rank of lmarena"],
        ),
        (
            "The page says Codestral takes Mistral to nine regions. The site brings the total to 96 zones.",
            ["mistral-ai data-centres nine", "mistral-ai data-centres 96"],
        ),
        (
            "The Qwen team released Qwen9-Coder. The 120B model costs $3.",
            ["qwen9-coder parameters 120B", "qwen9-coder price $3"],
        ),
        (
            "The Qwen team released Qwen9-Coder in 2B, 9B and 30B sizes.",
            ["qwen9-coder parameters 2B", "qwen9-coder parameters 9B", "qwen9-coder parameters 30B"],
        ),
        ("- 83 million: daily active users of Codestral", ["codestral daily-active-users 83 million"]),
    ],
)
def test_a_sentence_of_a_newsletter_is_read_whole(prose: str, figures: list[str]) -> None:
    story = "Mistral AI Weekly Report May 7, 2027\n\n1. Mistral Widens Its Reach\nPublished: May 4, 2027\n\n"
    assert [summed_up(metric) for metric in metrics_of(prose, story)] == figures


@pytest.mark.parametrize(
    ("prose", "figures"),
    [
        # a paragraph that names nobody goes on about the company of the story, not about its guests
        (
            "Siemens took $40 million from Hollow Bay. Hollow Bay, a fund, keeps 9%.\n\nSpending: Profit was $4 million.",
            ["siemens funding $40 million", "hollow-bay investment 9%", "siemens net-income $4 million"],
        ),
        (
            "Hollow Bay, a fund, bought looms from Siemens. It employs 90 people.\n\nSales were $4 million.",
            ["hollow-bay employees 90", "siemens revenue $4 million"],
        ),
        (
            "Quantrel, a unit of Siemens, reported. Sales were $4 million. The unit has 90 employees.",
            ["siemens revenue $4 million", "quantrel employees 90"],
        ),
        (
            "Quantrel, a unit of Siemens, had sales of $4 million. Net cash is $9 million.",
            ["quantrel revenue $4 million", "siemens net-cash $9 million"],
        ),
        ("If Spotify leaves, sales would fall 4%.", ["siemens revenue 4%"]),
        (
            "The start-up raised $40 million. The deal values the start-up at $2 billion.",
            ["siemens funding $40 million", "siemens valuation $2 billion"],
        ),
        # whatever it is compared with
        (
            "Siemens released Codestral. GPT-5.4 trails it. The newcomer costs $3.",
            ["codestral price $3"],
        ),
        (
            "The launch in beta of Codestral was in May. It speaks 11 languages.",
            ["codestral languages-supported 11"],
        ),
        ("Codestral is out. Hugging Face lists 900 downloads.", ["codestral downloads 900"]),
        (
            "Codestral is out. The Information puts it at 90 billion parameters.",
            ["codestral parameters 90 billion"],
        ),
        ("Rivals such as Spotify, which raised its prices by 4%, grow.", ["spotify price 4%"]),
        ("Quantrel, in which Spotify holds 20%, is new.", ["spotify investment 20%"]),
        ("Siemens placed $90 million of notes with a bank owned by Spotify.", ["siemens debt $90 million"]),
        ("Intel, founded by former Spotify engineers, has 90 employees.", ["intel employees 90"]),
        ("Siemens grew. Analysts cut their estimate for its sales by 6%.", ["siemens revenue 6%"]),
        # names in a row and figures in a row
        ("Intel, Nvidia and Spotify grew 2% and 3%.", ["intel revenue 2%", "intel revenue 3%"]),
        # what is measured
        ("Spotify rolled Codestral out to 900 employees.", ["spotify users 900"]),
        ("Spotify will have 900 of its staff on Codestral.", ["codestral users 900"]),
        (
            "An IPO at $9 billion is near. A flotation at $40 a share failed.",
            ["siemens valuation $9 billion", "siemens share-price $40"],
        ),
        ("Spotify gives access to 900 employees.", ["spotify users 900"]),
        ("Spotify has ordered 900 of the Codestral.", ["codestral orders 900"]),
        ("- Some 90 posts will go.", ["siemens employees Some 90"]),
        ("Codestral reached 6 million users within a month.", ["codestral users 6 million"]),
        ("Codestral leads the board with 88.1 points.", ["codestral benchmark-score 88.1"]),
        ("Siemens owns Quantrel. It sold 3% of the firm.", ["siemens investment 3%"]),
        ("Spotify puts sales at $4 million.", ["siemens revenue $4 million"]),
        ("Subscriptions supplied 44% of it.", ["siemens subscribers 44%"]),
        (
            "Spotify holds 9% and 8%, Intel 7%.",
            ["spotify investment 9%", "spotify investment 8%", "intel investment 7%"],
        ),
    ],
)
def test_whose_figures_a_report_tells_and_of_what(prose: str, figures: list[str]) -> None:
    assert figures_told(STORY + prose) == figures


def test_a_board_whose_head_names_more_than_were_read() -> None:
    text = "1. Siemens\n\nHeron 2, a model, beats GPT-5.4.\n\nScores\n\nTest Heron 2 GPT-5.4 Quix 3\nFooBench 81.4 79.9 64.0\nBarBench 81% 79% 64%\n"
    assert figures_told(text) == [
        "heron-2 benchmark-score 81.4",
        "gpt-5.4 benchmark-score 79.9",
        "quix-3 benchmark-score 64.0",
        "heron-2 benchmark-score 81%",
        "gpt-5.4 benchmark-score 79%",
        "quix-3 benchmark-score 64%",
    ]


def test_what_the_summary_calls_somebody_is_what_the_stories_mean() -> None:
    text = "Siemens's built-in agent, Quix, is out.\n\n1. Siemens\n\nSiemens put a till inside Quix. The agent serves 9 million people a day."
    assert figures_told(text) == ["quix daily-active-users 9 million"]


def test_a_size_behind_the_bare_name_is_another_model() -> None:
    text = "Acme Weekly Report May 7, 2027\n\nGLM-9 is out; a small one, GLM-9-4B, follows. GLM-9 has 90 billion parameters."
    metrics = qf.parse(text).facts.of_type(qf.Metric)
    assert [(one.subject.id, one.quantity.text) for one in metrics][-1] == ("glm-9", "90 billion")


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        (
            "Alibaba Weekly Report May 7, 2027\n\nAlibaba Cloud grew. The division employs 900 people.",
            "alibaba-cloud employees 900",
        ),
        (
            "Siemens Weekly Report May 7, 2027\n\n1. Siemens\n\nUptake: 900 developers have signed up.",
            "siemens developers 900",
        ),
    ],
)
def test_a_figure_that_names_nobody(text: str, figure: str) -> None:
    metric = qf.parse(text).facts.of_type(qf.Metric).one()
    assert f"{metric.subject.id} {metric.measure} {metric.quantity.text}" == figure


@pytest.mark.parametrize(
    ("prose", "words"),
    [
        ("Codestral was trained on 4 trillion tokens.", "tokens"),
        ("Codestral ($4 per seat and month) is new.", "per seat and month"),
        ("Codestral costs $4.", "costs"),
        ("At $4 per seat for each of the many new teams, Codestral is dear.", "per seat"),
        ("Codestral was second on LMArena with 66 points.", "points"),
        ("Siemens has a market share of 9%.", "market share"),
    ],
)
def test_the_words_of_a_measure_that_stand_behind_the_figure(prose: str, words: str) -> None:
    assert metrics_of(STORY + prose, SIEMENS)[-1].measure_text == words


@pytest.mark.parametrize(
    ("prose", "figures"),
    [
        (
            "Operating profit, depressed by costs that rose, slipped to €4 million.",
            ["siemens operating-income €4 million"],
        ),
        (
            "Turnover, most of it from a contract with Airbus, came to €9 million.",
            ["siemens revenue €9 million"],
        ),
        (
            "Siemens, which counts Intel among its customers, closed the year with sales of €6 million.",
            ["siemens revenue €6 million"],
        ),
        (
            "Of the car chip market Intel held 41%, ahead of Nvidia (29%).",
            [
                "intel market-share 41% share of car chip market",
                "nvidia market-share 29% share of car chip market",
            ],
        ),
        ("In Asia alone it held 9%.", ["siemens investment 9% share"]),
        ("A market for cars it held 9%.", []),
        (
            "Intel leads the market for phone chips with 34%, followed by Nvidia at 9%.",
            ["intel market-share 34% share", "nvidia market-share 9% share"],
        ),
        (
            "Sales reached €9 billion, of which Intel contributed €2 billion.",
            ["siemens revenue €9 billion", "intel revenue €2 billion"],
        ),
        ("Sales rose 4%. The ADRs added 3%.", ["siemens revenue 4% up", "siemens share-price 3% up"]),
        (
            "Siemens expects GPT Store to surpass €5 million in recurring revenue.",
            ["gpt-store revenue €5 million projection (recurring)"],
        ),
        ("At 34%, Intel’s operating margin is the best of all.", ["intel operating-margin 34%"]),
        ("Many a thing at 9%, all told, was fun. At 9%, all told, it is fun.", []),
        ("Growth at Intel slowed to 20%.", ["intel revenue 20% up"]),
        (
            "Siemens guides for €21 million in 2028. Guidance: €30 million.",
            ["siemens revenue €21 million projection", "siemens revenue €30 million"],
        ),
        (
            "Intel closed 4% higher, and Siemens trades 9% below its peak.",
            ["intel share-price 4% up", "siemens share-price 9% down"],
        ),
        ("The company trades 11% below its high.", ["siemens share-price 11% down"]),
        ("The news wiped 22% off the share price.", ["siemens share-price 22% down"]),
        (
            "Shares slipped 3%, as guidance of €40 million was thin.",
            ["siemens share-price 3% down", "siemens revenue €40 million projection"],
        ),
        ("Siemens burned through €28 million of cash.", ["siemens free-cash-flow €28 million"]),
        ("The company has fallen 5%.", ["siemens share-price 5% down"]),
        (
            "Chips made up 58% of sales, phones 29%.",
            ["siemens revenue 58% share of sales (Chips)", "siemens revenue 29% share of sales (phones)"],
        ),
        (
            "Sales came to €8 million, more than double the €3 million of 2026.",
            [
                "siemens revenue €8 million",
                "siemens revenue more than double up",
                "siemens revenue €3 million",
            ],
        ),
        (
            "The margin came to 12%; a year before it had been 9%.",
            ["siemens operating-margin 12%", "siemens operating-margin 9%"],
        ),
        (
            "Sales rose 20% on the quarter and 48% on the year.",
            ["siemens revenue 20% up", "siemens revenue 48% up"],
        ),
        (
            "DRAM prices rose 14%. Contract prices of NAND fell 3%.",
            ["dram price 14% up", "nand price 3% down"],
        ),
        ("Intel earned €5 a share.", ["intel net-income €5"]),
        (
            "Sales rose 9%. The handset business, still half of all, grew 14%.",
            ["siemens revenue 9% up", "siemens revenue 14% up"],
        ),
        ("The margin was 9%. By May Intel had managed 8%.", ["siemens operating-margin 9%"]),
        ("The margin was 9%. In its field rival Intel managed 8%.", ["siemens operating-margin 9%"]),
        (
            "AMD shed 2.5%, Broadcom added 1%.",
            ["amd share-price 2.5% down", "broadcom share-price 1% up"],
        ),
        (
            "Sales fell 9% as Nvidia raised prices by 10%.",
            ["siemens revenue 9% down", "nvidia price 10% up"],
        ),
        (
            "Growth at Amazon Web Services slowed to 8%. The unit earned €4 million.",
            ["amazon-web-services revenue 8% up", "amazon-web-services operating-income €4 million"],
        ),
    ],
)
def test_results_are_read_in_any_construction(prose: str, figures: list[str]) -> None:
    story = SIEMENS + "1. Results of the Quarter\n\n"
    assert [summed_up(metric) for metric in metrics_of(prose, story)] == figures


@pytest.mark.parametrize(
    ("prose", "figures"),
    [
        (
            "Siemens opened the Tern River Lab. The lab is led by Jane Roe. It has 28 scientists.",
            ["tern-river-lab employees 28"],
        ),
        ("Jane Roe is to run a new Efficiency Team of 45 engineers.", ["efficiency-team employees 45"]),
        ("Spotify, which assembles the racks, delivered 720 racks.", ["spotify deliveries 720"]),
        ("Spotify’s taxi service has grown to 90 cars.", ["spotify deliveries 90"]),
        ("Membership of the Spotify has risen to 64 firms.", ["spotify enterprise-users 64"]),
        ("Under pressure, it has 64 firms.", ["siemens enterprise-users 64"]),
        (
            "Spotify made 900 cars. Waymo took 310 of them.",
            ["spotify deliveries 900", "waymo deliveries 310"],
        ),
        (
            "Spotify has 500 million users. Waymo, with 370 million, trails.",
            ["spotify users 500 million", "waymo users 370 million"],
        ),
        (
            "Codestral is used by 41,000 clerks, up from 9,000.",
            ["codestral users 41,000", "codestral users 9,000"],
        ),
        ("Codestral was downloaded by 400 clerks.", ["codestral downloads 400"]),
        ("It will equip 30,000 employees with Codestral.", ["codestral users 30,000"]),
        ("Codestral grew. Waymo and Spotify are among its first 70 customers.", ["codestral customers 70"]),
        ("Of the Galaxy S28, out in May, 31 million units were sold.", ["galaxy-s28 deliveries 31 million"]),
        ("Some 400 jobs will go at Spotify.", ["spotify employees Some 400"]),
        ("Some 900 firms pay for Codestral.", ["codestral enterprise-users Some 900"]),
        ("Siemens sells Tern Radio. The radio has 4 million users.", ["tern-radio users 4 million"]),
        ("It runs on the Galaxy S28, of which 900 units are out.", ["galaxy-s28 deliveries 900"]),
        ("Spotify, which makes the chip, sold 90 cars.", ["spotify deliveries 90"]),
    ],
)
def test_whom_people_and_things_are_counted_of(prose: str, figures: list[str]) -> None:
    assert [" ".join(told(metric)) for metric in metrics_of(STORY + prose, SIEMENS)] == figures


@pytest.mark.parametrize(
    ("prose", "figures"),
    [
        (
            "Colossus 2, a cluster that staff call “the Tern”, runs on 210,000 Nvidia GB300 chips.",
            ["colossus-2 chips-shipped 210,000"],
        ),
        ("Siemens makes do with 70,000 Nvidia GB300s.", ["siemens chips-shipped 70,000"]),
        ("Siemens makes do with 400 of Nvidia’s GB300s.", ["siemens chips-shipped 400"]),
        ("The first 40 MW of Mistral Compute went live.", ["mistral-compute capacity 40 MW"]),
        (
            "Siemens opened a campus. With 40 MW of Mistral Compute it is big.",
            ["mistral-compute capacity 40 MW"],
        ),
        ("Siemens will add 40 MW to Mistral Compute.", ["mistral-compute capacity 40 MW"]),
        ("A campus in Toledo, Ohio, adds 40 MW.", ["siemens capacity 40 MW"]),
        ("It counts 90 Zorblax Stores.", ["siemens stores 90"]),
    ],
)
def test_whose_chips_and_power_are_counted(prose: str, figures: list[str]) -> None:
    assert [" ".join(told(metric)) for metric in metrics_of(STORY + prose, SIEMENS)] == figures


@pytest.mark.parametrize(
    ("prose", "figures"),
    [
        ("Two more founders are gone.", ["siemens departures Two"]),
        ("Jane Roe quit. Six engineers went with her.", ["siemens departures Six"]),
        (
            "Four engineers left for Spotify, which takes the number of exits to 31.",
            ["siemens departures Four", "siemens departures 31"],
        ),
        ("Spotify tells of 90 employees.", ["siemens employees 90"]),
        ("Spotify, a rival of Siemens, says it has 90 employees.", ["spotify employees 90"]),
        ("The start-up, now 420 strong, grew.", ["siemens employees 420"]),
        ("A headcount of 650 looks thin.", ["siemens employees 650"]),
        ("Gone are 9 of the firm’s 90 contractors.", ["siemens employees 9", "siemens employees 90"]),
    ],
)
def test_who_comes_and_goes(prose: str, figures: list[str]) -> None:
    assert [" ".join(told(metric)) for metric in metrics_of(STORY + prose, SIEMENS)] == figures


@pytest.mark.parametrize(
    ("prose", "figures"),
    [
        (
            "Temasek and Boreal Capital will lead the $240 million Series C. The start-up is worth $2 billion.",
            ["mistral-ai funding $240 million projection", "mistral-ai valuation $2 billion"],
        ),
        (
            "Boreal Capital led it. The terms value the maker of Codestral at $9 billion.",
            ["mistral-ai valuation $9 billion"],
        ),
        (
            "Investors led by Boreal Capital have put $600 million into the round. Its owners paid $4 million.",
            ["mistral-ai funding $600 million", "mistral-ai price $4 million"],
        ),
        (
            "It needs $3 million, its first money from anyone but Nvidia, at a valuation of $9 billion.",
            ["mistral-ai valuation $9 billion"],
        ),
        ("Nvidia walked away from its $9 billion bid for Intel.", ["nvidia investment $9 billion"]),
        (
            "The budget was raised from $3 billion to $4 billion.",
            ["mistral-ai investment $3 billion", "mistral-ai investment $4 billion target"],
        ),
        ("Nvidia has agreed to pay $5 billion for Intel.", ["nvidia investment $5 billion (Intel)"]),
        (
            "Intel seeks $5 billion at $50 billion.",
            ["intel funding $5 billion target", "intel valuation $50 billion target"],
        ),
        ("Intel will pay $190 million to end a suit.", ["intel fine $190 million target"]),
        (
            "Nvidia holds on to its 11%, Intel keeps 9%.",
            ["nvidia investment 11% share", "intel investment 9% share"],
        ),
        ("Intel, once the owner of 36%, backs Mistral.", ["intel investment 36% share"]),
        ("Jane Roe, who holds 78% of the shares, wants more.", ["jane-roe investment 78% share of shares"]),
        (
            "Nvidia bought Intel shares. Siemens, which owns 10% of the latter, sold.",
            ["siemens investment 10% share of latter"],
        ),
        (
            "Intel has raised $4 million. Nvidia plans $9 million.",
            ["intel funding $4 million", "nvidia funding $9 million target"],
        ),
        (
            "Mistral was valued at $4 billion. Nvidia came back with $9 million.",
            ["mistral-ai valuation $4 billion", "nvidia investment $9 million"],
        ),
        (
            "Nvidia put $4 billion into plants. Intel guides to $9 billion.",
            ["nvidia investment $4 billion (plants)", "intel investment $9 billion projection"],
        ),
        (
            "Series D: $2 billion at $9 billion.",
            ["mistral-ai funding $2 billion", "mistral-ai valuation $9 billion"],
        ),
        ("Foo Labs — $600 million from Nvidia and Intel", ["foo-labs funding $600 million"]),
        ("Foo Labs: $16, led by Intel", []),
        (
            "It will lay out $1 billion for Intel and $2 billion for Siemens.",
            [
                "mistral-ai investment $1 billion projection (Intel)",
                "mistral-ai investment $2 billion projection (Siemens)",
            ],
        ),
        (
            "Nvidia raised $2 billion, of which $1 billion came early.",
            ["nvidia funding $2 billion", "nvidia funding $1 billion"],
        ),
        ("Mistral has promised Intel $300 million.", ["mistral-ai investment $300 million target"]),
        (
            "Having bought Intel, Mistral has acquired Foo Labs for $38 million.",
            ["mistral-ai investment $38 million"],
        ),
        (
            "Mistral signed a supply agreement. It covers modules worth $9 million.",
            ["mistral-ai orders $9 million"],
        ),
        (
            "Observers doubt that Siemens will win a fifth of Intel's orders.",
            ["siemens orders a fifth share projection of Intel's orders"],
        ),
        ("Intel's flotation is planned at a valuation of $4 billion.", ["intel valuation $4 billion target"]),
        ("Notes for $3 million were placed by Intel.", ["mistral-ai debt $3 million"]),
        ("- $40 billion: what Intel may invest in Mistral", ["intel investment $40 billion"]),
        (
            "At Mistral Cloud sales rose 4% and capital expenditure hit $9 million.",
            ["mistral-cloud revenue 4% up", "mistral-cloud investment $9 million"],
        ),
        (
            "Nvidia reported a market value of $5 billion. Intel is worth $4 billion.",
            ["nvidia market-value $5 billion", "intel market-value $4 billion"],
        ),
        (
            "On Friday the lock-up ends for Mistral's shares. Intel will keep its 5%. The company is worth $4 billion.",
            ["intel investment 5% share projection", "mistral-ai valuation $4 billion"],
        ),
        (
            "iPhone sales fell. xAI raised $4 million. iFlytek raised $5 million.",
            ["xai funding $4 million", "iflytek funding $5 million"],
        ),
        (
            "Harvey — $160 million at $8 billion, led by Intel",
            ["mistral-ai funding $160 million", "mistral-ai valuation $8 billion"],
        ),
        ("Yinwang, in which Intel and Nvidia hold 10%, grew.", ["intel investment 10% share"]),
        ("Foo Labs, for its part, was acquired by Intel.", []),
        (
            "Intel, Codestral’s owner, says that the company behind Codestral is worth $4 billion.",
            ["mistral-ai valuation $4 billion"],
        ),
        (
            "Mistral will put $4 billion into the site, of which Nvidia lends $1 billion.",
            ["mistral-ai investment $4 billion target (site)", "nvidia debt $1 billion"],
        ),
    ],
)
def test_whose_money_it_is_that_changes_hands(prose: str, figures: list[str]) -> None:
    story = "Mistral AI Weekly Report May 7, 2027\n\n1. Mistral Widens Its Reach\nPublished: May 4, 2027\n\n"
    assert [summed_up(metric) for metric in metrics_of(prose, story)] == figures


@pytest.mark.parametrize(
    "title", ["Intel Backs Mistral", "Intel and Nvidia lead a round", "Intel, Mistral and a Pact"]
)
def test_whoever_opens_a_title_to_do_something_to_the_company_is_not_whom_the_story_is_about(
    title: str,
) -> None:
    story = f"Mistral AI Weekly Report May 7, 2027\n\n1. {title}\nPublished: May 4, 2027\n\n"
    assert [summed_up(one) for one in metrics_of("Series D: $2 billion.", story)] == [
        "mistral-ai funding $2 billion"
    ]


@pytest.mark.parametrize(
    ("prose", "figures"),
    [
        (
            "Lark 5 scored 46% on GPQA, short of the 48% that OpenAI claims for GPT-5.4.",
            ["lark-5 benchmark-score 46%", "gpt-5.4 benchmark-score 48%"],
        ),
        (
            "Lark 5 scored 46% on GPQA, short of the 48% Anthropic reports for Claude Opus 4.6.",
            ["lark-5 benchmark-score 46%", "claude-opus-4.6 benchmark-score 48%"],
        ),
        (
            "Lark 5 scored 46% on GPQA, ahead of the 41% that Lark 4 managed.",
            ["lark-5 benchmark-score 46%", "lark-4 benchmark-score 41%"],
        ),
        (
            "Lark 5 gets 44%, versus 41% for its ally Anthropic's Claude Opus 4.6, on GPQA.",
            ["lark-5 benchmark-score 44%", "claude-opus-4.6 benchmark-score 41%"],
        ),
        (
            "Lark 5 has 40 billion parameters; Lark 5 Mini gets by with 4 billion.",
            ["lark-5 parameters 40 billion", "lark-5-mini parameters 4 billion"],
        ),
        (
            "Lark 5 activates 4 billion of its 40 billion parameters.",
            ["lark-5 parameters 4 billion", "lark-5 parameters 40 billion"],
        ),
        (
            "Lark 5 comes with 2, 9 and 40 billion parameters.",
            ["lark-5 parameters 2", "lark-5 parameters 9", "lark-5 parameters 40 billion"],
        ),
        (
            "Third on LMArena, and fifth on the Open LLM Leaderboard, it is no giant.",
            ["lark-5 rank Third", "lark-5 rank fifth"],
        ),
        (
            "Lark 5 misreads 4% of names, against 9% for GPT-5.4.",
            ["lark-5 error-rate 4%", "gpt-5.4 error-rate 9%"],
        ),
        ("Lark 5 gets 4% of words wrong.", ["lark-5 error-rate 4%"]),
        ("Lark 5 picked the right part 97% of the time.", ["lark-5 accuracy 97%"]),
        (
            "Lark 5 answers in 0.4 seconds and needs 9 GB of memory.",
            ["lark-5 capacity 0.4 seconds", "lark-5 capacity 9 GB"],
        ),
        (
            "Lark 5 took 40 seconds a page. The launch was watched for 40 minutes.",
            ["lark-5 capacity 40 seconds"],
        ),
        ("Lark 5 learned from 900 hours of work at the bench.", ["lark-5 dataset-size 900 hours"]),
        (
            "Hallucination rate down from 9% to 4% on the lab's own suite",
            ["lark-5 error-rate 9%", "lark-5 error-rate 4%"],
        ),
        (
            "It was downloaded 9 million times, ahead of Lark-8B (4 million).",
            ["lark-5 downloads 9 million", "lark-8b parameters 8B", "lark-8b downloads 4 million"],
        ),
        ("- Lark 5: $4.00 in, $9.00 out", ["lark-5 price $4.00", "lark-5 price $9.00"]),
        ("It trails the flagship on GPQA by a whisker: 64%.", ["lark-5 benchmark-score 64%"]),
        (
            "The 3-billion-parameter model runs on one H200. It handles 95 languages.",
            ["lark-5 parameters 3-billion", "lark-5 languages-supported 95"],
        ),
        (
            "Lark 5 misses 4% of signs. That compares with 9% for GPT-5.4.",
            ["lark-5 error-rate 4%", "gpt-5.4 error-rate 9%"],
        ),
        ("Lark 5 tops the board with 1,402 points.", ["lark-5 benchmark-score 1,402"]),
        (
            "It has 9 million downloads in 40 languages and leads MTEB with 74 points.",
            ["lark-5 downloads 9 million", "lark-5 languages-supported 40", "lark-5 benchmark-score 74"],
        ),
        ("With Lark 5, which reads 400,000 tokens, Mistral wants more.", ["lark-5 context-window 400,000"]),
        ("OpenAI's model scored 91% on GPQA.", ["openai benchmark-score 91%"]),
        (
            "Lark 5 scored 81% on GPQA, which is 9 points more than GPT-5.4 did.",
            ["lark-5 benchmark-score 81%", "lark-5 benchmark-score 9"],
        ),
        (
            "Lark 5 comes with 1, 2, 3, 4, 9 and 40 billion parameters.",
            [f"lark-5 parameters {size}" for size in ("2", "3", "4", "9", "40 billion")],
        ),
        (
            "Mistral opened the Mistral 9 series, which speaks 46 languages.",
            ["mistral-9 languages-supported 46"],
        ),
        (
            "Lark 5 has 4 billion parameters and needs one GPU; Lark 5 Max has 400 billion in total.",
            ["lark-5 parameters 4 billion", "lark-5-max parameters 400 billion"],
        ),
    ],
)
def test_whose_the_figures_of_models_are(prose: str, figures: list[str]) -> None:
    story = "Mistral AI Weekly Report May 7, 2027\n\n1. Lark 5 goes open\nPublished: May 4, 2027\n\n"
    assert figures_told(prose, story) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # a stage behind a name is no other model, where the text has the name without it
        ("1. Lark 5 Preview: open\n\nLark 5 reads 400,000 tokens.", ["lark-5 context-window 400,000"]),
        ("1. Lark 5 Preview: open\n\nIt reads 400,000 tokens.", ["lark-5-preview context-window 400,000"]),
        (
            "1. Scores\n\nLark 5 is a model.\n\nModel GPQA MMLU\nLark 5 41% 91%\nGPT-5.4 40 $9",
            [
                "lark-5 benchmark-score 41%",
                "lark-5 benchmark-score 91%",
                "gpt-5.4 benchmark-score 40",
            ],
        ),
    ],
)
def test_models_by_stage_and_in_tables(text: str, figures: list[str]) -> None:
    assert figures_told(text, "Acme Weekly Report May 7, 2027\n\n") == figures


DORVAL = "Dorval Weekly Report May 7, 2027\n\n1. Dorval moves on\nPublished: May 5, 2027\n\n"


@pytest.mark.parametrize(
    ("prose", "words"),
    [
        (
            "Reach: Lumen Assist now runs on 310 million phones, and Dorval wants to bring it to 500 million by the end of 2028.",
            ["users: phones", "users: phones target"],
        ),
        (
            "Paying subscribers climbed 22% to 9.4 million, while monthly churn eased to 2.6%.",
            [
                "subscribers: Paying subscribers (Paying)",
                "subscribers: Paying subscribers (Paying)",
                "subscribers: monthly churn (monthly churn)",
            ],
        ),
        (
            "Registered developers on the Halden platform number 1.3 million, a third of them in India.",
            ["developers: Registered developers (Registered)", "developers: Registered developers (India)"],
        ),
        (
            "The Borealis cluster couples 24,000 Trainium3 chips and draws 180 MW from the Quebec grid.",
            ["chips-shipped: Trainium3 chips", "capacity: draws"],
        ),
        (
            "- Word error rate of 4.2% in Cantonese, down from 6.1%",
            ["error-rate: Word error rate (Cantonese)", "error-rate: Word error rate (Cantonese)"],
        ),
        (
            "On the AISHELL-5 test, Vela Speech gets 2.8% of characters wrong, compared with 3.9% for Whisper Large V4.",
            ["error-rate: characters wrong", "error-rate: characters wrong"],
        ),
        (
            "Orrin-3 is a mixture-of-experts model with 480 billion parameters, 26 billion of them active for each token, and reads up to 512,000 tokens at once.",
            ["parameters: parameters", "parameters: active (active)", "context-window: reads"],
        ),
        (
            "It was trained on 19 trillion tokens of web text and code, and post-trained on 3.4 million recorded browser sessions.",
            ["training-tokens: tokens", "dataset-size: recorded browser sessions"],
        ),
        (
            "Model Garden now processes 9.5 trillion tokens a day, against 2.1 trillion a year ago.",
            ["token-consumption: tokens", "token-consumption: tokens"],
        ),
        (
            "On Hugging Face, downloads passed 3.2 million by Friday, and developers have built 640 derivatives.",
            ["downloads: downloads (Hugging Face)", "derivative-models: derivatives"],
        ),
        (
            "Within five days, Hugging Face had logged over 700,000 downloads of the weights.",
            ["downloads: downloads (Hugging Face)"],
        ),
        (
            "Through the API it costs $0.60 per million input tokens and $2.40 per million output tokens, 30% below Orrin-2.",
            ["price: costs (input)", "price: costs (output)", "price: costs (output)"],
        ),
        (
            "A seat costs $45 a month, and the enterprise tier is priced at $90.",
            ["price: costs (A seat)", "price: priced"],
        ),
        ("- Price: $1.20 per million input tokens, unchanged from its predecessor", ["price: Price (input)"]),
        (
            "Annual recurring revenue reached $620 million in April 2027, a 2.1-fold rise on the year; enterprise plans supply 44% of it.",
            [
                "revenue: Annual recurring revenue (Annual recurring)",
                "revenue: Annual recurring revenue (Annual recurring)",
                "revenue: Annual recurring revenue (enterprise plans)",
            ],
        ),
        (
            "The advertising unit brought in $3.3 billion, up 17%, and its operating margin widened to 24% from 21%.",
            [
                "revenue: brought in (advertising)",
                "revenue: brought in (advertising)",
                "operating-margin: operating margin",
                "operating-margin: operating margin",
            ],
        ),
        (
            "Research swallowed 21% of revenue, while capital expenditure jumped 46% to $12 billion.",
            [
                "investment: Research (Research)",
                "investment: capital expenditure",
                "investment: capital expenditure",
            ],
        ),
        (
            "Net debt shrank to $2.2 billion from $3.1 billion, and free cash flow came to $410 million.",
            ["debt: Net debt (Net)", "debt: Net debt (Net)", "free-cash-flow: free cash flow"],
        ),
        ("The Hong Kong shares closed 3.1% lower on Thursday.", ["share-price: Hong Kong shares"]),
        (
            "According to Counterpoint, AI services made up 27% of its external sales.",
            ["revenue: external sales (AI services)"],
        ),
        (
            "The start-up seeks about $500 million at a valuation of $6 billion, according to Bloomberg.",
            ["funding: seeks target", "valuation: valuation target"],
        ),
        (
            "The round values the Lyon company at €2.6 billion, nearly twice the figure of last autumn.",
            ["valuation: values", "valuation: values"],
        ),
        (
            "Dorval signed a five-year contract worth $340 million with the Dutch tax office.",
            ["orders: contract worth"],
        ),
        ("CFO Ines Roy has budgeted $90 million for chips in 2028.", ["investment: budgeted (chips) target"]),
        (
            "The group plans to put $30 billion into data centres over the next three years.",
            ["investment: put (data centres) target"],
        ),
        (
            "The lab has 380 employees, and 60% of them work in research.",
            ["employees: employees", "employees: employees (research)"],
        ),
        (
            "Answerly answers 61 million questions a day, 40% more than in January.",
            ["traffic: questions", "traffic: questions"],
        ),
        (
            "The service was down for four hours, and two lawyers briefed on the case expect a ruling within six weeks.",
            [],
        ),
        (
            "Revenue of $2.4 billion in the quarter to March beat forecasts; in the same quarter a year earlier it was $1.9 billion.",
            ["revenue: Revenue", "revenue: Revenue"],
        ),
        (
            "Tencent Music counted 128 million paying users in March, against 119 million a year earlier.",
            ["subscribers: paying users (paying)", "subscribers: paying users (paying)"],
        ),
        (
            "It plans to double headcount to 3,000 by the end of 2028 and to open four offices in Asia.",
            ["employees: headcount target", "employees: headcount target", "stores: offices target"],
        ),
        (
            "- Uptake: 2.3 million installs in the first week, most of them in India",
            ["downloads: installs (in the first week)"],
        ),
        (
            "Enterprise customers number 8,400, a fifth of them in Germany; each pays €31,000 a year on average.",
            [
                "customers: Enterprise customers (Enterprise)",
                "customers: Enterprise customers (Germany)",
                "price: pays",
            ],
        ),
        (
            "A licence sells for CHF 420, and volume buyers get 15% off.",
            ["price: sells for (A licence)", "price: 15%"],
        ),
        (
            "Kepler-12B and Kepler-70B were pre-trained on 14 trillion tokens of text and code on 4,096 H200 GPUs.",
            [
                "parameters: 12B",
                "parameters: 70B",
                "training-tokens: tokens of text and code",
                "chips-shipped: H200 GPUs",
            ],
        ),
        ("Dorval has 90,000 hours of such footage.", ["dataset-size: footage"]),
        ("September sales rose 9% to $4 million.", ["revenue: sales", "revenue: sales"]),
        ("The price of a clip fell to $4.", ["price: price of a clip"]),
        ("The app was preinstalled on 40 million phones.", ["downloads: phones"]),
        (
            "Four senior researchers have left Mistral AI since February.",
            ["departures: senior researchers have left (senior researchers)"],
        ),
        ("In LMArena's ranking Codestral entered at No. 6.", ["rank: ranking"]),
        ("For $880 million in cash, Siemens is buying Pelham, a maker of lasers.", ["investment: buying"]),
        ("Codestral mistranslates 4% of sentences.", ["error-rate: mistranslates"]),
        ("Some 3.8% of answers failed an audit of Codestral.", ["error-rate: answers failed"]),
        (
            "Codestral can be had at €90 ($100) per seat and month.",
            ["price: per seat and month", "price: per seat and month"],
        ),
        (
            "It invests $9 million, of which $4 million is meant for chips.",
            ["investment: invests", "investment: invests (chips) target"],
        ),
        (
            "Net debt came to $90 million, 58% of it due within twelve months.",
            ["debt: Net debt (Net)", "debt: Net debt (due within twelve months)"],
        ),
        (
            "Codestral was trained on ServiceTalk, a corpus of 2 million anonymised letters.",
            ["dataset-size: anonymised letters"],
        ),
        (
            "Nvidia delivered 900 accelerators, and Cerebras delivered 40.",
            ["chips-shipped: accelerators", "chips-shipped: delivered"],
        ),
        ("Siemens was founded in 2020, and a dozen have left.", ["departures: a dozen"]),
        (
            "Vela costs $3 per million tokens in and $9 per million tokens out.",
            ["price: costs (tokens in)", "price: costs (tokens out)"],
        ),
        ("Around 8% of sales comes from the EU.", ["revenue: sales (EU)"]),
        (
            "Siemens made sales of $9 million, and research took 9% of it.",
            ["revenue: sales", "investment: research (research)"],
        ),
        ("It has 9 million users, 2 million of them in a city.", ["users: users", "users: users (city)"]),
        ("It has 40 sites in the first 90 days.", ["data-centres: sites"]),
        ("Hosting costs $0.18 an hour.", ["price: costs"]),
        ("Some 40% of its old tools that came from Rome were shown to us today by a friend of ours.", []),
    ],
)
def test_the_words_of_a_figure_and_what_narrows_them(prose: str, words: list[str]) -> None:
    found = [
        f"{one.measure}: {one.measure_text} ({one.qualifier}) {one.nature}"
        for one in metrics_of(prose, DORVAL)
    ]
    assert [one.removesuffix(" reading").replace(" (None)", "") for one in found] == words


@pytest.mark.parametrize(
    ("prose", "periods"),
    [
        (
            "Sales came to $4 million in Q1 2027. Capital expenditure was $2 million, and profit $1 million.",
            [
                "2027-01-01/2027-03-31 stated",
                "2027-01-01/2027-03-31 section",
                "2027-01-01/2027-03-31 section",
            ],
        ),
        (
            "Dorval lost 3,200 posts on Friday, about 9% of its staff.",
            ["2027-05-07 stated", "2027-05-07 stated"],
        ),
        (
            "Sales climbed from $3 million a year before to $4 million in Q1 2027.",
            ["2026-01-01/2026-03-31 stated", "2027-01-01/2027-03-31 stated"],
        ),
        ("It had 9 million users in April 2027, up 4% from March.", ["2027-04-01/2027-04-30 stated"] * 2),
    ],
)
def test_the_quarter_of_results_and_the_day_of_news(prose: str, periods: list[str]) -> None:
    assert [f"{one.period} {one.period_from}" for one in metrics_of(prose, DORVAL)] == periods


@pytest.mark.parametrize(
    ("prose", "subjects"),
    [
        # what names are called when they are brought up
        (
            "Siemens put its shops into a unit named Reader Growth. The unit employs 120 people.",
            "reader-growth",
        ),
        (
            "Fjordbank, a campus in Narvik, Norway, which opened in May with 260 workers, is full.",
            "fjordbank",
        ),
        (
            "Money goes into Project Alder, the Ohio campus that Intel runs. By June it is to draw 2 GW.",
            "project-alder",
        ),
        ("A leak hit Intel. The contractor, Arcturus Systems, lost 18% of its orders.", "arcturus-systems"),
        # who is meant by what only others are, or only parts
        ("Cohere added Lumora’s taxis in Riyadh. The partner runs 1,200 vehicles.", "lumora"),
        ("Intel bought Brandt Werke. Berenberg sold; the buyer’s shares fell 2%.", "intel"),
        ("Cohere bought Lumen Fabric, a maker of lenses. The startup employs 330 people.", "lumen-fabric"),
        ("Amazon Web Services sold cards to Intel. The unit employs 9,000 people.", "amazon-web-services"),
        ("Codestral was licensed by Netflix. The parent’s profit grew 17%.", "mistral-ai"),
        # what customers pay for gives access to what is spoken of
        ("Spotify launched Lark 5, an assistant. It works with Jira. A seat costs $19 a month.", "lark-5"),
        ("Each Lark Pro licence includes a bot. The price of a licence rises to $46.", "lark-pro"),
        # several companies have no figure together
        (
            "Spotify launched Lark 5. Intel and Siemens signed up, bringing 26,000 users at $9 a month.",
            "lark-5 lark-5",
        ),
        ("Spotify launched Lark 5. Intel and Siemens rolled it out to 900 employees.", "lark-5"),
        ("Spotify launched Lark 5. Intel will roll it out to 900 employees.", "intel"),
        ("A bug took Lark 5 offline. Intel and Siemens were hit, and some 900 customers fled.", "lark-5"),
        # pronouns go on with what a description meant, or with what somebody said it of
        ("Spotify said that Lark 5 is out. It is used by 900 firms.", "lark-5"),
        (
            "Siemens released Lark 5 Pro and Lark 5 Mini. The smallest member has 4 billion parameters.",
            "lark-5-mini",
        ),
        ("- The release: Siemens put Lark 5 Fast beside Lark 5. It costs $2 a month.", "lark-5-fast"),
        ("Intel shrank. Lark 5 failed on Monday. The service is back; it has 900 users.", "lark-5"),
        ("Lark 5, the app that Siemens relaunched, earned $9 million in May.", "lark-5"),
        ("Intel grew. Its largest client, Siemens, accounts for 22% of revenue.", "intel"),
        ("Subscribers to Lark 5 number 6 million.", "lark-5"),
        ("Cohere gives access to 900 employees.", "cohere"),
        (
            "1. Lark 5 adds a marketplace\n\nSpotify opened Brick Market, a marketplace for agents. Sellers keep 85% of the price.",
            "brick-market",
        ),
        (
            "Intel will build in Narvik. Fjordbank, the Ohio campus, employs 9 people. The plant is in Ohio. It has 8 people.",
            "fjordbank fjordbank",
        ),
    ],
)
def test_whom_descriptions_and_pronouns_mean(prose: str, subjects: str) -> None:
    assert [metric.subject.id for metric in metrics_of(prose)] == subjects.split()
