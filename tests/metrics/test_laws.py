"""What holds for every number of the product, whatever it measures."""

from __future__ import annotations

from collections import Counter

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sales_metrics.engine import Tables
from sales_metrics.metrics import METRICS, Example, Filters, MeanPer, Metric, Share
from sales_metrics.model.text import LANGUAGES

from .by_hand import BY_HAND
from .by_hand_rows import Parts
from .department import department, staff

EACH = pytest.mark.parametrize("metric", METRICS.values(), ids=METRICS.keys())
MADE_UP = Tables.of_frames(department(1) | staff())
SPLITS = [
    (metric, name)
    for metric in METRICS.values()
    for name in metric.breakdowns_in(MADE_UP)
    if name not in metric.along and not name.endswith("_id")
]
EACH_SPLIT = pytest.mark.parametrize(("metric", "name"), SPLITS, ids=[f"{one.key}-{name}" for one, name in SPLITS])


def _opened() -> list[tuple[Metric, str]]:
    """Return the splits whose rows are opened: by manager and month, and by the two least opened so far.

    To open the rows of every split of every metric takes minutes and finds nothing more, since a dimension is
    attached to facts by one piece of code.
    """
    found: list[tuple[Metric, str]] = []
    times: Counter[str] = Counter()
    for metric in METRICS.values():
        names = [name for one, name in SPLITS if one is metric]
        rare = sorted((name for name in names if name not in ("manager", "month")), key=lambda name: times[name])
        chosen = [name for name in ("manager", "month", *rare[:2]) if name in names]
        times.update(chosen)
        found += [(metric, name) for name in chosen]
    return found


OPENED = _opened()
EACH_OPENED = pytest.mark.parametrize(("metric", "name"), OPENED, ids=[f"{one.key}-{name}" for one, name in OPENED])


def parts_of(metric: Metric, answer: pd.DataFrame) -> Parts:
    """Return the parts of an answer in the form of the second computation."""
    columns = [*metric.kind.shown, *metric.also]
    values = [tuple(float(value) for value in row) for row in answer[columns].itertuples(index=False)]
    if not metric.along:
        return values[0]
    (along,) = metric.along
    names = [None if pd.isna(name) else str(name) for name in answer[along]]
    return dict(zip(names, values, strict=True))


def value_of(answer: pd.DataFrame, example: Example) -> object:
    """Return the value, or the values by category, of an answer."""
    if not isinstance(example.answer, dict):
        return answer["value"].tolist()[0]
    names = [None if pd.isna(name) else name for name in answer.iloc[:, 0]]
    return dict(zip(names, answer["value"], strict=True))


def flat(parts: Parts) -> dict[object, float]:
    """Return parts in one level, which `pytest.approx` can compare."""
    if not isinstance(parts, dict):
        return dict(enumerate(parts))
    return {(name, place): part for name, many in parts.items() for place, part in enumerate(many)}


def test_the_catalogue_and_the_second_computation_name_the_same_metrics() -> None:
    assert METRICS.keys() == BY_HAND.keys()


@EACH
def test_the_example_comes_out(metric: Metric) -> None:
    answer = metric(metric.example.frames(), period=metric.example.period)
    assert value_of(answer, metric.example) == pytest.approx(metric.example.answer)
    assert flat(parts_of(metric, answer)) == pytest.approx(flat(BY_HAND[metric.key](metric.example.frames())))


@EACH
@pytest.mark.parametrize("seed", range(2))
def test_plain_pandas_finds_the_same(metric: Metric, seed: int) -> None:
    frames = department(seed)
    assert flat(parts_of(metric, metric(frames))) == pytest.approx(flat(BY_HAND[metric.key](frames)))


@EACH
def test_the_given_frames_are_not_touched(metric: Metric) -> None:
    frames = department(2)
    before = {name: frame.copy(deep=True) for name, frame in frames.items()}
    metric(frames)
    for name, frame in frames.items():
        pd.testing.assert_frame_equal(frame, before[name])


@EACH
def test_nothing_in_is_nothing_or_undefined_out(metric: Metric) -> None:
    for nothing in ({}, {name: frame.iloc[:0] for name, frame in department(0).items()}):
        tables = Tables.of_frames(nothing)
        answer = metric.measure(tables)
        assert answer[[*metric.kind.shown, *metric.also]].to_numpy().sum() == 0
        assert len(answer) == (0 if metric.along else 1)
        assert answer["value"].isna().all() or (answer["value"] == 0).all()
        assert metric.measure(tables, ("month",)).empty
        assert metric.rows(tables).empty


@EACH
def test_the_order_of_rows_does_not_matter(metric: Metric) -> None:
    frames = department(3)
    shuffled = {name: frame.sample(frac=1, random_state=5, ignore_index=True) for name, frame in frames.items()}
    by = ("manager",)
    pd.testing.assert_frame_equal(metric(frames, by), metric(shuffled, by))


@EACH_SPLIT
def test_slices_add_up_to_the_total(tables: Tables, metric: Metric, name: str) -> None:
    total, slices = metric.measure(tables), metric.measure(tables, (name,))
    whole = [part for part in (*metric.kind.shown, *metric.also) if not _overlaps(metric, part)]
    if isinstance(metric.kind, Share):
        slices = slices.assign(n=slices["k"])
        total = total.assign(n=total["k"])
    if metric.along:
        (along,) = metric.along
        summed = slices.groupby(along, dropna=False, as_index=False)[whole].sum()
        pd.testing.assert_frame_equal(
            summed.sort_values(along, ignore_index=True),
            total[[along, *whole]].sort_values(along, ignore_index=True),
        )
    else:
        assert slices[whole].sum().to_dict() == pytest.approx(total[whole].iloc[0].to_dict())


def _overlaps(metric: Metric, part: str) -> bool:
    return isinstance(metric.kind, MeanPer) and part in ("n", "squares")


def test_every_dimension_is_opened_by_some_metric() -> None:
    assert {name for _, name in OPENED} == {name for _, name in SPLITS}


@EACH_OPENED
def test_the_rows_behind_a_number_reproduce_it(tables: Tables, metric: Metric, name: str) -> None:
    answer = metric.measure(tables, (name,))
    some = pd.concat([answer.head(1), answer.tail(2)]) if len(answer) > 3 else answer
    for record in some.to_dict("records"):
        where = {key: _plain(record[key]) for key in (name, *metric.along)}
        for part in (*metric.kind.shown, *(metric.also if name == "manager" else ())):
            found = metric.rows(tables, where=where, part=part)
            assert metric.kind.recounted(found, part) == pytest.approx(record[part]), (where, part)


def _plain(value: object) -> str | None:
    if pd.isna(value):  # type: ignore[call-overload]
        return None
    return value.date().isoformat() if isinstance(value, pd.Timestamp) else str(value)


@EACH
def test_the_rows_of_the_total_stand_under_the_same_filters(tables: Tables, metric: Metric) -> None:
    filters = Filters(where={"manager": ("Ivanova", None)})
    answer = metric.measure(tables, filters=filters)
    assert metric.measure(tables)["n"].sum() >= answer["n"].sum()
    for part in metric.kind.shown:
        expected = answer[part].sum() if part not in metric.kind.whole else answer[part].max()
        assert metric.kind.recounted(metric.rows(tables, filters, part=part), part) == pytest.approx(expected)


@EACH
def test_every_declared_column_is_reported_when_it_is_missing(metric: Metric) -> None:
    complete = {name: pd.DataFrame(columns=list(columns), dtype=object) for name, columns in metric.needs.items()}
    assert metric.missing(Tables.of_frames(complete)) == ()
    for table, columns in metric.needs.items():
        for column in columns:
            without = complete | {table: complete[table].drop(columns=column)}
            unfilled = () if column == "outcome" and "stage" in without[table].columns else ((table, column),)
            assert metric.missing(Tables.of_frames(without)) == unfilled


@EACH
def test_a_metric_is_described_in_three_languages(metric: Metric) -> None:
    for language in LANGUAGES:
        assert len(metric.name.in_(language)) < 60
        assert metric.definition.in_(language).endswith(".")
    assert len(set(metric.name.all())) == 3
    assert metric.source


@EACH
def test_a_metric_is_dated_by_a_column_that_it_needs(metric: Metric) -> None:
    assert metric.dated_by in metric.needs[metric.counted[0]] or metric.dated_as


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(10, 10_000), st.sampled_from(sorted(METRICS)))
def test_any_department_is_measured_as_by_hand(seed: int, key: str) -> None:
    frames = department(seed) | staff()
    found = parts_of(METRICS[key], METRICS[key](frames))
    assert flat(found) == pytest.approx(flat(BY_HAND[key](frames)))
