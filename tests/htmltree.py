"""HTML taken apart by a parser that is not ours, and refused where it is not well formed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

VOID = ("input", "meta")


class Element:
    def __init__(self, tag: str, attributes: dict[str, str | None]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.children: list[Element | str] = []

    def __getitem__(self, name: str) -> str:
        value = self.attributes[name]
        assert value is not None
        return value

    def get(self, name: str) -> str:
        return self.attributes.get(name) or ""

    def has(self, name: str) -> bool:
        return name in self.get("class").split()

    def all(self, tag: str | None = None, cls: str | None = None) -> Iterator[Element]:
        """This element and all below it, in order."""
        if tag in (None, self.tag) and (cls is None or self.has(cls)):
            yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.all(tag, cls)

    def one(self, tag: str | None = None, cls: str | None = None) -> Element:
        (found,) = self.all(tag, cls)
        return found

    @property
    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text for child in self.children)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), f"an attribute of {tag} stands there twice"
        made = Element(tag, dict(attrs))
        self.open[-1].children.append(made)
        if tag not in VOID:
            self.open.append(made)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(f"a declaration: {data}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"an instruction: {data}")


def tree(html: str) -> Element:
    """The tree of a document or fragment in which every element is closed where it should be."""
    assert not {"\r", "\0"} & set(html), "a browser would not give these back"
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert len(reader.open) == 1, f"not closed: {reader.open[-1].tag}"
    (root,) = reader.open
    ids = [element["id"] for element in root.all() if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    for element in root.all():
        assert not [name for name in element.attributes if name.startswith("on") or name == "style"]
        assert element.tag not in ("base", "embed", "form", "iframe", "img", "link", "object")
        assert not {"src", "srcset", "action", "ping"} & element.attributes.keys()
        href = element.attributes.get("href")
        if href is None:
            continue
        if href.startswith("#"):
            assert href[1:] in ids, href
        else:
            assert re.match(r"https?://", href, re.IGNORECASE)
            assert "noopener" in element["rel"].split()
    return root


def as_read(text: str) -> str:
    """A text as a page gives it back: all but NUL can stand in HTML."""
    return text.replace("\0", "\ufffd")
