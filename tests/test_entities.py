"""Who and what reports speak of: ids, names, and one table of many."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from test_values import is_a_value

from qwenfacts.entities import Entities, Entity, nearest, slug
from qwenfacts.errors import InvalidValueError, NotFoundError
from qwenfacts.strategies import entities

ACME = Entity("acme", "organisation", "Acme", ("Acme Inc.", "ACME Straße"))
CLOUD = Entity("acme-cloud", "organisation", "Acme Cloud", parent="acme")
WREN = Entity("wren", "model_family", "Wren", parent="acme-cloud")
WREN_2 = Entity("wren2.5", "model", "Wren2.5", parent="wren")
OTHER = Entity("zeta", "organisation", "Zeta")
ALL = (OTHER, WREN_2, ACME, WREN, CLOUD)

tables = st.lists(entities(), max_size=6)


# -- slugs ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Acme", "acme"),
        ("Acme Cloud", "acme-cloud"),
        ("Foo3.5-Max Preview", "foo3.5-max-preview"),
        ("St. Mary & Co.", "st-mary-co"),
        ("snake_case name", "snake-case-name"),
        ("...a..b.", "a-b"),
        ("Pre\u2011Training", "pre-training"),
        ("谭一飞", "谭一飞"),
        ("Börsen-Zeitung", "borsen-zeitung"),
        ("McDonald’s", "mcdonalds"),
        ("삼성전자", "삼성전자"),
        ("01.AI", "01.ai"),
        ("😀", "unnamed"),
        ("", "unnamed"),
    ],
)
def test_the_slug_of_a_name(name: str, id: str) -> None:  # noqa: A002 - as the field
    assert slug(name) == id


@given(st.text())
@example("İstanbul")
@example("ΑΣ")
@example("e\u0301")
@example("ﬀ½ ⅓ Ǆ")
def test_a_slug_is_an_id_and_stays_one(name: str) -> None:
    made = slug(name)
    assert slug(made) == made
    assert Entity(made, "other", "x").id == made


# -- one entity -------------------------------------------------------------------------------


@given(entities())
def test_an_entity_is_a_value(entity: Entity) -> None:
    is_a_value(entity, "name")
    assert str(entity) == entity.name == entity.names[0]
    assert entity.names[1:] == entity.aliases


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"id": "Acme"}, "Entity.id: 'Acme' is no slug"),
        ({"id": ""}, "Entity.id: '' is no slug"),
        ({"id": "a--b"}, "Entity.id: 'a--b' is no slug"),
        ({"id": "a_b"}, "Entity.id: 'a_b' is no slug"),
        ({"id": "a."}, "Entity.id: 'a.' is no slug"),
        ({"id": "a b"}, "qwenfacts.entities.slug makes one"),
        ({"id": None}, "Entity.id: wants str, got None"),
        ({"parent": "A"}, "Entity.parent: 'A' is no slug"),
        ({"parent": 3}, "Entity.parent: wants str or None, got 3"),
        ({"kind": "company"}, "Entity.kind: 'company' is none of organisation, body"),
        ({"known": 1}, "Entity.known: wants bool, got 1"),
        ({"name": " "}, "Entity('acme'): ' ' is no name"),
        ({"name": None}, "Entity.name: wants str, got None"),
        (
            {"name": "A\ud800"},
            "Entity.name: lone surrogate '\\ud800' at character 1; half of a pair was lost",
        ),
        ({"aliases": ["Acme", ""]}, "Entity('acme'): '' is no name"),
        ({"aliases": "Acme"}, "wants several strings, got the one string 'Acme'; write ['Acme']"),
        ({"aliases": ["Acme", 5]}, "Entity.aliases[1]: wants str, got 5"),
    ],
)
def test_an_entity_is_checked(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        attrs.evolve(ACME, **changes)
    assert message in str(caught.value)


# -- tables -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "id"),
    [
        ("acme", "acme"),
        ("Acme", "acme"),
        ("ACME INC.", "acme"),
        ("acme strasse", "acme"),
        ("WREN2.5", "wren2.5"),
        (ACME, "acme"),
        (Entity("acme", "other", "Somebody"), "acme"),
    ],
)
def test_an_id_or_a_name_in_any_case_will_do(wanted: Entity | str, id: str) -> None:  # noqa: A002 - as the field
    assert Entities(ALL).resolve(wanted).id == id


@pytest.mark.parametrize("wanted", ["acmee", "acm", Entity("acmes", "other", "Acme")])
def test_what_is_not_there_names_the_nearest(wanted: Entity | str) -> None:
    with pytest.raises(NotFoundError, match=r"no entity '\w+' here; did you mean .*\bacme\b") as caught:
        Entities(ALL).resolve(wanted)
    assert isinstance(caught.value, LookupError)


def test_nothing_near_is_no_suggestion() -> None:
    with pytest.raises(NotFoundError, match=r"^no entity 'qqqqqq' here$"):
        Entities(ALL).resolve("qqqqqq")
    assert nearest(None, []) == ""


def test_a_table_is_of_entities() -> None:
    wrong: Any = [ACME, "zeta"]
    with pytest.raises(InvalidValueError, match="Entities: wants Entity, got 'zeta'"):
        Entities(wrong)


def test_parts_at_any_depth() -> None:
    table = Entities(ALL)
    assert table.with_parts(ACME) == {"acme", "acme-cloud", "wren", "wren2.5"}
    assert table.with_parts(WREN) == {"wren", "wren2.5"}
    assert table.with_parts(OTHER) == {"zeta"}


def test_a_ring_of_parts_ends() -> None:
    one, other = Entity("a", "other", "A", parent="b"), Entity("b", "other", "B", parent="a")
    assert Entities((one, other)).with_parts(one) == {"a", "b"}


def test_the_table_keeps_what_is_known_then_what_has_most_names() -> None:
    provisional = Entity("acme", "other", "ACME!", ("a", "b", "c"), known=False)
    fewer = Entity("acme", "organisation", "Acme")
    assert Entities((provisional, fewer, ACME)).items == (ACME,)
    assert Entities((attrs.evolve(fewer, known=False), provisional)).items == (provisional,)


def test_a_name_means_what_is_known() -> None:
    provisional = Entity("aaa", "person", "Zeta", known=False)
    assert Entities((provisional, OTHER)).resolve("zeta") == OTHER
    assert Entities((provisional,)).resolve("zeta") == provisional


@given(tables, st.randoms(use_true_random=False))
def test_the_order_of_entities_does_not_matter(items: list[Entity], random: Any) -> None:
    shuffled = random.sample(items, len(items))
    table = Entities(items)
    assert Entities(shuffled) == table
    assert Entities((*table, *shuffled)) == table
    assert [entity.id for entity in table] == sorted({entity.id for entity in items})
    assert len(table) == len({entity.id for entity in items})
    assert Entities(shuffled).by_name == table.by_name


@given(tables, tables)
def test_merging_in_steps_is_merging_at_once(some: list[Entity], more: list[Entity]) -> None:
    assert Entities((*Entities(some), *Entities(more))) == Entities((*some, *more))


@given(tables)
def test_every_entity_of_a_table_is_found_in_it(items: list[Entity]) -> None:
    table = Entities(items)
    is_a_value(table, "items")
    for entity in table:
        assert table.resolve(entity) is table.resolve(entity.id) is entity
        assert entity.id in table.with_parts(entity)
        for name in entity.names:
            found = table.resolve(name.casefold())
            assert name.casefold() in {found.id, *(name.casefold() for name in found.names)}
    is_a_value(table, "items")
