"""The same job gives the same figures, to the last bit, wherever it runs."""

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from localvision.analysis.executors import (
    AllCores,
    Cluster,
    InProcess,
    batches_of,
    executor_for,
)
from localvision.errors import ExitCode, LocalVisionError

sys.path.insert(0, str(Path(__file__).parent))
import heavy_work


@pytest.fixture(scope="module")
def cluster():
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        host="127.0.0.1",
        n_workers=2,
        threads_per_worker=1,
        dashboard_address=None,
        protocol="tcp",
    ) as local:
        yield Cluster(local.scheduler_address)


@pytest.fixture(params=["in-process", "all-cores", "cluster"])
def executor(request):
    if request.param == "cluster":
        return request.getfixturevalue("cluster")
    return InProcess() if request.param == "in-process" else AllCores(2)


BATCHES = batches_of(103, 10)
EXPECTED = InProcess().map(heavy_work.resampled_means, BATCHES, seed=20)


def test_every_executor_gives_the_same_bits(executor):
    assert executor.map(heavy_work.resampled_means, BATCHES, seed=20) == EXPECTED


def test_another_seed_gives_other_numbers(executor):
    assert executor.map(heavy_work.resampled_means, BATCHES, seed=21) != EXPECTED


def test_batches_do_not_share_their_random_numbers():
    draws = [
        tuple(x - n for x, n in zip(result, batch, strict=True))
        for result, batch in zip(EXPECTED, BATCHES, strict=True)
    ]
    assert len(set(draws)) == len(draws)


def test_results_come_in_the_order_of_the_batches(executor):
    assert executor.map(heavy_work.slow_first, range(6), seed=1) == list(range(6))


def test_progress_reaches_the_total(executor):
    said = []
    executor.map(heavy_work.slow_first, range(5), seed=1, progress=lambda *p: said.append(p))
    assert said == [(1, 5), (2, 5), (3, 5), (4, 5), (5, 5)]


def test_no_batches_is_no_results(executor):
    assert executor.map(heavy_work.slow_first, [], seed=1) == []


def test_cancelling_stops_between_batches_and_says_how_far(executor):
    said = []
    with pytest.raises(LocalVisionError, match="after 3 of 40 batches") as caught:
        executor.map(
            heavy_work.resampled_means,
            batches_of(40, 1),
            seed=1,
            progress=lambda *p: said.append(p),
            cancelled=lambda: len(said) == 3,
        )
    assert caught.value.code == "executors.cancelled"
    assert executor.map(heavy_work.slow_first, range(3), seed=1) == [0, 1, 2]


def test_what_progress_raises_stops_the_work(executor):
    class Stop(Exception):
        pass

    def progress(done, total):
        raise Stop

    with pytest.raises(Stop):
        executor.map(heavy_work.slow_first, range(4), seed=1, progress=progress)


def test_cancelling_too_late_keeps_the_finished_work(executor):
    seen = []
    result = executor.map(
        heavy_work.slow_first,
        range(3),
        seed=1,
        progress=lambda done, total: seen.append(done),
        cancelled=lambda: len(seen) == 3,
    )
    assert result == [0, 1, 2]


def test_trouble_keeps_its_code_and_is_that_of_the_first_batch(executor):
    with pytest.raises(LocalVisionError, match=r"^executors\.batch-size: 2 pieces") as caught:
        executor.map(heavy_work.unhappy, range(5), seed=1)
    assert caught.value.code == "executors.batch-size"
    assert caught.value.exit_code is ExitCode.BAD_INPUT


def test_a_mistake_in_the_function_is_not_hidden(executor):
    with pytest.raises(ZeroDivisionError, match="a mistake"):
        executor.map(heavy_work.broken, range(2), seed=1)


@pytest.mark.parametrize("seed", [-1, 1.5, None, True, "7"])
def test_a_seed_is_a_whole_number(seed):
    with pytest.raises(LocalVisionError, match=r"executors\.bad-seed"):
        InProcess().map(heavy_work.slow_first, [1], seed=seed)


@pytest.mark.parametrize(
    ("spec", "code"),
    [
        ("", "executors.unknown"),
        ("dask", "executors.unknown"),
        ("tcp://", "executors.unknown"),
        ("http://127.0.0.1:1", "executors.unknown"),
        ("all-cores:-2", "executors.unknown"),
        ("all-cores:0", "executors.too-few-cores"),
    ],
)
def test_an_unknown_place_has_a_code_and_a_remedy(spec, code):
    with pytest.raises(LocalVisionError) as caught:
        executor_for(spec)
    assert caught.value.code == code


def test_specs():
    assert executor_for("in-process") == InProcess()
    assert executor_for("all-cores") == AllCores()
    assert executor_for("tls://a.example:9") == Cluster("tls://a.example:9")


def test_a_cluster_that_does_not_answer(monkeypatch):
    pytest.importorskip("distributed")
    monkeypatch.setattr("localvision.analysis.executors.CONNECT_TIMEOUT_S", 0.3)
    with pytest.raises(LocalVisionError) as caught:
        Cluster("tcp://127.0.0.1:9").map(heavy_work.slow_first, [1], seed=1)
    assert caught.value.code == "executors.cluster-unreachable"
    assert caught.value.exit_code is ExitCode.ENVIRONMENT


def test_a_cluster_without_its_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(LocalVisionError, match=r"localvision\[cluster\]") as caught:
        Cluster("tcp://127.0.0.1:9").map(heavy_work.slow_first, [1], seed=1)
    assert caught.value.code == "executors.cluster-not-installed"


@settings(max_examples=50)
@given(st.integers(0, 300), st.integers(1, 50))
def test_batches_hold_each_repetition_once(total, size):
    batches = batches_of(total, size)
    assert [n for batch in batches for n in batch] == list(range(total))
    assert all(0 < len(batch) <= size for batch in batches)


@settings(max_examples=25)
@given(st.integers(0, 2**64), st.integers(1, 12), st.integers(0, 12))
def test_a_batch_does_not_depend_on_how_many_follow(seed, few, more):
    draw = heavy_work.resampled_means
    first = InProcess().map(draw, batches_of(few, 1), seed=seed)
    assert InProcess().map(draw, batches_of(few + more, 1), seed=seed)[:few] == first


def test_batch_size_must_be_positive():
    with pytest.raises(LocalVisionError, match=r"executors\.batch-size"):
        batches_of(3, 0)
