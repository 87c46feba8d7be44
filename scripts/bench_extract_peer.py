"""news-please's reading of saved pages, run in its own environment (bench.py makes it); bench_extract.py asks for it.

    build/bench/bench/bin/python scripts/bench_extract_peer.py FOLDER

Reads FOLDER/pages.json (a list of file name and address) and writes FOLDER/reads.json: for each page text, title, authors, day and the
seconds of CPU that it took, or null where it fails.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any


def read_page(payload: bytes, url: str) -> dict[str, Any] | None:
    """One page as ``NewsPlease.from_html`` reads it; what a page is published as counts in UTF-8, and no image is fetched."""
    from newsplease import NewsPlease

    start = time.process_time()
    try:
        article = NewsPlease.from_html(payload.decode("utf-8", "replace"), url=url, fetch_images=False)
    except Exception as e:  # whatever stops it is its result
        print(f"{url}: {type(e).__name__}: {e}"[:200], file=sys.stderr)
        return None
    seconds = time.process_time() - start
    day = article.date_publish.date().isoformat() if getattr(article, "date_publish", None) else None
    return {
        "text": article.maintext or "", "title": article.title, "authors": list(article.authors or []), "day": day, "seconds": seconds,
    }  # fmt: skip


def main() -> None:
    folder = Path(sys.argv[1])
    pages = json.loads((folder / "pages.json").read_text("utf-8"))
    for name, url in pages[:3]:  # what a process loads once is not a page's cost
        read_page((folder / name).read_bytes(), url)
    reads = [read_page((folder / name).read_bytes(), url) for name, url in pages]
    (folder / "reads.json").write_text(json.dumps(reads), "utf-8")


if __name__ == "__main__":
    main()
