"""The shares of meetings whose records are worth a question, one metric an indicator.

The definitions say what would also explain a mark: none of them is a finding about a person. They differ in nothing
but the mark of `meeting_questions` that they count, so one helper declares them. Long because each of the
definitions stands in three languages with an example of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import ibis.expr.types as ir

from ..model.text import Text
from ..model.unit import Better, Unit
from .declaration import NOTHING, Example, Metric, metric
from .kinds import Rate
from .sources import FALSIFIERS, PALM

CONTACTS: Final = ("manager", "held_at", "kind")
ONLY: Final = (
    "day", "week", "month", "quarter", "manager", "team", "head", "client", "segment", "size", "priority", "region",
    "industry", "channel",
)  # fmt: skip
Needs = Mapping[str, tuple[str, ...]]


def _question(
    key: str,
    flag: str,
    name: Text,
    definition: Text,
    *,
    example: Example,
    contacts: tuple[str, ...] = (),
    besides: Needs = NOTHING,
    uses: Needs = NOTHING,
) -> Metric:
    def formula(meeting_questions: ir.Table) -> ir.Table:
        marked = meeting_questions.filter(meeting_questions[flag].notnull())
        return marked.select("_key", "client", "manager", "channel", "held_at", k=marked[flag], n=1)

    formula.__name__ = key
    declared: Metric = metric(
        kind=Rate(),
        name=name,
        definition=definition,
        unit=Unit.SHARE,
        better=Better.NEITHER,
        needs={"contacts": (*CONTACTS, *contacts), **besides},
        uses={"contacts": ("result",), **uses},
        dated_by="held_at",
        only=ONLY,
        source=f"{FALSIFIERS}; {PALM}",
        example=example,
    )(formula)
    return declared


notes_alike = _question(
    "notes_alike",
    "alike",
    Text(ru="Похожие заметки", en="Notes alike", bg="Сходни бележки"),
    Text(
        ru="Доля встреч с заметкой от 25 знаков, у которых та же или почти та же заметка (сходство от 90 из "
        "100) есть у другой встречи этого менеджера или дословно у коллеги. Объяснением бывают шаблоны и "
        "однотипные визиты.",
        en="The share of meetings with a note of 25 characters or more whose note is the same or nearly the "
        "same (likeness of 90 of 100) as that of another meeting of this manager, or word for word a "
        "colleague's. Templates and routine visits explain it too.",
        bg="Дял на срещите с бележка от поне 25 знака, чиято бележка е същата или почти същата (сходство от 90 "
        "на 100) като на друга среща на този мениджър или дословно като на колега. Обяснение могат да са "
        "шаблони и еднотипни посещения.",
    ),
    contacts=("note",),
    example=Example(
        given={
            "contacts": """
                client | manager | held_at          | kind    | note
                Alfa   | Ivanova | 2026-03-02 10:00 | meeting | Spoke of the spring delivery, they will think
                Beta   | Ivanova | 2026-03-03 10:00 | meeting | Spoke of the spring delivery; they will think!
                Gamma  | Ivanova | 2026-03-04 10:00 | meeting | Spoke of the spring deliveries, they will think
                Delta  | Ivanova | 2026-03-05 10:00 | meeting | The director wants a drawing of the new valve
                Eta    | Ivanova | 2026-03-06 10:00 | meeting | no answer
            """
        },
        answer=3 / 4,
    ),
)
meetings_crossing = _question(
    "meetings_crossing",
    "overlaps",
    Text(ru="Пересекающиеся встречи", en="Meetings that cross", bg="Застъпващи се срещи"),
    Text(
        ru="Доля встреч, которые по времени накладываются на соседнюю встречу того же менеджера или стоят в "
        "дне, где встреч больше, чем задано в правилах. Объяснением бывают общие встречи и время, записанное на "
        "глаз.",
        en="The share of meetings that overlap in time with the next or the previous one of the same manager, "
        "or stand on a day with more meetings than the rules hold possible. Joint meetings and times put down "
        "by guess explain it too.",
        bg="Дял на срещите, които се застъпват по време със съседна среща на същия мениджър или са в ден с "
        "повече срещи, отколкото правилата смятат за възможно. Обяснение могат да са общи срещи и час, записан "
        "на око.",
    ),
    uses={"contacts": ("result", "minutes")},
    example=Example(
        given={
            "contacts": """
                client | manager | held_at          | kind    | minutes
                Alfa   | Ivanova | 2026-03-02 10:00 | meeting | 60
                Beta   | Ivanova | 2026-03-02 10:30 | meeting | 30
                Gamma  | Ivanova | 2026-03-02 11:00 | meeting | 30
                Delta  | Petrov  | 2026-03-02 10:30 | meeting | 30
            """
        },
        answer=2 / 4,
    ),
)
meetings_off_duty = _question(
    "meetings_off_duty",
    "off_duty",
    Text(ru="Встречи в нерабочие дни", en="Meetings on days off", bg="Срещи в почивни дни"),
    Text(
        ru="Доля встреч в выходной, праздник или в день отсутствия менеджера. Объяснением бывают выставки, просьба "
        "клиента, ошибка в дате.",
        en="The share of meetings on a weekend, a holiday or a day of the manager's absence. Exhibitions, a "
        "client's wish, a slip in the date explain it too.",
        bg="Дял на срещите в почивен ден, празник или ден на отсъствие на мениджъра. Обяснение могат да са "
        "изложения, желание на клиента, грешка в датата.",
    ),
    uses={"contacts": ("result",), "absences": ("manager", "from_on", "to_on")},
    example=Example(
        given={
            "contacts": """
                client | manager | held_at          | kind
                Alfa   | Ivanova | 2026-03-12 10:00 | meeting
                Beta   | Ivanova | 2026-03-13 10:00 | meeting
                Gamma  | Ivanova | 2026-03-14 10:00 | meeting
                Delta  | Ivanova | 2026-03-16 10:00 | meeting
            """,
            "absences": "manager | from_on | to_on\nIvanova | 2026-03-13 | 2026-03-13",
        },
        answer=2 / 4,
    ),
)
_AFTER: Final = {
    "contacts": """
        client | manager | held_at          | kind    | next_step | direction
        Alfa   | Ivanova | 2026-03-02 10:00 | meeting | offer     |
        Beta   | Ivanova | 2026-03-03 10:00 | meeting |           |
        Beta   | Ivanova | 2026-03-20 10:00 | call    |           | inbound
        Gamma  | Ivanova | 2026-03-04 10:00 | meeting |           |
        Gamma  | Ivanova | 2026-03-20 10:00 | call    |           | outbound
        Delta  | Ivanova | 2026-03-05 10:00 | meeting |           |
        Eta    | Ivanova | 2026-06-30 10:00 | meeting |           |
    """,
    "deals": """
        deal_id | client | outcome | offer_sent_on | closed_on
        1       | Delta  | won     | 2026-03-09    | 2026-04-30
    """,
}
meetings_led_nowhere = _question(
    "meetings_led_nowhere",
    "led_nowhere",
    Text(ru="Встречи без продолжения", en="Meetings nothing followed", bg="Срещи без продължение"),
    Text(
        ru="Доля встреч без следующего шага, после которых за срок из правил не было ни предложения клиенту, ни "
        "контакта по его почину. Встречи моложе этого срока не считаются. Объяснением бывают поддерживающие "
        "визиты и шаги, записанные в другом месте.",
        en="The share of meetings without a next step after which, within the time the rules give, no offer "
        "went to the client and no contact came from it. Younger meetings are left out. Courtesy visits and "
        "steps noted elsewhere explain it too.",
        bg="Дял на срещите без следваща стъпка, след които в срока от правилата няма нито оферта до клиента, "
        "нито контакт по негова инициатива. По-новите срещи не се броят. Обяснение могат да са поддържащи "
        "посещения и стъпки, записани другаде.",
    ),
    contacts=("next_step",),
    uses={"contacts": ("result", "next_on", "direction", "client"), "deals": ("client", "offer_sent_on")},
    example=Example(given=_AFTER, answer=1 / 4),
)
meetings_untraced = _question(
    "meetings_untraced",
    "no_trace",
    Text(ru="Клиент без телефона и почты", en="Client without phone or e-mail", bg="Клиент без телефон и имейл"),
    Text(
        ru="Доля встреч с клиентами, у которых в карточке нет ни телефона, ни почты, а в истории – ни звонка, "
        "ни письма. Объяснением бывают встречи на выставке и договорённость через посредника.",
        en="The share of meetings with clients that have neither a telephone nor an e-mail on their card, and "
        "neither a call nor an e-mail in their history. Meetings at a fair or arranged by a third party explain "
        "it too.",
        bg="Дял на срещите с клиенти, в чиято карта няма нито телефон, нито имейл, а в историята няма нито "
        "обаждане, нито писмо. Обяснение могат да са срещи на изложение и уговорка чрез посредник.",
    ),
    contacts=("client",),
    uses={"contacts": ("result",), "clients": ("client", "phone", "email")},
    example=Example(
        given={
            "contacts": """
                client | manager | held_at          | kind
                Alfa   | Ivanova | 2026-03-02 10:00 | meeting
                Beta   | Ivanova | 2026-03-03 10:00 | meeting
                Beta   | Ivanova | 2026-03-04 10:00 | call
                Gamma  | Ivanova | 2026-03-05 10:00 | meeting
            """,
            "clients": "client | phone\nAlfa | 123",
        },
        answer=1 / 3,
    ),
)
meetings_same_length = _question(
    "meetings_same_length",
    "same_length",
    Text(ru="Одинаковая длительность", en="One and the same length", bg="Една и съща продължителност"),
    Text(
        ru="Доля встреч, длительность которых совпадает с самой частой у этого менеджера. Объяснением бывает "
        "значение, которое подставляет календарь; поэтому сравнение идёт только с коллегами.",
        en="The share of meetings that last exactly as long as the manager's meetings most often do. A calendar "
        "that fills in a default explains it too, which is why the comparison is with colleagues only.",
        bg="Дял на срещите, чиято продължителност съвпада с най-честата при този мениджър. Обяснение може да е "
        "стойност, която календарът попълва сам; затова сравнението е само с колегите.",
    ),
    contacts=("minutes",),
    example=Example(
        given={
            "contacts": """
                client | manager | held_at          | kind    | minutes
                Alfa   | Ivanova | 2026-03-02 10:00 | meeting | 60
                Beta   | Ivanova | 2026-03-03 10:00 | meeting | 60
                Gamma  | Ivanova | 2026-03-04 10:00 | meeting | 45
                Delta  | Petrov  | 2026-03-05 10:00 | meeting | 30
            """
        },
        answer=3 / 4,
    ),
)
meetings_unsold = _question(
    "meetings_unsold",
    "no_contract",
    Text(ru="Встречи без договора", en="Meetings without a contract", bg="Срещи без договор"),
    Text(
        ru="Доля встреч, после которых за срок из правил с клиентом не выиграна ни одна сделка. Встречи моложе "
        "этого срока не считаются. Объяснением бывают долгий цикл и трудная территория.",
        en="The share of meetings after which, within the time the rules give, no deal with the client was won. "
        "Younger meetings are left out. A long cycle and a hard territory explain it too.",
        bg="Дял на срещите, след които в срока от правилата няма спечелена сделка с клиента. По-новите срещи не "
        "се броят. Обяснение могат да са дълъг цикъл и трудна територия.",
    ),
    contacts=("client",),
    besides={"deals": ("client", "outcome", "closed_on")},
    example=Example(given=_AFTER, answer=3 / 4),
)
meetings_usual_number = _question(
    "meetings_usual_number",
    "usual_number",
    Text(ru="Каждый день поровну", en="The same number every day", bg="Всеки ден поравно"),
    Text(
        ru="Доля встреч в дни, когда встреч было ровно столько, сколько у менеджера бывает чаще всего, если это "
        "две или больше. Обычно число колеблется. Объяснением бывают жёсткий график и норма, которую ждут "
        "каждый день.",
        en="The share of meetings on days with exactly the number of meetings that the manager has most often, "
        "if that is two or more. As a rule the number varies. A fixed timetable and a quota for every day "
        "explain it too.",
        bg="Дял на срещите в дни с точно толкова срещи, колкото мениджърът има най-често, ако са две или повече. "
        "Обикновено броят се колебае. Обяснение могат да са твърд график и норма за всеки ден.",
    ),
    example=Example(
        given={
            "contacts": """
                client | manager | held_at          | kind
                Alfa   | Ivanova | 2026-03-02 10:00 | meeting
                Beta   | Ivanova | 2026-03-02 12:00 | meeting
                Gamma  | Ivanova | 2026-03-03 10:00 | meeting
                Delta  | Ivanova | 2026-03-03 12:00 | meeting
                Eta    | Ivanova | 2026-03-04 10:00 | meeting
            """
        },
        answer=4 / 5,
    ),
)


@metric(
    kind=Rate(),
    name=Text(ru="Не подтвердилось при обзвоне", en="Not confirmed by telephone", bg="Непотвърдено по телефона"),
    definition=Text(
        ru="Из контактов, о которых клиент при обзвоне дал ясный ответ, доля тех, которые он не подтвердил. Кто "
        "не ответил или не помнит, не считается. Объяснением бывают другой собеседник и забывчивость.",
        en="Of the contacts about which the client gave a clear answer by telephone, the share that was not "
        "confirmed. Those not reached and those who do not remember are left out. Another person on the line "
        "and a poor memory explain it too.",
        bg="От контактите, за които клиентът е дал ясен отговор по телефона, делът на непотвърдените. Които не "
        "са открити или не помнят, не се броят. Обяснение могат да са друг събеседник и слаба памет.",
    ),
    unit=Unit.SHARE,
    better=Better.NEITHER,
    needs={"ring_checks": ("manager", "called_on", "answer")},
    dated_by="called_on",
    source=f"{FALSIFIERS}; {PALM}",
    example=Example(
        given={
            "ring_checks": """
                manager | called_on  | answer
                Ivanova | 2026-03-20 | confirmed
                Ivanova | 2026-03-20 | denied
                Petrov  | 2026-03-20 | unreachable
                Petrov  | 2026-03-21 | forgotten
                Petrov  | 2026-03-21 | confirmed
            """
        },
        answer=1 / 3,
    ),
)
def ring_denied(ring_checks: ir.Table) -> ir.Table:
    """k = denied, n = confirmed or denied."""
    told = ring_checks.filter(ring_checks.answer.isin(["confirmed", "denied"]))
    return told.mutate(k=(told.answer == "denied").cast("int64"), n=1)


MEETINGS: Final = (
    notes_alike,
    meetings_crossing,
    meetings_off_duty,
    meetings_led_nowhere,
    meetings_untraced,
    meetings_same_length,
    meetings_unsold,
    meetings_usual_number,
)
"""The indicators that are read off the meetings themselves, in the order in which they are shown."""
