"""What a source is: a publication, what somebody published of himself, or who counts for others."""

from __future__ import annotations

import re
from typing import Final

from ...entities import Entity, slug
from ...lexicon import Lexicon
from ..structure.lineforms import words_of
from .sites import owner_of

__all__ = [
    "ADDRESS",
    "DASHED",
    "DESCRIBED",
    "is_named",
    "is_own",
    "is_press_word",
    "is_source",
    "known_source",
    "source_of",
]

ADDRESS: Final = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[A-Za-z]{2,24}(?:/\S*)?")
DASHED: Final = re.compile(r"\s[–—-]{1,2}\s")
DESCRIBED: Final = re.compile(
    r"(?!(?:in|on|a|an|its|their|his|her|our|by|with|no|not|through|including|the|this|that|some|as|of|for)\s)"
    r"(?:[\w.'’&/-]+\s){0,4}?"
    r"(?:(?:press|news|media|company|earnings|results)\s(?:releases?|statements?)|newsrooms?"
    r"|(?:corporate\s)?(?:web)?blogs?(?:\sposts?)?|filings?|prospectus|proxy\sstatement|annual\sreport"
    r"|status\spage|model\scard|release\snotes|changelog|letter\sto\sshareholders"
    r"|(?:shareholder|investor)s?\s(?:letters?|presentation|relations|deck|update|day)"
    r"|court\s(?:documents?|records?|papers)|docket|investor\srelations|(?:earnings|call)\stranscript"
    r"|statements?|announcements?|website|(?:10-[KQ]|8-K|6-K|20-F|S-1|F-1)(?:/A)?|form\s\S+)",
    re.IGNORECASE,
)
"""A source that has no name of its own: ``company filing``, ``Acme newsroom``."""
OWN: Final = re.compile(
    r"\b(?:blogs?(?:\sposts?)?|newsroom|press(?:\sroom|\soffice|\sreleases?)?|media\sroom|filings?|releases?"
    r"|statements?|announcements?|website|site|relations|research|community|docs|documentation|changelog|notes"
    r"|card|news|updates?)\Z",
    re.IGNORECASE,
)
FOREIGN: Final = re.compile(
    r"(?:Corriere|Gazzetta|Diari[oa]|Diário|Jornal|Journal|Gazeta|Courrier|Giornale"
    r"|(?:Le|La|El|Il)\s(?:Quotidien|Courrier|Journal|Gazette|Tribune|Presse|Voix|Dépêche|Diario|Correo|Periódico"
    r"|Giornale|Corriere|Gazzetta))(?:\s\S+){1,4}"
)
"""A newspaper whose name starts as theirs do elsewhere."""


def source_of(written: str, lexicon: Lexicon) -> Entity:
    """The source that some words name; ``Foo – bar`` is Foo; an unknown one keeps its written name.

    >>> from qwenfacts.lexicon import lexicon_of
    >>> source_of("GitHub – acme/tool", lexicon_of()).id, source_of("The Harbour Post", lexicon_of()).known
    ('github', False)
    """
    name = _head(written)
    known = known_source(name, lexicon) or lexicon.entities.by_id.get(slug(name))
    if known is None and ADDRESS.fullmatch(name):
        return owner_of(name, lexicon)
    return known or Entity(slug(name), "publication", name, known=False)


def _head(written: str) -> str:
    """A source without what stands behind a dash."""
    return DASHED.split(written.strip(), maxsplit=1)[0].strip()


def known_source(name: str, lexicon: Lexicon) -> Entity | None:
    """The entity of a name, with or without its article, whatever its apostrophe; None for a name unknown."""
    key = name.casefold().replace("’", "'")
    known = lexicon.entities.by_name.get(name.casefold()) or lexicon.entities.by_name.get(key)
    if known is None and key.startswith("the "):
        known = lexicon.entities.by_name.get(key[4:])
    return known


def is_press_word(word: str) -> bool:
    """Whether many a newspaper ends with a word: ``Post``, ``Herald``."""
    return word.lower() in words_of("sources", "press")


def is_source(written: str, entity: Entity) -> bool:
    """Whether a name is one of a publication, by what is known of it or by its words.

    >>> from qwenfacts.lexicon import lexicon_of
    >>> [is_source(name, source_of(name, lexicon_of())) for name in ("Reuters", "Quill Post", "Apple")]
    [True, True, False]
    """
    if entity.known:
        hosted = entity.kind == "platform" and DASHED.search(written) is not None
        return (
            entity.kind == "publication"
            or hosted
            or written.strip().lower() in words_of("sources", "research")
        )
    name = _head(written)
    if (
        ADDRESS.fullmatch(name)
        or DESCRIBED.fullmatch(name)
        or name.lower() in words_of("sources", "research")
    ):
        return True
    words = name.lower().split()
    if not name[0].isupper() or any(map(str.isdigit, name)):
        return False
    compound = words[-1].endswith(("zeitung", "blatt"))
    return compound or (len(words) > 1 and is_press_word(words[-1])) or FOREIGN.fullmatch(name) is not None


def is_own(written: str) -> bool:
    """Whether a source is what somebody published of himself, so that no press site has it.

    >>> is_own("Acme Newsroom"), is_own("Reuters")
    (True, False)
    """
    return OWN.search(written) is not None


def is_named(written: str) -> bool:
    """Whether a source has a name that other sentences may use: not ``company filing``.

    >>> is_named("The Quill"), is_named("Acme newsroom"), is_named("SEC filing")
    (True, True, False)
    """
    return written[0].isupper() and (written.endswith(("newsroom", "blog")) or not is_own(written))
