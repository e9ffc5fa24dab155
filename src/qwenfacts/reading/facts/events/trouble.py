"""What verbs say of mishaps and courts: sued, fined, hacked, recalled, went offline."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from ....entities import Entity
from ...english.cast import is_authority
from ...english.clauses import last_before
from ...english.phrases import nouns
from ...english.verbs import Verb
from ...wordclasses import RELATIVES
from .deals import Found, company_of, happening, sum_behind
from .firms import worked_at
from .scene import THINGS, Scene, is_company, is_thing, listed

__all__ = ["TROUBLE_VERBS"]

NEEDED: Final[dict[str, tuple[str, ...]]] = {
    "suffer": ("incident", "attack", "case"),
    "lose": ("case", "trial_case"),
    "pay": ("fine",),
    "recall": (),
    "fail": (),
}
"""The nouns that make a mishap of some verbs, which name who is hit as their subject."""
TARGETS: Final = ("against", "into", "on", "at", "of", "over")
HIT: Final = frozenset(
    "face faces faced facing suffer suffers suffered receive received settle settled settles".split()
)
FILES: Final = ("fil", "brought", "bring", "lodg")
OPENS: Final = ("open", "launch", "beg", "start", "initiat", "commenc")
SETTLING: Final = frozenset(("settle", "end", "resolve"))
DOWN: Final = frozenset(("offline", "down", "dark", "without"))
COURTS: Final = frozenset("court tribunal arbitration courts jury judge".split())
SOON: Final = 4
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
        return
    who, name = scene.doer(verb), scene.after(noun, *TARGETS)
    if who is not None and who.noun in COURTS:
        who = who._replace(entity=None)  # a Texas court
    if name is not None and scene.has((",",), noun, scene.begins(name)):
        name = None  # a fine, the debut of Foo
    if name is not None and _is_harmed(name.value) and not scene.is_modifier(name):
        yield happening(scene, verb, "incident", name.value, who, name, organisation=who and who.entity)
    elif any(_is_firm(scene, at) for at in range(noun, noun + 16)):
        yield happening(scene, verb, "incident", scene.company, who, organisation=who and who.entity)
    elif (thing := _into_thing(scene, noun)) is not None:
        yield happening(scene, verb, "incident", thing, who, organisation=who and who.entity)
    elif scene.token(verb.start).key.startswith(OPENS) and who and who.entity and is_authority(who.entity):
        yield happening(scene, verb, "incident", scene.concerned, who, organisation=who.entity)
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
    if subject is None and verb.first == verb.start:  # a suit filed by designers
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


def _is_firm(scene: Scene, at: int) -> bool:
    """Whether ``against the company`` stands at a token."""
    words = [scene.token(at + step).key for step in range(3)]
    own = words[1] == "its" or (words[1] == "the" and words[2] in nouns("company"))
    return words[0] in (*TARGETS, "how", "whether") and own


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


def _rule(scene: Scene, verb: Verb) -> Found:
    """``A Munich court ruled that Acme had infringed``: against whom."""
    name = scene.name_at(verb.end + 1) if scene.token(verb.end).key == "that" else None
    name = name or scene.after(verb.end, "that", far=SOON)
    court = scene.has(COURTS, verb.first - NEAR, verb.first)
    if court and not verb.passive and name is not None and _is_harmed(name.value):
        yield happening(scene, verb, "incident", name.value, name)


def _suffer(scene: Scene, verb: Verb) -> Found:
    """``Acme suffered an outage``, ``Foo lost its appeal``, ``Acme paid a fine``, ``Foo went offline``."""
    who, needed = scene.doer(verb), NEEDED[verb.kind]
    hit = who.entity if who is not None and who.entity is not None and _is_harmed(who.entity) else None
    hit = worked_at(who) if verb.kind == "pay" else hit
    told = not needed or scene.noun(verb.end, listed(*needed)) is not None
    if verb.kind == "pay" and not told and sum_behind(scene, verb) is not None:  # to settle a suit
        settled = scene.word(SETTLING, verb.end, verb.end + NEAR)
        told = settled is not None and scene.noun(settled, listed("case", "trial_case")) is not None
    if hit is not None and told and (not verb.passive or verb.kind in ("lose", "suffer")):
        by = scene.company_after(verb.end, "to", "by") if verb.kind == "pay" else None
        yield happening(scene, verb, "incident", hit, who, by, organisation=by and by.value)


def _harm(scene: Scene, verb: Verb) -> Found:
    """``A faulty update took Foo offline``, ``a crash injured a rider``, ``Acme was hit by an attack``.

    Of what is harmed, if it has a name, else of what the story is about.
    """
    if verb.kind == "knock" and not scene.has(DOWN, verb.end, verb.end + REACH):
        return
    if scene.token(verb.first - 1).key in RELATIVES and scene.token(verb.first).key == "had":
        return  # mends a bug that had deleted files
    if verb.form == "third" and scene.passage.block.kind != "heading":
        return  # a worm deletes what it finds
    who = scene.doer(verb)
    cause = range(verb.end, verb.end + REACH) if verb.passive else range(verb.first - NEAR, verb.first)
    noun = scene.word(_causes(), cause.start, cause.stop)
    if noun is None:
        return
    subject = who.entity if who is not None else None
    if verb.passive:
        hit = subject if subject is not None and _is_harmed(subject) else None
    elif subject is not None and not subject.known and scene.described.calls(subject, _causes()):
        hit = subject  # Foo, a faulty cache, exposed
    else:
        name = scene.behind(verb.end, ("of", "to", "in", "at", "from"), _is_harmed)
        if name is None or scene.has(
            (",",), verb.end, scene.begins(name)
        ):  # an outage at Acme took down sites
            name = scene.name_to(noun - 1) or scene.after(cause.start, *TARGETS, "in", far=NEAR)
        named = name is not None and (_is_harmed(name.value) or name.value.kind == "incident")
        hit = name.value if name is not None and named else None
    spoken = scene.spoken_of if scene.concerned == scene.company else scene.concerned
    yield happening(scene, verb, "incident", hit or spoken, who)


def _causes() -> frozenset[str]:
    """The nouns of what does harm."""
    return listed("fault", "incident", "attack", "protester", "cause")


def _is_harmed(entity: Entity) -> bool:
    return entity.kind != "person" and (is_thing(entity) or is_company(entity))


def _strike(scene: Scene, verb: Verb) -> Found:
    """``workers at Acme walked out``, ``the staff struck``."""
    crowd = scene.word(listed("crowd"), verb.first - REACH, verb.first)
    if crowd is not None and scene.noun(verb.end, listed("deal")) is None:
        name = scene.behind(verb.end) or scene.company_after(crowd, "at", "of", far=3)
        yield happening(scene, verb, "incident", name.value if name else scene.company, name)


TROUBLE_VERBS: Final[dict[str, Callable[[Scene, Verb], Found]]] = {
    "sue": _sue,
    "bring": _bring,
    "compel": _compel,
    "rule": _rule,
    "strike": _strike,
    "harm": _harm,
    **dict.fromkeys(NEEDED, _suffer),
    "knock": _harm,
}
"""How to read each list of verbs of mishaps and courts in ``events.toml``."""
