"""Numbers that a case on the wire is made of.

A case is a tuple `(flags, seed, calls)`; a call is `(instance, method, args)`, where `method` is an index
into the problem's methods and CONSTRUCT makes the instance. They travel in columns (cases.py), which halves
both the bytes and the time to read them.
"""

from __future__ import annotations

CONSTRUCTOR = "__init__"
"""The name of the constructor wherever operations are named."""
CONSTRUCT = 255
"""No problem has so many methods: a case's methods fit into bytes."""

FLAG_FORMS = 1
"""Arguments hold encoded forms (trees, tuples ...) that the worker must decode."""
FLAG_ECHO = 2
"""Each result is `[result, arguments afterwards]`, to see whether arguments were changed."""
FLAG_CAPTURE = 4
"""What the case prints is sent back with its trace."""
FLAG_FRESH = 8
"""The submission is run anew, in a fresh namespace, before the case."""
