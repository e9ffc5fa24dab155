"""Which model of a line a description means."""

from __future__ import annotations

import pytest

from qwenfacts.entities import Entity, slug
from qwenfacts.reading.english.lineup import Lineup


def models(*names: str) -> list[Entity]:
    return [Entity(slug(name), "model", name) for name in names]


SIZED = ("Wren-7B", "Wren-70B", "Wren-700M")
TIERED = ("Osprey 3 Pro", "Osprey 3 Nano", "Osprey 3", "Osprey 2")
TRAINED = ("Kestrel-9B-Base", "Kestrel-9B-Think")


@pytest.mark.parametrize(
    ("line", "said", "last", "meant"),
    [
        (SIZED, "7b edition", None, "Wren-7B"),
        (SIZED, "smallest", None, "Wren-700M"),
        (SIZED, "flagship", None, "Wren-70B"),
        (SIZED, "8b edition", None, None),
        (("Wren", "Wren-7B", "Wren-1B"), "flagship", None, "Wren"),
        (("Osprey", *TIERED[:2]), "flagship", None, "Osprey 3 Pro"),
        (SIZED, "other model", "Wren-7B", None),
        (TIERED, "smaller sibling", "Osprey 3 Pro", "Osprey 3 Nano"),
        (TIERED, "largest", None, "Osprey 3 Pro"),
        (TIERED, "pro version", None, "Osprey 3 Pro"),
        (TIERED, "ultra version", None, None),
        (TIERED, "predecessor", "Osprey 3", "Osprey 2"),
        (TIERED, "forerunner", "Osprey 3 Nano", "Osprey 2"),
        (TIERED, "predecessor", None, "Osprey 2"),
        (TIERED, "predecessor", "Osprey 2", None),
        (TRAINED, "reasoning variant", None, "Kestrel-9B-Think"),
        (TRAINED, "raw checkpoint", None, "Kestrel-9B-Base"),
        (TRAINED, "coding variant", None, None),
        (TRAINED, "sibling", "Kestrel-9B-Base", "Kestrel-9B-Think"),
        (TRAINED, "model", "Kestrel-9B-Base", None),
        (("Heron A", "Heron B"), "smaller", None, None),
        (
            ("Heron 4 Mini", "Heron 4", "Heron 5 Mini", "Heron 5"),
            "predecessor",
            "Heron 5 Mini",
            "Heron 4 Mini",
        ),
        ((), "larger", None, None),
        ((), "predecessor", None, None),
    ],
)
def test_a_description_means_the_only_model_of_the_line_that_it_fits(
    line: tuple[str, ...], said: str, last: str | None, meant: str | None
) -> None:
    spoken = models(last)[0] if last else None
    found = Lineup(models(*line)).meant(frozenset(said.split()), spoken)
    assert (found.name if found else None) == meant


def test_the_name_of_a_whole_line_is_no_member_of_it() -> None:
    line = [Entity("wren", "model_family", "Wren 3"), *models("Wren 3 Mini", "Wren 3 Pro")]
    found = Lineup(line).meant({"other"}, line[1])
    assert found is not None
    assert found.name == "Wren 3 Pro"
