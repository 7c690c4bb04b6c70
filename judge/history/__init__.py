"""What was judged, and when; hints given, solutions shown. SQLite under the workspace's `.judge/`.

In come finished judgements with the submission's source; out come the same, whole, and what they say
about practising. This room is never allowed to stop a judging: whatever is wrong with the file or the
disk ends in a `HistoryUnavailable` with one line for people, or in a note about a file moved aside.

    records.py    what is kept, as records         schema.py    the tables, and the way up from older ones
    store.py      the file: opening, repair, reading, writing
    practice.py   progress per problem and topic, and what to practise next (SM-2)
"""
