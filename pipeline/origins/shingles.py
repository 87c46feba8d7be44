"""Bodies as sets of hashed word triples, and their bottom-k sketches, for finding near copies.

A sketch is the k smallest hashes (Broder 1997, "On the resemblance and containment of documents"): two texts that share a part of their
triples share about that part of their sketches, and shared values are found by a plain join in DuckDB, incrementally, over any number of
texts. Hashes are CRC-32 of words mixed by splitmix64: stable everywhere, which DuckDB's hash() does not promise to be.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, TypeAlias
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

SKETCH_SIZE: Final = 64
MIN_SHINGLES: Final = 30  # shorter texts get no sketch: chance and set phrases would match them
_WIDTH: Final = 3

Hashes: TypeAlias = NDArray[np.uint64]


def hash_shingles(folded: Iterable[str]) -> Hashes:
    """Sorted, distinct hashes of all word triples of the folded paragraphs, which are read as one text."""
    words = " ".join(folded).encode("utf-8", "surrogatepass").split()
    if len(words) < _WIDTH:
        return np.empty(0, dtype=np.uint64)
    codes = np.fromiter(map(crc32, words), dtype=np.uint64, count=len(words))
    count = len(words) - _WIDTH + 1
    mixed = np.zeros(count, dtype=np.uint64)
    for place in range(_WIDTH):
        mixed = _mix(mixed ^ codes[place : place + count])
    return np.unique(mixed)


def take_sketch(shingles: Hashes) -> list[int] | None:
    """The SKETCH_SIZE smallest hashes in order; None for a text with fewer than MIN_SHINGLES."""
    return None if len(shingles) < MIN_SHINGLES else [int(h) for h in shingles[:SKETCH_SIZE]]


def measure_containment(one: Hashes, other: Hashes) -> float:
    """Share of the shorter text's triples that the other has too, 0 to 1."""
    shorter = min(len(one), len(other))
    return len(np.intersect1d(one, other, assume_unique=True)) / shorter if shorter else 0.0


def _mix(values: Hashes) -> Hashes:
    """splitmix64's finaliser (Steele, Lea and Flood 2014)."""
    values = values + np.uint64(0x9E3779B97F4A7C15)
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))
