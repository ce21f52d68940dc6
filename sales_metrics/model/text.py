"""A phrase in the three languages of the product."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, get_args

Language = Literal["ru", "en", "bg"]
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One meaning said in Russian, English and Bulgarian; a missing or blank language does not import.

    Raises `TypeError` when a language is left out, `ValueError` when one is blank.
    """

    ru: str
    en: str
    bg: str

    def __post_init__(self) -> None:
        for language in LANGUAGES:
            if not getattr(self, language).strip():
                raise ValueError(f"the {language} text is blank beside {self.en or self.ru!r}")

    def in_(self, language: Language) -> str:
        """Return the phrase in one language."""
        phrase: str = getattr(self, language)
        return phrase

    def all(self) -> tuple[str, str, str]:
        """Return the phrase in every language, in the order of `LANGUAGES`."""
        return (self.ru, self.en, self.bg)


def language_from(code: str | None, default: Language = "en") -> Language:
    """Return the language that a locale or an address names ("bg-BG", "ru_RU"), or `default` for any other."""
    start = (code or "").replace("_", "-").split("-")[0].lower()
    for language in LANGUAGES:
        if start == language:
            return language
    return default
