"""The documents app."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Registers the app under its one word, and what it adds to the pages below it."""

    name = "localvision.workbench.documents"
    label = "documents"

    def ready(self) -> None:
        """Add headline, voices, stories and search hits."""
        from localvision.workbench.documents import providing
        from localvision.workbench.programmes import finding, panels

        panels.register(panels.headline_makers, providing.headline)
        panels.register(panels.voice_finders, providing.voices_heard)
        panels.register(panels.story_tellers, providing.told)
        finding.opens("source", "Source", providing.opened)
