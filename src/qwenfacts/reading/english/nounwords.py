"""The words that noun phrases begin, go on and end with."""

from __future__ import annotations

from functools import cache
from typing import Final

from ..wordclasses import (
    AUXILIARIES,
    BE,
    CONCESSIVES,
    COORDINATORS,
    DETERMINERS,
    FUNCTION_WORDS,
    PREPOSITIONS,
    QUANTIFIERS,
    RELATIVES,
    SUBORDINATORS,
)
from ..wording import forms_of, table

__all__ = [
    "ADVERBS",
    "BEHIND_A_VERB",
    "CONTINUING",
    "COPULAS",
    "DETERMINING",
    "ENDING_A_LIST",
    "EXAMPLES",
    "FARTHEST",
    "FINITE",
    "GLUE",
    "GOING_ON",
    "INSIDE",
    "LIKE_PARTICIPLES",
    "LONGEST",
    "MOST",
    "OPENING_A_CLAUSE",
    "OTHER_CLAUSES",
    "PARTICIPLES",
    "PAST",
    "STOPS",
    "TEAMS",
    "TRANSPARENT",
    "TURNS",
    "is_adverb",
    "verb_forms",
]

COPULAS: Final = BE | frozenset("becomes became become remains remained remain".split())
VERBAL: Final = AUXILIARIES | {"it", "they", "not"}
TURNS: Final = CONCESSIVES | {"and", "but", "which", "because"}
CLAUSES: Final = (
    COORDINATORS | SUBORDINATORS | RELATIVES | {"he", "she", "how", "then", "since", "until", "once"}
)
ADVERBS: Final = frozenset(
    "rather also now just still already soon later currently today yesterday instead together alone"
    " again once formerly until not never only ever far".split()
)
GLUE: Final = frozenset(("-", "/", "&", "+", "%", "$", "€", "£", "'", "’"))
TRANSPARENT: Final = frozenset(
    "pair set family series version versions line range piece form trillion billion million"
    " tokens generation variant variants kind type sort copy copies number part parts size"
    " sizes weights checkpoints code preview".split()
)
"""Nouns behind whose ``of`` stands what is meant."""
LONGEST: Final = 14
ENDING: Final = FUNCTION_WORDS | CLAUSES
INSIDE: Final = frozenset(("of", "in", "from"))
GOING_ON: Final = ENDING & {"most", "more", "no", "all"}
EXAMPLES: Final = {"such": ("as",), "among": ("them", "others")} | dict.fromkeys(
    ("like", "including", "include", "includes", "are", "notably"), ()
)
"""Words that open examples, with what belongs to them."""
STOPS: Final = (ENDING - GOING_ON) | PREPOSITIONS | COPULAS | ADVERBS | EXAMPLES.keys()
"""Words that cannot stand inside a noun phrase."""
DETERMINING: Final = DETERMINERS | QUANTIFIERS
BEHIND_A_VERB: Final = DETERMINERS | PREPOSITIONS
PARTICIPLES: Final = frozenset(
    "built made led held spun drawn known born sold bought written driven taken given chosen shown hidden"
    " bred bound sent left lost won paid kept thrown grown laid meant taught brought caught sworn".split()
)
"""Participles that do not end in ``ed``, and are no nouns."""
CONTINUING: Final = frozenset(
    "reporting sitting consisting belonging ranging running working competing operating focusing relying"
    " drawing resting stemming resulting aiming specialising specializing standing living"
    " catering leading".split()
)
"""Participles that are rarely nouns, where a preposition goes on."""
LIKE_PARTICIPLES: Final = frozenset("seed speed feed need bed shed breed greed creed deed newsfeed".split())
FINITE: Final = COPULAS | VERBAL
OTHER_CLAUSES: Final = CLAUSES - {"and", "or"}
OPENING_A_CLAUSE: Final = COPULAS | VERBAL | OTHER_CLAUSES
ENDING_A_LIST: Final = CLAUSES | COPULAS
TEAMS: Final = frozenset(("team", "teams", "researchers", "developers", "engineers", "group", "lab", "unit"))
"""Behind the name of a model: those who make it."""
FARTHEST: Final = 60
MOST: Final = 8
NO_ADVERBS: Final = frozenset(
    "family families assembly supply ally reply anomaly monopoly july italy daily weekly monthly early only"
    " geely kelly lilly reilly emily holly molly sally connolly donnelly fly apply rely"
    " comply multiply imply rally tally subassembly".split()
)
"""Words in ``ly`` that are no adverbs."""
PAST: Final = frozenset(
    "got came went took made won lost hit rose fell grew beat held kept gave ran led saw met set put cut sold"
    " bought built paid spent drew had became began brought left lay stood sat wrote".split()
)
"""Past forms that tell their verb by themselves."""


def is_adverb(key: str) -> bool:
    """Whether a word looks like an adverb.

    >>> is_adverb("directly"), is_adverb("family")
    (True, False)
    """
    return key.endswith("ly") and key not in NO_ADVERBS


@cache
def verb_forms(group: str) -> dict[str, str]:
    """The forms of the verbs of one group of ``relations.toml``, each with what form it is.

    >>> verb_forms("does")["translates"]
    'third'
    """
    lists: dict[str, list[str]] = table("relations")[group]
    verbs = dict.fromkeys(
        entry.partition(" ")[0] for name, listed in lists.items() if name != "not" for entry in listed
    )
    return {form: what for verb in reversed(verbs) for form, what in forms_of(verb)}
