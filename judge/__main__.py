"""`python -m judge`: the `judge` command, where its script is not on the PATH."""

import sys

from judge.cli.start import main

if __name__ == "__main__":
    sys.exit(main())
