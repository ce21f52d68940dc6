"""What managers write down and clients say, phrase by phrase in each language."""

from __future__ import annotations

from typing import Final

from ..model.text import Language, Text

NOTE_TOPICS: Final = (
    Text(ru="обсудили поставку", en="went through the delivery", bg="обсъдихме доставката"),
    Text(ru="показали образцы", en="showed samples", bg="показахме мостри"),
    Text(ru="считали годовую потребность", en="worked out the yearly need", bg="сметнахме годишната нужда"),
    Text(ru="сравнили с нынешним", en="compared with what they have", bg="сравнихме със сегашния"),
    Text(ru="смотрели линию", en="looked at the line", bg="разгледахме линията"),
    Text(ru="договаривались об отсрочке", en="talked about payment terms", bg="говорихме за отсрочка"),
    Text(ru="разбирали рекламацию", en="settled a complaint", bg="разгледахме рекламация"),
    Text(ru="подбирали замену", en="looked for a substitute", bg="търсихме заместител"),
    Text(ru="проверяли чертёж", en="checked the drawing", bg="проверихме чертежа"),
    Text(ru="согласовали запас на складе", en="agreed on stock", bg="уговорихме наличност"),
    Text(ru="просят скидку", en="they ask for a discount", bg="искат отстъпка"),
    Text(ru="ждут испытаний", en="they wait for trials", bg="чакат изпитания"),
    Text(ru="сроки важнее цены", en="dates matter more than price", bg="срокът е по-важен от цената"),
    Text(ru="знакомились с новым закупщиком", en="first talk with a new buyer", bg="запознанство с нов снабдител"),
)
NOTE_DETAILS: Final = (
    Text(ru="нужен счёт до пятницы", en="wants the invoice by Friday", bg="иска фактура до петък"),
    Text(ru="решает главный инженер", en="the chief engineer decides", bg="решава главният инженер"),
    Text(
        ru="бюджет утвердят в конце месяца",
        en="budget comes at the end of the month",
        bg="бюджетът е в края на месеца",
    ),
    Text(ru="запускают вторую смену", en="they are starting a second shift", bg="пускат втора смяна"),
    Text(ru="склад заполнен до лета", en="their store is full until summer", bg="складът им е пълен до лятото"),
    Text(ru="просили паспорт изделия", en="asked for the data sheet", bg="поискаха паспорт на изделието"),
    Text(
        ru="ремонт печи в следующем квартале",
        en="furnace repair next quarter",
        bg="ремонт на пещта другото тримесечие",
    ),
    Text(ru="возят сами, доставка не нужна", en="they collect it themselves", bg="взимат сами, без доставка"),
    Text(ru="хотят рассрочку на два платежа", en="want to pay in two parts", bg="искат две плащания"),
    Text(
        ru="сравнивают ещё двух поставщиков", en="two more suppliers are in it", bg="сравняват още двама доставчици"
    ),
    Text(ru="директор в отъезде", en="the director is away", bg="директорът е в командировка"),
    Text(ru="довольны прошлой партией", en="happy with the last lot", bg="доволни са от последната партида"),
    Text(
        ru="бухгалтерия меняет договор", en="accounts are changing the contract", bg="счетоводството сменя договора"
    ),
    Text(ru="просят отгрузку частями", en="want it in part shipments", bg="искат доставка на части"),
)
ODD_NOTES: Final = (
    Text(
        ru="Встреча прошла хорошо, обсудили сотрудничество и ассортимент, клиент думает",
        en="The meeting went well, we discussed cooperation and the range, the client is thinking",
        bg="Срещата мина добре, обсъдихме сътрудничество и асортимент, клиентът мисли",
    ),
    Text(
        ru="Встреча прошла хорошо, обсудили сотрудничество и ассортимент, клиент подумает",
        en="The meeting went well, we discussed cooperation and the range, the client will think",
        bg="Срещата мина добре, обсъдихме сътрудничество и асортимент, клиентът ще мисли",
    ),
    Text(
        ru="Познакомились с клиентом, рассказал о компании, интерес есть, нужно уточнить",
        en="Got to know the client, told them about us, there is interest, to be clarified",
        bg="Запознахме се с клиента, разказах за фирмата, има интерес, да се уточни",
    ),
)
STEPS: Final = (
    Text(ru="отправить предложение", en="send the offer", bg="да изпратя оферта"),
    Text(ru="позвонить", en="call back", bg="да се обадя"),
    Text(ru="привезти образец", en="bring a sample", bg="да занеса мостра"),
    Text(ru="согласовать договор", en="agree on the contract", bg="да съгласуваме договора"),
    Text(ru="встретиться с инженером", en="meet the engineer", bg="среща с инженера"),
    Text(ru="выставить счёт", en="send the invoice", bg="да издам фактура"),
    Text(ru="уточнить спецификацию", en="clarify the specification", bg="да уточня спецификацията"),
    Text(ru="посчитать скидку", en="work out the discount", bg="да сметна отстъпката"),
)
LIKED: Final = (
    Text(ru="вежливый менеджер", en="polite manager", bg="любезен мениджър"),
    Text(ru="всё привезли вовремя", en="everything came on time", bg="всичко дойде навреме"),
    Text(ru="качество подшипников", en="quality of the bearings", bg="качеството на лагерите"),
    Text(ru="быстро ответили на запрос", en="quick answer to our inquiry", bg="бърз отговор на запитването"),
    Text(ru="помогли с подбором", en="help with the choice", bg="помощ при избора"),
    Text(ru="удобная оплата", en="convenient payment", bg="удобно плащане"),
)
DISLIKED: Final = (
    Text(ru="опоздали с поставкой", en="the delivery was late", bg="закъсняла доставка"),
    Text(ru="часть товара с браком", en="some items were faulty", bg="част от стоката беше с дефект"),
    Text(ru="высокая цена", en="the price is high", bg="високата цена"),
    Text(ru="долго ждали документы", en="waited long for the papers", bg="дълго чакахме документите"),
    Text(ru="трудно дозвониться", en="hard to reach by phone", bg="трудно се намират по телефона"),
    Text(ru="мятая упаковка", en="crumpled packaging", bg="смачкана опаковка"),
)
IMPROVE: Final = (
    Text(ru="предупреждать о задержках", en="warn of delays", bg="да предупреждават за закъснения"),
    Text(ru="расширить склад", en="keep more in stock", bg="повече наличности на склад"),
    Text(ru="сделать личный кабинет", en="a customer portal", bg="клиентски портал"),
    Text(ru="ускорить документы", en="faster paperwork", bg="по-бързи документи"),
    Text(ru="скидки постоянным клиентам", en="discounts for regular clients", bg="отстъпки за редовни клиенти"),
)
PRIORITY_REASONS: Final = (
    Text(ru="открыли вторую линию", en="opened a second line", bg="пуснаха втора линия"),
    Text(ru="выросли закупки", en="buys more", bg="увеличиха покупките"),
    Text(ru="вошёл в холдинг", en="joined a group", bg="влезе в холдинг"),
    Text(ru="закупки упали", en="buys less", bg="покупките намаляха"),
    Text(ru="закрыли цех", en="closed a shop floor", bg="затвориха цех"),
    Text(ru="перешли на конкурента", en="moved to a competitor", bg="минаха към конкурент"),
)
ACTIONS: Final = (
    Text(
        ru="Предложить вторую группу товаров",
        en="Offer a second product group",
        bg="Да се предложи втора продуктова група",
    ),
    Text(ru="Провести аудит склада клиента", en="Audit the client's store", bg="Одит на склада на клиента"),
    Text(ru="Встретиться с главным инженером", en="Meet the chief engineer", bg="Среща с главния инженер"),
    Text(ru="Заключить годовой договор", en="Sign a yearly contract", bg="Сключване на годишен договор"),
    Text(
        ru="Запросить рекомендательное письмо",
        en="Ask for a letter of reference",
        bg="Искане на препоръчително писмо",
    ),
    Text(ru="Обучить механиков клиента", en="Train the client's fitters", bg="Обучение на механиците на клиента"),
    Text(ru="Подготовить тендерную заявку", en="Prepare the tender", bg="Подготовка на тръжна оферта"),
)
MEANS: Final = (
    Text(ru="время менеджера", en="the manager's time", bg="време на мениджъра"),
    Text(ru="образцы, 2 командировки", en="samples, 2 trips", bg="мостри, 2 командировки"),
    Text(ru="инженер на 3 дня", en="an engineer for 3 days", bg="инженер за 3 дни"),
    Text(ru="бюджет на обучение", en="training budget", bg="бюджет за обучение"),
)
LATE: Final = (
    Text(
        ru="клиент занят до конца квартала",
        en="the client is busy until the quarter ends",
        bg="клиентът е зает до края на тримесечието",
    ),
    Text(ru="нет свободного инженера", en="no engineer free", bg="няма свободен инженер"),
    Text(ru="ждём бюджет клиента", en="waiting for the client's budget", bg="чакаме бюджета на клиента"),
    Text(ru="сменился закупщик", en="the buyer has changed", bg="смени се снабдителят"),
)
DONE: Final = Text(ru="договорились, идём дальше", en="agreed, we go on", bg="договорихме се, продължаваме")
HOBBIES: Final = (
    Text(ru="рыбалка", en="fishing", bg="риболов"),
    Text(ru="лыжи", en="skiing", bg="ски"),
    Text(ru="шахматы", en="chess", bg="шах"),
    Text(ru="сад", en="gardening", bg="градинарство"),
    Text(ru="театр", en="theatre", bg="театър"),
    Text(ru="велосипед", en="cycling", bg="колоездене"),
)
DECIDERS: Final = Text(
    ru="директор, главный инженер, снабжение",
    en="director, chief engineer, purchasing",
    bg="директор, главен инженер, снабдяване",
)
CORRECTED_BY_HEAD: Final = Text(ru="хватает десяти звонков", en="ten calls are enough", bg="десет обаждания стигат")
GREETED: Final = Text(ru="поздравили с праздником", en="season's greetings", bg="поздравихме за празника")


def note(topic: int, detail: int, article: str, figure: int, language: Language) -> str:
    """Return what an ordinary manager notes after a talk."""
    pieces = {"ru": "{} шт.", "en": "{} pcs", "bg": "{} бр."}[language].format(figure)
    first, second = NOTE_TOPICS[topic].in_(language), NOTE_DETAILS[detail].in_(language)
    return f"{article}: {first}, {pieces}; {second}"
