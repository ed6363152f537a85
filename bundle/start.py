"""Where the program begins in the self-contained folder: the command line, and every child process it starts."""

# ruff: noqa: INP001 - a script, in no package

import multiprocessing
import sys

from roundbook.cli import main

if __name__ == "__main__":
    # A packed program is started anew for each child process; this sends those to their own work, not to the command.
    multiprocessing.freeze_support()
    sys.exit(main())
