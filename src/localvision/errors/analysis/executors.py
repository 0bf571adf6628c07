"""Messages of heavy work: where it runs, and why it stopped."""

from localvision.errors.catalogue import Message
from localvision.errors.trouble import ExitCode

UNKNOWN_EXECUTOR = Message(
    "executors.unknown",
    '"{spec}" is not a place where heavy work can run.',
    'Write "in-process", "all-cores", "all-cores:4" for four of them, or the address of a '
    'Dask scheduler such as "tcp://192.0.2.7:8786".',
)
TOO_FEW_CORES = Message(
    "executors.too-few-cores",
    "Work was to be spread over {n} cores.",
    "Ask for 1 core or more, or leave the number out to use all of them.",
)
BAD_SEED = Message(
    "executors.bad-seed",
    "{seed} cannot seed random numbers.",
    "Give a whole number, 0 or more, and keep it beside the result.",
)
BATCH_SIZE = Message(
    "executors.batch-size",
    "{total} pieces of work cannot be put into batches of {size}.",
    "Give a total of 0 or more and a batch size of 1 or more.",
)
CANCELLED = Message(
    "executors.cancelled",
    "The work was stopped after {done} of {total} batches.",
    "Start it again when it is wanted; with the same seed it gives the same result.",
)
CLUSTER_NOT_INSTALLED = Message(
    "executors.cluster-not-installed",
    "The work was to go to the cluster at {address}, and the part that speaks to clusters is "
    "not installed.",
    "Install it with: pip install 'localvision[cluster]'.",
    ExitCode.ENVIRONMENT,
)
CLUSTER_UNREACHABLE = Message(
    "executors.cluster-unreachable",
    "No cluster answers at {address} ({why}).",
    "Start its scheduler, correct the address, or use all-cores.",
    ExitCode.ENVIRONMENT,
)
