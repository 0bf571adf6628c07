"""Where the values themselves fall apart into groups: an aid to choosing cut points."""

from __future__ import annotations

from typing import Any

import numpy as np

from localvision.analysis.qca.calibration import raw_values
from localvision.errors.analysis import qca as say


def find_thresholds(values: Any, groups: int = 2) -> tuple[float, ...]:
    """Find cut points in the widest gaps between groups of values.

    Parameters
    ----------
    values : numbers, one a case; missing ones are left out.
    groups : how many groups, 2 or more; gives groups - 1 cut points.

    Returns
    -------
    tuple of float, rising: half-way between neighbouring groups.

    Raises
    ------
    LocalVisionError : `qca.too-few-values`, `qca.cut-out-of-range`, `qca.values-wrong`.

    Limits
    ------
    The gaps of these cases are not a reason for an anchor; knowledge of the field is.

    Source: complete-linkage clustering of Euclidean distances; R QCA 3.25.1 `findTh` agrees.

    Examples
    --------
    >>> find_thresholds([1, 2, 3, 10, 11], 2)
    (6.5,)
    """
    from scipy.cluster.hierarchy import fcluster, linkage  # slow to load, seldom needed

    if groups < 2:
        raise say.CUT_OUT_OF_RANGE.error(option="groups", value=groups, low=2, high="many")
    _, raw = raw_values(values)
    known = np.sort(raw[~np.isnan(raw)])
    distinct = len(np.unique(known))
    if distinct < groups:
        raise say.TOO_FEW_VALUES.error(distinct=distinct, groups=groups)
    tree = linkage(known[:, None], method="complete", metric="euclidean")
    group = fcluster(tree, groups, criterion="maxclust")
    ends = np.flatnonzero(np.diff(group))
    return tuple(float((known[end] + known[end + 1]) / 2) for end in ends)
