"""Characters told to be invented, or to be somebody real, in other words than the plain ones of cast_models.py."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.claims.entities import Entity
from pipeline.claims.patterns import Found, Hit, Pattern


def _is_somebody(e: Entity) -> bool:
    """A character or a portrayed person, and nobody who acts."""
    return (e.type == "P" or (e.type == "S" and e.person)) and (e.is_played() or not e.plays())


def _invented(hit: Hit) -> Iterator[Found]:
    """ "A and his buddy B are inventions": one statement for each."""
    for character in hit.entities("c"):
        if _is_somebody(character):
            yield hit.found("cast_member", {"character": character.name, "real_person": character.name}, polarity="negated")


def _verdadera(hit: Hit) -> Iterator[Found]:
    """ "R is the real C"."""
    real, character = hit.entities("r")[0], hit.entities("c")[-1]
    if _is_somebody(character) and real.type in {"P", "X"} and character.surface.split()[-1] != real.surface.split()[-1]:
        yield hit.found("cast_member", {"character": character.surface, "real_person": real.name if real.type == "P" else real.surface})


def _modelled(hit: Hit) -> Iterator[Found]:
    """ "A's character is modelled on R", of somebody who acts on record and somebody who does not."""
    actor, real = hit.entities("a")[0], hit.entities("r")[0]
    if actor.acts() and not real.plays() and real.named and " " in real.name:
        yield hit.found("cast_member", {"value": actor.name, "real_person": real.name})


_C = r"<[PS]\d+>"
_ROW = (
    rf"(?P<c>{_C}(?:, (?:his|her|the) (?:[a-z-]+ ){{1,4}}[a-z-]+,|(?:,? and |, )(?:(?:his|her|the|their) (?:[a-z-]+ ){{1,4}})?{_C}){{0,4}})"
)
PATTERNS: tuple[Pattern, ...] = (
    Pattern(
        "cast.character_model",
        r"(?P<a><P\d+>)'s? (?:[a-z-]+ ){0,3}?(?:character|part|role|figure|hero|heroine|villain|alter ego)(?:, [^,;.<]{1,50},)? "
        r"(?P<t>(?:is|was) "
        r"(?:also |closely |clearly |directly |in fact )?(?:modell?ed|based|patterned|drawn|a (?:[a-z]+ )?(?:portrait|version|copy)) "
        r"(?:closely |directly )?(?:on|after|from|of)) (?:the )?@BIO(?P<r><P\d+>)",
        _modelled,
    ),
    Pattern(
        "cast.character_model_es",
        r"\b(?:el personaje|el papel|(?:el|la) protagonista) (?:de|que (?:encarna|interpreta)) (?P<a><P\d+>)(?:, [^,;.<]{1,50},)? "
        r"(?P<t>(?:es|esta|se) (?:un |una )?(?:[a-z]+ )?(?:trasunto|retrato|copia|basad[oa]|inspirad[oa]|basa|inspira)(?: [a-z]+)? "
        r"(?:de|en)) "
        r"(?:la |el )?(?:[a-z-]+ ){0,3}?(?P<r><P\d+>)",
        _modelled,
    ),
    Pattern(
        "cast.inventions",
        rf"{_ROW}(?:, (?:on the other hand|however|meanwhile|by contrast|for (?:his|her|their) part),)? (?P<t>(?:is|are|was|were) "
        r"(?:both |all |also |each |just |simply |entirely |purely |wholly |pure |an? |the |<[LOD]\d+>'?s? |[a-z]+'s? "
        r"){0,3}?(?:inventions?|fabrications?|figments?|creations? of (?:the|its) (?:writers?|screenwriters?|script|show)))\b",
        _invented,
    ),
    Pattern(
        "cast.dreamt_up",
        rf"{_ROW} (?P<t>(?:is|are|was|were) (?:both |all |also |entirely |wholly )?"
        r"(?:dreamt|dreamed|made|cooked|thought) up(?: by| for|[.,;]|$))",
        _invented,
    ),
    Pattern(
        "cast.is_the_real",
        r"(?P<r><[PX]\d+>) (?P<t>(?:is|was) the (?:real|real-life|actual|true)|(?:es|fue|era) (?:la verdadera|el verdadero|la autentica|"
        rf"el autentico)) (?P<c>{_C})(?:[,.;:]|$| (?:and|y|behind|on|in)\b)",
        _verdadera,
    ),
)
