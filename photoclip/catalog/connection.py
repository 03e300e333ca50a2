"""One SQLite connection: how it is opened, and how its errors reach people."""

from __future__ import annotations

import contextlib
import logging
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from photoclip.catalog import migrations
from photoclip.errors import CatalogDamaged, LibraryTooNew, PhotoclipError, StorageFault

FILE_NAME = "catalog.sqlite3"
_BUSY_SECONDS = 10.0
_MAGIC = b"SQLite format 3\0"
_VERSION = slice(60, 64)
"""Where SQLite's file header holds `user_version`, big-endian (sqlite.org/fileformat.html, 1.3)."""
_log = logging.getLogger(__name__)


class Connection:
    """Statements on one catalog file, with SQLite's errors translated.

    A writing connection migrates the catalog and alone checkpoints it; a
    reading one changes nothing (TRAPS: checkpoints from several connections
    can damage a WAL up to SQLite 3.51.2).
    """

    def __init__(self, library: Path, *, writing: bool) -> None:
        """Open the catalog of a library.

        Raises:
            LibraryTooNew: a newer photoclip made it; nothing was changed.
            CatalogDamaged: the file is no SQLite database, or a broken one.
            StorageFault: the file cannot be opened or written.
        """
        self.file = library / FILE_NAME
        self._depth = 0
        if self.file.exists():
            self._refuse_newer()
        with self._translated():
            self._sqlite = self._open(writing)
        try:
            if writing:
                self._prepare()
            elif self.schema_version() < migrations.LATEST:
                raise StorageFault(
                    f"The library in {library} cannot be read yet; run photoclip index once to prepare it."
                )
        except PhotoclipError:
            self._sqlite.close()
            raise

    def _open(self, writing: bool) -> sqlite3.Connection:
        if writing:
            self.file.touch(mode=0o600, exist_ok=True)
        mode = "rw" if writing else "ro"
        uri = f"{self.file.absolute().as_uri()}?mode={mode}"
        return sqlite3.connect(uri, uri=True, timeout=_BUSY_SECONDS, isolation_level=None)

    def _prepare(self) -> None:
        self.execute("PRAGMA journal_mode = WAL")
        self.execute("PRAGMA synchronous = FULL")
        self.execute("PRAGMA foreign_keys = ON")
        for version in range(self.schema_version() + 1, migrations.LATEST + 1):
            with self.transaction():
                for statement in migrations.statements(version):
                    self.execute(statement)
                self.execute(f"PRAGMA user_version = {version:d}")

    def _refuse_newer(self) -> None:
        """Look at the version before SQLite makes its side files, and then as SQLite sees it."""
        with self._translated():
            with self.file.open("rb") as stream:
                header = stream.read(_VERSION.stop)
            version = int.from_bytes(header[_VERSION], "big") if header.startswith(_MAGIC) else 0
            if version <= migrations.LATEST:
                peek = self._open(writing=False)
                try:
                    (version,) = peek.execute("PRAGMA user_version").fetchone()
                finally:
                    peek.close()
        if version > migrations.LATEST:
            raise LibraryTooNew(
                f"The library in {self.file.parent} was made by a newer photoclip; "
                "update photoclip or choose another place with --library. Nothing was changed."
            )

    def schema_version(self) -> int:
        (version,) = self.one("PRAGMA user_version")
        return int(version)

    def execute(self, sql: str, values: Sequence[object] = ()) -> sqlite3.Cursor:
        with self._translated():
            return self._sqlite.execute(sql, values)

    def execute_many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        with self._translated():
            self._sqlite.executemany(sql, rows)

    def rows(self, sql: str, values: Sequence[object] = ()) -> Iterator[tuple]:  # type: ignore[type-arg]
        """The rows of a query, fetched as they are asked for."""
        with self._translated():
            yield from self._sqlite.execute(sql, values)

    def one(self, sql: str, values: Sequence[object] = ()) -> tuple:  # type: ignore[type-arg]
        """The only row of a query that always has one."""
        with self._translated():
            row: tuple = self._sqlite.execute(sql, values).fetchone()  # type: ignore[type-arg]
            return row

    def one_or_none(self, sql: str, values: Sequence[object] = ()) -> tuple | None:  # type: ignore[type-arg]
        with self._translated():
            row: tuple | None = self._sqlite.execute(sql, values).fetchone()  # type: ignore[type-arg]
            return row

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything inside is written together or not at all; an inner one joins the outer one."""
        if self._depth:
            yield
            return
        self.execute("BEGIN IMMEDIATE")
        self._depth += 1
        try:
            yield
            self.execute("COMMIT")
        except BaseException:
            # A full disk may have rolled back already; a second ROLLBACK would hide the cause.
            if self._sqlite.in_transaction:
                self._sqlite.execute("ROLLBACK")
            raise
        finally:
            self._depth -= 1

    def close(self) -> None:
        self._sqlite.close()

    @contextlib.contextmanager
    def _translated(self) -> Iterator[None]:
        place = self.file.parent
        try:
            yield
        except sqlite3.OperationalError as fault:
            if fault.sqlite_errorcode == sqlite3.SQLITE_ERROR:
                raise  # a statement that SQLite does not understand is our own mistake
            _log.warning("catalog: %s", fault)
            raise StorageFault(
                f"The catalog in {place} cannot be used ({fault}); free some space or mend the permissions."
            ) from fault
        except sqlite3.DatabaseError as fault:
            if isinstance(fault, sqlite3.IntegrityError | sqlite3.ProgrammingError):
                raise  # our own mistake, not the machine's
            _log.warning("catalog: %s", fault)
            raise CatalogDamaged(
                f"The catalog in {place} is damaged ({fault}); move {FILE_NAME} away "
                "and index again: your photos are untouched."
            ) from fault
        except OSError as fault:
            raise StorageFault(
                f"The library in {place} cannot be opened ({fault.strerror}); mend the permissions."
            ) from fault
