"""The bundled dataset: the two reports that ship with the library, read ahead of time.

``data/reports/dataset.json`` is what `qwenfacts.read` makes of the texts beside it, so that loading
costs no reading. ``python tests/build_dataset.py`` writes it anew after a change of the rules, and a
test proves the two equal.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from threading import Lock
from typing import Final

from .dataset import Dataset
from .errors import DatasetError

__all__ = ["load"]

PINNED: Final = {
    "2026-03-21": "979118d195c39273555c4ed6ce2fa80b4c07ead39ea37e3f0574b51914b96d1d",
    "2026-03-28": "149b7b7dfcd3467685a2817e1a52358a442970d9b2f86d1618be5aa93bd237e5",
}
"""The sha256 of each text, by the day on which it was published."""

REPAIR: Final = (
    "a bundled file is not as it was shipped: install qwenfacts anew; in a checkout, restore the texts in"
    " src/qwenfacts/data/reports and run: python tests/build_dataset.py"
)
ONE_AT_A_TIME: Final = Lock()


def load() -> Dataset:
    """The bundled dataset, validated; every call, from any thread, gives the same object.

    Raises `DatasetError` where a bundled file is missing or is not the one that was shipped.

    >>> [report.id for report in load().reports]
    ['qwen-2026-03-21', 'qwen-2026-03-28']
    >>> load() is load()
    True
    """
    with ONE_AT_A_TIME:
        return _checked()


@cache
def _checked() -> Dataset:
    try:
        texts = {day: hashlib.sha256(_file(f"{day}.txt")).hexdigest() for day in PINNED}
        dataset = Dataset.from_json(_file("dataset.json"))
    except OSError as error:
        raise DatasetError([str(error), REPAIR]) from None
    except DatasetError as error:
        raise DatasetError([*(f"dataset.json: {fault}" for fault in error.faults), REPAIR]) from None
    faults = [
        f"{day}.txt: its sha256 is {texts[day]}, not {pinned}"
        for day, pinned in PINNED.items()
        if texts[day] != pinned
    ]
    if [report.sha256 for report in dataset.reports] != [*PINNED.values()]:
        faults.append("dataset.json: was not read from the two texts that are pinned")
    if faults:
        raise DatasetError([*faults, REPAIR])
    return dataset


def _file(name: str) -> bytes:
    return files("qwenfacts").joinpath("data", "reports", name).read_bytes()
