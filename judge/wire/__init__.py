"""What crosses the wall of the sandbox: frames, values, cases and traces. Standard library only.

The worker inside the sandbox and the judge outside share this room and nothing else.

    frame   4 bytes, the length of the body, big-endian; then the body
    judge -> worker   the body is `marshal` (version 2) of one message: the judge is trusted
    worker -> judge   the body is text, lines of cases (packed.py) or JSON: the worker is not. Nothing is
                      unpickled, sizes and depths are capped, values are rebuilt as exact built-in types

    values.py   the value codec        nodes.py   trees, linked lists and arrays as values
    frames.py   bodies and headers     cases.py   what is sent and what comes back
    calls.py    the numbers in a case  errors.py  WireError
    packed.py   forms on a line        lines.py   lines of a source

Nothing is imported here: the zygote imports what it needs, and starts the sooner.
"""
