"""Notes of meetings that say the same, or nearly the same, as another one."""

from __future__ import annotations

from typing import Final

import ibis
import ibis.expr.types as ir
import pandas as pd

from ..statistics.alike import SHORTEST, near_twins
from .held import took_place
from .kept import kept

COMPARED: Final = {"manager": "string", "compared": "string", "twin": "int64"}


def compared(note: ir.StringValue) -> ir.StringValue:
    """Return a note as it is compared: lower case, whatever is neither letter nor figure as one blank."""
    plain: ir.StringValue = note.lower().re_replace(r"[^\p{L}\p{N}]+", " ").strip()
    return plain


def twinned(notes: pd.DataFrame) -> pd.DataFrame:
    """Return the notes of each manager with `twin`: 1 where another record says the same, or nearly, else 0.

    `notes` has a row per manager and note: manager, compared, own (records of the manager that say exactly this)
    and managers (how many write exactly this). What repeats exactly was counted by the engine; near twins are
    looked for among the notes of one manager.
    """
    alike = near_twins(notes["compared"].tolist(), notes["manager"].tolist())
    repeated = (notes["own"].to_numpy() > 1) | (notes["managers"].to_numpy() > 1)
    return pd.DataFrame(
        {"manager": notes["manager"], "compared": notes["compared"], "twin": (alike | repeated).astype("int64")}
    )


@kept(COMPARED, finish=twinned)
def note_twins(contacts: ir.Table) -> ir.Table:
    """One row per manager and distinct note of a meeting, long enough to be compared."""
    met = contacts.filter(took_place(contacts), contacts.kind == "meeting", contacts.manager.notnull())
    met = met.filter(met.note.length() >= SHORTEST)
    met = met.mutate(compared=compared(met.note))
    met = met.filter(met.compared.length() >= SHORTEST)
    own = met.group_by("manager", "compared").agg(own=ibis._.count())
    same = ibis.window(group_by="compared")
    return own.mutate(managers=own.manager.count().over(same))
