"""Metrics: one sentence, and what it measures of whom."""

from __future__ import annotations

from typing import Any

import pytest

import qwenfacts as qf
from qwenfacts.facts import Metric

HEAD = "Cohere Weekly Report May 7, 2027\n\n"


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
        ("Then Siemens revenue was €5bn.", "siemens", "revenue", "Siemens revenue", "€5bn"),
        ("It fell 5% as AI-related revenue slid.", "cohere", "revenue", "AI-related revenue", "5%"),
        ("Spotify, a rival of Siemens, has 90 stores.", "spotify", "stores", "stores", "90"),
        ("Growth at Siemens (Spotify has 3 million users) slowed.", "spotify", "users", "users", "3 million"),
        ("It works with Siemens (revenue up 4%).", "siemens", "revenue", "revenue", "4%"),
        ("Siemens (see below) has 4,000 clients.", "siemens", "customers", "clients", "4,000"),
        ("With Siemens it has 4,000 clients.", "cohere", "customers", "clients", "4,000"),
        ("GPT-5.4 earned $3 billion in sales.", "cohere", "revenue", "sales", "$3 billion"),
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
        "Revenue rose; 5% of cats slept.",
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
        ("30% of, well, sales.", {"aspect": "share", "of": None}),
        ("It ranked No. 3 on the LMArena.", {"aspect": "rank", "measure": "rank"}),
        ("It holds No. 3.", {"aspect": "rank", "of": None, "measure_text": "No. 3"}),
        ("Revenue is expected to be $4 million.", {"nature": "projection"}),
        ("The goal is $4 million in revenue.", {"nature": "target"}),
        ("Revenue was $4 million, beating estimates.", {"nature": "reading"}),
        ("Net cash is $4 million excluding old debt, they say.", {"qualifier": "excluding old debt"}),
        ("It crossed 4 million total downloads on Hugging Face.", {"qualifier": "Hugging Face"}),
        ("It has 4 million Hugging Face downloads.", {"qualifier": "Hugging Face", "measure": "downloads"}),
        ("Revenue grew by 4% with year-over-year revenue.", {"measure_text": "Revenue"}),
        (
            "It posted 26% year-over-year revenue growth.",
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
    assert len(metrics_of("Siemens holds €4 million in net cash and so on (as does $5 million).")) == 1
    assert len(metrics_of("Siemens has 40 stores ($5 million).")) == 1


@pytest.mark.parametrize(
    ("prose", "figures"),
    [
        ("Orders doubled to more than 1,200 robots.", ["doubled", "more than 1,200"]),
        ("Revenue rose 40% in the whole of April 2027, to $3 million.", ["40%", "$3 million"]),
        ("Revenue rose 40% in the whole of April 2027, to 90 halls.", ["40%"]),
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
