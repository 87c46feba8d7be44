"""docs/accuracy.md and the tables on screen, written from the figures of a run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

COMMAND = "make evaluate"
LABELLED_ROWS = (
    ("articles", "labelled articles", ""),
    ("reliable_accused", "reliable articles with a false contradiction", "0"),
    ("reliable_articles", "… of so many reliable ones", ""),
    ("reliable_called_mixed_or_unreliable", "reliable articles called mixed or unreliable", "at most 1 in 50"),
    ("contradicted_precision", "precision of “contradicted”", "0.97"),
    ("contradicted_precision_90", "… its 90 % interval", ""),
    ("reachable_recall", "falsehoods caught where the record could tell", "0.75"),
    ("contradicted_recall", "falsehoods caught, all relations", "0.50"),
    ("contradicted_or_amber_recall", "falsehoods caught or shown amber", "0.70"),
    ("supported_precision", "precision of “supported”", "0.98"),
    ("auroc_reliable_unreliable", "AUROC, reliable against unreliable", "0.98"),
    ("auroc_reliable_mixed", "AUROC, reliable against mixed", "0.90"),
    ("show_found", "work found", "0.98"),
    ("label_accuracy", "label as a person gave it", ""),
    ("articles_per_second", "articles a second, checking alone, one core (both parts)", "60"),
)
SWAP_ROWS = (
    ("articles", "true articles", ""),
    ("single_swaps", "articles with one fact swapped", ""),
    ("caught", "… the swap caught", ""),
    ("caught_or_amber", "… caught or amber", ""),
    ("reachable_swaps", "swaps that the record could tell", ""),
    ("reachable_caught", "… caught", "0.75"),
    ("reachable_caught_90", "… its 90 % interval", ""),
    ("false_alarms_on_twins", "false contradictions in the true articles", "0"),
    ("stray_alarms_beside_swaps", "false contradictions beside the swaps", "0"),
)
NOISE_ROWS = (
    ("articles", "articles", ""),
    ("accused", "with a contradiction", "0"),
    ("accused_90", "… 90 % interval of the share", ""),
    ("not_insufficient", "with another label than insufficient", "0"),
    ("taken_for_a_recorded_work", "read as being about a recorded work", ""),
)


def write_page(figures: Mapping[str, Any]) -> str:
    """The page, in Markdown. Parts that the run skipped are named, not left out silently."""
    lines = [
        "# How accurate it is",
        "",
        f"Written by `{COMMAND}` (records {figures['records']}); do not edit. *Development* is what rules were written with; *held-out*",
        "are the shows that nobody looked at while writing them (an eighth of the shows, by a hash of the slug). Judge by held-out.",
        "",
        *(f"- skipped: {name}" for name in figures["skipped"]),
        "",
    ]
    if figures.get("labelled"):
        lines += ["## Labelled articles", "", *_table(figures["labelled"], LABELLED_ROWS), ""]
        words = "Caught (or amber) of the labelled falsehoods; caught of those that the record could tell; wrongly called so."
        lines += ["### Falsehoods by relation", "", words, "", *_relations(figures["labelled"]), ""]
    lines += _swaps(figures["swaps"])
    lines += _changes(figures["metamorphic"])
    lines += [
        "## Noise",
        "",
        "Articles about nothing on record: real pages of other subjects, the newsstand's other news, and articles about a work whose",
        "record was taken out of the book.",
        "",
        *_table(figures["noise"], NOISE_ROWS),
    ]
    return "\n".join(lines) + "\n"


def _swaps(figures: Mapping[str, Any]) -> list[str]:
    auroc = {name: {str(k): v for k, v in part["auroc_by_swaps"].items()} for name, part in figures.items()}
    rows = tuple((str(k), f"AUROC, the true article against {k} swapped", "") for k in (1, 2, 3))
    return [
        "## Swapped facts",
        "",
        "One to three facts of a true article exchanged for false ones of the same type: a person or a brand in all of the article,",
        "any other fact in each marked statement of it. People and places come from other works' records, a part from its own work's (from",
        "others' where that has no more), brands and kinds of source from short lists; numbers and days are moved as far as labelled",
        "falsehoods are off. A labelled article lends the statements that a person marked true, a newsstand article those that the",
        "checker supports.",
        "",
        *_table(figures, SWAP_ROWS),
        "",
        *_table(auroc, rows),
        "",
        "Caught (or amber) of the swaps that the record could tell, by kind and by relation:",
        "",
        *_counts(figures, "kinds"),
        "",
        *_counts(figures, "relations"),
        "",
    ]


def _changes(figures: Mapping[str, Any]) -> list[str]:
    names = list(dict.fromkeys(name for part in figures.values() for name in part["changes"]))
    cells = [
        [
            name,
            *(f"{p['changes'][name]['flips']} / {p['changes'][name]['lost']} of {p['changes'][name]['judged']}" for p in figures.values()),
        ]
        for name in names
    ]
    return [
        "## Changes that change nothing",
        "",
        "Verdicts that flipped (aim 0) / that were lost, of all statements with a verdict.",
        "",
        *_markdown(["change", *figures], cells),
        "",
    ]


def _relations(parts: Mapping[str, Any]) -> list[str]:
    names = sorted({r for p in parts.values() for r in p["relations"]})
    return _markdown(["relation", *parts], [[r, *(_caught(p["relations"].get(r, {})) for p in parts.values())] for r in names])


def _caught(row: Mapping[str, int]) -> str:
    if not row.get("labelled") and not row.get("contradicted wrong"):
        return "-"
    caught, amber, wrong = (row.get(k, 0) for k in ("caught", "amber", "contradicted wrong"))
    return f"{caught} (+{amber}) of {row.get('labelled', 0)}; {row.get('reached', 0)} of {row.get('reachable', 0)}; {wrong}"


def _counts(parts: Mapping[str, Any], key: str) -> list[str]:
    names = sorted({n for p in parts.values() for n in p[key]})

    def cell(row: Mapping[str, int] | None) -> str:
        return f"{row['caught']} (+{row['amber']}) of {row['swaps']}" if row else "-"

    return _markdown([key[:-1], *parts], [[n, *(cell(p[key].get(n)) for p in parts.values())] for n in names])


def _table(parts: Mapping[str, Mapping[str, Any]], rows: Sequence[tuple[str, str, str]]) -> list[str]:
    cells = [[words, *(show(part.get(key)) for part in parts.values()), aim] for key, words, aim in rows]
    return _markdown(["", *parts, "aim"], cells)


def _markdown(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    return [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}", *(f"| {' | '.join(row)} |" for row in rows)]


def show(value: object) -> str:
    """A figure as it is printed: shares with three digits, "-" for nothing to count."""
    if value is None:
        return "-"
    if isinstance(value, (tuple, list)):
        return " to ".join(show(v) for v in value)
    return f"{value:.3f}" if isinstance(value, float) else str(value)
