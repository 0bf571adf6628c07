"""The programmes app."""

from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    """Registers the app under its one word."""

    name = "localvision.workbench.programmes"
    label = "programmes"
