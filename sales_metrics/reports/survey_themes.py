"""What clients liked, disliked and want improved: themes, the words that told them, and quotes."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType
from typing import Final, NamedTuple

from ..metrics import METRICS
from ..model.panel import Align, Drill, Empty, ListColumn, Listing, ListRow, Panel
from ..model.survey_themes import common_words, found_in, survey_themes
from ..text.numbers import counts, k_of_n, quoted
from . import survey_words as words
from .context import Context
from .missing import WIDEN, missing_panel

KEY: Final = "surveys.themes"
READ: Final = 20_000
"""How many different answers are read, the most frequent first; rarer ones count as everything else."""
QUOTED: Final = 3
WORDS_SHOWN: Final = 6
GATE: Final = 10


class _Theme(NamedTuple):
    name: str
    told_by: str
    answers: tuple[str, ...]
    given: int


def themes_panel(context: Context) -> Panel:
    """Return the themes of the question that the reader has picked."""
    metric, title = METRICS["open_answers"], context.say(words.THEMES_NAME)
    absent = missing_panel(KEY, title, metric, words.THEMES_WOULD, context)
    if absent:
        return absent
    options = tuple((code, context.say(text)) for code, text in words.QUESTIONS.items())
    pick = context.pick("surveys.question", context.say(words.QUESTION), options, "disliked")
    found = metric.measure(context.tables, by=("answer",), filters=context.filters)
    found = found[(found["question"] == pick.chosen) & (found["n"] > 0)]
    subtitle = context.say(words.THEMES_SUBTITLE, period=context.period)
    if found.empty:
        picture = Empty(context.say(words.THEMES_NONE), context.say(WIDEN))
        return Panel(KEY, title, subtitle, picture, choices=(pick,))
    found = found.sort_values(["n", "answer"], ascending=[False, True], kind="stable")
    answers = {str(answer): int(n) for answer, n in zip(found["answer"], found["n"], strict=True)}
    themes = _themes(answers, context)
    total = sum(answers.values())
    columns = (
        ListColumn(context.say(words.THEME)),
        ListColumn(context.say(words.ANSWERS), Align.RIGHT),
        ListColumn(context.say(words.FOUND_BY)),
        ListColumn(context.say(words.QUOTES), wide=True),
    )
    rows = tuple(_row(theme, pick.chosen, total, context) for theme in themes)
    share = _share(themes[0].given, total, context)
    return Panel(
        key=KEY,
        title=context.say(
            words.THEMES_TITLES[pick.chosen], theme=quoted(themes[0].name, context.language), share=share
        ),
        subtitle=subtitle,
        picture=Listing(columns, rows),
        foot=f"{context.say(words.THEMES_FOOT)} {context.as_of}",
        choices=(pick,),
    )


def _themes(answers: dict[str, int], context: Context) -> list[_Theme]:
    """Return the themes, most answers first, then common words of the rest, and at the end what is left."""
    read = dict(list(answers.items())[:READ])
    told = {answer: found_in(answer) for answer in read}
    named = []
    for theme in survey_themes():
        own = tuple(answer for answer in read if theme.key in told[answer])
        if own:
            phrases = dict.fromkeys(phrase for answer in own for phrase in told[answer][theme.key])
            said = ", ".join(phrase.replace("*", "…") for phrase in list(phrases)[:WORDS_SHOWN])
            named.append(_Theme(theme.title.in_(context.language), said, own, _count(own, answers)))
    rest = {answer: times for answer, times in answers.items() if not told.get(answer)}
    common = [
        _Theme(context.say(words.SAME_WORD, word=word), word, own, _count(own, answers))
        for word, own in common_words({answer: n for answer, n in rest.items() if answer in read})
    ]
    gathered = {answer for theme in common for answer in theme.answers}
    left = tuple(answer for answer in rest if answer not in gathered)
    end = [_Theme(context.say(words.NO_THEME), "", left, _count(left, answers))] if left else []
    return [*sorted([*named, *common], key=lambda theme: -theme.given), *end]


def _count(own: Iterable[str], answers: dict[str, int]) -> int:
    return sum(answers[answer] for answer in own)


def _row(theme: _Theme, question: str, total: int, context: Context) -> ListRow:
    quotes = " · ".join(quoted(answer, context.language) for answer in theme.answers[:QUOTED])
    where: dict[str, str | tuple[str | None, ...] | None] = {"question": question, "answer": theme.answers}
    cells = (theme.name, _share(theme.given, total, context), theme.told_by, quotes)
    return ListRow(cells, Drill("open_answers", MappingProxyType(where), "total"))


def _share(count: int, total: int, context: Context) -> str:
    return (k_of_n if total >= GATE else counts)(count, total, context.language)
