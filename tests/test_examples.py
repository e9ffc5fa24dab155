"""The examples run, and print what they promise."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

import qwenfacts as qf

EXAMPLES = Path(__file__).parents[1] / "examples"


def run(name: str, capsys: pytest.CaptureFixture[str]) -> str:
    runpy.run_path(str(EXAMPLES / name), run_name="__main__")
    return capsys.readouterr().out


def test_every_example_is_tested() -> None:
    assert {path.name for path in EXAMPLES.glob("*.py")} == {"one_week.py", "own_report.py"}


def test_one_week(capsys: pytest.CaptureFixture[str]) -> None:
    text = run("one_week.py", capsys)
    for story in qf.load().report("2026-03-28").stories:
        assert f"{story}: {len(story.facts)} facts; " in text
    assert "  180,000+: 180,000 to open\n" in text
    assert ", departure: " in text


def test_own_report(capsys: pytest.CaptureFixture[str]) -> None:
    text = run("own_report.py", capsys)
    assert text.startswith("acme-robotics-2027-05-07, by Jo Weaver\n")
    assert "  metric: Acme Robotics revenue change up nearly 40% (2027-04-01/2027-04-30) “" in text
    assert "  personnel-change: Mira Cole hire as head of arms at Acme Robotics (2027-05-04) “" in text
    assert "  citation: The Weekly Gripper for story 1 “The Weekly Gripper”\n" in text
    assert "With the bundled reports: <Dataset: 3 reports, 9 stories, " in text


def test_the_names_of_the_own_report_are_known() -> None:
    report = qf.read(EXAMPLES / "acme.txt", lexicon=EXAMPLES / "acme.toml")
    known = {entity.id for entity in report.entities if entity.known}
    assert {"acme-robotics", "borealis-motion", "mira-cole", "the-weekly-gripper"} <= known
    assert not qf.read(EXAMPLES / "acme.txt").subject.known
