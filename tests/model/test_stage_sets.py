"""The ready sets of stages, and a company's own stages put on their steps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sales_metrics.model.stage_sets import mapped, set_steps, stage_sets, steps_on_record
from sales_metrics.model.stages import Outcome, StageAt, meaning, order
from sales_metrics.model.text import LANGUAGES, Language

FULL, SHORT = stage_sets()["full"], stage_sets()["short"]


def stages(*names: str) -> list[StageAt]:
    return [StageAt(name, at, meaning(name).outcome) for at, name in enumerate(names, start=1)]


def meant(one: object, *names: str) -> list[int | None]:
    return [step.place if step else None for step in mapped(stages(*names), one).values()]  # type: ignore[arg-type]


def test_there_is_a_short_set_and_the_eighteen_steps() -> None:
    assert [len(one.steps) for one in (SHORT, FULL)] == [6, 18]
    assert [step.place for step in FULL.steps] == list(range(1, 19))
    assert FULL.steps[14].won
    assert set_steps()["full.09"] is FULL.steps[8]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("one", [SHORT, FULL], ids=["short", "full"])
def test_a_company_that_works_by_a_set_gets_its_order_and_every_step(one: object, language: Language) -> None:
    names = [step.name.in_(language) for step in one.steps]  # type: ignore[attr-defined]
    assert [place.stage for place in order(reversed(names))] == names
    assert meant(one, *names) == list(range(1, len(names) + 1))


@pytest.mark.parametrize(
    ("names", "places"),
    [
        (("Inquiry", "Qualification", "Meeting", "Proposal", "Negotiation", "Closed won"), [1, 2, 3, 8, 12, 15]),
        (("Выход на ЛПР", "Рамочное КП", "Подготовка КП", "Презентация КП", "Тендер"), [2, 4, 8, 9, 14]),
        (("Запитване", "Индикативна оферта", "Работа с възражения", "Спечелена"), [1, 4, 11, 15]),
        (("Contact made", "Budget approved", "Contract signed", "Delivered", "Testimonial"), [1, 13, 15, 16, 18]),
    ],
)
def test_stages_are_put_to_the_full_cycle_by_meaning(names: tuple[str, ...], places: list[int]) -> None:
    assert meant(FULL, *names) == places


def test_what_means_nothing_is_put_to_no_step_and_lost_stages_are_none() -> None:
    assert meant(FULL, "Туманность Андромеды", "Встреча", "Проиграна", "Отложена") == [None, 3]


def test_a_step_is_reached_with_the_first_stage_that_means_it_or_a_later_one() -> None:
    found = steps_on_record(stages("Inquiry", "Unheard of", "Contract", "Proposal", "Won"))
    full = [step[:] for step in found if step.set_step.startswith("full")]
    # A contract in the works comes before the offer here: whoever is there is past the offer by the set.
    assert full == [("full.01", 1, 1, 3), ("full.08", 8, 3, 3), ("full.12", 12, 3, 5), ("full.15", 15, 5, None)]


def test_a_withdrawal_is_not_a_testimonial_when_the_order_is_found() -> None:
    assert meaning("Отзыв заявки").outcome == "open"


@given(st.lists(st.sampled_from(["Inquiry", "Meeting", "Proposal", "Tender", "Odd", "Won", "Lost"]), unique=True))
def test_later_steps_are_never_reached_before_earlier_ones(names: list[str]) -> None:
    rows = steps_on_record(stages(*names))
    for key in stage_sets():
        own = [row for row in rows if row.set_step.startswith(key)]
        assert [row.place for row in own] == sorted(row.place for row in own)
        assert [row.position for row in own] == sorted(row.position for row in own)
        assert [row.next_position for row in own] == [*[row.position for row in own[1:]], *([None] if own else [])]


def test_every_open_outcome_of_a_set_is_known() -> None:
    outcomes: set[Outcome] = {meaning(step.name.en).outcome for step in set_steps().values()}
    assert outcomes == {"open", "won"}
