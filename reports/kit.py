"""The correction kit of an item: a courteous note to the publisher, ClaimReview JSON-LD and a line to cite the item by."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, timedelta

from reports.context import Carrier, Imprint, Kit, Source, Statement, Words
from reports.wording import say_day

MOST_APPEARANCES = 12


def issue_link(imprint: Imprint, week: str, anchor: str = "") -> str:
    """Where an issue, or one item of it, is served."""
    return f"{imprint.base_url}{week}/index.html" + (f"#{anchor}" if anchor else "")


def make_kit(
    imprint: Imprint,
    week: str,
    monday: date,
    anchor: str,
    headline: Words,
    said: Words,
    verdict: str,
    sources: Sequence[Source],
    carriers: Sequence[Carrier],
    also: Sequence[Statement] = (),
) -> Kit | None:
    """The kit for the widest carrier that still states it; None when no page does, or no source can be named.

    The note asks about all passages of that page at once.
    """
    standing = sorted((c for c in carriers if c.corrected is None), key=lambda c: ("biggest" not in c.role, "first" not in c.role))
    if not standing or not sources:
        return None
    link = issue_link(imprint, week, anchor)
    released = monday + timedelta(days=7)
    beside = [s for s in also if s.carrier.url and s.carrier.url == standing[0].url and s.carrier.corrected is None]
    return Kit(
        note_to=standing[0].site,
        note_subject=f"A passage in “{standing[0].title}”",
        note=write_note(imprint, link, standing[0], [(standing[0].quote, sources), *((s.carrier.quote, s.sources) for s in beside)]),
        citation=f"{imprint.name}, “{headline.plain}”, {week}, {say_day(released)}, {link}",
        claim_review=_write_claim_review(imprint, link, released, said, verdict, sources, carriers),
        more_reviews=tuple(
            _write_claim_review(imprint, issue_link(imprint, week, s.anchor), released, s.said, s.verdict, s.sources, (s.carrier,))
            for s in also
        ),
    )


def write_note(imprint: Imprint, link: str, carrier: Carrier, passages: Sequence[tuple[str, Sequence[Source]]]) -> str:
    """The note to a publisher. ``passages``: the page's words, and the sources of what is on record instead."""
    when = f", published {say_day(carrier.published)}" if carrier.published else f", first seen {say_day(carrier.first_seen)}"
    where = f"\n{carrier.url}" if carrier.url else ""
    quotes = "\n".join(f"    “{quote}”" for quote in dict.fromkeys(quote for quote, _ in passages))
    grouped: dict[str, dict[str, None]] = {}
    for source in (source for _, sources in passages for source in sources):
        grouped.setdefault(source.statement.plain, {})[_write_source(source)] = None
    facts = "\n".join(f"- {statement}.\n" + "\n".join(sources) for statement, sources in grouped.items())
    passage = "the passage" if quotes.count("\n") == 0 else "these passages"
    return (
        f"Hello,\n\nyour article “{carrier.title}”{when}, says:\n\n{quotes}{where}\n\n"
        f"What we find on record is this:\n\n{facts}\n\n"
        f"Could you look at {passage} again? Should you have a source that we have missed, we would be glad to see it, and will correct "
        f"our record instead. We note it when a page is corrected.\n\nWith kind regards\n{imprint.name}, {imprint.contact}\n{link}\n"
    )


def _write_source(source: Source) -> str:
    read = f", read {say_day(source.read)}" if source.read else ""
    return f"  {source.publisher}{read}" + (f"\n  {source.url}" if source.url else "")


def _write_claim_review(
    imprint: Imprint, link: str, released: date, said: Words, verdict: str, sources: Sequence[Source], carriers: Sequence[Carrier]
) -> str:
    first = carriers[0]
    rating = {"@type": "Rating", "ratingValue": 1, "worstRating": 1, "bestRating": 5, "alternateName": verdict[:1].upper() + verdict[1:]}
    review = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": link,
        "datePublished": released.isoformat(),
        "author": {"@type": "Organization", "name": imprint.name, "url": imprint.base_url or imprint.policy_link},
        "claimReviewed": said.plain,
        "reviewRating": rating,
        "reviewBody": " ".join(f"{source.statement.plain} ({source.publisher})." for source in sources),
        "citation": [
            {"@type": "WebPage", "url": s.url, "publisher": {"@type": "Organization", "name": s.publisher}} for s in sources if s.url
        ],
        "itemReviewed": {
            "@type": "Claim",
            "author": {"@type": "Organization", "name": first.site.name},
            "datePublished": (first.published or first.first_seen).isoformat(),
            "firstAppearance": _appearance(first),
            "appearance": [_appearance(carrier) for carrier in carriers[1:MOST_APPEARANCES]],
        },
    }
    return json.dumps(review, ensure_ascii=False, indent=2)


def _appearance(carrier: Carrier) -> dict[str, str]:
    named = {"@type": "NewsArticle", "headline": carrier.title}
    return {**named, "url": carrier.url} if carrier.url else named
