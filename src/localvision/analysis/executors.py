"""Where heavy work runs: in this process, on all cores, or on a cluster; the result is the same.

Permutations, bootstraps and sweeps are cut into numbered *batches*. Each batch gets its own
random numbers, made from the seed and the number of the batch alone, and results come back in
the order of the batches. So neither the place nor the number of cores can change a figure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from threading import Event
from typing import Any, Protocol, TypeAlias, TypeVar

import numpy as np

from localvision.errors import LocalVisionError
from localvision.errors.analysis import executors as messages

Batch = TypeVar("Batch")
Result = TypeVar("Result")
Function: TypeAlias = Callable[[Batch, np.random.Generator], Result]
Progress: TypeAlias = Callable[[int, int], None]
Cancelled: TypeAlias = Callable[[], bool]

CONNECT_TIMEOUT_S = 10


class Executor(Protocol):
    """Somewhere to do heavy work.

    Parameters
    ----------
    function : takes one batch and its own `numpy.random.Generator`, returns one result. It must
        be importable by name where it runs, and what it takes and returns can be pickled.
    batches : any values, one for each call. How the work is cut is part of the method: the same
        work in other batches draws other random numbers.
    seed : whole number, 0 or more.
    progress : called in the caller's own thread as `progress(done, total)` after each batch;
        what it raises stops the work.
    cancelled : asked in the caller's own thread after each batch; True stops the work.

    Returns
    -------
    list of results in the order of `batches`; empty when there are none.

    Raises
    ------
    LocalVisionError `executors.bad-seed`; `executors.cancelled` when `cancelled` said so.
    Whatever `function` raises, raised again here; with several, that of the first batch for
    errors of this house.

    Limits
    ------
    Identical to the last bit as long as `function` is: sums that a multi-threaded linear
    algebra library splits by core count may differ in the last digit, wherever they run.
    """

    def map(
        self,
        function: Callable[[Batch, np.random.Generator], Result],
        batches: Sequence[Batch],
        *,
        seed: int,
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> list[Result]:
        """Do `function` for every batch and return the results in order."""
        ...


@dataclass(frozen=True, slots=True)
class InProcess:
    """Does one batch after another, here: for small work and for tests.

    Examples
    --------
    >>> InProcess().map(lambda batch, rng: batch * 10, [1, 2, 3], seed=1)
    [10, 20, 30]
    >>> throw = lambda batch, rng: int(rng.integers(1, 7))
    >>> InProcess().map(throw, range(4), seed=7) == InProcess().map(throw, range(9), seed=7)[:4]
    True
    """

    def map(
        self,
        function: Callable[[Batch, np.random.Generator], Result],
        batches: Sequence[Batch],
        *,
        seed: int,
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> list[Result]:
        """Do `function` for every batch and return the results in order (see `Executor`)."""
        work = _work(function, batches, seed)
        finished = (_do(task) for task in work)
        return _gather(finished, len(work), progress, cancelled)


@dataclass(frozen=True, slots=True)
class AllCores:
    """Spreads batches over the cores of this machine, by processes (joblib, loky).

    Parameters
    ----------
    n : number of cores, 1 or more; None for all that this process may use.

    Raises
    ------
    LocalVisionError `executors.too-few-cores`.
    """

    n: int | None = None

    def __post_init__(self) -> None:
        if self.n is not None and self.n < 1:
            raise messages.TOO_FEW_CORES.error(n=self.n)

    def map(
        self,
        function: Callable[[Batch, np.random.Generator], Result],
        batches: Sequence[Batch],
        *,
        seed: int,
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> list[Result]:
        """Do `function` for every batch and return the results in order (see `Executor`)."""
        from joblib import Parallel, delayed  # not needed by those who work in process

        work = _work(function, batches, seed)
        pool = Parallel(
            n_jobs=self.n or -1, backend="loky", batch_size=1, return_as="generator_unordered"
        )
        stopped = Event()
        wanted = takewhile(lambda task: not stopped.is_set(), work)
        finished = pool(delayed(_do)(task) for task in wanted)
        try:
            return _gather(finished, len(work), progress, cancelled)
        except Exception:
            # Hand out nothing more and let what runs end: the cores stay ready for other work.
            stopped.set()
            for _ in finished:
                pass
            raise


@dataclass(frozen=True, slots=True)
class Cluster:
    """Sends batches to an existing Dask cluster; its workers need `localvision` installed.

    Parameters
    ----------
    address : of the scheduler, such as "tcp://192.0.2.7:8786".

    Raises
    ------
    LocalVisionError `executors.cluster-not-installed` without the extra `cluster`;
    `executors.cluster-unreachable` when nobody answers within 10 seconds.
    """

    address: str

    def map(
        self,
        function: Callable[[Batch, np.random.Generator], Result],
        batches: Sequence[Batch],
        *,
        seed: int,
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> list[Result]:
        """Do `function` for every batch and return the results in order (see `Executor`)."""
        work = _work(function, batches, seed)
        with self._client() as client:
            from distributed import as_completed

            # pure=False: a scheduler must not mistake two jobs for one because they look alike.
            futures = client.map(_do, work, pure=False)
            try:
                finished = (future.result() for future in as_completed(futures, loop=client.loop))
                return _gather(finished, len(work), progress, cancelled)
            finally:
                client.cancel(futures)

    def _client(self) -> Any:
        try:
            from distributed import Client
        except ImportError as error:
            raise messages.CLUSTER_NOT_INSTALLED.error(address=self.address) from error
        try:
            return Client(self.address, timeout=CONNECT_TIMEOUT_S, set_as_default=False)
        except (OSError, ValueError) as error:
            raise messages.CLUSTER_UNREACHABLE.error(
                address=self.address, why=type(error).__name__
            ) from error


def executor_for(spec: str) -> Executor:
    """Return the executor that a setting or an option names.

    Parameters
    ----------
    spec : "in-process", "all-cores", "all-cores:N", or "tcp://host:port" ("tls://" likewise).

    Raises
    ------
    LocalVisionError `executors.unknown`, `executors.too-few-cores`.

    Examples
    --------
    >>> executor_for("in-process"), executor_for("all-cores:4")
    (InProcess(), AllCores(n=4))
    >>> executor_for("tcp://192.0.2.7:8786")
    Cluster(address='tcp://192.0.2.7:8786')
    """
    kind, _, number = spec.partition(":")
    if spec == "in-process":
        return InProcess()
    if spec == "all-cores":
        return AllCores()
    if kind == "all-cores" and number.isdecimal():
        return AllCores(int(number))
    if kind in ("tcp", "tls") and len(number) > len("//"):
        return Cluster(spec)
    raise messages.UNKNOWN_EXECUTOR.error(spec=spec)


def batches_of(total: int, size: int) -> list[range]:
    """Cut `total` repetitions into batches of `size`; the last may be smaller.

    Raises
    ------
    LocalVisionError `executors.batch-size`.

    Examples
    --------
    >>> batches_of(10, 4)
    [range(0, 4), range(4, 8), range(8, 10)]
    """
    if total < 0 or size < 1:
        raise messages.BATCH_SIZE.error(total=total, size=size)
    return [range(start, min(start + size, total)) for start in range(0, total, size)]


@dataclass(frozen=True, slots=True)
class _Task:
    number: int
    function: Callable[[Any, np.random.Generator], Any]
    batch: Any
    seed: int


@dataclass(frozen=True, slots=True)
class _Outcome:
    """A result, or the trouble of this house instead of it.

    Trouble travels as a value: so the same one is raised wherever the work ran.
    """

    number: int
    result: Any = None
    trouble: tuple[Any, ...] = ()
    exit_code: Any = None


def _work(function: Callable[..., Any], batches: Sequence[Any], seed: int) -> list[_Task]:
    if isinstance(seed, bool) or not isinstance(seed, int | np.integer) or seed < 0:
        raise messages.BAD_SEED.error(seed=seed)
    return [_Task(n, function, batch, int(seed)) for n, batch in enumerate(batches)]


def _do(task: _Task) -> _Outcome:
    """Do one batch with the random numbers that belong to its number."""
    sequence = np.random.SeedSequence(task.seed, spawn_key=(task.number,))
    try:
        result = task.function(task.batch, np.random.default_rng(sequence))
    except LocalVisionError as error:
        return _Outcome(task.number, trouble=error.problems, exit_code=error.exit_code)
    return _Outcome(task.number, result)


def _gather(
    finished: Iterator[_Outcome],
    total: int,
    progress: Progress | None,
    cancelled: Cancelled | None,
) -> list[Any]:
    outcomes: list[_Outcome] = []
    for outcome in finished:
        outcomes.append(outcome)
        if progress is not None:
            progress(len(outcomes), total)
        if cancelled is not None and len(outcomes) < total and cancelled():
            raise messages.CANCELLED.error(done=len(outcomes), total=total)
    outcomes.sort(key=lambda outcome: outcome.number)
    for outcome in outcomes:
        if outcome.trouble:
            raise LocalVisionError(outcome.trouble, outcome.exit_code)
    return [outcome.result for outcome in outcomes]
