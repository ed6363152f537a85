"""Lets ``python -m roundbook`` do what the command ``roundbook`` does."""

import sys

from roundbook.cli import main

sys.exit(main())
