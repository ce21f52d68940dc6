"""The same definitions on PySpark give the same numbers as on DuckDB."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pandas as pd
import pytest

from sales_metrics.access import Role, Viewer, visible
from sales_metrics.engine import Tables
from sales_metrics.metrics import METRICS, Filters, Metric
from sales_metrics.model.period import Period

from .department import department, staff

pytestmark = [
    pytest.mark.spark,
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java"),
    # PySpark 4.3 warns on import that pandas 3 is new to it; no pandas passes between it and us.
    pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning"),
    # Its own sockets to the JVM are closed by the interpreter at the end.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]

BY = {
    "calls_per_day": "team",
    "meetings_per_day": "week",
    "contracts_per_day": "manager",
    "planned": "manager",
    "contacts_per_day": "team",
    "control_figures_set": "measure",
}


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    pyspark = pytest.importorskip("pyspark.sql")
    builder = pyspark.SparkSession.builder.master("local[2]").appName("tests")
    for key, value in {
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": "2",
        "spark.default.parallelism": "2",
        # A few dozen rows are counted sooner than code for counting them is compiled.
        "spark.sql.codegen.wholeStage": "false",
        "spark.sql.codegen.factoryMode": "NO_CODEGEN",
        "spark.sql.adaptive.enabled": "false",
        "spark.sql.ansi.enabled": "true",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
    }.items():
        builder = builder.config(key, value)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("OFF")
    yield spark
    spark.stop()


@pytest.fixture(scope="module")
def pair(session: Any) -> tuple[Tables, Tables]:
    frames = department(4) | staff()
    return Tables.of_frames(frames), Tables.on_spark(session, frames)


@pytest.mark.parametrize("metric", METRICS.values(), ids=METRICS.keys())
def test_spark_finds_the_same(pair: tuple[Tables, Tables], metric: Metric) -> None:
    duck, spark = pair
    by = (BY.get(metric.key, "segment"),)
    filters = Filters(Period.month("2026-03"), {"manager": ("Ivanova", "Petrov", None)})
    _same(metric.measure(duck), metric.measure(spark))
    _same(metric.measure(duck, by, filters), metric.measure(spark, by, filters))


def test_the_viewer_and_the_rows_are_the_same(pair: tuple[Tables, Tables]) -> None:
    viewer = Viewer(Role.MANAGER, frozenset({"Ivanova"}))
    duck, spark = (visible(tables, viewer) for tables in pair)
    metric = METRICS["refusals"]
    _same(metric.measure(duck), metric.measure(spark))
    one, other = (metric.rows(tables, where={"reason": None}, part="k") for tables in (duck, spark))
    assert one["_key"].tolist() == other["_key"].tolist()


def _same(one: pd.DataFrame, other: pd.DataFrame) -> None:
    left, right = (frame.astype(object).where(frame.notna(), None) for frame in (one, other))
    pd.testing.assert_frame_equal(left, right, check_dtype=False)
