"""Whether more of it is to come: renewed, ordered, cancelled, nothing announced."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.claims.patterns import Builder, Found, Hit, Pattern
from pipeline.models import Modality, Polarity

_WORDS = {
    2: "second", 3: "third", 4: "fourth", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth", 9: "ninth", 10: "tenth",
}  # fmt: skip
_SPANISH = {"segunda": "second", "tercera": "third", "cuarta": "fourth", "quinta": "fifth", "sexta": "sixth", "septima": "seventh"}


def _season_line(hit: Hit) -> str:
    """ "second season", of "season two", "a second series", "segunda temporada"."""
    ordinal = hit.typed("o")
    if hit.has("n"):
        number = hit.entities("n")[0].number if hit.entities("n") else None
        return f"{_WORDS.get(number or 0, 'further')} season"
    if hit.has("more"):
        return "further seasons"
    if ordinal in _SPANISH:
        return f"{_SPANISH[ordinal]} season"
    if ordinal and ordinal[0].isdigit():
        return f"{_WORDS.get(int(re.match(r'[0-9]+', ordinal).group()), 'further')} season"  # type: ignore[union-attr]
    return f"{ordinal} season" if ordinal and ordinal not in {"another", "new", "next", "otra", "nueva"} else "second season"


def _states(value: str | None = None, polarity: Polarity | None = None, modality: Modality | None = None) -> Builder:
    """A builder: ``value``, or the season that the match names."""

    def build(hit: Hit) -> Iterator[Found]:
        line = value or _season_line(hit)
        if value is None and line == "first season":
            return
        stated = hit.sentence.typed[hit.match.start() : hit.match.end()]
        denied: Polarity | None = "negated" if re.search(r"\b(?:has|have|is|was|had) (?:not|never)\b", stated) else None
        yield hit.found("renewal", {"value": line}, polarity=polarity or denied, modality=modality)

    return build


_SEASON = (
    r"(?:(?:a |an |the |its |any |una |otra )?(?:(?P<o>second|third|fourth|fifth|sixth|seventh|eighth|another|"
    r"next|new|2nd|3rd|4th|segunda|tercera|cuarta|quinta|sexta|septima|nueva) "
    r"(?:season|series|run|instal?lment|temporada|entrega|chapter)|season (?P<n><N\d+>)|temporada "
    r"(?P<n2><N\d+>))s?|(?P<more>(?:two|<N\d+>|more|further|additional|mas) (?:more |further |additional "
    r")?(?:seasons|instal?lments|temporadas|mas)|more seasons|dos mas|mas temporadas))"
)
_AFTER = (
    r"(?: of (?:<S\d+>|the [a-z]+)| de <S\d+>|,? (?:about|on|set in|centred on|sobre) [^,.;]{1,50}|, "
    r"[^,;.]{1,60},| \([^)]{1,40}\)| starring [^,.;]{1,40})?"
)
_COMING = (
    r"(?:(?:has|have|had|is|was|are|were|been|being|already|now|just|officially|also|basically|finally|"
    r"reportedly|currently|only|said to be|set|ha sido|fue|esta|ya|sera|expected|likely|predicted|not yet|yet|"
    r"never|not) ){0,6}?"
    r"(?:confirmed|announced|ordered|commissioned|green-?lit|on the way|coming|in the works|in development|in "
    r"production|happening|in the can|already filmed|being filmed|planned|underway|under way|on the cards|"
    r"renewed|filmed|to (?:come|follow|release|premiere|be released|be out)|going to (?:be|follow|deal|tell|"
    r"explore)|will (?:release|be|follow|premiere|arrive|come|deal|tell|drop|return)|"
    r"started (?:filming|shooting|production)|starts? (?:filming|shooting)|begins? (?:filming|shooting)|has "
    r"started|arrives|drops|confirmad[oa]|anunciad[oa]|en marcha|llegara|tratara|en camino|se ocupara|"
    r"rodandose)"
)
_SEQUEL = r"(?:a |an |the )?(?:sequel|follow-?up|secuela)"
PATTERNS: tuple[Pattern, ...] = (
    Pattern(
        "renewal.renewed",
        rf"\b(?P<t>(?:renewed|renews|renew|picked up|re-upped|renovo|renovad[oa]|renovar (?:la serie)?|ha renovado|"
        rf"recommissioned)(?: (?:the |la )?(?:<S\d+>|[a-z]+))?(?: [a-z]+){{0,3}}? (?:for|por|para)) {_SEASON}",
        _states(),
    ),
    Pattern(
        "renewal.ordered",
        rf"\b(?P<t>(?:ordered|orders|commissioned|commissions|green-?lit|confirmed|announced|confirms|announces|"
        rf"promised|working on|planning|filming|encargo|encargado|anuncio|anunciado|confirmo|confirmado)) (?:that "
        rf")?{_SEASON}",
        _states(),
    ),
    Pattern("renewal.season_coming", rf"(?P<t>{_SEASON}){_AFTER},? {_COMING}", _states()),
    Pattern(
        "renewal.none",
        r"\b(?P<t>no) (?P<o>second|third|fourth|fifth|further|more|new) (?:season|series|seasons|"
        r"episodes)\b[^.;]{0,40}",
        _states(polarity="negated"),
    ),
    Pattern(
        "renewal.no_plans",
        rf"\b(?P<t>(?:no (?:plans?|word|news|talk|sign|need|announcement)|not (?:yet )?(?:announced|ordered|"
        rf"confirmed|said|commissioned)|hasn't (?:announced|ordered|confirmed)|has not (?:announced|ordered|"
        rf"confirmed|commissioned)|no ha (?:anunciado|confirmado)|sin planes)(?: (?:of|for|about|on|de|para))?) "
        rf"{_SEASON}",
        _states(polarity="negated"),
    ),
    Pattern(
        "renewal.as_for",
        rf"\b(?P<t>as for|en cuanto a) {_SEASON},? (?:[a-z]+|<O\d+>)(?: (?:has|have|is|are|itself|no ha))? (?:not|"
        rf"n't|nothing|this is a limited|a limited|no one|nobody|anunciado|announced no)",
        _states(polarity="negated"),
    ),
    Pattern(
        "renewal.not_any",
        r"(?P<t><O\d+> (?:has|have|had) not (?:yet )?(?:commissioned|ordered|announced|said (?:whether|if) it "
        r"wants|confirmed) (?:any|more|one|anything|whether))",
        _states("further season ordered", polarity="negated"),
    ),
    Pattern(
        "renewal.not_any_es",
        r"(?P<t><O\d+> no ha (?:anunciado|confirmado|encargado|renovado)) (?:ninguna|nada|mas)",
        _states("further season announced", polarity="negated"),
    ),
    Pattern(
        "renewal.will_there",
        rf"\b(?P<t>will there (?:ever )?be|is there (?:going to be|a)|are we getting|can we expect|is|habra|tendra|"
        rf"hay)(?: <S\d+>)? {_SEASON}[^?]{{0,50}}\?",
        _states(modality="question"),
    ),
    Pattern(
        "renewal.title_season",
        r"\b(?P<t>will|is|does) <S\d+> (?:be |get |have |return |come back )?(?:renewed |back )?(?:for |with "
        r")?(?:a )?(?:(?P<o>second|third|fourth) season|season (?P<n><N\d+>))[^?]{0,40}\?",
        _states(modality="question"),
    ),
    Pattern(
        "renewal.cancelled",
        r"(?P<t>(?:cancel(?:l)?ed|axed|scrapped|pulled the plug on|cancels|axes|cancelo|cancelad[oa]|ha "
        r"cancelado)) (?:the (?:series|show|drama)|it\b|<S\d+>|la serie|(?:after|por|tras|in <D)|[.,;]|because)",
        _states("cancelled"),
    ),
    Pattern("renewal.cancelled_es", r"\b(?P<t>la (?:cancelo|ha cancelado)|(?:fue|ha sido) cancelada)\b", _states("cancelled")),
    Pattern("renewal.was_cancelled", r"\b(?P<t>(?:was|been|is|got) (?:cancel(?:l)?ed|axed|scrapped))\b", _states("cancelled")),
    Pattern(
        "renewal.no_more_es",
        r"\b(?P<t>no habra) (?:una |ninguna )?(?:(?P<o>segunda|tercera|cuarta)|mas temporadas)",
        _states(polarity="negated"),
    ),
    Pattern(
        "renewal.sequel",
        rf"\b(?P<t>{_SEQUEL})(?: [^,.;]{{1,60}})? (?:is|was|has been|starts|begins|will|ha sido|esta) (?:already |"
        rf"now |[a-z]+ly |rumou?red to be )?(?:on the (?:cards|way)|in (?:the works|development|production)|"
        rf"planned|ordered|confirmed|announced|coming|shooting|filming|commissioned|follow|en marcha|confirmada)",
        _states("sequel"),
    ),
    Pattern("renewal.is_second", r"<S\d+> (?P<t>is the (?P<o>second|third) season of) <S\d+>", _states()),
    Pattern(
        "renewal.row",
        r"^(?:[*-] ?)?(?P<t>(?:season (?P<n><N\d+>)(?: status)?|renewal(?: status)?|renewed|future)) ?[:-] "
        r"?(?:confirmed|renewed|yes|announced|ordered)",
        _states(),
    ),
    Pattern(
        "renewal.row_no",
        r"^(?:[*-] ?)?(?P<t>(?:season (?P<n><N\d+>)(?: status)?|renewal(?: status)?|renewed|future)) ?[:-] "
        r"?(?:no\b|not (?:yet )?(?:confirmed|renewed|announced)|none|unlikely)",
        _states(polarity="negated"),
    ),
)
