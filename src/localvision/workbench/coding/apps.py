"""The coding app."""

from django.apps import AppConfig


class CodingConfig(AppConfig):
    """Registers the app under its one word, and listens for reports that come in coded."""

    name = "localvision.workbench.coding"
    label = "coding"

    def ready(self) -> None:
        """Have quotations that stand under a theme's heading coded as they come in."""
        from localvision.workbench.coding.arrivals import code_by_heading
        from localvision.workbench.documents.arrivals import on_arrival

        on_arrival(code_by_heading)
