"""The tables, and the steps from each older form to the next.

`PRAGMA user_version` names the form. A step is applied inside one exclusive transaction with the new
number, so a crash in the middle leaves the older form whole.
"""

from __future__ import annotations

import sqlite3

from judge.history.records import HistoryUnavailable

_FIRST = (
    """create table if not exists judgings(
        id text primary key,
        at_s real not null,
        problem text not null,
        verdict text not null,
        document text not null,
        source blob)""",
)

# Sources move to a table of their own, kept once per content; hints and solutions shown are kept too.
_SECOND = (
    "create table sources(sha256 text primary key, source blob not null)",
    """create table events(
        at_s real not null,
        problem text not null,
        kind text not null,
        number integer not null)""",
    "alter table judgings add column sha256 text not null default ''",
    "alter table judgings add column message text not null default ''",
    "alter table judgings add column path text not null default ''",
    """update judgings set
        sha256 = coalesce(json_extract(document, '$.submission.sha256'), ''),
        path = coalesce(json_extract(document, '$.submission.path'), ''),
        message = coalesce(json_extract(document, '$.message'), '')""",
    """insert or ignore into sources
        select sha256, source from judgings where source is not null and sha256 != ''""",
    "alter table judgings drop column source",
    "create index judgings_by_problem on judgings(problem, at_s)",
    "create index judgings_by_time on judgings(at_s)",
)

STEPS = (_FIRST, _SECOND)
CURRENT = len(STEPS)


def bring_up(connection: sqlite3.Connection, name: str) -> None:
    """Bring a database of any older form to the current one.

    Raises HistoryUnavailable for a form that only a newer judge knows; it is left untouched.
    """
    if _form(connection) == CURRENT:
        return
    connection.execute("begin exclusive")
    try:
        form = _form(connection)  # another process may have been first
        if form > CURRENT:
            raise HistoryUnavailable(
                f"{name}: was written by a newer judge (form {form}, this one knows {CURRENT}); "
                "update the judge"
            )
        for step in STEPS[form:]:
            for statement in step:
                connection.execute(statement)
        connection.execute(f"pragma user_version = {CURRENT}")
        connection.execute("commit")
    except BaseException:
        if connection.in_transaction:
            connection.execute("rollback")
        raise


def _form(connection: sqlite3.Connection) -> int:
    return int(connection.execute("pragma user_version").fetchone()[0])
