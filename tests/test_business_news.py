"""Metrics in the words of business news: one sentence, and every figure with its measure and bearer."""

from __future__ import annotations

import pytest

import qwenfacts as qf
from qwenfacts.facts import Metric

HEAD = "Acme Weekly Report May 7, 2027\n\n"


def metrics_of(prose: str) -> list[Metric]:
    return [fact for fact in qf.parse(HEAD + prose).facts if isinstance(fact, Metric)]


@pytest.mark.parametrize(
    ("prose", "figures"),
    [
        ("Nvidia sold 400,000 GPUs to Microsoft in the quarter.", ["nvidia chips-shipped 400,000"]),
        ("Intel's foundry arm lost $2.3 billion.", ["intel net-loss $2.3 billion"]),
        (
            "Apple shipped 48 million iPhones, down 3% from a year earlier.",
            ["apple deliveries 48 million", "apple deliveries 3%"],
        ),
        ("Google plans to spend $75 billion on data centres this year.", ["google investment $75 billion"]),
        ("Shares of Intel slid 6.4% in New York.", ["intel share-price 6.4%"]),
        (
            "Microsoft employs 228,000 people and will cut 9,000 of them.",
            ["microsoft employees 228,000", "microsoft employees 9,000"],
        ),
        (
            "The company's backlog grew to $455 billion, a 40% increase.",
            ["acme orders $455 billion", "acme orders 40%"],
        ),
        (
            "Gemini has 650 million monthly users, up from 450 million in July.",
            ["gemini monthly-active-users 650 million", "gemini monthly-active-users 450 million"],
        ),
        (
            "Oracle's cloud revenue rose 28% to $7.2 billion, while operating costs climbed 12%.",
            ["oracle revenue 28%", "oracle revenue $7.2 billion", "oracle investment 12%"],
        ),
        (
            "Mistral raised €1.7 billion at a valuation of €11.7 billion.",
            ["mistral-ai funding €1.7 billion", "mistral-ai valuation €11.7 billion"],
        ),
        ("ASML holds 11% of Mistral.", ["asml investment 11%"]),
        ("DeepSeek cut the price of its API by 50%.", ["deepseek price 50%"]),
        ("DeepSeek-V3 was trained on 14.8 trillion tokens.", ["deepseek-v3 training-tokens 14.8 trillion"]),
        (
            "Tesla delivered 497,000 vehicles and made a profit of $1.4 billion.",
            ["tesla deliveries 497,000", "tesla net-income $1.4 billion"],
        ),
        (
            "Net profit at Samsung more than doubled to 12 trillion won.",
            [
                "samsung-electronics net-income more than doubled",
                "samsung-electronics net-income 12 trillion won",
            ],
        ),
        ("The European Commission fined Apple €500 million.", ["apple fine €500 million"]),
        ("Anthropic's annualised revenue reached $30 billion.", ["anthropic revenue $30 billion"]),
        (
            "Anthropic now serves more than 300,000 business customers.",
            ["anthropic customers more than 300,000"],
        ),
        (
            "Meta raised its forecast for capital expenditure to $70–72 billion.",
            ["meta investment $70–72 billion"],
        ),
        ("TSMC expects sales to grow 30% in dollar terms.", ["tsmc revenue 30%"]),
        ("Claude Opus 4.5 scores 80.9% on SWE-bench Verified.", ["claude-opus-4.5 benchmark-score 80.9%"]),
        (
            "Google Cloud's operating income was $3.6 billion, or 24% of revenue.",
            ["google-cloud operating-income $3.6 billion", "google-cloud operating-income 24%"],
        ),
        ("OpenAI has signed contracts worth $1.4 trillion.", ["openai orders $1.4 trillion"]),
        ("Downloads of Qwen passed 700 million on Hugging Face.", ["qwen downloads 700 million"]),
        ("Gross margin widened to 46.5% from 44.1%.", ["acme gross-margin 46.5%", "acme gross-margin 44.1%"]),
        ("ByteDance's Doubao handles 50 trillion tokens a day.", ["doubao token-consumption 50 trillion"]),
        (
            "Some 3,000 jobs will go at Siemens, 2,400 of them in Germany.",
            ["siemens employees Some 3,000", "siemens employees 2,400"],
        ),
        ("SK hynix paid a dividend of 375 won a share.", ["sk-hynix dividend 375 won"]),
        (
            "SK hynix commands 57% of the market for high-bandwidth memory, against 22% for Samsung.",
            ["sk-hynix market-share 57%", "samsung-electronics market-share 22%"],
        ),
        ("AMD's data-centre revenue grew by a fifth.", ["amd revenue a fifth"]),
        ("Databricks is valued at $134 billion.", ["databricks valuation $134 billion"]),
        ("The deal values xAI at $230 billion.", ["xai valuation $230 billion"]),
        (
            "Free cash flow fell to $18.6 billion from $22 billion.",
            ["acme free-cash-flow $18.6 billion", "acme free-cash-flow $22 billion"],
        ),
        (
            "Microsoft bought back shares worth $5 billion and holds $90 billion in cash.",
            ["microsoft share-buyback $5 billion", "microsoft net-cash $90 billion"],
        ),
        (
            "Kimi K2 reads up to 256,000 tokens and supports 30 languages.",
            ["kimi-k2 context-window up to 256,000", "kimi-k2 languages-supported 30"],
        ),
        (
            "Kimi K2 ranks third on LMArena with 1,430 points.",
            ["kimi-k2 rank third", "kimi-k2 benchmark-score 1,430"],
        ),
        (
            "Spotify's premium subscribers rose 12% to 281 million.",
            ["spotify subscribers 12%", "spotify subscribers 281 million"],
        ),
        ("Half of Intel's revenue came from laptops.", ["intel revenue Half"]),
        (
            "Moonshot AI is in talks to raise $600 million from Alibaba and Tencent.",
            ["moonshot-ai funding $600 million"],
        ),
        (
            "Salesforce trimmed its workforce by 4,000, to 72,000.",
            ["salesforce employees 4,000", "salesforce employees 72,000"],
        ),
        ("Workers at Apple number 166,000.", ["apple employees 166,000"]),
        (
            "Apple generated $94 billion in sales, 5% above forecasts.",
            ["apple revenue $94 billion", "apple revenue 5%"],
        ),
        ("The iPhone accounts for 52% of Apple's revenue.", ["apple revenue 52%"]),
        (
            "Galaxy S26 phones start at $799, $50 more than their predecessors.",
            ["galaxy-s26 price $799", "galaxy-s26 price $50"],
        ),
        ("TSMC's advanced packaging capacity is to double by 2027.", ["tsmc capacity double"]),
        ("The lender granted Intel a loan of $3 billion.", ["intel debt $3 billion"]),
        ("Analysts polled by LSEG had expected revenue of $12.6 billion.", ["acme revenue $12.6 billion"]),
        ("A ChatGPT subscription costs $20 a month.", ["chatgpt price $20"]),
        ("xAI burns about $1 billion a month.", ["xai free-cash-flow about $1 billion"]),
        ("The start-up has 1,200 employees in 14 offices.", ["acme employees 1,200", "acme stores 14"]),
        ("Revenue per employee came to $1.1 million.", ["acme revenue $1.1 million"]),
        (
            "Apple shipped 48 million phones, down 3% from a year earlier.",
            ["apple deliveries 48 million", "apple deliveries 3%"],
        ),
        ("ChatGPT rises to $25 a month.", ["chatgpt price $25"]),
        ("In Japan ChatGPT drops 20% to $16 a month.", ["chatgpt price 20%", "chatgpt price $16"]),
        (
            "Intel hopes that yields stay above 70%. In May they were 62%.",
            ["intel accuracy above 70%", "intel accuracy 62%"],
        ),
        (
            "Microsoft's order book is worth $400 billion; almost half of it comes from OpenAI.",
            ["microsoft orders $400 billion", "microsoft orders almost half"],
        ),
        ("Intel booked a charge of $800 million for layoffs.", ["intel investment $800 million"]),
        (
            "Intel sold a 51% stake in Altera for $4.5 billion.",
            ["intel investment 51%", "intel investment $4.5 billion"],
        ),
        ("The SEC wants $90 million in damages from Tesla.", ["tesla fine $90 million"]),
        ("Nvidia trades at 31 times forward earnings.", ["nvidia share-price 31 times"]),
        ("The stock closed at $182, up 2.4% on the day.", ["acme share-price $182", "acme share-price 2.4%"]),
        (
            "Qwen has been downloaded 600 million times, and 170,000 models were built on it.",
            ["qwen downloads 600 million", "qwen derivative-models 170,000"],
        ),
        (
            "Anthropic's headcount went from 1,300 to 4,000 within a year.",
            ["anthropic employees 1,300", "anthropic employees 4,000"],
        ),
        ("Three executives have left Intel since March.", ["intel departures Three"]),
        (
            "Microsoft opened its 70th region and has more than 400 data centres.",
            ["microsoft data-centres more than 400"],
        ),
        ("Meta's Llama 4 has a context window of 10 million tokens.", ["llama-4 context-window 10 million"]),
        (
            "Cohere's hallucination rate fell from 4.1% to 2.8%.",
            ["cohere error-rate 4.1%", "cohere error-rate 2.8%"],
        ),
        (
            "Oracle expects revenue of $66 billion in fiscal 2026 and $225 billion in 2030.",
            ["oracle revenue $66 billion", "oracle revenue $225 billion"],
        ),
        ("Analysts at UBS see AMD's revenue at $46 billion next year.", ["amd revenue $46 billion"]),
        (
            "AMD guided for a margin of 54%, plus or minus 50 basis points.",
            ["amd operating-margin 54%", "amd operating-margin 50 basis points"],
        ),
        (
            "Workday will lay off 1,750 people, or 8.5% of its workforce.",
            ["workday employees 1,750", "workday employees 8.5%"],
        ),
        ("Tesla's energy arm deployed 12.5 GWh of storage.", ["tesla capacity 12.5 GWh"]),
        (
            "Tencent spent 19.1 billion yuan on research, and its cloud grew 20%.",
            ["tencent investment 19.1 billion yuan", "tencent revenue 20%"],
        ),
        ("About 40% of the staff work on AI.", ["acme employees About 40%"]),
        (
            "SAP's current cloud backlog, at €18.8 billion, was up 27%.",
            ["sap orders €18.8 billion", "sap orders 27%"],
        ),
        ("Revenue: $4.2 billion, up 12% on the year.", ["acme revenue $4.2 billion", "acme revenue 12%"]),
        (
            "Capex will be between $30 billion and $35 billion.",
            ["acme investment between $30 billion and $35 billion"],
        ),
        ("SAP pays €1.2 billion for the start-up.", ["sap investment €1.2 billion"]),
        (
            "Churn fell by 0.3 percentage points to 1.4%.",
            ["acme subscribers 0.3 percentage points", "acme subscribers 1.4%"],
        ),
        (
            "Prices start at $0.25 per million tokens, a third of what GPT-5 costs.",
            ["acme price $0.25", "acme price a third"],
        ),
        (
            "No more than 6% of sales come from Spain, said Ann Lee; fines can reach 10% of turnover.",
            ["acme revenue No more than 6%", "acme fine 10%"],
        ),
        (
            "Foo-7B was trained on 900 hours of speech, half of it from Oslo.",
            ["foo-7b parameters 7B", "foo-7b dataset-size 900 hours", "foo-7b dataset-size half"],
        ),
        (
            "Spotify has 30 million users, 9 million of them on a paid plan.",
            ["spotify users 30 million", "spotify subscribers 9 million"],
        ),
        ("Intel sold 2% of Nvidia for $40 million.", ["intel investment 2%", "intel investment $40 million"]),
        (
            "Nvidia has 31% of the world's servers, ahead of Intel (20%).",
            ["nvidia market-share 31%", "intel market-share 20%"],
        ),
        (
            "Analysts value Nvidia at $40 billion, or 14 times sales.",
            ["nvidia valuation $40 billion", "nvidia valuation 14 times"],
        ),
        ("Nvidia, Intel and Siemens each invest $3 million.", ["nvidia investment $3 million"]),
        ("Intel hired 40 nurses.", ["intel employees 40"]),
        ("Among students, three-quarters use it weekly.", ["acme users three-quarters"]),
        ("Some 300 of the pupils use Spotify each day.", ["spotify daily-active-users Some 300"]),
        ("Spotify has 300 users and Intel 40%.", ["spotify users 300", "intel users 40%"]),
        ("Revenue +4%.", ["acme revenue +4%"]),
        ("Margins narrowed by 30 basis points.", ["acme operating-margin 30 basis points"]),
        ("Intel replaces Nvidia and has 40 stores.", ["intel stores 40"]),
        ("Its capacity rose to 900 cars.", ["acme capacity 900"]),
        ("Capacity will climb from 20 cars a day to 300.", ["acme capacity 20", "acme capacity 300"]),
        ("Intel raised the range; it came to a 350 kW post.", ["intel capacity 350 kW"]),
        ("Its business grew 4%.", ["acme revenue 4%"]),
        ("It compares with the $4 billion that Intel raised in May.", ["intel funding $4 billion"]),
        ("It compares with the $4 billion Intel raised.", ["intel funding $4 billion"]),
        ("It is the $4 billion that, it says, Intel raised.", []),
        ("It is the $4 billion that it is.", []),
        ("Four officials have left Intel.", ["intel departures Four"]),
        ("Intel sold 2% of the Nvidia Group.", ["intel investment 2%"]),
        ("Intel fell to $20.", ["intel share-price $20"]),
        ("AI-related revenue rose to $3 million.", ["acme revenue $3 million"]),
        (
            "Intel has revenue of $4 million and raised $3 million.",
            ["intel revenue $4 million", "intel funding $3 million"],
        ),
        (
            "Foo-7B is new. The training bill was $5 million.",
            ["foo-7b parameters 7B", "foo-7b investment $5 million"],
        ),
        (
            "Revenue grew 4%, as so many people who like long sentences and long lists of words have said again and again, in many other towns and in many other years, in long letters, in long talks, in many songs, in plays, in books, in films, in reports, in speeches, in notes, in mails, in calls, in posts, in rhymes, in verses, in chants, in hymns, in odes and by 5%.",
            ["acme revenue 4%"],
        ),
        ("It has 900 really very long new big old red green blue stores.", []),
        ("Intel raised 5%.", []),
        ("Its footage is 40 GB.", ["acme capacity 40 GB"]),
        ("Intel has 40 stores and 30 cats.", ["intel stores 40"]),
        ("It is the $4 billion that sales staff at Intel raised.", ["intel funding $4 billion"]),
        ("It said that investors value the company at $4 billion.", ["acme valuation $4 billion"]),
        ("Growth (Spotify is new here) slowed, and 40 stores closed.", ["acme stores 40"]),
        (
            "Capacity in Oslo is 4 GW. There were 4 million users.",
            ["oslo capacity 4 GW", "acme users 4 million"],
        ),
    ],
)
def test_every_figure_has_its_measure_and_bearer(prose: str, figures: list[str]) -> None:
    found = [f"{metric.subject.id} {metric.measure} {metric.quantity.text}" for metric in metrics_of(prose)]
    assert found == figures


@pytest.mark.parametrize(
    ("prose", "aspects"),
    [
        ("Analysts value Nvidia at $40 billion, or 14 times sales.", ["level", "level"]),
        ("Revenue +4%.", ["change up"]),
        ("Revenue −4%.", ["change down"]),
        ("Margins narrowed by 30 basis points.", ["change down"]),
        ("Churn stayed under 2%.", ["share"]),
        ("The share lost $18, or 2.6%.", ["change down", "change down"]),
        ("Some 40 MW of capacity and 60 MW more are planned.", ["level", "change up"]),
        ("Intel adds $3 million of funding.", ["level"]),
        ("The shares rose 3% on 5 May.", ["change up"]),
    ],
)
def test_a_figure_is_a_level_a_change_or_a_share(prose: str, aspects: list[str]) -> None:
    found = [" ".join(filter(None, (metric.aspect, metric.direction))) for metric in metrics_of(prose)]
    assert found == aspects


@pytest.mark.parametrize(
    ("prose", "natures"),
    [
        ("The shares rose 3% on 5 May.", ["reading"]),
        ("Revenue is to climb from $20 million to $30 million.", ["reading", "target"]),
        ("Intel plans to use Foo-7B.", ["reading"]),
    ],
)
def test_a_month_is_no_guess_and_a_start_no_target(prose: str, natures: list[str]) -> None:
    assert [metric.nature for metric in metrics_of(prose)] == natures


def test_a_figure_that_goes_with_a_dated_one_has_its_date() -> None:
    first, second = metrics_of("Revenue for October 2026 hit $37 million, up 12%.")
    assert first.period == second.period
    assert second.period_from == "stated"


def test_what_the_last_sentence_measured_is_told_again() -> None:
    first, again = metrics_of("Intel hopes that yields stay above 70%. In April they were 62%.")
    assert (again.subject, again.measure) == (first.subject, "accuracy")
    assert len(metrics_of("Intel hopes that yields stay above 70%. In April they were 62.")) == 1
    assert len(metrics_of("Intel hopes that yields stay above 70%.\n\nIn April they were 62%.")) == 1


def test_a_family_stands_for_the_model_that_the_story_is_about() -> None:
    story = "1. Nemotron grows\nNvidia released Nemotron-Wren-7B.\n- Ranked second among open models\n"
    assert {metric.subject.id for metric in metrics_of(story)} == {"nemotron-wren-7b"}
    story = "1. Nemotron grows\nNvidia has Nemotron and likes it.\n- Ranked second among open models\n"
    assert {metric.subject.id for metric in metrics_of(story)} == {"nemotron"}


@pytest.mark.parametrize(
    ("prose", "figures"),
    [
        (
            "The European Commission imposed a fine of €2 billion on Meta for tying services. In May the"
            " company had been ordered to pay €300 million.",
            ["meta fine €2 billion", "acme fine €300 million"],
        ),
        (
            "The Commission fined Meta €40 million, and the fine against it was €60 million.",
            ["meta fine €40 million", "meta fine €60 million"],
        ),
        ("Meta was sued by Ohio. A judge imposed a fine of €2 million on it.", ["meta fine €2 million"]),
        ("Meta was sued. A judge imposed a fine of €2 million on the company.", ["meta fine €2 million"]),
        ("The ministry imposed a fine of €2 million.", ["acme fine €2 million"]),
        ("The ministry imposed a fine of €2 million on the Meta group.", ["meta fine €2 million"]),
        ("Oracle was handed a bill of $40 million.", ["oracle fine $40 million"]),
        ("Meta opened a shop. An earlier inquiry had cost it €500 million.", ["meta fine €500 million"]),
        ("Meta opened a shop. An earlier outage had cost it €500 million.", ["meta investment €500 million"]),
    ],
)
def test_a_fine_is_of_who_has_to_pay_it(prose: str, figures: list[str]) -> None:
    found = [f"{metric.subject.id} {metric.measure} {metric.quantity.text}" for metric in metrics_of(prose)]
    assert found == figures


@pytest.mark.parametrize(
    ("prose", "figures"),
    [
        (
            "On MMLU-Pro, Mistral Large scored 71.3, against 66.8 for Google's Gemini Pro.",
            ["mistral-large benchmark-score 71.3", "gemini-pro benchmark-score 66.8"],
        ),
        (
            "On MMLU-Pro, Mistral Large scored 71.3, against 66.8 for Oracle's.",
            ["mistral-large benchmark-score 71.3", "mistral-large benchmark-score 66.8"],
        ),
        (
            "MMLU-Pro: 68% for Gemini Pro, compared with 66% for Mistral Large.",
            ["gemini-pro benchmark-score 68%", "mistral-large benchmark-score 66%"],
        ),
        ("MMLU-Pro: 68% for all.", ["acme benchmark-score 68%"]),
        (
            "SAP has 11% of the software market; Salesforce, whose tool it answers, holds 30%.",
            ["sap market-share 11%", "salesforce market-share 30%"],
        ),
        (
            "Anthropic's share of enterprise spending rose to 32%, while OpenAI's fell to 25%.",
            ["anthropic market-share 32%", "openai market-share 25%"],
        ),
        (
            "Shares in Oracle gained 5% on Monday, whereas those of SAP, its rival, slipped 1%.",
            ["oracle share-price 5%", "sap share-price 1%"],
        ),
    ],
)
def test_rivals_set_side_by_side_have_a_figure_each(prose: str, figures: list[str]) -> None:
    found = [f"{metric.subject.id} {metric.measure} {metric.quantity.text}" for metric in metrics_of(prose)]
    assert found == figures


@pytest.mark.parametrize(
    ("prose", "figures"),
    [
        (
            "Meta released the Llama series, which was trained on 9 trillion tokens.",
            ["llama training-tokens 9 trillion"],
        ),
        ("Founded in 2019 by Jane Roe, Cohere has 118 employees.", ["cohere employees 118"]),
        (
            "On Thursday Oracle launched Spark Studio, a tool. The studio runs on Gemini 4 Pro and supports 30"
            " languages.",
            ["spark-studio languages-supported 30"],
        ),
        (
            "At least six engineers from Oracle's cloud team have moved to Microsoft since March.",
            ["oracle departures At least six"],
        ),
        ("Some 50 vice presidents have been let go since March.", ["acme departures Some 50"]),
        (
            "Oracle opened Fab 9 in Ohio. The plant cost $17 billion and employs 3,000 people.",
            ["fab-9 investment $17 billion", "fab-9 employees 3,000"],
        ),
        ("The plant employs 3,000 people.", ["acme employees 3,000"]),
        (
            "The cloud business went from $2 billion to $3 billion.",
            ["acme revenue $2 billion", "acme revenue $3 billion"],
        ),
        (
            "Gemini Pro has 200 billion parameters (30 billion of them active).",
            ["gemini-pro parameters 200 billion", "gemini-pro parameters 30 billion"],
        ),
        (
            "An offer to staff who sell their shares values Oracle at $40 billion.",
            ["oracle valuation $40 billion"],
        ),
        (
            "Nvidia said on Tuesday that its data-centre unit generated $40 billion, up 30% on the year.",
            ["nvidia revenue $40 billion", "nvidia revenue 30%"],
        ),
        ("Jane Roe said that its cloud unit generated $40 billion.", ["acme revenue $40 billion"]),
        ("The takeover cost Google $32 billion.", ["google investment $32 billion"]),
        ("Codestral costs $32.", ["codestral price $32"]),
        ("The start-up was valued at $10 billion in its last round.", ["acme valuation $10 billion"]),
        ("Oracle got $10 billion in its last round.", ["oracle funding $10 billion"]),
        (
            "A fine of $2 million was due. A fine of $4 million against the firm followed.",
            ["acme fine $2 million", "acme fine $4 million"],
        ),
        ("Fewer than 3 million people have a subscription.", ["acme subscribers Fewer than 3 million"]),
        ("Fewer than 9 million people have a subscription.", ["acme subscribers Fewer than 9 million"]),
        (
            "More than 2 million developers build bots with Codestral.",
            ["codestral developers More than 2 million"],
        ),
        (
            "Codestral has 3 million users. Registered developers now number 12 million.",
            ["codestral users 3 million", "acme developers 12 million"],
        ),
    ],
)
def test_plants_teams_and_tools_have_figures_of_their_own(prose: str, figures: list[str]) -> None:
    found = [f"{metric.subject.id} {metric.measure} {metric.quantity.text}" for metric in metrics_of(prose)]
    assert found == figures


@pytest.mark.parametrize(
    ("prose", "periods"),
    [
        ("Website visits went from 3 million in May to 4 million.", ["May", None]),
        ("Founded in 2019, Cohere has 118 employees.", [None]),
        (
            "Free cash flow for Q3 2026, as reported, was $310 million; the gross margin fell to 74%.",
            ["Q3 2026", "Q3 2026"],
        ),
        ("Revenue passed $5 billion in March, an increase of 58% on the year.", ["March", "March"]),
        ("The gross margin was 74%; in Q3 2026 the company hired nobody.", [None]),
    ],
)
def test_a_figure_has_the_date_that_is_its_own(prose: str, periods: list[str | None]) -> None:
    found = [metric.period.text if metric.period else None for metric in metrics_of(prose)]
    assert found == periods


@pytest.mark.parametrize(
    ("prose", "qualifiers"),
    [
        (
            "Gemini Pro costs $2 per million input tokens and $4 per million output tokens.",
            ["input", "output"],
        ),
        ("Gemini Pro costs $2, and output tokens are dear.", [None]),
        ("The card has 90 GB of memory.", ["memory"]),
        ("Gemini Pro has 200 billion parameters (30 billion of them active).", [None, "active"]),
        ("SAP has 11% of the Chinese software market.", [None]),
        ("Capital spending was $4 billion.", [None]),
    ],
)
def test_what_narrows_a_figure(prose: str, qualifiers: list[str | None]) -> None:
    assert [metric.qualifier for metric in metrics_of(prose)] == qualifiers


def test_a_share_is_of_what_stands_before_its_verb() -> None:
    (share,) = metrics_of("Anthropic's share of enterprise spending rose to 32%.")
    assert (share.measure_text, share.of) == ("share of enterprise spending", "enterprise spending")


def test_tokens_somewhere_are_no_tokens_in_and_out() -> None:
    (metric,) = metrics_of("Codestral costs $20 per million tokens in China.")
    assert metric.qualifier != "tokens in"


def test_the_nearest_board_is_the_one_that_ranks() -> None:
    metrics = metrics_of("On Monday the board of Acme met as Codestral came second on the Zed ranking.")
    assert [one.measure_text for one in metrics] == ["ranking"]


def test_what_a_year_brings_is_not_of_the_quarter_told_before() -> None:
    story = "1. Acme grows\nDate: July 15, 2026\n\nAcme posted revenue of $4bn for the June quarter."
    metrics = metrics_of(f"{story} Acme's annual profit is $9m. Its all-time revenue passed $70bn.\n")
    assert [one.period_from for one in metrics] == ["stated", "story", "story"]


def test_the_quarter_of_one_company_is_not_that_of_another() -> None:
    story = "1. Acme grows\nDate: July 15, 2026\n\nAcme posted revenue of $4bn for the June quarter."
    told = metrics_of(f"{story} Acme's capital expenditure was $2bn. Intel has revenue of $7m.\n")
    assert [one.period_from for one in told] == ["stated", "section", "story"]
