from __future__ import annotations

from collections.abc import Generator
from typing import Any

import pytest


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, Any, None]:
    outcome = yield
    report = outcome.get_result()
    case = getattr(item, "callspec", None) and item.callspec.params.get("case")
    if not isinstance(case, dict) or "category" not in case or report.when != "call":
        return
    report.user_properties.append(("qca_category", case["category"]))


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print how many golden cases of each category passed, out of all."""
    counts: dict[str, list[int]] = {}
    for status, reports in terminalreporter.stats.items():
        for report in reports:
            for name, category in getattr(report, "user_properties", ()):
                if name == "qca_category":
                    one = counts.setdefault(category, [0, 0])
                    one[0] += status == "passed"
                    one[1] += 1
    if not counts:
        return
    terminalreporter.section("QCA golden cases: passed / all")
    for category, (passed, total) in sorted(counts.items()):
        terminalreporter.line(f"{category:26} {passed:4} / {total}")
    passed, total = (sum(column) for column in zip(*counts.values(), strict=True))
    terminalreporter.line(f"{'all':26} {passed:4} / {total}")
