"""The history's file: opening, repair, reading and writing.

WAL mode: a reader never waits for a writer, a process killed in the middle of a write leaves the last
committed state, and two writers queue for at most `_PATIENCE_S`. A file that SQLite calls corrupt is
moved aside under a name with the time, under a lock so that two judgings do not move each other's fresh
file, and a new one is begun. Nothing is ever deleted.
"""

from __future__ import annotations

import json
import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, TypeVar

from judge.errors import NothingToJudge, UsageError
from judge.history.records import Event, HistoryUnavailable, Judging, Kept
from judge.history.schema import bring_up
from judge.judgement import Judgement
from judge.verdict import Verdict, settle

_PATIENCE_S = 10.0
_CORRUPT = 11  # SQLITE_CORRUPT
_NOT_A_DATABASE = 26  # SQLITE_NOTADB
_LINE = "id, at_s, problem, verdict, message, path"

T = TypeVar("T")
_Row = tuple[Any, ...]


class History:
    """The history of one workspace. Opens its file at each use; cheap to make, safe to share."""

    def __init__(self, workspace: Path, warn: Callable[[str], None]) -> None:
        """`warn` is told, in one line, what was repaired on the way."""
        self.file = workspace / ".judge" / "history.sqlite3"
        self._warn = warn

    def save(self, judgement: Judgement, source: bytes, at_s: float | None = None) -> None:
        """Keep one judging whole. Raises HistoryUnavailable."""
        row = (
            judgement.id,
            time.time() if at_s is None else at_s,
            judgement.problem,
            judgement.verdict.value,
            json.dumps(judgement.to_document()),
            judgement.sha256,
            _storable(judgement.message),
            _storable(os.path.abspath(judgement.path)),  # noqa: PTH100 - looked at from other folders later
        )

        def write(connection: sqlite3.Connection) -> None:
            connection.execute("insert or ignore into sources values (?, ?)", (judgement.sha256, source))
            connection.execute(
                "insert or replace into judgings"
                "(id, at_s, problem, verdict, document, sha256, message, path) "
                "values (?, ?, ?, ?, ?, ?, ?, ?)",
                row,
            )

        self._write(write)

    def note(self, problem: str, kind: str, number: int = 0, at_s: float | None = None) -> None:
        """Keep one event. Raises HistoryUnavailable."""
        when = time.time() if at_s is None else at_s
        self._write(
            lambda c: c.execute("insert into events values (?, ?, ?, ?)", (when, problem, kind, number))
        )

    def judgings(
        self, problem: str | None = None, *, since_s: float = 0.0, limit: int | None = None
    ) -> list[Judging]:
        """The judgings, newest first. Raises HistoryUnavailable."""
        where = "at_s >= ?" + (" and problem = ?" if problem is not None else "")
        values = (since_s, *(() if problem is None else (problem,)), -1 if limit is None else limit)
        # `where` is one of the two constants above; every value is bound.
        query = f"select {_LINE} from judgings where {where} order by at_s desc, rowid desc limit ?"
        rows: list[_Row] = self._read(lambda c: c.execute(query, values).fetchall(), [])
        return [Judging(r[0], r[1], r[2], Verdict(r[3]), r[4], r[5]) for r in rows]

    def events(self, kind: str, problem: str | None = None, *, since_s: float = 0.0) -> list[Event]:
        """The events of one kind, oldest first. Raises HistoryUnavailable."""
        rows: list[_Row] = self._read(
            lambda c: c.execute(
                "select at_s, problem, kind, number from events "
                "where kind = ? and (? is null or problem = ?) and at_s >= ? order by at_s, rowid",
                (kind, problem, problem, since_s),
            ).fetchall(),
            [],
        )
        return [Event(*row) for row in rows]

    def best(self) -> dict[str, Verdict]:
        """The best verdict that each problem ever got. Raises HistoryUnavailable."""
        rows: list[_Row] = self._read(
            lambda c: c.execute("select distinct problem, verdict from judgings").fetchall(), []
        )
        best: dict[str, Verdict] = {}
        for problem, word in rows:
            verdict, old = Verdict(word), best.get(problem)
            # settle() picks the worst of two, so the better one is the other.
            best[problem] = verdict if old is None or settle((old, verdict)) is old else old
        return best

    def find(self, id: str = "") -> Kept:
        """Return one judging whole, by its id or the start of it; the latest where `id` is empty.

        Raises NothingToJudge where there is none, UsageError where the id fits several, HistoryUnavailable.
        """
        select = (
            "select document, at_s, (select source from sources s where s.sha256 = j.sha256), id "
            "from judgings j "
        )
        values: tuple[str, ...] = ()
        if id:
            pattern = id.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
            query, values = select + "where id like ? escape '\\' order by at_s desc limit 20", (pattern,)
        else:
            query, values = select + "order by at_s desc, rowid desc limit 1", ()
        rows: list[_Row] = self._read(lambda c: c.execute(query, values).fetchall(), [])
        exact = [row for row in rows if row[3] == id]
        rows = exact or rows
        if not rows:
            what = (
                f"no judging {id!r} in {self.file}; `judge history` lists them"
                if id
                else ("nothing was judged here yet; try `judge submit SLUG`")
            )
            raise NothingToJudge(what)
        if len(rows) > 1:
            raise UsageError(
                f"{id!r} fits {len(rows)} judgings ({', '.join(r[3] for r in rows[:3])} ...); add letters"
            )
        try:
            return Kept(Judgement.from_document(json.loads(rows[0][0])), rows[0][1], rows[0][2])
        except (ValueError, KeyError, TypeError) as error:
            raise HistoryUnavailable(f"{self.file}: judging {rows[0][3]} cannot be read ({error})") from None

    def _write(self, action: Callable[[sqlite3.Connection], object]) -> None:
        def whole(connection: sqlite3.Connection) -> None:
            connection.execute("begin immediate")
            try:
                action(connection)
                connection.execute("commit")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("rollback")
                raise

        try:
            self.file.parent.mkdir(exist_ok=True)
        except OSError as error:
            raise HistoryUnavailable(f"{self.file.parent}: {error.strerror or error}") from None
        self._attempt(whole)

    def _read(self, action: Callable[[sqlite3.Connection], T], nothing: T) -> T:
        try:
            there = self.file.exists()
        except OSError as error:
            raise HistoryUnavailable(f"{self.file}: {error.strerror or error}") from None
        return self._attempt(action) if there else nothing

    def _attempt(self, action: Callable[[sqlite3.Connection], T]) -> T:
        for last in (False, True):
            try:
                try:
                    with closing(self._open()) as connection:
                        return action(connection)
                except sqlite3.Error as error:
                    if last or not _is_corrupt(error):
                        raise HistoryUnavailable(f"{self.file}: {error}") from None
                    self._move_aside()
            except OSError as error:
                raise HistoryUnavailable(
                    f"{error.filename or self.file}: {error.strerror or error}"
                ) from None
        raise AssertionError("unreachable")

    def _open(self) -> sqlite3.Connection:
        if self.file.exists() and not os.access(self.file.parent, os.W_OK):
            # WAL needs a writable folder; a read-only one is read as it is.
            return sqlite3.connect(f"{self.file.resolve().as_uri()}?immutable=1", uri=True)
        connection = sqlite3.connect(self.file, timeout=_PATIENCE_S, isolation_level=None)
        try:
            connection.execute("pragma journal_mode = wal")
            connection.execute("pragma synchronous = normal")
            bring_up(connection, str(self.file))
        except BaseException:
            connection.close()
            raise
        return connection

    def _move_aside(self) -> None:
        import fcntl

        with (self.file.parent / "history.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not self._still_corrupt():
                return
            stamp = time.strftime("%Y%m%d-%H%M%S") + f"-{os.getpid()}"
            aside = self.file.with_name(f"history-corrupt-{stamp}.sqlite3")
            for suffix in ("-wal", "-shm", ""):
                part = self.file.with_name(self.file.name + suffix)
                if part.exists():
                    part.rename(aside.with_name(aside.name + suffix))
        self._warn(f"the history was corrupt; it was moved aside to {aside} and a new one begun")

    def _still_corrupt(self) -> bool:
        try:
            with closing(sqlite3.connect(self.file, timeout=_PATIENCE_S)) as connection:
                return bool(connection.execute("pragma quick_check(1)").fetchone()[0] != "ok")
        except sqlite3.Error as error:
            return _is_corrupt(error)


def _storable(text: str) -> str:
    """SQLite keeps UTF-8, which has no lone surrogates; a file's name may have them."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _is_corrupt(error: sqlite3.Error) -> bool:
    code = getattr(error, "sqlite_errorcode", None)
    return code is not None and code & 0xFF in (_CORRUPT, _NOT_A_DATABASE)
