from __future__ import annotations

import json
import re
import socket
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from pipeline.errors import BadInputError, SourceDownError
from pipeline.settings import World
from pipeline.warehouse.journal import read_journal
from reports.context import IssueContext
from reports.digest import build_digest
from reports.mail import MailServer, build_message, mail_issue, send_issue
from reports.readers import Reader, choose_for, read_readers
from tests.reports.hostile import MAIL_BREAK
from tests.reports.stage import MONDAY

READERS = tuple(Reader(address=f"{name}@paper.example") for name in ("ann", "bob", "cy"))


class Postbox:
    """Takes mail; refuses the addresses it is told to, and can hang up in the middle of a message."""

    def __init__(self) -> None:
        self.taken: list[tuple[str, EmailMessage]] = []
        self.refused: dict[str, str] = {}
        self.hang_up_at: str | None = None

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]) -> str:  # noqa: N802
        if address in self.refused:
            return self.refused[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        assert isinstance(envelope.content, bytes)
        if envelope.rcpt_tos == [self.hang_up_at]:
            assert server.transport is not None
            server.transport.abort()
            return "451 gone"
        for address in envelope.rcpt_tos:
            self.taken.append((address, message_from_bytes(envelope.content, policy=policy.SMTP)))  # type: ignore[arg-type]
        return "250 taken"

    @property
    def addresses(self) -> list[str]:
        return [address for address, _ in self.taken]


@pytest.fixture
def postbox() -> Postbox:
    return Postbox()


@pytest.fixture
def server(postbox: Postbox) -> Iterator[MailServer]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(postbox, hostname="127.0.0.1", port=port)
    controller.start()
    yield MailServer(host="127.0.0.1", port=port, timeout=10)
    controller.stop()


def test_a_message_has_text_html_pictures_and_a_way_out(issue: IssueContext) -> None:
    message = build_message(issue, READERS[0])
    assert message["Subject"] == "Reelcheck, week 47: 6 contradicted, 2 corrected"
    assert message["To"] == "ann@paper.example"
    assert message["List-Unsubscribe"] == "<mailto:desk@reelcheck.example?subject=unsubscribe>"
    kinds = [part.get_content_type() for part in message.walk()]
    assert kinds[:4] == ["multipart/alternative", "text/plain", "multipart/related", "text/html"]
    body = message.get_body(("html",))
    assert body is not None
    html = body.get_content()
    pictures = {part["Content-ID"]: part for part in message.walk() if part.get_content_type() == "image/png"}
    assert pictures
    for cid in pictures:
        assert f'src="cid:{cid[1:-1]}"' in html
    assert "charts/" not in html
    assert not re.search(r"@import|<link|url\(http", html)  # MJML brings web fonts in for some names of families
    assert html.count("alt=") >= len(pictures)
    assert "prefers-color-scheme: dark" in html
    text = message.get_body(("plain",))
    assert text is not None
    assert max(len(line) for line in text.get_content().splitlines() if "http" not in line) <= 76


def test_the_same_message_twice_has_the_same_bytes(issue: IssueContext) -> None:
    assert build_message(issue, READERS[0]).as_bytes() == build_message(issue, READERS[0]).as_bytes()


def test_hostile_titles_make_no_headers(hostile_issue: IssueContext) -> None:
    assert MAIL_BREAK.splitlines()[0] in build_message(hostile_issue, READERS[0]).get_body(("plain",)).get_content()  # type: ignore[union-attr]
    parsed = message_from_bytes(build_message(hostile_issue, READERS[0]).as_bytes(), policy=policy.SMTP)
    assert parsed["Bcc"] is None
    assert str(parsed["Subject"]).startswith("Reelcheck, week 47")


def test_each_reader_gets_it_once_however_often_it_is_run(
    issue: IssueContext, server: MailServer, postbox: Postbox, tmp_path: Path
) -> None:
    first = send_issue(issue, READERS, server, tmp_path)
    second = send_issue(issue, READERS, server, tmp_path)
    assert first.sent == postbox.addresses == [reader.address for reader in READERS]
    assert (second.sent, second.known) == ([], first.sent)


def test_one_who_is_refused_keeps_nobody_from_theirs_and_is_tried_again(
    issue: IssueContext, server: MailServer, postbox: Postbox, tmp_path: Path
) -> None:
    postbox.refused = {"bob@paper.example": "550 no such mailbox"}
    first = send_issue(issue, READERS, server, tmp_path)
    assert postbox.addresses == ["ann@paper.example", "cy@paper.example"]
    assert first.refused == {"bob@paper.example": "550 no such mailbox"}
    postbox.refused = {}
    second = send_issue(issue, READERS, server, tmp_path)
    assert second.sent == ["bob@paper.example"]
    assert postbox.addresses == ["ann@paper.example", "cy@paper.example", "bob@paper.example"]


def test_what_may_have_arrived_is_not_sent_again(issue: IssueContext, server: MailServer, postbox: Postbox, tmp_path: Path) -> None:
    postbox.hang_up_at = "bob@paper.example"
    first = send_issue(issue, READERS, server, tmp_path)
    assert (first.sent, first.unclear) == (["ann@paper.example", "cy@paper.example"], ["bob@paper.example"])
    postbox.hang_up_at = None
    assert send_issue(issue, READERS, server, tmp_path).unclear == ["bob@paper.example"]
    assert postbox.addresses == ["ann@paper.example", "cy@paper.example"]


def test_a_run_that_was_killed_after_its_attempt_sends_nothing_twice(
    issue: IssueContext, server: MailServer, postbox: Postbox, tmp_path: Path
) -> None:
    (tmp_path / f"mail-{issue.week}-{READERS[0].key}-1.attempt.json").write_text("{}")
    result = send_issue(issue, READERS[:1], server, tmp_path)
    assert (result.unclear, postbox.taken) == (["ann@paper.example"], [])


def test_a_dead_server_is_a_refusal_that_can_be_tried_again(
    issue: IssueContext, server: MailServer, postbox: Postbox, tmp_path: Path
) -> None:
    dead = MailServer(host="127.0.0.1", port=1, timeout=2)
    assert list(send_issue(issue, READERS[:1], dead, tmp_path).refused) == ["ann@paper.example"]
    assert send_issue(issue, READERS[:1], server, tmp_path).sent == ["ann@paper.example"]


def test_the_journal_is_one_the_warehouse_takes_in(issue: IssueContext, server: MailServer, postbox: Postbox, tmp_path: Path) -> None:
    postbox.refused = {"bob@paper.example": "550 no"}
    send_issue(issue, READERS, server, tmp_path)
    mails = read_journal(tmp_path)["mails"]
    assert sorted((row["reader"], row["outcome"]) for row in mails) == sorted(
        (reader.key, "refused" if reader.address.startswith("bob") else "sent") for reader in READERS
    )
    assert not any("@" in path.read_text() for path in tmp_path.glob("*.json"))


def test_mail_issue_reads_the_readers_and_names_the_refused(world: World, server: MailServer, postbox: Postbox) -> None:
    build_digest(world, MONDAY)
    uri = f"smtp://127.0.0.1:{server.port}/?disable_tls=true&from_email=issue%40desk.example"
    assert mail_issue(world, MONDAY, uri)["sent"] == 0
    (world.root / "readers.toml").write_text("".join(f'[[reader]]\naddress = "{reader.address}"\n' for reader in READERS))
    postbox.refused = {"bob@paper.example": "550 no such mailbox"}
    with pytest.raises(SourceDownError, match=r"1 of 3 mails were refused .bob@paper\.example: 550"):
        mail_issue(world, MONDAY, uri)
    assert str(postbox.taken[0][1]["From"]) == "Reelcheck <issue@desk.example>"
    postbox.refused = {}
    assert mail_issue(world, MONDAY, uri) == {"sent": 1, "refused": 0, "known": 2, "unclear": 0, "quiet": 0}


@pytest.mark.parametrize(
    ("uri", "expected"),
    [
        ("smtp://mail.example", {"host": "mail.example", "port": 587, "starttls": True, "tls": False}),
        ("smtps://u%40x:p%2Fw@mail.example", {"port": 465, "tls": True, "starttls": False, "user": "u@x", "password": "p/w"}),
        ("smtp://mail.example:25/?disable_tls=true&timeout=5", {"port": 25, "starttls": False, "timeout": 5.0}),
        ("smtp://mail.example/?__extra__=%7B%22disable_ssl%22%3A+false%7D", {"port": 465, "tls": True}),
    ],
)
def test_airflows_connection_is_understood(uri: str, expected: dict[str, Any]) -> None:
    server = MailServer.from_uri(uri)
    assert {key: getattr(server, key) for key in expected} == expected


def test_another_kind_of_connection_is_an_error_without_its_password() -> None:
    with pytest.raises(BadInputError, match="no smtp") as error:
        MailServer.from_uri("http://user:secret@mail.example")
    assert "secret" not in str(error.value)


def test_readers_choose_shows_sites_and_languages(issue: IssueContext) -> None:
    def anchors(**choices: Any) -> list[str]:
        return [item.show.slug for item in choose_for(issue, Reader(address="a@b.example", **choices)).items]

    assert anchors(shows=("glass-orchard",)) == ["glass-orchard"]
    assert anchors(languages=("es",)) == ["the-salt-ledger"]
    assert set(anchors(sites=("bingebase",))) == {"the-salt-ledger", "night-ferry-to-bergen"}
    assert choose_for(issue, READERS[0]) is issue


def test_a_reader_who_wants_no_empty_mail_gets_none(issue: IssueContext, server: MailServer, postbox: Postbox, tmp_path: Path) -> None:
    reader = Reader(address="a@b.example", shows=("nothing",), quiet=False)
    assert send_issue(issue, [reader], server, tmp_path).quiet == ["a@b.example"]
    assert postbox.taken == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[reader]]\nadress = 'a@b.example'\n", "reader 1: "),
        ("[[reader]]\naddress = 'no address'\n", "reader 1: address"),
        ("[[reader]]\naddress = 'a@b.example'\nname = \"x\\r\\nBcc: y\"\n", "reader 1: name"),
        ("[[readers]]\n", "unknown key 'readers'"),
        ("[[reader]\n", "no TOML"),
        ("[[reader]]\naddress = 'a@b.example'\n[[reader]]\naddress = 'A@b.example'\n", "there twice"),
    ],
)
def test_a_mistake_among_the_readers_is_named(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "readers.toml"
    path.write_text(text)
    with pytest.raises(BadInputError, match=said):
        read_readers(path)


def test_nobody_is_an_empty_list(tmp_path: Path, issue: IssueContext) -> None:
    assert read_readers(tmp_path / "readers.toml") == ()
    assert json.loads(json.dumps(send_issue(issue, [], MailServer(host="127.0.0.1", port=1), tmp_path).sent)) == []
