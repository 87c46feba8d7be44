"""One peer's crawl over given addresses; runs in the peers' own environment, never in ours.

    python bench_peers.py bare|trafilatura|mediacloud|news-please ADDRESSES.json OUT_FOLDER

Every page that is read goes to ``OUT_FOLDER/texts.jsonl`` as {"url", "text"}, so that speed stands beside how much was read. The proxy
comes from http_proxy. Each is set up as its own documentation says, robots.txt obeyed, with the log off.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

SETTINGS: dict[str, Any] = {
    "ROBOTSTXT_OBEY": True,
    "LOG_LEVEL": "ERROR",
    "TELNETCONSOLE_ENABLED": False,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 8,
}


def read_nothing(url: str, response: Any) -> dict[str, Any]:
    """The bare spider: a page is fetched, decoded and put out; its title is all that is looked at."""
    return {"url": url, "text": response.css("title::text").get() or ""}


def read_with_trafilatura(url: str, response: Any) -> dict[str, Any]:
    import trafilatura

    document = trafilatura.bare_extraction(response.body, url=url, with_metadata=True, include_comments=False)
    if document is None:
        return {"url": url, "text": ""}
    return {"url": url, "text": document.text or "", "title": document.title, "author": document.author, "date": document.date}


def read_with_mediacloud(url: str, response: Any) -> dict[str, Any]:
    import mcmetadata

    try:
        told = mcmetadata.extract(url, response.text)
    except mcmetadata.exceptions.BadContentError:
        return {"url": url, "text": ""}
    day = told["publication_date"].isoformat() if told["publication_date"] else None
    return {"url": url, "text": told["text_content"], "title": told["article_title"], "language": told["language"], "date": day}


READERS = {"bare": read_nothing, "trafilatura": read_with_trafilatura, "mediacloud": read_with_mediacloud}


def crawl(peer: str, urls: list[str], out: Path) -> None:
    import scrapy
    from scrapy.crawler import CrawlerProcess

    reader, rows = READERS[peer], []

    class PageSpider(scrapy.Spider):
        name = "pages"
        start_urls = urls

        def parse(self, response: Any) -> None:
            rows.append(reader(response.url, response))

    process = CrawlerProcess(SETTINGS)
    process.crawl(PageSpider)
    process.start()
    if peer == "trafilatura":  # into Arrow, as a pipeline would keep it
        import pyarrow as pa
        import pyarrow.parquet as pq

        pq.write_table(pa.Table.from_pylist(rows), out / "pages.parquet")
    with (out / "texts.jsonl").open("w", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def crawl_with_news_please(urls: list[str], out: Path) -> None:
    """Its Download crawler with its own configuration and file storage.

    Its readability extractor is taken out: in 1.6.16 it hands bytes to readability and fails on every item.
    """
    import newsplease

    home = Path(newsplease.__file__).parent
    sys.path[:0] = [str(home), str(home.parent)]
    config = (home / "config" / "config.cfg").read_text("utf-8")
    changes = {
        "working_path = ~/news-please-repo/": f"working_path = {out}/repo/",
        "'readability_extractor', ": "",
        "LOG_LEVEL = INFO": "LOG_LEVEL = CRITICAL",
        "CONCURRENT_REQUESTS_PER_DOMAIN=4": "CONCURRENT_REQUESTS_PER_DOMAIN=8",
    }
    for old, new in changes.items():
        if old not in config:
            sys.exit(f"news-please's configuration has no {old!r} any more")
        config = config.replace(old, new)
    (out / "config.cfg").write_text(config, "utf-8")
    (out / "sitelist.hjson").write_text(json.dumps({"base_urls": [{"url": urls, "crawler": "Download"}]}), "utf-8")
    from newsplease.single_crawler import SingleCrawler

    SingleCrawler(str(out / "config.cfg"), str(out / "sitelist.hjson"), 0, False, False)


def gather_news_please(out: Path) -> None:
    """Its JSON files as texts.jsonl; called apart, so that it is not counted."""
    with (out / "texts.jsonl").open("w", encoding="utf-8") as lines:
        for path in sorted((out / "repo" / "data").rglob("*.json")):
            told = json.loads(path.read_text("utf-8"))
            lines.write(json.dumps({"url": told["url"], "text": told.get("maintext") or ""}, ensure_ascii=False) + "\n")


def main() -> None:
    peer, addresses, out = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    urls = json.loads(addresses.read_text("utf-8"))
    if peer == "news-please":
        crawl_with_news_please(urls, out)
    elif peer == "gather":
        gather_news_please(out)
    else:
        crawl(peer, urls, out)


if __name__ == "__main__":
    main()
