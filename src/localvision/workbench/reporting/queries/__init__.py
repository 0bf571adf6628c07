"""Reading reports, editions and what was collected."""

from localvision.workbench.reporting.queries.collected import (
    Collected,
    Everything,
    everything_collected,
)
from localvision.workbench.reporting.queries.reports import (
    BUILD,
    blocks_of,
    edition_count,
    edition_for,
    editions_for,
    file_for,
    newest_run,
    report_for,
    reports_for,
    withdrawn_in_reports,
    works_of,
)

__all__ = [
    "BUILD",
    "Collected",
    "Everything",
    "blocks_of",
    "edition_count",
    "edition_for",
    "editions_for",
    "everything_collected",
    "file_for",
    "newest_run",
    "report_for",
    "reports_for",
    "withdrawn_in_reports",
    "works_of",
]
