"""What is said of a row of the client portrait that cannot be used, or that no client answers to."""

from __future__ import annotations

from typing import Final

from ..model.portrait import Feature
from ..model.tables import Kind
from ..model.text import Language, Text

PROBLEMS: Final = {
    "no_column": Text(
        ru="{name}: выберите столбец клиентов, на который смотреть.",
        en="{name}: choose the column of clients to look at.",
        bg="{name}: изберете коя колона на клиентите да се гледа.",
    ),
    "no_values": Text(
        ru="{name}: впишите значения столбца «{column}» через точку с запятой, а для сумм границы.",
        en="{name}: write the values of “{column}” that count, with semicolons between them, or bounds for a sum.",
        bg="{name}: впишете стойностите на „{column}“ с точка и запетая между тях, а за суми – граници.",
    ),
    "bounds_for_words": Text(
        ru="{name}: в столбце «{column}» слова, границы «не меньше» и «не больше» ему не подходят. Впишите значения.",
        en="{name}: “{column}” holds words, for which there are no bounds. Write the values that count.",
        bg="{name}: в „{column}“ има думи, граници за тях няма. Впишете стойностите, които се броят.",
    ),
    "values_for_number": Text(
        ru="{name}: в столбце «{column}» суммы. Вместо значений ({found}) укажите «не меньше» или «не больше».",
        en="{name}: “{column}” holds sums. In place of values ({found}) give “at least” or “at most”.",
        bg="{name}: в „{column}“ има суми. Вместо стойности ({found}) посочете „не по-малко от“ или „не повече от“.",
    ),
    "unknown_word": Text(
        ru="{name}: в столбце «{column}» не бывает значения «{found}». Бывают: {known}.",
        en="{name}: “{column}” never holds “{found}”. It can hold: {known}.",
        bg="{name}: в „{column}“ няма стойност „{found}“. Възможни са: {known}.",
    ),
    "turned_round": Text(
        ru="{name}: «не меньше» больше, чем «не больше». Поменяйте их местами.",
        en="{name}: “at least” is above “at most”. Change them round.",
        bg="{name}: „не по-малко от“ е над „не повече от“. Разменете ги.",
    ),
}
UNSEEN: Final = Text(
    ru="{name}: ни у одного клиента нет значения {values}. Проверьте, так ли оно пишется в таблице клиентов.",
    en="{name}: no client has the value {values}. Check that the clients table spells it the same way.",
    bg="{name}: няма клиент със стойност {values}. Проверете дали в таблицата с клиенти се пише така.",
)
YES_OR_NO: Final = Text(ru="да, нет", en="yes, no", bg="да, не")
UNNAMED: Final = Text(ru="Признак без названия", en="A feature without a name", bg="Признак без име")


def problem_sentence(feature: Feature, language: Language) -> str | None:
    """Return what keeps a row of the portrait from being used and what to do about it; `None` where nothing does."""
    if feature.problem is None:
        return None
    column, known = "", ""
    if feature.problem != "no_column":
        column = feature.column.title.in_(language)
        known = ", ".join(choice.title.in_(language) for choice in feature.column.choices)
        known = YES_OR_NO.in_(language) if feature.column.kind is Kind.YES_NO else known
    parts = {"name": _name(feature.name, language), "column": column, "found": feature.found, "known": known}
    return PROBLEMS[feature.problem].in_(language).format(**parts)


def unseen_sentence(name: str, values: list[str], language: Language) -> str:
    """Return that no client has some values of a feature."""
    return UNSEEN.in_(language).format(name=_name(name, language), values=", ".join(values))


def _name(name: str, language: Language) -> str:
    return name or UNNAMED.in_(language)
