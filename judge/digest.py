"""SHA-256 as a cold command can afford it: `hashlib` loads OpenSSL, which takes milliseconds."""

from __future__ import annotations

TYPE_CHECKING = False

if TYPE_CHECKING:
    from hashlib import sha256
else:
    try:
        from _sha2 import sha256  # CPython 3.12 and newer
    except ImportError:
        try:
            from _sha256 import sha256  # 3.11
        except ImportError:  # another Python, or one that was built without them
            from hashlib import sha256

__all__ = ["sha256"]
