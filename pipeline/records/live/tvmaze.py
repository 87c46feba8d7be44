"""TVmaze (CC BY-SA 4.0): search, and one request a show with its cast, crew, episodes and other titles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from pydantic import BaseModel, Field, ValidationError

from pipeline.errors import SourceDownError
from pipeline.models import Property
from pipeline.records.live.facts import TVMAZE, Answer, SourcedFact, unique_facts
from pipeline.records.live.polite_client import PoliteClient

# TVmaze's crew types as records call them. Directors and writers stand there by episode, not here.
CREW: dict[str, Property] = {
    "Creator": "creator", "Developer": "creator", "Director": "director", "Writer": "writer", "Producer": "producer",
    "Executive Producer": "producer", "Co-Executive Producer": "producer",
}  # fmt: skip
EMBEDS = ("cast", "crew", "episodes", "akas")
OVER = "Ended"  # only then does the list of episodes hold all there will be


class _Country(BaseModel):
    name: str | None = None


class _Channel(BaseModel):
    name: str
    country: _Country | None = None


class _Named(BaseModel):
    name: str


class _Cast(BaseModel):
    person: _Named
    character: _Named | None = None
    self: bool = False


class _Crew(BaseModel):
    type: str
    person: _Named


class _Episode(BaseModel):
    season: int
    type: str = "regular"


class _Externals(BaseModel):
    imdb: str | None = None


class _Embedded(BaseModel):
    cast: list[_Cast]
    crew: list[_Crew]
    episodes: list[_Episode]
    akas: list[_Named]


class _Show(BaseModel):
    """A show as TVmaze writes it; keys that nobody here needs are left out."""

    id: int
    url: str
    name: str
    type: str | None = None
    language: str | None = None
    status: str | None = None
    premiered: str | None = None
    network: _Channel | None = None
    webChannel: _Channel | None = None  # noqa: N815 - their key
    externals: _Externals = Field(default_factory=_Externals)
    updated: int | None = None
    embedded: _Embedded | None = Field(default=None, alias="_embedded")


class _Hit(BaseModel):
    show: _Show


@dataclass(frozen=True, slots=True)
class TvmazeHit:
    """A show that a search found."""

    tvmaze: str
    title: str
    year: int | None
    imdb: str | None


@dataclass(frozen=True, slots=True)
class Tvmaze:
    client: PoliteClient
    base: str

    def search(self, title: str, year: int | None = None) -> list[TvmazeHit]:
        """Shows of that title, as TVmaze ranks them; with a year given, those of another year are left out."""
        got = self.client.get_json(f"{self.base}/search/shows", {"q": title})
        try:
            hits = [_Hit.model_validate(h).show for h in (got[0] if got else [])]
        except (ValidationError, TypeError) as e:
            raise SourceDownError(f"TVmaze answered a search in a form that is not known: {_say(e)}") from e
        found = [TvmazeHit(str(s.id), s.name, _year(s.premiered), s.externals.imdb) for s in hits]
        return [h for h in found if year is None or h.year is None or abs(h.year - year) <= 1]

    def read_work(self, wanted: str) -> Answer | None:
        """All that TVmaze says about a show; None where it has none of that number. Raises SourceDownError."""
        if not wanted.isdigit():
            raise SourceDownError(f"{wanted!r} is no number of a show at TVmaze")
        query = "&".join(f"embed[]={e}" for e in EMBEDS)
        got = self.client.get_json(f"{self.base}/shows/{wanted}?{query}")
        if got is None:
            return None
        answer, retrieved_at = got
        try:
            show = _Show.model_validate(answer)
        except ValidationError as e:
            raise SourceDownError(f"TVmaze answered in a form that is not known: {_say(e)} (show {wanted})") from e
        if str(show.id) != wanted or show.embedded is None:
            raise SourceDownError(f"TVmaze answered about something else than show {wanted}")
        return _to_answer(show, show.embedded, retrieved_at)


def _to_answer(show: _Show, parts: _Embedded, retrieved_at: datetime) -> Answer:
    revision = str(show.updated) if show.updated else None
    facts = (
        SourcedFact(prop, value, TVMAZE.key, TVMAZE.tier, retrieved_at, revision, {} if not more else {more[0]: more[1]})
        for prop, value, more in (*_head(show), *_people(parts), *_counts(show, parts))
    )
    ids = {"tvmaze": str(show.id), **({"imdb": show.externals.imdb} if show.externals.imdb else {})}
    year = _year(show.premiered)
    return Answer(
        source=TVMAZE.key,
        url=show.url,
        retrieved_at=retrieved_at,
        title=show.name,
        revision=revision,
        facts=unique_facts(facts),
        titles=tuple(dict.fromkeys([show.name, *(a.name for a in parts.akas)])),
        exhaustive=("episode_count", "season_count") if show.status == OVER else (),
        ids=ids,
        years=(year,) if year else (),
        format="documentary series" if show.type == "Documentary" else "series",
    )


_Row = tuple[Property, str | int, tuple[str, str | int] | None]


def _head(show: _Show) -> Iterator[_Row]:
    channel = show.webChannel or show.network
    if channel:
        yield "platform", channel.name, None
    if show.language:
        yield "language", show.language, None
    if show.premiered:
        yield "premiere_date", show.premiered, None


def _people(parts: _Embedded) -> Iterator[_Row]:
    for member in parts.cast:
        role = member.character.name if member.character and not member.self else None
        yield "cast_member", member.person.name, ("character", role) if role else None
    for worker in parts.crew:
        if prop := CREW.get(worker.type):
            yield prop, worker.person.name, None


def _counts(show: _Show, parts: _Embedded) -> Iterator[_Row]:
    """Episodes of seasons that are over, specials left out; totals only once the show has ended."""
    seasons = Counter(e.season for e in parts.episodes if e.type == "regular")
    over = show.status == OVER
    if len(seasons) > 1:
        for season, count in sorted(seasons.items()):
            if over or season < max(seasons):
                yield "episode_count", count, ("season", season)
    if over and seasons:
        yield "episode_count", sum(seasons.values()), None
        yield "season_count", len(seasons), None


def _year(day: str | None) -> int | None:
    return int(day[:4]) if day and day[:4].isdigit() else None


def _say(error: Exception) -> str:
    """The first place that does not fit, in a few words."""
    if not isinstance(error, ValidationError):
        return "no list"
    first = error.errors(include_url=False, include_input=False)[0]
    return f"{'.'.join(map(str, first['loc']))} {first['msg'].lower()}"
