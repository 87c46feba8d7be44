"""The issue by mail: each reader at most once, however often this is run.

Before a mail goes out, an attempt is entered into the journal; its outcome follows. An attempt without an outcome (a crash, a lost
connection after the text was sent) may have been delivered: it is reported, and not sent again by the machine.
"""

from __future__ import annotations

import json
import logging
import smtplib
import ssl
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from pipeline.errors import BadInputError, SourceDownError
from pipeline.settings import World
from reports.approval import require_release
from reports.context import IssueContext
from reports.digest import draw_charts, read_context, read_translations
from reports.letter import Letter, render_letter
from reports.readers import READERS, Reader, choose_for, read_readers

logger = logging.getLogger(__name__)

_TIMEOUT = 60.0


@dataclass(frozen=True, slots=True)
class MailServer:
    """How to reach the SMTP server; ``sender`` is the From address, None for the imprint's contact."""

    host: str
    port: int = 25
    user: str | None = None
    password: str | None = None
    tls: bool = False  # from the first byte
    starttls: bool = False
    sender: str | None = None
    timeout: float = _TIMEOUT

    @classmethod
    def from_uri(cls, uri: str) -> MailServer:
        """An Airflow connection as a URI, e.g. smtp://user:secret@mail.example:587/?from_email=desk%40paper.example.

        TLS as Airflow's SMTP provider has it: STARTTLS unless disable_ssl and disable_tls say otherwise; smtps:// is TLS from the start.
        """
        parts = urlsplit(uri)
        if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
            raise BadInputError("the mail connection is no smtp:// or smtps:// address with a host")
        options = {key: values[-1] for key, values in parse_qs(parts.query).items()}
        options |= json.loads(options.get("__extra__", "{}"))
        plain = _is_true(options.get("disable_tls"))
        implicit = parts.scheme == "smtps" or (not _is_true(options.get("disable_ssl", "true")))
        return cls(
            host=unquote(parts.hostname),
            port=parts.port or (465 if implicit else 587),
            user=unquote(parts.username) if parts.username else None,
            password=unquote(parts.password) if parts.password else None,
            tls=implicit,
            starttls=not implicit and not plain,
            sender=options.get("from_email"),
            timeout=float(options.get("timeout", _TIMEOUT)),
        )


def _is_true(value: Any) -> bool:
    return str(value).lower() in ("1", "true", "yes", "on")


@dataclass(slots=True)
class MailResult:
    """Addresses by what became of them in this run. ``known`` had theirs before; ``unclear`` may have it and are left to a person."""

    sent: list[str] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)
    known: list[str] = field(default_factory=list)
    unclear: list[str] = field(default_factory=list)
    quiet: list[str] = field(default_factory=list)


def mail_issue(world: World, monday: date, connection: str) -> dict[str, int]:
    """Mail the frozen issue to the world's readers; returns counts. Raises SourceDownError when a reader was refused: run it again.

    Raises BadInputError where the issue is on hold: then nobody gets it.
    """
    require_release(world, monday)
    context = read_context(world.digest(monday))
    translations = read_translations(world.digest(monday))
    readers, server = read_readers(world.root / READERS), MailServer.from_uri(connection)
    result = send_issue(context, readers, server, world.journal, translations)
    for address in result.unclear:
        logger.warning("mail week=%s reader=%s unclear: it may have been delivered, send it by hand if it was not", context.week, address)
    if result.refused:
        listed = "; ".join(f"{address}: {why}" for address, why in result.refused.items())
        raise SourceDownError(
            f"{len(result.refused)} of {len(result.sent) + len(result.refused)} mails were refused ({listed}); run it again"
        )
    return {name: len(getattr(result, name)) for name in ("sent", "refused", "known", "unclear", "quiet")}


def build_message(context: IssueContext, reader: Reader, *, sender: str | None = None, date_sent: datetime | None = None) -> EmailMessage:
    """The issue as this reader chose it: plain text, HTML and its pictures, with List-Unsubscribe.

    The message is the same for the same arguments; without ``date_sent`` it has no Date header.
    """
    return _assemble(context, reader, _write_letter(choose_for(context, reader)), sender, date_sent)


def _write_letter(context: IssueContext) -> Letter:
    return render_letter(context, draw_charts(context))


def _assemble(context: IssueContext, reader: Reader, letter: Letter, sender: str | None, date_sent: datetime | None) -> EmailMessage:
    imprint = context.imprint
    domain = imprint.contact.rpartition("@")[2] or "localhost"
    message = EmailMessage(policy=SMTP)
    message["Subject"] = letter.subject
    message["From"] = Address(imprint.name, addr_spec=sender or imprint.contact)
    message["To"] = Address(reader.name, addr_spec=reader.address)
    if date_sent:
        message["Date"] = format_datetime(date_sent)
    message["Message-ID"] = f"<{context.week}.{reader.key}@{domain}>"
    message["List-Id"] = f"{imprint.name} <digest.{domain}>"
    message["List-Unsubscribe"] = f"<mailto:{imprint.contact}?subject=unsubscribe>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.text, cte="quoted-printable")
    html = letter.html
    for name in letter.pictures:
        html = html.replace(f'src="charts/{name}.png"', f'src="cid:{name}.{context.week}@{domain}"')
    message.add_alternative(html, subtype="html", cte="quoted-printable")
    message["Content-Language"] = context.language
    alternatives = message.get_payload()
    assert isinstance(alternatives, list)
    for name, chart in letter.pictures.items():
        alternatives[1].add_related(  # type: ignore[union-attr]
            chart.png, "image", "png", cid=f"<{name}.{context.week}@{domain}>", filename=f"{name}.png", disposition="inline"
        )
    for part in message.walk():
        if part.is_multipart():
            # A boundary of our own: the library's are random.
            part.set_boundary(f"={context.week}.{part.get_content_subtype()}=")
    return message


def send_issue(
    context: IssueContext,
    readers: Sequence[Reader],
    connection: MailServer,
    journal: Path,
    translations: Mapping[str, IssueContext] | None = None,
) -> MailResult:
    """Send the issue to every reader who does not have it; one who is refused does not keep it from the others.

    ``translations``: the issue in other languages; a reader who wants one that is not there gets it in English.
    """
    result = MailResult()
    letters: dict[IssueContext, Letter] = {}
    waiting = [reader for reader in readers if _is_due(context, reader, journal, result)]
    if not waiting:
        return result
    with _Session(connection) as session:
        for reader in waiting:
            chosen = choose_for((translations or {}).get(reader.mail, context), reader)
            letter = letters.get(chosen) or letters.setdefault(chosen, _write_letter(chosen))
            message = _assemble(chosen, reader, letter, connection.sender, datetime.now(UTC))
            _send_once(session, context, reader, message, journal, result)
    return result


def _is_due(context: IssueContext, reader: Reader, journal: Path, result: MailResult) -> bool:
    """Has this reader still to get it? Those who have not are entered under ``result``."""
    match _read_state(journal, context.week, reader):
        case "sent":
            result.known.append(reader.address)
        case "attempted":
            result.unclear.append(reader.address)
        case _ if not reader.quiet and not choose_for(context, reader).items:
            result.quiet.append(reader.address)
        case _:
            return True
    return False


def _send_once(session: _Session, context: IssueContext, reader: Reader, message: EmailMessage, journal: Path, result: MailResult) -> None:
    number = len(list(journal.glob(f"mail-{context.week}-{reader.key}-*.attempt.json"))) + 1
    stem = f"mail-{context.week}-{reader.key}-{number}"
    act = {"by": "reelcheck", "week": context.week, "reader": reader.key}
    if not _enter(journal / f"{stem}.attempt.json", {"kind": "mail_attempt", **act}):
        result.unclear.append(reader.address)  # another process is at it
        return
    try:
        session.send(message, reader.address)
    except _RefusedError as refusal:
        _enter(journal / f"{stem}.json", {"kind": "mail", **act, "outcome": "refused", "error": str(refusal)})
        result.refused[reader.address] = str(refusal)
    except (smtplib.SMTPException, OSError) as error:
        logger.warning("mail week=%s reader=%s lost: %s", context.week, reader.key, error)
        result.unclear.append(reader.address)
    else:
        _enter(journal / f"{stem}.json", {"kind": "mail", **act, "outcome": "sent"})
        result.sent.append(reader.address)


def _read_state(journal: Path, week: str, reader: Reader) -> str:
    """ "sent", "attempted" (no outcome known) or "due", from the journal's files."""
    stem = f"mail-{week}-{reader.key}-"
    outcomes = {path.name.removesuffix(".json"): path for path in journal.glob(f"{stem}*.json") if not path.name.endswith(".attempt.json")}
    if any(json.loads(path.read_text(encoding="utf-8"))["outcome"] == "sent" for path in outcomes.values()):
        return "sent"
    attempts = {path.name.removesuffix(".attempt.json") for path in journal.glob(f"{stem}*.attempt.json")}
    return "attempted" if attempts - set(outcomes) else "due"


def _enter(path: Path, act: dict[str, Any]) -> bool:
    """Add an act to the journal; False when it is there already."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.part")
    aside.write_text(json.dumps({**act, "at": datetime.now(UTC).isoformat()}, ensure_ascii=False) + "\n", encoding="utf-8")
    try:
        path.hardlink_to(aside)  # whole or not at all, and never over another
    except FileExistsError:
        return False
    finally:
        aside.unlink()
    return True


class _RefusedError(Exception):
    """The server said no to this mail, for certain."""


def _decode(reason: bytes | str) -> str:
    return reason if isinstance(reason, str) else reason.decode(errors="replace")


class _Session:
    """One SMTP connection for all readers, made anew when the server drops it."""

    def __init__(self, server: MailServer) -> None:
        self._server = server
        self._client: smtplib.SMTP | None = None

    def __enter__(self) -> _Session:
        return self

    def __exit__(self, *_: object) -> None:
        self._drop()

    def send(self, message: EmailMessage, address: str) -> None:
        """Raises _RefusedError when it is certain that nothing was delivered; any other error leaves that open."""
        try:
            client = self._connect()
        except (smtplib.SMTPException, OSError) as error:
            self._drop()
            raise _RefusedError(f"no connection to {self._server.host}: {error}") from error
        try:
            client.send_message(message, to_addrs=[address])
        except smtplib.SMTPRecipientsRefused as error:
            code, reason = error.recipients[address]
            raise _RefusedError(f"{code} {_decode(reason)}") from error
        except smtplib.SMTPResponseException as error:
            self._drop()
            raise _RefusedError(f"{error.smtp_code} {_decode(error.smtp_error)}") from error
        except (smtplib.SMTPException, OSError):
            self._drop()
            raise

    def _connect(self) -> smtplib.SMTP:
        if self._client is None:
            server = self._server
            make = smtplib.SMTP_SSL if server.tls else smtplib.SMTP
            self._client = make(server.host, server.port, timeout=server.timeout)
            if server.starttls:
                self._client.starttls(context=ssl.create_default_context())
            if server.user is not None:
                self._client.login(server.user, server.password or "")
        return self._client

    def _drop(self) -> None:
        client, self._client = self._client, None
        if client is not None:
            try:
                client.quit()
            except (smtplib.SMTPException, OSError):
                client.close()
