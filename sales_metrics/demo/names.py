"""Invented firms and people: nobody trades as a moonlit beaver, so no name here can be anyone's."""

from __future__ import annotations

from typing import Final

from ..model.text import Language

_ADJECTIVES: Final = (
    ("Лунный", "Moonlit", "Лунен"),
    ("Полосатый", "Striped", "Раиран"),
    ("Задумчивый", "Pensive", "Замислен"),
    ("Клетчатый", "Chequered", "Кариран"),
    ("Бархатный", "Velvet", "Кадифен"),
    ("Шустрый", "Nimble", "Пъргав"),
    ("Медовый", "Honeyed", "Меден"),
    ("Плюшевый", "Plush", "Плюшен"),
    ("Сонный", "Sleepy", "Сънлив"),
    ("Пушистый", "Fluffy", "Пухкав"),
    ("Бродячий", "Wandering", "Скитащ"),
    ("Перечный", "Peppery", "Пиперен"),
    ("Кудрявый", "Curly", "Къдрав"),
    ("Зевающий", "Yawning", "Прозяващ се"),
    ("Рыжий", "Ginger", "Риж"),
    ("Веснушчатый", "Freckled", "Луничав"),
    ("Мятный", "Minty", "Ментов"),
    ("Упрямый", "Stubborn", "Упорит"),
    ("Скрипучий", "Squeaky", "Скърцащ"),
    ("Вежливый", "Polite", "Учтив"),
    ("Громкий", "Noisy", "Шумен"),
    ("Тихий", "Quiet", "Тих"),
    ("Лимонный", "Lemon", "Лимонов"),
    ("Туманный", "Foggy", "Мъглив"),
    ("Озадаченный", "Puzzled", "Озадачен"),
)
_NOUNS: Final = (
    ("Бобёр", "Beaver", "Бобър"),
    ("Кит", "Whale", "Кит"),
    ("Барсук", "Badger", "Язовец"),
    ("Пеликан", "Pelican", "Пеликан"),
    ("Кактус", "Cactus", "Кактус"),
    ("Тюлень", "Seal", "Тюлен"),
    ("Воробей", "Sparrow", "Врабец"),
    ("Мамонт", "Mammoth", "Мамут"),
    ("Фонарь", "Lantern", "Фенер"),
    ("Журавль", "Crane", "Жерав"),
    ("Жираф", "Giraffe", "Жираф"),
    ("Пингвин", "Penguin", "Пингвин"),
    ("Верблюд", "Camel", "Камил"),
    ("Дятел", "Woodpecker", "Кълвач"),
    ("Самовар", "Samovar", "Самовар"),
    ("Ёж", "Hedgehog", "Таралеж"),
    ("Тукан", "Toucan", "Тукан"),
    ("Хомяк", "Hamster", "Хамстер"),
    ("Якорь", "Anchor", "Якор"),
    ("Лось", "Moose", "Лос"),
    ("Голубь", "Pigeon", "Гълъб"),
    ("Комар", "Mosquito", "Комар"),
    ("Осьминог", "Octopus", "Октопод"),
    ("Клён", "Maple", "Клен"),
)
FIRMS: Final = len(_ADJECTIVES) * len(_NOUNS)
"""How many firms can be named."""

_FORMS: Final[dict[Language, tuple[str, ...]]] = {
    "ru": ("ООО «{}»", "ООО «{}»", "ООО «{}»", "АО «{}»", "НПО «{}»"),
    "en": ("{} Ltd", "{} Ltd", "{} Ltd", "{} plc", "{} Group Ltd"),
    "bg": ("{} ООД", "{} ЕООД", "{} ООД", "{} АД", "{} ЕАД"),
}
_COLUMN: Final[dict[Language, int]] = {"ru": 0, "en": 1, "bg": 2}


def stem(number: int, language: Language) -> str:
    """Return the two words that firm `number` (0 up to `FIRMS`) is called by."""
    adjective, noun = divmod(number, len(_NOUNS))
    column = _COLUMN[language]
    return f"{_ADJECTIVES[adjective][column]} {_NOUNS[(noun + adjective * 7) % len(_NOUNS)][column]}"


def firm(number: int, tail: str, language: Language) -> str:
    """Return the full name of a firm: its stem, what it does or where it is, and its legal form."""
    forms = _FORMS[language]
    return forms[number % len(forms)].format(f"{stem(number, language)} {tail}")


def group_of_firms(number: int, language: Language) -> str:
    """Return the name of the group that the branches of firm `number` belong to."""
    form = {"ru": "ГК «{}»", "en": "{} Holdings", "bg": "Холдинг {}"}[language]
    return form.format(stem(number, language))


_FIRST: Final[dict[Language, str]] = {
    "ru": "Алексей Мария Сергей Наталья Дмитрий Оксана Николай Вера Михаил Галина Антон Людмила",
    "en": "Alex Mary Simon Nicole David Rose Nicholas Vera Michael Grace Anthony Lucy",
    "bg": "Александър Маргарита Симеон Надежда Димитър Росица Николай Вера Михаил Галина Антон Людмила",
}
_LAST: Final[dict[Language, str]] = {
    "ru": "Ветренко Гурченко Данилюк Емельяненко Жук Заря Ильченко Корж Лисица Мороз Назаренко Осадчук Павленко "
    "Резник Савченко Ткач Усик",
    "en": "Archer Baker Carter Dyer Farmer Gardner Hunter Joiner Mason Palmer Potter Sawyer Shepherd Taylor Tyler "
    "Walker Weaver",
    "bg": "Ангелов Бояджиев Велев Ганев Динев Желев Златев Илчев Колев Ленков Минчев Найденов Павлов Райков "
    "Славов Тонев Узунов",
}


def person(number: int, language: Language) -> str:
    """Return a common first and last name; surnames are of forms that fit men and women, or are adapted."""
    firsts, lasts = _FIRST[language].split(), _LAST[language].split()
    first = number % len(firsts)
    last = lasts[(number // len(firsts) + number * 5) % len(lasts)]
    if language == "bg" and first % 2:
        last += "а"
    return f"{firsts[first]} {last}"


def telephone(number: int, language: Language) -> str:
    """Return a number that nobody can have: area codes that do not exist, or the range kept for drama."""
    if language == "en":
        return f"+353 20 91{number // 10000 % 10} {number % 10000:04d}"
    tail = f"{number % 10_000_000:07d}"
    if language == "ru":
        return f"+7 (000) {tail[:3]}-{tail[3:5]}-{tail[5:]}"
    return f"+359 00 {tail[1:4]} {tail[4:]}"


def mailbox(number: int) -> str:
    """Return an address under the top-level domain that RFC 2606 keeps for examples."""
    words = stem(number, "en").lower().replace(" ", "-")
    return f"office@{words}.example"


def inn(serial: int) -> str:
    """Return a ten-digit INN with a right check digit in the tax office 00, which does not exist."""
    digits = f"00{serial % 10_000_000:07d}"
    weights = (2, 4, 10, 3, 5, 9, 4, 6, 8)
    return digits + str(sum(w * int(d) for w, d in zip(weights, digits, strict=True)) % 11 % 10)


def eik(serial: int) -> str:
    """Return a nine-digit EIK with a right check digit, from a range that is not issued."""
    digits = f"99{serial % 1_000_000:06d}"
    check = sum((i + 1) * int(d) for i, d in enumerate(digits)) % 11
    if check == 10:
        check = sum((i + 3) * int(d) for i, d in enumerate(digits)) % 11 % 10
    return digits + str(check)


def irish_vat(serial: int) -> str:
    """Return an Irish VAT number with a right check letter, from the end of the range."""
    digits = f"99{serial % 100_000:05d}"
    check = sum((8 - i) * int(d) for i, d in enumerate(digits)) % 23
    return f"IE{digits}{'WABCDEFGHIJKLMNOPQRSTUV'[check]}"


def tax_id(serial: int, language: Language) -> str:
    """Return the tax id of the firm with that serial number, as the country of the language writes it."""
    return {"ru": inn, "en": irish_vat, "bg": eik}[language](serial)
