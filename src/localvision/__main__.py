"""`python -m localvision` is the `localvision` command."""

import sys

from localvision.cli import main

if __name__ == "__main__":
    sys.exit(main())
