"""Numbers that a case on the wire is made of.

A case is a tuple `(flags, seed, calls)`; a call is `(instance, method, args)`, where `method` is an index
into the problem's methods and CONSTRUCT makes the instance.
"""

from __future__ import annotations

CONSTRUCT = -1

FLAG_FORMS = 1
"""Arguments hold encoded forms (trees, tuples ...) that the worker must decode."""
FLAG_ECHO = 2
"""Each result is `[result, arguments afterwards]`, to see whether arguments were changed."""
FLAG_CAPTURE = 4
"""What the case prints is sent back with its trace."""
FLAG_FRESH = 8
"""The submission is run anew, in a fresh namespace, before the case."""
