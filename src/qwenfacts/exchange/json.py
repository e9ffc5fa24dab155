"""The canonical JSON of a dataset: the same bytes each time, read back strictly.

A document is ``{"schema_version": "1", "reports": [...]}``; a report, and all that is in it, has a key
for every field that it has in Python. What is not plain JSON is written so:

- an entity as its id; the whole of it stands once, in the ``entities`` of its report. Where words may
  stand instead (`Metric.of`, `Relation.object`), the entity is ``{"entity": id}``;
- a span as ``[start, end]``, a number as a string, a day and a time in ISO 8601;
- a fact with its ``type`` first; a story without its facts, which name it by number.

Every key is written, and wanted back; null stands where there is nothing.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from functools import cache

from ..dataset import SCHEMA_VERSION, Dataset
from ..errors import DatasetError
from .document import parsed
from .hooks import Reader

__all__ = ["SCHEMA_VERSION", "dataset_of", "structure", "unstructure"]


def unstructure(dataset: Dataset) -> str:
    """The canonical JSON of a dataset, with one newline at its end.

    >>> print(unstructure(Dataset.of()), end="")
    {"schema_version": "1", "reports": []}
    """
    from .writing import object_of, written

    reports = [object_of(report) for report in dataset.reports]
    return written({"schema_version": SCHEMA_VERSION, "reports": reports}) + "\n"


def structure(text: str | bytes) -> Dataset:
    """The dataset of a JSON document; `DatasetError` with every fault if it has any.

    >>> structure('{"schema_version": "1", "reports": []}')
    <Dataset: 0 reports, 0 stories, 0 facts>
    """
    return dataset_of(parsed(text))


def dataset_of(document: object) -> Dataset:
    """The dataset of a JSON document that is parsed already; `DatasetError` with every fault if it has any.

    >>> dataset_of({"schema_version": "1", "reports": []})
    <Dataset: 0 reports, 0 stories, 0 facts>
    """
    with contextlib.suppress(Exception):  # whatever it is, it is told below, with all that is wrong besides
        return reader()(document)
    from .faults import teller, told

    try:
        return teller()(document)
    except Exception as error:
        faults = tuple(told(error))
    raise DatasetError(faults)


@cache
def reader() -> Callable[[object], Dataset]:
    """What reads a document and stops at the first fault."""
    return Reader().hook(Dataset)
