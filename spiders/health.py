"""Why a site's day went as it did: the cause of one crawl, and the day against the site's healthy range and its own history."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from statistics import median

from spiders.site import Site
from spiders.tally import Answer, Cause, CrawlResult, Outcome, Tally

ENOUGH_HISTORY = 5  # days that went well before a site is held against its own past
FEWER = 0.25  # of its usual number of articles
SLOWER = 4.0  # times its usual duration
SLOW_SECONDS = 60.0  # below this nobody calls a crawl slow

# Answers that came, but could not be taken whole.
UNUSABLE = {"too large", "too large when unpacked", "broken content encoding", "cut short", "redirect loop"}

Judged = tuple[Outcome, Cause | None, str | None]


@dataclass(frozen=True, slots=True)
class Health:
    """A site's day. ``articles``: pages fetched. ``usual``: median of its good days, None while there are too few."""

    site: str
    day: date
    healthy: bool
    cause: Cause | None
    detail: str
    articles: int
    usual: float | None


def name_cause(site: Site, tally: Tally, stopped: tuple[Cause, str] | None) -> Judged:
    """Outcome, cause and a sentence for one crawl. Searches say nothing of a site's health."""
    tally = replace(tally, answers=[a for a in tally.answers if a.way != "search"])
    if stopped is not None:
        return ("ok" if tally.fetched + tally.not_modified else "failed"), *stopped
    useful = [a for a in tally.answers if a.status in (200, 304) and a.problem is None]
    if not useful:
        return "failed", *name_silence(tally)
    if tally.wanted and not tally.fetched + tally.not_modified + tally.gone + tally.not_kept:
        return "failed", *name_refusal(tally)
    return "ok", *name_oddity(site, tally, useful)


def name_silence(tally: Tally) -> tuple[Cause, str]:
    """No discovery address answered usefully: why?"""
    problems = [f"{a.url}: {a.problem}" for a in tally.answers if a.problem]
    detail = "; ".join(problems[:3]) or "no address was asked"
    statuses = {a.status for a in tally.answers}
    named = {a.problem for a in tally.answers}
    if tally.out_of_time or named == {"timeout"}:
        return "slow", detail
    if tally.robots == "unreachable":
        return "unreachable", f"robots.txt cannot be reached, so everything counts as disallowed ({detail})"
    if named == {"robots.txt"} or tally.robots == "closed":
        return "robots closed", "robots.txt disallows every address where articles are announced"
    if statuses & {401, 403, 429, 451}:
        return "blocked", detail
    if any(a.moved_to for a in tally.answers):
        return "moved", detail
    if statuses & {200, 404, 410} or named & UNUSABLE:
        return "feed gone", detail
    return "unreachable", detail


def name_refusal(tally: Tally) -> tuple[Cause, str]:
    """Articles were announced, but none could be had: why?"""
    worst = ", ".join(f"{name} ({count})" for name, count in tally.problems.most_common(3))
    detail = f"none of {tally.wanted} announced pages could be had: {worst or 'robots.txt'}"
    if tally.skipped_by_robots >= tally.wanted:
        return "robots closed", detail
    if tally.refused:
        return "blocked", detail
    if tally.moved:
        return "moved", detail
    if tally.out_of_time or tally.problems.most_common(1)[:1] == [("timeout", tally.problems["timeout"])]:
        return "slow", detail
    return "unreachable", detail


def name_oddity(site: Site, tally: Tally, useful: Sequence[Answer]) -> tuple[Cause | None, str | None]:
    """The crawl worked; is something about it off?"""
    lost = [a for a in tally.answers if a not in useful]
    strict = {d.url for d in site.discover if d.match is None or d.listing}
    telling = [a for a in useful if a.status == 200 and a.found and a.url in strict]
    moved = next((a for a in useful if a.moved_to and not a.fitting and a.found), None)
    if moved is not None:
        return "moved", f"{moved.url} leads to {moved.moved_to}"
    if telling and not any(a.fitting for a in telling):
        return "redesigned", f"none of {sum(a.found for a in telling)} addresses at {telling[0].url} is an article of this site any more"
    if all(a.status == 200 for a in useful) and not any(a.found for a in useful):
        return "empty", "every feed, sitemap and listing is empty"
    gone = [a for a in lost if a.status in (200, 404, 410)]
    if gone:
        return "feed gone", f"{gone[0].url}: {gone[0].problem}"
    if lost:
        return None, f"{lost[0].url}: {lost[0].problem}"
    return None, None


def judge_day(site: Site, result: CrawlResult, history: Sequence[CrawlResult] = ()) -> Health:
    """The day against the site's healthy range and, with ENOUGH_HISTORY good days of other days, against its own past.

    Pages that answered 304 are no articles of the day: an unchanged day is quiet, not empty, when its range allows none.
    """
    articles = result.counts.fetched
    good = [past for past in history if past.outcome == "ok" and past.day != result.day]
    usual = median(past.counts.fetched for past in good) if len(good) >= ENOUGH_HISTORY else None
    bounds = site.healthy.articles

    def verdict(cause: Cause | None, detail: str, *, healthy: bool = False) -> Health:
        return Health(site.slug, result.day, healthy, cause, detail, articles, usual)

    if result.outcome == "not crawled":
        return verdict(None, result.detail or "not crawled")
    if result.outcome == "failed" or result.cause is not None:
        return verdict(result.cause, result.detail or "the crawl failed")
    if articles < bounds.min:
        return verdict("empty", f"{articles} articles; at least {bounds.min} are usual")
    if articles > bounds.max:
        return verdict(None, f"{articles} articles; at most {bounds.max} are usual")
    if usual is not None and articles < FEWER * usual:
        return verdict("empty", f"{articles} articles; its median day has {usual:g}")
    if is_slow(result, good):
        return verdict("slow", f"took {duration(result):.0f} s, more than {SLOWER:g} times its usual time")
    return verdict(None, f"{articles} articles", healthy=True)


def is_slow(result: CrawlResult, good: Sequence[CrawlResult]) -> bool:
    if len(good) < ENOUGH_HISTORY or duration(result) < SLOW_SECONDS:
        return False
    return duration(result) > SLOWER * median(duration(past) for past in good)


def duration(result: CrawlResult) -> float:
    return (result.finished_at - result.started_at).total_seconds()
