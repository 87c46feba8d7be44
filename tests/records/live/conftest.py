"""A small invented web of the live sources, and one well-documented work on it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from pipeline.models import Fact, RecordBook, Show, Source
from pipeline.records.live.endpoints import Endpoints
from pipeline.records.live.polite_client import Manners
from pipeline.records.live.refresh import LiveSources, open_sources
from tests.records.live.stand import (
    TvmazeStand,
    WikidataStand,
    WikipediaStand,
    claim,
    entity,
    item,
    maze_show,
    moment,
    quantity,
    text,
)

DAY = date(2026, 11, 20)
HASTY = Manners(pace=0.0, timeout=0.5, attempts=3, back_off=0.0)

HARBOUR = entity(
    "Q100",
    {"en": "Harbour Lights", "es": "Las luces del puerto", "de": "Hafenlichter", "ja": "港の灯"},
    claim("P31", item("Q1259759")),
    claim("P144", item("Q200")),
    claim("P170", item("Q301")),
    claim("P58", item("Q302")),
    claim("P57", item("Q303")),
    claim("P57", item("Q304"), "deprecated"),
    claim("P162", "somevalue"),
    claim("P161", item("Q305"), P453=item("Q401")),
    claim("P161", item("Q306"), P4633=text("Tomás Velasco")),
    claim("P449", item("Q501")),
    claim("P495", item("Q502")),
    claim("P364", item("Q503")),
    claim("P840", item("Q504")),
    claim("P2408", item("Q506")),
    claim("P915", item("Q505")),
    claim("P272", item("Q507")),
    claim("P580", moment("2024-03-04", 11)),
    claim("P1113", quantity(4), "normal"),
    claim("P1113", quantity(5), "preferred"),
    claim("P2437", quantity(1)),
    claim("P345", text("tt0000001")),
    claim("P8600", text("77")),
    claim("P921", item("Q601")),
    claim("P1476", {"type": "monolingualtext", "value": {"text": "Las luces del puerto", "language": "es"}}),
    aliases={"en": ["Harbor Lights", "HL"]},
    pages={"en": "Harbour Lights (miniseries)", "es": "Las luces del puerto", "commons": "Harbour"},
)
BOOK = entity(
    "Q200",
    {"es": "Las luces del puerto", "en": "The Lights of the Harbour"},
    claim("P31", item("Q7725634")),
    claim("P136", item("Q112983")),
    claim("P50", item("Q300")),
    claim("P577", moment("2018-00-00", 9)),
)
NAMES = {
    "Q300": "Inés Valbuena", "Q301": "Iris Halloran", "Q302": "Noel Ferreira", "Q303": "Greta Lindqvist", "Q304": "Wrong Person",
    "Q305": "Ada Brook", "Q306": "Paulo Reyes", "Q401": "Mara Velasco", "Q501": "Netflix", "Q502": "Spain", "Q503": "Spanish",
    "Q504": "Vigo", "Q505": "A Coruña", "Q506": "1970s", "Q507": "Faro Films", "Q601": "shipwreck",
}  # fmt: skip
ENGLISH = {
    "Created by": '<a href="./Iris">Iris Halloran</a><sup class="reference">[1]</sup>',
    "Starring": "<div class='plainlist'><ul><li>Ada Brook</li><li>Paulo Reyes</li></ul></div>",
    "Country of origin": "Spain",
    "Original language": "Spanish",
    "No. of episodes": "5",
    "Network": "Netflix",
    "Original release": '4 March 2024<span style="display:none">&nbsp;(<span class="bday dtstart">2024-03-04</span>)</span>',
    "Running time": "50 minutes",
}
SPANISH = {
    "Creado por": "Iris Halloran",
    "Dirección": "Greta Lindqvist<br>Otro Nombre",
    "N.º de episodios": "5 <small>(lista de episodios)</small>",
    "Primera emisión": "4 de marzo de 2024",
    "País de origen": "España",
}


@dataclass
class Web:
    """The stands and where they are."""

    wikidata: WikidataStand
    tvmaze: TvmazeStand
    wikipedia: WikipediaStand
    root: Path
    opened: list[LiveSources] = field(default_factory=list)

    @property
    def endpoints(self) -> Endpoints:
        return Endpoints(
            self.wikidata.url, f"{self.wikidata.url}/sparql", self.tvmaze.url, f"{self.wikipedia.url}/{{language}}", None, "ops@example.org"
        )  # fmt: skip

    def open(self, manners: Manners = HASTY) -> LiveSources:
        live = open_sources(self.root, self.endpoints, manners)
        self.opened.append(live)
        return live

    def requests(self) -> list[str]:
        return [*self.wikidata.log, *self.tvmaze.log, *self.wikipedia.log]

    def forget_answers(self) -> None:
        """As after a week: nothing that was kept is young enough."""
        shutil.rmtree(self.root / "records" / "http", ignore_errors=True)

    def forget(self) -> None:
        for stand in (self.wikidata, self.tvmaze, self.wikipedia):
            stand.log.clear()


@pytest.fixture
def web(tmp_path: Path) -> Iterator[Web]:
    made = Web(WikidataStand(), TvmazeStand(), WikipediaStand(), tmp_path / "data")
    made.wikidata.named(NAMES)
    made.wikidata.add(HARBOUR, BOOK)
    made.tvmaze.add(maze_show(77, "Harbour Lights"))
    made.wikipedia.pages = {
        ("en", "Harbour Lights (miniseries)"): ("Q100", ENGLISH),
        ("es", "Las luces del puerto"): ("Q100", SPANISH),
    }
    yield made
    for live in made.opened:
        live.client.close()
    for stand in (made.wikidata, made.tvmaze, made.wikipedia):
        stand.stop()


GAZETTE = Source("gazette", "The Gazette", 2, date(2026, 11, 1), "https://www.gazette.example/tv")
CHRONICLE = Source("chronicle", "Chronicle", 2, date(2026, 11, 1), "https://chronicle.example/tv")
BLOG = Source("blog", "A Blog", 3, date(2026, 11, 1), "https://blog.example/tv")


def make_show(*facts: Fact, slug: str = "harbour-lights", ids: dict[str, str] | None = None, **more: object) -> Show:
    """A curated show of three sources: gazette and chronicle (tier 2), blog (tier 3)."""
    told: dict[str, object] = {
        "title": "Harbour Lights", "format": "limited series", "as_of": date(2026, 11, 1), "complete": {}, "year": 2024, **more,
    }  # fmt: skip
    sources = {s.key: s for s in (GAZETTE, CHRONICLE, BLOG)}
    return Show(slug=slug, facts=facts, sources=sources, ids={"wikidata": "Q100", "tvmaze": "77"} if ids is None else ids, **told)  # type: ignore[arg-type]


def make_book(*shows: Show) -> RecordBook:
    return RecordBook({s.slug: s for s in shows}, "curated00000")


def invent_shows(web: Web, many: int) -> RecordBook:
    """So many works on all stands, each with ten actors (most shared with the next), a role and a subject of its own, one source work."""
    shows = []
    for n in range(many):
        wanted, title = f"Q{1000 + n}", f"Work Number {n}"
        people, role, subject = [f"Q{3000 + n * 3 + k}" for k in range(10)], f"Q{20000 + n}", f"Q{30000 + n}"
        web.wikidata.named({p: f"Person {p[1:]} Surname" for p in people} | {role: f"Role {n} Surname", subject: f"Event {n}"})
        told = [claim("P31", item("Q1259759")), claim("P580", moment("2024-00-00", 9)), claim("P144", item("Q200"))]
        told += [
            claim("P161", item(people[0]), P453=item(role)),
            *(claim("P161", item(p)) for p in people[1:]),
            claim("P921", item(subject)),
        ]
        web.wikidata.add(entity(wanted, {"en": title}, *told, pages={"en": title}))
        web.tvmaze.add(maze_show(5000 + n, title))
        web.wikipedia.pages["en", title] = (wanted, {"Network": "Netflix"})
        shows.append(make_show(slug=f"work-{n}", title=title, ids={"wikidata": wanted, "tvmaze": str(5000 + n)}))
    return make_book(*shows)
