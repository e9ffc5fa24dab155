"""Outlooks: which sentences look forward, how, and until when."""

from __future__ import annotations

import pytest

import qwenfacts as qf
from worst import assert_linear

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
    assert outlooks("In shops such as Bolt Labs, prices may fall.").one().subject.id == "bolt-labs"
    assert outlooks("Prices may fall.").one().subject.id == "acme"


def test_mentions_are_those_of_the_fields() -> None:
    found = outlooks("Bolt Labs will hire by June 2027.").one()
    text = HEAD + "Bolt Labs will hire by June 2027."
    assert [text[span.slice] for span in found.mentions] == ["Bolt Labs", "June 2027"]


@pytest.mark.parametrize("piece", ["will watch risk ", "may lose, ", "“will ", "June 2028, will "])
def test_time_grows_with_the_text(piece: str) -> None:
    assert_linear(outlooks, piece)
