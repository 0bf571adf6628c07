"""The `localvision` command: thin doors to the library and the workbench.

Nothing heavy is imported before the command line is read, so that help is quick.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from localvision.cli.parser import make_parser
from localvision.cli.speaking import Voice
from localvision.errors import LocalVisionError


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code (`localvision.errors.ExitCode`)."""
    arguments = make_parser().parse_args(argv)
    voice = Voice(json=getattr(arguments, "json", False))
    try:
        return int(arguments.run(arguments, voice) or 0)
    except LocalVisionError as error:
        voice.refuse(error)
        return int(error.exit_code)
    except KeyboardInterrupt:
        voice.say("Stopped.")
        return 130
    except BrokenPipeError:
        return 141


if __name__ == "__main__":
    sys.exit(main())
