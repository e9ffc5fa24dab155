"""What verbs say of mishaps and courts: sued, fined, hacked, recalled, went offline."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from ....entities import Entity
from ...english.cast import is_authority
from ...english.clauses import last_before
from ...english.phrases import nouns
from ...english.verbs import Verb
from .deals import Found, company_of, happening, sum_behind
from .firms import worked_at
from .scene import THINGS, Scene, is_company, is_thing, listed

__all__ = ["TROUBLE_VERBS"]

TARGETS: Final = ("against", "into", "on", "at", "of", "over")
HIT: Final = frozenset(
    "face faces faced facing suffer suffers suffered receive received settle settled settles".split()
)
SUFFERED: Final = ("suffer", "experienc", "endur", "weather", "sustain")
THIEVES: Final = frozenset(
    "hackers intruders attackers thieves criminals gang burglars spies hacker intruder".split()
)
FILES: Final = ("fil", "brought", "bring", "lodg")
OPENS: Final = ("open", "launch", "beg", "start", "initiat", "commenc")
DOWN: Final = frozenset(("offline", "down", "dark"))
COURTS: Final = frozenset("court tribunal arbitration courts".split())
NEAR: Final = 9
REACH: Final = 12


def _sue(scene: Scene, verb: Verb) -> Found:
    """``Foo sued Acme``, ``Acme was fined by Bar``."""
    who, charged = scene.doer(verb), scene.token(verb.start).key == "charges"
    if charged and not scene.has(("with",), verb.end, verb.end + NEAR):
        return  # depreciation charges
    if verb.passive:
        if hit := company_of(who):
            by = next(scene.agents(verb), None)
            yield happening(scene, verb, "incident", hit, who, by, organisation=by and by.value)
    elif who and (name := scene.behind(verb.end, ("of",)) or scene.possessor(verb.end)) is not None:
        yield happening(scene, verb, "incident", name.value, who, name, organisation=who.entity)
    elif (
        who
        and who.entity != scene.company
        and (scene.is_company_noun(verb.end) or (company_of(who) and _is_alone(scene, verb)))
    ):
        yield happening(scene, verb, "incident", scene.company, who, organisation=company_of(who))


def _is_alone(scene: Scene, verb: Verb) -> bool:
    """Whether nobody is told whom somebody sued: ``Foo sued in Texas``, ``which first sued in 2023``."""
    return scene.token(verb.start).key.startswith("su") and not scene.has_object(verb.end)


def _bring(scene: Scene, verb: Verb) -> Found:
    """``Foo opened an inquiry into Acme``, ``Acme faces a lawsuit``."""
    reduced = verb.form in ("past", "participle") and scene.token(verb.first - 1).key in listed("case")
    if verb.passive or (reduced and not scene.has_object(verb.end)):
        if scene.has(listed("case"), verb.first - NEAR, verb.first):
            yield from _brought(scene, verb)
        return
    noun = scene.noun(verb.end, listed("case"))
    if noun is None:
        if scene.token(verb.start).key.startswith(SUFFERED):
            yield from _hit(scene, verb)
        return
    who, name = scene.doer(verb), scene.company_after(noun, *TARGETS)
    if who is not None and who.noun in COURTS:
        who = who._replace(entity=None)  # a Texas court
    if name is not None:
        yield happening(scene, verb, "incident", name.value, who, name, organisation=who and who.entity)
    elif any(_is_firm(scene, at) for at in range(noun, noun + 16)):
        yield happening(scene, verb, "incident", scene.company, who, organisation=who and who.entity)
    elif (thing := _into_thing(scene, noun)) is not None:
        yield happening(scene, verb, "incident", thing, who, organisation=who and who.entity)
    elif scene.token(verb.start).key.startswith(OPENS) and who and who.entity and is_authority(who.entity):
        yield happening(scene, verb, "incident", scene.company, who, organisation=who.entity)
    elif scene.token(verb.start).key.startswith(FILES) and (
        who is None or who.entity is None or not who.entity.known
    ):
        yield happening(scene, verb, "incident", scene.company, who, organisation=company_of(who))
    elif scene.token(verb.start).key in HIT and (hit := company_of(who)):
        by = scene.company_after(noun, "by", "from", "with")
        yield happening(scene, verb, "incident", hit, who, by, organisation=by and by.value)


def _brought(scene: Scene, verb: Verb) -> Found:
    """``A suit was filed against Acme by Foo``."""
    hit = scene.company_after(verb.end, *TARGETS)
    case = scene.word(listed("case"), verb.first - REACH, verb.first)
    if hit is None and case is not None:
        hit = scene.company_after(case, *TARGETS, far=verb.first - case)
    by = next(scene.agents(verb), None)
    subject = hit.value if hit is not None else scene.company if by is not None else None
    if subject is None and not verb.passive:
        subject = scene.spoken_of
    if subject is not None and (by is None or by.value != subject):
        yield happening(scene, verb, "incident", subject, hit, by, organisation=by and by.value)


def _into_thing(scene: Scene, at: int) -> Entity | None:
    """``an inquiry into the app``: the platform or product that was named last."""
    words = [scene.token(at + step).key for step in range(1, 4)]
    if words[0] not in TARGETS or words[1] != "the" or words[2] not in nouns("things"):
        return None
    earlier = last_before(scene.page.names, scene.token(at).start)
    return next((name.value for name in earlier if name.value.kind in THINGS), None)


def _lose(scene: Scene, verb: Verb) -> Found:
    """``Acme lost its appeal``, ``Foo was handed a fine of $3 million``."""
    who = scene.doer(verb)
    told = scene.noun(verb.end, listed("case" if verb.passive else "trial_case")) is not None
    if told and (hit := worked_at(who)):
        yield happening(scene, verb, "incident", hit, who)


def _is_firm(scene: Scene, at: int) -> bool:
    """Whether ``against the company`` stands at a token."""
    words = [scene.token(at + step).key for step in range(3)]
    own = words[1] == "its" or (words[1] == "the" and words[2] in nouns("company"))
    return words[0] in (*TARGETS, "how", "whether") and own


def _recall(scene: Scene, verb: Verb) -> Found:
    """``Acme recalled 300 Foos``, ``a faulty script leaked customer data``."""
    who = scene.doer(verb)
    loot = scene.noun(verb.end, listed("loot")) is not None and (who is None or who.entity is None)
    company = scene.spoken_of if loot else company_of(who)
    if company is not None and not verb.passive:
        yield happening(scene, verb, "incident", company, who)


def _compel(scene: Scene, verb: Verb) -> Found:
    """``a court ordered Acme to pay``, ``Foo took Acme to court``, ``Acme was ordered by Foo to pay``."""
    who = scene.doer(verb)
    if verb.passive:
        hit = company_of(who)
        if hit and scene.has(("to",), verb.end, verb.end + REACH):
            by = next(scene.agents(verb), None)
            yield happening(scene, verb, "incident", hit, who, by, organisation=by and by.value)
        return
    name = scene.name_at(verb.end)
    if scene.is_company_noun(verb.end) and scene.token(verb.end + 2).key == "to":
        yield happening(scene, verb, "incident", scene.company, who, organisation=company_of(who))
    if name is None or not is_company(name.value):
        return
    end, taken = scene.ends(name), scene.token(verb.start).key.startswith(("t", "ha", "dr"))
    if scene.has(("to", "into", "before"), end, end + 1) and (
        not taken or scene.has(COURTS, end, end + NEAR)
    ):
        yield happening(scene, verb, "incident", name.value, who, name, organisation=company_of(who))


def _go_to_court(scene: Scene, verb: Verb) -> Found:
    """``Foo went to court against Acme``; without a name, against the company that the report is about."""
    who = scene.doer(verb)
    by = company_of(who)
    name = scene.company_after(verb.end, "against", "with")
    hit = name.value if name else scene.company
    if by != hit:
        yield happening(scene, verb, "incident", hit, who, name, organisation=by)


def _steal(scene: Scene, verb: Verb) -> Found:
    """``thieves stole data from Acme``."""
    name = scene.company_after(verb.end, "from")
    told = scene.whose
    if name is not None:
        yield happening(scene, verb, "incident", name.value, name)
    elif (
        scene.noun(verb.end, listed("loot")) is not None
        and not verb.passive
        and scene.has(THIEVES, scene.first, verb.first)
    ):
        yield happening(scene, verb, "incident", told.entity if told and told.entity else scene.company, told)


def _pay(scene: Scene, verb: Verb) -> Found:
    """``Acme must pay a fine of $3 million``."""
    who = scene.doer(verb)
    large = scene.token(verb.first).key == "must" and sum_behind(scene, verb) is not None
    fined = large or scene.noun(verb.end, listed("fine")) is not None
    if not verb.passive and fined and (hit := worked_at(who)):
        by = scene.company_after(verb.end, "to", "by")
        yield happening(scene, verb, "incident", hit, who, by, organisation=by and by.value)


def _hit(scene: Scene, verb: Verb) -> Found:
    """``Acme was hit by an attack``, ``Acme fell victim to hackers``."""
    who = scene.doer(verb)
    site = scene.has(listed("facility"), verb.first - NEAR, verb.first)
    if verb.passive and site and scene.has(listed("protester"), verb.end, verb.end + REACH):
        yield happening(scene, verb, "incident", scene.spoken_of)
        return
    struck = (
        scene.noun(verb.end + scene.has(("by",), verb.end, verb.end + 1), listed("incident", "attack"))
        is not None
    )
    if struck and who and who.entity and (is_thing(who.entity) or is_company(who.entity)):
        yield happening(scene, verb, "incident", who.entity, who)


def _knock(scene: Scene, verb: Verb) -> Found:
    """``An update took Foo offline``."""
    name = scene.behind(verb.end, accepts=lambda entity: is_thing(entity) or is_company(entity))
    if name is not None and not verb.passive:
        end = scene.ends(name)
        if scene.has(DOWN, end, end + REACH):
            yield happening(scene, verb, "incident", name.value, name)


def _fail(scene: Scene, verb: Verb) -> Found:
    """``Foo went offline``, ``Foo was down for three hours``."""
    who = scene.doer(verb)
    if who and who.entity and (is_thing(who.entity) or is_company(who.entity)):
        yield happening(scene, verb, "incident", who.entity, who)


def _strike(scene: Scene, verb: Verb) -> Found:
    """``workers at Acme walked out``, ``the staff struck``."""
    crowd = scene.word(listed("crowd"), verb.first - REACH, verb.first)
    if crowd is not None and scene.noun(verb.end, listed("deal")) is None:
        name = scene.behind(verb.end) or scene.company_after(crowd, "at", "of", far=3)
        yield happening(scene, verb, "incident", name.value if name else scene.company, name)


TROUBLE_VERBS: Final[dict[str, Callable[[Scene, Verb], Found]]] = {
    "sue": _sue,
    "bring": _bring,
    "lose": _lose,
    "recall": _recall,
    "compel": _compel,
    "steal": _steal,
    "fail": _fail,
    "pay": _pay,
    "hit": _hit,
    "knock": _knock,
    "go_to_court": _go_to_court,
    "strike": _strike,
}
"""How to read each list of verbs of mishaps and courts in ``events.toml``."""
