"""The Bulgarian firm's workbook of plans, costs and lists."""

from __future__ import annotations

from typing import Final

from .files import Sheet, Workbook

LISTS: Final = Workbook(
    file="plans_and_lists.xlsx",
    sheets=(
        Sheet(
            table="plans",
            name="Планове",
            headings={
                "manager": "Служител",
                "period": "Месец",
                "measure": "Показател",
                "value": "Планова стойност",
                "level": "Ниво",
                "changed_by": "Променен от",
                "reason": "Причина за промяната",
            },
        ),
        Sheet(
            table="targets",
            name="Цели",
            headings={"metric": "Показател", "segment": "За кого е целта", "value": "Целева стойност"},
        ),
        Sheet(
            table="channel_costs",
            name="Разходи по канали",
            headings={"channel": "Канал", "month": "Месец", "amount": "Разходи, €"},
        ),
        Sheet(
            table="trainings",
            name="Обучения",
            headings={"manager": "Участник", "held_on": "Дата на обучението", "topic": "Тема"},
        ),
        Sheet(
            table="absences",
            name="Отсъствия",
            headings={"manager": "Служител", "from_on": "От дата", "to_on": "До дата", "reason": "Вид отсъствие"},
        ),
        Sheet(
            table="managers",
            name="Търговски екип",
            headings={"manager": "Име", "team": "Екип", "head": "Ръководител", "role": "Длъжност"},
        ),
        Sheet(
            table="stages",
            name="Етапи",
            headings={"position": "Пореден номер", "stage": "Етап", "outcome": "Значение"},
        ),
        Sheet(
            table="stage_log",
            name="История на етапите",
            shown="dd.mm.yyyy hh:mm",
            headings={"deal_id": "№ на сделка", "stage": "Нов етап", "entered_at": "Дата на промяна"},
        ),
        Sheet(
            table="priority_changes",
            name="Промени на приоритета",
            headings={
                "client": "Фирма",
                "manager": "Отговорник",
                "changed_on": "Дата на промяната",
                "old": "Стар приоритет",
                "new": "Нов приоритет",
                "reason": "Защо",
            },
        ),
        Sheet(
            table="tenders",
            name="Търгове",
            headings={
                "tender_id": "Номер на търг",
                "client": "Възложител",
                "tender_on": "Дата на търг",
                "subject": "Предмет на търга",
                "amount": "Прогнозна стойност, €",
            },
        ),
        Sheet(
            table="development_actions",
            name="План за развитие",
            headings={
                "client": "Клиент",
                "action": "Действие",
                "owner": "Изпълнител",
                "due_on": "Краен срок",
                "checked_on": "Дата на контрол",
                "resources": "Необходими ресурси",
                "participants": "Участници",
                "status": "Състояние",
                "done_on": "Изпълнено на",
                "result": "Резултат",
            },
        ),
        Sheet(
            table="control_figures",
            name="Контролни цифри",
            headings={
                "measure": "Контролен показател",
                "team": "Екип",
                "region": "Регион",
                "due_on": "Дата на контрол",
                "target": "Цел",
                "fact": "Факт",
                "responsible": "Отговорник",
            },
        ),
        Sheet(
            table="plan_points",
            name="Четири страни",
            headings={"side": "Страна", "point": "Точка", "action": "Действие"},
        ),
        Sheet(
            table="products",
            name="Ценова листа",
            headings={
                "product_id": "Код на артикул",
                "product": "Продукт",
                "product_group": "Продуктова група",
                "list_price": "Каталожна цена, €",
            },
        ),
        Sheet(table="capacity", name="Капацитет", headings={"period": "Месец", "units": "Капацитет (часове)"}),
        Sheet(
            table="federal_list",
            name="Национални клиенти",
            headings={"client": "Фирма", "division": "Поделение"},
        ),
        Sheet(
            table="client_portrait",
            name="Портрет на клиента",
            headings={
                "feature": "Признак на клиента",
                "looks_at": "Коя колона се гледа",
                "role": "Какво значи признакът",
                "values": "Стойности, които се броят",
                "at_least": "Не по-малко от",
                "at_most": "Не повече от",
            },
        ),
    ),
)
