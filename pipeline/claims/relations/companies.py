"""Which company made it."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.claims.patterns import Found, Hit, Pattern

_ORGS = r"<[OX]\d+>(?:(?:, and |, | and | & | y | in association with | together with | with )<[OX]\d+>){0,6}"


_OWNED = r"<[OXP]\d+>(?:(?:, and |, | and | & | y )<[OX]\d+>){0,3}"


def _own_company(hit: Hit) -> Iterator[Found]:
    """As _each_company; "her banner Hello Lantern" is a company whatever it looks like."""
    for company in hit.entities("c"):
        yield hit.found("production_company", {"value": company.surface})


def _each_company(hit: Hit) -> Iterator[Found]:
    for company in hit.entities("c"):
        if company.type == "O" or (company.type == "X" and (company.named or hit.pattern.name != "company.bare_possessive")):
            yield hit.found("production_company", {"value": company.surface})


PATTERNS: tuple[Pattern, ...] = (
    Pattern(
        "company.passive",
        rf"\b(?P<t>(?:produced|made|co-produced|mounted|bankrolled|financed|producida|realizada|coproducida) "
        rf"(?:for [^.;]{{1,30}} )?(?:by|por)) (?:[a-z0-9'-]+ |<P\d+>(?:'s)? ){{0,6}}(?P<c>{_ORGS})",
        _each_company,
    ),
    Pattern(
        "company.possessive",
        rf"<P\d+>'s? (?P<t>(?:own |new |[a-z-]+ ){{0,3}}(?:production )?(?:company|banner|outfit|label|firm|studio|"
        rf"production house|shingle|production company|productora)),? (?:called |named )?(?P<c>{_OWNED})",
        _own_company,
    ),
    Pattern(
        "company.her_company",
        rf"\b(?:his|her|their|its) (?P<t>(?:own |new |[a-z-]+ ){{0,2}}(?:company|banner|outfit|label|firm|studio|"
        rf"production company|production house|shingle|imprint|productora)),? (?:called |named )?(?P<c>{_OWNED})",
        _own_company,
    ),
    Pattern(
        "company.bare_possessive",
        r"<P\d+>(?P<t>'s?) (?P<c><[OX]\d+>)(?: (?:also |snapped|produces|produced|is producing|banner|bought|"
        r"optioned|acquired|makes|made|and <)|[.,;]|$)",
        _each_company,
    ),
    Pattern(
        "company.active",
        rf"(?P<c>{_ORGS}) (?:also |both |all |then )?(?P<t>(?:co-)?(?:produces|produced|produce|producing|made the "
        rf"(?:series|show|film|drama)|snapped up the rights|optioned|bought the rights|acquired the rights|produjo|"
        rf"produce))\b",
        _each_company,
    ),
    Pattern(
        "company.producers_including",
        rf"\b(?P<t>producers?(?: of the [a-z]+)?,? (?:including|among them|such as|like)) (?:<P\d+>'s? )?(?P<c>{_ORGS})",
        _own_company,
    ),
    Pattern("company.production", rf"\b(?:an? |the )?(?P<c>{_ORGS}) (?P<t>productions?)\b", _each_company),
    Pattern(
        "company.through",
        rf"\b(?P<t>(?:through|via|under|for|from|at) (?:his|her|their|its|the) (?:own |[a-z-]+ )?(?:company|banner|"
        rf"label|outfit|shingle)),? (?P<c>{_ORGS})",
        _each_company,
    ),
    Pattern("company.partner", rf"\b(?:his|her|their) (?P<c>{_ORGS}) (?P<t>partner|banner|company|label)\b", _each_company),
    Pattern(
        "company.made",
        r"(?P<c><O\d+>) (?P<t>made (?:it|the (?:series|show|programme|drama|film)|<S\d+>)|is (?:producing|the "
        r"studio|the production company)|is also producing)\b",
        _each_company,
    ),
    Pattern("company.comes_from", rf"(?:series|show|drama|film|it|<S\d+>) (?P<t>comes from|hails from) (?P<c>{_ORGS})", _each_company),
    Pattern(
        "company.banner_of", r"\b(?P<t>under the (?:banner|label|umbrella) of|at the head of|al frente de) (?P<c><[OX]\d+>)", _each_company
    ),
    Pattern(
        "company.row",
        rf"^(?:the )?(?P<t>(?:production (?:company|companies)|produced by|studio|productora)) ?[:-] ?(?P<c>{_ORGS})",
        _each_company,
    ),
)
