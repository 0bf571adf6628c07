"""Messages of the analysis floor, one file per room (`qca.py`, `networks.py`, ...)."""
