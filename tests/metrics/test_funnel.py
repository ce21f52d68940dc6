"""How far a deal is said to have got, case by case."""

from __future__ import annotations

import pandas as pd
import pytest

from sales_metrics.metrics import METRICS

REACHED, ONWARD = METRICS["stage_reached"], METRICS["step_conversion"]
STAGES = ["Contact", "Meeting", "Proposal", "Won", "Lost"]


def steps_of(
    stage: str | None, outcome: str | None, lost_stage: str | None = None, log: tuple[str, ...] = ()
) -> int:
    """Return how many steps one deal reached among Contact, Meeting, Proposal and Won."""
    deals = pd.DataFrame(
        {
            "deal_id": ["1", *STAGES],
            "stage": [stage, *STAGES],
            "outcome": [outcome, *["parked"] * 5],
            "lost_stage": [lost_stage, *[None] * 5],
            "manager": ["looked at", *[None] * 5],
        }
    )
    entries = pd.DataFrame(
        {"deal_id": ["1"] * len(log), "stage": list(log), "entered_at": ["2026-03-01"] * len(log)}
    )
    found = REACHED({"deals": deals, "stage_log": entries}, where={"manager": ("looked at",)})
    assert found["stage"].tolist() == STAGES[: len(found)]
    assert (found["n"] == 1).all()
    return len(found)


@pytest.mark.parametrize(
    ("deal", "steps"),
    [
        ({"stage": "Proposal", "outcome": "open"}, 3),
        ({"stage": "Contact", "outcome": "open", "log": ("Contact", "Proposal")}, 3),
        ({"stage": None, "outcome": "open", "log": ("Contact", "Meeting")}, 2),
        ({"stage": None, "outcome": "open"}, 1),
        ({"stage": "Meeting", "outcome": "parked"}, 2),
        ({"stage": "Meeting", "outcome": None}, 2),
        ({"stage": "Contact", "outcome": "won"}, 4),
        ({"stage": "Lost", "outcome": "lost", "lost_stage": "Meeting", "log": ("Proposal",)}, 2),
        ({"stage": "Lost", "outcome": "lost", "log": ("Contact", "Proposal", "Lost")}, 3),
        ({"stage": "Meeting", "outcome": "lost"}, 2),
        ({"stage": "Lost", "outcome": "lost"}, 1),
    ],
)
def test_how_far_a_deal_got(deal: dict[str, str], steps: int) -> None:
    assert steps_of(**deal) == steps  # type: ignore[arg-type]


def test_a_deal_of_which_only_the_creation_is_known_is_marked() -> None:
    deals = pd.DataFrame({"deal_id": ["1", "2"], "stage": ["Lost", "Meeting"], "outcome": ["lost", "open"]})
    assert REACHED({"deals": deals})["assumed"].tolist() == [1]


def test_without_stages_there_are_created_and_won_and_nothing_is_assumed() -> None:
    deals = pd.DataFrame({"deal_id": list("1234"), "outcome": ["won", "open", "lost", None]})
    found = REACHED({"deals": deals})
    assert found[["stage", "n", "assumed"]].to_numpy().tolist() == [["_created", 4, 0], ["_won", 1, 0]]
    onward = ONWARD({"deals": deals})
    assert onward[["stage", "k", "n", "lost", "open"]].to_numpy().tolist() == [["_created", 1, 4, 1, 2]]


def test_stages_stand_in_the_order_of_the_sale_within_each_group() -> None:
    deals = pd.DataFrame(
        {
            "deal_id": list("1234"),
            "stage": ["Proposal", "Meeting", "Won", "Contact"],
            "outcome": ["open", "open", "won", "open"],
            "manager": ["b", "a", None, None],
        }
    )
    found = REACHED({"deals": deals}, by=("manager",))
    assert found["manager"].fillna("not stated").tolist() == ["a"] * 2 + ["b"] * 3 + ["not stated"] * 4
    assert found["stage"].tolist() == STAGES[:2] + STAGES[:3] + STAGES[:4]
    assert "position" not in found.columns


def test_lost_and_open_are_those_that_went_no_further() -> None:
    answer = ONWARD(REACHED.example.frames())
    assert answer[["k", "lost", "open"]].sum(axis=1).tolist() == answer["n"].tolist()
    assert answer[["lost", "open"]].to_numpy().tolist() == [[1, 1], [1, 1]]
