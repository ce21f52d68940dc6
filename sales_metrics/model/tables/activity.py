"""What managers do: contacts with clients, trainings, absences, development actions."""

from __future__ import annotations

from typing import Final

from ..text import Text
from .declaration import Choice, Column, Kind, Owner, Table, words

CONTACTS: Final = Table(
    key="contacts",
    title=Text(ru="Контакты", en="Contacts with clients", bg="Контакти с клиенти"),
    row=Text(
        ru="один звонок, встреча или письмо",
        en="one call, meeting or e-mail",
        bg="едно обаждане, среща или писмо",
    ),
    synonyms=words(
        "contacts, activities, calls, meetings, visits, tasks, контакты, звонки, встречи, дела, "
        "визиты, активности, обаждания, срещи, дейности, посещения"
    ),
    keys=(
        ("contact_id",),
        ("client", "manager", "held_at", "kind"),
        ("client", "manager", "planned_at", "kind"),
        ("client", "manager", "held_at"),
        ("client", "held_at"),
    ),
    owner=Owner.MANAGER,
    columns=(
        Column(
            key="contact_id",
            kind=Kind.ID,
            title=Text(ru="Номер контакта", en="Contact ID", bg="Номер на контакт"),
            synonyms=words(
                "activity id, call id, task id, event id, id звонка, id контакта, id дела, номер дела, id "
                "на контакт, id"
            ),
        ),
        Column(
            key="client",
            kind=Kind.NAME,
            needed=True,
            title=Text(ru="Клиент", en="Client", bg="Клиент"),
            synonyms=words(
                "customer, company, account, account name, organization, related to, regarding, компания, "
                "контрагент, название компании, заказчик, фирма"
            ),
        ),
        Column(
            key="client_id",
            kind=Kind.ID,
            title=Text(ru="Код клиента", en="Client ID", bg="Код на клиент"),
            synonyms=words("customer id, account id, company id, id клиента, код контрагента, id компании"),
        ),
        Column(
            key="manager",
            kind=Kind.NAME,
            needed=True,
            title=Text(ru="Менеджер", en="Manager", bg="Мениджър"),
            synonyms=words(
                "owner, activity owner, sales rep, sales agent, assigned to, responsible, user, employee, "
                "ответственный, сотрудник, исполнитель, кто звонил, продавец, отговорник, търговец, "
                "служител, изпълнител"
            ),
        ),
        Column(
            key="held_at",
            kind=Kind.MOMENT,
            needed=True,
            title=Text(ru="Дата контакта", en="Held at", bg="Дата на контакта"),
            synonyms=words(
                "date, date and time, activity date, call date, meeting date, start, start time, scheduled start, done "
                "time, completed, дата, дата и время, дата звонка, дата встречи, начало, когда, "
                "состоялся, дата и час, дата на обаждане, дата на среща, проведена на, начало на"
            ),
        ),
        Column(
            key="kind",
            kind=Kind.CHOICE,
            needed=True,
            title=Text(ru="Вид контакта", en="Kind of contact", bg="Вид контакт"),
            synonyms=words(
                "type, activity type, kind, contact type, activity, тип, вид, тип контакта, тип дела, "
                "действие, вид на контакта, тип на контакта, дейност, встреча звонок, среща обаждане, "
                "meeting or call"
            ),
            choices=(
                Choice(
                    "call",
                    Text(ru="звонок", en="call", bg="обаждане"),
                    words(
                        "call, phone, phone call, outbound call, inbound call, звонок, звонки, звонок исходящий, "
                        "звонок входящий, исходящий звонок, входящий звонок, телефон, обаждане, телефонен "
                        "разговор, разговор"
                    ),
                ),
                Choice(
                    "meeting",
                    Text(ru="встреча", en="meeting", bg="среща"),
                    words(
                        "meeting, visit, demo, appointment, встреча, визит, выезд, переговоры, презентация, "
                        "среща, посещение, визита"
                    ),
                ),
                Choice(
                    "e-mail",
                    Text(ru="письмо", en="e-mail", bg="писмо"),
                    words(
                        "e-mail, email, mail, letter, письмо, письмо отправленное, письмо полученное, почта, "
                        "имейл, писмо, мейл"
                    ),
                ),
                Choice(
                    "greeting",
                    Text(ru="поздравление", en="greeting", bg="поздравление"),
                    words("greeting, congratulation, поздравление, честитка, поздрав"),
                ),
                Choice(
                    "other",
                    Text(ru="другое", en="other", bg="друго"),
                    words("other, task, note, chat, другое, прочее, задача, чат, мессенджер, друго, бележка"),
                ),
            ),
        ),
        Column(
            key="direction",
            kind=Kind.CHOICE,
            title=Text(ru="Направление", en="Direction", bg="Посока"),
            synonyms=words("call direction, направление звонка, входящий исходящий, посока на обаждането"),
            choices=(
                Choice(
                    "inbound",
                    Text(ru="входящий", en="inbound", bg="входящ"),
                    words("inbound, incoming, in, входящий, входящ, входящо"),
                ),
                Choice(
                    "outbound",
                    Text(ru="исходящий", en="outbound", bg="изходящ"),
                    words("outbound, outgoing, out, исходящий, изходящ, изходящо"),
                ),
            ),
        ),
        Column(
            key="place",
            kind=Kind.CHOICE,
            title=Text(ru="Место", en="Place", bg="Място"),
            synonyms=words("location, where, место встречи, где, място на срещата, къде"),
            choices=(
                Choice(
                    "client",
                    Text(ru="у клиента", en="at the client's", bg="при клиента"),
                    words("client, at client, on site, у клиента, выезд, при клиента, на място"),
                ),
                Choice(
                    "office",
                    Text(ru="в офисе", en="in our office", bg="в офиса"),
                    words("office, our office, офис, в офисе, у нас, в офиса"),
                ),
                Choice(
                    "online",
                    Text(ru="онлайн", en="online", bg="онлайн"),
                    words("online, zoom, teams, remote, онлайн, дистанционно, видео"),
                ),
            ),
        ),
        Column(
            key="channel",
            kind=Kind.LABEL,
            title=Text(ru="Канал", en="Channel", bg="Канал"),
            synonyms=words("source, lead source, источник, източник"),
        ),
        Column(
            key="planned_at",
            kind=Kind.MOMENT,
            title=Text(ru="Запланирован на", en="Planned at", bg="Планиран за"),
            synonyms=words(
                "planned, due, due date, deadline, scheduled for, план, плановая дата, срок, крайний "
                "срок, планирана дата"
            ),
        ),
        Column(
            key="created_at",
            kind=Kind.MOMENT,
            title=Text(ru="Внесён", en="Entered at", bg="Въведен на"),
            synonyms=words(
                "created, create date, created at, created time, entry date, дата создания, дата "
                "внесения, создан, създаден, дата на въвеждане, дата на създаване"
            ),
        ),
        Column(
            key="result",
            kind=Kind.CHOICE,
            title=Text(ru="Результат", en="Result", bg="Резултат"),
            synonyms=words(
                "outcome, call result, meeting outcome, disposition, status, итог, исход, результат "
                "звонка, результат встречи, статус, резултат от срещата, изход"
            ),
            choices=(
                Choice(
                    "agreed",
                    Text(ru="согласие", en="agreed", bg="съгласие"),
                    words(
                        "agreed, yes, positive, success, connected, согласие, согласен, договорились, успешно, "
                        "положительный, съгласие, съгласен"
                    ),
                ),
                Choice(
                    "refused",
                    Text(ru="отказ", en="refused", bg="отказ"),
                    words(
                        "refused, refusal, no, rejected, not interested, отказ, отказался, отрицательный, отказал"
                    ),
                ),
                Choice(
                    "postponed",
                    Text(ru="перенос", en="postponed", bg="отложено"),
                    words(
                        "postponed, rescheduled, moved, later, перенос, перенос встречи, перенесена, перенести, "
                        "отложено, отложен, пренасрочена"
                    ),
                ),
                Choice(
                    "needs_clarification",
                    Text(ru="уточнить", en="needs clarification", bg="за уточняване"),
                    words(
                        "needs clarification, clarify, follow up, needs clarification of the offer, уточнить, "
                        "уточнение, уточнение предложения, необходимость уточнения предложения, думает, за "
                        "уточняване, уточняване"
                    ),
                ),
                Choice(
                    "no_answer",
                    Text(ru="нет ответа", en="no answer", bg="няма отговор"),
                    words(
                        "no answer, no reply, busy, not reached, нет ответа, не ответил, недозвон, не "
                        "дозвонились, не берет трубку, няма отговор, не вдига"
                    ),
                ),
            ),
        ),
        Column(
            key="refusal_reason",
            kind=Kind.LABEL,
            title=Text(ru="Причина отказа", en="Reason for refusal", bg="Причина за отказ"),
            synonyms=words("refusal reason, reason, rejection reason, причина, почему отказ, причина за отказа"),
        ),
        Column(
            key="next_step",
            kind=Kind.TEXT,
            title=Text(ru="Следующий шаг", en="Next step", bg="Следваща стъпка"),
            synonyms=words("next action, todo, следующее действие, что дальше, договоренности, следващо действие"),
        ),
        Column(
            key="next_on",
            kind=Kind.DAY,
            title=Text(ru="Дата следующего шага", en="Next step on", bg="Дата на следваща стъпка"),
            synonyms=words(
                "next activity date, next contact, next date, follow up date, дата следующего контакта, "
                "следующий контакт, дата на следващ контакт, следващ контакт"
            ),
        ),
        Column(
            key="deal_id",
            kind=Kind.ID,
            title=Text(ru="Номер сделки", en="Deal ID", bg="Номер на сделка"),
            synonyms=words("opportunity id, deal, сделка, id сделки, номер на сделката, id на сделка"),
        ),
        Column(
            key="minutes",
            kind=Kind.NUMBER,
            title=Text(ru="Длительность, мин", en="Minutes", bg="Минути"),
            synonyms=words(
                "duration, call duration, length, длительность, продолжительность, продължителност, времетраене"
            ),
        ),
        Column(
            key="note",
            kind=Kind.TEXT,
            title=Text(ru="Заметка", en="Note", bg="Бележка"),
            synonyms=words(
                "comment, description, notes, subject, комментарий, примечание, описание, название, суть, "
                "коментар, забележка"
            ),
        ),
    ),
)

TRAININGS: Final = Table(
    key="trainings",
    title=Text(ru="Обучение", en="Trainings", bg="Обучения"),
    row=Text(
        ru="один менеджер на одном тренинге",
        en="one manager at one training",
        bg="един мениджър на едно обучение",
    ),
    synonyms=words("trainings, тренинги, обучение, обучения"),
    keys=(("manager", "held_on", "topic"), ("manager", "held_on")),
    owner=Owner.MANAGER,
    columns=(
        Column(
            key="manager",
            kind=Kind.NAME,
            needed=True,
            title=Text(ru="Менеджер", en="Manager", bg="Мениджър"),
            synonyms=words("participant, employee, trainee, участник, сотрудник, служител, ответственный"),
        ),
        Column(
            key="held_on",
            kind=Kind.DAY,
            needed=True,
            title=Text(ru="Дата тренинга", en="Training date", bg="Дата на обучението"),
            synonyms=words("date, held on, дата, дата обучения, дата проведения"),
        ),
        Column(
            key="topic",
            kind=Kind.LABEL,
            title=Text(ru="Тема тренинга", en="Training topic", bg="Тема на обучението"),
            synonyms=words("topic, training, course, subject, тема, тренинг, курс, обучение"),
        ),
    ),
)

ABSENCES: Final = Table(
    key="absences",
    title=Text(ru="Отсутствия", en="Absences", bg="Отсъствия"),
    row=Text(ru="одно отсутствие менеджера", en="one absence of a manager", bg="едно отсъствие на мениджър"),
    synonyms=words("absences, vacations, leave, отпуска, отсутствия, больничные, отсъствия, отпуски"),
    keys=(("manager", "from_on"),),
    owner=Owner.MANAGER,
    columns=(
        Column(
            key="manager",
            kind=Kind.NAME,
            needed=True,
            title=Text(ru="Менеджер", en="Manager", bg="Мениджър"),
            synonyms=words("employee, сотрудник, фио, служител"),
        ),
        Column(
            key="from_on",
            kind=Kind.DAY,
            needed=True,
            title=Text(ru="С", en="Away from", bg="Отсъства от"),
            synonyms=words("from, start, start date, с даты, начало, дата начала, от, начална дата, от дата"),
        ),
        Column(
            key="to_on",
            kind=Kind.DAY,
            needed=True,
            title=Text(ru="По", en="Away to", bg="Отсъства до"),
            synonyms=words("to, end, until, end date, по дату, конец, дата окончания, до, крайна дата, до дата"),
        ),
        Column(
            key="reason",
            kind=Kind.LABEL,
            title=Text(ru="Вид отсутствия", en="Kind of absence", bg="Вид отсъствие"),
            synonyms=words("reason, type, причина, вид, тип, вид отпуска"),
        ),
    ),
)

DEVELOPMENT_ACTIONS: Final = Table(
    key="development_actions",
    title=Text(ru="План развития", en="Development actions", bg="План за развитие"),
    row=Text(
        ru="одно действие плана развития",
        en="one action of a development plan",
        bg="едно действие от план за развитие",
    ),
    synonyms=words(
        "development plan, action plan, план развития, планы развития, план действий, план за "
        "развитие, план за действие"
    ),
    keys=(("client", "action"),),
    owner=Owner.CLIENT,
    columns=(
        Column(
            key="client",
            kind=Kind.NAME,
            needed=True,
            title=Text(ru="Клиент", en="Client", bg="Клиент"),
            synonyms=words("customer, company, account, компания, контрагент, фирма, отдел, регион"),
        ),
        Column(
            key="action",
            kind=Kind.TEXT,
            needed=True,
            title=Text(ru="Действие", en="Action", bg="Действие"),
            synonyms=words(
                "what, task, step, мероприятие, что сделать, что делаем, задача, какво, какво правим, мярка"
            ),
        ),
        Column(
            key="owner",
            kind=Kind.NAME,
            needed=True,
            title=Text(ru="Исполнитель", en="Action owner", bg="Изпълнител"),
            synonyms=words("owner, who, responsible, ответственный, кто, менеджер, отговорник, кой"),
        ),
        Column(
            key="due_on",
            kind=Kind.DAY,
            needed=True,
            title=Text(ru="Срок", en="Due on", bg="Срок"),
            synonyms=words("due, due date, deadline, when, когда, срок выполнения, дедлайн, краен срок, кога"),
        ),
        Column(
            key="checked_on",
            kind=Kind.DAY,
            title=Text(ru="Дата контроля", en="Check date", bg="Дата на контрол"),
            synonyms=words("check on, control date, контроль, контрольная дата, контрол"),
        ),
        Column(
            key="resources",
            kind=Kind.TEXT,
            title=Text(ru="Ресурсы", en="Resources", bg="Ресурси"),
            synonyms=words("budget, means, необходимые ресурсы, бюджет, необходими ресурси"),
        ),
        Column(
            key="participants",
            kind=Kind.TEXT,
            title=Text(ru="Участники", en="Participants", bg="Участници"),
            synonyms=words("people, linked people, связанные лица, кто участвует, свързани лица"),
        ),
        Column(
            key="status",
            kind=Kind.CHOICE,
            title=Text(ru="Состояние", en="State", bg="Състояние"),
            synonyms=words("status, state, статус, выполнение, статус на действието"),
            choices=(
                Choice(
                    "planned",
                    Text(ru="намечено", en="planned", bg="планирано"),
                    words("planned, open, to do, намечено, не начато, план, планирано, отворено"),
                ),
                Choice(
                    "in_progress",
                    Text(ru="в работе", en="in progress", bg="в процес"),
                    words("in progress, started, в работе, начато, в процес, започнато"),
                ),
                Choice(
                    "done",
                    Text(ru="сделано", en="done", bg="изпълнено"),
                    words("done, completed, closed, сделано, выполнено, готово, изпълнено, завършено"),
                ),
                Choice(
                    "postponed",
                    Text(ru="перенесено", en="postponed", bg="отложено"),
                    words("postponed, moved, перенесено, отложено"),
                ),
                Choice(
                    "dropped",
                    Text(ru="снято", en="dropped", bg="отпаднало"),
                    words("dropped, cancelled, canceled, снято, отменено, отпаднало, отказано"),
                ),
            ),
        ),
        Column(
            key="done_on",
            kind=Kind.DAY,
            title=Text(ru="Сделано", en="Done on", bg="Изпълнено на"),
            synonyms=words("completed on, finish date, дата выполнения, выполнено, дата на изпълнение"),
        ),
        Column(
            key="result",
            kind=Kind.TEXT,
            title=Text(ru="Результат действия", en="Result of the action", bg="Резултат от действието"),
            synonyms=words("result, outcome, результат, итог, резултат"),
        ),
    ),
)

TABLES: Final = (CONTACTS, TRAININGS, ABSENCES, DEVELOPMENT_ACTIONS)
