"""Makers told by their role, put alike for directors, creators and writers: "the director of it all is A", "it was A who wrote it"."""

from __future__ import annotations

from pipeline.claims.patterns import Pattern
from pipeline.claims.relations.maker_rows import ALSO, ASIDE, OBJECT, OF_IT, ROW, each_of_row
from pipeline.models import Relation

_ROLE_NOUNS: dict[Relation, str] = {
    "director": r"(?:co-)?(?:directors?|helmer|realizador(?:a|es)?|director(?:a|es)?)",
    "creator": r"(?:co-)?(?:creators?|showrunners?|creador(?:a|es|as)?)",
    "writer": r"(?:co-)?(?:(?:head |lead |chief |main )?writers?|screenwriters?|scriptwriters?|guionistas?)",
}
_DID: dict[Relation, str] = {
    "director": r"(?:co-)?(?:directed|directs|helmed|helms|steered)",
    "creator": r"(?:co-)?(?:created|devised|conceived|invented|dreamed up|dreamt up|came up with)",
    "writer": r"(?:co-)?(?:wrote|writes|penned|scripted)",
}
_DID_ES: dict[Relation, str] = {
    "director": r"(?:dirigio|dirige|dirigieron|dirigen)",
    "creator": r"(?:creo|ideo|concibio|crearon|idearon|concibieron)",
    "writer": r"(?:escribio|escribe|guionizo|escribieron)",
}
_WRITTEN = r"(?:(?:the|its|every|each|both|all|all the|all of the) (?:<N\d+> )?(?:scripts?|screenplays?|teleplays?)|it for the screen)"


def _role_patterns(relation: Relation) -> tuple[Pattern, ...]:
    role, did, did_es = _ROLE_NOUNS[relation], _DID[relation], _DID_ES[relation]
    objects = OBJECT if relation != "writer" else rf"(?:{OBJECT}|{_WRITTEN})"
    return (
        # the director of all the episodes is A; the creator, as insiders will tell you, is A
        Pattern(
            f"{relation}.title_of_is",
            rf"(?:^|[,;:.] |\b(?:and|but|while|y) )(?:the |its |el |la |los |su |sus )(?:sole |only |real )?(?P<t>{role}{OF_IT} "
            rf"(?:is|are|was|were|being|would be|turns out to be|es|son|fue|fueron)) (?:none other than |"
            rf"nada menos que )?@BIO(?P<p>{ROW})",
            each_of_row(relation),
        ),
        # A, of the earlier hit, is its creator; A is credited as sole creator
        Pattern(
            f"{relation}.is_named",
            rf"(?P<p>{ROW}){ASIDE} (?P<t>(?:(?:is|are|was|were|gets?|got|has been|have been) (?:also )?(?:the |its |"
            rf"(?:credited|named|listed|billed|given|cited) (?:here )?as (?:the |its )?)?|(?:serves?|served|acts?|acted) as (?:the |its )?|"
            rf"(?:figura|figuran|aparece|aparecen|consta|constan|firma|firman|ejerce) como (?:el |la |los |su )?|es (?:el |la |su ))"
            rf"(?:sole |only |co-|unic[oa] )?{role})(?:[.,;:)]|$| (?:of|on|for|behind|and|y|de|del|throughout|here|who|while|with)\b)",
            each_of_row(relation),
        ),
        # it was A who directed it; the person who actually wrote the screenplay is A
        Pattern(
            f"{relation}.cleft",
            rf"\b(?:it (?:is|was)|it's|'twas) (?:none other than )?@BIO(?P<p>{ROW}) (?:who|that) {ALSO}(?P<t>{did}) {objects}",
            each_of_row(relation),
        ),
        Pattern(
            f"{relation}.es_cleft",
            rf"(?:^|[,;:] |\by )(?P<t>(?:fue|es|fueron|son)) @BIO(?P<p>{ROW}) (?:quien|quienes|el que|la que) (?:la |lo |los |"
            rf"las )?{did_es}"
            rf"(?:[.,;]|$| (?:la|el|los|las|todos|esta|en|con)\b)",
            each_of_row(relation),
        ),
        Pattern(
            f"{relation}.who_did_is",
            rf"\b(?P<t>the (?:person|man|woman|one|people|ones|pair|duo|hand) (?:who|that) {ALSO}{did} {objects}[^,;.<]{{0,25}} "
            rf"(?:is|was|are|were)) (?:none other than )?@BIO(?P<p>{ROW})",
            each_of_row(relation),
        ),
    )


PATTERNS: tuple[Pattern, ...] = tuple(pattern for relation in _ROLE_NOUNS for pattern in _role_patterns(relation))
