"""Cases: drawn once from the author's declarations, kept as a corpus, made small when one fails.

In come a problem's tests (trusted) and, for killers and shrinking, a function `execute` that runs cases
somewhere this room does not know. Out come cases with the model's answers. Hypothesis is imported only
where cases are drawn.

    load.py        tests.py -> declarations          oracle.py      calls -> what the model answers
    sequences.py   plans -> sequences of calls       draw.py        properties -> cases, with Hypothesis
    corpus.py      cases -> batches on disk          shrink.py      a failing case -> the smallest one
    examples.py    the statement's examples as cases
"""
