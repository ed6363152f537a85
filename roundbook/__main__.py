"""Lets ``python -m roundbook`` do what the command ``roundbook`` does."""

from roundbook.cli import main

main()
