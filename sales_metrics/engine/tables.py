"""A set of tables on one engine, as one viewer sees them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Final
from uuid import uuid4

import ibis
import ibis.expr.types as ir
import pandas as pd
import pyarrow as pa

from ..model.portrait import Feature
from ..model.stage_sets import steps_on_record
from ..model.stages import StageAt
from ..model.tables import TABLES
from .clients import mark_of, renamed
from .completed import completed_deals
from .derived import last_day, rules_in, stage_table, stages_in, step_table, working_days, years_of
from .duck import Duck
from .portrait import portrait_in, portrait_table, unseen_in
from .protocol import Engine, Given, Held
from .schema import KEY, arrow_type, typed, types_of

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

EVERYTHING: Final = "everything"
"""The scope of tables that nobody has narrowed yet."""


@dataclass(frozen=True, slots=True)
class Workdays:
    """Whose working days count: a country of the `holidays` package, and the company's own days off."""

    country: str = "RU"
    days_off: frozenset[date] = frozenset()


class Tables:
    """All tables of the model on one engine, every model column typed; a table nobody brought is empty.

    `tables["deals"]` is an Ibis expression. `stages`, `stage_sets`, `calendar`, `calendar_ahead` (a year longer,
    for what is yet to come), `today` (the day on which the data ends), `rules` (every rule with what holds in
    this company) and `portrait` (the usable features of an ideal client) are there as well, derived on first use.
    `version` and `scope` are short texts that together name the content: whatever is cached must carry both.
    """

    def __init__(
        self,
        engine: Engine,
        present: Mapping[str, frozenset[str]],
        version: str,
        *,
        scope: str = EVERYTHING,
        relations: Mapping[str, ir.Table] | None = None,
        workdays: Workdays = Workdays(),
        names: Mapping[str, str] | None = None,
    ) -> None:
        self.engine = engine
        self.version = f"{version}+{mark_of(names)}" if names else version
        self.scope = scope
        self.workdays = workdays
        self._brought = present
        if relations is None:
            relations = {name: engine.physical(name) for name in TABLES}
            relations["deals"], added = completed_deals(relations, present, self.fetch)
            self._brought = {**present, "deals": present.get("deals", frozenset()) | added}
            relations = renamed(engine, relations, names or {})
        self._relations = dict(relations)
        self._derived: dict[str, ir.Table] = {}
        self._texts: dict[str, str] = {}
        self._made = {
            "stages": self._stages,
            "stage_sets": self._stage_sets,
            "calendar": self._calendar,
            "calendar_ahead": self._calendar_ahead,
            "today": self._today,
            "rules": self._rules,
            "portrait": self._portrait,
        }

    @classmethod
    def of_snapshot(
        cls, snapshot: Held, *, workdays: Workdays = Workdays(), names: Mapping[str, str] | None = None
    ) -> Tables:
        """Open a snapshot of the store, read-only; `names` gives spellings of clients their main spelling."""
        duck = Duck.of_file(snapshot.path)
        return cls(duck, snapshot.present, snapshot.version, workdays=workdays, names=names)

    @classmethod
    def of_frames(
        cls,
        frames: Mapping[str, pd.DataFrame],
        *,
        workdays: Workdays = Workdays(),
    ) -> Tables:
        """Copy pandas frames, any of the model's tables with any of its columns; the frames are not touched.

        Raises `KeyError` for a table or column that the model does not know, `WrongType` for a column that
        cannot be read as what the model says.
        """
        return cls(Duck.of_arrow(_typed(frames)), _columns(frames), _new_version(), workdays=workdays)

    @classmethod
    def on_spark(
        cls,
        session: SparkSession,
        frames: Mapping[str, pd.DataFrame],
        *,
        workdays: Workdays = Workdays(),
    ) -> Tables:
        """Put the same frames on a Spark session as temporary views."""
        from .spark import Spark

        return cls(Spark(session, _typed(frames)), _columns(frames), _new_version(), workdays=workdays)

    def __getitem__(self, table: str) -> ir.Table:
        if table in self._made and table not in self._derived:
            self._derived[table] = self._made[table]()
        return self._derived[table] if table in self._derived else self._relations[table]

    def stored(self, table: str) -> ir.Table:
        """Return a table as files brought it: of `stages` and `rules` the company's own, not the derived one."""
        return self._relations[table]

    def present(self, table: str) -> frozenset[str]:
        """Return the columns that some file really brought, or that follow from such columns."""
        return self._brought.get(table, frozenset())

    def narrowed(self, scope: str, relations: Mapping[str, ir.Table]) -> Tables:
        """Return the same tables with other relations, under a scope of their own."""
        name = scope if self.scope == EVERYTHING else f"{self.scope}/{scope}"
        return Tables(
            self.engine, self._brought, self.version, scope=name, relations=relations, workdays=self.workdays
        )

    def ask(
        self, sql: str, names: Iterable[str], given: Mapping[str, Given] | None = None, *, many: bool = False
    ) -> pd.DataFrame:
        """Run a compiled query on these tables; `many` where the answer may have very many rows.

        `names` are the bare table names that the query uses, `given` the one-column tables of values. Both are
        bound in front of it, which is why one text serves every viewer and every filter of one shape.
        """
        asked = given or {}
        clauses = [self.engine.bound(name, self._text(name)) for name in names]
        clauses += [self.engine.bound(name, self.engine.listed(name, one.kind)) for name, one in asked.items()]
        bound = f"WITH {', '.join(clauses)} " if clauses else ""
        text = f"{bound}SELECT * FROM ({sql}) AS answer"  # noqa: S608  compiled by Ibis; values are bound
        return self.engine.query(text, {name: one.values for name, one in asked.items()}, many=many)

    def has_kept(self, name: str) -> bool:
        """Whether a table of this name was kept for this very viewer."""
        return name in self._derived

    def keep(self, name: str, sql: str, names: Iterable[str], types: Mapping[str, str]) -> None:
        """Work a compiled query out and keep its answer; later queries may name it like any other table."""
        text = self._bound(sql, names)
        self._derived[name] = self.engine.keep_query(f"{name}_{_mark(text)}", text, types)

    def keep_finished(
        self,
        name: str,
        sql: str,
        names: Iterable[str],
        types: Mapping[str, str],
        finish: Callable[[pd.DataFrame], pd.DataFrame],
    ) -> None:
        """Keep what `finish` makes of the answer of a compiled query: for what no database can work out."""
        text = self._bound(sql, names)
        made = finish(self.engine.query(text, {}, many=True))
        table = pa.table({column: pa.array(made[column], arrow_type(kind)) for column, kind in types.items()})
        self._derived[name] = self.engine.keep(f"{name}_{_mark(text)}", table, types)

    def _bound(self, sql: str, names: Iterable[str]) -> str:
        clauses = ", ".join(self.engine.bound(one, self._text(one)) for one in names)
        return f"WITH {clauses} SELECT * FROM ({sql}) AS answer"  # noqa: S608  compiled by Ibis

    def fetch(self, expression: ir.Table) -> pd.DataFrame:
        """Run an expression over relations of these tables and return its rows."""
        return self.engine.query(str(ibis.to_sql(expression, dialect=self.engine.dialect)), {}, many=True)

    def _text(self, name: str) -> str:
        relation = self[name]
        if name not in self._texts:
            self._texts[name] = str(ibis.to_sql(relation, dialect=self.engine.dialect))
        return self._texts[name]

    def day(self) -> date | None:
        """Return the last day on which something happened in these tables; `None` when they hold no date at all."""
        return last_day(self._relations, self._brought, self.fetch)

    def rules(self) -> dict[str, float]:
        """Return every rule of the product with what holds in this company."""
        return rules_in(self._relations, self._brought, self.fetch)

    def portrait(self) -> tuple[Feature, ...]:
        """Return every feature of the company's portrait of its ideal client, also those that cannot be used."""
        return portrait_in(self._relations, self._brought, self.fetch)

    def unseen(self, features: Sequence[Feature]) -> dict[str, list[str]]:
        """Return by the name of each feature the values that no client has."""
        return unseen_in(self._relations, self.fetch, features)

    def stages(self) -> list[StageAt]:
        """Return the stages of the company: its own list, or else what deals and their log name."""
        return stages_in(self._relations, self._brought, self.fetch)

    def _today(self) -> ir.Table:
        last = self.day()
        table = pa.table({"day": pa.array([last], pa.date32())})
        return self.engine.keep(f"today_{str(last).replace('-', '')}", table, types_of("today"))

    def _rules(self) -> ir.Table:
        found = self.rules()
        mark = sha256(repr(sorted(found.items())).encode()).hexdigest()[:16]
        table = pa.table({"rule": pa.array(found, pa.string()), "setting": pa.array(found.values(), pa.float64())})
        types = {name: kind for name, kind in types_of("rules").items() if name != KEY}
        return self.engine.keep(f"rules_{mark}", table, types)

    def _portrait(self) -> ir.Table:
        found = self.portrait()
        mark = sha256(repr(found).encode()).hexdigest()[:16]
        return self.engine.keep(f"portrait_{mark}", portrait_table(found), types_of("portrait"))

    def _stages(self) -> ir.Table:
        found = self.stages()
        mark = sha256(repr(found).encode()).hexdigest()[:16]
        types = {name: kind for name, kind in types_of("stages").items() if name != KEY}
        return self.engine.keep(f"stages_{mark}", stage_table(found), types)

    def _stage_sets(self) -> ir.Table:
        found = steps_on_record(self.stages())
        mark = sha256(repr(found).encode()).hexdigest()[:16]
        return self.engine.keep(f"stage_sets_{mark}", step_table(found), types_of("stage_sets"))

    def _calendar(self) -> ir.Table:
        return self._working_days("calendar", 0)

    def _calendar_ahead(self) -> ir.Table:
        return self._working_days("calendar_ahead", 1)

    def _working_days(self, name: str, ahead: int) -> ir.Table:
        first, last = years_of(self._relations, self.fetch)
        years = (first, last + ahead) if first <= last else (first, last)
        days = working_days(self.workdays.country, *years, self.workdays.days_off)
        mark = sha256(repr((self.workdays.country, years, sorted(self.workdays.days_off))).encode()).hexdigest()[
            :16
        ]
        table = pa.table({"day": pa.array(days, pa.date32())})
        return self.engine.keep(f"{name}_{mark}", table, types_of(name))


def _mark(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:16]


def _typed(frames: Mapping[str, pd.DataFrame]) -> dict[str, pa.Table]:
    unknown = sorted(set(frames) - set(TABLES))
    if unknown:
        raise KeyError(f"no such table: {', '.join(unknown)}")
    return {name: typed(table, frames.get(name, pd.DataFrame())) for name, table in TABLES.items()}


def _columns(frames: Mapping[str, pd.DataFrame]) -> dict[str, frozenset[str]]:
    return {
        name: frozenset(str(column) for column in frame.columns if not str(column).startswith("_"))
        for name, frame in frames.items()
    }


def _new_version() -> str:
    return f"frames-{uuid4().hex}"
