"""The reporting app."""

from django.apps import AppConfig


class ReportingConfig(AppConfig):
    """Reports, editions and exports."""

    name = "localvision.workbench.reporting"
    label = "reporting"

    def ready(self) -> None:
        """Declare the job that builds editions."""
        from localvision.workbench.reporting import building  # noqa: F401
