"""Why a column was taken for what it is, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from ..model.text import Language, Text

REASONS: Final[Mapping[str, Text]] = {
    "heading": Text(ru="так называется столбец", en="the heading says so", bg="така се нарича колоната"),
    "heading_words": Text(ru="по словам заголовка", en="by the words of the heading", bg="по думите в заглавието"),
    "values": Text(ru="значения подходят", en="the values fit", bg="стойностите подхождат"),
    "check_digits": Text(
        ru="сходятся контрольные цифры", en="the check digits are right", bg="контролните цифри са верни"
    ),
    "currency_codes": Text(
        ru="внутри коды валют", en="the cells are currency codes", bg="вътре са кодове на валути"
    ),
    "emails": Text(ru="внутри адреса почты", en="the cells are e-mail addresses", bg="вътре са имейл адреси"),
    "stage_words": Text(
        ru="внутри названия стадий", en="the cells are names of stages", bg="вътре са имена на етапи"
    ),
    "known_words": Text(
        ru="знакомые слова в ячейках", en="the cells hold known words", bg="познати думи в клетките"
    ),
    "only_dates": Text(
        ru="единственный столбец с датами", en="the only column of dates", bg="единствената колона с дати"
    ),
    "company_names": Text(
        ru="похоже на названия фирм", en="the cells read like company names", bg="прилича на имена на фирми"
    ),
    "person_names": Text(
        ru="похоже на имена людей", en="the cells read like people's names", bg="прилича на имена на хора"
    ),
    "dialect": Text(
        ru="так называет столбец эта система", en="the system calls it so", bg="така системата нарича колоната"
    ),
    "derived": Text(
        ru="вычислено по другим столбцам", en="worked out from other columns", bg="изчислено от други колони"
    ),
    "answered": Text(ru="так вы ответили", en="your answer", bg="така отговорихте"),
    "remembered": Text(ru="так выбрали в прошлый раз", en="chosen so last time", bg="така е избрано миналия път"),
}

LOOKS_LIKE: Final = Text(ru="похоже на {system}", en="looks like {system}", bg="прилича на {system}")


def evidence_text(codes: Iterable[str], language: Language) -> str:
    """Return the reasons for one column, joined; a code without words of its own is left out."""
    said = [REASONS[code].in_(language) for code in codes if code in REASONS]
    return ", ".join(dict.fromkeys(said))
