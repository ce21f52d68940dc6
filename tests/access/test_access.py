"""What a manager sees, and above all what a manager does not."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sales_metrics.access import Role, Viewer, visible
from sales_metrics.engine import Tables
from sales_metrics.metrics import METRICS, Metric
from sales_metrics.model.tables import TABLES, Owner

from ..metrics.department import Frames, department, staff

IVANOVA = Viewer(Role.MANAGER, frozenset({"Ivanova"}))
DIRECTOR = Viewer(Role.DIRECTOR)
OTHERS = ("Petrov", "Georgiev", "Orlov", None)

ROWS = {
    "clients": pd.DataFrame(
        {
            "client": ["Alfa", "Beta", "Gamma", "Delta"],
            "manager": ["Ivanova", "Petrov", "Petrov", None],
            "service_manager": [None, "Ivanova", None, None],
        }
    ),
    "deals": pd.DataFrame({"deal_id": ["1", "2", "3"], "manager": ["Ivanova", "Petrov", None]}),
    "orders": pd.DataFrame({"order_id": ["1", "2"], "manager": ["Ivanova", "Petrov"]}),
    "stage_log": pd.DataFrame({"deal_id": ["1", "2", "3", None], "stage": ["a", "b", "c", "d"]}),
    "order_lines": pd.DataFrame({"order_id": ["1", "2", None], "product": ["x", "y", "z"]}),
    "tenders": pd.DataFrame({"client": ["Alfa", "Beta", "Gamma", None]}),
    "managers": pd.DataFrame({"manager": ["Ivanova", "Petrov"]}),
    "federal_list": pd.DataFrame({"client": ["Alfa"]}),
}
SEEN = {
    "clients": ["Alfa", "Beta"],
    "deals": ["1"],
    "orders": ["1"],
    "stage_log": ["1"],
    "order_lines": ["1"],
    "tenders": ["Alfa", "Beta"],
    "managers": ["Ivanova", "Petrov"],
    "federal_list": [],
}


def first_column(tables: Tables, name: str) -> list[object]:
    frame = tables.fetch(tables[name])
    return sorted(frame[next(iter(ROWS[name].columns))].dropna())


def test_a_manager_sees_the_own_rows_and_what_hangs_on_them() -> None:
    seen = visible(Tables.of_frames(ROWS), IVANOVA)
    assert {name: first_column(seen, name) for name in ROWS} == SEEN


def test_a_director_sees_every_row() -> None:
    tables = Tables.of_frames(ROWS)
    seen = visible(tables, DIRECTOR)
    for name in ROWS:
        assert len(seen.fetch(seen[name])) == len(ROWS[name])


def test_every_table_of_the_model_is_refused_to_an_unknown_role_and_to_nobody() -> None:
    everything = Tables.of_frames({name: pd.DataFrame({"_key": ["1"]}) for name in TABLES})
    for viewer in (Viewer("owner"), Viewer(None)):  # type: ignore[arg-type]
        seen = visible(everything, viewer)
        assert all(seen.fetch(seen.stored(name)).empty for name in TABLES)
    seen = visible(everything, Viewer(Role.MANAGER))
    for name, table in TABLES.items():
        assert seen.fetch(seen.stored(name)).empty is (table.owner is not Owner.SHARED), name


def test_a_table_whose_owner_is_not_understood_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    tables = Tables.of_frames(ROWS)
    changed = dict(TABLES)
    object.__setattr__(changed["managers"], "owner", "somebody")
    try:
        seen = visible(tables, IVANOVA)
        assert seen.fetch(seen["managers"]).empty
    finally:
        object.__setattr__(changed["managers"], "owner", Owner.SHARED)


def test_a_head_sees_several_managers_and_looking_twice_never_widens() -> None:
    tables = Tables.of_frames(ROWS)
    both = Viewer(Role.MANAGER, frozenset({"Ivanova", "Petrov"}))
    assert first_column(visible(tables, both), "deals") == ["1", "2"]
    narrowed = visible(visible(tables, IVANOVA), DIRECTOR)
    assert first_column(narrowed, "deals") == ["1"]


def test_scopes_tell_viewers_apart_and_name_nobody() -> None:
    viewers = [
        DIRECTOR,
        IVANOVA,
        Viewer(Role.MANAGER, frozenset({"Petrov"})),
        Viewer(Role.MANAGER, frozenset({"Ivanova", "Petrov"})),
        Viewer(Role.MANAGER),
    ]
    tables = Tables.of_frames(ROWS)
    scopes = {visible(tables, viewer).scope for viewer in viewers} | {tables.scope}
    assert len(scopes) == len(viewers) + 1
    assert not any("Ivanova" in scope or "Petrov" in scope for scope in scopes)
    assert visible(tables, IVANOVA).scope == visible(tables, Viewer(Role.MANAGER, frozenset({"Ivanova"}))).scope


def test_a_name_that_is_part_of_another_is_not_the_same_person() -> None:
    deals = pd.DataFrame({"deal_id": ["1", "2"], "manager": ["Ivanova A.", "ivanova"]})
    seen = visible(Tables.of_frames({"deals": deals}), IVANOVA)
    assert seen.fetch(seen["deals"]).empty


def both(own: Frames, others: Frames) -> Frames:
    """Put two departments into one."""
    found = {name: pd.concat([own[name], others[name]], ignore_index=True) for name in own} | staff()
    # A company has one portrait of its ideal client, which everybody may see.
    return found | {"client_portrait": own["client_portrait"]}


def everything_seen(tables: Tables, metric: Metric, by: tuple[str, ...]) -> tuple[pd.DataFrame, ...]:
    """Return the answers and the rows behind every part of them."""
    drilled = [metric.rows(tables, part=part).drop(columns="_key") for part in (*metric.kind.shown, *metric.also)]
    return (metric.measure(tables), metric.measure(tables, by), *drilled)


def own_and_others(seed: int) -> tuple[Frames, Frames]:
    own, others = department(1, ("Ivanova",), "own"), department(seed, OTHERS, "other")
    for frames in (own, others):
        frames["clients"]["service_manager"] = None
    # Clients of both carry the same names; what hangs on the client alone has to hang on clients of the others.
    for name, table in TABLES.items():
        if table.owner is Owner.CLIENT and name in others:
            others[name]["client"] = "other " + others[name]["client"]
    # Numbers of clients count each name once: one that only the others list shows that their rows are reached.
    theirs = others["clients"].iloc[[0]].assign(client="Delta", manager="Petrov")
    others["clients"] = pd.concat([others["clients"], theirs], ignore_index=True)
    return own, others


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(2, 10_000), st.sampled_from(sorted(METRICS)), st.data())
def test_nothing_that_a_manager_sees_depends_on_the_rows_of_others(
    seed: int, key: str, data: st.DataObject
) -> None:
    metric = METRICS[key]
    by = (data.draw(st.sampled_from([name for name in metric.breakdowns if name not in metric.along])),)
    own, others = own_and_others(seed)
    alone = visible(Tables.of_frames(own | staff()), IVANOVA)
    among = visible(Tables.of_frames(both(own, others)), IVANOVA)
    for one, other in zip(everything_seen(alone, metric, by), everything_seen(among, metric, by), strict=True):
        pd.testing.assert_frame_equal(_in_order(one), _in_order(other), check_dtype=False)


def _in_order(frame: pd.DataFrame) -> pd.DataFrame:
    plain = frame.astype(object).where(frame.notna(), None)
    return plain.sort_values(list(plain.columns), key=lambda column: column.astype(str), ignore_index=True)


@pytest.fixture(scope="module")
def mixed() -> list[Tables]:
    """One department among strangers, a few times: in one of them a number may have no case of theirs."""
    return [Tables.of_frames(both(*own_and_others(seed))) for seed in (17, 7, 27, 15)]


@pytest.mark.parametrize("key", sorted(METRICS))
def test_the_director_does_see_the_difference(key: str, mixed: list[Tables]) -> None:
    shown = [among for among in mixed if _of_strangers(METRICS[key].rows(visible(among, DIRECTOR)))]
    assert shown, "a number that no stranger's row ever reaches proves nothing"
    among = shown[0]
    assert not _of_strangers(METRICS[key].rows(visible(among, IVANOVA)))


def _of_strangers(rows: pd.DataFrame) -> set[str]:
    """Return what in the rows tells of others: their names, and the numbers of their orders and deals."""
    values = {str(value) for column in rows.columns for value in rows[column]}
    return {
        value
        for value in values
        if value in {"Petrov", "Georgiev", "Orlov"} or re.match("other[a-z]?[0-9 ]", value)
    }


def test_dictionary_of_owners_is_complete() -> None:
    understood: Mapping[Owner, str] = {
        Owner.MANAGER: "manager",
        Owner.CLIENT: "client",
        Owner.DEAL: "deal_id",
        Owner.ORDER: "order_id",
    }
    for name, table in TABLES.items():
        column = understood.get(table.owner)
        assert column is None or column in table.column_keys, name
