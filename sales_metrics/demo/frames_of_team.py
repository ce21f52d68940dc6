"""The team, its plans and the company's own lists in one language."""

from __future__ import annotations

import pandas as pd

from ..model.text import Language, Text
from . import phrases, plans_by_hand, wording
from .cast import HEADS, ROLES, SELLERS, SERVICE, TEAMS, TELEMARKETERS
from .company import Company
from .orders import list_prices
from .planning import TARGETS
from .portrait import build_portrait
from .vocabulary import ABSENCE_KINDS, CHANNELS, ENDINGS, GOALS, MEASURES, SEGMENTS, STAGES, TOPICS


def build(company: Company, language: Language) -> dict[str, pd.DataFrame]:
    """Return the frames of who works here and by which plans and words."""
    called = wording.client_names(company.clients, language)
    federal = company.clients.loc[company.clients["federal"], "number"]
    return {
        "priority_changes": _priority_changes(company, called, language),
        "tenders": _tenders(company, called, language),
        "trainings": _trainings(company, language),
        "absences": _absences(company, language),
        "development_actions": _actions(company, called, language),
        "plans": _plans(company, language),
        "targets": _targets(language),
        "channel_costs": _channel_costs(company, language),
        "capacity": company.capacity.rename(columns={"month": "period"}),
        "managers": _managers(language),
        "products": _products(language),
        "stages": _stages(language),
        "control_figures": plans_by_hand.control_figures(language),
        "plan_points": plans_by_hand.plan_points(language),
        "federal_list": pd.DataFrame({"client": federal.map(called), "division": TEAMS["north"].in_(language)}),
        "client_portrait": build_portrait(language),
    }


def _priority_changes(company: Company, called: wording.Words, language: Language) -> pd.DataFrame:
    rows = company.priority_changes
    return pd.DataFrame(
        {
            "client": rows["client"].map(called),
            "manager": wording.sellers(rows["manager"], language),
            "changed_on": wording.dates(rows["changed_on"]),
            "old": rows["old"],
            "new": rows["new"],
            "reason": wording.listed(rows["reason"], phrases.PRIORITY_REASONS, language),
        }
    )


def _tenders(company: Company, called: wording.Words, language: Language) -> pd.DataFrame:
    rows = company.tenders
    prefix = {"ru": "Т-", "en": "T-", "bg": "Т-"}[language]
    return pd.DataFrame(
        {
            "tender_id": wording.numbered(prefix, rows.index.to_series(), width=4),
            "client": rows["client"].map(called),
            "tender_on": wording.dates(rows["tender_on"]),
            "subject": rows["group"].map(pd.Series(wording.group_names(language))),
            "amount": wording.money(rows["amount"], language),
        }
    )


def _trainings(company: Company, language: Language) -> pd.DataFrame:
    rows = company.trainings
    return pd.DataFrame(
        {
            "manager": wording.sellers(rows["manager"], language),
            "held_on": wording.dates(rows["held_on"]),
            "topic": wording.spoken(rows["topic"], TOPICS, language),
        }
    )


def _absences(company: Company, language: Language) -> pd.DataFrame:
    rows = company.absences
    return pd.DataFrame(
        {
            "manager": wording.sellers(rows["manager"], language),
            "from_on": wording.dates(rows["from_on"]),
            "to_on": wording.dates(rows["to_on"]),
            "reason": wording.spoken(rows["kind"], ABSENCE_KINDS, language),
        }
    )


def _actions(company: Company, called: wording.Words, language: Language) -> pd.DataFrame:
    rows = company.actions
    done = pd.Series(phrases.DONE.in_(language), index=rows.index)
    late = wording.listed(plans_by_hand.reasons_late(rows), phrases.LATE, language)
    return pd.DataFrame(
        {
            "client": rows["client"].map(called),
            "action": wording.listed(rows["action"], phrases.ACTIONS, language),
            "owner": wording.sellers(rows["manager"], language),
            "due_on": wording.dates(rows["due_on"]),
            "checked_on": wording.dates(rows["checked_on"]),
            "resources": wording.listed(rows["means"], phrases.MEANS, language).where(rows["action"] != 2),
            "participants": wording.listed(rows["means"] % 2, SERVICE, language).where(rows["means"] < 3),
            "status": rows["status"],
            "done_on": wording.dates(rows["done_on"]),
            "result": done.where((rows["status"] == "done") & (rows["means"] != 1), late),
        }
    )


def _targets(language: Language) -> pd.DataFrame:
    rows = [
        (GOALS[figure].in_(language), None if segment is None else SEGMENTS[segment].in_(language), value)
        for figure, segment, value in TARGETS
    ]
    return pd.DataFrame(rows, columns=["metric", "segment", "value"]).astype({"metric": "str", "segment": "str"})


def _plans(company: Company, language: Language) -> pd.DataFrame:
    rows = company.plans
    money = rows["measure"] == "revenue"
    head = HEADS[SELLERS[2].team].in_(language)
    return pd.DataFrame(
        {
            "manager": wording.sellers(rows["manager"], language),
            "period": rows["month"],
            "measure": wording.spoken(rows["measure"], MEASURES, language),
            "value": rows["value"].where(~money, wording.money(rows["value"], language)),
            "level": rows["level"],
            "changed_by": pd.Series(head, index=rows.index).where(rows["corrected"]),
            "reason": pd.Series(phrases.CORRECTED_BY_HEAD.in_(language), index=rows.index).where(rows["corrected"]),
        }
    )


def _channel_costs(company: Company, language: Language) -> pd.DataFrame:
    rows = company.channel_costs
    return pd.DataFrame(
        {
            "channel": wording.spoken(rows["channel"], CHANNELS, language),
            "month": wording.dates(rows["month"] + "-01"),
            "amount": wording.money(rows["amount"], language),
        }
    )


def _managers(language: Language) -> pd.DataFrame:
    rows: list[tuple[Text, Text, Text | None, Text]] = [
        (person.name, TEAMS[person.team], HEADS[person.team], ROLES["manager"]) for person in SELLERS
    ]
    rows += [(name, TEAMS[team], None, ROLES["head"]) for team, name in HEADS.items()]
    both = list(HEADS)
    for role, names in (("service", SERVICE), ("telemarketer", TELEMARKETERS)):
        rows += [(name, TEAMS[both[n]], HEADS[both[n]], ROLES[role]) for n, name in enumerate(names)]
    columns = ["manager", "team", "head", "role"]
    return pd.DataFrame([[cell.in_(language) if cell else None for cell in row] for row in rows], columns=columns)


def _products(language: Language) -> pd.DataFrame:
    articles, groups = wording.article_names(language), wording.group_names(language)
    per_group = len(articles) // len(groups)
    return pd.DataFrame(
        {
            "product": articles,
            "product_id": wording.article_codes(range(len(articles))),
            "product_group": [groups[n // per_group] for n in range(len(articles))],
            "list_price": wording.money(pd.Series(list_prices()), language),
        }
    )


def _stages(language: Language) -> pd.DataFrame:
    rows = [(text.in_(language), "open") for text in STAGES.values()]
    rows += [(text.in_(language), outcome) for outcome, text in ENDINGS.items()]
    frame = pd.DataFrame(rows, columns=["stage", "outcome"])
    frame.insert(1, "position", [float(n) for n in range(1, len(frame) + 1)])
    return frame
