"""`make evaluate`: every suite, as tables on screen, out/evaluation.json and docs/accuracy.md.

python scripts/evaluate_all.py [--gold DIR] [--pages DIR] [--every-page N] [--problems] [--no-docs]
python scripts/evaluate_all.py --falsehoods [--gold DIR]
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from rich.console import Console
from rich.markdown import Markdown

from pipeline.evaluation.accuracy_page import write_page
from pipeline.evaluation.everything import run_everything
from pipeline.evaluation.falsehoods import list_falsehoods
from pipeline.records.loader import load_records

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


def main() -> None:
    """Runs everything; --problems lists what went wrong in development articles (held-out ones are never shown)."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=SHARED / "gold" / "articles", help="labelled articles")
    parser.add_argument("--pages", type=Path, default=SHARED / "pages", help="real pages, with their MANIFEST.csv")
    parser.add_argument("--every-page", type=int, default=1, help="take every n-th real page")
    parser.add_argument("--problems", action="store_true", help="list accusations, flips and missed swaps of the development part")
    parser.add_argument("--no-docs", action="store_true", help="leave docs/accuracy.md as it is")
    parser.add_argument(
        "--falsehoods", action="store_true", help="only count how far off labelled false numbers and days are (development)"
    )
    told = parser.parse_args()
    if told.falsehoods:
        print("\n".join(list_falsehoods(told.gold, load_records())))
        return
    result = run_everything(told.gold, told.pages, told.every_page)
    out = ROOT / "out" / "evaluation.json"
    out.parent.mkdir(exist_ok=True)
    out.write_text(json.dumps(result.figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    page = write_page(result.figures)
    if not told.no_docs:
        (ROOT / "docs" / "accuracy.md").write_text(page, encoding="utf-8")
    Console().print(Markdown(page))
    if told.problems:
        print("\n".join(result.problems))
    for name in result.skipped:
        print(f"skipped {name}", file=sys.stderr)
    print(f"figures: {out}")


if __name__ == "__main__":
    main()
