"""Messages handed over: to a program, to an address on the web, to a mail server."""

from __future__ import annotations

import json
import smtplib
import subprocess
from email.message import EmailMessage
from email.utils import format_datetime, localtime, make_msgid
from urllib.request import Request, urlopen

from underlag.corpus.watch.notices import Message
from underlag.schemas.watching import Notice

TIMEOUT = 20.0
"""Seconds that a receiver may take."""


class SendingError(Exception):
    """A message was not received; the text says why, in Swedish."""


def send(message: Message, to: Notice) -> None:
    """Hands the message to each receiver that there is. Raises SendingError; then it may be that some have received it."""
    body = json.dumps(message.facts, ensure_ascii=False).encode()
    if to.command:
        _run(to.command, body)
    if to.webhook:
        _post(to.webhook, body)
    if to.email_to:
        _mail(message, to)


def _run(command: tuple[str, ...], body: bytes) -> None:
    """Runs the office's own program, without a shell, with the facts on standard input."""
    try:
        done = subprocess.run(command, input=body, capture_output=True, timeout=TIMEOUT, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired) as error:
        raise SendingError(f"programmet {command[0]} kunde inte köras ({type(error).__name__})") from error
    if done.returncode:
        raise SendingError(f"programmet {command[0]} slutade med kod {done.returncode}")


def _post(address: str, body: bytes) -> None:
    request = Request(address, body, {"Content-Type": "application/json; charset=utf-8"})  # noqa: S310  the settings take http and https only
    try:
        with urlopen(request, timeout=TIMEOUT):  # noqa: S310
            return
    except OSError as error:
        raise SendingError(f"webbadressen tog inte emot ({error})") from error


def _mail(message: Message, to: Notice) -> None:
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = message.subject, to.email_from, ", ".join(to.email_to)
    mail["Date"], mail["Message-ID"] = format_datetime(localtime()), make_msgid(domain="underlag.invalid")
    mail.set_content(message.text)
    host, _, port = to.smtp.partition(":")
    try:
        with smtplib.SMTP(host, int(port or 25), timeout=TIMEOUT) as server:
            server.send_message(mail)
    except (OSError, smtplib.SMTPException) as error:
        raise SendingError(f"e-postservern {to.smtp} tog inte emot ({type(error).__name__})") from error
