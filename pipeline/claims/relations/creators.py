"""Who created the work."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.claims.patterns import Found, Hit, Pattern, each_person
from pipeline.models import Relation

_CREATOR = r"(?:co-?)?(?:creators?|showrunners?|creator-[a-z]+|creador(?:a|es|as)?)"
_MADE = (
    r"(?:(?:co-)?created|(?:co-)?developed|conceived|dreamt up|dreamed up|devised|cooked up|masterminded|"
    r"brought to (?:the )?(?:small )?(?:screen|life)|helmed and created|creada?|desarrollada|ideada)"
)


def _owners(hit: Hit) -> Iterator[Found]:
    """ "Jane Roe's Title" says that she made it, in whatever capacity: the one on record, or creator; actors own nothing."""
    slug = hit.entities("s")[-1].value
    for person in hit.people("p"):
        own = {role for show, role in person.roles if show == slug}
        relation = next((r for r in MAKERS_IN_ORDER if r in own), None)
        if relation is not None:
            yield hit.found(relation, {"value": person.name})
        elif not own and not person.is_played() and person.named:
            yield hit.found("creator", {"value": person.name})


_BROUGHT = re.compile(
    r"(?:<S\d+>[\"']?|\b(?:it|series|show|drama|film|movie|project|whole thing|thing|serie))(?: (?:is|was|has been|being))?,? $"
)


_TALE = re.compile(r"\b(?:tale|story|case|crime|plot|characters?|idea|caso|historia)\b[^,;.:]{0,50} (?:is|was|were|been|fue|ha sido) $")


_AND_ANOTHER = re.compile(r", (?:and|y|while) <P\d+>$")
_DOES = re.compile(
    r"(?:, [^,;.]{1,60},)? (?:directed|directs|wrote|writes|penned|produced|produces|stars?|starred|plays?|played|handled|took|served|"
    r"dirigio|dirige|escribio|produjo|protagoniza)\b| (?:is|was|es|fue) (?:the|el|la)\b"
)


def _made_by(hit: Hit) -> Iterator[Found]:
    """What is "brought to life by" somebody is made by them where it is the work, and played by them where it is a part; whoever dreamt
    up the tale may have written its source."""
    before = hit.sentence.typed[: hit.span("t")[0]]
    verb = hit.typed("t")
    if ("life" in verb and not _BROUGHT.search(before)) or ("screen" not in verb and _TALE.search(before)):
        return
    people = hit.people("p")
    if (
        len(people) > 1
        and _AND_ANOTHER.search(hit.sentence.typed[: hit.match.end()])
        and _DOES.match(hit.sentence.typed[hit.match.end() :])
    ):
        people = people[:-1]  # "created by <P>, and <P> directed it"
    yield from (hit.found("creator", {"value": person.name}) for person in people)


def _own_work(hit: Hit) -> Iterator[Found]:
    """ "Jane Roe's five-parter": said of works that she made, on record; of others it may mean anything."""
    for person in hit.people("p"):
        for relation in MAKERS_IN_ORDER:
            slugs = frozenset(slug for slug, role in person.roles if role == relation)
            if slugs:
                yield hit.found(relation, {"value": person.name}, only_for=slugs)


MAKERS_IN_ORDER: tuple[Relation, ...] = ("creator", "director", "writer", "producer")
PATTERNS: tuple[Pattern, ...] = (
    Pattern(
        "creator.passive",
        rf"\b(?P<t>{_MADE}(?:,? (?:and|y|&) (?:(?:executive|co)[ -])?(?:written|directed|produced|showrun|show-run|"
        rf"helmed|executive produced|scripted|penned|dirigida|escrita|producida))?,? (?:for (?:the )?(?:television|tv|"
        rf"screen|<O\d+>) )?(?:by|por)) @BIO(?P<p>@PEOPLE)",
        _made_by,
    ),
    Pattern(
        "creator.active",
        r"(?P<p>@PEOPLE)(?:, (?:[^,;.<]|<[WXSOLDN]\d+>){1,80},)?,? (?:who |which )?@ADV(?P<t>(?:co-)?created|(?:co-)?creates|"
        r"(?:co-)?developed|conceived|masterminded|dreamt up|dreamed up|devised|creo|ideo|desarrollo) (?:and "
        r"(?:[a-z]+ ){1,2})?(?:the |this |it\b|his |her |their |a |la |esta |<S)",
        each_person("creator"),
    ),
    Pattern(
        "creator.title_before",
        rf"\b(?P<t>{_CREATOR}(?:[ ,/-]+(?:and |& |y )?(?:writer|director|executive producer|star|co-star|"
        rf"showrunner|head writer|guionista)s?){{0,2}}),? (?:of the [a-z]+,? |de la serie,? )?(?P<p>@PEOPLE)",
        each_person("creator"),
    ),
    Pattern(
        "creator.title_behind",
        rf"(?P<p>@PEOPLE), (?:the |its |el |la |who is the |who's the )?(?:[a-z'-]+ ){{0,3}}(?P<t>{_CREATOR})\b",
        each_person("creator"),
    ),
    Pattern(
        "creator.is_title",
        rf"(?P<p>@PEOPLE) (?:is|are|was|were|served as|serves as|acts as|acted as|es|son) (?:the |its |credited as "
        rf"(?:the )?|listed as (?:the )?|both )?(?:[a-z'-]+ )?(?P<t>{_CREATOR})\b",
        each_person("creator"),
    ),
    Pattern(
        "creator.title_is", rf"\b(?P<t>{_CREATOR})(?: and [a-z]+)? (?:is|are|was|were|es|son|:) @BIO(?P<p>@PEOPLE)", each_person("creator")
    ),
    Pattern(
        "creator.row",
        rf"^(?:the )?(?P<t>(?:{_CREATOR}|created by|creado por|creada por))(?: and [a-z]+)?:? ?[:-] ?(?P<p>@PEOPLE)",
        each_person("creator"),
    ),
    Pattern(
        "creator.work_of",
        r"(?P<w>@WORK)(?:'s|,)? (?:is|was|es|,)? ?(?:very much |largely |all )?(?P<t>(?:the )?(?:work|brainchild|"
        r"creation|baby|handiwork|latest|invention|passion project|obra)) (?:of|from|by|de) @BIO(?P<p>@PEOPLE)",
        each_person("creator"),
    ),
    Pattern(
        "creator.from",
        r"\b(?:comes?|coming|came|arrives?|is|hails?) (?P<t>from) (?:the )?(?:creators?|showrunners?|minds? of|"
        r"pen of|duo|team of|partnership of|pair of) (?P<p>@PEOPLE)",
        each_person("creator"),
    ),
    Pattern(
        "creator.mind_of",
        r"\b(?P<t>(?:sprang|springs|sprung|came|comes|born) (?:straight )?(?:from|out of) the (?:fertile |twisted |brilliant )?"
        r"(?:mind|minds|imagination|brain|head|pen) of) @BIO(?P<p>@PEOPLE)",
        each_person("creator"),
    ),
    Pattern(
        "creator.brains_is",
        r"\bthe (?P<t>(?:brains?|mastermind|creative (?:mind|force|brain)|driving force)(?: (?:of|behind) "
        r"(?:it|it all|the (?:outfit|whole thing|series|show|drama|project|production)))? (?:is|was)) "
        r"(?:none other than )?@BIO(?P<p>@PEOPLE)",
        each_person("creator"),
    ),
    Pattern(
        "creator.dreamed_it_up",
        r"(?P<p>@PEOPLE)(?:, (?:[^,;.<]|<[WXSOLDN]\d+>){1,80},)?,? (?:who )?(?P<t>(?:dreamed|dreamt|cooked|thought) "
        r"(?:it|this|the (?:whole )?(?:thing|series|show|drama|project|idea)) up)\b",
        each_person("creator"),
    ),
    Pattern(
        "creator.the_one_who",
        r"(?P<p><P\d+>), (?P<t>the (?:man|woman|people|person|pair|duo) who (?:created|made|dreamed up|dreamt up|devised) "
        r"(?:it|this|the (?:series|show|drama)))\b",
        each_person("creator"),
    ),
    Pattern("creator.is_by", r"(?P<w>@SUBJ)(?:'s| is| was) (?P<t>by) (?P<p>@PEOPLE)", each_person("creator")),
    Pattern(
        "creator.with",
        r"\b(?P<t>(?:co-)?created (?:it|the (?:series|show|drama)|<S\d+>) (?:together )?with) @BIO(?P<p>@PEOPLE)",
        each_person("creator"),
    ),
    Pattern(
        "creator.devised_with",
        r"\b(?P<t>(?:devised|developed|dreamt up) (?:it|the (?:series|show|drama)) (?:together )?with) "
        r"@BIO(?P<p>@PEOPLE)",
        each_person("creator"),
    ),
    Pattern(
        "creator.figure_as",
        rf"(?P<p>@PEOPLE) (?P<t>(?:figuran?|aparecen?|are credited|is credited|share the) (?:como |as )?(?:los |"
        rf"the )?{_CREATOR}(?: credit)?)\b",
        each_person("creator"),
    ),
    Pattern(
        "creator.owned_work",
        r"(?P<p><P\d+>(?:(?:, | and |,? and )<P\d+>){0,3})(?P<t>'s?) (?:[a-z0-9-]+ |<[OND]\d+>(?:'s)?[ "
        r"-]){0,3}(?:series|miniseries|drama|dramedy|<N\d+>-parter|parter|[a-z]+-parter|limited series)\b",
        _own_work,
    ),
    Pattern(
        "creator.mind",
        r"(?P<p>@PEOPLE), (?P<t>the (?:creative )?(?:mind|minds|brain|brains|man|woman|duo|pair|force|team) "
        r"behind) (?:the (?:series|show|drama|film|whole thing|project)|it|<S\d+>)",
        each_person("creator"),
    ),
    Pattern(
        "creator.possessive",
        r"(?P<p><P\d+>(?:(?:, | and |,? and )<P\d+>){0,3})(?P<t>'s?) (?:[a-z0-9-]+ |<[OND]\d+>(?:'s)?[ -]){0,4}[\"']?(?P<s><S\d+>)",
        _owners,
    ),
)
