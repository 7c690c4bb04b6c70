"""Headless Chromium over its own debugging pipe: what a page logs, asks for and looks like.

Standard library only. `chromium --remote-debugging-pipe` speaks the DevTools protocol as NUL-separated JSON
on descriptors 3 and 4.
"""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import time
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--remote-debugging-pipe",
]


@dataclass
class Seen:
    """What a page did."""

    errors: list[str] = field(default_factory=list)
    """Console errors and exceptions."""
    requests: list[str] = field(default_factory=list)
    """URLs asked for, the page itself left out."""
    screenshot: bytes = b""
    width: float = 0.0
    """Of the content, in CSS pixels."""


class Browser:
    """One Chromium. A context manager."""

    def __init__(self) -> None:
        assert CHROMIUM is not None
        to_child, self._write = os.pipe()
        self._read, from_child = os.pipe()
        self._profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        line = f'exec "$0" "$@" 3<&{to_child} 4>&{from_child}'
        words = ["bash", "-c", line, CHROMIUM, *FLAGS, f"--user-data-dir={self._profile.name}"]
        self._process = subprocess.Popen(
            words, pass_fds=(to_child, from_child), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        os.close(to_child)
        os.close(from_child)
        self._buffer = b""
        self._number = 0
        self._events: list[dict[str, Any]] = []

    def __enter__(self) -> Browser:
        return self

    def __exit__(self, *exc: object) -> None:
        try:
            self._call("Browser.close")
            self._process.wait(10)
        except (AssertionError, OSError, subprocess.TimeoutExpired):
            self._process.kill()
            self._process.wait()
        os.close(self._write)
        os.close(self._read)
        self._profile.cleanup()

    def open(self, page: Path, *, width: int = 1000, dark: bool = False) -> Seen:
        """Open a file, let it settle, and tell what it did."""
        target = self._call("Target.createTarget", url="about:blank")["targetId"]
        session = self._call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Log", "Runtime"):
            self._call(f"{domain}.enable", session)
        metrics = {"width": width, "height": 900, "mobile": width < 600}
        # Half the scale: four times fewer pixels to look at.
        self._call("Emulation.setDeviceMetricsOverride", session, deviceScaleFactor=0.5, **metrics)
        scheme = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self._call("Emulation.setEmulatedMedia", session, features=scheme)
        self._events.clear()
        self._call("Page.navigate", session, url=page.as_uri())
        self._wait_for("Page.loadEventFired")
        time.sleep(0.3)  # what a page does late, it does here
        size = self._call("Page.getLayoutMetrics", session)["cssContentSize"]
        shot = self._call("Page.captureScreenshot", session, captureBeyondViewport=True)["data"]
        seen = Seen(screenshot=base64.b64decode(shot), width=size["width"])
        for event in self._events:
            self._note(seen, event["method"], event.get("params", {}), page.as_uri())
        self._call("Target.closeTarget", targetId=target)
        return seen

    def _note(self, seen: Seen, method: str, params: dict[str, Any], own: str) -> None:
        if method == "Network.requestWillBeSent" and params["request"]["url"] != own:
            if not params["request"]["url"].startswith("data:"):
                seen.requests.append(params["request"]["url"])
        elif method == "Runtime.exceptionThrown":
            seen.errors.append(params["exceptionDetails"]["text"])
        elif method == "Runtime.consoleAPICalled" and params["type"] in ("error", "warning", "assert"):
            seen.errors.append(str(params["args"]))
        elif method == "Log.entryAdded" and params["entry"]["level"] in ("error", "warning"):
            seen.errors.append(params["entry"]["text"])

    def _call(self, method: str, session: str = "", **params: Any) -> dict[str, Any]:
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer["error"]
                result: dict[str, Any] = answer["result"]
                return result
            self._events.append(answer)

    def _wait_for(self, method: str) -> None:
        while not any(event.get("method") == method for event in self._events):
            self._events.append(self._next())

    def _next(self) -> dict[str, Any]:
        until = time.monotonic() + 60
        while b"\0" not in self._buffer:
            ready, _, _ = select.select([self._read], [], [], max(0.0, until - time.monotonic()))
            assert ready, "the browser does not answer"
            data = os.read(self._read, 1 << 20)
            assert data, "the browser is gone"
            self._buffer += data
        line, _, self._buffer = self._buffer.partition(b"\0")
        message: dict[str, Any] = json.loads(line)
        return message


def colours(png: bytes) -> dict[bytes, int]:
    """Count the pixels of each colour of an 8-bit RGB or RGBA PNG without interlacing."""
    at, body, width, channels = 8, b"", 0, 0
    while at < len(png):
        length, kind = int.from_bytes(png[at : at + 4], "big"), png[at + 4 : at + 8]
        chunk = png[at + 8 : at + 8 + length]
        if kind == b"IHDR":
            width = int.from_bytes(chunk[:4], "big")
            channels = {2: 3, 6: 4}[chunk[9]]
        elif kind == b"IDAT":
            body += chunk
        at += 12 + length
    raw, stride = zlib.decompress(body), width * channels
    counts: dict[bytes, int] = {}
    above = bytearray(stride)
    for start in range(0, len(raw), stride + 1):
        line = _unfilter(raw[start], bytearray(raw[start + 1 : start + 1 + stride]), above, channels)
        for x in range(0, stride, channels):
            pixel = bytes(line[x : x + 3])
            counts[pixel] = counts.get(pixel, 0) + 1
        above = line
    return counts


def _unfilter(kind: int, line: bytearray, above: bytearray, channels: int) -> bytearray:
    """Undo one of PNG's five line filters (PNG specification, section 9)."""
    if kind == 0:
        return line
    if kind == 2:
        return bytearray((value + up) & 255 for value, up in zip(line, above, strict=True))
    for x in range(len(line)):
        left = line[x - channels] if x >= channels else 0
        corner = above[x - channels] if x >= channels else 0
        if kind == 1:
            guess = left
        elif kind == 3:
            guess = (left + above[x]) // 2
        else:
            guess = min((left, above[x], corner), key=lambda v: abs(left + above[x] - corner - v))
        line[x] = (line[x] + guess) & 255
    return line
