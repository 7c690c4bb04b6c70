"""Traces against expectations: what a case's answers are worth, and how a failing case is written down.

In come a case, the model's line, and the line that a worker sent (hostile: it is decoded here, by
`judge.wire`, into exact built-in types). Out comes an Outcome, or None for a pass. Checkers are the
authors' (trusted).

    outcome.py    a worker's line -> Outcome      code.py       calls -> Python to paste and run
    identity.py   equal numbers as two objects   definitions.py  what the pasted code brings along
"""
