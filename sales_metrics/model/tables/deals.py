"""Deals, the stages they pass, and tenders."""

from __future__ import annotations

from typing import Final

from ..text import Text
from .declaration import Choice, Column, Kind, Owner, Table, words

OUTCOMES: Final = (
    Choice(
        "open",
        Text(ru="в работе", en="open", bg="в работа"),
        words("open, in progress, active, new, открыта, в работе, активна, нет, в работа, отворена"),
    ),
    Choice(
        "won",
        Text(ru="выиграна", en="won", bg="спечелена"),
        words(
            "won, closed won, success, successful, выиграна, выигран, успех, успешно, успешно "
            "реализовано, сделка успешна, закрыто успех, продано, оплачено, спечелена, спечелен, "
            "успешна, реализирана, успешно приключена"
        ),
    ),
    Choice(
        "lost",
        Text(ru="проиграна", en="lost", bg="загубена"),
        words(
            "lost, closed lost, failed, fail, проиграна, проигран, провал, закрыто и не реализовано, "
            "сделка провалена, закрыто провал, отказ, потеряна, загубена, загубен, неуспешна, "
            "отказана, изгубена"
        ),
    ),
    Choice(
        "parked",
        Text(ru="отложена", en="parked", bg="отложена"),
        words(
            "parked, on hold, postponed, frozen, stalled, отложена, отложен, заморожена, пауза, на "
            "паузе, замразена, на изчакване"
        ),
    ),
)

DEALS: Final = Table(
    key="deals",
    title=Text(ru="Сделки", en="Deals", bg="Сделки"),
    row=Text(ru="одна сделка", en="one deal", bg="една сделка"),
    synonyms=words(
        "deals, opportunities, pipeline, sales pipeline, leads, funnel, сделки, воронка, лиды, "
        "возможности, сделки экспорт, фуния, потенциални сделки"
    ),
    keys=(
        ("deal_id",),
        ("client", "name", "created_on"),
        ("client", "name"),
        ("client", "created_on"),
    ),
    owner=Owner.MANAGER,
    columns=(
        Column(
            key="deal_id",
            kind=Kind.ID,
            needed=True,
            title=Text(ru="Номер сделки", en="Deal ID", bg="Номер на сделка"),
            synonyms=words(
                "opportunity id, lead id, record id, mql id, deal no, deal number, id, id сделки, № "
                "сделки, ид сделки, ид, id лида, №, номер, id на сделка, № на сделка, external id, "
                "запитване №, inquiry no, contract no, номер договора, № договора, № на договор"
            ),
        ),
        Column(
            key="name",
            kind=Kind.NAME,
            title=Text(ru="Название сделки", en="Deal name", bg="Име на сделка"),
            synonyms=words(
                "title, deal title, opportunity, opportunity name, deal, name, description, название, сделка, тема, "
                "име на сделката, заглавие"
            ),
        ),
        Column(
            key="client",
            kind=Kind.NAME,
            needed=True,
            title=Text(ru="Клиент", en="Client", bg="Клиент"),
            synonyms=words(
                "customer, customer name, company, company name, account, account name, associated "
                "company, organization, organisation, компания, компания контакта, контрагент, название "
                "компании, заказчик, организация, фирма, клиент фирма, възложител"
            ),
        ),
        Column(
            key="client_id",
            kind=Kind.ID,
            title=Text(ru="Код клиента", en="Client ID", bg="Код на клиент"),
            synonyms=words(
                "customer id, account id, company id, organization id, id клиента, id компании, код "
                "контрагента, id на клиент"
            ),
        ),
        Column(
            key="manager",
            kind=Kind.NAME,
            needed=True,
            title=Text(ru="Менеджер", en="Manager", bg="Мениджър"),
            synonyms=words(
                "owner, deal owner, opportunity owner, sales agent, sales rep, sales representative, "
                "salesperson, account executive, seller, sr id, assigned to, assigned user, responsible, "
                "ответственный, ответственный менеджер, менеджер по продажам, продавец, сотрудник, фио "
                "менеджера, отговорник, отговорен, търговец, търговски представител, продавач, служител, кто ведет, кто ведет сделку, кой води"
            ),
        ),
        Column(
            key="stage",
            kind=Kind.LABEL,
            needed=True,
            title=Text(ru="Стадия", en="Stage", bg="Етап"),
            synonyms=words(
                "deal stage, sales stage, opportunity stage, pipeline stage, phase, step, этап, этап "
                "сделки, стадия сделки, этап продажи, шаг, фаза, етап на сделката, стадий"
            ),
        ),
        Column(
            key="amount",
            kind=Kind.MONEY,
            title=Text(ru="Сумма", en="Amount", bg="Сума"),
            synonyms=words(
                "value, deal value, deal amount, deal size, close value, revenue, expected revenue, budget, price, "
                "acv, бюджет, сумма сделки, сумма договора, стоимость, цена, выручка, стойност, стойност "
                "на сделката, сума на сделката, оферирана стойност, сумма кп, сумма предложения, "
                "offer amount, quoted amount"
            ),
        ),
        Column(
            key="currency",
            kind=Kind.CURRENCY,
            title=Text(ru="Валюта", en="Currency", bg="Валута"),
            synonyms=words("amount currency, currency of value, deal currency, валюта суммы, валута на сумата"),
        ),
        Column(
            key="created_on",
            kind=Kind.DAY,
            title=Text(ru="Дата создания", en="Created on", bg="Дата на създаване"),
            synonyms=words(
                "create date, created, created date, created time, deal created, date created, start "
                "date, engage date, first contact date, lead date, open date, date, дата начала, создана, "
                "дата создания сделки, дата обращения, дата заявки, начало, създадена, дата на откриване, "
                "начална дата, дата на запитване"
            ),
        ),
        Column(
            key="expected_on",
            kind=Kind.DAY,
            title=Text(ru="Ожидаемая дата закрытия", en="Expected close date", bg="Очаквано приключване"),
            synonyms=words(
                "expected close, expected closing, forecast date, expected closing date, предполагаемая "
                "дата закрытия, план закрытия, плановая дата, планируемая дата закрытия, очаквана дата, "
                "очаквана дата на приключване, планирана дата"
            ),
        ),
        Column(
            key="closed_on",
            kind=Kind.DAY,
            title=Text(ru="Дата закрытия", en="Closed on", bg="Дата на приключване"),
            synonyms=words(
                "close date, closed date, closing date, deal closed on, closed, end date, actual close "
                "date, дата завершения, закрыта, дата закрытия сделки, завершена, приключена на, дата на "
                "затваряне, приключена, крайна дата"
            ),
        ),
        Column(
            key="won_on",
            kind=Kind.DAY,
            title=Text(ru="Дата выигрыша", en="Won on", bg="Спечелена на"),
            synonyms=words(
                "won date, won time, win date, contract date, дата договора, дата продажи, дата "
                "подписания, дата на договор, дата на продажба"
            ),
        ),
        Column(
            key="lost_on",
            kind=Kind.DAY,
            title=Text(ru="Дата отказа", en="Lost on", bg="Загубена на"),
            synonyms=words("lost date, lost time, refusal date, дата проигрыша, дата на отказ"),
        ),
        Column(
            key="outcome",
            kind=Kind.CHOICE,
            title=Text(ru="Исход", en="Outcome", bg="Изход"),
            synonyms=words(
                "status, deal status, state, result, won lost, is won, статус, состояние, результат, "
                "итог, сделка закрыта, статус сделки, резултат, състояние"
            ),
            choices=OUTCOMES,
        ),
        Column(
            key="lost_stage",
            kind=Kind.LABEL,
            title=Text(ru="Стадия отказа", en="Stage of refusal", bg="Етап на отказа"),
            synonyms=words(
                "lost at stage, last stage, stage lost at, lost from stage, последняя стадия, на какой "
                "стадии отказ, этап отказа, последен етап, етап на загуба"
            ),
        ),
        Column(
            key="lost_reason",
            kind=Kind.LABEL,
            title=Text(ru="Причина отказа", en="Reason for refusal", bg="Причина за отказ"),
            synonyms=words(
                "lost reason, loss reason, closed lost reason, reason lost, why did we lose, rejection "
                "reason, refusal reason, reason, причина проигрыша, причина провала, почему отказ, "
                "причина, причина потери, причина за загуба, причина за отказа"
            ),
        ),
        Column(
            key="competitor",
            kind=Kind.LABEL,
            title=Text(ru="Конкурент", en="Competitor", bg="Конкурент"),
            synonyms=words("lost to, competitors, кому проиграли, ушел к конкуренту, конкуренты, загубена от"),
        ),
        Column(
            key="product_group",
            kind=Kind.LABEL,
            title=Text(ru="Группа товаров", en="Product group", bg="Продуктова група"),
            synonyms=words(
                "product, product line, product family, solution, товар, продукт, товарная "
                "группа, группа продукции, стокова група, продукти"
            ),
        ),
        Column(
            key="source",
            kind=Kind.LABEL,
            title=Text(ru="Канал", en="Channel", bg="Канал"),
            synonyms=words(
                "source, lead source, origin, deal source, source channel, utm source, источник, канал, "
                "канал продаж, канал привлечения, источник сделки, рекламный канал, източник, канал на продажба, източник на "
                "сделката"
            ),
        ),
        Column(
            key="segment",
            kind=Kind.LABEL,
            title=Text(ru="Сегмент сделки", en="Deal segment", bg="Сегмент на сделката"),
            synonyms=words("business segment, type, deal type, тип, тип сделки, вид на сделката"),
        ),
        Column(
            key="region",
            kind=Kind.LABEL,
            title=Text(ru="Регион", en="Region", bg="Регион"),
            synonyms=words("sales region, territory, country, область, страна, област, държава"),
        ),
        Column(
            key="probability",
            kind=Kind.SHARE,
            title=Text(ru="Вероятность", en="Probability", bg="Вероятност"),
            synonyms=words(
                "probability %, win probability, close probability, estimated probability, chance, вероятность успеха, вероятность %, шанс, вероятност %"
            ),
        ),
        Column(
            key="offer_sent_on",
            kind=Kind.DAY,
            title=Text(ru="КП отправлено", en="Offer sent on", bg="Оферта изпратена на"),
            synonyms=words(
                "offer sent, proposal sent, quote date, дата кп, дата отправки кп, кп отправлено, дата на "
                "оферта, изпратена оферта"
            ),
        ),
        Column(
            key="offer_confirmed_on",
            kind=Kind.DAY,
            title=Text(ru="КП подтверждено", en="Offer confirmed on", bg="Оферта потвърдена на"),
            synonyms=words(
                "offer confirmed, offer receipt confirmed, получение кп подтверждено, потвърдена оферта"
            ),
        ),
        Column(
            key="offer_valid_until",
            kind=Kind.DAY,
            title=Text(ru="КП действует до", en="Offer valid until", bg="Оферта валидна до"),
            synonyms=words(
                "valid until, offer expires, quote expiry, срок действия кп, действительно до, валидност, "
                "валидна до"
            ),
        ),
        Column(
            key="tender_on",
            kind=Kind.DAY,
            title=Text(ru="Дата тендера", en="Tender on", bg="Дата на търг"),
            synonyms=words("tender date, auction date, тендер, дата торгов, дата на търга"),
        ),
        Column(
            key="qualified",
            kind=Kind.CHOICE,
            title=Text(ru="Квалификация", en="Qualified", bg="Квалификация"),
            synonyms=words("qualification, lead quality, наш не наш, квалифицирован, квалифициран"),
            choices=(
                Choice(
                    "ours",
                    Text(ru="наш", en="ours", bg="наш"),
                    words("ours, yes, qualified, да, наш, целевой, квалифициран"),
                ),
                Choice(
                    "not_ours",
                    Text(ru="не наш", en="not ours", bg="не е наш"),
                    words("not ours, no, unqualified, disqualified, нет, не наш, нецелевой, не, не е наш"),
                ),
                Choice(
                    "unknown",
                    Text(ru="доузнать", en="find out", bg="да се уточни"),
                    words("unknown, find out, неизвестно, доузнать, да се уточни"),
                ),
            ),
        ),
        Column(
            key="tele_marketer",
            kind=Kind.NAME,
            title=Text(ru="Телемаркетолог", en="Tele-marketer", bg="Телемаркетолог"),
            synonyms=words("sdr, sdr id, bdr, lead qualifier, тм, кто назначил встречу, телемаркетър"),
        ),
        Column(
            key="active_seller",
            kind=Kind.NAME,
            title=Text(ru="Активный продавец", en="Active seller", bg="Активен продавач"),
            synonyms=words("hunter, closer, хантер, активный менеджер"),
        ),
        Column(
            key="client_manager",
            kind=Kind.NAME,
            title=Text(ru="Клиентский менеджер", en="Client manager", bg="Клиентски мениджър"),
            synonyms=words("farmer, account manager, km, км, фермер, менеджер по работе с клиентами"),
        ),
        Column(
            key="handed_over_on",
            kind=Kind.DAY,
            title=Text(ru="Передан", en="Handed over on", bg="Предаден на"),
            synonyms=words(
                "hand over date, handed over, дата передачи, передан клиентскому менеджеру, дата на предаване"
            ),
        ),
        Column(
            key="is_custom",
            kind=Kind.YES_NO,
            title=Text(ru="Нестандартный заказ", en="Custom order", bg="Нестандартна поръчка"),
            synonyms=words("custom, bespoke, non standard, нестандарт, нестандартная, нестандартна"),
        ),
        Column(
            key="pipeline",
            kind=Kind.LABEL,
            title=Text(ru="Воронка", en="Pipeline", bg="Фуния"),
            synonyms=words("sales funnel, sub pipeline, направление, направление воронки, фуния на продажбите"),
        ),
        Column(
            key="note",
            kind=Kind.TEXT,
            title=Text(ru="Комментарий", en="Comment", bg="Коментар"),
            synonyms=words("description, notes, note, примечание, описание, бележка, забележка"),
        ),
    ),
)

STAGE_LOG: Final = Table(
    key="stage_log",
    title=Text(ru="История стадий", en="Stage log", bg="История на етапите"),
    row=Text(ru="вход сделки в стадию", en="one entry of a deal into a stage", bg="едно влизане на сделка в етап"),
    synonyms=words(
        "stage log, stage history, deal history, история стадий, история сделок, смена стадий, история на етапите"
    ),
    keys=(("deal_id", "stage", "entered_at"),),
    owner=Owner.DEAL,
    columns=(
        Column(
            key="deal_id",
            kind=Kind.ID,
            needed=True,
            title=Text(ru="Номер сделки", en="Deal ID", bg="Номер на сделка"),
            synonyms=words("opportunity id, deal, record id, id сделки, сделка, id, id на сделка"),
        ),
        Column(
            key="stage",
            kind=Kind.LABEL,
            needed=True,
            title=Text(ru="Стадия", en="Stage", bg="Етап"),
            synonyms=words("to stage, new stage, deal stage, этап, новая стадия, стадия сделки, нов етап, стадий"),
        ),
        Column(
            key="entered_at",
            kind=Kind.MOMENT,
            needed=True,
            title=Text(ru="Вошла в стадию", en="Entered at", bg="Влязла в етапа"),
            synonyms=words(
                "entered, changed at, change date, moved at, date, дата смены, дата входа, дата, когда, "
                "дата на промяна, влязла на"
            ),
        ),
    ),
)

SLIPS: Final = Table(
    key="slips",
    title=Text(ru="Переносы сроков", en="Slipped dates", bg="Отложени срокове"),
    row=Text(
        ru="один перенос ожидаемой даты закрытия",
        en="one move of an expected close date",
        bg="едно преместване на очакваната дата",
    ),
    synonyms=words("slipped dates, close date changes, переносы сроков, переносы сделок, отложени срокове"),
    keys=(("deal_id", "changed_on"),),
    owner=Owner.DEAL,
    columns=(
        Column(
            key="deal_id",
            kind=Kind.ID,
            needed=True,
            title=Text(ru="Номер сделки", en="Deal ID", bg="Номер на сделка"),
            synonyms=words("opportunity id, id сделки, id на сделка"),
        ),
        Column(
            key="changed_on",
            kind=Kind.DAY,
            needed=True,
            title=Text(ru="Дата переноса", en="Moved on", bg="Дата на преместване"),
            synonyms=words("slipped on, close date changed on, перенесена, преместена на"),
        ),
        Column(
            key="old_expected_on",
            kind=Kind.DAY,
            needed=True,
            title=Text(ru="Прежняя ожидаемая дата", en="Old expected close date", bg="Предишна очаквана дата"),
            synonyms=words("previous close date, old close date, прежний срок, старый срок, предишен срок"),
        ),
        Column(
            key="new_expected_on",
            kind=Kind.DAY,
            needed=True,
            title=Text(ru="Новая ожидаемая дата", en="New expected close date", bg="Нова очаквана дата"),
            synonyms=words("new close date, новый срок, нов срок"),
        ),
    ),
)

AMOUNT_CHANGES: Final = Table(
    key="amount_changes",
    title=Text(ru="Изменения сумм", en="Amount changes", bg="Промени на сумите"),
    row=Text(
        ru="одно изменение суммы сделки",
        en="one change of the amount of a deal",
        bg="една промяна на сумата на сделка",
    ),
    synonyms=words("amount changes, amount history, изменения сумм, история сумм, промени на сумите"),
    keys=(("deal_id", "changed_on"),),
    owner=Owner.DEAL,
    columns=(
        Column(
            key="deal_id",
            kind=Kind.ID,
            needed=True,
            title=Text(ru="Номер сделки", en="Deal ID", bg="Номер на сделка"),
            synonyms=words("opportunity id, id сделки, id на сделка"),
        ),
        Column(
            key="changed_on",
            kind=Kind.DAY,
            needed=True,
            title=Text(ru="Дата изменения суммы", en="Amount changed on", bg="Дата на промяна на сумата"),
            synonyms=words("amount changed, сумма изменена, сумата е променена на"),
        ),
        Column(
            key="old_amount",
            kind=Kind.MONEY,
            needed=True,
            title=Text(ru="Прежняя сумма", en="Old amount", bg="Предишна сума"),
            synonyms=words("previous amount, old value, старая сумма, сумма до, стара сума"),
        ),
        Column(
            key="new_amount",
            kind=Kind.MONEY,
            needed=True,
            title=Text(ru="Новая сумма", en="New amount", bg="Нова сума"),
            synonyms=words("changed amount, new value, сумма после, нова стойност"),
        ),
    ),
)

TENDERS: Final = Table(
    key="tenders",
    title=Text(ru="Тендеры", en="Tenders", bg="Търгове"),
    row=Text(ru="один тендер", en="one tender", bg="един търг"),
    synonyms=words("tenders, auctions, тендеры, торги, закупки, търгове, обществени поръчки"),
    keys=(("tender_id",), ("client", "tender_on")),
    owner=Owner.CLIENT,
    columns=(
        Column(
            key="tender_id",
            kind=Kind.ID,
            title=Text(ru="Номер тендера", en="Tender ID", bg="Номер на търг"),
            synonyms=words("tender no, номер закупки, номер на поръчка"),
        ),
        Column(
            key="client",
            kind=Kind.NAME,
            needed=True,
            title=Text(ru="Клиент", en="Client", bg="Клиент"),
            synonyms=words("customer, company, organiser, заказчик, компания, организатор, възложител"),
        ),
        Column(
            key="tender_on",
            kind=Kind.DAY,
            needed=True,
            title=Text(ru="Дата тендера", en="Tender on", bg="Дата на търг"),
            synonyms=words("date, tender date, дата, дата торгов, дата проведения"),
        ),
        Column(
            key="subject",
            kind=Kind.TEXT,
            title=Text(ru="Предмет тендера", en="Tender subject", bg="Предмет на търга"),
            synonyms=words("subject, what, предмет, лот, предмет на поръчката"),
        ),
        Column(
            key="amount",
            kind=Kind.MONEY,
            title=Text(ru="Сумма тендера", en="Tender amount", bg="Сума на търга"),
            synonyms=words("amount, max price, нмцк, сумма, начальная цена, прогнозна стойност"),
        ),
    ),
)

TABLES: Final = (DEALS, STAGE_LOG, SLIPS, AMOUNT_CHANGES, TENDERS)
