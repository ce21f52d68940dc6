"""Bad cells, rows and text files: what is wrong -> the bytes, the problem, the cell, words of its sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .files.hostile import ONE_CELL, parts, shared_xml, write

HEAD = "Номер сделки;Клиент;Ответственный;Стадия;Сумма;Дата создания;Дата закрытия\n"
GOOD = (
    "101;ООО «Луч»;Иванова Анна;Переговоры;1500,50;05.03.2026;\n"
    "102;ООО «Вектор»;Петров Олег;Успешно реализовано;20000,00;06.03.2026;25.03.2026\n"
)
COLUMNS = ("id", "client", "manager", "stage", "amount", "created", "closed")


@dataclass(frozen=True)
class Bad:
    """One bad input: the file's bytes, and the record that it must raise; `words` are of the English sentence."""

    data: bytes
    problem: str
    cell: str
    words: str
    rejects: bool = False


def deal(**changed: str) -> str:
    """Return the third data row, its cells replaced by `changed`; it stands on line 4."""
    usual = dict(
        zip(COLUMNS, ("103", "Заря", "Петров Олег", "Переговоры", "7000,00", "16.03.2026", ""), strict=True)
    )
    return ";".join((usual | changed).values()) + "\n"


def cell(problem: str, words: str, *, rejects: bool = True, **changed: str) -> Bad:
    (name,) = changed
    address = f"{'ABCDEFG'[COLUMNS.index(name)]}4"
    return Bad((HEAD + GOOD + deal(**changed)).encode(), problem, address, words, rejects)


def text(content: str | bytes, problem: str, address: str, words: str, *, rejects: bool = False) -> Bad:
    return Bad(content.encode() if isinstance(content, str) else content, problem, address, words, rejects)


def workbook(folder: Path, rows: str, problem: str, address: str, words: str, *, rejects: bool = False) -> Bad:
    """Return a workbook of deals whose row 4 is written by hand."""
    named = dict(zip("ABCDEFG", HEAD.strip().split(";"), strict=True))
    made = "".join(_inline(f"{column}1", title) for column, title in named.items())
    lines = [f'<row r="1">{made}</row>']
    for at, line in enumerate(GOOD.strip().split("\n"), start=2):
        made = "".join(_inline(f"{c}{at}", value) for c, value in zip("ABCDEFG", line.split(";"), strict=True))
        lines.append(f'<row r="{at}">{made}</row>')
    path = write(folder / "made.xlsx", parts("".join(lines) + rows))
    return Bad(path.read_bytes(), problem, address, words, rejects)


def _inline(address: str, value: str) -> str:
    return f'<c r="{address}" t="inlineStr"><is><t>{value}</t></is></c>' if value else ""


NUMBERS = (
    "1e5",
    "Infinity",
    "NaN",
    "0x10",
    "١٢٣",
    "12 34",
    "договор",
    "1,2,3",
    "--5",
    "5..5",
    "1 2 3",
    "сто",
    "12:30",
)
DATES = (
    "31.02.2026", "00.03.2026", "32.01.2026", "15.13.2026", "05.03.0026", "05.03.2126", "2026-02-30", "вчера", "60",
    "0", "-5", "2958466", "05.03", "март", "29.02.2025", "2026-13-01",
)  # fmt: skip
ERRORS = (
    "#N/A", "#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA",
    "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#BUSY!", "#EXTERNAL!", "#PYTHON!",
)  # fmt: skip


def bad_cells() -> Iterator[tuple[str, Bad]]:
    """Yield (title, bad input) for cells whose row is rejected, or taken with a note."""
    for value in NUMBERS:
        yield f"the amount {value}", cell("bad_number", f"“{value}” is not a number", amount=value)
    for value in DATES:
        yield f"the day {value}", cell("bad_date", f"“{value}” is no date", created=value)
    for blank in ("", "—", "н/д"):
        nameless = HEAD + GOOD + deal(id=blank, client=blank)
        yield (
            f"neither number nor client but {blank!r}",
            text(nameless, "key_missing", "A4", "nothing tells this row", rejects=True),
        )
    for problem, words, changed in (
        ("amount_negative", "", {"amount": "-5,00"}),
        ("client_missing", "", {"client": ""}),
        ("manager_missing", "", {"manager": ""}),
        ("mixed_alphabets", "", {"client": "AО «Ромашка»"}),
        ("id_rounded", "", {"id": "1,23457E+19"}),
    ):
        yield problem, cell(problem, words, rejects=False, **changed)
    early = deal(stage="Успешно реализовано", closed="01.03.2026")
    yield "closed before it was created", text(HEAD + GOOD + early, "closed_before_created", "G4", "")
    slashed = (
        (HEAD + GOOD + deal()).replace("05.03.", "05/03/").replace("06.03.", "06/03/").replace("25.03.", "5/03/")
    )
    slashed = slashed.replace("16.03.", "07/03/")
    yield "days that could be months", text(slashed, "ambiguous_dates", "F2", "")
    round_sums = (HEAD + GOOD + deal()).replace("1500,50", "1,500").replace("20000,00", "20,000")
    yield "thousands or thousandths", text(round_sums.replace("7000,00", "7,000"), "ambiguous_numbers", "E2", "")
    twice = HEAD + GOOD + deal(id="102")
    yield "a number of a deal twice", text(twice, "repeated_id", "", "")
    score = "Клиент;Дата;NPS\nЛуч;05.03.2026;9\nВектор;06.03.2026;{}\nЗаря;07.03.2026;7\n"
    for value, problem in (("11", "score_out_of_range"), ("-1", "score_out_of_range"), ("7,5", "bad_score")):
        yield f"the score {value}", text(score.format(value), problem, "C3", "", rejects=True)


def bad_sheets(folder: Path) -> Iterator[tuple[str, Bad]]:
    """Yield (title, bad input) for cells that only a workbook has."""
    for error in ERRORS:
        row = f'<row r="4">{_inline("A4", "103")}<c r="E4" t="e"><v>{error}</v></c></row>'
        yield f"the error {error}", workbook(folder, row, "cell_error", "E4", error, rejects=True)
    for title, formula in (
        ("a formula without a value", "<f>A1*2</f>"),
        ("a formula with an empty value", "<f>A1</f><v></v>"),
        ("a shared formula without a value", '<f t="shared" si="0"/>'),
    ):
        row = f'<row r="4">{_inline("A4", "103")}<c r="E4">{formula}</c></row>'
        yield title, workbook(folder, row, "not_calculated", "E4", "never calculated", rejects=True)
    for value in ("1E400", "INF", "-INF"):
        row = f'<row r="4">{_inline("A4", "103")}<c r="E4"><v>{value}</v></c></row>'
        yield (
            f"the numeric cell {value}",
            workbook(folder, row, "bad_number", "E4", "is not a number", rejects=True),
        )
    row = f'<row r="4">{_inline("A4", "103")}<c r="E4"><v>5</v></c><c r="E4"><v>7</v></c></row>'
    yield "one address twice", workbook(folder, row, "cell_twice", "E4", "E4")
    row = '<row r="4"><c r="A4"><v>1.2345678901234567E+19</v></c></row>'
    yield "twenty digits as a number", workbook(folder, row, "digits_lost", "A4", "15 digits")
    row = f'<row r="4" hidden="1">{_inline("A4", "103")}</row>'
    yield "a hidden row", workbook(folder, row, "hidden_rows", "", "Hidden rows")
    far = f'<row r="4">{_inline("SG4", "x")}</row>'
    yield "a cell far to the right", workbook(folder, far, "too_many_columns", "SG4", "501")
    hidden = [("Открыт", "visible", ONE_CELL), ("Скрыт", "hidden", ONE_CELL)]
    path = write(folder / "h.xlsx", parts(sheets=hidden))
    yield "a hidden sheet", Bad(path.read_bytes(), "hidden_sheet", "", "Скрыт")
    path = write(folder / "v.xlsx", parts(sheets=[hidden[0], ("Совсем", "veryHidden", ONE_CELL)]))
    yield "a very hidden sheet", Bad(path.read_bytes(), "hidden_sheet", "", "Совсем")
    path = write(folder / "m.xlsx", parts(after='<mergeCells><mergeCell ref="A1:A4"/></mergeCells>'))
    yield "merged cells", Bad(path.read_bytes(), "merged_cells", "A1", "Merged ranges")
    lost = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>99</v></c></row>'
    path = write(folder / "s.xlsx", parts(lost, shared=shared_xml(["a"])))
    yield "a shared text that is not there", Bad(path.read_bytes(), "sheet_unreadable", "", "Лист1")
    path = write(folder / "e.xlsx", parts("<row/>"))
    yield "no filled cell", Bad(path.read_bytes(), "no_data", "", "No cell")


def bad_texts() -> Iterator[tuple[str, Bad]]:
    """Yield (title, bad input) for delimited texts and web pages."""
    whole = HEAD + GOOD
    yield "a mark of byte order alone", text(b"\xef\xbb\xbf", "empty_file", "", "is empty")
    yield "blank lines alone", text(" \r\n \r\n", "empty_file", "", "is empty")
    yield "zero bytes at the end", text(whole.encode() + b"\0" * 4096, "copied_incompletely", "", "4096 zero bytes")
    yield "a zero byte inside", text(whole.encode().replace(b"101", b"1\x0001"), "zero_bytes", "", "Zero bytes")
    broken = whole.encode().replace("Луч".encode(), b"\xff\xfe", 1)
    yield "bytes that are no letter", text(broken, "broken_letters", "A2", "cannot be read")
    yield "a quote never closed", text(whole + '"Р;5\n' + GOOD * 400, "unclosed_quote", "A4", "never closed")
    yield "a quote too many", text(whole + deal(client='"Заря'), "quotes_mended", "B4", "plain character")
    yield "another delimiter", text(whole + deal().replace(";", "|"), "other_delimiter", "A4", "another separator")
    yield "a long row", text(whole + deal(closed=";x;y"), "long_rows", "A4", "more values")
    yield "a short row", text(whole + "104;Заря\n", "short_rows", "A4", "fewer values")
    commas = "client,amount\nA,1,5\nB,2,5\nC,13,75\n"
    yield "decimal commas between commas", text(commas, "decimal_comma", "", "1,5")
    yield "one endless line", text("A," * 2_500_000, "line_too_long", "A1", "longer than")
    yield "501 columns", text(";".join(["x"] * 501) + "\n", "too_many_columns", "SG", "501")
    yield "control characters", text(bytes(range(1, 9)) * 40, "unknown_content", "", "holds no table")
    yield "a page without a table", text("<html><p>Нет</p></html>", "page_without_table", "", "without a table")
    yield "XML of another kind", text('<?xml version="1.0"?><note/>', "foreign_file", "", "XML")
    yield "entities in XML of 2003", text(
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        "xml_entities", "", "XML declarations",
    )  # fmt: skip
    for magic, name in ((b"Rar!\x1a\x07\x01", "RAR"), (b"7z\xbc\xaf\x27\x1c", "7z"), (b"\x89PNG\r\n\x1a\n", "PNG"),
                        (b"{\\rtf1", "RTF"), (b"SQLite format 3\x00", "SQLite"), (b"PAR1", "Parquet"),
                        (b"\x7fELF\x02", "ELF"), (b"MIME-Version: 1.0", "MHTML")):  # fmt: skip
        yield f"a file of the kind {name}", text(magic + b"\0" * 64, "foreign_file", "", name)
    yield "words that mean nothing to us", text("xq;zw\nab;cd\n", "nothing_recognised", "", "")
