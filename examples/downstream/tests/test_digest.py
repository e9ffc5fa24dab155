"""The digest, on the bundled reports and on reports that the strategies of qwenfacts make up."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from revenue_digest import digest, lines
from revenue_digest.__main__ import main
from revenue_digest.digest import line_of

import qwenfacts as qf
from qwenfacts.strategies import datasets


@given(st.from_type(qf.Metric))
def test_a_line_says_what_the_metric_says(metric: qf.Metric) -> None:
    line = line_of(metric)
    assert line.fact == metric.id
    assert metric.quantity.text in line.what
    assert ("open" in line.numbers) == (metric.quantity.low is None or metric.quantity.high is None)
    assert (metric.period is None) == (line.when == "for no stated time")


@given(datasets())
def test_every_claim_about_revenue_has_one_line(dataset: qf.Dataset) -> None:
    wanted = [metric.id for metric in dataset.metrics if metric.measure == "revenue"]
    assert [line.fact for line in lines(dataset.metrics)] == wanted
    for report in dataset.reports:
        text = digest(dataset, report.id)
        here = sum(key.startswith(f"{report.id}/") for key in wanted)
        assert text.startswith(f"# Revenue in {report.id}: {here} claim")


@given(datasets())
def test_an_id_in_the_digest_leads_back_to_the_words(dataset: qf.Dataset) -> None:
    for line in lines(dataset.metrics):
        fact = dataset.fact(line.fact)
        evidence = fact.evidence[0]
        assert dataset.report(fact.report).text[evidence.span.slice] == evidence.quote


def test_a_week_of_the_bundled_reports(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["2026-03-28"]) == 0
    head, *claims = capsys.readouterr().out.split("\n- **")
    assert head.startswith("# Revenue in qwen-2026-03-28: ")
    assert len(claims) == len(qf.load().metrics.where(measure="revenue", report="qwen-2026-03-28"))


def test_a_report_of_ones_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "acme.txt"
    path.write_text("Acme Weekly Report May 7, 2027\n\nAcme's revenue rose over 4% in April 2027.\n")
    assert main(["2027-05-07", str(path)]) == 0
    assert capsys.readouterr().out.startswith(
        "# Revenue in acme-2027-05-07: 1 claim\n\n"
        "- **Acme**: revenue change up over 4%, percent from 4 to open; for 2027-04-01/2027-04-30\n"
        "  > Acme's revenue rose over 4% in April 2027. (`acme-2027-05-07/metric@"
    )


def test_what_is_not_there_is_one_line_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["1999-01-01"]) == 1
    assert main(["2027-05-07", "nowhere.txt"]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert [line.startswith("revenue-digest: ") for line in printed.err.splitlines()] == [True, True]
