"""What runs inside the sandbox: standard library and `judge.wire` only.

This room is launched, never imported by the judge. It holds nothing secret: it receives source text and
calls, and sends back plain data. It never sees tests, models, references or expected values, because a
submission can read everything that its process holds.
"""
