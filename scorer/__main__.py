"""`python -m scorer` does what the `scorer` command does."""

from scorer.cli.app import main

main()
