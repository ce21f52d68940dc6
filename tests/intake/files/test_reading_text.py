"""Delimited text and web pages: encodings, delimiters, quotes, broken rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from sales_metrics.intake.files.limits import Limits
from sales_metrics.intake.files.sheet import Workbook

from .reading_checks import here, problems

TABLE = "Клиент;Дата;Бюджет, ₽\nООО «Ромашка»;05.03.2026;1 234,50\nИП Иванов;06.03.2026;99,00\n"
WITHOUT_SIGN = TABLE.replace(" ₽", " руб").replace("«", '"').replace("»", '"')
SHORT = "Клиент;Сумма\nАльфа;5\n"


def rows(book: Workbook) -> list[list[str | None]]:
    return [list(row.values()) for row in book.sheets[0].cells.to_pylist()]


def read(folder: Path, data: bytes | str, limits: Limits | None = None) -> Workbook:
    path = folder / "выгрузка.xls"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return here(path, limits)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode(tmp_path: Path, encoding: str) -> None:
    book = read(tmp_path, TABLE.encode(encoding))
    assert rows(book)[0] == ["Клиент", "Дата", "Бюджет, ₽"]
    assert rows(book)[1] == ["ООО «Ромашка»", "05.03.2026", "1 234,50"]
    assert (book.kind, book.sheets[0].source, book.issues) == ("csv", "text", ())
    assert rows(read(tmp_path, "Менеджер\nПетров".encode(encoding))) == [["Менеджер"], ["Петров"]]


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866"])
@pytest.mark.parametrize("text", [WITHOUT_SIGN, SHORT, "ФИО\nИВАНОВ", "Ъгъл;щъркел\n", "Име;Град\nМария;София\n"])
def test_cyrillic_of_one_byte_a_letter(tmp_path: Path, encoding: str, text: str) -> None:
    first = text.split("\n")[0].split(";")
    assert rows(read(tmp_path, text.encode(encoding)))[0] == first


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Name;City\nMüller;Köln\nGarcía;Málaga\n", "cp1252"),
        ("Price €;Name\n5;Bob\n", "cp1252"),
        ("Nom;Montant €\nLefèvre;12,50\n", "cp1252"),
        ("Klient;Miasto\nŁukasz Wiśniewski;Gdańsk\nŻółć;Łódź\n", "cp1250"),
    ],
)
def test_latin_of_one_byte_a_letter(tmp_path: Path, text: str, encoding: str) -> None:
    read_rows = rows(read(tmp_path, text.encode(encoding)))
    assert read_rows == [line.split(";") for line in text.splitlines()]


def test_letters_that_come_late_still_decide(tmp_path: Path) -> None:
    text = "id;name\n" + "".join(f"{at};plain\n" for at in range(5_000)) + "5001;Иванов\n"
    assert rows(read(tmp_path, text.encode("cp1251")))[5001] == ["5001", "Иванов"]


def test_one_broken_byte_costs_one_letter_and_is_named(tmp_path: Path) -> None:
    data = bytearray("".join(f"{at};Иванов\n" for at in range(2_000)).encode())
    data[data.index(b"1234;") + 5] = 0xFF
    book = read(tmp_path, bytes(data))
    assert rows(book)[1233] == ["1233", "Иванов"]
    assert [(issue.problem, issue.cell) for issue in book.issues] == [("broken_letters", "A1235")]


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_delimiter_is_found(tmp_path: Path, delimiter: str) -> None:
    text = f'Имя{delimiter}"Сумма, ₽"{delimiter}Город\nА{delimiter}"1{delimiter}5"{delimiter}София\n' * 3
    assert rows(read(tmp_path, text))[1] == ["А", f"1{delimiter}5", "София"]


def test_delimiter_is_not_taken_from_headings_or_amounts(tmp_path: Path) -> None:
    assert rows(read(tmp_path, TABLE))[2] == ["ИП Иванов", "06.03.2026", "99,00"]
    assert rows(read(tmp_path, "Имя;Сумма\nА;1,5\nБ;2,5\n"))[2] == ["Б", "2,5"]
    assert rows(read(tmp_path, "Сумма\n1,5\n2\n3\n")) == [["Сумма"], ["1,5"], ["2"], ["3"]]
    assert rows(read(tmp_path, "id,qty\n1,5\n2,5\n")) == [["id", "qty"], ["1", "5"], ["2", "5"]]
    many = "Id,Name,Emails\n" + "".join(f"{at},Co {at},a@x;b@y\n" for at in range(20))
    assert rows(read(tmp_path, many))[5] == ["4", "Co 4", "a@x;b@y"]


def test_sep_line_decides_and_keeps_its_row(tmp_path: Path) -> None:
    book = read(tmp_path, "sep=|\r\na|b;c\r\n1|2;3\r\n")
    assert rows(book) == [[None, None], ["a", "b;c"], ["1", "2;3"]]


def test_decimal_commas_in_a_comma_file_are_refused(tmp_path: Path) -> None:
    issue = read(tmp_path, "client,amount\nA,1,5\nB,2,5\nC,13,75\n").issues[0]
    assert (issue.problem, issue.found) == ("decimal_comma", "1,5")


def test_trailing_delimiter_adds_no_column(tmp_path: Path) -> None:
    book = read(tmp_path, '"ID";"Имя";\n"1";"А";\n"2";"Б";\n')
    assert rows(book) == [["ID", "Имя"], ["1", "А"], ["2", "Б"]]
    assert not book.issues


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_and_blank_lines_keep_row_numbers(tmp_path: Path, end: str) -> None:
    book = read(tmp_path, end.join(["Отчёт", "", "a;b", "1;2", "", "3;4", "", ""]))
    assert rows(book) == [["Отчёт", None], [None, None], ["a", "b"], ["1", "2"], [None, None], ["3", "4"]]
    assert not book.issues


def test_mixed_line_ends_and_no_last_one(tmp_path: Path) -> None:
    assert rows(read(tmp_path, "a;b\r\n1;2\n3;4\r5;6")) == [["a", "b"], ["1", "2"], ["3", "4"], ["5", "6"]]


@pytest.mark.parametrize("stray", ["", 'ООО "Р"'])
def test_quoted_field_over_several_lines_stands_in_its_first_row(tmp_path: Path, stray: str) -> None:
    """The stray quotes send the same text through the careful reading."""
    text = f'a;b\n1;"первая\nвторая; ""в кавычках""\r\nтретья"\n2;{stray}x\n'
    found = rows(read(tmp_path, text))
    assert found == [
        ["a", "b"],
        ["1", 'первая\nвторая; "в кавычках"\r\nтретья'],
        [None, None],
        [None, None],
        ["2", f"{stray}x"],
    ]


def test_stray_quotes_are_plain_characters(tmp_path: Path) -> None:
    book = read(tmp_path, 'a;b\nООО "Ромашка";1\n"ООО "Луч"";2\n5" труба;3\n"А" и "Б";4\n')
    assert rows(book)[1:] == [['ООО "Ромашка"', "1"], ['ООО "Луч"', "2"], ['5" труба', "3"], ['А" и "Б', "4"]]


def test_quote_that_never_closes_is_a_plain_character_of_its_line(tmp_path: Path) -> None:
    text = "a;b;c\nА;1;2\n" + '"Б;3;4\n' + "".join(f"В{at};5;6\n" for at in range(1_000))
    for tail in ("", '"Я";7;8\n'):
        book = read(tmp_path, text + tail)
        assert [(issue.problem, issue.cell, issue.count) for issue in book.issues] == [("quotes_mended", "A3", 1)]
        assert rows(book)[2:4] == [['"Б', "3", "4"], ["В0", "5", "6"]]
        assert len(rows(book)) == 1_003 + bool(tail)


def test_quote_that_no_reading_closes_is_refused_by_its_line(tmp_path: Path) -> None:
    text = "a;b;c\nА;1;2\n" + '"Б;3\n' + "".join(f"В{at};5;6\n" for at in range(1_000))
    for tail in ("", '"Я";7;8\n'):
        issue = read(tmp_path, text + tail).issues[0]
        assert (issue.problem, issue.cell) == ("unclosed_quote", "A3")


def test_long_and_short_rows_are_kept_and_named(tmp_path: Path) -> None:
    book = read(tmp_path, "a;b;c\n1;2;3\n4;5;6;7\n8;9\n1;2;3\nИтого\n1;2;3;;\n")
    assert rows(book)[2] == ["4", "5", "6", "7"]
    assert rows(book)[3] == ["8", "9", None, None]
    assert [(issue.problem, issue.cell, issue.count) for issue in book.issues] == [
        ("long_rows", "A3", 1),
        ("short_rows", "A4", 1),
    ]


def test_every_row_one_longer_than_the_headings_is_never_shifted(tmp_path: Path) -> None:
    book = read(tmp_path, "client;amount\n" + "".join(f"A{at};5;x\n" for at in range(9)))
    assert rows(book)[0] == ["client", "amount", None]
    assert rows(book)[1] == ["A0", "5", "x"]


def test_zero_bytes(tmp_path: Path) -> None:
    book = read(tmp_path, b"a;b\n1;x\0y\n2;3\n")
    assert rows(book)[1] == ["1", "xy"]
    assert [(issue.problem, issue.count) for issue in book.issues] == [("zero_bytes", 1)]
    assert problems(read(tmp_path, b"a;b\n1;2\n" + b"\0" * 4096)) == ["copied_incompletely"]


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\xff\xfe", b" \r\n \r\n"])
def test_nothing_in_the_file(tmp_path: Path, data: bytes) -> None:
    assert problems(read(tmp_path, data)) == ["empty_file"]


def test_headings_alone_are_a_sheet_of_one_row(tmp_path: Path) -> None:
    assert rows(read(tmp_path, "a;b;c\n")) == [["a", "b", "c"]]


@pytest.mark.parametrize("fill", ["A", "A,"])
def test_one_endless_line_is_refused(tmp_path: Path, fill: str) -> None:
    issue = read(tmp_path, fill * 5_000_000).issues[0]
    assert (issue.problem, issue.limit) == ("line_too_long", str(4 << 20))


def test_bounds_on_rows_and_columns(tmp_path: Path) -> None:
    assert problems(read(tmp_path, "a;b\n" * 11, Limits(rows=11))) == []
    assert problems(read(tmp_path, "a;b\n" * 12, Limits(rows=11))) == ["too_many_rows"]
    assert problems(read(tmp_path, ";".join(["x"] * 501))) == ["too_many_columns"]
    assert problems(read(tmp_path, "a;b\n1;2\n" + ";".join(["x"] * 501) + "\n")) == ["too_many_columns"]


def test_names_that_look_like_nothing_or_numbers_are_text(tmp_path: Path) -> None:
    book = read(tmp_path, 'a;b\nNA;007\nnull;1e5\n"";TRUE\n=1+1; x \n')
    assert rows(book)[1:] == [["NA", "007"], ["null", "1e5"], [None, "TRUE"], ["=1+1", " x "]]


def test_ragged_rows_far_into_a_big_file_keep_their_places(tmp_path: Path) -> None:
    lines = [f"{at};{'x' * 50};{at}" for at in range(60_000)]
    lines[50_000] = "a;b;c;d"
    lines[40_000] = '"40000";"две\nстроки";"40000"'
    cells = read(tmp_path, "\n".join(lines)).sheets[0].cells
    assert cells.num_rows == 60_001
    assert [cells.column("A")[at].as_py() for at in (39_999, 40_000, 40_001, 40_002, 50_001, 60_000)] == [
        "39999", "40000", None, "40001", "a", "59999",
    ]  # fmt: skip
    assert cells.column("D")[50_001].as_py() == "d"


PAGE = """<html><head><meta charset="{charset}"><style>td {{x: y}}</style></head><body>
<table><tr><th colspan="2">Сделки</th><th>Сумма</th></tr>
<tr><td rowspan="2">007</td><td>ООО&nbsp;«Ромашка»<br>вторая</td><td> 1 234,50 </td></tr>
<tr><td><script>alert(1)</script><img src=x onerror=alert(1)>А &amp; Б</td>
<td><table><tr><td>1</td><td>2</td></tr></table></td>
</tr></table></body></html>"""


@pytest.mark.parametrize("charset", ["utf-8", "windows-1251"])
def test_web_page_under_the_name_of_a_workbook(tmp_path: Path, charset: str) -> None:
    book = read(tmp_path, PAGE.format(charset=charset).encode(charset))
    assert book.kind == "html"
    assert rows(book) == [
        ["Сделки", None, "Сумма"],
        ["007", "ООО\u00a0«Ромашка»\nвторая", "1 234,50"],
        [None, "А & Б", "1 2"],
    ]


def test_tables_inside_a_table_that_only_lays_them_out(tmp_path: Path) -> None:
    inner = "<table><tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2</td></tr></table>"
    book = read(tmp_path, f"<table><tr><td>{inner}</td></tr></table>{inner.replace('>a<', '>c<')}")
    assert [sheet.name for sheet in book.sheets] == ["1", "2"]
    assert rows(book) == [["a", "b"], ["1", "2"]]


def test_web_page_without_a_table_is_refused(tmp_path: Path) -> None:
    assert problems(read(tmp_path, "<html><body><p>Ничего не найдено</p></body></html>")) == ["page_without_table"]


def test_utf16_with_tabs_under_the_name_of_a_workbook(tmp_path: Path) -> None:
    book = read(tmp_path, "Имя\tСумма\r\nА\t1,5\r\n".encode("utf-16"))
    assert rows(book) == [["Имя", "Сумма"], ["А", "1,5"]]


@pytest.mark.parametrize("odd", ["", "последняя;строка\n", '"в кавычках";"да";"нет"\n', "\n"])
def test_large_file_of_one_byte_a_letter_reads_like_the_same_in_unicode(tmp_path: Path, odd: str) -> None:
    head = "Клиент;Дата;Сумма\n"
    text = head + "".join(f"Ромашка {at % 900};0{at % 9 + 1}.03.2026;{at},5\n" for at in range(50_000)) + odd
    assert len(text.encode("cp1251")) > 1 << 20
    one_byte, unicode = read(tmp_path, text.encode("cp1251")), read(tmp_path, text)
    assert one_byte.sheets[0].cells.equals(unicode.sheets[0].cells)
    assert one_byte.issues == unicode.issues
    names = "".join(f"Имя {at};{at}\n" for at in range(90_000))
    one_byte, unicode = read(tmp_path, names.encode("koi8-r")), read(tmp_path, names)
    assert one_byte.sheets[0].cells.equals(unicode.sheets[0].cells)
