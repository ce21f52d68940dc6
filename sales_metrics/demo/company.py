"""The whole company, simulated once: codes and numbers, no words yet."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pandas as pd

from .clients import simulate_clients, simulate_priority_changes, simulate_tenders
from .deals import simulate_deals, stage_log
from .diary import simulate_contacts
from .orders import simulate_orders
from .planning import make_actions, make_capacity, make_channel_costs, make_plans
from .surveys import simulate_surveys
from .team import away, choose_trainings, simulate_absences


@dataclass(frozen=True, slots=True)
class Company:
    """Every table of the company with codes instead of words; days are working-day numbers or dates."""

    clients: pd.DataFrame
    priority_changes: pd.DataFrame
    deals: pd.DataFrame
    stage_log: pd.DataFrame
    tenders: pd.DataFrame
    contacts: pd.DataFrame
    orders: pd.DataFrame
    order_lines: pd.DataFrame
    surveys: pd.DataFrame
    plans: pd.DataFrame
    channel_costs: pd.DataFrame
    capacity: pd.DataFrame
    trainings: pd.DataFrame
    absences: pd.DataFrame
    actions: pd.DataFrame


@cache
def simulate() -> Company:
    """Return the company; the same one in every process, as nothing but the seed decides."""
    clients = simulate_clients()
    deals, walk = simulate_deals(clients)
    absences = simulate_absences()
    log = stage_log(deals, walk)
    contacts = simulate_contacts(clients, deals, walk, away(absences))
    orders, lines = simulate_orders(clients, deals)
    return Company(
        clients=clients,
        priority_changes=simulate_priority_changes(clients),
        deals=deals,
        stage_log=log,
        tenders=simulate_tenders(clients),
        contacts=contacts,
        orders=orders,
        order_lines=lines,
        surveys=simulate_surveys(clients, orders),
        plans=make_plans(),
        channel_costs=make_channel_costs(),
        capacity=make_capacity(orders),
        trainings=choose_trainings(deals, log),
        absences=absences,
        actions=make_actions(clients),
    )
