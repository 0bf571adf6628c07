"""Local Vision: commission, run, evaluate and learn from place-based systems-change programmes."""

__version__ = "0.1.0"
