"""Wikipedia (CC BY-SA 4.0): the summary and the box of a work's article, in the languages whose boxes can be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from pydantic import BaseModel, ValidationError

from pipeline.errors import SourceDownError
from pipeline.records.live.facts import WIKIPEDIA, Answer, SourcedFact
from pipeline.records.live.infobox import languages, read_infobox
from pipeline.records.live.polite_client import PoliteClient


class _Titles(BaseModel):
    normalized: str


class _Page(BaseModel):
    page: str


class _Urls(BaseModel):
    desktop: _Page


class _Summary(BaseModel):
    """A page summary; keys that nobody here needs are left out."""

    type: str
    titles: _Titles
    content_urls: _Urls
    revision: str
    extract: str = ""
    wikibase_item: str | None = None


@dataclass(frozen=True, slots=True)
class Wikipedia:
    """``base`` holds ``{language}``."""

    client: PoliteClient
    base: str

    def read_work(self, pages: Mapping[str, str], wikidata: str) -> list[Answer]:
        """One answer per readable language that has an article, at most two. ``pages``: language -> title.

        An article that is about another entity than ``wikidata`` is refused with SourceDownError: it was moved or taken over.
        """
        wanted = [language for language in languages() if language in pages][:2]
        answers = (self._read_page(language, pages[language], wikidata) for language in wanted)
        return [a for a in answers if a is not None]

    def _read_page(self, language: str, title: str, wikidata: str) -> Answer | None:
        source = WIKIPEDIA[language]
        base = self.base.replace("{language}", language)
        name = quote(title.replace(" ", "_"), safe="")
        got = self.client.get_json(f"{base}/api/rest_v1/page/summary/{name}")
        page = self.client.get(f"{base}/api/rest_v1/page/html/{name}")
        if got is None or page is None:
            return None
        try:
            summary = _Summary.model_validate(got[0])
        except ValidationError as e:
            raise SourceDownError(f"{source.publisher} answered a summary in a form that is not known ({title})") from e
        if summary.wikibase_item != wikidata:
            raise SourceDownError(f"{source.publisher}: {title!r} is about {summary.wikibase_item}, not {wikidata}: an editor must look")
        box = read_infobox(page.body.decode("utf-8", "replace"), language)
        facts = tuple(
            SourcedFact(prop, value, source.key, source.tier, page.checked_at, summary.revision)
            for prop, values in (box or {}).items()
            for value in values
        )
        return Answer(
            source=source.key,
            url=f"{summary.content_urls.desktop.page}?oldid={summary.revision}",
            retrieved_at=page.checked_at,
            title=summary.titles.normalized,
            revision=summary.revision,
            facts=facts,
            titles=(),
            refused=() if box is not None else ("its article has no box",),
            hints=(f"{source.publisher}: {summary.extract[:300]}",) if summary.extract else (),
        )
