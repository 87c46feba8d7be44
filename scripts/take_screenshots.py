"""Pictures of an issue for the README: the page, light and dark, on a desk and on a phone, and the mail.

    .venv/bin/python scripts/take_screenshots.py data/newsstand/digests/2026-W47 [docs/images]

Needs Debian's chromium. The same issue gives the same pictures on one machine.
"""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync"]
# name, page, width, height, colours
PICTURES = (
    ("digest", "index.html", 1280, 1500, "light"),
    ("digest-dark", "index.html", 1280, 1500, "dark"),
    ("digest-phone", "index.html", 390, 1500, "light"),
    ("digest-mail", "mail.html", 680, 1500, "light"),
)


def take_pictures(issue: Path, folder: Path) -> list[Path]:
    """One PNG per picture; raises FileNotFoundError where the issue is not rendered."""
    folder.mkdir(parents=True, exist_ok=True)
    taken = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for name, page_name, width, height, scheme in PICTURES:
            context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
            page = context.new_page()
            page.goto((issue / page_name).resolve(strict=True).as_uri())
            taken.append(folder / f"{name}.png")
            page.screenshot(path=taken[-1])
            context.close()
        browser.close()
    return taken


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    for path in take_pictures(Path(sys.argv[1]), Path(sys.argv[2] if len(sys.argv) > 2 else "docs/images")):
        sys.stdout.write(f"{path}\n")
