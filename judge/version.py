"""The version, apart from the package's front door: every room may know it."""

__version__ = "0.1.0"
