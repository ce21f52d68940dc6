"""A Spark of this machine alone, for `--engine spark`."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

from .output import StoppedError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


def local_session() -> SparkSession:
    """Start Spark in this process, quietly and without its web page.

    Raises `StoppedError` when PySpark or Java is missing, saying how to get it.
    """
    if shutil.which("java") is None and not os.environ.get("JAVA_HOME"):
        raise StoppedError("Spark needs Java 17 or later: on Debian, apt-get install default-jre-headless.")
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        raise StoppedError("Spark is not installed: python -m pip install pyspark==4.3.0.") from None
    builder = SparkSession.builder.master("local[2]").appName("sales_metrics")
    for key, value in {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.shuffle.partitions": "4",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.log.level": "OFF",
    }.items():
        builder = builder.config(key, value)
    session: SparkSession = builder.getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    return session
