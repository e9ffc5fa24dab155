"""What the reports of a week claim about revenue."""

from .digest import Line, digest, lines

__all__ = ["Line", "digest", "lines"]
