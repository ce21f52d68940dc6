"""The store against DuckDB's own MERGE of the same rows: `python -m benchmarks.store [--rows N] [--upload N]`.

A base of deals lies in both, or with `--table contacts` of contacts. Of deals the store follows the stage and the
expected closing day, and writes the history of what changed into the state as well; the peer does not. Each round
brings a file of which half the rows are new and half change rows spread over the whole base. Measured are the
acknowledgement (the upload is committed and durable, its rows are counted), the refresh of the state that readers
see, against folding it afresh from the parts, and an undo.
"""

from __future__ import annotations

import argparse
import hashlib
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import duckdb
import numpy as np
import pyarrow as pa

from sales_metrics.store import Store

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of contacts, as the intake hands it over."""

    rows: pa.Table
    table: str | None
    sheet: str = "Sheet1"
    rejected: int = 0
    ignored: Mapping[str, int] = field(default_factory=dict)
    derived: Mapping[str, pa.Table] = field(default_factory=dict)
    signature: str = ""

    @property
    def read(self) -> int:
        """How many rows the sheet has."""
        return int(self.rows.num_rows)


@dataclass(frozen=True, slots=True)
class File:
    """One file."""

    sheets: tuple[Sheet, ...]
    sha256: str
    file: str = "week.xlsx"
    size: int = 0


def contacts(numbers: np.ndarray[tuple[int], np.dtype[np.int64]], seed: int) -> pa.Table:
    """Return contacts with these numbers; what is said of them depends on the seed."""
    rng = np.random.default_rng(seed)
    count = len(numbers)

    def pick(stem: str, many: int) -> pa.Array:
        names = pa.array([f"{stem} {number}" for number in range(many)])
        return names.take(pa.array(rng.integers(0, many, count)))

    ids = pa.array([f"C-{number:09d}" for number in numbers])
    return pa.table(
        {
            "contact_id": ids,
            "client": pick("Client", 20_000),
            "manager": pick("Manager", 50),
            "held_at": pa.array(rng.integers(1_700_000_000, 1_760_000_000, count) * 1_000_000, pa.timestamp("us")),
            "kind": pick("kind", 4),
            "channel": pick("channel", 6),
            "result": pick("result", 5),
            "minutes": pa.array(np.round(rng.random(count) * 60)),
            "note": pick("agreed to call back about the offer no.", 5_000),
            "_key": ids,
            "_row": pa.array(np.arange(2, count + 2), pa.int32()),
        }
    )


def deals(numbers: np.ndarray[tuple[int], np.dtype[np.int64]], seed: int) -> pa.Table:
    """Return deals with these numbers; stage, amount and expected day depend on the seed, the rest does not."""
    rng = np.random.default_rng(seed)
    count = len(numbers)

    def named(stem: str, places: np.ndarray[tuple[int], np.dtype[np.int64]], many: int) -> pa.Array:
        return pa.array([f"{stem} {number}" for number in range(many)]).take(pa.array(places % many))

    ids = pa.array([f"D-{number:09d}" for number in numbers])
    created = (19_700 + numbers % 700).astype("int32")
    return pa.table(
        {
            "deal_id": ids,
            "client": named("Client", numbers * 7919, 20_000),
            "manager": named("Manager", numbers * 31, 50),
            "stage": named("Stage", rng.integers(0, 8, count), 8),
            "amount": pa.array(np.round(rng.random(count) * 100_000)),
            "created_on": pa.array(created).cast(pa.date32()),
            "expected_on": pa.array((created + rng.integers(1, 5, count) * 30).astype("int32")).cast(pa.date32()),
            "source": named("channel", numbers * 13, 6),
            "note": named("agreed to call back about the offer no.", rng.integers(0, 5_000, count), 5_000),
            "_key": ids,
            "_row": pa.array(np.arange(2, count + 2), pa.int32()),
        }
    )


ROWS = {"deals": deals, "contacts": contacts}


def file_of(table: str, rows: pa.Table, salt: object) -> File:
    """Return a file with one sheet."""
    return File((Sheet(rows, table),), hashlib.sha256(repr(salt).encode()).hexdigest())


def seconds(action: Callable[[], object]) -> tuple[float, float]:
    """Return how long `action` takes by the wall clock, and how much time of the processors."""
    start, busy = time.perf_counter(), time.process_time()
    action()
    return time.perf_counter() - start, time.process_time() - busy


def merge(connection: duckdb.DuckDBPyConnection, rows: pa.Table) -> None:
    """Merge the rows into the table `standing` by their key."""
    columns = rows.column_names
    connection.register("arriving", rows)
    connection.execute(
        "MERGE INTO standing AS t USING arriving AS a ON t._key = a._key "
        f"WHEN MATCHED THEN UPDATE SET {', '.join(f'{name} = a.{name}' for name in columns)} "
        f"WHEN NOT MATCHED THEN INSERT ({', '.join(columns)}) VALUES ({', '.join(f'a.{n}' for n in columns)})"
    )
    connection.unregister("arriving")


def main() -> None:
    """Print the medians of all rounds and their ratios."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--rows", type=int, default=1_000_000)
    options.add_argument("--upload", type=int, default=50_000)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--table", choices=ROWS, default="deals")
    given = options.parse_args()
    make = ROWS[given.table]
    base = make(np.arange(given.rows), 0)
    taken: dict[str, list[tuple[float, float]]] = {}
    with TemporaryDirectory() as folder:
        store = Store(Path(folder) / "store")
        first = seconds(lambda: store.add(file_of(given.table, base, "base"), who="bench", at=NOW))
        print(f"{given.rows:,} rows stored and folded in {first[0]:.2f} s (CPU {first[1]:.2f} s)")
        table = duckdb.connect(str(Path(folder) / "merge.duckdb"))
        table.register("base", base)
        table.execute("CREATE TABLE standing AS SELECT * FROM base")
        table.execute("CHECKPOINT")
        table.unregister("base")
        rng = np.random.default_rng(1)
        for number in range(given.rounds):
            half = given.upload // 2
            new = np.arange(half) + given.rows + number * half
            rows = make(np.concatenate([rng.choice(given.rows, half, replace=False), new]), number + 1)
            file = file_of(given.table, rows, number)
            for name, action in (
                ("merge", lambda rows=rows: merge(table, rows)),
                ("acknowledged", lambda file=file: store.add(file, who="bench", at=NOW, refresh=False)),
                ("refreshed", store.refresh),
                ("folded afresh", store.rebuild),
                ("undone", lambda number=number: store.undo(number + 2, who="bench", at=NOW)),
            ):
                taken.setdefault(name, []).append(seconds(action))
            store.redo(number + 2, who="bench", at=NOW)
        count = table.execute("SELECT count(*) FROM standing").fetchone()
        assert count is not None
        assert store.snapshot().rows[given.table] == count[0]
        inferred = {name: store.snapshot().rows[name] for name in ("stage_log", "slips")}
        print(", ".join(f"{count:,} rows of {name} inferred" for name, count in inferred.items()))
    wall = {name: median(time for time, _ in times) for name, times in taken.items()}
    busy = {name: median(time for _, time in times) for name, times in taken.items()}
    for name, times in taken.items():
        low, high = min(times)[0], max(times)[0]
        print(f"{name:14} {wall[name]:.4f} s ({low:.4f} to {high:.4f})   CPU {busy[name]:.4f} s")
    for name, other in (("acknowledged", "merge"), ("refreshed", "folded afresh")):
        print(f"{name} / {other}: {wall[name] / wall[other]:.2f}   CPU {busy[name] / busy[other]:.2f}")
    print(f"undone in {wall['undone'] * 1000:.1f} ms")


if __name__ == "__main__":
    main()
