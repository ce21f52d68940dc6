"""What is joined without asking, and what never is."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sales_metrics.matching import Answer, Decision, grouped, sure

from .making import groups_of, joined, spelt

INN, OTHER_INN = "7707083893", "0274051582"


def test_one_tax_number_joins_whatever_the_names() -> None:
    rows = {"client": "Ромашка", "tax_id": INN}, {"client": "Маргаритка", "tax_id": f" {INN}/773601001"}
    assert joined(*rows) == [{"Ромашка", "Маргаритка"}]


def test_a_lost_zero_joins_and_is_noted() -> None:
    rows = {"client": "Ромашка", "tax_id": OTHER_INN}, {"client": "Маргаритка", "tax_id": OTHER_INN[1:]}
    assert joined(*rows) == [{"Ромашка", "Маргаритка"}]


def test_a_wrong_number_joins_nothing() -> None:
    assert joined({"client": "А1", "tax_id": "7707083894"}, {"client": "Б2", "tax_id": "7707083894"}) == []


def test_a_number_beside_very_many_names_is_a_filler() -> None:
    words = ["Альфа", "Бета", "Гамма", "Дельта", "Каппа", "Лямбда", "Омега", "Сигма", "Тета"]
    assert len(joined(*({"client": word, "tax_id": INN} for word in words[:8]))) == 1
    assert joined(*({"client": word, "tax_id": INN} for word in words)) == []


def test_one_code_joins_inside_one_file_only() -> None:
    here = {"client": "Ромашка", "client_id": "17", "upload": 1}
    assert joined(here, {"client": "Маргаритка", "client_id": "17", "upload": 1}) == [{"Ромашка", "Маргаритка"}]
    assert joined(here, {"client": "Маргаритка", "client_id": "17", "upload": 2}) == []
    assert joined(here, {"client": "Маргаритка", "client_id": "17", "upload": 1, "table": "orders"}) == []
    assert joined({"client": "А1", "client_id": "0"}, {"client": "Б2", "client_id": "0"}) == []


def test_equal_names_join_unless_numbers_contradict() -> None:
    names = "ООО «Вектор»", "Вектор, ООО", "OOO Beктop"
    assert joined(*({"client": name} for name in names)) == [set(names)]
    apart = {"client": names[0], "tax_id": INN}, {"client": names[1], "tax_id": OTHER_INN}
    groups = groups_of(*apart)
    assert groups.joined == ()
    assert [link.against for link in groups.doubts] == ["tax_ids"]


@pytest.mark.parametrize(
    ("one", "other", "against"),
    [
        ({"client": "ИП Орлов"}, {"client": "ООО Орлов"}, "forms"),
        ({"client": "Вектор", "city": "Самара"}, {"client": "ВЕКТОР", "city": "Тверь"}, "cities"),
        ({"client": "Вектор", "tax_id": INN}, {"client": "Вектор (Самара)", "tax_id": INN}, "branch"),
    ],
)
def test_a_contradiction_makes_a_question_of_it(one: dict[str, str], other: dict[str, str], against: str) -> None:
    groups = groups_of(one, other)
    assert groups.joined == ()
    assert [link.against for link in groups.doubts] == [against]


def test_branches_of_one_name_are_neither_joined_nor_asked_about() -> None:
    groups = groups_of({"client": "Вектор (Самара)"}, {"client": "Вектор (Казань)"})
    assert (groups.joined, groups.doubts) == ((), ())


def test_between_two_namesakes_a_third_row_needs_more_than_the_name() -> None:
    two = {"client": "Вектор", "city": "Самара"}, {"client": "ВЕКТОР", "city": "Тверь"}
    assert joined(*two, {"client": "«Вектор»"}) == []
    assert joined(*two, {"client": "«Вектор»", "city": "г. Тверь"}) == [{"ВЕКТОР", "«Вектор»"}]


def test_a_chain_does_not_join_two_numbers() -> None:
    rows = (
        {"client": "Вектор", "tax_id": INN, "client_id": "1"},
        {"client": "Вектор Плюс", "client_id": "1"},
        {"client": "Вектор плюс", "tax_id": OTHER_INN},
    )
    assert joined(*rows) == [{"Вектор", "Вектор Плюс"}]


def test_the_main_spelling_is_that_of_the_clients_table_else_the_most_frequent() -> None:
    rows = {"client": "ВЕКТОР", "rows": 9}, {"client": "Вектор, ООО", "rows": 2}
    assert groups_of(*rows).joined[0].main == "ВЕКТОР"
    listed = {"client": "ООО «Вектор»", "table": "clients"}
    assert groups_of(*rows, listed).joined[0].main == "ООО «Вектор»"


def test_a_yes_joins_and_a_no_keeps_apart_whatever_the_rules_say() -> None:
    numbers = {"client": "Вектор", "tax_id": INN}, {"client": "ВЕКТОР", "tax_id": OTHER_INN}
    yes = Decision(Answer.YES, "Вектор", ("ВЕКТОР",))
    assert joined(*numbers, decisions=(yes,)) == [{"Вектор", "ВЕКТОР"}]
    no = Decision(Answer.NO, "ВЕКТОР", ("Вектор",))
    assert joined(*numbers, decisions=(yes, no)) == []
    assert joined({"client": "Вектор"}, {"client": "ВЕКТОР"}, decisions=(no,)) == []
    assert yes.id == no.id


def test_a_spelling_taken_apart_stays_out_and_the_others_stay_in() -> None:
    rows = tuple({"client": name} for name in ("Вектор", "ВЕКТОР", "«Вектор»"))
    out = Decision(Answer.NO, "ВЕКТОР", ("Вектор", "«Вектор»"))
    assert joined(*rows, decisions=(out,)) == [{"Вектор", "«Вектор»"}]
    assert joined(*rows, {"client": "Вектор ООО"}, decisions=(out,)) == [{"Вектор", "«Вектор»", "Вектор ООО"}]


def test_a_decision_about_spellings_that_are_gone_does_nothing() -> None:
    gone = Decision(Answer.YES, "Ромашка", ("Вектор",))
    assert joined({"client": "Вектор"}, decisions=(gone,)) == []


NAMES = st.sampled_from(["Вектор", "ВЕКТОР", "ООО Вектор", "Вектор (Самара)", "Ромашка", "ИП Ромашка"])
ROW = st.fixed_dictionaries(
    {"client": NAMES},
    optional={
        "tax_id": st.sampled_from([INN, OTHER_INN, "7707083894"]),
        "client_id": st.sampled_from(["1", "2"]),
        "city": st.sampled_from(["Самара", "Тверь"]),
    },
)
DECISIONS = st.lists(
    st.builds(
        lambda answer, pair: Decision(answer, pair[0], (pair[1],)),
        st.sampled_from([Answer.NO, Answer.LATER]),
        st.tuples(NAMES, NAMES).filter(lambda pair: pair[0] != pair[1]),
    ),
    max_size=3,
)


@settings(deadline=None)
@given(st.lists(ROW, min_size=1, max_size=12), DECISIONS)
def test_no_client_has_two_numbers_or_two_spellings_that_were_kept_apart(
    rows: list[dict[str, str]], decisions: list[Decision]
) -> None:
    spellings = spelt(*rows)
    groups = grouped(spellings, sure(spellings), decisions)
    assert set(groups.main_of) == set(spellings)
    for one in groups.joined:
        certain = {frozenset(spellings[text].tax_ids) for text in one.members} - {frozenset()}
        assert len(certain) <= 1
        assert all(groups.main_of[text] == one.main for text in one.members)
    for decision in decisions:
        for first, second in decision.pairs:
            if decision.answer is Answer.NO and {first, second} <= set(spellings):
                assert groups.main_of[first] != groups.main_of[second]


@settings(deadline=None)
@given(st.lists(ROW, min_size=1, max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_the_rows_makes_no_difference(rows: list[dict[str, str]], rng: Random) -> None:
    mixed = list(rows)
    rng.shuffle(mixed)
    assert groups_of(*rows).main_of == groups_of(*mixed).main_of
