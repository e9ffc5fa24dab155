"""``qwenfacts export``: a dataset as files, and what it says when it cannot write them."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import qwenfacts as qf
from qwenfacts import __main__ as cli

REPORT = "Acme Weekly Report May 7, 2027\n\nAcme's revenue rose 4% in April 2027.\n"
BACK: dict[str, Callable[[Path], object]] = {
    "sqlite": qf.Dataset.from_sqlite,
    "json": lambda path: qf.Dataset.from_json(path.read_bytes()),
    "parquet": qf.Dataset.from_parquet,
}


@pytest.mark.parametrize("to", BACK)
def test_the_bundled_dataset_comes_back_equal(
    to: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if to == "parquet":
        pytest.importorskip("pyarrow", reason="Parquet needs the extra arrow")
    path = tmp_path / "facts"
    assert cli.main(["export", "--to", to, "--out", str(path)]) == 0
    assert BACK[to](path) == qf.load()
    assert capsys.readouterr().out == f"{path}: {qf.load()!r}\n"


def test_reports_of_your_own_go_into_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report, path = tmp_path / "may.txt", tmp_path / "facts.json"
    report.write_text(REPORT)
    other = io.TextIOWrapper(io.BytesIO(REPORT.replace("May 7", "May 14").encode()))
    monkeypatch.setattr(sys, "stdin", other)
    assert cli.main(["export", str(report), "-", "--to", "json", "--out", str(path)]) == 0
    dataset = qf.Dataset.from_json(path.read_bytes())
    assert [report.id for report in dataset.reports] == ["acme-2027-05-07", "acme-2027-05-14"]


def test_csv_has_a_row_for_each_fact(tmp_path: Path) -> None:
    path = tmp_path / "facts.csv"
    assert cli.main(["export", "--to", "csv", "--out", str(path)]) == 0
    assert path.read_bytes().decode() == qf.load().facts.to_csv()


def test_html_is_the_evidence_page(tmp_path: Path) -> None:
    path = tmp_path / "facts.html"
    assert cli.main(["export", "--to", "html", "--out", str(path)]) == 0
    assert path.read_text("utf-8") == qf.load().to_html()


def test_a_missing_extra_is_exit_code_1(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert cli.main(["export", "--to", "parquet", "--out", str(tmp_path / "facts")]) == 1
    error = capsys.readouterr().err
    assert error.startswith("qwenfacts: this needs pyarrow (")
    assert error.endswith("); run: pip install 'qwenfacts[arrow]'\n")
    assert not (tmp_path / "facts").exists()


def test_a_folder_that_is_not_there_is_exit_code_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for to in ("sqlite", "json", "csv"):
        assert cli.main(["export", "--to", to, "--out", str(tmp_path / "nowhere" / "facts")]) == 1
        assert "No such file or directory" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [[], ["--to", "sqlite"], ["--out", "facts"], ["--to", "xml", "--out", "f"]]
)
def test_wrong_usage_is_exit_code_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["export", *arguments])
    assert ended.value.code == 2
    assert "usage: qwenfacts export" in capsys.readouterr().err
