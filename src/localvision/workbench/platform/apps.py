"""The platform app."""

from django.apps import AppConfig


class PlatformConfig(AppConfig):
    """Registers the app under its one word."""

    name = "localvision.workbench.platform"
    label = "platform"
