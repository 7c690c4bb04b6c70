"""The author's gate: is a problem folder sound, and would its tests catch what they must?

In comes a problem and a warm engine; out comes a `Report` with a `Check` for each demand, and every fault
as one line that says what, where and the repair. Problem files are trusted; what they call wrong, and every
mutant, runs in the sandbox like any submission. What was found in order is kept under the hash of all that
it depends on; what failed is always tried again.

    gate.py       one problem, check by check       many.py       many problems, a process for each core
    judgings.py   accepted, starter, wrong files    cases.py      are the hidden cases legal, what is in them?
    mutants.py    source -> mutants                 mutation.py   which mutants survive the tests
    folder.py     is it complete?                   workloads.py  do the workloads grow with n?
    report.py     Check, Report, the table          proofs.py     what was found in order, kept
"""
