"""A week in which everything that a site controls is hostile: markup, template syntax, overrides of direction, endless words, bad links."""

from __future__ import annotations

from tests.reports.stage import Stage, source

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
    stage.crawl(failed={f"site{n}": (1,) for n in range(8)})
    return stage
