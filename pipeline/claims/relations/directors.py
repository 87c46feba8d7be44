"""Who directed it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.claims.patterns import Found, Hit, Pattern, each_person

_DIRECTOR = r"(?:co-?)?(?:directors?|film-?makers?|film makers?|director-[a-z]+|helmer|realizador(?:a|es)?|cineastas?)"


def _directs(hit: Hit) -> Iterator[Found]:
    """Unless it is a department that is directed."""
    if not is_of_a_department(hit):
        yield from each_person("director")(hit)


def is_of_a_department(hit: Hit) -> bool:
    """Is it photography, art, music or casting that somebody directs: "la direccion de fotografia", "art direction"?"""
    start, end = hit.span("t")
    return any(m.start() < end and start < m.end() for m in _DEPARTMENT.finditer(hit.sentence.typed))


_DEPARTMENT = re.compile(
    r"\b(?:direccion|director(?:a|es|as)?|realizador(?:a|es)?) (?:general |tecnic[oa] )?(?:de (?:la |el |los |las )?)?"
    r"(?:fotografia|arte|artistic[oa]s?|musical(?:es)?|musica|orquesta|coros?|actores|dialogos|casting|reparto|produccion|sonido|doblaje|"
    r"vestuario|segunda unidad|escenografia|coreografia|efectos|montaje|contenidos|ficcion|comunicacion|programas)\b|"
    r"\bdirect(?:ion|ing|ors?) (?:of (?:the )?)?"
    r"(?:photography|cinematography|music|dance|orchestra|second unit|casting|sound|choreography|programming|content|drama)\b|"
    r"\b(?:art|artistic|music(?:al)?|photograph[a-z]+|cinematograph[a-z]+|casting|second[ -]unit|sound|fashion|creative|voice|fight|stunt|"
    r"dance|movement|lighting|technical|choral|orchestral|managing|funeral|stage|set|costume) direct(?:ion|ing|ors?)\b"
)


def _of_this_work(hit: Hit) -> Iterator[Found]:
    """ "Took over as director for the finale", but not "for <another title>" or "for the 2002 film"."""
    if not _FOR_ANOTHER.match(hit.sentence.typed, hit.span("t")[1]):
        yield from _directs(hit)


_FOR_ANOTHER = re.compile(
    r" (?:on|for|of|from) (?:[\"']?<(?:[WXPLO]\d+>|S\d+>'s)|(?:the|an?|his|her|another) (?:[a-z-]+ |<[DNLO]\d+>(?:'s)? ){0,3}"
    r"(?:film|movie|sequel|remake|documentary|pilot of|video|play)\b)"
)
PATTERNS: tuple[Pattern, ...] = (
    Pattern(
        "director.passive",
        r"\b(?P<t>(?:co-)?(?:directed|helmed|steered|dirigid[oa]s?|filmed|shot)(?:,? (?:and|&|y) (?:(?:executive|co)[ "
        r"-])?(?:written|created|produced|co-written|executive produced|escrita|creada))? (?:by|por)) "
        r"@BIO(?P<p>@PEOPLE)",
        _directs,
    ),
    Pattern(
        "director.written_and",
        r"\b(?P<t>(?:written|created|produced|adapted|co-written|escrita|creada)(?:,? (?:and|&|y) "
        r"(?:co-)?(?:directed|helmed|dirigida) (?:by|por))) @BIO(?P<p>@PEOPLE)",
        _directs,
    ),
    Pattern(
        "director.active",
        r"(?P<p>@PEOPLE)(?:, (?:[^,;.<]|<[WXSOLDN]\d+>){1,80},)?,? (?:who |which )?(?:(?:also|then|himself|herself|alone|together|in "
        r"turn|wrote and|writes and|has|have|both) ){0,3}(?P<t>(?:co-)?(?:directs|directed|direct|helms|helmed|"
        r"dirigio|dirige|dirigieron|dirigen))(?: (?:and|&) [a-z]+)?(?: (?:the|all|every|both|it|its|them|each|most|"
        r"with|like|this|four|two|three|five|six|from|several|some|la|el|los|las|todos)\b| <[NS]\d+>|[.,;])",
        _directs,
    ),
    Pattern(
        "director.title_before",
        rf"\b(?P<t>{_DIRECTOR}(?:[ ,/-]+(?:and |& |y )?(?:creator|writer|executive producer|star|showrunner|"
        rf"producer)s?){{0,2}}),? (?P<p>@PEOPLE)",
        _directs,
    ),
    Pattern(
        "director.title_after",
        r"\b(?P<t>(?:creator|writer|star|showrunner|co-creator|producer)s?(?: and |[ ,/-]+|,? & )(?:co-?)?directors?),? (?P<p>@PEOPLE)",
        _directs,
    ),
    Pattern(
        "director.is_title",
        rf"(?P<p>@PEOPLE) (?:is|are|was|were|served as|serves as|es|son) (?:the |its |credited as (?:the )?|listed "
        rf"as (?:the )?|among the |one of the )?(?:[a-z'-]+ )?(?P<t>{_DIRECTOR})\b",
        _directs,
    ),
    Pattern("director.title_is", rf"\b(?P<t>{_DIRECTOR}) (?:is|are|was|were|es|son) @BIO(?P<p>@PEOPLE)", _directs),
    Pattern(
        "director.appositive",
        rf"(?P<p>@PEOPLE), (?:the |its |el |la |su )(?:[a-z'-]+ ){{0,2}}(?P<t>{_DIRECTOR})\b",
        _directs,
    ),
    Pattern(
        "director.camera",
        r"(?P<p>@PEOPLE) (?:(?:also|then|himself|herself|both) )?(?P<t>(?:is|was|are|were|stepped|steps|sits|sat|"
        r"stood|stands|goes|went|got|gets|took|takes) (?:behind the camera|in the director's chair|the director's "
        r"chair|the helm|at the helm|the reins|into the director's chair))",
        _directs,
    ),
    Pattern(
        "director.camera_is",
        r"\b(?P<t>behind the camera|in the director's chair|at the helm|tras la camara)(?:,)? (?:is|was|are|were|"
        r"sits|sat|stands|stood|esta) @BIO(?P<p>@PEOPLE)",
        _directs,
    ),
    Pattern("director.directing_is", r"\b(?P<t>directing|dirige|dirigen) (?:is|are|throughout is) @BIO(?P<p>@PEOPLE)", _directs),
    Pattern(
        "director.throughout",
        r"\b(?P<t>(?:directed|helmed) (?:throughout|entirely|largely|mostly|in part|partly|by turns) by) "
        r"@BIO(?P<p>@PEOPLE)",
        _directs,
    ),
    Pattern(
        "director.shares",
        r"(?P<p>@PEOPLE),? (?:who )?(?P<t>(?:shares?|shared|split|comparten?) (?:the |la )?(?:directing|direction|"
        r"direccion)(?: duties)?)\b",
        _directs,
    ),
    Pattern(
        "director.with",
        r"\b(?P<t>(?:directs|directed|shares? the direct[a-z]+|dirige|la direccion)(?: it| them| the [a-z]+)? "
        r"(?:with|alongside|con|junto a)) @BIO(?P<p>@PEOPLE)",
        _directs,
    ),
    Pattern(
        "director.into_directing",
        r"(?P<t>(?:talked|persuaded|roped|coaxed|hired|brought in|tapped)) @BIO(?P<p>@PEOPLE) (?:into directing|to direct)\b",
        _directs,
    ),
    Pattern(
        "director.calls_the_shots",
        r"(?P<p>@PEOPLE)(?:, (?:[^,;.<]|<[WXSOLDN]\d+>){1,80},)?,? (?:who )?(?:(?:also|then|alone|himself|herself) )?"
        r"(?P<t>(?:called|calls) the shots|took over as (?:the )?director|went on to direct|did (?:all )?the directing|"
        r"occupied the director's chair)(?: (?:on|for|of|as|throughout|from|himself|herself|the|every|all|each|both|it)\b|[.,;]|$)",
        _of_this_work,
    ),
    Pattern(
        "director.was_given",
        r"\b(?P<t>(?:directing|(?:the )?direction|the director's chair|the megaphone|directing duties)(?:, [a-z ]{1,20},)? "
        r"(?:was|were|is|went|fell|passed) (?:handed |given |entrusted |left |taken |occupied |filled )?(?:to|by)) @BIO(?P<p>@PEOPLE)",
        _directs,
    ),
    Pattern("director.direction", r"(?P<p>@PEOPLE)'s? (?:[a-z-]+ ){0,2}(?P<t>direction|directing|camera)\b", _directs),
    Pattern(
        "director.film_of",
        r"(?P<p>@PEOPLE)(?P<t>'s?) (?:[a-z0-9-]+ |<[ODN]\d+>(?:'s)?[ -]){0,3}(?:film|movie|picture|biopic)\b",
        _directs,
    ),
    Pattern(
        "director.duties",
        r"\b(?P<t>directing (?:duties|credits?)|direction|direccion)(?: (?:are|is|were|was|went|fell|goes|go|"
        r"corre|es))? (?:shared by|shared between|split between|handled by|by|to|a cargo de|de) "
        r"@BIO(?P<p>@PEOPLE)",
        _directs,
    ),
    Pattern(
        "director.row",
        rf"^(?:the )?(?P<t>(?:{_DIRECTOR}|directed by|dirigida por|direccion))(?: and [a-z]+)? ?[:-] ?(?P<p>@PEOPLE)",
        _directs,
    ),
)
