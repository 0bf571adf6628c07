from datetime import timedelta

import pytest
from django.utils import timezone

from localvision.errors import Message
from localvision.workbench.platform import jobs
from localvision.workbench.platform.enums import RunState
from localvision.workbench.platform.models import Run

pytestmark = pytest.mark.django_db
NO_PAPER = Message("tests.no-paper", "There is no paper.", "Put some in.")


class Somebody:
    audit_key = "account:7"
    audit_name = "Somebody"


@jobs.job("tests.count")
def count(progress):
    total = progress.run.arguments["total"]
    for done in range(1, total + 1):
        progress.say(f"step {done}", done=done, total=total)
    return {"counted": total}


@jobs.job("tests.refuse")
def refuse(progress):
    raise NO_PAPER.error()


@jobs.job("tests.break")
def break_down(progress):
    raise ZeroDivisionError


@jobs.job("tests.cancelled-midway")
def cancelled_midway(progress):
    jobs.cancel(progress.run)
    progress.say("on", done=1)
    raise AssertionError("went on after it was cancelled")


def test_a_run_is_done_with_its_progress():
    asked = jobs.ask_for("tests.count", by=Somebody(), total=3)
    run = jobs.do_next()
    assert run == asked
    assert (run.state, run.steps_done, run.steps_total) == (RunState.DONE, 3, 3)
    assert run.result == {"counted": 3}
    assert jobs.do_next() is None


def test_a_refusal_is_kept_with_its_code():
    jobs.ask_for("tests.refuse", by=Somebody())
    run = jobs.do_next()
    assert run.state == RunState.FAILED
    assert run.problems[0]["code"] == "tests.no-paper"


def test_a_breakdown_fails_the_run_and_is_heard():
    jobs.ask_for("tests.break", by=Somebody())
    with pytest.raises(ZeroDivisionError):
        jobs.do_next()
    assert Run.objects.get().state == RunState.FAILED


def test_a_waiting_run_can_be_cancelled():
    run = jobs.ask_for("tests.count", by=Somebody(), total=1)
    jobs.cancel(run)
    assert jobs.do_next() is None
    assert Run.objects.get().state == RunState.CANCELLED


def test_a_running_run_stops_at_its_next_word():
    jobs.ask_for("tests.cancelled-midway", by=Somebody())
    assert jobs.do_next().state == RunState.CANCELLED


def test_a_run_whose_worker_died_is_taken_up_again():
    run = jobs.ask_for("tests.count", by=Somebody(), total=2)
    gone = timezone.now() - timedelta(minutes=5)
    Run.objects.filter(pk=run.pk).update(
        state=RunState.RUNNING, worker="dead", attempt=1, leased_until=gone
    )
    again = jobs.do_next("alive")
    assert (again.pk, again.state, again.attempt) == (run.pk, RunState.DONE, 2)


def test_a_run_held_by_a_living_worker_is_left_alone():
    run = jobs.ask_for("tests.count", by=Somebody(), total=2)
    later = timezone.now() + timedelta(minutes=5)
    Run.objects.filter(pk=run.pk).update(state=RunState.RUNNING, leased_until=later)
    assert jobs.do_next() is None


def test_a_run_that_kills_its_workers_is_given_up():
    run = jobs.ask_for("tests.count", by=Somebody(), total=2)
    gone = timezone.now() - timedelta(minutes=5)
    Run.objects.filter(pk=run.pk).update(
        state=RunState.RUNNING, attempt=jobs.ATTEMPTS, leased_until=gone
    )
    assert jobs.do_next() is None
    assert Run.objects.get().state == RunState.FAILED
