"""The service: looks, lets files settle, takes them, has them read, and files them where they belong.

It may be ended at any instant. Whatever it had in hand then is in the ledger, and is completed or done anew by the same steps that a
failed step is taken again by. What goes wrong with one file makes that file wait; what goes wrong with the site makes the service wait.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from underlag.corpus.watch.desk import Desk
from underlag.corpus.watch.filing import complete, plan_read, plan_twin, plan_unread
from underlag.corpus.watch.intake import bring_back, settle_taking, sweep, take, take_again
from underlag.corpus.watch.ledger import LedgerError
from underlag.corpus.watch.listing import write_lists
from underlag.corpus.watch.moves import digest
from underlag.corpus.watch.names import safe_name
from underlag.corpus.watch.outcome import Failure, Order, Summary
from underlag.corpus.watch.rows import File
from underlag.corpus.watch.settling import Settling
from underlag.corpus.watch.site import SiteGoneError
from underlag.corpus.watch.tables import State
from underlag.corpus.watch.telling import Teller
from underlag.corpus.watch.trouble import growing_wait, trouble
from underlag.corpus.watch.worker import Workshop
from underlag.errors import UsageError
from underlag.schemas.watching import Watching
from underlag.values.filenames import name_as_text

BEAT = 15.0
"""Seconds between signs of life."""


class Service:
    """One service of a site. `alone`: no other can be at work on it."""

    def __init__(self, desk: Desk, workshop: Workshop, settings: Watching, *, alone: bool) -> None:
        self._desk, self._workshop, self._settings, self._alone = desk, workshop, settings, alone
        self._teller = Teller(desk, settings.notice)
        self._settling = Settling(settings.settle_seconds)
        self._beaten: float | None = None
        self._listed: float | None = None
        self._stale = True
        self._setbacks = 0
        self._trouble: str | None = None
        self._gone_since: float | None = None

    def tick(self) -> float:
        """Does what is due, at most one document of it; gives the seconds after which more will be, 0 where there is more now.

        Raises UsageError when the site has been away for longer than it may.
        """
        try:
            self._desk.site.require()
            self._stay_alive()
            self._resume()
            self._take_settled()
            more = self._file_twin() or self._read_next()
            self._write_lists(wait=more)
            self._teller.tell()
        except (OSError, LedgerError) as error:
            return self._set_back(error)
        self._setbacks, self._gone_since = 0, None
        return 0.0 if more else self._pause()

    @property
    def settling(self) -> bool:
        """Are there files in the inbox that have not stood still long enough?"""
        return self._settling.next_due(self._desk.clock.elapsed()) is not None

    @property
    def trouble(self) -> str | None:
        """What hindered the last tick, if anything did."""
        return self._trouble if self._setbacks else None

    @property
    def newcomers(self) -> int:
        """How many files were found in the inbox that had not been seen before."""
        return self._settling.newcomers

    def _stay_alive(self) -> None:
        """Gives a sign of life, and takes over what dead services held, every `BEAT` seconds."""
        elapsed, now = self._desk.clock.elapsed(), self._desk.clock.now()
        if self._beaten is None:
            self._desk.ledger.open(now)
            self._desk.journal.tell("startar", folder=str(self._desk.site.root))
            sweep(self._desk)
        if self._beaten is None or elapsed - self._beaten >= BEAT:
            self._desk.ledger.beat(now, self._trouble)
            self._desk.ledger.adopt(now, alone=self._alone)
            self._beaten, self._trouble = elapsed, None

    def _resume(self) -> None:
        """Takes up what was left in the middle."""
        steps = {
            State.TAKING: settle_taking,
            State.WORKING: lambda desk, file: desk.ledger.put_back(file),
            State.TWIN: lambda desk, file: desk.ledger.put_back(file),
            State.FILING: complete,
            State.RETURNING: bring_back,
        }
        for file in self._desk.ledger.in_hand(self._desk.clock.now()):
            self._step(steps[file.state], file)

    def _step(self, step: Callable[[Desk, File], None], file: File) -> None:
        """One step of one file, which waits if that fails."""
        with self._desk.patience(file):
            step(self._desk, file)

    def _take_settled(self) -> None:
        for path in self._settling.look(self._desk.site.dropped(), self._desk.clock.elapsed()):
            try:
                taken, reason = take(self._desk, path), None
            except OSError as error:
                self._desk.site.require()
                taken, reason = False, None if isinstance(error, FileNotFoundError) else trouble(error)
            if not taken and self._settling.refuse(path, self._desk.clock.elapsed()) and reason:
                self._desk.journal.tell("kan inte tas", file=safe_name(name_as_text(path)), reason=reason)

    def _write_lists(self, *, wait: bool) -> None:
        """Makes the list in granska/ anew where files have been read since; where there is more to read it may `wait` a little."""
        elapsed = self._desk.clock.elapsed()
        if self._stale and not (wait and self._listed is not None and elapsed - self._listed < BEAT):
            write_lists(self._desk.site, self._desk.views)
            self._listed, self._stale = elapsed, False

    def _file_twin(self) -> bool:
        pair = self._desk.ledger.next_twin(self._desk.clock.now())
        if pair is not None:
            with self._desk.patience(pair[0]):
                self._step(complete, plan_twin(self._desk, *pair))
        return pair is not None

    def _read_next(self) -> bool:
        file = self._desk.ledger.next_queued(self._desk.clock.now())
        if file is not None:
            with self._desk.patience(file):
                self._read(file)
        return file is not None

    def _read(self, file: File) -> None:
        answer = self._answer(file)
        if digest(self._desk.held(file)) != file.sha256:
            take_again(self._desk, file)
            return
        match answer:
            case Summary() as known:
                self._stale = True
                self._step(complete, plan_read(self._desk, file, known))
            case Failure() as failure if failure.tries is None or file.setbacks + 1 < failure.tries:
                self._desk.wait(file, failure.what)
            case Failure() as failure:
                self._step(complete, plan_unread(self._desk, file, failure))

    def _answer(self, file: File) -> Summary | Failure:
        out = self._desk.out(file)
        out.mkdir(exist_ok=True)
        day = datetime.fromtimestamp(self._desk.clock.now(), UTC).astimezone().date()
        order = Order(self._desk.held(file), out, day, self._desk.site.settings)
        return self._workshop.read(order, every=BEAT, still_there=self._stay_alive)

    def _pause(self) -> float:
        """Seconds until something is due that is known of."""
        clock = self._desk.clock
        settled, again = self._settling.next_due(clock.elapsed()), self._desk.ledger.soonest(clock.now())
        return min((BEAT, *(due for due in (settled, again) if due is not None)))

    def _set_back(self, error: OSError | LedgerError) -> float:
        """The site or its ledger can't be used: waits for that to pass, longer each time."""
        self._desk.ledger.release()
        self._beaten, self._stale = None, True
        self._trouble = what = trouble(error) if isinstance(error, OSError) and not isinstance(error, SiteGoneError) else str(error)
        self._look_for_site(what)
        pause = growing_wait(self._desk.first_wait, self._setbacks)
        self._setbacks += 1
        self._desk.journal.tell("avbrott", reason=what, seconds=pause)
        return pause

    def _look_for_site(self, what: str) -> None:
        """Gives up when the site has been away for good."""
        try:
            self._desk.site.require()
        except SiteGoneError:
            elapsed = self._desk.clock.elapsed()
            self._gone_since = elapsed if self._gone_since is None else self._gone_since
            if elapsed - self._gone_since >= self._settings.gone_minutes * 60:
                remedy = "Anslut disken, eller gör mapparna på nytt med underlag init"
                raise UsageError(f"{what}; tjänsten slutar", where=str(self._desk.site.root), remedy=remedy) from None
        else:
            self._gone_since = None
