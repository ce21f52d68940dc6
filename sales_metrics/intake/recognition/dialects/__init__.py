"""What is known of the exports of single systems: descriptions that are data, one file for each."""

from .dialect import DIALECTS, Dialect, dialect_of, system_of

__all__ = ["DIALECTS", "Dialect", "dialect_of", "system_of"]
