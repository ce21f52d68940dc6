"""A made-up industrial supplier whose data hold findings that are known beforehand.

Nothing but a seed decides what happens, so every run, every language and every file tells of the same firm:
eight managers in two teams, six hundred clients, deals and orders from 5 May 2025 to Friday 20 November 2026.
What there is to find, with the figures of this seed:

- Marina Orlova (Megan Turner, Мария Стоянова) loses on exhausted budgets: 57 of 126 stated refusals against
  105 of 852 of the others. Igor Lebedev (Ian Cooper, Иван Костов) loses on lack of interest: 63 of 140 against
  112 of 838.
- Elena Zaitseva (Ellen Hughes, Елена Петкова) wins 111 of 203 closed deals, the department 553 of 1651. Olga
  Mironova and Denis Kiselev win 60 of 206 and 74 of 212, which the data cannot tell apart.
- Svetlana Belova (Sarah Bell, Светла Бонева) leaves the reason of 65 of 151 refusals blank; nobody else passes
  one in eight. Andrey Fomin keeps dead deals open: 14 of the 15 that are older than two hundred days.
- Pavel Gromov (Paul Garner, Павел Грозев) has had exactly four meetings on every working day since April 2026,
  on leave as well: a next step after 2 % of them, a contract after 3 %, the same three notes over and over, all
  entered twice a month at one sitting.
- The training of November 2025 worked: contracts per meeting of the three who attended rose by 9 points more
  than those of the others, the largest of all 56 ways to choose three. That of June 2026 was for the two with
  the worst spring; they came back from 12 % to their usual 15 %, which is regression to the mean.
- Since the price list rose on 2 March 2026, 68 % of offers get as far as negotiations instead of 87 %. Since 21
  August 2026, 68 % of decided meetings end in an offer instead of 88 %.
- Referrals (61 %), inquiries (39 %) and returning clients (43 %) are won far more often than cold calls (21 %).
- The largest client makes 34 % of the revenue, key clients together 44 %.
- Surveys cover 93 % of completed orders at first and 76 % at the end; late deliveries are followed by a survey
  in 69 % of cases, others in 90 %, small clients in 78 %, so the mean rating of 4.35 flatters.
- By its own portrait 189 of 600 clients are ours and 314 are not; of 97 one answer is missing, what they buy in a
  year. 700 deals marked as ours are with clients that the portrait refuses. It tells nothing of who buys: 177 of
  520 closed deals are won with clients that are ours, 285 of 877 with those that are not. Of the best fifth by
  revenue 43 % are large, of the other buyers 3 %.
- Thirty larger clients have development plans, which changed nothing that can be told: 20 clients with a finished
  action against 26 of their size without a plan. Of 17 late actions 6 wait for a free engineer. Two of seven
  control figures were met by their day, and no action answers 8 of the 15 points of the four sides.
- Some twenty regular clients have fallen asleep, ten clients of priority A have heard nothing for two months.

Activity is kept in proportion rather than in bulk: 0.27 meetings a call and 0.14 contracts a meeting, on about
a third of what the plan of 15 calls, 4 meetings and half a contract a day demands.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from ..model.text import LANGUAGES
from .days import END, START
from .frames import frames
from .writing import write_layout

__all__ = ["END", "START", "frames", "write"]

_README: Final = """# Sample data

One made-up industrial supplier, May 2025 to 20 November 2026, exported three times as three different firms
would do it. Every company, person, tax number, telephone number and address is invented.

| folder | written as | money | dates |
|---|---|---|---|
| `ru/` | amoCRM deals, a diary in cp1251, orders from 1C with a title and a total | RUB | 31.12.2026 |
| `en/` | HubSpot deals, Salesforce-like accounts and activities, an ERP's orders | EUR | 2026-12-31; 12/31/2026 |
| `bg/` | home-made sheets, decimal commas | EUR | 31.12.2026 г. |

Each folder holds `deals`, `clients`, `contacts`, `orders`, `order_lines`, `surveys` and the workbook
`plans_and_lists.xlsx` (plans, targets, channel costs, trainings, absences, managers, stages and their history,
priority changes, tenders, development plans with control figures and the exercise of four sides, price list,
capacity, national accounts, client portrait).

`python -m sales_metrics.demo` writes all of it afresh, the same every time. What there is to find in the data is
told at the top of `sales_metrics/demo/__init__.py`.
"""


def write(folder: Path) -> list[Path]:
    """Write all layouts and their description under `folder`; return the paths of the files."""
    folder.mkdir(parents=True, exist_ok=True)
    written = [path for language in LANGUAGES for path in write_layout(folder / language, language)]
    readme = folder / "README.md"
    readme.write_text(_README, encoding="utf-8", newline="\n")
    return [*written, readme]
