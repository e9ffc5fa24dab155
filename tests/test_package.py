"""The package: its public names, and that importing it does no work."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib import import_module
from importlib.resources import files
from pathlib import Path

import pytest

import qwenfacts as qf

PUBLIC = [
    "Block",
    "Changes",
    "Citation",
    "Conflict",
    "Dataset",
    "Entity",
    "Event",
    "Evidence",
    "Fact",
    "Facts",
    "Mention",
    "Metric",
    "ModelRelease",
    "Outlook",
    "Period",
    "PersonnelChange",
    "Quantity",
    "Relation",
    "Report",
    "Row",
    "Section",
    "Span",
    "Statement",
    "Story",
    "Unread",
    "errors",
    "json_schema",
    "load",
    "parse",
    "read",
    "strategies",
]
METHODS = {
    "Dataset": (
        "about as_of changes citations conflicts data_version entities entity events fact facts fingerprint"
        " from_arrow from_json from_parquet from_sqlite metrics of outlooks personnel relations releases"
        " report reports schema_version series statements stories timeline to_arrow to_html to_json"
        " to_parquet to_sqlite with_reports"
    ),
    "Facts": (
        "about count during entities first from_arrow from_parquet grouped_by in_story index items measuring"
        " of_type one search sorted_by to_csv to_dicts to_pandas to_parquet to_polars where"
    ),
    "Report": (
        "analyst audience blocks coverage dates entities facts id links names period posted_at published"
        " quantities quotations sections sha256 stories story subject summary text title to_html unread"
        " warnings"
    ),
    "Changes": "dropped new repeated restated",
    "Conflict": "facts field kind severity why",
    "Quantity": "bound contradicts high low may_equal per text unit value worded",
    "Period": "end precision start text",
    "Entity": "aliases id kind known name names parent",
}
EXTRAS = ("duckdb", "hypothesis", "jsonschema", "numpy", "pandas", "polars", "pyarrow", "sqlite3")
LATE = ("altair", "attrs", "cattrs", "pendulum", "qwenfacts.reading", "tomllib", *EXTRAS)


def modules_after(statement: str) -> set[str]:
    """What is imported when a new process has run a statement."""
    code = f"import sys; {statement}; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    return set(run.stdout.split())


def test_the_public_names_are_these() -> None:
    assert qf.__all__ == PUBLIC, "what is public has changed; say so in CHANGELOG.md"
    assert sorted(qf.errors.__all__) == [
        "ArgumentError",
        "DatasetError",
        "ErrataError",
        "InvalidValueError",
        "LexiconError",
        "MissingExtraError",
        "NotFoundError",
        "NotUniqueError",
        "QwenfactsError",
        "TextError",
    ]


@pytest.mark.parametrize("name", METHODS)
def test_the_public_parts_of_a_type_are_these(name: str) -> None:
    parts = [part for part in dir(getattr(qf, name)) if not part.startswith("_")]
    assert " ".join(parts) == METHODS[name], "what is public has changed; say so in CHANGELOG.md"


@pytest.mark.parametrize("name", PUBLIC)
def test_a_public_name_leads_to_one_documented_thing(name: str) -> None:
    value = getattr(qf, name)
    assert value.__doc__
    assert getattr(qf, name) is value
    assert name in dir(qf)
    if callable(value):
        home = import_module(value.__module__)
        assert getattr(home, name) is value
        assert name in home.__all__


def test_a_star_gives_the_public_names() -> None:
    names: dict[str, object] = {}
    exec("from qwenfacts import *", names)
    assert sorted(names.keys() - {"__builtins__"}) == sorted(PUBLIC)


def test_a_name_that_is_not_there() -> None:
    with pytest.raises(AttributeError, match="'qwenfacts' has no attribute 'lod'"):
        _ = qf.lod
    with pytest.raises(ImportError):
        exec("from qwenfacts import lod")


def test_importing_does_no_work() -> None:
    imported = modules_after("import qwenfacts")
    assert not imported.intersection(LATE)
    assert {name for name in imported if name.startswith("qwenfacts")} == {"qwenfacts"}


def test_loading_reads_nothing() -> None:
    imported = modules_after("import qwenfacts; qwenfacts.load()")
    assert "qwenfacts.dataset" in imported
    assert not imported.intersection((*EXTRAS, "qwenfacts.reading", "tomllib"))


def test_parsing_needs_no_strategies_and_no_json() -> None:
    imported = modules_after("import qwenfacts; qwenfacts.parse('Acme grew 4%.')")
    assert not imported.intersection((*EXTRAS, "cattrs", "qwenfacts.exchange.json"))


def runs_of_six(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return set(zip(*(words[at:] for at in range(6)), strict=False))


def test_no_code_and_no_lexicon_knows_a_sentence_of_the_reports() -> None:
    package = Path(str(files("qwenfacts")))
    reports = [path.read_text("utf-8") for path in package.glob("data/reports/*.txt")]
    sentences = set[tuple[str, ...]]().union(*map(runs_of_six, reports))
    assert len(sentences) > 1000
    paths = [path for path in package.rglob("*") if path.suffix in (".py", ".toml") and path.stem != "errata"]
    known = {path.name: runs_of_six(path.read_text("utf-8")) & sentences for path in paths}
    assert {name: found for name, found in known.items() if found} == {}


@pytest.mark.parametrize("name", ["errors", "strategies"])
def test_a_submodule_is_imported_when_it_is_asked_for(name: str) -> None:
    assert qf.__getattr__(name) is sys.modules[f"qwenfacts.{name}"]
