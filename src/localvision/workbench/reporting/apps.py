"""The reporting app."""

from django.apps import AppConfig


class ReportingConfig(AppConfig):
    """Reports, editions and exports."""

    name = "localvision.workbench.reporting"
    label = "reporting"

    def ready(self) -> None:
        """Declare the job that builds editions, and say what wants judgement."""
        from localvision.workbench.programmes import panels
        from localvision.workbench.reporting import building  # noqa: F401
        from localvision.workbench.reporting.home import headlines, judgements

        panels.register(panels.headline_makers, headlines)
        panels.register(panels.judgement_makers, judgements)
