"""Questions of several files at once: their keys, their answers, and what is remembered of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..intake.files.reading import read
from ..intake.files.sheet import Workbook
from ..intake.rows.hints import agreed
from ..intake.take import Question, Taken, TakenSheet, take_workbook
from ..intake.types import Hints, with_answers
from ..model.text import Language
from ..store.missing import ROWS_MISSING
from ..text.wording_questions import NO_ANSWER, UNCLEAR_KEY, UNKNOWN_CHOICE, choice_text, question_text
from .output import StoppedError


@dataclass(slots=True)
class Asked:
    """Files that came together, taken with the answers given: what each became, and what was learned.

    `learned` maps signatures of headings to what is to be remembered of them from now on.
    """

    taken: list[Taken]
    learned: dict[str, dict[str, Any]] = field(default_factory=dict)


def take_together(
    files: Sequence[tuple[Path, str]],
    remembered: Mapping[str, Any],
    answers: Sequence[str] = (),
    language: Language = "en",
) -> Asked:
    """Take files (path and name) that came together, answering their questions as far as `answers` go.

    `answers` are written KEY=CHOICE; a key may be shortened as long as it fits one question alone. What one file
    leaves open about its dates and decimals another may tell. An answer that nobody asked for is left alone.
    Raises `StoppedError` for an answer that fits several questions or is none of the choices.
    """
    given = [parted(answer, language) for answer in answers]
    books: list[Workbook | None] = []
    asked = Asked([])
    for path, name in files:
        book = read(path, name=name)
        asked.taken.append(take_workbook(book, remembered=remembered))
        # The cells of a file that asks nothing are let go at once.
        books.append(book if asked.taken[-1].waits else None)
    _ask_neighbours(asked, books, remembered)
    while learned := _answered(asked.taken, given, {**remembered, **asked.learned}, language):
        asked.learned |= learned
        known = {**remembered, **asked.learned}
        for at, kept in enumerate(books):
            if kept is not None and any(sheet.signature in learned for sheet in asked.taken[at].sheets):
                asked.taken[at] = take_workbook(kept, remembered=known, others=_others(asked.taken, at))
    return asked


def _others(taken: Sequence[Taken], at: int) -> Hints:
    return agreed(sheet.told for place, each in enumerate(taken) if place != at for sheet in each.sheets)


def _ask_neighbours(asked: Asked, books: Sequence[Workbook | None], remembered: Mapping[str, Any]) -> None:
    for at, each in enumerate(books):
        others = _others(asked.taken, at)
        if each is not None and others != Hints():
            asked.taken[at] = take_workbook(each, remembered=remembered, others=others)


def parted(answer: str, language: Language) -> tuple[str, str]:
    """Return key and choice of an answer written KEY=CHOICE. Raises `StoppedError` for anything else."""
    key, equals, choice = answer.rpartition("=")
    if not equals or not key or not choice:
        raise StoppedError(NO_ANSWER.in_(language).replace("{given}", answer))
    return key.strip(), choice.strip()


def keyed(taken: Sequence[Taken]) -> dict[str, tuple[Taken, TakenSheet, Question]]:
    """Return every open question of a call by a key of its own: "deals.csv:date_order".

    In a workbook of several sheets the sheet stands between, and the table where the sheet holds several; a
    second file of the same name is "deals.csv#2". The question about missing rows names its sheet itself:
    "book.xlsx:rows_missing:Deals".
    """
    found: dict[str, tuple[Taken, TakenSheet, Question]] = {}
    for file, each in zip(labels(taken), taken, strict=True):
        for sheet in each.sheets:
            for question in sheet.questions:
                named = len(each.sheets) > 1 and question.problem != ROWS_MISSING
                place = f"{file}:{sheet.sheet}" if named else file
                key = f"{place}:{question.key}"
                found[key if key not in found else f"{place}:{sheet.table}:{question.key}"] = each, sheet, question
    return found


def labels(taken: Sequence[Taken]) -> list[str]:
    """Return how each file of a call is called in keys: its name, and from the second of a name on "name#2"."""
    names: dict[str, int] = {}
    found = []
    for each in taken:
        names[each.file] = names.get(each.file, 0) + 1
        found.append(each.file if names[each.file] == 1 else f"{each.file}#{names[each.file]}")
    return found


def _answered(
    taken: Sequence[Taken], given: Iterable[tuple[str, str]], known: Mapping[str, Any], language: Language
) -> dict[str, dict[str, Any]]:
    """Return what the open questions of `taken` teach when they are answered as given: signature -> entry."""
    questions = keyed(taken)
    learned: dict[str, dict[str, Any]] = {}
    for short, choice in given:
        keys = [key for key in questions if key == short] or [key for key in questions if is_short_for(short, key)]
        if not keys:
            continue
        # Twin sheets that ask the very same about the very same headings are settled by one answer.
        if len({(questions[key][1].signature, questions[key][2].key) for key in keys}) > 1:
            raise StoppedError(UNCLEAR_KEY.in_(language).replace("{key}", short).replace("{keys}", ", ".join(keys)))
        _, sheet, question = questions[keys[0]]
        if choice not in question.choices:
            sentence = UNKNOWN_CHOICE.in_(language).replace("{choices}", ", ".join(question.choices))
            raise StoppedError(sentence.replace("{key}", keys[0]).replace("{choice}", choice))
        before = learned.get(sheet.signature) or known.get(sheet.signature)
        learned[sheet.signature] = with_answers(before, {question.key: choice})
    return learned


def is_short_for(short: str, key: str) -> bool:
    """Whether a key that somebody wrote is a whole stretch of the full one."""
    return f":{short}:" in f":{key}:"


def questions_of(
    taken: Taken, keys: Mapping[str, tuple[Taken, TakenSheet, Question]], language: Language
) -> dict[int, list[dict[str, Any]]]:
    """Return the open questions of a file in plain data, by the place of their sheet, in words of a language.

    Each has `key`, `question`, `choices` (what to answer), `choice_texts` (what they say) and `evidence`.
    """
    found: dict[int, list[dict[str, Any]]] = {}
    for key, (owner, sheet, question) in keys.items():
        if owner is taken:
            at = next(place for place, each in enumerate(taken.sheets) if each is sheet)
            found.setdefault(at, []).append(_told(key, sheet, question, language))
    return found


def _told(key: str, sheet: TakenSheet, question: Question, language: Language) -> dict[str, Any]:
    problem, evidence = question.problem, question.evidence
    named = question.named or ("",) * len(question.choices)
    return {
        "key": key,
        "problem": problem,
        "question": question_text(
            problem, language, sheet=sheet.sheet, table=sheet.table, column=question.column, evidence=evidence
        ),
        "choices": list(question.choices),
        "choice_texts": [
            choice_text(problem, choice, language, table=sheet.table, evidence=evidence, named=name)
            for choice, name in zip(question.choices, named, strict=True)
        ],
        "evidence": list(evidence),
    }
