"""Everything that qwenfacts raises on purpose.

One root, `QwenfactsError`, so that ``except qf.errors.QwenfactsError`` is enough; each branch
also inherits the builtin that a user would have caught without knowing this module. A message says
what is wrong, where, and what to do. A file that cannot be opened stays the ``OSError`` it is.
"""

from collections.abc import Iterable

__all__ = [
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


class QwenfactsError(Exception):
    """The root of all errors of this library."""


class ArgumentError(QwenfactsError, TypeError):
    """An argument of a type that the call does not take."""


class InvalidValueError(QwenfactsError, ValueError):
    """A value, entity, report or fact that would break one of the laws; nothing was built."""


class TextError(QwenfactsError, ValueError):
    """A text that cannot be read at all: not UTF-8, or with lone surrogates."""


class LexiconError(QwenfactsError, ValueError):
    """A lexicon file that is malformed, or gives one alias to two entities."""


class ErrataError(QwenfactsError, ValueError):
    """An errata file that is malformed, or does not fit the text that it corrects."""


class DatasetError(QwenfactsError, ValueError):
    """A dataset that is refused whole.

    ``faults`` holds every fault that was found, each with the JSON path or report it is in.
    """

    def __init__(self, faults: Iterable[str]) -> None:
        self.faults: tuple[str, ...] = tuple(faults)
        super().__init__(self.faults)

    def __str__(self) -> str:
        """The number of faults, then one line for each."""
        count = len(self.faults)
        head = f"refused, {count} fault{'s' if count != 1 else ''}; nothing was loaded:"
        return "\n  ".join((head, *self.faults))


class MissingExtraError(QwenfactsError, ImportError):
    """A library that an export needs is not installed; the message says which extra brings it."""


class NotFoundError(QwenfactsError, LookupError):
    """Nothing goes by that name; the message gives the nearest names there are."""


class NotUniqueError(QwenfactsError, LookupError):
    """More than one thing answers where exactly one was asked for."""
