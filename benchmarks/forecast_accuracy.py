"""How well the shipped time-series method forecasts: held-back months of any collection of monthly series.

    python -m benchmarks.forecast_accuracy SERIES.csv --horizon 18 [--out FORECAST.csv] [--most 600]

SERIES.csv has the columns series_id, period, value in long form, one row a month, in any order; periods are
plain numbers or text that sorts (2026-03). The last `--horizon` months of each series are held back, the method
sees the rest, and is scored against the seasonal naive on the same months. Series that leave fewer than a year are
passed over and counted.
"""

from __future__ import annotations

import argparse
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, Final

import numpy as np
import pandas as pd

from sales_metrics.statistics.accuracy import mase, smape
from sales_metrics.statistics.series import forecasts

PEER: Final = "seasonal_naive"
OURS: Final = "combined"
LEAST: Final = 12


def main() -> None:
    """Score every series on all cores and print the means and the ratio to the peer."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("series", type=Path)
    parser.add_argument("--horizon", type=int, default=18)
    parser.add_argument("--out", type=Path, help="write the forecasts: series_id, h, value")
    parser.add_argument("--most", type=int, default=0, help="only the first so many series")
    given = parser.parse_args()
    series = read(given.series)
    chosen = dict(list(series.items())[: given.most or None])
    long_enough = {name: values for name, values in chosen.items() if len(values) >= given.horizon + LEAST}
    if not long_enough:
        parser.error(f"no series of {given.series} has {given.horizon + LEAST} months")
    start = time.perf_counter()
    with ProcessPoolExecutor() as pool:
        answers = list(pool.map(held_back, long_enough.values(), [given.horizon] * len(long_enough), chunksize=16))
    seconds = time.perf_counter() - start
    if given.out:
        rows = [
            (name, at + 1, value)
            for name, (said, _) in zip(long_enough, answers, strict=True)
            for at, value in enumerate(said)
        ]
        pd.DataFrame(rows, columns=["series_id", "h", "value"]).to_csv(given.out, index=False)
    scores = pd.DataFrame([score for _, score in answers])
    print(f"{len(long_enough)} series, {len(chosen) - len(long_enough)} too short, {seconds:.1f} s")
    for measure in ("smape", "mase"):
        means = {name: scores[f"{name}_{measure}"].mean() for name in names(scores)}
        ratio = means[OURS] / means[PEER]
        said = ", ".join(f"{name} {value:.4f}" for name, value in means.items())
        print(f"{measure}: {said}; {OURS} / {PEER} = {ratio:.3f}")


def read(path: Path) -> dict[str, np.ndarray[Any, Any]]:
    """Return the series of a file in long form by their ids, each in the order of its periods, gaps left out."""
    frame = pd.read_csv(path, dtype={"series_id": str, "period": str}).dropna(subset=["value"])
    numbered = pd.to_numeric(frame["period"], errors="coerce")
    frame = frame.assign(period=numbered if numbered.notna().all() else frame["period"])
    frame = frame.sort_values(["series_id", "period"], kind="stable")
    return {str(name): group["value"].to_numpy("float64") for name, group in frame.groupby("series_id", sort=False)}


def held_back(values: np.ndarray[Any, Any], horizon: int) -> tuple[list[float], dict[str, float]]:
    """Return the shipped forecast of the held-back months, and the scores of every method on them."""
    past, truth = values[:-horizon], values[-horizon:]
    said = forecasts(past, horizon)
    scores = {}
    for name, voice in said.items():
        scores[f"{name}_smape"] = smape(truth, voice)
        scores[f"{name}_mase"] = mase(truth, voice, past)
    return [float(value) for value in said[OURS]], scores


def names(scores: pd.DataFrame) -> list[str]:
    """Return the methods that were scored, the peer first and ours last."""
    found = [column.removesuffix("_smape") for column in scores.columns if column.endswith("_smape")]
    return [PEER, *(name for name in found if name not in (PEER, OURS)), OURS]


if __name__ == "__main__":
    main()
