"""Arrow: every table of a dataset goes through pyarrow, polars, pandas and DuckDB, and comes back equal."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from builders import ACME, a_dataset, a_report
from hypothesis import given, settings

import qwenfacts as qf
from qwenfacts import strategies
from qwenfacts.exchange.arrow import KEY, schema_of
from qwenfacts.exchange.columns import FACT_TABLES, columns_of, tables, union_of
from qwenfacts.query import FACT_TYPES

pa = pytest.importorskip("pyarrow", reason="Arrow needs the extra arrow")
EXPORTING = (Path(__file__).parents[1] / "docs" / "exporting.md").read_text("utf-8")
RECORDS = (qf.Quantity, qf.Period, qf.Evidence, qf.Block, qf.Row, qf.Section, qf.Unread)
MENTIONS: tuple[Any, ...] = (
    qf.Mention[qf.Quantity],
    qf.Mention[qf.Period],
    qf.Mention[qf.Entity],
    qf.Mention[str],
)


def pandas_as_it_is(source: Any) -> Any:
    return pytest.importorskip("pandas", reason="needs the extra pandas").DataFrame.from_arrow(source)


def polars(source: Any) -> Any:
    library = pytest.importorskip("polars", reason="needs the extra polars")
    # polars asks whether a thing is a sequence before it asks for Arrow
    return source.to_polars() if isinstance(source, qf.Facts) else library.DataFrame(source)


def duckdb(source: Any) -> Any:
    library = pytest.importorskip("duckdb", reason="needs duckdb")
    return library.connect().sql("SELECT * FROM source").to_arrow_table()


THROUGH: dict[str, Callable[[Any], Any]] = {
    "pyarrow": pa.table,
    "pandas": pandas_as_it_is,
    "polars": polars,
    "duckdb": duckdb,
}
DATASETS = {"bundled": qf.load, "of every type": a_dataset, "empty": qf.Dataset.of}


@pytest.mark.parametrize("make", DATASETS.values(), ids=DATASETS)
@pytest.mark.parametrize("through", THROUGH.values(), ids=THROUGH)
def test_every_table_comes_back_equal(through: Callable[[Any], Any], make: Callable[[], qf.Dataset]) -> None:
    dataset = make()
    made = dataset.to_arrow()
    assert [*made] == [*tables()]
    assert qf.Dataset.from_arrow({name: through(table) for name, table in made.items()}) == dataset


@pytest.mark.parametrize("make", DATASETS.values(), ids=DATASETS)
@pytest.mark.parametrize("through", THROUGH.values(), ids=THROUGH)
def test_facts_are_read_as_they_are_and_come_back_equal(
    through: Callable[[Any], Any], make: Callable[[], qf.Dataset]
) -> None:
    dataset = make()
    for facts in (dataset.facts, *(dataset.facts.of_type(kind) for kind in FACT_TYPES)):
        back = qf.Facts.from_arrow(through(facts), dataset.entities)
        assert back == facts
        assert back.of_type(qf.Metric) == facts.of_type(qf.Metric)


@settings(max_examples=settings().max_examples // 2)
@given(strategies.datasets())
def test_any_dataset_comes_back_equal(dataset: qf.Dataset) -> None:
    assert qf.Dataset.from_arrow(dataset.to_arrow()) == dataset
    assert qf.Facts.from_arrow(dataset.facts) == dataset.facts


def test_the_entities_travel_with_the_schema() -> None:
    dataset = a_dataset()
    back = qf.Facts.from_arrow(pa.table(dataset.facts))
    assert back == dataset.facts
    assert back.about("Acme Inc.") == dataset.about("Acme Inc.")


def test_two_reports_may_know_one_id_differently() -> None:
    other = evolve(ACME, name="Acme Corp", aliases=())
    one, two = (report.facts.of_type(qf.Outlook) for report in (a_report(), a_report(day=14)))
    facts = one + qf.Facts(evolve(fact, subject=other) for fact in two)
    assert qf.Facts.from_arrow(facts) == facts


def test_frames_keep_every_digit() -> None:
    pytest.importorskip("pandas", reason="needs the extra pandas")
    pytest.importorskip("polars", reason="needs the extra polars")
    value = Decimal("123456789012345678901234.123456789012")
    quantity = qf.Quantity.worded("42%", value, "percent", place=Decimal("1e-12"))
    metric = a_report().facts.of_type(qf.Metric).where(aspect="share").one()
    facts = qf.Facts([evolve(metric, quantity=quantity)]).of_type(qf.Metric)
    for frame in (facts.to_pandas(), facts.to_polars()):
        assert qf.Facts.from_arrow(frame, [ACME]) == facts
    assert facts.to_polars()["quantity"].struct.field("value").item() == value
    assert str(facts.to_pandas()["quantity"].struct.field("low").dtype) == "decimal128(38, 13)[pyarrow]"


def test_a_type_has_its_schema_and_several_have_the_union() -> None:
    dataset = a_dataset()
    for kind in FACT_TYPES:
        assert pa.table(dataset.facts.of_type(kind)).schema == schema_of(columns_of(kind))
    mixed = pa.table(dataset.metrics + dataset.citations).schema
    assert mixed == schema_of(union_of([qf.Metric, qf.Citation]))
    assert not mixed.field("type").nullable
    assert not mixed.field("evidence").nullable
    assert mixed.field("measure").nullable


def described() -> str:
    """The Arrow types of all tables, with records by name: what docs/exporting.md shows."""
    records = {
        str(schema_of({"it": shape}).field("it").type): name
        for name, shape in {
            **{kind.__name__: record(kind) for kind in RECORDS},
            **{f"Mention of {kind.__args__[0].__name__}": record(kind) for kind in MENTIONS},
        }.items()
    }

    def short(text: str, own: str = "") -> str:
        for struct, name in sorted(records.items(), key=lambda pair: -len(pair[0])):
            text = text.replace(struct, name) if name != own else text
        text = text.replace("dictionary<values=string, indices=int32, ordered=0>", "dictionary")
        return text.replace("struct<start: int64, end: int64>", "span")

    lines = ["span: struct<start: int64, end: int64>"]
    lines += [f"{name}: {short(struct, name)}" for struct, name in records.items()]
    for name, columns in tables().items():
        lines += ["", f"[{name}]"]
        for each in schema_of(columns):
            lines.append(f"{each.name}: {short(str(each.type))}{'' if each.nullable else ' not null'}")
    return "\n".join(lines)


def record(kind: Any) -> Any:
    from qwenfacts.exchange.columns import Shape

    return Shape("record", cl=kind)


def test_the_schemas_are_those_that_are_documented() -> None:
    (fence,) = re.findall(r"```text\n(span: .*?)```", EXPORTING, re.DOTALL)
    assert fence.strip() == described(), "a column has moved: say so in docs/exporting.md and CHANGELOG.md"


def test_schemas_say_which_version_they_are() -> None:
    for table in (*qf.Dataset.of().to_arrow().values(), pa.table(qf.Dataset.of().facts)):
        assert json.loads(table.schema.metadata[KEY])["schema_version"] == qf.load().schema_version


# -- what is refused --


def refused(change: Callable[[dict[str, Any]], object]) -> tuple[str, ...]:
    made = a_dataset().to_arrow()
    change(made)
    with pytest.raises(qf.errors.DatasetError) as caught:
        qf.Dataset.from_arrow(made)
    return caught.value.faults


def with_column(table: Any, name: str, values: list[Any]) -> Any:
    return table.set_column(table.column_names.index(name), name, pa.array(values))


def test_a_table_that_is_missing() -> None:
    assert refused(lambda made: made.pop("events")) == ("events: this table is missing",)


def test_a_column_that_is_missing_or_unknown() -> None:
    def rename(made: dict[str, Any]) -> None:
        made["entities"] = made["entities"].rename_columns({"kind": "sort"})

    assert refused(rename) == ("entities: columns that are missing or unknown: kind, sort",)


def test_a_value_of_another_type_is_told_by_its_path() -> None:
    def change(made: dict[str, Any]) -> None:
        made["statements"] = with_column(made["statements"], "verbatim", ["FALSE"])
        made["stories"] = with_column(made["stories"], "number", [1.5])

    assert {re.sub(r"[0-9]+", "N", fault) for fault in refused(change)} == {
        '$.reports[N].facts[N].verbatim: wants true or false, got "FALSE"',
        "$.reports[N].stories[N].number: wants a whole number of at most N digits, got N.N",
    }


@pytest.mark.parametrize(
    ("table", "column", "value", "fault"),
    [
        ("events", "parts", "wren", 'wants an array, got "wren"'),
        ("events", "date", "May", 'wants an object, got "May"'),
        ("citations", "supports", 1.5, "1.5"),
        ("metrics", "mentions", "1-2", 'wants an array, got "1-2"'),
        ("metrics", "mentions", [["x"]], "wants a span, as [start, end], got an array"),
        ("reports", "facts", "none", "a fact that no report lists"),
        ("reports", "id", "acme", "is no report, but has stories"),
        ("stories", "report", None, "is no report, but has stories"),
    ],
)
def test_a_value_that_is_no_value_of_its_column(table: str, column: str, value: Any, fault: str) -> None:
    def change(made: dict[str, Any]) -> None:
        made[table] = with_column(made[table], column, [value] * made[table].num_rows)

    assert any(fault in each for each in refused(change))


def test_a_fact_that_stands_there_twice() -> None:
    def change(made: dict[str, Any]) -> None:
        made["events"] = pa.concat_tables([made["events"]] * 2)

    (fault,) = refused(change)
    assert fault.startswith('"acme-2027-05-07/event@')
    assert fault.endswith('": stands there twice')


def test_another_version_of_the_schema() -> None:
    def change(made: dict[str, Any]) -> None:
        made["events"] = made["events"].replace_schema_metadata({KEY: b'{"schema_version": "2"}'})

    (fault,) = refused(change)
    assert fault.startswith('schema_version: this version of qwenfacts reads "1", got "2"')


def test_facts_without_their_entities() -> None:
    table = pa.table(a_dataset().facts).replace_schema_metadata(None)
    with pytest.raises(qf.errors.ArgumentError, match=r"entities=dataset\.entities"):
        qf.Facts.from_arrow(table)
    with pytest.raises(qf.errors.DatasetError, match=r'row 1\.source: "the-daily-wire" is not in the ent'):
        qf.Facts.from_arrow(table, [])
    with pytest.raises(qf.errors.DatasetError, match=r"row 1\.type: wants one of .*, got null"):
        qf.Facts.from_arrow(table.drop_columns(["type", "report"]), [ACME])


def test_facts_whose_entities_were_changed() -> None:
    facts = a_dataset().metrics
    twice: list[dict[str, object]] = [
        {"id": "acme", "kind": "person", "name": "", "aliases": [], "parent": None, "known": True}
    ] * 2
    said = json.dumps({"schema_version": "1", "entities": {"acme-2027-05-07": twice}})
    with pytest.raises(qf.errors.DatasetError, match=r"entities\[1\].id: \"acme\" stands before; ids differ"):
        qf.Facts.from_arrow(pa.table(facts).replace_schema_metadata({KEY: said}))


def test_a_column_of_another_type_is_refused() -> None:
    facts = a_dataset().facts
    measured = with_column(pa.table(facts), "measure", ["revenue"] * len(facts))
    with pytest.raises(qf.errors.DatasetError, match='row 1: the key "measure" is unknown'):
        qf.Facts.from_arrow(measured)
    strange = pa.table(facts).append_column("colour", pa.array(["red"] * len(facts)))
    with pytest.raises(qf.errors.DatasetError, match='the key "colour" is unknown'):
        qf.Facts.from_arrow(strange)


@pytest.mark.parametrize("source", [5, "facts.parquet", [1, 2]])
def test_what_does_not_speak_arrow(source: Any) -> None:
    with pytest.raises(qf.errors.ArgumentError, match="wants what speaks Arrow"):
        qf.Facts.from_arrow(source)


# -- extras --

NEEDS: dict[str, tuple[str, Callable[[], object]]] = {
    "pyarrow": ("arrow", lambda: qf.load().metrics.__arrow_c_stream__()),
    "pandas": ("pandas", lambda: qf.load().metrics.to_pandas()),
    "polars": ("polars", lambda: qf.load().metrics.to_polars()),
    "pyarrow.parquet": ("arrow", lambda: qf.load().to_parquet("nowhere")),
}


@pytest.mark.parametrize("module", NEEDS)
def test_a_missing_extra_is_named(module: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, module, None)
    extra, use = NEEDS[module]
    with pytest.raises(qf.errors.MissingExtraError, match=rf"pip install 'qwenfacts\[{extra}\]'") as caught:
        use()
    assert isinstance(caught.value, ImportError)


ALONE = {
    "none": (("pyarrow", "pandas", "polars", "numpy"), "dataset.to_sqlite('facts.db')"),
    "arrow": (
        ("pandas", "polars"),
        "dataset.to_parquet('facts'); assert dataset == dataset.from_parquet('facts')",
    ),
    "pandas": (("polars",), "dataset.metrics.to_pandas()"),
    "polars": (("pandas",), "dataset.metrics.to_polars()"),
}


WITHOUT = """\
import sys
class Without:
    def find_spec(self, name, *_):
        if name in {without}:
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Without())
import qwenfacts
dataset = qwenfacts.load()
{use}
"""


@pytest.mark.parametrize("extra", ALONE)
def test_each_extra_works_alone(extra: str, tmp_path: Path) -> None:
    without, use = ALONE[extra]
    code = WITHOUT.format(without=without, use=use)
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=True, timeout=60)


def test_no_table_is_left_out() -> None:
    assert [*FACT_TABLES.values()] == [*FACT_TYPES]
    assert {name for name in FACT_TABLES if hasattr(qf.Dataset, name)} >= {"metrics", "releases", "personnel"}
