"""What verbs say of mishaps and courts: sued, fined, hacked, recalled, went offline."""

from __future__ import annotations

from typing import Final

from ....entities import Entity
from ...english.cast import is_authority
from ...english.clauses import last_before
from ...english.phrases import nouns
from ...english.verbs import Verb
from ...wordclasses import RELATIVES
from .deals import company_of, sum_behind
from .firms import worked_at
from .scene import MODELS, THINGS, Found, Scene, by_list, is_company, is_thing, listed

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
FILES: Final = ("fil", "brought", "bring", "lodg")
OPENS: Final = ("open", "launch", "beg", "start", "initiat", "commenc")
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
            yield scene.happening("incident", hit, verb, who, by, organisation=by)
        return
    name = scene.behind(verb.end, ("of",)) or scene.name_at(verb.end)
    if who and name and name.value.kind != "place":
        yield scene.happening("incident", name.value, verb, who, name, organisation=who.entity)
        return
    alone = (
        scene.token(verb.start).key.startswith("su") and not scene.has_object(verb.end) and company_of(who)
    )
    if (
        who and who.entity != scene.company and (alone or scene.is_company_noun(verb.end))
    ):  # first sued in 2023
        yield scene.happening("incident", scene.company, verb, who, organisation=company_of(who))


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
    if who is not None and who.noun in listed("courts"):
        who = who._replace(entity=None)  # a Texas court
    if name is not None and scene.has((",",), noun, scene.begins(name)):
        name = None  # a fine, the debut of Foo
    if name is not None and name.value.kind in MODELS and who is not None:
        maker = scene.page.company_of(name.value)
        yield scene.happening("incident", maker, verb, who, name, organisation=who.entity)
    elif name is not None and _is_harmed(name.value) and not scene.is_modifier(name):
        yield scene.happening("incident", name.value, verb, who, name, organisation=who and who.entity)
    elif any(_is_ours(scene, at) for at in range(noun, noun + 16)):
        yield scene.happening("incident", scene.company, verb, who, organisation=who and who.entity)
    elif (thing := _into_thing(scene, noun)) is not None:
        yield scene.happening("incident", thing, verb, who, organisation=who and who.entity)
    elif scene.token(verb.start).key.startswith(OPENS) and who and who.entity and is_authority(who.entity):
        yield scene.happening("incident", scene.other_than(who.entity), verb, who, organisation=who.entity)
    elif scene.token(verb.start).key.startswith(FILES) and (
        who is None or who.entity is None or not who.entity.known
    ):
        yield scene.happening("incident", scene.company, verb, who, organisation=company_of(who))
    elif scene.token(verb.start).key in listed("hit") and (hit := company_of(who)):
        by = scene.company_after(noun, "by", "from", "with")
        yield scene.happening("incident", hit, verb, who, by, organisation=by)


def _brought(scene: Scene, verb: Verb) -> Found:
    """``A suit was filed against Acme by Foo``."""
    hit = scene.company_after(verb.end, *TARGETS, "to", "upon")
    case = scene.word(listed("case"), verb.first - REACH, verb.first)
    if hit is None and case is not None:
        hit = scene.company_after(case, *TARGETS, far=verb.first - case)
    by = next(scene.agents(verb), None)
    subject = hit.value if hit is not None else scene.company if by is not None else None
    if subject is None and verb.first == verb.start:  # a suit filed by designers
        subject = scene.spoken_of
    if subject is not None and (by is None or by.value != subject):
        yield scene.happening("incident", subject, verb, hit, by, organisation=by)


def _into_thing(scene: Scene, at: int) -> Entity | None:
    """``an inquiry into the app``: the platform or product that was named last."""
    words = [scene.token(at + step).key for step in range(1, 4)]
    if words[0] not in TARGETS or words[1] != "the" or words[2] not in nouns("things"):
        return None
    earlier = last_before(scene.page.names, scene.token(at).start)
    return next((name.value for name in earlier if name.value.kind in THINGS), None)


def _is_ours(scene: Scene, at: int) -> bool:
    """Whether ``against the company`` stands at a token."""
    own = scene.token(at + 1).key == "its" or scene.is_company_noun(at + 1)
    return own and scene.token(at).key in (*TARGETS, "how", "whether")


def _compel(scene: Scene, verb: Verb) -> Found:
    """``a court ordered Acme to pay``, ``Foo took Acme to court``, ``Acme was ordered by Foo to pay``."""
    who = scene.doer(verb)
    if verb.passive:
        hit = company_of(who)
        if hit and scene.has(("to",), verb.end, verb.end + REACH):
            by = next(scene.agents(verb), None)
            yield scene.happening("incident", hit, verb, who, by, organisation=by)
        return
    name = scene.name_at(verb.end)
    if scene.is_company_noun(verb.end) and scene.token(verb.end + 2).key == "to":
        yield scene.happening("incident", scene.company, verb, who, organisation=company_of(who))
    if name is None or not is_company(name.value):
        return
    end, taken = scene.ends(name), scene.token(verb.start).key.startswith(("t", "ha", "dr"))
    if scene.has(("to", "into", "before"), end, end + 1) and (
        not taken or scene.has(listed("courts"), end, end + NEAR)
    ):
        yield scene.happening("incident", name.value, verb, who, name, organisation=who and who.entity)


def _rule(scene: Scene, verb: Verb) -> Found:
    """``A Munich court ruled that Acme had infringed``: against whom."""
    name = scene.name_at(verb.end + 1) if scene.token(verb.end).key == "that" else None
    name = name or scene.after(verb.end, "that", far=SOON)
    court = scene.has(listed("courts"), verb.first - NEAR, verb.first)
    if court and not verb.passive and name is not None and _is_harmed(name.value):
        yield scene.happening("incident", name.value, verb, name)


def _suffer(scene: Scene, verb: Verb) -> Found:
    """``Acme suffered an outage``, ``Foo lost its appeal``, ``Acme paid a fine``, ``Foo went offline``."""
    who, needed = scene.doer(verb), NEEDED[verb.kind]
    hit = who.entity if who is not None and who.entity is not None and _is_harmed(who.entity) else None
    hit = worked_at(who) if verb.kind == "pay" else hit
    told = not needed or scene.noun(verb.end, listed(*needed)) is not None
    ruled = verb.kind == "pay" and not scene.passage.keys.isdisjoint(listed("courts"))
    told = told or (ruled and sum_behind(scene, verb) is not None)
    if verb.kind == "pay" and not told and sum_behind(scene, verb) is not None:  # to settle a suit
        settled = scene.word(listed("settling"), verb.end, verb.end + NEAR)
        told = settled is not None and scene.noun(settled, listed("case", "trial_case")) is not None
    if hit is not None and told and (not verb.passive or verb.kind in ("lose", "suffer")):
        by = scene.company_after(verb.end, "to", "by", "against") if verb.kind in ("pay", "lose") else None
        yield scene.happening("incident", hit, verb, who, by, organisation=by)


def _harm(scene: Scene, verb: Verb) -> Found:
    """``A faulty update took Foo offline``, ``a crash injured a rider``, ``Acme was hit by an attack``.

    Of what is harmed, if it has a name, else of what the story is about.
    """
    if verb.kind == "knock" and not scene.has(listed("down"), verb.end, verb.end + REACH):
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
    yield scene.happening("incident", hit or spoken, verb, who)


def _causes() -> frozenset[str]:
    """The nouns of what does harm."""
    return listed("fault", "incident", "attack", "protester", "cause")


def _is_harmed(entity: Entity) -> bool:
    return entity.kind == "other" or (entity.kind != "person" and (is_thing(entity) or is_company(entity)))


def _strike(scene: Scene, verb: Verb) -> Found:
    """``workers at Acme walked out``, ``the staff struck``."""
    crowd = scene.word(listed("crowd"), verb.first - REACH, verb.first)
    if crowd is not None and scene.noun(verb.end, listed("deal")) is None:
        name = scene.behind(verb.end) or scene.company_after(crowd, "at", "of", far=3)
        yield scene.happening("incident", name.value if name else scene.company, verb, name)


TROUBLE_VERBS: Final = {
    **by_list(_sue, _bring, _compel, _rule, _strike, _harm),
    **dict.fromkeys(NEEDED, _suffer),
    "knock": _harm,
}
"""How to read each list of verbs of mishaps and courts in ``events.toml``."""
