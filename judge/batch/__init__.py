"""Many submissions: read lazily, judged by workers that may die, written down as they are known.

In come submissions that nobody trusts, from a folder, a JSONL file or a stream; out comes one line of JSON
for each, appended to a journal that a second run goes on with. What comes back from a worker is trusted
(it is a judge), its life is not: a worker that is killed loses only the verdict in flight, which another
one gives.

    entries.py   the inputs                       pool.py     worker processes on this machine
    requests.py  what a worker is asked, keys     cluster.py  the same over a Dask cluster
    journal.py   the output file                  worker.py   what runs in a worker process
    tally.py     counts, pass@k                   warm.py     a judge that keeps what it can re-use
    run.py       one whole batch                  seen.py     many keys in little memory
"""
