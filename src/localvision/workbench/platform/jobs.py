"""Heavy work outside the page: ask for a run, hold it by a lease, say how far it is.

A room declares a job with `@job("reporting.build")`; `ask_for` writes a run; a worker (a
thread of the laptop's server, or `localvision worker` on any host) takes it up.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from localvision.errors import LocalVisionError
from localvision.workbench.platform.audit import Actor
from localvision.workbench.platform.enums import RunState
from localvision.workbench.platform.models import Run

LEASE = timedelta(seconds=60)
ATTEMPTS = 3
Job = Callable[["Progress"], dict[str, Any]]
_JOBS: dict[str, Job] = {}


class RunCancelled(Exception):
    """Raised inside a job when its run was cancelled or its lease was lost."""


@dataclass(frozen=True, slots=True)
class Progress:
    """What a job is given: its run, and the way to say how far it is."""

    run: Run

    def say(self, words: str, *, done: int, total: int | None = None) -> None:
        """Write progress, renew the lease, and stop the job if somebody cancelled it."""
        now = timezone.now()
        held = Run.objects.filter(
            pk=self.run.pk,
            state=RunState.RUNNING,
            worker=self.run.worker,
            attempt=self.run.attempt,
            cancel_asked=False,
        ).update(
            steps_done=done,
            steps_total=total,
            step_words=words[:200],
            heartbeat_at=now,
            leased_until=now + LEASE,
        )
        if not held:
            raise RunCancelled


def job(kind: str) -> Callable[[Job], Job]:
    """Declare the function that does runs of this kind. It must be repeatable."""

    def declare(function: Job) -> Job:
        _JOBS[kind] = function
        return function

    return declare


def ask_for(kind: str, *, by: Actor, programme_key: str = "", **arguments: Any) -> Run:
    """Queue a run and return its record."""
    return Run.objects.create(
        kind=kind, arguments=arguments, asked_by=by.audit_key, programme_key=programme_key
    )


def cancel(run: Run) -> None:
    """Ask a run to stop: at once if it waits, at its next word if it runs."""
    waiting = Run.objects.filter(pk=run.pk, state=RunState.QUEUED)
    if not waiting.update(state=RunState.CANCELLED, ended_at=timezone.now()):
        Run.objects.filter(pk=run.pk, state=RunState.RUNNING).update(cancel_asked=True)


def do_next(worker: str | None = None) -> Run | None:
    """Take up the next run, do it, and return it; None when nothing waits."""
    run = _take_next(worker or f"{socket.gethostname()}:{os.getpid()}")
    if run is not None:
        _do(run)
    return run


def _take_next(worker: str) -> Run | None:
    now = timezone.now()
    free = Q(state=RunState.QUEUED) | Q(state=RunState.RUNNING, leased_until__lt=now)
    with transaction.atomic():
        run = Run.objects.select_for_update(skip_locked=True).filter(free).first()
        if run is None:
            return None
        if run.attempt >= ATTEMPTS or run.cancel_asked:
            _give_up(run)
            return None
        Run.objects.filter(pk=run.pk).update(
            state=RunState.RUNNING,
            worker=worker,
            attempt=F("attempt") + 1,
            heartbeat_at=now,
            leased_until=now + LEASE,
        )
    run.refresh_from_db()
    return run


def _give_up(run: Run) -> None:
    """End a run whose workers died too often, or that was cancelled while its worker died."""
    state = RunState.CANCELLED if run.cancel_asked else RunState.FAILED
    Run.objects.filter(pk=run.pk).update(state=state, ended_at=timezone.now())


def _do(run: Run) -> None:
    try:
        result = _JOBS[run.kind](Progress(run))
    except RunCancelled:
        _end(run, RunState.CANCELLED)
    except LocalVisionError as error:
        _end(run, RunState.FAILED, problems=[problem.as_json() for problem in error.problems])
    except Exception:
        # The worker must live on; the trace goes to its log, the page says only that it failed.
        _end(run, RunState.FAILED)
        raise
    else:
        _end(run, RunState.DONE, result=result)


def _end(run: Run, state: RunState, **outcome: Any) -> None:
    """Write how the run ended, unless another worker holds it by now."""
    Run.objects.filter(pk=run.pk, worker=run.worker, attempt=run.attempt).update(
        state=state, ended_at=timezone.now(), leased_until=None, **outcome
    )
    run.refresh_from_db()
