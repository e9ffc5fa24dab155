"""The command line: what it prints, what it refuses, and with which exit code."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stdout
from importlib.metadata import version
from pathlib import Path
from typing import Any, get_args

import pytest
from attrs import evolve

import qwenfacts as qf
from qwenfacts import __main__ as cli
from qwenfacts import terminal
from qwenfacts.report import Reason, Unread

REPORT = """\
Acme Weekly Report May 7, 2027
Posted on May 7, 2027 at 04:12 PM
Period: May 1–7, 2027 Analyst: The Desk

1. Sales are up
Published: May 4, 2027 | Source: Reuters https://wire.example/acme
Acme’s revenue rose 40% in April 2027. Zarquon Industries took “four\tdays” and \x1b[K 12 months.
"""


def process(*argv: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command line that is fine as a process of its own, which gets more environment variables."""
    command = [sys.executable, "-m", "qwenfacts", *argv]
    done = subprocess.run(
        command, env={**os.environ, **environment}, capture_output=True, timeout=60, check=True
    )
    assert done.stderr == b""
    return done


@pytest.fixture
def path(tmp_path: Path) -> str:
    file = tmp_path / "acme.txt"
    file.write_bytes(REPORT.encode())
    return str(file)


@pytest.fixture
def out(capsys: pytest.CaptureFixture[str]) -> Any:
    """Run a command line that is fine, and give what it prints."""

    def run(*argv: str, code: int = 0) -> str:
        assert cli.main(argv) == code
        printed = capsys.readouterr()
        assert printed.err == ""
        return printed.out

    return run


@pytest.fixture
def refusal(capsys: pytest.CaptureFixture[str]) -> Any:
    """Run a command line that is refused, and give why."""

    def run(*argv: str) -> str:
        assert cli.main(argv) == 1
        printed = capsys.readouterr()
        assert printed.out == ""
        assert printed.err.startswith("qwenfacts: ")
        assert printed.err.endswith("\n")
        return printed.err.removeprefix("qwenfacts: ").rstrip()

    return run


def standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


# -- the tour --


def test_the_tour_shows_every_report_story_and_fact(out: Any) -> None:
    text = out()
    shown = " ".join(text.split())
    dataset = qf.load()
    for report in dataset.reports:
        for value in (report.id, report.title, report.published, report.period, report.analyst):
            assert str(value) in shown
    for story in dataset.stories:
        assert str(story) in shown
        assert ", ".join(map(str, story.sources)) in shown
        assert all(link.value in shown for link in story.links)
    for fact in dataset.facts:
        assert str(fact).removeprefix(f"{fact.type}: ") in shown
    assert text.count("\nMetrics: ") == 2
    assert max(len(line) for line in text.splitlines() if "https://" not in line) <= 100


def test_the_tour_as_a_process() -> None:
    assert process().stdout.startswith(b"The bundled dataset: 2 reports, 8 stories, ")


@pytest.mark.parametrize(
    "setting", [{"LANG": "C", "LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}]
)
def test_the_tour_where_there_is_no_unicode(setting: dict[str, str]) -> None:
    text = process(**setting).stdout
    assert "“".encode() in text or rb"\u201c" in text


def test_the_tour_as_a_module(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["qwenfacts"])
    path = Path(cli.__file__)  # not by runpy: pytest's import hook may have no code to give it
    code = compile(path.read_text("utf-8"), path, "exec")
    with pytest.raises(SystemExit) as ended:
        exec(code, {"__name__": "__main__", "__package__": "qwenfacts"})
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("The bundled dataset: ")


# -- read --


def test_read_shows_a_report(out: Any, path: str) -> None:
    head, _, facts = out("read", path).partition("\n\nMetrics: ")
    assert head.splitlines() == [
        "Acme Weekly Report May 7, 2027",
        "==============================",
        "id         acme-2027-05-07",
        "published  2027-05-07",
        "posted     2027-05-07 16:12",
        "period     2027-05-01/2027-05-07",
        "analyst    The Desk",
        "",
        "1. Sales are up",
        "   2027-05-04 · Reuters",
        "   https://wire.example/acme",
    ]
    assert " revenue change up 40% (2027-04-01/2027-04-30) “" in facts


def test_read_takes_a_report_that_says_nothing_of_itself(out: Any, tmp_path: Path) -> None:
    file = tmp_path / "empty.txt"
    file.write_bytes(b"1. A story\n\nNothing new.\n")
    lines = out("read", str(file)).splitlines()
    assert any(line.startswith("id         ") for line in lines)
    assert not any(line.startswith("published") for line in lines)
    file.write_bytes(b"")
    assert out("read", str(file)).startswith("(untitled)\n==========\nid         e3b0c44298fc\n")


def test_an_empty_field_is_left_out_or_empty() -> None:
    assert terminal.item("analyst    ", "") == ["analyst"]


def test_json_is_that_of_the_dataset(out: Any, path: str) -> None:
    text = out("read", path, "--json")
    assert text == qf.Dataset.of(qf.read(path)).to_json()
    assert qf.Dataset.from_json(text).reports == (qf.read(path),)


def test_json_is_the_same_bytes_wherever_it_is_written(path: str) -> None:
    written = process("read", path, "--json", PYTHONIOENCODING="ascii", PYTHONUTF8="0").stdout
    assert written == qf.Dataset.of(qf.read(path)).to_json().encode()


def test_any_stream_will_do(path: str) -> None:
    with redirect_stdout(io.StringIO()) as shown:
        assert cli.main(["read", path]) == 0
    with redirect_stdout(io.StringIO()) as written:
        assert cli.main(["read", path, "--json"]) == 0
    assert shown.getvalue().startswith("Acme Weekly Report")
    assert json.loads(written.getvalue())["reports"][0]["id"] == "acme-2027-05-07"


def test_a_report_can_come_from_standard_input(out: Any, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    standard_input(monkeypatch, REPORT.encode())
    assert out("read", "-", "--json") == qf.Dataset.of(qf.read(path)).to_json()


def test_published_dates_a_report_that_does_not(out: Any, tmp_path: Path) -> None:
    file = tmp_path / "undated.txt"
    file.write_bytes(b"Acme Weekly Report\n\nSales rose.\n")
    assert "\npublished  2027-05-07\n" in out("read", str(file), "--published", "2027-05-07")
    assert "\npublished  2027-05-07\n" in out("read", "--published=20270507", str(file))


def test_lexicons_are_merged(out: Any, path: str, tmp_path: Path) -> None:
    files: list[str] = []
    for key, name in (("zarquon", "Zarquon Industries"), ("the-desk", "The Desk")):
        lexicon = tmp_path / f"{key}.toml"
        lexicon.write_text(f'[[entity]]\nid = "{key}"\nkind = "organisation"\nname = "{name}"\n', "utf-8")
        files += ["--lexicon", str(lexicon)]
    (report,) = qf.Dataset.from_json(out("read", *files, path, "--json")).reports
    known = {entity.id for entity in report.entities if entity.known}
    assert {"zarquon", "the-desk"} <= known


# -- ask --


def test_ask_prints_a_card(out: Any) -> None:
    text = out("ask", "alibaba token hub")
    facts = qf.load().about("alibaba-token-hub")
    assert text.startswith("Alibaba Token Hub\n=================\nid         alibaba-token-hub\nkind       ")
    assert "\nalso       ATH" in text
    assert text.count("\n  2026-03-2") == len(facts)
    assert f"\nMetrics: {len(facts.of_type(qf.Metric))}\n" in text


def test_ask_of_reports_of_ones_own(out: Any, path: str) -> None:
    text = out("ask", "acme", path)
    assert "  2027-05-07 Acme revenue change up 40% (2027-04-01/2027-04-30)" in text


def test_ask_with_parts_has_what_belongs_to_it(out: Any) -> None:
    whole, parts = out("ask", "alibaba"), out("ask", "alibaba", "--parts")
    assert len(parts) > len(whole)


def test_ask_of_a_name_that_is_new(out: Any, path: str) -> None:
    text = out("ask", "Zarquon Industries", path)
    assert "A name that the lexicon does not know" in text
    assert text.endswith("It is named, but no fact is about it.\n")


def test_ask_of_nobody(refusal: Any) -> None:
    assert "no entity 'wukonk' here; did you mean wukong" in refusal("ask", "wukonk")


# -- check --


def test_check_shows_what_is_left_over(out: Any, path: str) -> None:
    text = out("check", path)
    report = qf.read(path)
    assert text.startswith("acme-2027-05-07: Acme Weekly Report May 7, 2027\n")
    for reason in {entry.reason for entry in report.unread}:
        count = sum(entry.reason == reason for entry in report.unread)
        assert f"\n{reason}: {count} ({terminal.REASONS[reason]})\n" in text
    assert "\n  line 7     quotation  Zarquon Industries took [“four days”] and " in text
    table = [line.split() for line in text.splitlines()]
    assert ["quotation", "1", "0", "1"] in table
    assert ["link", "1", "1", "0"] in table
    assert "\ncoverage: " in text
    assert "warnings" not in text


def test_check_of_the_errata_shows_their_share(out: Any) -> None:
    rows = [line.split() for line in out("check", "--errata").splitlines()]
    assert rows[0] == ["type", "facts", "rules", "errata", "share"]
    facts = qf.load().facts
    errata = len(facts.where(origin="errata"))
    assert rows[-1] == [
        "all",
        f"{len(facts)}",
        f"{len(facts) - errata}",
        f"{errata}",
        f"{errata / len(facts):.0%}",
    ]


def test_errata_of_ones_own(out: Any, refusal: Any, path: str, tmp_path: Path) -> None:
    errata = tmp_path / "errata.toml"
    entry = f'[[erratum]]\nreport = "{qf.read(path).sha256}"\ntype = "metric"\nreason = "a test"\n'
    errata.write_text(entry + 'quote = "revenue rose 40%"\nchange = { qualifier = "net" }\n', "utf-8")
    assert '"qualifier": "net"' in out("read", path, "--json", "--errata", str(errata))
    assert out("check", path, "--errata") == out("check", path)
    errata.write_text(entry + 'quote = "revenue fell"\ndrop = true\n', "utf-8")
    assert "stands 0 times in the text of acme-2027-05-07" in refusal("check", path, "--errata", str(errata))


def test_control_characters_are_shown_not_sent(out: Any, path: str) -> None:
    text = out("check", path)
    assert "\x1b" not in text
    assert r"\x1b[K" in text


def test_check_of_nothing(out: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    standard_input(monkeypatch, b"")
    assert out("check", "-").endswith("\ncoverage: 0 of 0 are in facts\n")


@pytest.mark.parametrize("reason", get_args(Reason))
def test_check_fails_for_numbers_that_were_not_read(
    out: Any, path: str, reason: Reason, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = qf.read(path)
    start = report.text.rindex("12")
    left = evolve(report.unread[0], span=qf.Span(start, start + 2), text="12", kind="digits", reason=reason)
    changed = evolve(report, unread=(left,), warnings=("says two, but has one",))
    monkeypatch.setattr(cli, "read", lambda *_, **__: changed)
    text = out("check", path, code=1 if reason.startswith("number-") else 0)
    assert f"\n{reason}: 1 ({terminal.REASONS[reason]})\n  line 7     digits     " in text
    assert "\n\nwarnings: 1\n  says two, but has one\n" in text
    assert ["digits", "alone", "1", "0", "1"] in [line.split() for line in text.splitlines()]


def test_every_reason_is_explained() -> None:
    assert set(terminal.REASONS) == set(get_args(Reason))


@pytest.mark.parametrize(
    ("text", "mention", "shown"),
    [
        ("up 4% in May", "4%", "up [4%] in May"),
        ("before\nup 4%\nafter", "4%", "up [4%]"),
        ("a" * 40 + "4%" + "b" * 40, "4%", "a" * 28 + "[4%]" + "b" * 28),
        ("one two three four five six seven 4% one two three four five six", "4%", None),
        ("“" + "word " * 20 + "”", "“" + "word " * 20 + "”", "[“" + "word " * 7 + "wor…]"),
    ],
)
def test_a_mention_in_its_context(text: str, mention: str, shown: str | None) -> None:
    start = text.index(mention)
    context = terminal.in_context(text, qf.Span(start, start + len(mention)))
    assert context == (shown or "three four five six seven [4%] one two three four five")


# -- what is refused --


def test_a_missing_file(refusal: Any, tmp_path: Path) -> None:
    path = tmp_path / "none.txt"
    assert refusal("read", str(path)) == f"{path}: No such file or directory"
    assert refusal("check", str(path)) == f"{path}: No such file or directory"


def test_a_directory(refusal: Any, tmp_path: Path) -> None:
    assert str(tmp_path) in refusal("read", str(tmp_path))


@pytest.mark.parametrize("data", [b"caf\xe9", b"half of a pair: \xed\xa0\xbd", "Acme".encode("utf-16")])
def test_bytes_that_are_not_utf_8(
    refusal: Any, tmp_path: Path, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "latin.txt"
    file.write_bytes(data)
    assert f"{file}: not UTF-8 at byte " in refusal("read", str(file))
    standard_input(monkeypatch, data)
    assert "standard input: not UTF-8 at byte " in refusal("check", "-")


@pytest.mark.parametrize("date", ["7 May 2027", "2027-02-30", "", "2027-05-07T10:00"])
def test_a_date_that_is_none(refusal: Any, path: str, date: str) -> None:
    assert refusal("read", path, "--published", date).startswith(f"--published: {date!r} is no date; ")


def test_a_lexicon_that_is_none(refusal: Any, path: str, tmp_path: Path) -> None:
    lexicon = tmp_path / "own.toml"
    assert refusal("read", path, "--lexicon", str(lexicon)) == f"{lexicon}: No such file or directory"
    lexicon.write_bytes(b"not toml")
    assert "own.toml" in refusal("read", path, "--lexicon", str(lexicon))


def test_an_error_of_the_system_without_a_file(refusal: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(cli, "load", full)
    assert refusal() == "[Errno 28] No space left on device"


@pytest.mark.parametrize(
    "argv", [["reed"], ["read"], ["check"], ["check", "a", "b"], ["--json"], ["read", "a", "--published"]]
)
def test_wrong_usage(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(argv)
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith("usage: qwenfacts")


# -- the rest --


@pytest.mark.parametrize("argv", [["--help"], ["read", "--help"], ["check", "-h"]])
def test_help(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(argv)
    assert ended.value.code == 0
    text = capsys.readouterr().out
    assert text.startswith("usage: qwenfacts")
    assert text.isascii()
    assert ("examples:" in text) == (argv == ["--help"])


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"qwenfacts {version('qwenfacts')}\n"


def test_an_interrupt_is_quiet(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "load", interrupted)
    assert cli.main([]) == 130
    assert capsys.readouterr() == ("", "")


def test_a_reader_that_has_gone_is_no_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with open(writing, "w", encoding="utf-8") as closed:  # noqa: PTH123 - it is a descriptor
        monkeypatch.setattr(sys, "stdout", closed)
        assert cli.main([]) == 141
        monkeypatch.undo()
    assert capsys.readouterr() == ("", "")


def test_a_reader_that_has_gone_as_a_process() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "qwenfacts"], stdout=writing, stderr=subprocess.PIPE, timeout=60, check=False
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


def test_unread_entries_are_what_check_counts() -> None:
    entries = [Unread(qf.Span(0, 2), "12", "digits", "no-rule")]
    assert terminal._count(entries, "digits") == 1
    assert terminal._count(entries, "date") == 0
