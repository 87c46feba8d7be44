"""Writes the generated pages of docs/ from the code: sites.md, signals.md, dags.md (and the data dictionary). `make docs` runs it.

With --check it writes nothing and exits 1 when a page is stale.
"""

from __future__ import annotations

import ast
import inspect
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
HEAD = "Written by `make docs` from the code; do not edit.\n"


def render_sites() -> str:
    """The catalogue of live sites, by language and name."""
    from spiders.site import load_sites

    sites = sorted(load_sites(ROOT / "spiders" / "sites").values(), key=lambda s: (s.language, s.name.casefold()))
    seen = {s.slug: "; ".join(dict.fromkeys(d.documented or "guessed" for d in s.discover)) for s in sites}
    rows = [
        f"| {s.name} | {s.kind} | {s.language} | {s.home} | {', '.join(d.way for d in s.discover)} | {s.why} | {seen[s.slug]} |"
        for s in sites
    ]
    table = "\n".join(["| site | kind | language | home | found by | why | addresses seen in |", "|---|---|---|---|---|---|---|", *rows])
    addresses = [d for s in sites for d in s.discover]
    told = sum(d.documented is not None for d in addresses)
    counts = (
        f"{len(rows)} publications, one file each in `spiders/sites/`. {told} of their {len(addresses)} addresses were seen in a public "
        f"source that is named (owner/repository, path), the others are guessed; none is claimed to have answered: `reelcheck sites check "
        f"--live` asks them."
    )
    return f"# Watched sites\n\n{HEAD}\n{counts}\n\n{table}\n"


def render_signals() -> str:
    """Every signal's question, and the rubric's weights."""
    from pipeline.rubric import RUBRIC
    from pipeline.signals.registry import SIGNALS

    parts = [f"# Signals and weights\n\n{HEAD}\nA signal asks one question of every article; it moves no score by itself.\n"]
    parts += [f"## {signal.__name__}\n\n{inspect.getdoc(signal)}\n" for signal in SIGNALS]
    rows = "\n".join(f"| {relation} | {weight} |" for relation, weight in sorted(RUBRIC.weights.items(), key=lambda kv: (-kv[1], kv[0])))
    parts.append(f"## Weights: {RUBRIC.name}\n\n| relation | weight |\n|---|---|\n{rows}\n")
    return "\n".join(parts)


def render_dags() -> str:
    """Each DAG's description and triage notes, read from its file without importing Airflow."""
    parts = [f"# DAGs\n\n{HEAD}"]
    for path in sorted((ROOT / "dags").glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        calls = [n for n in ast.walk(tree) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name) and n.func.id == "DAG"]
        told = {k.arg: k.value for call in calls for k in call.keywords}
        doc = inspect.cleandoc(ast.literal_eval(told["doc_md"])).replace("### ", "")
        parts.append(f"## {path.stem}\n\n{ast.get_docstring(tree)}\n\nSchedule: `{ast.unparse(told['schedule'])}`\n\n{doc}\n")
    return "\n".join(parts)


PAGES = {"sites.md": render_sites, "signals.md": render_signals, "dags.md": render_dags}


def main() -> int:
    """Writes the pages, or checks them."""
    stale = [name for name, render in PAGES.items() if not (DOCS / name).exists() or (DOCS / name).read_text("utf-8") != render()]
    if "--check" in sys.argv:
        if stale:
            print(f"stale: {', '.join(stale)}; run `make docs`")
        return 1 if stale else 0
    for name in stale:
        (DOCS / name).write_text(PAGES[name](), encoding="utf-8")
        print(f"written: docs/{name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
