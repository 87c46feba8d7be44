"""``python -m spiders.newsstand --port P --clock 2026-11-16T05:00:00Z``: the newsstand in the foreground."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from pipeline.errors import BadInputError
from spiders.newsstand.app import parse_clock
from spiders.newsstand.server import BAD_INPUT, run_server
from spiders.newsstand.stand import STANDS

OPENING = datetime(2026, 11, 16, 5, tzinfo=UTC)


def main(arguments: Sequence[str] | None = None) -> int:
    """0 after an interrupt, 2 for input that cannot be used, 1 for a taken port."""
    options = _read_options(arguments)
    try:
        clock = parse_clock(options.clock) or OPENING
        run_server(clock, options.port, options.stands, sys.stdin if options.child else None)
    except (BadInputError, ValueError) as e:
        return _give_up(str(e), BAD_INPUT)
    except OSError as e:
        return _give_up(f"port {options.port}: {e.strerror}", 1)
    except KeyboardInterrupt:
        pass
    return 0


def _read_options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m spiders.newsstand", description="A small web of invented sites, on loopback.")
    parser.add_argument("--port", type=int, default=8642, help="port on 127.0.0.1; 0 takes a free one (default %(default)s)")
    parser.add_argument("--clock", default=OPENING.isoformat(), help="the instant at which the sites stand (default %(default)s)")
    parser.add_argument("--stands", type=Path, default=STANDS, help="folder of the sites")
    parser.add_argument("--child", action="store_true", help="stop when stdin ends")
    return parser.parse_args(arguments)


def _give_up(reason: str, code: int) -> int:
    sys.stdout.write(f"{reason}\n")
    return code


if __name__ == "__main__":
    sys.exit(main())
