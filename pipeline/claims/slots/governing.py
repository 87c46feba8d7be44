"""Which plain word says what somebody made: "directed by <somebody>", "<somebody> wrote the scripts".

The slot model tells makers from other people better than it tells a director from a creator; where a verb governs the name, the verb
settles which of the two it is.
"""

from __future__ import annotations

import re

from pipeline.claims.entities import Sentence

MAKERS = frozenset({"director", "creator", "writer", "producer"})
_VERBS = {
    "director": r"(?:co-)?directed|helmed|steered|dirigid[oa]|dirigio",
    "creator": r"(?:co-)?created|(?:co-)?developed|devised|conceived|cread[oa]|idead[oa]|desarrollad[oa]",
    "writer": r"(?:co-)?(?:written|scripted)|penned|adapted|escrit[oa]",
    "producer": r"(?:executive |co-)?produced|producid[oa]",
}
_VERB = "|".join(f"(?P<{part}>{verbs})" for part, verbs in _VERBS.items())
_SECOND = _VERB.replace("(?P<", "(?P<second_")
_FULLY = (
    r"(?:(?:entirely|largely|mostly|solely|jointly|alone|throughout|in full|in part|partly|from (?:start to finish|first to last|beginning "
    r"to end)|for (?:television|tv|the (?:small )?screen)|para la (?:television|pantalla)) )?"
)
_ROW = (
    r"(?:[a-z0-9'-]+ |<[LOXD]\d+>(?:'s)? ){0,6}?"
    r"(?:<[PS]\d+>(?:,? and|,? &|,| y| e) (?:the |his |her |fellow |novelist |writer |director |producer )?)*"
)
_PASSIVE = re.compile(rf"\b(?:{_VERB})(?:(?:,? and|,| &| y) (?:{_SECOND}))? {_FULLY}(?:by|por) {_ROW}$")
_SCRIPTS = re.compile(
    r"\b(?:scripts?|screenplays?|teleplays?|guion|guiones)(?:, (?:however|though|too|by the way|in turn|en cambio|sin embargo),)? "
    rf"(?:is|are|was|were|es|son|fue|fueron) (?:the (?:sole )?work of|by|obra de) {_ROW}$"
)
_SAME = r"(?:also |then |alone |himself |herself |themselves |both |even |solo )*"
_ALL = r"(?:the|each|every|all|both|it|its|this|most|la|el|los|las|todos|todas|<[NS]\d+>)"
_WORK = (
    r"(?:it\b|this|<S\d+>|"
    r"(?:the|la|el|esta) (?:[a-z-]+ |<N\d+>-[a-z]+ ){0,2}(?:series|show|drama|miniseries|film|serie|miniserie|ficcion)\b)"
)
_SCRIPT = r"(?:every|each|all|both|(?:the|its|los?|el) (?:[a-z-]+ ){0,2}(?:scripts?|screenplay|teleplay|pilot|guion|guiones)\b)"
_ASIDE = r"(?:(?: of| from|, of) <[XWOS]\d+>(?: fame)?| \([^()]{1,40}\)|, [^,;.]{1,90},)?"
_ACTIVE = re.compile(
    rf"^{_ASIDE},? (?:who |que )?{_SAME}(?:(?P<director>(?:co-)?directed|directs|helmed|dirigio|dirige) {_ALL}\b|"
    rf"(?P<creator>(?:co-)?created|devised|creo|ideo) {_WORK}|(?P<writer>(?:co-)?wrote|scripted|penned|escribio) {_SCRIPT})"
)

_RELATIVE = re.compile(rf"{_ASIDE},? (?:who|que)\b")
_LATER = {
    "director": re.compile(r"\bdirect(?:s|ed|ing)?\b|\bdirigi"),
    "creator": re.compile(r"\bcreat(?:es|ed|or)\b|\bcreo\b"),
    "writer": re.compile(r"\b(?:co-)?(?:wrote|writes?|written|scripts?)\b|\bescri[bt]"),
}


def find_governing(sentence: Sentence, start: int, end: int) -> frozenset[str]:
    """The parts that a plain verb or noun gives to the name between two typed offsets; none where no such word governs it."""
    before, behind = sentence.typed[:start], sentence.typed[end:]
    passive = _PASSIVE.search(before)
    if passive is not None:
        made = frozenset(name.removeprefix("second_") for name, verb in passive.groupdict().items() if verb)
        more = _ACTIVE.search(behind) if _RELATIVE.match(behind) else None  # "created by <P>, who also wrote every script"
        return made | {name for name, verb in more.groupdict().items() if verb} if more is not None else made
    if _SCRIPTS.search(before):
        return frozenset({"writer"})
    active = _ACTIVE.search(behind)
    if active is None:
        return frozenset()
    # "created this version, wrote it and directed each episode": the later verbs are hers as well, or somebody else's
    later = {part for part, verbs in _LATER.items() if verbs.search(behind, active.end())}
    return frozenset(name for name, verb in active.groupdict().items() if verb) if not later else frozenset()
