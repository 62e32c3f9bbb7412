"""Those who are told of what has been read or given up: a program, an address on the web, a mailbox."""

from __future__ import annotations

import json
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from email import message_from_bytes
from email.policy import default
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.watching import QUICK, Watched
from underlag.corpus.watch.notices import told_before
from underlag.schemas.watching import Notice


def watched(folder: Path, **notice: Any) -> Watched:
    return Watched(folder, QUICK.model_copy(update={"notice": Notice(**notice)}))


def test_a_program_is_told_of_each_file(tmp_path: Path) -> None:
    received = tmp_path / "mottaget"
    office = watched(
        tmp_path / "plats", command=(sys.executable, "-c", f"import sys; open({str(received)!r}, 'a').write(sys.stdin.read() + '\\n')")
    )
    office.drop("BUS/ansökan.pdf", "läslig Bryggan med fel")
    office.drop("b.pdf", "trasig")
    office.run()
    told = {file["file"]: file for line in received.read_text().splitlines() for file in json.loads(line)["files"]}
    assert told.keys() == {"ansökan.pdf", "b.pdf"}
    assert (told["ansökan.pdf"]["state"], told["ansökan.pdf"]["fel"], told["ansökan.pdf"]["tags"]) == ("done", 1, ["BUS"])
    assert (told["b.pdf"]["state"], told["b.pdf"]["error"]) == ("quarantined", "filen är skadad")


class Mailbox:
    """Keeps what a mail server receives; refuses the first so many messages."""

    def __init__(self, refuses: int = 0) -> None:
        self.mails: list[bytes] = []
        self.refuses = refuses

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802  aiosmtpd's name
        if self.refuses:
            self.refuses -= 1
            return "451 try again later"
        assert isinstance(envelope.content, bytes)
        self.mails.append(envelope.content)
        return "250 OK"


@contextmanager
def mail_server(mailbox: Mailbox) -> Iterator[str]:
    """A mail server on this machine; its address."""
    with socket.create_server(("127.0.0.1", 0)) as free:  # the server's library wants to be told a port
        port = free.getsockname()[1]
    controller = Controller(mailbox, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield f"127.0.0.1:{port}"
    finally:
        controller.stop()


def test_a_mailbox_gets_each_file_when_the_server_takes_it(tmp_path: Path) -> None:
    mailbox = Mailbox(refuses=2)
    with mail_server(mailbox) as server:
        office = watched(tmp_path, email_to=("kansli@forbundet.example",), smtp=server)
        office.drop("ansökan.pdf", "läslig Bryggan")
        office.run(seconds=120)
    (mail,) = (message_from_bytes(mail, policy=default) for mail in mailbox.mails)
    assert mail["Subject"] == "underlag: ansökan.pdf: läst, 0 fel, 0 varningar, 0 kunde inte avgöras – klart/2024/Bryggan/ansökan.pdf"
    assert mail["To"] == "kansli@forbundet.example"
    assert [event["seconds"] for event in office.events if event["event"] == "meddelande gick inte fram"] == [5, 10]


def test_a_mailbox_gets_one_summary_a_day(tmp_path: Path) -> None:
    mailbox = Mailbox()
    with mail_server(mailbox) as server:
        soon = datetime.fromtimestamp(Watched(tmp_path).time + 600).astimezone()
        office = watched(tmp_path, email_to=("kansli@forbundet.example",), smtp=server, daily_at=f"{soon:%H:%M}")
        for number in range(3):
            office.drop(f"{number}.pdf", f"läslig Bryggan\n{number}")
        office.drop("trasig.pdf", "trasig")
        office.run(seconds=500)
        assert mailbox.mails == []
        office.run(seconds=500)
    (mail,) = (message_from_bytes(mail, policy=default) for mail in mailbox.mails)
    assert mail["Subject"] == "underlag: 3 lästa, 1 i karantän"
    assert mail.get_content().count("\n") == 4


def test_an_address_on_the_web_is_told(tmp_path: Path) -> None:
    received: list[dict[str, Any]] = []

    class Receiver(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            received.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_arguments: object) -> None:
            """Says nothing."""

    with HTTPServer(("127.0.0.1", 0), Receiver) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        office = watched(tmp_path, webhook=f"http://127.0.0.1:{server.server_port}/underlag")
        office.drop("ansökan.pdf", "läslig Bryggan")
        office.run()
        server.shutdown()
        thread.join()
    assert [file["place"] for told in received for file in told["files"]] == ["klart/2024/Bryggan/ansökan.pdf"]


def test_what_ended_before_there_was_anybody_to_tell_is_not_told(tmp_path: Path) -> None:
    office = watched(tmp_path)
    office.drop("a.pdf", "läslig Bryggan")
    office.run()
    mailbox = Mailbox()
    with mail_server(mailbox) as server:
        told = watched(tmp_path, email_to=("kansli@forbundet.example",), smtp=server)
        told.time = office.time
        told.run()
    assert mailbox.mails == []


@pytest.mark.parametrize(("now", "before"), [("15:00", "2024-02-29 16:30"), ("16:30", "2024-03-01 16:30"), ("23:00", "2024-03-01 16:30")])
def test_a_summary_is_due_at_its_hour(now: str, before: str) -> None:
    at = datetime.fromisoformat(f"2024-03-01 {now}").astimezone().timestamp()
    assert told_before(at, "16:30") == datetime.fromisoformat(before).astimezone().timestamp()
    assert told_before(at, None) == at
