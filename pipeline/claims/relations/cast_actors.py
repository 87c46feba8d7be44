"""Who acts in it, named without a part."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.claims.patterns import Found, Hit, Pattern


def _named(hit: Hit) -> Iterator[Found]:
    for actor in hit.people("a"):
        if not (actor.is_played() and not actor.plays()):
            yield hit.found("cast_member", {"value": actor.name})


def _actor_seen(hit: Hit) -> Iterator[Found]:
    """An actor on record whose acting is spoken of, without a role."""
    for actor in hit.people("a"):
        if any(r == "actor" for _, r in actor.roles):
            yield hit.found("cast_member", {"value": actor.name})


PATTERNS: tuple[Pattern, ...] = (
    Pattern(
        "cast.starring",
        r"\b(?P<t>starring|co-starring|stars|star|with a cast (?:led by|including|that includes)|the cast (?:also "
        r")?(?:includes?|features?|boasts|is led by|is headed by|is rounded out by|comprises)|cast (?:members "
        r")?(?:include|includes)|(?:also )?(?:featuring|joined by|joining|rounding out the cast (?:are|is)|"
        r"rounded out by|led by|headed by|headlined by|fronted by|topped by|alongside|opposite)|protagonizada por|"
        r"protagonizad[oa] por|con|el reparto (?:lo )?(?:incluye|completan|encabeza|integran)) @BIO(?P<a>@PEOPLE)",
        _actor_seen,
    ),
    Pattern(
        "cast.stars",
        r"(?P<a>@PEOPLE)(?:, (?:[^,;.<]|<[WXSOLDN]\d+>){1,80},)? (?P<t>(?:also |both |all )?(?:stars?|co-stars?|"
        r"starred|headlines?|leads? the cast|appears?|feature|round out the cast|complete the cast|make up the "
        r"cast|star|protagoniza|protagonizan|shines?|broods?|schemes?|swims?|shouts?|does nothing but|is "
        r"(?:superb|terrific|wonderful|excellent|a revelation|magnetic|brilliant|wasted|marvellous|perfect|"
        r"outstanding)|are (?:superb|terrific|wonderful|excellent|wasted|brilliant|perfect|outstanding)|makes a "
        r"(?:[a-z-]+ )?cameo|steals (?:every|the|each)))\b",
        _actor_seen,
    ),
    Pattern(
        "cast.turn",
        r"(?P<a><P\d+>)(?P<t>'s (?:[a-z-]+ ){0,3}(?:performance|turn|portrayal|acting|role|work|face|voice|presence))\b",
        _actor_seen,
    ),
    Pattern(
        "cast.on_hand",
        r"\b(?P<t>look out for|watch out for|a cameo (?:from|by)|turns from|performances (?:from|by)|support from|"
        r"work from|thanks to|casting of|played with [^.;,]{1,40} by|the (?:actor|actress|star)s?) "
        r"@BIO(?P<a>@PEOPLE)",
        _actor_seen,
    ),
    Pattern("cast.row", r"^(?P<t>(?:cast|starring|stars|reparto|protagonistas)) ?[:-] ?(?P<a>@PEOPLE)", _named),
    Pattern(
        "cast.played_by_alone",
        r"\b(?P<t>(?:played|portrayed|embodied|voiced|interpretad[oa]s?|encarnad[oa]s?) (?:on screen |here |in "
        r"the (?:series|show|film) |with [^.;,<]{1,40} )?(?:by|por)) @BIO(?P<a>@PEOPLE)",
        _named,
    ),
    Pattern(
        "cast.a_quien_alone",
        r"\b(?P<t>(?:a quien|a la que|al que|a los que|a quienes|lo|la|los) (?:da vida|dan vida|interpreta|"
        r"interpretan|encarna|encarnan)|completan (?:el reparto|la familia)|el reparto (?:lo )?(?:incluye|"
        r"completan|encabeza|integran)|encabezad[oa] por|protagonizad[oa]s? por) @BIO(?P<a>@PEOPLE)",
        _named,
    ),
    Pattern(
        "cast.cameo",
        r"(?P<a>@PERSON)(?:, (?:[^,;.<]|<[WXSOLDN]\d+>){1,80},)? (?P<t>(?:also |even |himself |herself |itself |"
        r"who )*(?:makes?|made|has|have|does|hace|returns for) (?:also )?(?:an? |un |una )?(?:[a-z'-]+ "
        r"){0,3}(?:cameo|appearance|guest spot|walk-on|aparicion))\b",
        _named,
    ),
    Pattern(
        "cast.in_the_cast",
        r"(?P<a>@PEOPLE) (?P<t>(?:(?:are|is|were|was|also|have|has|all|both) ){0,3}(?:in the (?:cast|ensemble|"
        r"line-up)|among the (?:cast|ensemble)|the other (?:big )?parts|rounds? out the (?:[a-z]+ )?(?:cast|"
        r"ensemble)|completes? the (?:cast|line-up|ensemble)|make up the (?:rest of the )?(?:cast|ensemble)|fill "
        r"out the (?:cast|ensemble)|co-stars?))\b",
        _actor_seen,
    ),
    Pattern(
        "cast.includes",
        r"\b(?:cast|ensemble|bench|line-up|company|roll call) (?:[a-z]+ ){0,2}(?P<t>includes?|features?|boasts|"
        r"numbers|takes in|runs to|has) @BIO(?P<a>@PEOPLE)",
        _actor_seen,
    ),
    Pattern(
        "cast.plays_him",
        r"(?P<a><P\d+>)(?:, (?:[^,;.<]|<[WXSOLDN]\d+>){1,80},)? (?P<t>(?:who )?(?:plays|played|portrays|"
        r"portrayed)) (?:him|her|them|both)\b",
        _actor_seen,
    ),
)
