"""How an operation's cost grows: measured, classified, compared with what the problem requires.

In come a problem with its workloads, a way to open workers, and a submission's source; out comes a
`Measurement`: for each bound the measured class with its evidence, and what failed only when large. The
worker is not trusted: time is read outside, results are compared with the reference's, and its own counts
are believed only as far as the clock agrees.

    workloads.py   workload.py of a problem, read            standing.py  one size that stands in a worker
    ahead.py       every shape counted, on a second core
    rungs.py       stages as messages, asking a worker       counting.py  counts over a ladder of n
    clock.py       CPU time over a ladder of n               fit.py       least squares, slopes
    verdicts.py    evidence -> class, status, confidence     noise.py     how noisy this machine is
    space.py       memory over a ladder of n                 hot_line.py  the line that does the growing work
    measurement.py the records                               submission.py  measures one submission
"""

from __future__ import annotations

from judge.measure.measurement import Budget, LargeFailure, Measurement
from judge.measure.submission import measure_submission
from judge.measure.workloads import load_workloads, workload_faults

__all__ = [
    "Budget",
    "LargeFailure",
    "Measurement",
    "load_workloads",
    "measure_submission",
    "workload_faults",
]
