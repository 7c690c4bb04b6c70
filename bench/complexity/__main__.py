"""`python -m bench.complexity` is `python -m bench.complexity.run`."""

from __future__ import annotations

import sys

from bench.complexity.run import main

sys.exit(main())
