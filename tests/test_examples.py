"""The examples run, and print what they promise."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

import pytest
from show_examples import PAGE, shown

import qwenfacts as qf

EXAMPLES = Path(__file__).parents[1] / "examples"


def run(name: str, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", [name, *arguments])
        runpy.run_path(str(EXAMPLES / name), run_name="__main__")
    return capsys.readouterr().out


def test_every_example_is_shown_with_its_output() -> None:
    scripts = {f"examples/{path.name}" for path in EXAMPLES.glob("*.py")}
    assert shown(PAGE.read_text("utf-8")).keys() == scripts
    assert len(scripts) >= 6


@pytest.mark.parametrize("script", sorted(path.name for path in EXAMPLES.glob("*.py")))
def test_what_is_shown_is_what_is_printed(script: str, capsys: pytest.CaptureFixture[str]) -> None:
    output = shown(PAGE.read_text("utf-8"))[f"examples/{script}"]
    assert run(script, capsys) == output, "python tests/show_examples.py writes the page anew"


def test_every_number_about_another_name(capsys: pytest.CaptureFixture[str]) -> None:
    text = run("numbers_about.py", capsys, "fun-cineforge")
    assert text.startswith("Fun-CineForge: 2 numbers\n")
    assert "error-rate (level): 1.49%, so 1.485 to 1.495 percent\n" in text


def test_a_picture_needs_a_library(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "altair", None)
    text = run("series.py", capsys, str(tmp_path / "series.html"))
    assert text == "no altair here: pip install 'qwenfacts[plot]' for a picture\n\n" + run(
        "series.py", capsys
    )
    assert not list(tmp_path.iterdir())


def test_a_picture_is_drawn(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    pytest.importorskip("altair")
    path = tmp_path / "series.html"
    assert run("series.py", capsys, str(path)) == f"drawn: {path}\n"
    assert '"type": "errorbar"' in path.read_text("utf-8")


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
