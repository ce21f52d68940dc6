"""Stage names of real CRMs and of hand-made tables, in three languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sales_metrics.model.stages import StageAt, StageMeaning, meaning, order

CYCLES = {
    "amoCRM": "Первичный контакт|Переговоры|Принимают решение|Согласование договора|Успешно реализовано",
    "Bitrix24": "Новая|Подготовка документов|Финальный счёт|Сделка успешна",
    "Russian table": "Звонок|Встреча проведена|КП отправлено|Переговоры|Договор|Счёт выставлен|Оплата получена",
    "Bulgarian table": "Запитване|Първи контакт|Среща|Изпратена оферта|Преговори|Договор|Фактура|Спечелена",
    "Salesforce": "Prospecting|Qualification|Needs Analysis|Proposal/Price Quote|Negotiation/Review|Closed Won",
    "HubSpot": "appointmentscheduled|presentationscheduled|contractsent|closedwon",
    "Pipedrive": "Contact Made|Meeting Scheduled|Needs Identified|Proposal Made|Negotiations Started|Won",
}


@pytest.mark.parametrize("cycle", CYCLES.values(), ids=CYCLES.keys())
def test_the_usual_cycles_come_out_in_their_order(cycle: str) -> None:
    stages = cycle.split("|")
    assert [place.stage for place in order(reversed(stages))] == stages
    assert [meaning(stage).outcome for stage in stages] == ["open"] * (len(stages) - 1) + ["won"]


@pytest.mark.parametrize(
    ("stage", "outcome"),
    [
        ("Закрыто и не реализовано", "lost"),
        ("Успешно реализовано", "won"),
        ("Closed Lost", "lost"),
        ("closedlost", "lost"),
        ("Сделка провалена", "lost"),
        ("Загубена", "lost"),
        ("Неуспешна", "lost"),
        ("Успешна", "won"),
        ("Unqualified", "lost"),
        ("Qualified", "open"),
        ("Не оплачен", "open"),
        ("Оплачен", "won"),
        ("Ожидание оплаты", "open"),
        ("Отложена", "parked"),
        ("На пауза", "parked"),
        ("On hold", "parked"),
        ("Туманность Андромеды", "open"),
        ("", "open"),
    ],
)
def test_how_a_deal_in_a_stage_has_ended(stage: str, outcome: str) -> None:
    assert meaning(stage).outcome == outcome


def test_a_leading_number_is_the_rank() -> None:
    assert meaning("3. Оферта") == StageMeaning(3.0, "open")
    assert meaning("Этап 12: Договор") == StageMeaning(12.0, "open")
    assert meaning("90% согласовано").rank != 90.0


def test_numbers_decide_the_order_when_most_open_stages_have_them() -> None:
    stages = ["10. Call", "2. Proposal", "3. Contact", "Won", "Lost"]
    assert [place.stage for place in order(stages)] == ["2. Proposal", "3. Contact", "10. Call", "Won", "Lost"]


def test_an_unknown_stage_stands_where_deals_reach_it() -> None:
    stages = ["Контакт", "Туманность", "Договор", "Оплачен"]
    placed = order(stages, {"Контакт": 1.0, "Туманность": 4.0, "Договор": 9.0})
    assert [place.stage for place in placed] == ["Контакт", "Туманность", "Договор", "Оплачен"]
    assert [place.stage for place in order(stages)] == ["Контакт", "Договор", "Туманность", "Оплачен"]
    assert order(["b", "a"], {"b": 1.0, "a": 2.0}) == [StageAt("b", 1, "open"), StageAt("a", 2, "open")]


def test_lost_and_parked_stages_stand_after_the_won_one() -> None:
    assert [place.outcome for place in order(["Lost", "Won", "On hold", "Demo"])] == [
        "open",
        "won",
        "parked",
        "lost",
    ]


@given(st.lists(st.one_of(st.none(), st.text(max_size=12)), max_size=8), st.randoms())
def test_every_name_is_placed_once_whatever_the_order_of_the_input(names: list[str | None], random: object) -> None:
    shuffled = list(names)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    placed = order(names)
    assert placed == order(shuffled)
    assert {place.stage for place in placed} == {name for name in names if name is not None and name.strip()}
    assert [place.position for place in placed] == list(range(1, len(placed) + 1))
