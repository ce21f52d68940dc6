"""The words of the forecast per manager."""

from __future__ import annotations

from typing import Final

from ..model.text import Text

TITLE: Final = Text(
    ru="Скорее выполнят свой план {n} из {all} менеджеров",
    en="{n} of {all} managers are more likely than not to make their plan",
    bg="По-скоро ще изпълнят плана си {n} от {all} мениджъри",
)
TITLE_NOBODY: Final = Text(
    ru="Ни у кого из {all} менеджеров шанс выполнить свой план не достигает половины",
    en="None of {all} managers has an even chance of making their plan",
    bg="Никой от {all} мениджъри няма поне половин шанс да изпълни плана си",
)
TITLE_BARE: Final = Text(
    ru="Больше всех, скорее всего, принесёт {who}: около {money}",
    en="{who} is likely to bring most: about {money}",
    bg="Най-много вероятно ще донесе {who}: около {money}",
)
SUBTITLE: Final = Text(
    ru="Выигранные сделки, {date}, {period}: сколько уже есть и чем кончится период",
    en="Won deals, {date}, {period}: what is there and where the period is likely to end",
    bg="Спечелени сделки, {date}, {period}: колко има вече и как ще завърши периодът",
)
WORDS: Final = {
    "fact": Text(ru="уже есть", en="so far", bg="досега"),
    "chance": Text(ru="шанс", en="chance", bg="шанс"),
    "plan": Text(ru="план", en="plan", bg="план"),
    "due": Text(ru="надо к {day}", en="due by {day}", bg="нужно до {day}"),
    "forecast": Text(ru="прогноз, 80\u00a0%", en="forecast, 80%", bg="прогноза, 80%"),
}
OF_PLAN: Final = Text(ru="{share} плана", en="{share} of plan", bg="{share} от плана")
RANGE: Final = Text(ru="от {low} до {high}", en="{low} to {high}", bg="от {low} до {high}")
HEADS: Final = (
    Text(ru="Менеджер", en="Manager", bg="Мениджър"),
    Text(ru="Уже есть", en="So far", bg="Досега"),
    Text(ru="Середина прогноза", en="Middle of the forecast", bg="Среда на прогнозата"),
    Text(ru="80 % прогноза", en="80% of the forecast", bg="80% от прогнозата"),
)
FOOT: Final = Text(
    ru="Лента: сколько уже есть, толстая черта: план. Светлая лента: чем кончится период с вероятностью 80 %. Разброс "
    "людей не складывается в разброс команды: удача одного уравновешивает неудачу другого. В красном шанс меньше 10 %.",
    en="Bar: what is there; thick line: the plan. Light band: where the period ends with a probability of 80%. The "
    "ranges of people do not add up to the team's, as one's luck makes up for another's. In red, a chance under 10%.",
    bg="Лента: колко има вече; дебела черта: планът. Светла лента: къде ще завърши периодът с вероятност 80%. "
    "Обхватите на хората не се сумират до този на екипа: късметът на един изравнява липсата му при друг. В червено: "
    "шанс под 10%.",
)
FOOT_CONTRACTS: Final = Text(
    ru="План в деньгах: плановые договоры (где плана нет, норма из правил) по средней сумме договора команды.",
    en="The plan in money is that of contracts, or the norm of the rules where there is none, at the team's average.",
    bg="Планът в пари е планът за договори (или нормата от правилата) по средния договор на екипа.",
)
FOOT_BARE: Final = Text(
    ru="Личных планов в данных нет. Разброс людей не складывается в разброс команды: удача одного уравновешивает "
    "неудачу другого.",
    en="The data hold no plans of people. Their ranges do not add up to the team's, as one's luck makes up for "
    "another's.",
    bg="В данните няма лични планове. Обхватите на хората не се сумират до този на екипа: късметът на един изравнява "
    "липсата му при друг.",
)
