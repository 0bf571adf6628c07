"""One module a command, each with `HELP`, `add` and `run`."""
