"""One SQLite connection: how it is opened, and how its errors reach people."""

from __future__ import annotations

import contextlib
import logging
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from photoclip.catalog import migrations, seals, soundness
from photoclip.catalog.backups import Backups
from photoclip.catalog.seals import SealedTable
from photoclip.domain.safekeeping import Backup, Watch
from photoclip.errors import CatalogDamaged, LibraryTooNew, PhotoclipError, StorageFault

FILE_NAME = "catalog.sqlite3"
_BUSY_SECONDS = 10.0
_MOST_WORDS = 200
CHUNK = 500
"""Values bound in one statement; SQLite's own limit may be 999."""
_MAGIC = b"SQLite format 3\0"
_VERSION = slice(60, 64)
"""Where SQLite's file header holds `user_version`, big-endian (sqlite.org/fileformat.html, 1.3)."""
_SIGNS_OF_PHOTOS = ("index/*/manifest.json", "thumbnails*/??/*.jpg", "backups/catalog-*-v*.sqlite3")
"""What is beside a catalog once there were photos in it."""
_log = logging.getLogger(__name__)


class Connection:
    """Statements on one catalog file, with SQLite's errors translated.

    A writing connection migrates the catalog and alone checkpoints it; a
    reading one changes nothing (TRAPS: checkpoints from several connections
    can damage a WAL up to SQLite 3.51.2).
    """

    def __init__(self, library: Path, *, writing: bool, remote: bool = False) -> None:
        """Open the catalog of a library.

        On a `remote` drive SQLite keeps a rollback journal: a WAL needs memory that
        is shared between all that use it, which no network drive gives (sqlite.org/wal.html).

        Raises:
            LibraryTooNew: a newer photoclip made it; nothing was changed.
            CatalogDamaged: the file is no SQLite database, or a broken one.
            StorageFault: the file cannot be opened or written.
        """
        self.file = library / FILE_NAME
        self._journal = "TRUNCATE" if remote else "WAL"
        self._depth = 0
        existed = self.file.exists()
        if existed:
            self._refuse_newer()
        elif Backups(library).all():
            raise self._damaged("it is gone, though there are backups of it")
        with self._translated():
            self._sqlite = self._open(writing)
        try:
            if existed:
                self._refuse_damaged()
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
        if not writing and self._is_sealed_off():
            uri += "&immutable=1"
        sqlite = sqlite3.connect(uri, uri=True, timeout=_BUSY_SECONDS, isolation_level=None)
        sqlite.execute("PRAGMA trusted_schema = OFF")
        seals.set_up(sqlite)
        return sqlite

    def _is_sealed_off(self) -> bool:
        """Whether SQLite could not make its side files here, and there is no log that it would have to read.

        Without `immutable` it cannot read a catalog in WAL mode in a folder that it cannot write to.
        """
        log = self.file.with_name(f"{FILE_NAME}-wal")
        return not os.access(self.file.parent, os.W_OK) and not log.exists()

    def _prepare(self) -> None:
        self.execute(f"PRAGMA journal_mode = {self._journal}")
        self.execute("PRAGMA synchronous = FULL")
        self.execute("PRAGMA foreign_keys = ON")
        if 0 < self.schema_version() < migrations.LATEST:
            self._back_up_first()
        for version in range(self.schema_version() + 1, migrations.LATEST + 1):
            with self.transaction():
                for statement in migrations.statements(version):
                    self.execute(statement)
                with self._translated():
                    seals.seal_all(self._sqlite)
                self.execute(f"PRAGMA user_version = {version:d}")
        with self._translated():
            seals.keep_current(self._sqlite)

    def _back_up_first(self) -> None:
        try:
            self.back_up(lambda done, total: None)
        except StorageFault as fault:
            raise StorageFault(
                f"The library in {self.file.parent} has to be brought up to this version of photoclip, "
                "and the backup that comes first could not be made; free some space or mend the "
                "permissions. Nothing was changed."
            ) from fault

    def back_up(self, watch: Watch) -> Backup:
        """As `domain.catalog.Catalog.back_up`."""
        with self._translated():
            return Backups(self.file.parent).make(self._sqlite, watch)

    def faults(self) -> list[str]:
        """As `domain.catalog.Catalog.faults`; where SQLite cannot go on, what it found until then."""
        found = []
        try:
            for fault in soundness.faults(self._sqlite):
                found.append(fault)
        except (sqlite3.DatabaseError, UnicodeDecodeError) as fault:
            found.append(f"The catalog's file is damaged ({fault}).")
        return found

    def sealed_tables(self) -> list[SealedTable]:
        with self._translated():
            return seals.tables(self._sqlite)

    def broken_rows(self, table: SealedTable) -> list[tuple[object, ...]]:
        """The keys of a table's rows that are not what was written."""
        with self._translated():
            return list(seals.broken(self._sqlite, table))

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
                "update photoclip or choose another library. Nothing was changed."
            )

    def _refuse_damaged(self) -> None:
        """Only a file with just the tables of its version is used.

        It may be damaged, or come with a drive from somebody whose triggers would run here.
        """
        version = self.schema_version()
        if version == 0 and any(any(self.file.parent.glob(sign)) for sign in _SIGNS_OF_PHOTOS):
            raise self._damaged("it is empty")
        with self._translated():
            if soundness.schema(self._sqlite) != soundness.fresh_schema(version):
                raise self._damaged("its tables are not those of its version")

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

    def rows_among(self, sql: str, keys: Sequence[object], values: Sequence[object] = ()) -> Iterator[tuple]:  # type: ignore[type-arg]
        """The rows of a query for many keys, which go where it says `IN ()`, a portion at a time.

        `values` are bound before the keys; an order holds within one portion.
        """
        for start in range(0, len(keys), CHUNK):
            chunk = keys[start : start + CHUNK]
            marks = ",".join("?" * len(chunk))
            yield from self.rows(sql.replace("IN ()", f"IN ({marks})"), (*values, *chunk))

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
            # The driver's own errors (a text that is none) carry no code.
            code = getattr(fault, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
            if code in (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT):
                if code == sqlite3.SQLITE_ERROR and not self._is_damaged():
                    raise  # a statement that SQLite does not understand is our own mistake
                raise self._damaged(fault) from fault
            _log.warning("catalog: %s", fault)
            raise StorageFault(
                f"The catalog in {place} cannot be used ({fault}); free some space or mend the permissions."
            ) from fault
        except sqlite3.DatabaseError as fault:
            if isinstance(fault, sqlite3.ProgrammingError) or (
                isinstance(fault, sqlite3.IntegrityError) and not self._is_damaged()
            ):
                raise  # our own mistake, not the machine's
            raise self._damaged(fault) from fault
        except OSError as fault:
            raise StorageFault(
                f"The library in {place} cannot be opened ({fault.strerror}); mend the permissions."
            ) from fault

    def _damaged(self, fault: sqlite3.Error | str) -> CatalogDamaged:
        # SQLite quotes what it finds, which in a damaged file may be anything.
        words = "".join(c if c.isascii() and c.isprintable() else "?" for c in str(fault))[:_MOST_WORDS]
        _log.warning("catalog: %s", words)
        return CatalogDamaged(
            f"The catalog in {self.file.parent} is damaged ({words}); run photoclip repair: "
            "your photos are untouched."
        )

    def _is_damaged(self) -> bool:
        """Whether an error that would be our own mistake comes from a damaged file after all."""
        if not hasattr(self, "_sqlite"):
            return True  # it could not even be opened
        try:
            if soundness.schema(self._sqlite) != soundness.fresh_schema(migrations.LATEST):
                return True
            return str(self._sqlite.execute("PRAGMA integrity_check(1)").fetchone()[0]) != "ok"
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            return True
