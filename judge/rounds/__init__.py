"""Whole interview rounds: problems with follow-ups, discussion prompts with checklists, and a clock.

In come rounds as TOML files and the workspace's history; out come the steps of a running round and its
scorecard. The files of a round are written by people and checked key by key; a broken one is a ProblemError
that names the file and the repair.

    records.py    a round and its parts             load.py       TOML -> Round, discovery
    clock.py      the running round on disk         draw.py       a round drawn at random
    scorecard.py  what a round came to

A file says:

    title = "..."   company = "..."   role = "..."   minutes = 45

    [[parts]]                          [[parts]]
    kind = "problem"                   kind = "discussion"
    problem = "min-stack"              title = "..."
    follow_ups = ["max-stack"]         prompt = "..."
                                       checklist = ["8 to 15 points", ...]

The shipped rounds are in data/. A workspace's own are in its folder rounds/ (`NAME.toml`, or
`NAME/round.toml`), or in the folders that JUDGE_ROUNDS names.
"""
