"""How a site is doing."""

from __future__ import annotations

from dataclasses import dataclass

from underlag.corpus.watch.ledger import LEASE
from underlag.corpus.watch.rows import File
from underlag.corpus.watch.site import Site
from underlag.corpus.watch.tables import State
from underlag.corpus.watch.views import Seen, Views

ON_ITS_WAY = (State.TAKING, State.QUEUED, State.TWIN, State.FILING, State.RETURNING)


@dataclass(frozen=True, slots=True)
class Status:
    """What lies in the inbox and what is open in another program there; the files in each state; the service heard of last, and its age in
    seconds; the files that came to an end last; those that wait for something to pass.
    """

    dropped: int
    in_use: int
    counts: dict[State, int]
    service: Seen | None
    silent: float | None
    done: File | None
    quarantined: File | None
    hindered: list[File]

    @property
    def alive(self) -> bool:
        """Is a service at work?"""
        return self.silent is not None and self.silent < LEASE

    @property
    def arrived(self) -> int:
        """All files that came in: the sum of what became of them."""
        return sum(self.counts.values())

    @property
    def queued(self) -> int:
        """How many files have been taken and wait."""
        return sum(self.counts.get(state, 0) for state in ON_ITS_WAY)


def status_of(site: Site, views: Views, *, now: float) -> Status:
    """How the site is doing at the time `now`."""
    lying = list(site.dropped())
    service = views.service()
    return Status(
        dropped=len(lying),
        in_use=sum(sight.in_use for sight in lying),
        counts=views.counts(),
        service=service,
        silent=now - service.beat if service else None,
        done=views.last(State.DONE),
        quarantined=views.last(State.QUARANTINED),
        hindered=views.hindered(),
    )
