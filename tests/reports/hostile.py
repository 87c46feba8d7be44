"""A week in which everything that a site controls is hostile: markup, template syntax, overrides of direction, endless words, bad links."""

from __future__ import annotations

import json

from pipeline.journal import write_act
from pipeline.settings import World
from tests.reports.stage import Stage, add_fact, key_of, source, vouch

MARKUP = '<script>document.title="owned"</script><img src=x onerror=\'document.title="owned"\'></title></style><h1>Big</h1>'
TEMPLATE = "{{ 7 * 7 }} {% for x in y %} {{ config }} ${7*7} <%= 49 %>"
OVERRIDE = "safe \u202egnp.exe\u202c \u2066isolated\u2069 \u200bhidden\u200b \u0007bell \ufeffend"
RIGHT_TO_LEFT = "هل القصة حقيقية؟ 2019 (الحقيقة) «السلسلة»"
ENDLESS = "Unbreakable" * 30
LONG = "A title that goes on and on about a show and its story " * 6
MAIL_BREAK = "Subject\r\nBcc: everybody@paper.example\r\n\r\nbody"
MJML = '</mj-text><mj-raw><b onclick="x">raw</b></mj-raw> &lt;script&gt;alert(1)&lt;/script&gt; ]]> <!-- '

TITLES = (MARKUP, TEMPLATE, OVERRIDE, RIGHT_TO_LEFT, ENDLESS, LONG, MAIL_BREAK, MJML)
LINKS = (
    "javascript:alert(1)", "data:text/html,<script>1</script>", 'https://x.example/"onmouseover="alert(1)', "https://user:pw@x.example/",
    "https://x.example/a b", "ftp://x.example/", "https://x.example/" + "a" * 3000, "//x.example/",
)  # fmt: skip


def build_hostile() -> Stage:
    """Eight falsehoods, one for each hostile title, on sites and shows with hostile names."""
    stage = Stage()
    for n, title in enumerate(TITLES):
        show = stage.show(
            f"show-{n}",
            title[:120],
            [("director", f"Right {title}", {}, [source(f"Press {title}"[:90], "director", f"Right {title}", url=LINKS[n])])],
        )
        site = stage.site(f"site{n}", f"Site {title}", kind=title, score=(0.5, 0.2, 0.8))
        evidence = [source(f"Press {title}"[:90], "director", f"Right {title}", tier=1, url=LINKS[n])]
        first = stage.article(site, title, day=n % 6, show=show, url=LINKS[n], authors=(title,), published=None)
        stage.claim(first, show, "director", {"value": f"Wrong {title}"}, title, evidence)
        second = stage.article(
            stage.site(f"copy{n}", title, score=(0.4, 0.2, 0.6)), title, day=6, show=show, origin=first, copy_of=first, authors=()
        )
        false = stage.claim(second, show, "director", {"value": f"Wrong {title}"}, title, evidence)
        if n % 2:
            stage.correct(second, false, 6, title)
        amber = stage.article(site, f"Is {title[:50]} a true story?", day=2, show=None)
        stage.claim(amber, show, "producer", {"value": title}, title, evidence, verdict="conflicts_with_record")
        _change_record(stage, show, title, n)
        _change_words(stage, site, show, title)
        stage.mention(stage.article(site, title, day=3, label=None, url=f"https://site{n}.example/radar"), f"Work {title}"[:200])
    _add_bare(stage)
    stage.crawl(failed={f"site{n}": (1,) for n in range(8)})
    return stage


def _change_record(stage: Stage, show: str, title: str, n: int) -> None:
    sources = [{**vouch(f"Press {title}"[:90], owner=f"Owner {title}"), "url": LINKS[n]}]
    add_fact(stage, "country", f"Old {title}", -10, 2, show=show, sources=sources)
    add_fact(stage, "country", f"New {title}", 2, show=show, sources=sources, disputed=title)


def _change_words(stage: Stage, site: str, show: str, title: str) -> None:
    """A page without byline and date replaces a value that nobody contradicted, and says so in hostile words."""
    page = stage.article(site, title, day=1, show=show, published=None, authors=(), url=f"https://{site}.example/edited")
    was = stage.claim(page, show, "writer", {"value": f"One {title}"}, f"by {title}", verdict="unverifiable")
    stage.change(page, was, "writer", {"value": f"Two {title}"}, f"now by {title}", 3, verdict="unverifiable", notice=title)


def _add_bare(stage: Stage) -> None:
    """A show of whose record only the title is known, and pages that name neither title, author nor day."""
    bare = stage.show("bare", LONG[:120], year=None)
    site = stage.site("nameless", ENDLESS[:80])
    page = stage.article(site, None, day=2, show=bare, published=None, authors=(), language="")
    stage.claim(page, bare, "director", {"value": RIGHT_TO_LEFT}, RIGHT_TO_LEFT, verdict="unverifiable")
    stage.claim(page, bare, "story_basis", {"value": "true story"}, RIGHT_TO_LEFT, verdict="conflicts_with_record")
    untitled = stage.article(site, None, day=4, show="show-0", published=None, authors=())
    stage.claim(untitled, "show-0", "director", {"value": f"Wrong {MARKUP}"}, "he directed it", [source("Press", "director", "Right")])


def act_hostile(world: World) -> None:
    """Acts whose names and reasons are hostile, one for each title: they wait at the desk."""
    for n, title in enumerate(TITLES):
        shown = {"value": f"Wrong {title}"}
        about = {"falsehood_id": key_of(f"show-{n}", "director", json.dumps(shown, sort_keys=True), "affirmed")}
        write_act(world, "soften", title[:80].replace("\r\n", " "), {**about, "reason": title})
