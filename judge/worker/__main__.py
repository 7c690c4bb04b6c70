"""Entry point of the trusted side of the worker: `python -s -P -S .../judge/worker`.

Kept tiny, because the interpreter compiles a main script anew at every start; see box_zygote.py.
"""

import sys


def _enter() -> None:
    here = __file__
    for _ in range(3):  # judge/worker/__main__.py -> the folder that holds the judge package
        here = here.rpartition("/")[0]
    sys.path.insert(0, here)
    from judge.worker import box_zygote

    sys.path.remove(here)
    box_zygote.main(here)


if __name__ == "__main__":
    _enter()
