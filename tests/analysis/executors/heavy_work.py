"""Work that other processes can import: batches for the tests of the executors."""

import time

from localvision.errors.analysis import executors as messages


def resampled_means(batch, rng):
    """Bootstrap means of 0..99, one for each repetition of the batch."""
    return [float(rng.choice(100, 100).mean()) + number for number in batch]


def slow_first(batch, rng):
    """The first batch finishes last."""
    time.sleep(0.5 if batch == 0 else 0.0)
    return batch


def unhappy(batch, rng):
    if batch >= 2:
        raise messages.BATCH_SIZE.error(total=batch, size=0)
    return batch


def broken(batch, rng):
    raise ZeroDivisionError("a mistake in the function")
