"""The closed classes of English words, each said once and in full, for the rules of all steps.

A rule that means a class imports it; one that means a part of it says so with words of its own. Words are
in small letters, as tokens have them: what stands behind the apostrophe of ``won't`` is a token ``t``.

>>> words = "the studio that it could not sell".split()
>>> [word for word in words if word in ARTICLES | SUBJECTS | AUXILIARIES | NEGATIONS]
['the', 'it', 'could', 'not']
>>> sorted(DEMONSTRATIVES & RELATIVES)
['that']
"""

from __future__ import annotations

from typing import Final

# -- before nouns ------------------------------------------------------------------------------

ARTICLES: Final = frozenset("the a an".split())
INDEFINITES: Final = frozenset("a an another one".split())
POSSESSIVES: Final = frozenset("my your his her its our their".split())
DEMONSTRATIVES: Final = frozenset("this that these those".split())
DISTRIBUTIVES: Final = frozenset("each every either neither".split())
ADNOMINALS: Final = ARTICLES | POSSESSIVES | {"every"}
"""Determiners with which a noun must come; the others may stand alone: ``this adds``, ``each sells``."""
DETERMINERS: Final = ADNOMINALS | DEMONSTRATIVES | DISTRIBUTIVES | {"another"}
APPOSITIVES: Final = ADNOMINALS | INDEFINITES
"""What explains a name opens with these: ``Foo, another maker of maps``."""
CARDINALS: Final = tuple(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen twenty".split()
)
"""In order, from one."""
QUANTIFIERS: Final = frozenset(CARDINALS) | frozenset(
    "all both some any no several many few fewer most more much less enough".split()
)

# -- instead of nouns --------------------------------------------------------------------------

SUBJECTS: Final = frozenset("i you he she it we they".split())
RELATIVES: Final = frozenset("who whom whose which that where".split())
INTERROGATIVES: Final = frozenset("who whom whose which what where when why how whether".split())

# -- beside verbs ------------------------------------------------------------------------------

BE: Final = frozenset("am is are was were be been being".split())
HAVE: Final = frozenset("has have had having".split())
DO: Final = frozenset("does do did".split())
FUTURE: Final = frozenset("will shall ll".split())
POTENTIALS: Final = frozenset("would should can could may might must cannot ought".split())
MODALS: Final = FUTURE | POTENTIALS
AUXILIARIES: Final = BE | HAVE | DO | MODALS
FINITE: Final = AUXILIARIES - {"be", "been", "being", "having"}
"""Auxiliaries with which a clause has its verb."""
PASTS: Final = frozenset(
    "arose ate became began bent bit blew bore bought broke brought built came caught chose clung crept dealt"
    " drank drew drove dug fed fell fled flew flung fought found froze gave got grew heard held hid hung kept"
    " knew laid led lent leapt left lost made meant met mistook overtook paid ran rang rode rose said sang"
    " sank sat saw sent shook shone shot shrank slept slid sold sought spent spoke sprang spun stole stood"
    " struck stuck swam swept swore swung taught thought threw told took tore undertook underwent understood"
    " went withdrew withheld withstood woke won wore wove wrote".split()
)
"""The pasts of irregular verbs that look like nothing else."""
NEGATIONS: Final = frozenset("not never cannot t".split())

# -- before clauses and phrases ----------------------------------------------------------------

COORDINATORS: Final = frozenset("and but or nor yet so".split())
CONCESSIVES: Final = frozenset("although though while whereas".split())
CONDITIONALS: Final = frozenset("if unless whether lest".split())
SUBORDINATORS: Final = CONCESSIVES | CONDITIONALS | frozenset("because when whenever wherever".split())
"""What opens clauses and nothing else."""
TEMPORALS: Final = frozenset("after before since till until".split())
"""Prepositions that open clauses as well, as ``as`` and ``than`` do: ``since the plant opened``."""
PREPOSITIONS: Final = TEMPORALS | frozenset(
    "about above across against along alongside amid among around as at behind below beneath beside besides"
    " between beyond by despite down during except for from in including inside into like near of off on onto"
    " out outside over per than through throughout to toward towards under underneath unlike upon versus via"
    " with within without".split()
)

# -- all together ------------------------------------------------------------------------------

FUNCTION_WORDS: Final = (
    DETERMINERS
    | (SUBJECTS - {"i"})
    | AUXILIARIES
    | RELATIVES
    | INTERROGATIVES
    | COORDINATORS
    | SUBORDINATORS
    | PREPOSITIONS
    | {"more", "most", "no", "not", "then", "there", "up"}
)
"""The words of English that are no name and no noun, whatever their case: not the ``I`` of ``Phase I``."""
