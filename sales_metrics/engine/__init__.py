"""Where the tables of a company stand while they are asked: DuckDB in the process, or Spark.

A metric never learns which. `Tables` holds one relation per table, each already narrowed to what a viewer may see;
the SQL of a metric names bare tables ("deals"), and at the moment of asking those names are bound to the relations
by a WITH clause in front. The text of a metric can therefore be compiled once and kept, whoever asks.
"""

from __future__ import annotations

from .history import History, history_of
from .protocol import Given
from .schema import COLUMN_TYPES, WrongTypeError, placeholder
from .tables import Tables, Workdays

__all__ = ["COLUMN_TYPES", "Given", "History", "Tables", "Workdays", "WrongTypeError", "history_of", "placeholder"]
