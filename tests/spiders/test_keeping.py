"""What may not be kept."""

from __future__ import annotations

import time

import pytest

from spiders.keeping import Reservation, read_reservations, refusal_in_page, refusal_to_keep

SHUT = (Reservation("/open/*", False), Reservation("/*.pdf$", True), Reservation("/", True))


@pytest.mark.parametrize(
    ("headers", "body", "refused"),
    [
        ({}, b"<p>", False),
        ({"x-robots-tag": "noarchive"}, b"", True),
        ({"x-robots-tag": "max-snippet:-1, NoIndex"}, b"", True),
        ({"x-robots-tag": "otherbot: noindex, nofollow"}, b"", False),
        ({"x-robots-tag": "otherbot: nofollow, reelcheck: noarchive"}, b"", True),
        ({"x-robots-tag": "unavailable_after: 25 Jun 2030 15:00:00 PST, none"}, b"", True),
        ({}, b"<meta name='robots' content='index, noarchive'>", True),
        ({}, b'<META CONTENT="NOINDEX" NAME="ROBOTS"/>', True),
        ({}, b"<meta name=robots content=none>", True),
        ({}, b'<meta name="robots" content="index, follow, max-image-preview:large">', False),
        ({}, b'<meta name="googlebot" content="noarchive">', False),
        ({}, b'<meta name="reelcheck" content="noarchive">', True),
        ({}, b'<meta name="description" content="noarchive">', False),
        ({}, b'<meta name="tdm-reservation" content="1">', True),
        ({"tdm-reservation": "1"}, b"", True),
        ({"tdm-reservation": "0"}, b"", False),
        ({}, b"<style>" + b"x" * 300_000 + b"</style><meta name='robots' content='noarchive'></head>", True),
        ({}, b"<head></head><p>write <meta name='robots' content='noarchive'> for it", False),
    ],
)
def test_robots_and_reservations(headers: dict[str, str], body: bytes, refused: bool) -> None:
    assert (refusal_to_keep(headers, body, "/a") is not None) is refused


@pytest.mark.parametrize(
    ("path", "headers", "refused"),
    [("/open/a", {}, False), ("/a", {}, True), ("/b.pdf", {}, True), ("/b.pdfx", {}, True), ("/a", {"tdm-reservation": "0"}, False)],
)
def test_the_first_rule_of_a_tdmrep_file_decides_unless_the_header_speaks(path: str, headers: dict[str, str], refused: bool) -> None:
    assert (refusal_to_keep(headers, b"", path, SHUT) is not None) is refused


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("/", "/a", True), ("/a", "/a/b", True), ("/a$", "/a/b", False), ("/a$", "/a", True), ("/*b", "/a/b/c", True),
        ("/*b$", "/a/b/b", True), ("/*b$", "/a/b/c", False), ("/a*b*c", "/abxc", True), ("/a*b*c", "/acb", False), ("*", "/a", True),
        ("/ab*b$", "/ab", False), ("/a*", "/a", True), ("", "/a", True), ("/a.b", "/axb", False),
    ],
)  # fmt: skip
def test_a_reservation_fits_as_robots_txt_does(pattern: str, path: str, fits: bool) -> None:
    assert Reservation(pattern, True).covers(path) is fits


def test_no_rule_and_no_page_takes_long() -> None:
    started = time.process_time()
    assert not Reservation("/" + "*a" * 200 + "*b", True).covers("/" + "a" * 1_900)
    assert refusal_in_page(b"<meta " * 1_000_000) is None
    assert refusal_in_page((b"<meta " + b"a= " * 330 + b">") * 2_000) is None
    assert time.process_time() - started < 5


def test_reservations_are_read_and_nonsense_is_none() -> None:
    body = b'[{"location": "/", "tdm-reservation": 1, "tdm-policy": "x"}, {"location": "/b", "tdm-reservation": 0}, 7]'
    assert read_reservations(body) == (Reservation("/", True), Reservation("/b", False))
    assert read_reservations(b"<html>") == read_reservations(b"{}") == read_reservations(b"[" * 100_000) == ()
