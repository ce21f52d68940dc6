"""Which tables a company edits as a whole, what each of them decides, and where its names occur."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from ..model.tables import TABLES, Column, Kind, Table
from ..model.template import template_columns
from ..model.text import Text

_MANAGERS: Final = (
    *((table, "manager") for table in ("contacts", "deals", "orders", "clients")),
    ("clients", "service_manager"),
    *(("deals", part) for part in ("tele_marketer", "active_seller", "client_manager")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dictionary:
    """One table that is kept by hand.

    `about` says what changes with it. `name` is the column by which people know its rows, `occurs` are the
    columns of the data in which that name is looked for. Where the rows are `named` by the files, a name stands
    there once, is not changed here, and names that the files have and the table lacks are offered.
    """

    key: str
    about: Text
    name: str
    occurs: tuple[tuple[str, str], ...] = ()
    named: bool = False

    @property
    def table(self) -> Table:
        """The table of the model."""
        table: Table = TABLES[self.key]
        return table

    @property
    def columns(self) -> tuple[Column, ...]:
        """Its columns, the needed ones first."""
        return template_columns(self.table)

    def must_have(self, column: Column) -> bool:
        """Whether a row without this column says nothing: what names it, what tells it apart, its days and sums."""
        in_every_key = all(column.key in key for key in self.table.keys)
        figure = column.kind in (Kind.NUMBER, Kind.DAY)
        return column.key == self.name or (column.needed and (in_every_key or figure))


_ALL: Final = (
    Dictionary(
        key="rules",
        name="rule",
        about=Text(
            ru="Числа, по которым страницы судят: с какого различия выводить, после скольких дней напоминать. "
            "Где своего нет, действует значение по умолчанию. Пустая клетка возвращает его.",
            en="The numbers by which pages judge: from what difference on to conclude, after how many days to "
            "remind. Where you set none, the default holds. A blank cell brings it back.",
            bg="Числата, по които страниците съдят: от каква разлика нататък правят извод, след колко дни "
            "напомнят. Където нямате свое, важи стойността по подразбиране. Празна клетка я връща.",
        ),
    ),
    Dictionary(
        key="stages",
        name="stage",
        named=True,
        occurs=(("deals", "stage"), ("deals", "lost_stage"), ("stage_log", "stage")),
        about=Text(
            ru="Порядок стадий во воронке и что каждая значит: в работе, выиграна, проиграна, отложена. Чтобы "
            "переставить стадию, поменяйте её номер: 2,5 встанет между 2 и 3.",
            en="The order of the stages in the funnel and what each means: open, won, lost, parked. To move a "
            "stage, change its number: 2.5 goes between 2 and 3.",
            bg="Редът на етапите във фунията и какво значи всеки: в работа, спечелена, загубена, отложена. За да "
            "преместите етап, сменете номера му: 2,5 отива между 2 и 3.",
        ),
    ),
    Dictionary(
        key="refusal_reasons",
        name="reason",
        named=True,
        occurs=(("deals", "lost_reason"), ("contacts", "refusal_reason")),
        about=Text(
            ru="К какой группе относится каждая причина отказа, что попробовать и как это проверить.",
            en="To which group each reason for refusal belongs, what to try about it, and how to test that.",
            bg="Към коя група спада всяка причина за отказ, какво да опитаме и как да го проверим.",
        ),
    ),
    Dictionary(
        key="channels",
        name="channel",
        named=True,
        occurs=(("deals", "source"), ("contacts", "channel"), ("orders", "channel"), ("channel_costs", "channel")),
        about=Text(
            ru="Какие каналы входящие: клиент нашёл нас сам.",
            en="Which channels are inbound: the client came to us.",
            bg="Кои канали са входящи: клиентът сам ни е намерил.",
        ),
    ),
    Dictionary(
        key="client_portrait",
        name="feature",
        about=Text(
            ru="Каков ваш клиент: строка на признак. «Исключает»: такой клиент не наш, что бы ни было остальное. "
            "Остальные признаки считаются поровну. Несколько значений пишут через точку с запятой; для годового "
            "потенциала укажите «не меньше» или «не больше». Ответ – на странице «Наш клиент?».",
            en="What your client is like, a row a feature. “Excludes” makes a client not ours, whatever the rest. "
            "All other features count the same. Write several values with semicolons between them; for "
            "the yearly potential give “at least” or “at most”. Who is ours stands on the page “Client fit”.",
            bg="Какъв е вашият клиент, по ред за признак. „Изключва“: такъв клиент не е наш, каквото и да е "
            "останалото. Другите признаци тежат поравно. Няколко стойности се пишат с точка и запетая; за годишния "
            "потенциал посочете „не по-малко от“ или „не повече от“. Кой е наш показва страницата „Наш клиент?“.",
        ),
    ),
    Dictionary(
        key="products",
        name="product",
        named=True,
        occurs=(("order_lines", "product"),),
        about=Text(
            ru="К какой группе относится каждый товар.",
            en="To which group each product belongs.",
            bg="Към коя група спада всеки продукт.",
        ),
    ),
    Dictionary(
        key="managers",
        name="manager",
        named=True,
        occurs=_MANAGERS,
        about=Text(
            ru="В какой команде каждый менеджер, кто им руководит и какая у него роль.",
            en="Which team each manager is in, who leads it, and in what role.",
            bg="В кой екип е всеки мениджър, кой го ръководи и каква е ролята му.",
        ),
    ),
    Dictionary(
        key="absences",
        name="manager",
        occurs=_MANAGERS,
        about=Text(
            ru="Отпуска и больничные: эти дни не считаются рабочими днями менеджера.",
            en="Leave and illness: these days do not count as the manager's working days.",
            bg="Отпуски и болнични: тези дни не се броят за работни дни на мениджъра.",
        ),
    ),
    Dictionary(
        key="plans",
        name="manager",
        occurs=_MANAGERS,
        about=Text(
            ru="Планы по менеджерам и периодам. Своя поправка плана: укажите, кто изменил и почему.",
            en="Plans by manager and period. For a correction of your own say who changed it and why.",
            bg="Планове по мениджъри и периоди. При собствена поправка посочете кой я е направил и защо.",
        ),
    ),
    Dictionary(
        key="targets",
        name="metric",
        about=Text(
            ru="Целевые значения показателей, при желании отдельно по сегментам.",
            en="Target values of metrics, if you like by segment.",
            bg="Целеви стойности на показателите, по желание отделно по сегменти.",
        ),
    ),
    Dictionary(
        key="trainings",
        name="manager",
        occurs=_MANAGERS,
        about=Text(
            ru="Кто, когда и чему учился: до и после обучения результаты можно сравнить.",
            en="Who was trained, when and in what: results before and after can be compared.",
            bg="Кой, кога и на какво е обучаван: резултатите преди и след това могат да се сравнят.",
        ),
    ),
    Dictionary(
        key="control_figures",
        name="measure",
        about=Text(
            ru="Контрольные цифры плана развития отдела или региона: какой показатель, чей, к какой дате и "
            "сколько. Показатель с именем из глоссария считается по данным, другой – по факту, введённому здесь.",
            en="The control figures of the plan of a department or a region: which measure, whose, by when and how "
            "much. A measure named as in the glossary is counted from the data, any other goes by the fact "
            "typed in here.",
            bg="Контролните цифри на плана за развитие на отдел или регион: кой показател, на кого, към коя дата и "
            "колко. Показател с име от речника се смята по данните, друг – по факта, въведен тук.",
        ),
    ),
    Dictionary(
        key="plan_points",
        name="point",
        about=Text(
            ru="Упражнение: не меньше четырёх сильных и слабых сторон, возможностей и рисков. Напротив пункта "
            "укажите действие плана, которое на него отвечает, теми же словами, что в плане.",
            en="The exercise: at least four strengths, weaknesses, chances and risks. Beside a point write the "
            "action of the plan that answers it, in the words of the plan.",
            bg="Упражнението: поне четири силни и слаби страни, възможности и рискове. Срещу точката посочете "
            "действието от плана, което ѝ отговаря, със същите думи като в плана.",
        ),
    ),
)

DICTIONARIES: Final[Mapping[str, Dictionary]] = MappingProxyType({one.key: one for one in _ALL})
"""Every table that a company keeps by hand, by its key, in the order in which they are offered."""
