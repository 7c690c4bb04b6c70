"""The problem folder as data: what it may say, where it is found, how it is read.

In come folders; out come `Problem` records. A folder that is not valid is a ProblemError that names the
file, the line where it can, and the repair; other problems still load. Authors are trusted: their tests
and workloads are imported into the judge's own process, never into a worker.

    problem.py    the immutable records               schema.py     problem.toml, key by key (pydantic)
    load.py       folder -> Problem, with a cache     discover.py   roots, slugs, nearest names
    bounds.py     O(...) as text and as growth        signature.py  `name(parameter: type) -> type`
    scaffold.py   `judge new`                       new_*.py      the files that it writes
"""
