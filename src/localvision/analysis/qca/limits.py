"""How long a search may take, and what is still said when it is stopped."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

TIME_LIMIT_SECONDS = 10.0
MODEL_LIMIT = 1_000_000


@dataclass(slots=True)
class Budget:
    """Time and number of models that one search may use; `spent` remembers what ran out."""

    seconds: float = TIME_LIMIT_SECONDS
    models: int = MODEL_LIMIT
    started: float = field(default_factory=time.monotonic)
    spent: str = ""

    def left(self) -> float:
        """Seconds that remain, never below zero."""
        return max(0.0, self.seconds - (time.monotonic() - self.started))

    def out_of_time(self) -> bool:
        """Whether the time is up (and remember it)."""
        if self.left() > 0:
            return False
        self.spent = "time limit"
        return True
