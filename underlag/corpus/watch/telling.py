"""Telling the office of what has ended, and again later where that fails."""

from __future__ import annotations

from underlag.corpus.watch.desk import Desk
from underlag.corpus.watch.notices import message_on, told_before
from underlag.corpus.watch.sending import SendingError, send
from underlag.corpus.watch.trouble import growing_wait
from underlag.schemas.watching import Notice

MOST_IN_SUMMARY = 500
"""Files at most that one summary tells of; the next, at once, tells of the rest."""


class Teller:
    """Tells those whom `to` names; each file's end at least once, and no more often unless something went wrong."""

    def __init__(self, desk: Desk, to: Notice) -> None:
        self._desk, self._to = desk, to
        self._setbacks, self._next_try = 0, 0.0

    def tell(self) -> None:
        """Sends what is due: one message, on one file or on all."""
        now = self._desk.clock.now()
        if not self._desk.tells or now < self._next_try:
            return
        before, most = told_before(now, self._to.daily_at), MOST_IN_SUMMARY if self._to.daily_at else 1
        try:
            with self._desk.ledger.untold(before=before, at=now, most=most) as files:
                if files:
                    send(message_on(files), self._to)
        except SendingError as error:
            pause = growing_wait(self._desk.first_wait, self._setbacks)
            self._setbacks, self._next_try = self._setbacks + 1, now + pause
            self._desk.journal.tell("meddelande gick inte fram", reason=str(error), seconds=pause)
        else:
            self._setbacks = 0
