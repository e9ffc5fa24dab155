"""SQLite: a dataset becomes a database with keys, views and full-text search, and comes back equal."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from builders import a_dataset
from hypothesis import given, settings

import qwenfacts as qf
from qwenfacts import strategies
from qwenfacts.exchange.sql import TABLES, names_of


@pytest.fixture
def database(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    a_dataset().to_sqlite(tmp_path / "facts.db")
    with closing(sqlite3.connect(tmp_path / "facts.db", isolation_level=None)) as connection:
        yield connection


@pytest.mark.parametrize("make", [qf.load, a_dataset, qf.Dataset.of])
def test_a_dataset_comes_back_equal(make: Callable[[], qf.Dataset], tmp_path: Path) -> None:
    path = tmp_path / "the facts?.db"
    path.write_text("what was there before")
    make().to_sqlite(str(path))
    assert qf.Dataset.from_sqlite(str(path)) == make()
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


@settings(max_examples=settings().max_examples // 2)
@given(dataset=strategies.datasets())
def test_any_dataset_comes_back_equal(dataset: qf.Dataset, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.getbasetemp() / "any.db"
    dataset.to_sqlite(path)
    assert qf.Dataset.from_sqlite(path) == dataset


def test_the_bytes_are_the_same_each_time(tmp_path: Path) -> None:
    for name in ("one.db", "two.db"):
        a_dataset().to_sqlite(tmp_path / name)
    assert (tmp_path / "one.db").read_bytes() == (tmp_path / "two.db").read_bytes()


def test_the_tables_and_views_are_these(database: sqlite3.Connection) -> None:
    made = database.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND sql NOT NULL")
    names = {name for (name,) in made if not name.startswith("quotes_")}
    facts = {"metrics", "releases", "personnel", "events", "statements", "citations", "outlooks", "relations"}
    others = {"reports", "stories", "entities", "facts", "evidence", "fact_entities", "quotes", "meta"}
    assert names == facts | others | {f"{name}_flat" for name in facts} | {"mentions", "unread"}


def test_the_columns_of_metrics_are_these() -> None:
    quantity = "text value value_real unit bound low low_real high high_real per".split()
    assert names_of(TABLES["metrics"]) == [
        *"id report story mentions origin subject measure measure_text".split(),
        *(f"quantity_{part}" for part in quantity),
        *"aspect direction nature period_start period_end period_precision period_text period_from".split(),
        *"of of_text qualifier".split(),
    ]
    for columns in TABLES.values():
        assert len(names_of(columns)) == len(set(names_of(columns)))


def test_keys_hold(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    database.execute("PRAGMA foreign_keys = ON")
    for change in (
        "UPDATE metrics SET subject = 'nobody'",
        "UPDATE relations SET object = 'nobody' WHERE object IS NOT NULL",
        "UPDATE citations SET story = 9",
        "DELETE FROM entities",
        "DELETE FROM facts",
        "UPDATE statements SET verbatim = 'FALSE'",
        "UPDATE events SET kind = 'party'",
        "UPDATE reports SET blocks = 'none'",
        "UPDATE relations SET object_text = 'both'",
        "UPDATE metrics SET quantity_value = NULL",
        'INSERT INTO evidence SELECT 99, fact, position, start, "end", quote, sentence FROM evidence LIMIT 1',
    ):
        with pytest.raises(sqlite3.IntegrityError):
            database.execute(change)


def test_numbers_are_exact_text_with_a_real_beside(database: sqlite3.Connection) -> None:
    columns = "quantity_value, quantity_value_real, quantity_low, quantity_high_real"
    rows = database.execute(f"SELECT {columns} FROM metrics ORDER BY quantity_value_real").fetchall()
    assert rows == [("4.5", 4.5, "4.45", 4.55), ("42", 42.0, "41.5", 42.5)]


def test_views_are_for_the_eye(database: sqlite3.Connection) -> None:
    columns = 'published, story_title, subject, quantity_value, "of", period_start, quote'
    assert database.execute(f"SELECT {columns} FROM metrics_flat ORDER BY quantity_value").fetchall() == [
        ("2027-05-07", "Wren 2 is out", "Acme", 4.5, "Acme", "2027-05-01", "about 4.5%"),
        ("2027-05-07", "Wren 2 is out", "Acme", 42.0, "sales", None, "42%"),
    ]
    assert database.execute("SELECT developer, channels, variants FROM releases_flat").fetchall() == [
        ("Acme", "Wren, Acme", None)
    ]
    assert database.execute("SELECT kind, count(*) FROM mentions GROUP BY kind ORDER BY kind").fetchall() == [
        ("date", 3), ("link", 1), ("name", 3), ("quantity", 3), ("quotation", 2)
    ]  # fmt: skip
    assert database.execute("SELECT text, kind, reason FROM unread").fetchall() == [
        ("$3", "quantity", "no-rule")
    ]


def test_quotes_can_be_searched(database: sqlite3.Connection) -> None:
    found = database.execute(
        "SELECT facts.type, evidence.quote FROM quotes JOIN evidence ON evidence.number = quotes.rowid"
        " JOIN facts ON facts.id = evidence.fact WHERE quotes MATCH 'quote: built'"
    ).fetchall()
    assert found == [("relation", "built on Wren")]


def test_facts_are_found_by_entity(database: sqlite3.Connection) -> None:
    rows = database.execute("SELECT fact, field FROM fact_entities WHERE entity = 'mira-cole'")
    facts = a_dataset().about("mira-cole")
    assert {fact for fact, _ in rows} == {fact.id for fact in facts}
    ((count,),) = database.execute("SELECT count(*) FROM fact_entities")
    assert count == sum(len([*fact.entities()]) for fact in a_dataset().facts)


# -- what is refused --


def refused(path: Path) -> tuple[str, ...]:
    with pytest.raises(qf.errors.DatasetError) as caught:
        qf.Dataset.from_sqlite(path)
    return caught.value.faults


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ("UPDATE meta SET value = '2'", 'schema_version: this version of qwenfacts reads "1", got "2"'),
        ("DELETE FROM meta", 'schema_version: this version of qwenfacts reads "1", got null'),
        ("DROP TABLE meta", "no such table: meta"),
        ("DROP TABLE evidence", "no such table: evidence"),
        ("ALTER TABLE events RENAME COLUMN platform TO place", "no such column"),
        ("UPDATE metrics SET subject = 'nobody'", '.subject: "nobody" is not in the entities of the report'),
        ("UPDATE metrics SET quantity_value = '4.6'", "the interval from"),
        ("UPDATE evidence SET quote = upper(quote), sentence = upper(sentence)", "the text has"),
        ("DELETE FROM evidence", "a fact needs evidence"),
        ("DELETE FROM facts WHERE type = 'event'", "a fact that no report lists"),
        ("DELETE FROM events", ".type: wants one of"),
        ("UPDATE facts SET type = 'outlook' WHERE type = 'event'", "is unknown; take it out"),
        ("DELETE FROM stories", "names story 1, which is not there"),
        ("UPDATE reports SET text = text || ' more'", "is not that of the text"),
        ("UPDATE statements SET verbatim = 7", "wants true or false, got 7"),
        ("UPDATE reports SET blocks = '{'", "Expecting property name"),
        ("UPDATE reports SET blocks = NULL", "JSON object must be str"),
    ],
)
def test_what_was_changed_is_refused(change: str, fault: str, tmp_path: Path) -> None:
    path = tmp_path / "facts.db"
    a_dataset().to_sqlite(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("PRAGMA ignore_check_constraints = ON")
        database.execute("PRAGMA legacy_alter_table = ON")
        if "NULL" in change:
            database.execute("PRAGMA writable_schema = ON")
            database.execute(
                "UPDATE sqlite_schema SET sql = replace(sql, 'NOT NULL CHECK', 'CHECK') WHERE name = 'reports'"
            )
            database.execute("PRAGMA writable_schema = RESET")
        database.execute(change)
    assert any(fault in each for each in refused(path)), refused(path)


def test_what_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "facts.db"
    path.write_text("no database at all")
    assert refused(path) == (f"{path}: file is not a database",)


def test_a_file_or_folder_that_is_not_there_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        qf.Dataset.from_sqlite(tmp_path / "nowhere.db")
    assert not (tmp_path / "nowhere.db").exists()
    with pytest.raises(FileNotFoundError):
        qf.load().to_sqlite(tmp_path / "nowhere" / "facts.db")


def test_what_cannot_be_finished_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "facts.db"
    path.mkdir()
    with pytest.raises(OSError, match=r"facts\.db"):
        qf.load().to_sqlite(path)
    assert [*tmp_path.iterdir()] == [path]
