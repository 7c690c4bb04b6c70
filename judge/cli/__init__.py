"""The commands: parse, call, print. No logic of judging lives here.

In comes a command line; out come words on stdout, everything beside the answer on stderr, and an exit
code. The only room that prints, and the only one that ends the process.

    start.py       `main`: starts the box before anything else is imported
    plain.py       `judge submit` without click       submitting.py   what it does
    guard.py       the one place where an error becomes a line and an exit code
    shell.py       the group of commands, each imported when it is called
    options.py     options that several commands share     terminal.py   width, colour, alphabet
    place.py       roots, history, where the answer goes
    problems.py    list, show                              practice.py   start, hint, solution
    submit.py      submit                                  live.py       the live line
    examples.py    test                                    cases.py      the file of own cases
    watch.py       watch: saves.py notices, save_judging.py judges, keys.py reads keys
    past.py        history, report                         target.py     which problem, which file
    progress.py    progress                                rounds.py     round ...
    new.py         new                                     machine.py    doctor, sandbox ...
    completion.py  completion and what it offers           batch.py, verify.py
"""
