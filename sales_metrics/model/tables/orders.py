"""Orders, their lines, and what clients said afterwards."""

from __future__ import annotations

from typing import Final

from ..text import Text
from .declaration import Choice, Column, Kind, Owner, Table, words

ORDERS: Final = Table(
    key="orders",
    title=Text(ru="Заказы", en="Orders", bg="Поръчки"),
    row=Text(ru="один заказ", en="one order", bg="една поръчка"),
    synonyms=words(
        "orders, sales, invoices, sales orders, заказы, продажи, отгрузки, реализация, счета, "
        "реализации, документы, поръчки, продажби, фактури, документи"
    ),
    keys=(("order_id",), ("client", "ordered_on", "amount")),
    owner=Owner.MANAGER,
    columns=(
        Column(
            key="order_id",
            kind=Kind.ID,
            needed=True,
            title=Text(ru="Номер заказа", en="Order ID", bg="Номер на поръчка"),
            synonyms=words(
                "order no, order number, invoice no, invoice number, invoice, invoiceno, document, заказ, "
                "№ заказа, номер счета, номер документа, документ, счет, накладная, id заказа, поръчка, № "
                "поръчка, номер на фактура, фактура, документ №"
            ),
        ),
        Column(
            key="client",
            kind=Kind.NAME,
            needed=True,
            title=Text(ru="Клиент", en="Client", bg="Клиент"),
            synonyms=words(
                "customer, customer name, company, account, buyer, bill to, компания, контрагент, "
                "покупатель, заказчик, фирма, купувач, получател"
            ),
        ),
        Column(
            key="client_id",
            kind=Kind.ID,
            title=Text(ru="Код клиента", en="Client ID", bg="Код на клиент"),
            synonyms=words(
                "customer id, customerid, customer no, account id, id клиента, код контрагента, код "
                "покупателя, клиентски номер"
            ),
        ),
        Column(
            key="ordered_on",
            kind=Kind.DAY,
            needed=True,
            title=Text(ru="Дата заказа", en="Ordered on", bg="Дата на поръчка"),
            synonyms=words(
                "order date, invoice date, invoicedate, date, sale date, дата, дата продажи, дата "
                "документа, дата отгрузки, дата счета, дата на продажба, дата на фактура, дата на "
                "документа"
            ),
        ),
        Column(
            key="amount",
            kind=Kind.MONEY,
            needed=True,
            title=Text(ru="Сумма заказа", en="Order amount", bg="Сума на поръчката"),
            synonyms=words(
                "amount, total, sum, revenue, order total, order value, net amount, сумма, сумма с ндс, "
                "сумма без ндс, итого, выручка, сумма реализации, сума, стойност, обща сума, сума без "
                "ддс, сума с ддс, оборот"
            ),
        ),
        Column(
            key="currency",
            kind=Kind.CURRENCY,
            title=Text(ru="Валюта", en="Currency", bg="Валута"),
            synonyms=words("order currency, валюта документа"),
        ),
        Column(
            key="manager",
            kind=Kind.NAME,
            title=Text(ru="Менеджер", en="Manager", bg="Мениджър"),
            synonyms=words(
                "owner, sales rep, sales agent, salesperson, sales person, responsible, ответственный, продавец, "
                "основной менеджер, сотрудник, отговорник, търговец"
            ),
        ),
        Column(
            key="channel",
            kind=Kind.LABEL,
            title=Text(ru="Канал", en="Channel", bg="Канал"),
            synonyms=words("sales channel, source, канал продаж, источник, канал на продажба, източник"),
        ),
        Column(
            key="completed_on",
            kind=Kind.DAY,
            title=Text(ru="Дата выполнения", en="Completed on", bg="Дата на изпълнение"),
            synonyms=words(
                "completed, completion date, delivered on, delivery date, ship date, shipped, дата "
                "отгрузки, выполнен, дата исполнения, дата доставки, изпълнена на, дата на доставка, "
                "доставена"
            ),
        ),
        Column(
            key="status",
            kind=Kind.CHOICE,
            title=Text(ru="Статус заказа", en="Order status", bg="Статус на поръчката"),
            synonyms=words("status, state, статус, состояние, състояние"),
            choices=(
                Choice(
                    "open",
                    Text(ru="в работе", en="open", bg="в изпълнение"),
                    words(
                        "open, new, in progress, pending, confirmed, в работе, новый, принят, в производстве, в "
                        "изпълнение, нова, приета"
                    ),
                ),
                Choice(
                    "completed",
                    Text(ru="выполнен", en="completed", bg="изпълнена"),
                    words(
                        "completed, done, delivered, shipped, closed, paid, выполнен, отгружен, закрыт, "
                        "доставлен, завершен, оплачен, изпълнена, доставена, приключена, платена"
                    ),
                ),
                Choice(
                    "cancelled",
                    Text(ru="отменён", en="cancelled", bg="отказана"),
                    words("cancelled, canceled, void, отменен, отмена, аннулирован, отказана, анулирана"),
                ),
            ),
        ),
        Column(
            key="is_return",
            kind=Kind.YES_NO,
            title=Text(ru="Возврат", en="Return", bg="Връщане"),
            synonyms=words("returned, is returned, credit note, возврат товара, върната, кредитно известие"),
        ),
        Column(
            key="margin",
            kind=Kind.MONEY,
            title=Text(ru="Маржа", en="Margin", bg="Марж"),
            synonyms=words(
                "profit, gross profit, profit amount, прибыль, валовая прибыль, сумма прибыли, сума на печалбата, наценка, печалба, брутна печалба"
            ),
        ),
        Column(
            key="cost_to_serve",
            kind=Kind.MONEY,
            title=Text(ru="Затраты на обслуживание", en="Cost to serve", bg="Разходи за обслужване"),
            synonyms=words("service cost, затраты, расходы, разходи"),
        ),
        Column(
            key="capacity_units",
            kind=Kind.NUMBER,
            title=Text(ru="Загрузка мощности", en="Capacity units", bg="Натоварване на капацитета"),
            synonyms=words("hours, capacity, norm hours, нормо часы, часы, мощность, нормочасове, часове"),
        ),
        Column(
            key="product_group",
            kind=Kind.LABEL,
            title=Text(ru="Группа товаров", en="Product group", bg="Продуктова група"),
            synonyms=words(
                "product, category, product line, товарная группа, номенклатурная группа, группа "
                "номенклатуры, категория товара, стокова група, категория"
            ),
        ),
        Column(
            key="region",
            kind=Kind.LABEL,
            title=Text(ru="Регион", en="Region", bg="Регион"),
            synonyms=words("country, territory, страна, область, държава, област"),
        ),
        Column(
            key="deal_id",
            kind=Kind.ID,
            title=Text(ru="Номер сделки", en="Deal ID", bg="Номер на сделка"),
            synonyms=words("deal, opportunity id, сделка, id сделки, сделка №"),
        ),
    ),
)

ORDER_LINES: Final = Table(
    key="order_lines",
    title=Text(ru="Строки заказов", en="Order lines", bg="Редове от поръчки"),
    row=Text(ru="один товар в одном заказе", en="one product in one order", bg="един артикул в една поръчка"),
    synonyms=words(
        "order lines, order items, invoice lines, sales lines, строки заказов, товары в заказах, "
        "состав заказа, позиции, редове, артикули"
    ),
    keys=(("order_id", "line"),),
    owner=Owner.ORDER,
    columns=(
        Column(
            key="order_id",
            kind=Kind.ID,
            needed=True,
            title=Text(ru="Номер заказа", en="Order ID", bg="Номер на поръчка"),
            synonyms=words(
                "order no, order number, invoice no, invoiceno, invoice number, invoice, заказ, № заказа, "
                "number, номер, номер счета, номер документа, документ, поръчка, номер на фактура, фактура"
            ),
        ),
        Column(
            key="line",
            kind=Kind.ID,
            title=Text(ru="Номер строки", en="Line", bg="Ред №"),
            synonyms=words("line no, line number, position, item no, № строки, позиция, п п, ред, позиция №"),
        ),
        Column(
            key="product_id",
            kind=Kind.ID,
            title=Text(ru="Артикул", en="Product code", bg="Код на артикул"),
            synonyms=words(
                "sku, stock code, stockcode, item code, product id, article, код товара, код "
                "номенклатуры, код, артикулен номер"
            ),
        ),
        Column(
            key="product",
            kind=Kind.NAME,
            needed=True,
            title=Text(ru="Товар", en="Product", bg="Артикул"),
            synonyms=words(
                "item, description, product name, goods, номенклатура, наименование товара, продукт, "
                "наименование, стока, описание"
            ),
        ),
        Column(
            key="product_group",
            kind=Kind.LABEL,
            title=Text(ru="Группа товаров", en="Product group", bg="Продуктова група"),
            synonyms=words(
                "category, product line, series, товарная группа, номенклатурная группа, группа "
                "номенклатуры, категория, стокова група"
            ),
        ),
        Column(
            key="quantity",
            kind=Kind.NUMBER,
            needed=True,
            title=Text(ru="Количество", en="Quantity", bg="Количество"),
            synonyms=words("qty, units, pieces, кол во, количество реализации, штук, шт, бройки, бр, к во"),
        ),
        Column(
            key="price",
            kind=Kind.MONEY,
            title=Text(ru="Цена", en="Price", bg="Цена"),
            synonyms=words(
                "unit price, unitprice, unit amount, price per unit, цена за единицу, цена за ед, единична цена, ед цена"
            ),
        ),
        Column(
            key="amount",
            kind=Kind.MONEY,
            title=Text(ru="Сумма строки", en="Line amount", bg="Сума на реда"),
            synonyms=words(
                "amount, line total, total, sum, net, revenue, сумма, сумма без ндс, стоимость, выручка, выручка без ндс, сумма реализации, сума, стойност, общо"
            ),
        ),
    ),
)

SURVEYS: Final = Table(
    key="surveys",
    title=Text(ru="Опросы", en="Surveys", bg="Анкети"),
    row=Text(ru="одна анкета клиента", en="one questionnaire of a client", bg="една анкета на клиент"),
    synonyms=words(
        "surveys, questionnaires, feedback, nps, опросы, анкеты, обзвон, отзывы, анкети, проучвания, отзиви"
    ),
    keys=(("order_id",), ("client", "surveyed_on")),
    owner=Owner.ORDER,
    columns=(
        Column(
            key="order_id",
            kind=Kind.ID,
            needed=True,
            title=Text(ru="Номер заказа", en="Order ID", bg="Номер на поръчка"),
            synonyms=words(
                "order no, order number, invoice no, order, заказ, № заказа, по заказу, поръчка, № поръчка"
            ),
        ),
        Column(
            key="client",
            kind=Kind.NAME,
            title=Text(ru="Клиент", en="Client", bg="Клиент"),
            synonyms=words("customer, company, account, respondent, компания, контрагент, респондент, фирма"),
        ),
        Column(
            key="surveyed_on",
            kind=Kind.DAY,
            needed=True,
            title=Text(ru="Дата опроса", en="Surveyed on", bg="Дата на анкетата"),
            synonyms=words(
                "survey date, date, response date, дата, дата анкеты, дата звонка, дата обзвона, дата на "
                "анкета, дата на отговор"
            ),
        ),
        Column(
            key="surveyor",
            kind=Kind.NAME,
            title=Text(ru="Кто опрашивал", en="Surveyor", bg="Анкетьор"),
            synonyms=words(
                "interviewer, caller, asked by, кто звонил, опросил, интервьюер, кой е питал, анкетирал"
            ),
        ),
        Column(
            key="rating",
            kind=Kind.SCORE,
            low=1,
            high=5,
            title=Text(ru="Оценка", en="Rating", bg="Оценка"),
            synonyms=words(
                "score, csat, satisfaction, stars, оценка клиента, балл, удовлетворенность, оценка 1 5, "
                "оценка от 1 до 5, удовлетвореност, точки"
            ),
        ),
        Column(
            key="recommend",
            kind=Kind.SCORE,
            low=0,
            high=10,
            title=Text(ru="Готов рекомендовать", en="Would recommend", bg="Би препоръчал"),
            synonyms=words(
                "nps, nps score, recommendation, likelihood to recommend, how likely to recommend, порекомендуете, готовность "
                "рекомендовать, рекомендация 0 10, препоръка, вероятност да препоръча"
            ),
        ),
        Column(
            key="liked",
            kind=Kind.TEXT,
            title=Text(ru="Понравилось", en="Liked", bg="Хареса"),
            synonyms=words("what did you like, positive, pros, что понравилось, плюсы, какво ви хареса, харесва"),
        ),
        Column(
            key="disliked",
            kind=Kind.TEXT,
            title=Text(ru="Не понравилось", en="Disliked", bg="Не хареса"),
            synonyms=words(
                "what did you dislike, negative, cons, что не понравилось, минусы, какво не ви хареса, не харесва"
            ),
        ),
        Column(
            key="improve",
            kind=Kind.TEXT,
            title=Text(ru="Что улучшить", en="To improve", bg="Какво да подобрим"),
            synonyms=words(
                "improve, suggestions, what to improve, улучшить, пожелания, предложения, препоръки, "
                "предложения за подобрение"
            ),
        ),
        Column(
            key="referred",
            kind=Kind.TEXT,
            title=Text(ru="Кого порекомендовал", en="Referred whom", bg="Кого препоръча"),
            synonyms=words("referral, referrals, recommended, рекомендации, кому порекомендовали, препоръчан"),
        ),
    ),
)

TABLES: Final = (ORDERS, ORDER_LINES, SURVEYS)
