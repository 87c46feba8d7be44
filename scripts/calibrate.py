"""`make calibrate`: fits the layer over the score on development articles, labelled and of the newsstand, and writes it where it helps.

python scripts/calibrate.py [--gold DIR] [--dry-run]
"""

from __future__ import annotations

import argparse
from pathlib import Path

from pipeline.calibration import FILE
from pipeline.checker import Checker
from pipeline.evaluation.calibrate import collect_rows, fit_layer, write_layer
from pipeline.evaluation.labelled import load_labelled
from pipeline.evaluation.samples import from_labelled, from_stands
from pipeline.records.loader import load_records
from pipeline.rubric import RUBRIC
from spiders.newsstand.stand import load_stands

ROOT = Path(__file__).parent.parent


def main() -> None:
    """Held-out shows are never fitted on."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=ROOT.parent / "shared" / "gold" / "articles", help="labelled articles")
    parser.add_argument("--dry-run", action="store_true", help="print what would be written")
    told = parser.parse_args()
    samples = list(from_stands(load_stands()))
    if told.gold.is_dir():
        samples += from_labelled(load_labelled(told.gold))
    else:
        print(f"no labelled articles at {told.gold}: the newsstand's alone")
    checker = Checker(load_records(), RUBRIC.without_layer())
    result = fit_layer(collect_rows(checker, [s for s in samples if not s.held_out]))
    text = write_layer(result)
    print(text)
    if not told.dry_run:
        FILE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
