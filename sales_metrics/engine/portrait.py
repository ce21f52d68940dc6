"""The portrait of the ideal client as an engine holds it, and which of its words no client answers to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import ibis.expr.types as ir
import pyarrow as pa

from ..model.portrait import SEPARATOR, Feature, features_of
from ..model.tables import Kind
from .derived import Fetch


def portrait_in(
    relations: Mapping[str, ir.Table], present: Mapping[str, frozenset[str]], fetch: Fetch
) -> tuple[Feature, ...]:
    """Return every feature of the company's portrait of its ideal client, also those that cannot be used."""
    if not present.get("client_portrait"):
        return ()
    rows = fetch(relations["client_portrait"])
    rows = rows[rows["feature"].notna() | rows["looks_at"].notna()].astype(object)
    plain = rows.where(rows.notna(), None).to_dict("records")
    return features_of({str(name): value for name, value in row.items()} for row in plain)


def portrait_table(features: Sequence[Feature]) -> pa.Table:
    """Return the usable features as a table: what is listed stands between separators, so that it can be sought."""
    used = [one for one in features if one.problem is None]
    listed = [f"{SEPARATOR}{SEPARATOR.join(one.values)}{SEPARATOR}" if one.values else None for one in used]
    return pa.table(
        {
            "place": pa.array(range(len(used)), pa.int64()),
            "feature": pa.array([one.name for one in used], pa.string()),
            "looks_at": pa.array([one.looks_at for one in used], pa.string()),
            "excludes": pa.array([int(one.excludes) for one in used], pa.int64()),
            "listed": pa.array(listed, pa.string()),
            "at_least": pa.array([one.low for one in used], pa.float64()),
            "at_most": pa.array([one.high for one in used], pa.float64()),
        }
    )


def unseen_in(relations: Mapping[str, ir.Table], fetch: Fetch, features: Sequence[Feature]) -> dict[str, list[str]]:
    """Return by the name of each feature the values it lists that no client has: a misspelling, or none yet."""
    found: dict[str, list[str]] = {}
    known: dict[str, set[str]] = {}
    for one in features:
        if one.problem is not None or one.column.kind not in (Kind.LABEL, Kind.NAME):
            continue
        if one.looks_at not in known:
            said = fetch(relations["clients"].select(said=one.looks_at).distinct())["said"].dropna()
            words = {str(word).strip().lower().replace(SEPARATOR, ",") for word in said}
            known[one.looks_at] = words | {word.split("/")[0].strip() for word in words if one.looks_at == "region"}
        pairs = zip(one.values, one.written, strict=True)
        missing = [written for value, written in pairs if value not in known[one.looks_at]]
        if missing:
            found.setdefault(one.name, []).extend(missing)
    return found
