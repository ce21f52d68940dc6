"""The Russian firm's workbook of plans, costs and lists."""

from __future__ import annotations

from typing import Final

from .files import Sheet, Workbook

LISTS: Final = Workbook(
    file="plans_and_lists.xlsx",
    sheets=(
        Sheet(
            table="plans",
            name="Планы",
            headings={
                "manager": "Менеджер",
                "period": "Период",
                "measure": "Показатель",
                "value": "План",
                "level": "Уровень",
                "changed_by": "Кто изменил",
                "reason": "Причина изменения",
            },
        ),
        Sheet(
            table="targets",
            name="Цели",
            headings={"metric": "Показатель", "segment": "Для кого цель", "value": "Целевое значение"},
        ),
        Sheet(
            table="channel_costs",
            name="Затраты на каналы",
            shown="mm.yyyy",
            headings={"channel": "Канал", "month": "Месяц", "amount": "Затраты, ₽"},
        ),
        Sheet(
            table="trainings",
            name="Обучение",
            headings={"manager": "Участник", "held_on": "Дата проведения", "topic": "Тема тренинга"},
        ),
        Sheet(
            table="absences",
            name="Отсутствия",
            headings={"manager": "Сотрудник", "from_on": "С даты", "to_on": "По дату", "reason": "Вид отсутствия"},
        ),
        Sheet(
            table="managers",
            name="Менеджеры",
            headings={"manager": "ФИО", "team": "Группа", "head": "Руководитель", "role": "Должность"},
        ),
        Sheet(
            table="stages",
            name="Стадии",
            headings={"position": "№", "stage": "Стадия", "outcome": "Что значит"},
        ),
        Sheet(
            table="stage_log",
            name="История стадий",
            shown="dd.mm.yyyy hh:mm",
            headings={"deal_id": "ID сделки", "stage": "Новая стадия", "entered_at": "Дата смены"},
        ),
        Sheet(
            table="priority_changes",
            name="Смена приоритетов",
            headings={
                "changed_on": "Дата смены",
                "client": "Клиент",
                "manager": "Ответственный",
                "old": "Было",
                "new": "Стало",
                "reason": "Основание",
            },
        ),
        Sheet(
            table="tenders",
            name="Тендеры",
            headings={
                "tender_id": "Номер тендера",
                "client": "Заказчик",
                "tender_on": "Дата торгов",
                "subject": "Предмет тендера",
                "amount": "Начальная цена, ₽",
            },
        ),
        Sheet(
            table="development_actions",
            name="Планы развития",
            headings={
                "client": "Клиент",
                "action": "Мероприятие",
                "owner": "Исполнитель",
                "due_on": "Срок выполнения",
                "checked_on": "Дата контроля",
                "resources": "Ресурсы",
                "participants": "Участники",
                "status": "Статус",
                "done_on": "Дата выполнения",
                "result": "Итог",
            },
        ),
        Sheet(
            table="control_figures",
            name="Контрольные цифры",
            headings={
                "measure": "Контрольный показатель",
                "team": "Отдел",
                "region": "Регион",
                "due_on": "Контрольная дата",
                "target": "План",
                "fact": "Факт",
                "responsible": "Ответственный",
            },
        ),
        Sheet(
            table="plan_points",
            name="Четыре стороны",
            headings={"side": "Сторона", "point": "Пункт", "action": "Действие"},
        ),
        Sheet(
            table="products",
            name="Прайс-лист",
            headings={
                "product_id": "Артикул",
                "product": "Номенклатура",
                "product_group": "Товарная группа",
                "list_price": "Цена по прайсу, ₽",
            },
        ),
        Sheet(table="capacity", name="Мощность", headings={"period": "Месяц", "units": "Нормо-часы"}),
        Sheet(
            table="federal_list",
            name="Федеральный список",
            headings={"client": "Клиент", "division": "Подразделение"},
        ),
        Sheet(
            table="client_portrait",
            name="Портрет клиента",
            headings={
                "feature": "Признак клиента",
                "looks_at": "Смотреть на столбец",
                "role": "Что значит признак",
                "values": "Подходящие значения",
                "at_least": "Не меньше",
                "at_most": "Не больше",
            },
        ),
    ),
)
