"""Whom a character stands for, or that it is invented."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.claims.entities import Entity
from pipeline.claims.patterns import Found, Hit, Pattern
from pipeline.claims.relations.characters import is_only_a_version, name_character
from pipeline.models import ObjectValue, Polarity


def _real(hit: Hit) -> Iterator[Found]:
    """A character and the real person behind it."""
    characters = [e for e in hit.entities("c") if _is_somebody(e)]
    real = [e for e in hit.entities("r") if e.type in {"P", "X", "S"}]
    actors = hit.people("a")
    if not real or not (characters or actors or hit.has("that")):
        return
    value: dict[str, ObjectValue] = {}
    if actors:
        value["value"] = actors[-1].name
    if characters:
        value["character"] = name_character(hit.sentence, characters[-1])
    elif hit.has("that"):
        value["character"] = LAST
    yield hit.found("cast_member", value | {"real_person": real[0].name})


def _invented(hit: Hit) -> Iterator[Found]:
    """A character declared invented, or real: real_person is then the character's own name."""
    polarity: Polarity | None = None if hit.has("real") else "negated"
    if hit.typed("t").endswith("based on") and hit.sentence.typed.startswith((" a true ", " a real ", " any true "), hit.span("t")[1]):
        return  # "<title> is not based on a true story", where the title is a name
    if polarity == "negated" and hit.has("t") and is_only_a_version(hit.sentence, hit.span("t")[1]):
        return
    for character in hit.entities("c"):
        if _is_somebody(character) and (character.is_played() or not character.plays()):
            name = name_character(hit.sentence, character)
            found = hit.found("cast_member", {"character": name, "real_person": name}, polarity=polarity)
            yield replace(found, start=max(found.start, _start_of(hit)))
    for actor in hit.people("a"):
        if any(r == "actor" for _, r in actor.roles):
            yield hit.found("cast_member", {"value": actor.name, "real_person": "a real person"}, polarity=polarity)


def _start_of(hit: Hit) -> int:
    """Where the statement begins at the earliest: at its cue, where another one stands before it ("C, played by A, was a real man")."""
    end, cue = hit.span("c")[1], hit.span("t")[0]  # a cue that is not there stands at -1
    return cue if end < cue and "<P" in hit.sentence.typed[end:cue] else 0


def _lived(hit: Hit) -> Iterator[Found]:
    """A character declared to have lived, in words that hold a denial themselves: "is no invention"."""
    for found in _invented(hit):
        yield replace(found, polarity="affirmed")


def _is_somebody(e: Entity) -> bool:
    return e.type == "P" or (e.type == "S" and e.person)


LAST = "\0last"  # stands for the character that the text named last
_C = r"(?P<c><[PS]\d+>)"
_SOMEBODY = (  # "a real monster" is none: only who or what somebody is by trade
    r"(?:[a-z-]+ |<[LOXND]\d+>(?:'s)? ){0,2}(?:person|people|man|men|woman|women|figure|girl|boy|teenager|child|couple|chemist|scientist|"
    r"physicist|doctor|physician|surgeon|nurse|prosecutor|lawyer|attorney|judge|detective|investigator|officer|policeman|policewoman|"
    r"agent|soldier|pilot|journalist|reporter|teacher|mother|father|sister|brother|wife|husband|foreman|author|singer|player|drug lord|"
    r"criminal|killer|murderer|con artist|conman|survivor|victim|persona|mujer|hombre|medico|periodista|abogada|abogado)"
)
PATTERNS: tuple[Pattern, ...] = (
    Pattern(
        "cast.real",
        rf"{_C}(?:, (?:[^;.<]|<[WXSOLDN]\d+>){{1,80}},| \((?P<a><P\d+>)[^()]*\))?,? (?:is|was|are|were|who is|who "
        rf"was)? ?(?:a character )?(?:(?:also|herself|himself|partly|very|loosely|closely|largely|clearly|directly|"
        rf"not|in fact|of course|the fictional stand-in) ){{0,3}}(?P<t>(?:based|modelled|modeled|patterned|drawn|"
        rf"inspired|basad[oa]|inspirad[oa]) (?:loosely |closely |partly |largely )?(?:on|after|by|from|en)|(?:is "
        rf")?(?:the )?(?:stand-in|alter ego|counterpart|version|avatar|a thinly veiled version|owes (?:a good deal|"
        rf"a great deal|everything|much|a lot|something)|a (?:lightly )?fictionali[sz]ed version) (?:for|of|to)|"
        rf"stands in for|corresponds to) (?:the )?@BIO(?P<r><[PX]\d+>)",
        _real,
    ),
    Pattern(
        "cast.owes",
        r"(?P<c><[PS]\d+>)(?: \((?P<a><P\d+>)[^()]*\))?[^.;:<]{0,90}?,? (?:and )?(?:who )?(?P<t>owes (?:a good "
        r"deal|a great deal|everything|much|a lot|something) to|has (?:plenty|a lot|much) in common with|is "
        r"(?:plainly|clearly|obviously) ) ?(?:the )?@BIO(?P<r><[PX]\d+>)",
        _real,
    ),
    Pattern(
        "cast.real_that",
        r"\b(?P<that>the character|the role|this character|that character|he|she|who) (?:is|was) (?:(?:also|"
        r"partly|very|loosely|closely|largely|clearly|directly|not|in fact) ){0,2}(?P<t>(?:based|modelled|modeled|"
        r"patterned|drawn|inspired) (?:loosely |closely |partly )?(?:on|after|by|from)) (?:the "
        r")?@BIO(?P<r><[PX]\d+>)",
        _real,
    ),
    Pattern(
        "cast.character_of",
        r"(?P<a><P\d+>)'s? (?:[a-z-]+ ){0,2}(?:character|part|role|investigator|detective|lawyer|agent|reporter|"
        r"figure)(?:, [^,;.<]{1,50},)? (?P<t>is (?:likewise |also |purely |entirely )?(?:an? )?(?:fictional|"
        r"composite|invention|invented|made up|fiction))\b",
        _invented,
    ),
    Pattern(
        "cast.existed",
        r"(?P<c><[PS]\d+>)(?:, (?:[^;.<]|<[WXSOLDN]\d+>){1,80},|,)? (?P<t>(?P<real>(?:really |certainly )?existed|"
        r"(?:is|was|were) (?:also |very |quite |all too |perfectly |indeed )*real))\b",
        _invented,
    ),
    Pattern("cast.just_as_real", r"\b(?P<t>(?P<real>(?:just|equally|no less) (?:as )?real)) (?:is|was) (?P<c><[PS]\d+>)", _invented),
    Pattern(
        "cast.own_name",
        r"(?P<c><[PS]\d+>) (?P<t>(?P<real>(?:is|was|appears?) (?:in (?:the [a-z]+|it) )?under (?:his|her|their) "
        r"own (?:real )?name))\b",
        _invented,
    ),
    Pattern(
        "cast.real_appositive",
        r"(?P<c><[PS]\d+>), (?:an? |the )?(?:[a-z-]+ ){0,5}(?P<t>(?:based|modelled|modeled|inspired) (?:loosely |"
        r"closely |partly )?(?:on|by|after)) (?:the )?@BIO(?P<r><[PX]\d+>)",
        _real,
    ),
    Pattern(
        "cast.renamed",
        r"(?P<r><P\d+>)(?:, [^;.<]{1,60},)? (?P<t>(?:becomes|became|is called|is renamed|was renamed|is turned "
        r"into|appears (?:here |on screen )?as|is here called|was called something else)) (?P<c><P\d+>)",
        _real,
    ),
    Pattern(
        "cast.called_really",
        r"(?P<c><[PS]\d+>), (?:whose real name (?:was|is)|where the real (?:one|man|woman) was|(?P<t>really|in "
        r"(?:real )?life|in reality|the real)) (?P<r><P\d+>)",
        _real,
    ),
    Pattern(
        "cast.not_real",
        rf"{_C}(?:, (?:[^;.<]|<[WXSOLDNP]\d+>){{1,80}},|,)? (?P<t>(?:is|was|are|were|never|did|has) (?:by the way |, "
        rf"by the way, |also |entirely |wholly |purely |completely |largely |a purely |a wholly |an? )*(?:not "
        rf"(?:an? )?(?:real|actual|based on|a portrait|modelled|modeled)|never existed|not exist|no real[- "
        rf"](?:life )?|isn't real|(?:fictional|fictitious|invented|made[- ]up|composite|imaginary|an invention|"
        rf"invention|a composite|fiction|pure invention|ficticio|ficticia|inventad[oa])))\b",
        _invented,
    ),
    Pattern(
        "cast.not_real_short",
        rf"{_C}(?:, [^;.<]{{1,60}},)? (?P<t>(?:isn't|wasn't|aren't) (?:an? )?(?:real|based on|modelled on|actual)|"
        rf"never existed|did not exist|didn't exist|no existio)\b",
        _invented,
    ),
    Pattern(
        "cast.invented_before",
        r"\b(?P<t>(?:the|an?|its|both|entirely|wholly) (?:[a-z-]+ )?(?:fictional|fictitious|invented|made-up|"
        r"imaginary|composite)) (?:[a-z'-]+ |<[OLX]\d+>(?:'s)? ){0,4},? ?(?P<c><[PS]\d+>)",
        _invented,
    ),
    Pattern(
        "cast.invented_after",
        r"(?P<c><[PS]\d+>),? (?:\([^()]{1,60}\),? )?(?P<t>an? (?:[a-z-]+ ){0,2}(?:fictional|fictitious|invented|"
        r"made-up|imaginary|composite))\b",
        _invented,
    ),
    Pattern(
        "cast.is_real",
        rf"{_C}(?:, (?:[^;.<]|<[WXSOLDNP]\d+>){{1,80}},|,)? (?P<t>(?P<real>is|was|are|were)) (?:also |indeed |very much |of course )?"
        rf"(?:an? )?(?:very )?(?:real|actual|real-life|genuine|historical|historic) {_SOMEBODY}\b",
        _invented,
    ),
    Pattern(
        "cast.real_by_trade",
        rf"{_C}, (?:an? |the )(?:very )?(?P<t>(?P<real>real|actual|real-life|genuine)) {_SOMEBODY}\b",
        _invented,
    ),
    Pattern(
        "cast.lived",
        rf"{_C}(?:, (?:[^;.<]|<[WXSOLDNP]\d+>){{1,80}},|,)? (?P<t>(?P<real>(?:actually|really|truly) (?:lived|existed|walked the earth)|"
        rf"walked the earth|(?:is|was) (?:as )?genuine|(?:is|was) (?:not an|no) (?:invention|fabrication|figment|fiction)|"
        rf"existio (?:de verdad|en la vida real|realmente)|(?:es|fue) (?:una persona|un personaje|una mujer|un hombre) real))\b",
        _lived,
    ),
    Pattern(
        "cast.es_imaginary",
        rf"{_C}(?:, (?:[^;.<]|<[WXSOLDNP]\d+>){{1,80}},|,)?(?:, (?:un )?personaje que,? (?:[a-z ]{{1,20}}, )?)? (?P<t>(?:es|era|son) "
        rf"(?:un |una )?(?:personaje |figura )?(?:completamente |totalmente |puramente |enteramente )?(?:imaginari[oa]|inventad[oa]|"
        rf"ficticio|ficticia|de ficcion|pura (?:imaginacion|ficcion|invencion)))\b",
        _invented,
    ),
    Pattern(
        "cast.there_was_no",
        rf"(?:^|[:;,.\"'] )there was no (?P<t>real |such (?:person|man|woman) as |such )?{_C}(?: (?:and|or) no <[PS]\d+>)?(?:[.,;:]|$)",
        _invented,
    ),
)
