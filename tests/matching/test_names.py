"""What remains of a name, and what must not be taken from it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from sales_metrics.matching import name_of
from sales_metrics.matching.forms import FORMS

MIXED = "OOO Beктop"  # all but к and т are Latin


def test_look_alike_letters_and_forms_hide_an_equal_name() -> None:
    assert fuzz.ratio("ООО Вектор", MIXED) == pytest.approx(30)
    assert fuzz.ratio(name_of("ООО Вектор").core, name_of(MIXED).core) == 100
    assert name_of("BEKTOP").core == "bektop"
    assert name_of("BEKTOP").look == name_of("вектор").look


@pytest.mark.parametrize(
    ("written", "core"),
    [
        ("ООО «Вектор»", "вектор"),
        ('  вектор,ООО "', "вектор"),
        ("О.О.О. Вектор", "вектор"),
        ("Вектор (ООО)", "вектор"),
        ("Общество с ограниченной ответственностью «Ёлка»", "елка"),
        ("НПО «Луч» ПАО", "луч"),
        ("Сигма ЕООД", "сигма"),
        ("ЕТ Сигма", "сигма"),
        ("Еднолично дружество с ограничена отговорност Сигма", "сигма"),
        ("ФОП Шевченко", "шевченко"),
        ("Müller GmbH & Co. KG", "müller"),
        ("S.A. Leroux", "leroux"),
        ("Philips B.V.", "philips"),
        ("ＡＣＭＥ Corp.", "acme"),
        ("Завод № 5", "завод 5"),
    ],
)
def test_forms_and_marks_go(written: str, core: str) -> None:
    assert name_of(written).core == core


@pytest.mark.parametrize("name", ["Адмирал", "Зао-строй Плюс", "Пани Валевска", "Инком", "Аккорд"])
def test_a_form_inside_a_word_stays(name: str) -> None:
    assert name_of(name).core.replace(" ", "") == name.casefold().replace("-", "").replace(" ", "").removeprefix(
        "зао"
    )


def test_a_form_in_the_middle_stays_and_a_name_of_forms_alone_is_kept() -> None:
    assert name_of("Союз ООО Предприятий").core == "союз ооо предприятий"
    assert name_of('ООО "АД"').core == "ооо ад"
    assert name_of("---").core == "---"


def test_initials_are_no_legal_form() -> None:
    assert name_of("Иванов С.Д.").core == "иванов с д"
    assert name_of("ИП Иванов И.П.").core == "иванов и п"
    assert name_of("ИП Иванов И.П.").families == {"person"}


def test_a_branch_stands_apart() -> None:
    samara, whole = name_of("ООО «Вектор» (г. Самара)"), name_of("Вектор")
    assert (samara.core, samara.branch, whole.branch) == ("вектор", "самара", "")
    assert name_of("Вектор, филиал в г. Самара") == name_of("Вектор (Самара)")


def test_the_other_alphabet_sounds_alike() -> None:
    assert name_of("Вектор").sound == name_of("Vector").sound
    assert name_of("Химпром").sound == name_of("Khimprom").sound
    assert not name_of("Vector").cyrillic


@given(st.text(min_size=1))
def test_any_text_has_a_name_and_case_makes_no_difference(text: str) -> None:
    name = name_of(text)
    assert name.core == text.strip() or name.core
    assert len(name.core.split()) == len(name.look.split())


@given(st.sampled_from(sorted(FORMS)), st.sampled_from(["вектор", "northern harbour", "луч плюс"]))
def test_a_form_before_or_after_makes_no_difference(form: str, name: str) -> None:
    assert name_of(f"{form} {name}").core == name_of(f"{name} {form}").core == name_of(name).core
