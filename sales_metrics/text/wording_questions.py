"""The questions that a file leaves open, and their choices, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from ..model.tables import TABLES
from ..model.text import Language, Text
from .wording_history import missing_choice_text, rows_missing_text

_QUESTIONS: Final[Mapping[str, Text]] = {
    "ambiguous_dates": Text(
        ru="«{column}»: даты вида {found}. Что в них стоит первым?",
        en="“{column}” holds dates like {found}. What comes first in them?",
        bg="„{column}“: дати като {found}. Кое е на първо място в тях?",
    ),
    "ambiguous_numbers": Text(
        ru="«{column}»: сколько это, {found}?",
        en="“{column}”: how much is {found}?",
        bg="„{column}“: колко е {found}?",
    ),
    "doubtful_column": Text(
        ru="Что стоит в столбце «{column}» (например, {found})?",
        en="What does the column “{column}” hold (such as {found})?",
        bg="Какво съдържа колоната „{column}“ (например {found})?",
    ),
    "which_column": Text(
        ru="Какой из столбцов взять как «{title}»?",
        en="Which of the columns is “{title}”?",
        bg="Коя от колоните е „{title}“?",
    ),
    "which_table": Text(
        ru="Что это за таблица, «{sheet}»?",
        en="Which table is “{sheet}”?",
        bg="Каква таблица е „{sheet}“?",
    ),
}
_CHOICES: Final[Mapping[str, Text]] = {
    "day_first": Text(ru="день", en="the day", bg="денят"),
    "month_first": Text(ru="месяц", en="the month", bg="месецът"),
    "thousands": Text(ru="целое: {whole}", en="a whole number: {whole}", bg="цяло: {whole}"),
    "fraction": Text(
        ru="дробное: {before} и {after}/1000",
        en="a fraction: {before} and {after}/1000",
        bg="дробно: {before} и {after}/1000",
    ),
    "comma": Text(
        ru="запятая отделяет дробную часть", en="the comma is the decimal mark", bg="запетаята е десетичният знак"
    ),
    "point": Text(
        ru="точка отделяет дробную часть", en="the point is the decimal mark", bg="точката е десетичният знак"
    ),
}
_NO_TABLE: Final = Text(ru="не загружать", en="leave it out", bg="да не се зарежда")
_NO_COLUMN: Final = Text(ru="не использовать", en="do not use it", bg="да не се използва")


def question_text(
    problem: str, language: Language, *, sheet: str, table: str | None, column: str, evidence: Sequence[str]
) -> str:
    """Return the sentence of a question; `column` is a heading of the file, or ours where columns compete."""
    if problem == "rows_missing":
        counts = _counts(evidence)
        named = TABLES[table].title.in_(language) if table else sheet
        return rows_missing_text(named, counts["missing"], counts["known"], language)
    own = TABLES[table].column_keys if table else ()
    title = TABLES[table].column(column).title.in_(language) if table and column in own else column
    found = ", ".join(evidence if problem != "ambiguous_numbers" else evidence[:1]) or "?"
    values = {"column": column, "title": title, "sheet": sheet, "found": found}
    return _filled(_QUESTIONS[problem].in_(language), values)


def choice_text(
    problem: str, choice: str, language: Language, *, table: str | None, evidence: Sequence[str], named: str = ""
) -> str:
    """Return what a choice says; `named` is how the file calls it."""
    if problem == "rows_missing":
        return missing_choice_text(choice, _counts(evidence)["missing"], language)
    if problem == "which_table":
        return (TABLES[choice].title if choice in TABLES else _NO_TABLE).in_(language)
    if problem == "doubtful_column":
        known = TABLES[table].column_keys if table else ()
        return (TABLES[str(table)].column(choice).title if choice in known else _NO_COLUMN).in_(language)
    if problem == "which_column":
        return f"{named} ({choice})"
    if problem == "ambiguous_numbers" and evidence:
        return _number(choice, evidence[0], language)
    return _CHOICES[choice].in_(language)


def _number(choice: str, example: str, language: Language) -> str:
    mark = "," if "," in example else "."
    before, _, after = example.partition(mark)
    fraction = (mark == ",") == (choice == "comma")
    values = {"before": before, "after": after.lstrip("0") or "0", "whole": before + after}
    return _filled(_CHOICES["fraction" if fraction else "thousands"].in_(language), values)


def _counts(evidence: Sequence[str]) -> dict[str, int]:
    """Return evidence such as "missing:12" as counts by name."""
    return {name: int(count) for name, _, count in (text.partition(":") for text in evidence)}


def _filled(text: str, values: Mapping[str, str]) -> str:
    # Not str.format: what stood in the file may itself hold braces.
    for name, value in values.items():
        text = text.replace("{" + name + "}", value) if "{" + name + "}" in text else text
    return text


UNKNOWN_CHOICE: Final = Text(
    ru="На вопрос {key} нет ответа «{choice}». Можно: {choices}.",
    en="The question {key} has no answer “{choice}”. Choose one of: {choices}.",
    bg="Въпросът {key} няма отговор „{choice}“. Може: {choices}.",
)
UNCLEAR_KEY: Final = Text(
    ru="Ответ {key} подходит к нескольким вопросам. Уточните: {keys}.",
    en="The answer {key} fits several questions. Say which one: {keys}.",
    bg="Отговорът {key} е подходящ за няколко въпроса. Уточнете: {keys}.",
)
NO_ANSWER: Final = Text(
    ru="Ответ пишется как ВОПРОС=ВЫБОР, а не «{given}».",
    en="An answer is written KEY=CHOICE, not “{given}”.",
    bg="Отговорът се пише като ВЪПРОС=ИЗБОР, а не „{given}“.",
)
WAITS: Final = Text(
    ru="Файл ждёт ответа, из него ничего не сохранено.",
    en="The file waits for an answer; nothing of it is stored.",
    bg="Файлът чака отговор; нищо от него не е запазено.",
)
