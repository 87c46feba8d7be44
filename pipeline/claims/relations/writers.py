"""Who wrote it for the screen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.claims.patterns import Found, Hit, Pattern, each_person

_WRITER = r"(?:co-?)?(?:writers?|screenwriters?|scriptwriters?|head writer|lead writer|guionistas?|writer-[a-z]+)"
_SCRIPT = r"(?:screenplay|script|scripts|teleplay|teleplays|screenplays|adaptation|guion|guiones)"

_SOURCE = re.compile(
    r"\b(?:book|memoir|novel|novella|biography|article|bestseller|source|account|libro|novela|memorias|"
    r"autobiography|piece|essay)\b"
)


def _called_writers(hit: Hit) -> Iterator[Found]:
    """ "Writer Jane Roe" wrote the script, unless the sentence is about the book: then she wrote that."""
    plain = hit.typed("t") in {"writer", "writers"}
    before = hit.sentence.typed[: hit.match.start()]
    if plain and (
        _SOURCE.search(before) or (before and not before.endswith(("the ", "its ", "with ", "from ", "and ", ", ", "by ", "(", ": ")))
    ):
        return
    yield from each_person("writer")(hit)


_FOR_ANOTHER = re.compile(r"^ (?:for|of|to|on) (?:(?:the )?[\"']?<[WXPO]\d+>|(?:an?|another|his|her) )")


def _script_of(hit: Hit) -> Iterator[Found]:
    """ "Ann Poe's script", but not "Ann Poe's script for <another title>"."""
    if not _FOR_ANOTHER.match(hit.sentence.typed[hit.match.end() :]):
        yield from each_person("writer")(hit)


def _row(hit: Hit) -> Iterator[Found]:
    """ "Screenplay: Ann Poe" is plain enough without the slot model; "Writer: Ann Poe" may be the page's own byline."""
    plain = not _BYLINE.match(hit.typed("t"))
    yield from (hit.found("writer", {"value": person.name}, plain=plain) for person in hit.people("p"))


_BYLINE = re.compile(r"(?:co-)?writers?$|written by$|writer-")
PATTERNS: tuple[Pattern, ...] = (
    Pattern(
        "writer.passive",
        r"\b(?P<t>(?:co-)?(?:written|scripted|penned|adapted(?: for (?:television|tv|the screen|<O\d+>))?|"
        r"escrita?|guionizada)(?:,? (?:and|&|y) (?:(?:executive|co)[ -])?(?:directed|created|produced|showrun|"
        r"executive produced|dirigida|creada))?(?: for (?:television|tv|the screen|<O\d+>))? (?:by|por)) "
        r"@BIO(?P<p>@PEOPLE)",
        each_person("writer"),
    ),
    Pattern(
        "writer.created_and",
        r"\b(?P<t>(?:created|directed|produced|creada|dirigida)(?:,? (?:and|&|y) (?:co-)?(?:written|scripted|"
        r"escrita) (?:by|por))) @BIO(?P<p>@PEOPLE)",
        each_person("writer"),
    ),
    Pattern(
        "writer.active",
        rf"(?P<p>@PEOPLE)(?:, (?:[^,;.<]|<[WXSOLDN]\d+>){{1,80}},)?,? (?:who |which )?(?:(?:also|then|himself|herself|alone|together|in "
        rf"turn|has|have|had|both) ){{0,3}}(?P<t>(?:co-)?(?:wrote|writes|written|penned|pens|scripted|adapted|"
        rf"adapts|adapting|escribio|escribe|escribieron|adapto))(?: (?:and|&|y) [a-z]+)? (?:the |all |every |both |"
        rf"it\b|its |each |most |this |four |two |three |five |six |<N\d+> |<S|el |los |la |todos |a )(?:of (?:the "
        rf"|them|<N\d+> ))?(?:[a-z-]+ |<[ND]\d+> ){{0,3}}(?:{_SCRIPT}|episodes?|hours?|chapters?|instal?lments?|"
        rf"series|show|film|movie|drama|parts|book herself|book himself|straight|guion|episodios|capitulos|for the "
        rf"screen|\d+>)",
        each_person("writer"),
    ),
    Pattern(
        "writer.wrote_it",
        r"(?P<p>@PEOPLE) (?:(?:also|then|himself|herself|alone) ){0,2}(?P<t>wrote) it (?:straight|directly|for|as|"
        r"himself|herself|alone|all)\b",
        each_person("writer"),
    ),
    Pattern(
        "writer.title_before",
        rf"\b(?P<t>{_WRITER}(?:[ ,/-]+(?:and |& |y )?(?:creator|director|executive producer|star|showrunner|"
        rf"producer|co-creator|creador|creadora)s?){{0,2}}),? (?P<p>@PEOPLE)",
        _called_writers,
    ),
    Pattern(
        "writer.title_after_maker",
        r"\b(?P<t>(?:creator|director|star|showrunner|co-creator|producer)(?:s)?(?: and |[ ,/-]+|,? & "
        r")(?:co-?)?(?:writer|screenwriter|head writer)s?),? (?P<p>@PEOPLE)",
        each_person("writer"),
    ),
    Pattern(
        "writer.is_title",
        rf"(?P<p>@PEOPLE) (?:is|are|was|were|served as|serves as|es|son) (?:the |its |credited as (?:the )?|listed "
        rf"as (?:the )?|among the |one of (?:the|its) |also the )?(?:[a-z'-]+ )?(?P<t>{_WRITER})\b",
        each_person("writer"),
    ),
    Pattern("writer.title_is", rf"\b(?P<t>{_WRITER}) (?:is|are|was|were|es|son) @BIO(?P<p>@PEOPLE)", each_person("writer")),
    Pattern(
        "writer.appositive", rf"(?P<p>@PEOPLE), (?:the |its |el |la |su )(?:[a-z'-]+ ){{0,2}}(?P<t>{_WRITER})\b", each_person("writer")
    ),
    Pattern(
        "writer.script_by",
        rf"\b(?P<t>{_SCRIPT})(?: is| was| are| were|,)? (?:credited to|by|from|comes? from|came from|written by|de|por) @BIO(?P<p>@PEOPLE)",
        each_person("writer"),
    ),
    Pattern("writer.script_of", rf"(?P<p>@PEOPLE)'s? (?:[a-z-]+ ){{0,3}}(?P<t>{_SCRIPT})\b", _script_of),
    Pattern(
        "writer.needed",
        rf"(?P<p><P\d+>) (?:needed|spent|took|worked|laboured)[^.;]{{1,40}} (?P<t>(?:for|on|over) the {_SCRIPT})",
        each_person("writer"),
    ),
    Pattern(
        "writer.with",
        rf"\b(?P<t>(?:co-)?(?:wrote|writes|written|scripted) (?:it|the (?:{_SCRIPT}|series|show|film|drama|pilot)|"
        rf"<S\d+>) (?:together )?with) @BIO(?P<p>@PEOPLE)",
        each_person("writer"),
    ),
    Pattern(
        "writer.adapted_it",
        r"\bit was (?P<p><P\d+>(?: and <P\d+>)?) who (?P<t>(?:adapted|wrote|scripted) (?:it|the (?:script|"
        r"screenplay|series|film)))\b",
        each_person("writer"),
    ),
    Pattern(
        "writer.also_wrote",
        r"(?P<p><P\d+>)[^.;<]{0,60}(?:,| and) (?:also )?(?P<t>(?:wrote|scripted|penned) (?:every episode|all "
        r"(?:of )?the episodes|all (?:<N\d+>|the) (?:episodes|hours|parts)|the (?:screenplay|script|scripts|"
        r"teleplay)))\b",
        each_person("writer"),
    ),
    Pattern(
        "writer.row",
        rf"^(?:the )?(?P<t>(?:{_WRITER}|written by|{_SCRIPT}(?: by)?|escrita por|guion))(?: and [a-z]+)? ?[:-] ?(?P<p>@PEOPLE)",
        _row,
    ),
)
