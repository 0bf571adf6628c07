"""Fixed lists of the platform."""

from django.db import models


class RunState(models.TextChoices):
    """Where a run stands."""

    QUEUED = "queued", "Waiting"
    RUNNING = "running", "Running"
    DONE = "done", "Done"
    FAILED = "failed", "Failed"
    CANCELLED = "cancelled", "Cancelled"
