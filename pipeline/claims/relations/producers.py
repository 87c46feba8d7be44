"""Who produced it."""

from __future__ import annotations

from pipeline.claims.patterns import Pattern, each_person

_PRODUCER = r"(?:executive[ -]|co-?|exec |lead )?(?:producers?|productor(?:a|es|as)?)(?: ejecutiv[oa]s?)?"

PATTERNS: tuple[Pattern, ...] = (
    Pattern(
        "producer.passive",
        r"\b(?P<t>(?:executive[ -]|co-)?(?:produced|producida)(?:,? (?:and|&|y) (?:written|directed|created|"
        r"dirigida))? (?:by|por)(?:, among others,)?) @BIO(?P<p>@PEOPLE)",
        each_person("producer"),
    ),
    Pattern(
        "producer.and_passive",
        r"\b(?P<t>(?:written|directed|created)(?:,? (?:and|&) (?:executive[ -]|co-)?produced by)) @BIO(?P<p>@PEOPLE)",
        each_person("producer"),
    ),
    Pattern(
        "producer.active",
        r"(?P<p>@PEOPLE)(?:, (?:[^,;.<]|<[WXSOLDN]\d+>){1,80},)?,? (?:who |which )?(?:(?:also|all|both|then|herself|himself|has|have) "
        r"){0,2}(?P<t>(?:executive[ -]|co-)?(?:produces|produced|produce|producing|produjo|produce))\b",
        each_person("producer"),
    ),
    Pattern(
        "producer.project_led",
        r"\b(?:project|production|venture|creative team)(?:,? |~| ~ | - |, which )(?:is |was )?"
        r"(?P<t>(?:led|headed|spearheaded|steered|shepherded) by) (?:the )?(?:[a-z-]+ ){0,2}(?P<p>@PEOPLE)",
        each_person("producer"),
    ),
    Pattern("producer.title_before", rf"\b(?P<t>{_PRODUCER}),? (?:of the [a-z]+,? )?(?P<p>@PEOPLE)", each_person("producer")),
    Pattern(
        "producer.include",
        rf"\b(?P<t>{_PRODUCER}) (?:include|includes|included|are|is|were|was|number|incluyen|son|es) @BIO(?P<p>@PEOPLE)",
        each_person("producer"),
    ),
    Pattern(
        "producer.as",
        rf"(?P<p>@PEOPLE)(?:, [^,;.]{{1,60}},)? (?:[a-z'-]+ ){{0,6}}(?P<t>as (?:an? |its |the |one of its )?{_PRODUCER})\b",
        each_person("producer"),
    ),
    Pattern(
        "producer.among",
        rf"(?P<p>@PEOPLE) (?:(?:is|are|was|were|serves?|served|acts?|acted|also|sits|es|son) "
        rf"){{1,3}}(?P<t>(?:among|as|one of|on board as|also|entre|un|una|an?|the|both)? ?(?:the |its |an? |los |"
        rf"las )?(?:[a-z-]+ )?{_PRODUCER})\b",
        each_person("producer"),
    ),
    Pattern(
        "producer.appositive",
        rf"(?P<p>@PEOPLE), (?:an? |the |its |also an? |one of the |one of its )(?:(?:fellow|executive|lead|co) "
        rf"){{0,1}}(?P<t>{_PRODUCER})\b",
        each_person("producer"),
    ),
    Pattern(
        "producer.production",
        r"(?P<w>@WORK)? ?(?:is |was )?(?:an? |the )(?P<p>@PEOPLE)(?: and <[PXO]\d+>)? (?P<t>production)\b",
        each_person("producer"),
    ),
    Pattern(
        "producer.company_head",
        r"(?P<p>@PERSON)(?P<t>'s (?:own |new |[a-z-]+ ){0,3}(?:production )?(?:company|banner|outfit|label|firm|"
        r"studio|production house|shingle|productora))\b",
        each_person("producer"),
    ),
    Pattern(
        "producer.doubled",
        rf"(?P<p>@PERSON)[^.;]{{0,90}}?,? and (?:also )?(?P<t>(?:doubled|doubles|served|serves|came on board|comes "
        rf"on board) (?:up )?as (?:an? )?{_PRODUCER})",
        each_person("producer"),
    ),
    Pattern(
        "producer.came_to_produce",
        r"(?P<p>@PERSON) (?:\([^)]{1,80}\) )?(?P<t>(?:came|comes|came on|jumped|signed) (?:on board|aboard|on)? "
        r"?(?:to|and) (?:executive[ -])?produce[ds]?)\b",
        each_person("producer"),
    ),
    Pattern("producer.among_is", rf"\b(?P<t>among (?:the|its) {_PRODUCER} (?:is|are)) @BIO(?P<p>@PEOPLE)", each_person("producer")),
    Pattern(
        "producer.exec_producing",
        r"\b(?P<t>(?:exec(?:utive)?[ -])?producing (?:alongside (?:him|her|them) |it |with (?:him|her) )?(?:is|"
        r"are)) @BIO(?P<p>@PEOPLE)",
        each_person("producer"),
    ),
    Pattern(
        "producer.with",
        r"\b(?P<t>(?:also )?produce[ds]?(?: it)?(?: together)? (?:with|alongside)) @BIO(?P<p>@PEOPLE)",
        each_person("producer"),
    ),
    Pattern(
        "producer.figures",
        r"(?P<p>@PEOPLE),? (?:figuran|figura|aparecen?) (?P<t>como productor(?:a|es|as)?(?: ejecutiv[oa]s?)?)\b",
        each_person("producer"),
    ),
    Pattern(
        "producer.row",
        rf"^(?:the )?(?P<t>(?:{_PRODUCER}|(?:executive )?produced by|producida por|produccion))(?: and [a-z]+)? ?[:-] ?(?P<p>@PEOPLE)",
        each_person("producer"),
    ),
)
