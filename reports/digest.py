"""The weekly digest: composed once from the snapshot, frozen, and rendered from the frozen context whenever it is wanted again."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from pipeline.errors import BadInputError
from pipeline.settings import World
from reports.approval import read_approval
from reports.charts import Chart, draw_coverage, draw_sites, draw_spread
from reports.composing import compose, compose_all
from reports.context import FORMAT, Imprint, IssueContext, Item
from reports.feed import make_feed
from reports.files import write_whole
from reports.language import ENGLISH, LANGUAGES, speak
from reports.letter import render_letter
from reports.rendering import render_page

CONTEXT = "context.json"
IMPRINT = "imprint.toml"

__all__ = ["DigestResult", "build_digest", "compose", "freeze", "list_differences", "read_context", "recompose_digest", "render"]


@dataclass(frozen=True, slots=True)
class DigestResult:
    """Where an issue is. ``items`` are plain mappings (rank, headline, said, verdict, pages, origins, anchor), heaviest first.

    ``differences`` is what composing it again as of its cut-off would print otherwise, ``since`` what it would with all that is known
    now; both are empty unless that was asked for.
    """

    folder: Path
    html: Path
    text: Path
    mail: Path
    items: tuple[dict[str, Any], ...]
    context: IssueContext
    composed: bool
    differences: tuple[str, ...] = field(default=())
    since: tuple[str, ...] = field(default=())


def build_digest(world: World, monday: date, *, again: bool = False) -> DigestResult:
    """Build the issue of the week beginning on ``monday``; one that is frozen already is rendered again, byte for byte, not recomposed.

    ``again`` composes it anew beside the frozen one, as of the frozen one's cut-off and with what is known now, and lists what differs;
    what was printed stays.
    """
    folder = world.digest(monday)
    known = (folder / CONTEXT).exists()
    differences: tuple[str, ...] = ()
    since: tuple[str, ...] = ()
    if known:
        context = read_context(folder)
        if again:
            differences, since = (_compose_again(world, context, moment) for moment in (context.cut_off, None))
    else:
        composed = compose_all(world.snapshot, monday, previous=find_previous(world, monday), imprint=read_imprint(world))
        for language in reversed(LANGUAGES):  # English last: where its file is, the others are
            freeze(composed[language], folder)
        context = composed[ENGLISH]
    render(context, folder)
    for translated in read_translations(folder).values():
        render_translated_letter(translated, folder)
    return DigestResult(
        folder=folder,
        html=folder / "index.html",
        text=folder / "mail.txt",
        mail=folder / "mail.html",
        items=tuple(_outline_item(item) for item in context.items),
        context=context,
        composed=not known,
        differences=differences,
        since=since,
    )


def recompose_digest(world: World, monday: date) -> DigestResult:
    """Compose an issue that is not out yet anew, in the frozen one's place: an editor ruled on it before it went out.

    Raises BadInputError where nothing is composed, and where the issue is out or approved: what was approved is what goes out.
    """
    folder = world.digest(monday)
    read_context(folder)
    approval = read_approval(world, folder.name)
    if issue_act(world, folder.name).exists():
        raise BadInputError(f"the issue {folder.name} is out: what was printed stays")
    if approval and approval.decision == "approve":
        raise BadInputError(f"the issue {folder.name} is approved as it is: hold it before composing it anew")
    composed = compose_all(world.snapshot, monday, previous=find_previous(world, monday), imprint=read_imprint(world))
    for language in reversed(LANGUAGES):  # each in the old one's place, whole: whoever is killed in between leaves an issue
        write_whole(folder / name_context(language), to_frozen(composed[language]))
    return build_digest(world, monday)


def _compose_again(world: World, printed: IssueContext, cut_off: datetime | None) -> tuple[str, ...]:
    """What composing it anew as of that moment (None: now) would print otherwise."""
    anew = compose(world.snapshot, printed.monday, previous=find_previous(world, printed.monday), imprint=printed.imprint, cut_off=cut_off)
    kept = {"cut_off": printed.cut_off} | ({"records": None} if printed.records is None else {})
    return list_differences(printed, anew.model_copy(update=kept))


def _outline_item(item: Item) -> dict[str, Any]:
    return {
        "rank": item.rank,
        "show": item.show.title,
        "headline": item.headline.plain,
        "said": item.said.plain,
        "verdict": item.verdict,
        "pages": item.pages,
        "origins": item.origins,
        "anchor": item.anchor,
    }


def freeze(context: IssueContext, folder: Path) -> Path:
    """Write the context as JSON; raises BadInputError when another issue is frozen there already."""
    text = to_frozen(context)
    path = folder / name_context(context.language)
    if path.exists() and path.read_text(encoding="utf-8") != text:
        raise BadInputError(f"{path} holds an issue that is out already: it is not overwritten; move the folder away to compose it anew")
    write_whole(path, text)
    return path


def to_frozen(context: IssueContext) -> str:
    """The context as the text that is kept of it."""
    return json.dumps(context.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n"


def name_context(language: str) -> str:
    """File of the frozen context in that language."""
    return CONTEXT if language == ENGLISH else f"context.{language}.json"


def read_translations(folder: Path) -> dict[str, IssueContext]:
    """The frozen issue in the languages other than English, by code; issues from before they were kept have none."""
    others = [language for language in LANGUAGES if language != ENGLISH and (folder / name_context(language)).exists()]
    return {language: read_context(folder, language) for language in others}


def read_context(folder: Path, language: str = ENGLISH) -> IssueContext:
    """The frozen context of an issue; raises BadInputError for a missing or unreadable one."""
    path = folder / name_context(language)
    try:
        return IssueContext.model_validate_json(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise BadInputError(f"no issue is frozen at {path}") from error
    except ValidationError as error:
        raise BadInputError(f"{path} is no context of format {FORMAT}: {error.error_count()} fields do not fit") from error


def render(context: IssueContext, folder: Path) -> Mapping[str, Path]:
    """Write all forms of the issue into ``folder``: the same context always gives the same bytes. Returns name -> path."""
    charts = draw_charts(context)
    letter = render_letter(context, charts)
    forms: dict[str, str | bytes] = {
        "index.html": render_issue_page(context, charts),
        "mail.html": letter.html,
        "mail.txt": letter.text,
        "feed.xml": make_feed([context]),
        "issue.json": json.dumps(export_issue(context), ensure_ascii=False, indent=1) + "\n",
        "claimreview.jsonld": export_claim_reviews(context),
        **{f"charts/{name}.png": chart.png for name, chart in charts.items()},
    }
    for name, content in forms.items():
        write_whole(folder / name, content)
    return {name: folder / name for name in forms}


def render_translated_letter(context: IssueContext, folder: Path) -> None:
    """Write the letter in another language beside the English one: mail.<language>.html and .txt with pictures of their own."""
    charts, language = draw_charts(context), context.language
    letter = render_letter(context, charts)
    write_whole(folder / f"mail.{language}.html", letter.html.replace('src="charts/', f'src="charts/{language}/'))
    write_whole(folder / f"mail.{language}.txt", letter.text)
    for name, chart in letter.pictures.items():
        write_whole(folder / f"charts/{language}/{name}.png", chart.png)


def render_issue_page(context: IssueContext, charts: Mapping[str, Chart]) -> str:
    """index.html of one issue."""
    return render_page("index.html", root="../", find=list(_find_entries(context)), issue=context, imprint=context.imprint, charts=charts)


def draw_charts(context: IssueContext) -> dict[str, Chart]:
    """All charts of an issue by name; those with nothing to show are left out."""
    with speak(context.language):
        drawn = [*(draw_spread(item, context.monday) for item in context.items), draw_coverage(context.shows), draw_sites(context.sites)]
    return {chart.name: chart for chart in drawn if chart}


def _find_entries(context: IssueContext) -> Iterator[dict[str, str]]:
    for item in context.items:
        sites = " ".join(site.name for site in item.sites)
        text = f"{item.show.title} {item.topic} {item.said.plain} {sites} " + " ".join(dict.fromkeys(c.title for c in item.carriers[:6]))
        yield {"title": item.headline.plain, "href": f"#{item.anchor}", "where": f"item {item.rank}", "text": text}
        for other in item.also:
            beside = f"{item.show.title} {other.topic} {other.said.plain} {other.carrier.title}"
            yield {"title": other.headline.plain, "href": f"#{other.anchor}", "where": f"item {item.rank}", "text": beside}
    for line in context.shows:
        yield {"title": line.show.title, "href": f"../{line.show.page}", "where": "show", "text": ""}
    for site in context.sites:
        yield {"title": site.site.name, "href": f"../{site.site.page}", "where": "site", "text": site.kind or ""}


def export_issue(context: IssueContext) -> dict[str, Any]:
    """issue.json: what is printed, with words as plain text, and without the memory for the next issue."""
    plain = context.model_dump(mode="json", exclude={"memory"})
    exported: dict[str, Any] = {"contract": 1, **_flatten_words(plain)}
    return exported


def _flatten_words(value: Any) -> Any:
    if isinstance(value, dict):
        if set(value) == {"runs"}:
            return "".join(run["text"] for run in value["runs"])
        return {key: _flatten_words(inner) for key, inner in value.items()}
    return [_flatten_words(inner) for inner in value] if isinstance(value, list) else value


def export_claim_reviews(context: IssueContext) -> str:
    """One ClaimReview per line and statement, of the items that have a kit."""
    reviews = [json.loads(review) for item in context.items if item.kit for review in (item.kit.claim_review, *item.kit.more_reviews)]
    return "".join(json.dumps(review, ensure_ascii=False) + "\n" for review in reviews)


def find_previous(world: World, monday: date) -> IssueContext | None:
    """The latest released issue before that week, None for the first: what was never out is not known to any reader."""
    earlier = [context for context in list_released(world) if context.monday < monday]
    return earlier[-1] if earlier else None


def list_released(world: World) -> Iterator[IssueContext]:
    """All released issues, oldest first."""
    for path in sorted(world.digest(date.min).parent.glob(f"*-W*/{CONTEXT}")):
        if issue_act(world, path.parent.name).exists():
            yield read_context(path.parent)


def issue_act(world: World, week: str) -> Path:
    """The journal's file that says that the week's issue is out."""
    return world.journal / f"issue-{week}.json"


def read_imprint(world: World) -> Imprint:
    """``imprint.toml`` at the world's root, or the defaults; raises BadInputError for an unknown key or wrong type."""
    path = world.root / IMPRINT
    if not path.exists():
        return Imprint()
    try:
        return Imprint.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (ValidationError, tomllib.TOMLDecodeError) as error:
        raise BadInputError(f"{path}: {str(error).splitlines()[0]}; allowed keys are {', '.join(Imprint.model_fields)}") from error


def list_differences(printed: IssueContext, anew: IssueContext) -> tuple[str, ...]:
    """What composing again would change, one line each: "items/<anchor>/pages: 3 -> 4"."""
    before, after = (dict(_walk(export_issue(context))) for context in (printed, anew))
    paths = list(dict.fromkeys([*before, *after]))
    return tuple(
        f"{path}: {_show(before.get(path))} -> {_show(after.get(path))}"
        for path in paths
        if before.get(path, _show) != after.get(path, _show)
    )


def _walk(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """(path, leaf) pairs; members of lists go by anchor, key or place."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _walk(inner, f"{path}/{key}" if path else key)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            name = inner.get("anchor") or inner.get("key") if isinstance(inner, dict) else None
            yield from _walk(inner, f"{path}/{name or index}")
    else:
        yield path, value


def _show(value: Any) -> str:
    return "nothing" if value is None or value is _show else json.dumps(value, ensure_ascii=False)
