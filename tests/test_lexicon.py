"""The lexicon: the bundled files in order, and a user's own merged over them or refused."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qwenfacts as qf
from qwenfacts.entities import EntityKind
from qwenfacts.errors import LexiconError
from qwenfacts.lexicon import BUNDLED, lexicon_of

FOLDER = files("qwenfacts").joinpath("data", "lexicon")
SEEDS = files("qwenfacts").joinpath("data", "reports")
KINDS = {
    "organisations": {"organisation", "body", "platform"},
    "people": {"person"},
    "places": {"place"},
    "models": {"model", "model_family"},
    "products": {"product", "platform", "dataset", "benchmark", "incident", "other"},
    "publications": {"publication"},
}
Write = Callable[..., Path]


def bundled(name: str) -> list[dict[str, Any]]:
    """The entries of one bundled file, as they stand there."""
    entities: list[dict[str, Any]] = tomllib.loads(FOLDER.joinpath(f"{name}.toml").read_text("utf-8"))[
        "entity"
    ]
    return entities


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a lexicon file and answers its path."""

    def to_file(content: str, name: str = "own.toml") -> Path:
        path = tmp_path / name
        path.write_text(content, encoding="utf-8")
        return path

    return to_file


# -- the bundled files -------------------------------------------------------------------------


@pytest.mark.parametrize("name", BUNDLED)
def test_a_bundled_file_is_in_order_of_id_and_keeps_to_its_kinds(name: str) -> None:
    entries = bundled(name)
    ids = [entry["id"] for entry in entries]
    assert ids == sorted(set(ids))
    assert {entry["kind"] for entry in entries} <= KINDS[name]


def test_bundled_ids_and_names_are_unique_and_parents_are_there() -> None:
    entries = [entry for name in BUNDLED for entry in bundled(name)]
    ids = [entry["id"] for entry in entries]
    assert len(ids) == len(set(ids))
    owners: dict[str, str] = {}
    for entry in entries:
        for name in (entry["name"], *entry.get("aliases", ())):
            assert owners.setdefault(name.casefold(), entry["id"]) == entry["id"], name
    assert {entry["parent"] for entry in entries if "parent" in entry} <= set(ids)
    assert set(get_args(EntityKind)) == set().union(*KINDS.values())
    assert len(lexicon_of().entities) == len(ids)


def runs_of_words(text: str, length: int = 6) -> set[str]:
    """Every six words in a row, as the hook of the project counts them."""
    words = [word.lower() for word in re.findall(r"[\w’'.$%+-]+", text)]
    return {" ".join(words[at : at + length]) for at in range(len(words) - length + 1)}


def test_no_lexicon_file_holds_six_running_words_of_a_seed() -> None:
    seeds = [path.read_text("utf-8") for path in SEEDS.iterdir() if path.name.endswith(".txt")]
    told = set().union(*map(runs_of_words, seeds))
    for path in FOLDER.iterdir():
        assert not runs_of_words(path.read_text("utf-8")) & told, path.name


def test_word_lists_are_in_order_and_in_small_letters() -> None:
    for name, words in tomllib.loads(FOLDER.joinpath("naming.toml").read_text("utf-8")).items():
        assert words == sorted(set(words)), name
        assert all(word == word.lower() for word in words), name


def test_the_bundled_lexicon_is_read_once() -> None:
    assert lexicon_of() is lexicon_of()
    assert lexicon_of().phrases is lexicon_of().phrases


def test_a_fiscal_year_is_that_of_the_owner() -> None:
    lexicon = lexicon_of()
    entities = lexicon.entities
    assert lexicon.fiscal_year_end(entities.resolve("alibaba")) == (3, 31)
    assert lexicon.fiscal_year_end(entities.resolve("Qwen3.5")) == (3, 31)
    assert lexicon.fiscal_year_end(entities.resolve("paris")) is None


def test_a_bare_name_means_its_default_bearer() -> None:
    assert lexicon_of().bearers["Altman"].name == "Sam Altman"


# -- a user's own ------------------------------------------------------------------------------

ACME = '[[entity]]\nid = "acme"\nkind = "organisation"\nname = "Acme"\naliases = ["Acme Inc."]\n'
WREN = '[[entity]]\nid = "wren"\nkind = "model_family"\nname = "Wren"\nparent = "acme"\n'
ROE = '[[entity]]\nid = "jane-roe"\nkind = "person"\nname = "Jane Roe"\nbare = ["Roe"]\n'


def test_a_file_is_merged_over_the_bundled_ones(write: Write) -> None:
    path = write(ACME + 'fiscal_year_end = "06-30"\n' + WREN + ROE)
    for given_paths in (path, str(path), [path], (str(path),)):
        lexicon = lexicon_of(given_paths)
        assert lexicon.entities.resolve("acme inc.").id == "acme"
        assert lexicon.entities.resolve("alibaba").id == "alibaba"
        assert lexicon.bearers["Roe"].id == "jane-roe"
        assert lexicon.fiscal_year_end(lexicon.entities.resolve("wren")) == (6, 30)
    assert "acme" not in lexicon_of().entities.by_id
    assert lexicon_of([]).entities == lexicon_of().entities


def test_a_known_id_is_replaced_also_by_a_later_file(write: Write) -> None:
    first = write('[[entity]]\nid = "alibaba"\nkind = "organisation"\nname = "Alibaba Group"\n')
    second = write(ACME.replace("acme", "alibaba").replace("Acme", "AliCorp"), "second.toml")
    assert lexicon_of(first).entities.by_id["alibaba"].names == ("Alibaba Group",)
    assert lexicon_of([first, second]).entities.by_id["alibaba"].names == ("AliCorp", "AliCorp Inc.")
    assert lexicon_of([second, first]).entities.by_id["alibaba"].names == ("Alibaba Group",)


def test_names_of_a_users_own_are_read(write: Write) -> None:
    path = write(ACME + WREN + ROE)
    report = qf.parse("It was Roe who left Acme Inc. for Wren.", lexicon=path)
    assert [(name.text, name.value.id, name.value.known) for name in report.names] == [
        ("Roe", "jane-roe", True),
        ("Acme Inc.", "acme", True),
        ("Wren", "wren", True),
    ]


def test_an_empty_file_and_a_byte_order_mark_are_no_faults(write: Write) -> None:
    assert lexicon_of(write("")).entities == lexicon_of().entities
    assert "acme" in lexicon_of(write("\ufeff" + ACME)).entities.by_id


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[[entity]", r"own.toml: not TOML: .* \(at line 1, column \d+\)"),
        ("id = 'acme'\n", r"own.toml: id: a lexicon has nothing but \[\[entity\]\] tables"),
        ("[entity]\nid = 'acme'\n", r"own.toml: entity: write \[\[entity\]\], with two brackets"),
        ("entity = 'acme'\n", r"own.toml: entity: write \[\[entity\]\], with two brackets"),
        ("entity = ['acme']\n", "own.toml: entity 1: wants a table, got 'acme'"),
        ("[[entity]]\nname = 'Acme'\n", r"own.toml: entity 1 \('no id'\): id: is missing; every entity has id, kind"),
        (ACME.replace("kind", "kinds"), r"entity 1 \('acme'\): kinds: no such key; did you mean kind"),
        (ACME.replace('"organisation"', '"company"'), "kind: 'company' is none of organisation, body,"),
        (ACME.replace('"organisation"', '["organisation"]'), r"kind: wants a string, got \['organisation'\]"),
        (ACME.replace('"acme"', "7"), r"entity 1 \(7\): id: wants a string, got 7"),
        (ACME.replace('"acme"', '"Ac Me"'), "entity 1 .*: Entity.id: 'Ac Me' is no slug"),
        (ACME.replace('"Acme"', "true"), "name: wants a string, got True"),
        (ACME.replace('"Acme"', '"  "'), "entity 1 .*: '  ' is no name"),
        (ACME + "parent = 3\n", "parent: wants a string, got 3"),
        (ACME + "parent = 'alibabba'\n", "parent: 'alibabba' is the id of no entity; did you mean alibaba"),
        (ACME + "parent = 'acme'\n", "parent: acme in acme; nothing belongs to itself"),
        (ACME + "parent = 'wren'\n" + WREN, "parent: acme in wren in acme; nothing belongs to itself"),
        (ACME.replace('["Acme Inc."]', '"Acme Inc."'), "aliases: wants a list of strings .*, got 'Acme Inc.'"),
        (ACME.replace('"Acme Inc."', "7"), r"aliases: wants a list of strings that are not empty, got \[7\]"),
        (ACME.replace('"Acme Inc."', '" "'), r"aliases: wants a list of strings that are not empty, got \[' '\]"),
        (ACME + 'bare = ["A"]\n', "bare: only a person is called by one name; use aliases"),
        (ACME + "fiscal_year_end = '13-01'\n", "fiscal_year_end: wants month and day as 'MM-DD', got '13-01'"),
        (ACME + "fiscal_year_end = 3.31\n", "fiscal_year_end: wants month and day as 'MM-DD', got 3.31"),
        (ACME + ACME, r"own.toml: entity 2 \('acme'\): id: an entity before it has this id; give each one its own"),
        (
            ACME.replace('"Acme Inc."', '"ALIBABA"'),
            r"own.toml: entity 1 \('acme'\): 'ALIBABA' is already a name of 'alibaba' \(organisations.toml: entity",
        ),
        (
            ROE.replace("Roe", "Altman"),
            r"bare: 'Altman' already means 'sam-altman' \(people.toml: .*\); leave it out",
        ),
    ],
)  # fmt: skip
def test_a_faulty_file_is_refused_with_its_place_and_what_to_do(
    write: Write, content: str, message: str
) -> None:
    with pytest.raises(LexiconError, match=message):
        lexicon_of(write(content))


def test_an_alias_may_repeat_its_own_name(write: Write) -> None:
    assert "acme" in lexicon_of(write(ACME.replace('"Acme Inc."', '"ACME", "Acme"'))).entities.by_id


def test_a_chain_of_parents_is_checked_from_its_start(write: Write) -> None:
    lost = WREN.replace("wren", "wren-2").replace("Wren", "Wren 2").replace('"acme"', '"wren"')
    with pytest.raises(LexiconError, match=r"entity \d+ \('wren'\): parent: 'acme' is the id of no entity"):
        lexicon_of(write(lost + WREN))


def test_a_file_that_is_not_utf_8_or_not_there(tmp_path: Path) -> None:
    path = tmp_path / "latin.toml"
    path.write_bytes(ACME.replace("Acme Inc.", "Zoë").encode("latin-1"))
    with pytest.raises(LexiconError, match=r"latin.toml: not UTF-8 at byte \d+: .*; save the file as UTF-8"):
        lexicon_of(path)
    with pytest.raises(FileNotFoundError):
        lexicon_of(tmp_path / "none.toml")


@given(st.dictionaries(st.sampled_from(["id", "kind", "name", "parent"]), st.text(max_size=5), max_size=4))
def test_any_table_is_taken_or_refused(
    tmp_path_factory: pytest.TempPathFactory, table: dict[str, str]
) -> None:
    path = tmp_path_factory.mktemp("lexicon") / "any.toml"
    lines = [f"{key} = {''.join(f'{ord(char):08x}' for char in value)!r}" for key, value in table.items()]
    path.write_text("[[entity]]\n" + "\n".join(lines))
    with pytest.raises(LexiconError, match=r"any\.toml: entity 1"):
        lexicon_of(path)
