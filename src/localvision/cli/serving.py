"""One web server and one job worker beside it, until stopped."""

from __future__ import annotations

import socket
import subprocess
import sys

from localvision.cli.speaking import Voice
from localvision.errors import workbench as messages


def serve(host: str, port: int, voice: Voice) -> int:
    """Serve the open workspace. Raises `serve.port-taken`."""
    _check_free(host, port)
    from granian import Granian
    from granian.constants import Interfaces

    server = Granian(
        "localvision.workbench.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=4,
        log_access=False,
        log_enabled=False,
    )
    worker = subprocess.Popen([sys.executable, "-m", "localvision", "worker"])
    voice.say(f"Open http://{host}:{port}/ in a browser. Stop with Ctrl+C.")
    try:
        server.serve()
    finally:
        worker.terminate()
        worker.wait(timeout=10)
    return 0


def _check_free(host: str, port: int) -> None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise messages.PORT_TAKEN.error(port=port) from error
