"""Names and numbers look right and cannot belong to anybody."""

from __future__ import annotations

import re

import pytest
from stdnum.bg import vat as bulgarian
from stdnum.ie import vat as irish
from stdnum.ru import inn as russian

from sales_metrics.demo import frames, names
from sales_metrics.demo.layouts import LAYOUTS
from sales_metrics.demo.layouts.files import Workbook
from sales_metrics.model.text import LANGUAGES, Language

CHECKS = {"ru": russian, "en": irish, "bg": bulgarian}
NOBODYS_NUMBER = {
    "ru": r"\+7 \(000\) \d{3}-\d{2}-\d{2}",
    "en": r"\+353 20 91\d \d{4}",
    "bg": r"\+359 00 \d{3} \d{3}",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_tax_ids_have_right_check_digits_and_are_not_issued(language: Language) -> None:
    ids = frames(language)["clients"]["tax_id"]
    assert ids.is_unique
    assert all(CHECKS[language].is_valid(number) for number in ids)
    start = {"ru": "00", "en": "IE99", "bg": "99"}[language]
    assert ids.str.startswith(start).all()


@pytest.mark.parametrize("serial", [0, 3, 17, 40, 4_242, 99_999])
def test_every_serial_gives_a_valid_id(serial: int) -> None:
    for language in LANGUAGES:
        assert CHECKS[language].is_valid(names.tax_id(serial, language)), language


@pytest.mark.parametrize("language", LANGUAGES)
def test_telephones_and_mailboxes_are_fictitious(language: Language) -> None:
    clients = frames(language)["clients"]
    assert clients["phone"].str.fullmatch(NOBODYS_NUMBER[language]).all()
    assert clients["email"].str.fullmatch(r"[a-z-]+@[a-z-]+\.example").all()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_other_address_or_number_hides_in_the_texts(language: Language) -> None:
    reachable = re.compile(r"@(?!\S+\.example\b)|\bwww\.|https?:|\+\d{6}|\.(?:com|ru|bg|ie|org|net)\b")
    assert reachable.search("office@moonlit-whale.com")
    for key, frame in frames(language).items():
        for name in frame.columns.difference(["phone", "email"]):
            if frame[name].dtype == "str":
                assert not frame[name].str.contains(reachable).any(), (key, name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_firms_share_a_stem(language: Language) -> None:
    assert len({names.stem(number, language) for number in range(names.FIRMS)}) == names.FIRMS


def test_headings_of_a_sheet_differ() -> None:
    for layout in LAYOUTS.values():
        for file in layout.files:
            for sheet in file.sheets if isinstance(file, Workbook) else (file,):
                assert len(set(sheet.headings.values())) == len(sheet.headings)
