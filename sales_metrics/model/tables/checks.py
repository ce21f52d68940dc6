"""What clients said when they were rung up about contacts on record."""

from __future__ import annotations

from typing import Final

from ..text import Text
from .declaration import Choice, Column, Kind, Owner, Table, words

RING_CHECKS: Final = Table(
    key="ring_checks",
    title=Text(ru="Обзвон для проверки записей", en="Ring-round checks", bg="Проверка по телефона"),
    row=Text(
        ru="один контакт, о котором спрашивали клиента",
        en="one contact that the client was asked about",
        bg="един контакт, за който е питан клиентът",
    ),
    synonyms=words(
        "ring round, ring checks, call backs, обзвон, проверочный обзвон, результаты обзвона, обзвъняване, "
        "проверка по телефона"
    ),
    keys=(
        ("sample_id", "contact_id"),
        ("contact_id", "called_on"),
        ("sample_id", "client", "manager", "held_at"),
        ("client", "manager", "held_at", "called_on"),
        ("client", "manager", "held_at"),
        ("manager", "called_on"),
    ),
    owner=Owner.DIRECTOR,
    columns=(
        Column(
            key="sample_id",
            kind=Kind.ID,
            title=Text(ru="Выборка", en="Sample", bg="Извадка"),
            synonyms=words("sample id, номер выборки, номер на извадката"),
        ),
        Column(
            key="part",
            kind=Kind.CHOICE,
            title=Text(ru="Часть выборки", en="Part of the sample", bg="Част от извадката"),
            synonyms=words("sample part, часть обзвона, част на извадката"),
            choices=(
                Choice(
                    "sample",
                    Text(ru="выборка", en="sample", bg="извадка"),
                    words("random sample, main sample, основная выборка, случайная выборка, случайна извадка"),
                ),
                Choice(
                    "reserve",
                    Text(ru="запас", en="reserve", bg="резерв"),
                    words("replacement, replacements, замена, на замену, замяна"),
                ),
                Choice(
                    "top_up",
                    Text(ru="сверх выборки", en="beyond the sample", bg="извън извадката"),
                    words("top up, extra, дополнительно, допълнително"),
                ),
            ),
        ),
        Column(
            key="contact_id",
            kind=Kind.ID,
            title=Text(ru="Номер проверяемой записи", en="Checked record ID", bg="Номер на проверявания запис"),
            synonyms=words("checked activity id, id проверяемой записи, id на проверявания запис"),
        ),
        Column(
            key="client",
            kind=Kind.NAME,
            title=Text(ru="Клиент", en="Client", bg="Клиент"),
            synonyms=words("customer, компания"),
        ),
        Column(
            key="manager",
            kind=Kind.NAME,
            needed=True,
            title=Text(ru="Менеджер", en="Manager", bg="Мениджър"),
            synonyms=words("whose record, чья запись, чий запис"),
        ),
        Column(
            key="held_at",
            kind=Kind.MOMENT,
            title=Text(ru="Когда, по записи", en="When, by the record", bg="Кога, според записа"),
            synonyms=words("date by the record, дата по записи, дата според записа"),
        ),
        Column(
            key="frame_size",
            kind=Kind.NUMBER,
            title=Text(
                ru="Встреч, из которых взята выборка", en="Meetings sampled from", bg="Срещи, от които е извадката"
            ),
            synonyms=words("frame size, размер совокупности, размер на съвкупността"),
        ),
        Column(
            key="called_on",
            kind=Kind.DAY,
            needed=True,
            title=Text(ru="Когда звонили", en="Called on", bg="Кога е звънено"),
            synonyms=words("ring date, checked on, дата обзвона, дата проверки, дата на обаждането до клиента"),
        ),
        Column(
            key="answer",
            kind=Kind.CHOICE,
            needed=True,
            title=Text(ru="Ответ клиента", en="Client's answer", bg="Отговор на клиента"),
            synonyms=words(
                "answer, confirmed, what the client said, ответ, подтвердил, что сказал клиент, отговор"
            ),
            choices=(
                Choice(
                    "confirmed",
                    Text(ru="подтвердил", en="confirmed", bg="потвърди"),
                    words("was, yes, да, подтверждено, подтвердила, был, потвърдено, имало е"),
                ),
                Choice(
                    "denied",
                    Text(ru="не подтвердил", en="not confirmed", bg="не потвърди"),
                    words("denied, was not, not held, no, нет, не было, не подтверждено, не е имало, отрече"),
                ),
                Choice(
                    "unreachable",
                    Text(ru="не дозвонились", en="not reached", bg="не беше открит"),
                    words("unreachable, no answer, недоступен, нет ответа, не ответил, не отговаря, недостъпен"),
                ),
                Choice(
                    "forgotten",
                    Text(ru="не помнит", en="does not remember", bg="не помни"),
                    words("forgotten, not sure, не уверен, затрудняется, не е сигурен"),
                ),
            ),
        ),
        Column(
            key="note",
            kind=Kind.TEXT,
            title=Text(ru="Что сказали", en="What was said", bg="Какво казаха"),
            synonyms=words("remark, комментарий к обзвону, коментар към обаждането"),
        ),
    ),
)

TABLES: Final = (RING_CHECKS,)
