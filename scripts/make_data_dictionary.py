"""Write docs/data-dictionary.md from the comments of the warehouse's tables and views."""

from __future__ import annotations

from pathlib import Path

from pipeline.warehouse.dictionary import render_dictionary

PAGE = Path(__file__).resolve().parent.parent / "docs" / "data-dictionary.md"

if __name__ == "__main__":
    PAGE.write_text(render_dictionary(), "utf-8")
