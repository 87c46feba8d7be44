"""A checker that was fitted anew bears another version, or stored verdicts of the old one would stand."""

from __future__ import annotations

import hashlib
from importlib.resources import files

from pipeline.contract import CHECKER_VERSION

FITTED = (
    "claims/slots/network.onnx",
    "claims/passages/network.onnx",
    "verdicts/confidence.toml",
    "verdicts/licences.toml",
    "calibration.toml",
)
# what the version was given to; after a fit, raise the version in pipeline/contract.py and write down both
GIVEN_TO = ("reelcheck-claims-8", "0f82d38178112cec")


def test_the_version_was_given_to_this_fit() -> None:
    digest = hashlib.sha256()
    for name in FITTED:
        digest.update(files("pipeline").joinpath(name).read_bytes())
    assert (CHECKER_VERSION, digest.hexdigest()[:16]) == GIVEN_TO, "fitted anew: raise CHECKER_VERSION, and write it here with the digest"
