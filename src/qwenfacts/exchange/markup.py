"""HTML, escaped by construction.

Whatever is a plain string is text and gets escaped; only what `element` made is markup. Joining or
formatting markup gives a plain string again, so that a slip shows as escaped tags and never as live ones.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import Final

__all__ = ["Markup", "code", "element", "joined", "outside"]


class Markup(str):
    """A piece of HTML that may stand in a page as it is."""

    __slots__ = ()


VOID: Final = frozenset(("input", "meta"))
TEXT_ONLY: Final = frozenset(("option", "title"))
"""Elements that can hold no others."""

CONTROLS: Final = re.compile("[\0-\x08\x0b\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What is invisible, or turns the direction of the text that follows it."""

Attribute = str | int | bool | None


def element(tag: str, *children: str, **attributes: Attribute) -> Markup:
    """An element; strings among its children are text, unless they are markup.

    Underscores in the names of attributes are written as hyphens, and one at the end is left out. An
    attribute that is True stands alone, one that is None or False is left out.

    >>> element("p", "1 < 2, ", element("b", "says Acme"), class_="plain", hidden=True)
    '<p class="plain" hidden>1 &lt; 2, <b>says Acme</b></p>'
    """
    written = "".join(
        f" {name.rstrip('_').replace('_', '-')}" + ("" if value is True else f'="{_escaped(str(value))}"')
        for name, value in attributes.items()
        if value is not None and value is not False
    )
    if tag in VOID:
        return Markup(f"<{tag}{written}>")
    write = _escaped if tag in TEXT_ONLY else _text
    inside = "".join(child if isinstance(child, Markup) else write(child) for child in children)
    return Markup(f"<{tag}{written}>{inside}</{tag}>")


def joined(parts: Iterable[str], between: str = "") -> Markup:
    """Several pieces as one, with text between them.

    >>> joined([element("b", "one"), "<two>"], ", ")
    '<b>one</b>, &lt;two&gt;'
    """
    pieces = (part if isinstance(part, Markup) else _text(part) for part in parts)
    return Markup(_text(between).join(pieces))


def code(tag: str, source: str) -> Markup:
    """A style or script of our own, which HTML does not unescape.

    >>> code("style", "a > b {}")
    '<style>a > b {}</style>'
    """
    assert "</" not in source
    assert "<!" not in source
    return Markup(f"<{tag}>{source}</{tag}>")


LINK: Final = re.compile(r"https?://[^\s\\]+", re.IGNORECASE)


def outside(address: str, *children: str, **attributes: Attribute) -> Markup | None:
    """A link to another site, told nothing of this one; None for what is no plain http(s) address.

    >>> outside("https://acme.example", "Acme")
    '<a href="https://acme.example" rel="noopener noreferrer" target="_blank">Acme</a>'
    >>> outside("javascript:alert(1)", "Acme") is None
    True
    """
    if not LINK.fullmatch(address) or CONTROLS.search(address):
        return None
    return element("a", *children, href=address, rel="noopener noreferrer", target="_blank", **attributes)


def _escaped(text: str) -> str:
    """Text as any parser of HTML gives it back; only NUL, which HTML cannot hold, is replaced."""
    return html.escape(text).replace("\r", "&#13;").replace("\0", "\ufffd")


def _text(text: str) -> str:
    """Text in which marks that cannot be seen get their number, and turn nothing around."""
    return CONTROLS.sub(_control, _escaped(text))


def _control(match: re.Match[str]) -> str:
    return f'<span class="control" data-code="U+{ord(match[0]):04X}">{match[0]}</span>'
