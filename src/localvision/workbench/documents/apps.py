"""The documents app."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Registers the app under its one word."""

    name = "localvision.workbench.documents"
    label = "documents"
