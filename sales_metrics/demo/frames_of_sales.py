"""Clients, deals, contacts, orders and surveys in one language."""

from __future__ import annotations

import pandas as pd

from ..model.text import Language
from . import names, phrases, places, wording
from .cast import SERVICE, TELEMARKETERS
from .company import Company
from .days import WORKDAYS
from .vocabulary import CHANNELS, COMPETITORS, ENDINGS, INDUSTRIES, REASONS, SEGMENTS, STAGES

DEAL_PREFIX = {"ru": "31", "en": "240", "bg": "С-"}
ORDER_PREFIX = {"ru": "ЗК-", "en": "SO-", "bg": "П-"}
CLIENT_PREFIX = {"ru": "К-", "en": "C", "bg": "К"}
_TYPED_CHANCES = (0.1, 0.2, 0.4, 0.6, 0.75, 0.9)


def build(company: Company, language: Language) -> dict[str, pd.DataFrame]:
    """Return the frames of what is sold to whom."""
    called = wording.client_names(company.clients, language)
    return {
        "clients": _clients(company, called, language),
        "contacts": _contacts(company, called, language),
        "deals": _deals(company, called, language),
        "stage_log": _stage_log(company, language),
        "orders": _orders(company, called, language),
        "order_lines": _order_lines(company, language),
        "surveys": _surveys(company, called, language),
    }


def _clients(company: Company, called: wording.Words, language: Language) -> pd.DataFrame:
    rows = company.clients
    won = company.deals[company.deals["outcome"] == "won"]
    first = won.sort_values("closed").drop_duplicates("client").set_index("client")
    acquired = wording.dates(rows["acquired_on"])
    acquired = acquired.fillna(wording.days(first["closed"]).reindex(rows["number"]))
    channel = rows["channel"].where(rows["buyer"], first["channel"].reindex(rows["number"]))
    areas = places.areas(language)
    dossier = rows["dossier"]
    holding = rows["firm"].map({n: names.group_of_firms(int(n), language) for n in rows["firm"].unique()})
    recommended = (rows["referred_by"] >= 0) & (channel == "referral")
    return pd.DataFrame(
        {
            "client": called,
            "client_id": wording.numbered(CLIENT_PREFIX[language], rows["number"]),
            "tax_id": rows["serial"].map(lambda serial: names.tax_id(int(serial), language)),
            "segment": wording.spoken(rows["segment"], SEGMENTS, language),
            "size": rows["size"],
            "priority": rows["priority"],
            "region": rows["area"].map({n: places.region_path(n, language) for n in range(len(areas))}),
            "holding": holding.where(rows["branch"] >= 0),
            "city": rows["area"].map({n: town for n, (_, _, town) in enumerate(areas)}),
            "industry": wording.spoken(
                rows["industry"], {k: text for k, (_, text) in INDUSTRIES.items()}, language
            ),
            "manager": wording.sellers(rows["manager"], language),
            "service_manager": wording.listed(rows["service_manager"], SERVICE, language),
            "channel_first": wording.spoken(channel, CHANNELS, language),
            "acquired_on": acquired,
            "referred_by": rows["referred_by"].where(recommended).map(called),
            "potential_year": wording.money(rows["potential"], language),
            "is_federal": rows["federal"].astype("boolean"),
            "is_ours": rows["fits"],
            "phone": rows["serial"].map(lambda serial: names.telephone(int(serial) * 37, language)),
            "email": rows["firm"].map(lambda firm: names.mailbox(int(firm))),
            "contact_person": wording.people(rows["serial"], language),
            "decision_group": pd.Series(phrases.DECIDERS.in_(language), index=rows.index).where(dossier),
            "birthday": wording.dates(pd.Timestamp("1960-01-01") + pd.to_timedelta(rows["born"], unit="D")).where(
                dossier
            ),
            "hobby": wording.listed(rows["hobby"], phrases.HOBBIES, language).where(dossier),
        }
    )


def _contacts(company: Company, called: wording.Words, language: Language) -> pd.DataFrame:
    rows = company.contacts
    at = wording.moments(rows["day"], rows["minute"])
    return pd.DataFrame(
        {
            "client": rows["client"].map(called),
            "manager": wording.sellers(rows["manager"], language),
            "held_at": at.where(rows["held"]),
            "kind": rows["kind"],
            "direction": rows["inbound"].map({True: "inbound", False: "outbound"}).where(rows["kind"] == "call"),
            "place": rows["place"].where(rows["place"] != ""),
            "planned_at": at.where(rows["planned"]),
            "created_at": wording.moments(rows["entered"], rows["entered_minute"]),
            "result": rows["result"].where(rows["result"] != ""),
            "refusal_reason": wording.spoken(rows["reason"], REASONS, language),
            "next_step": wording.listed(rows["step"], phrases.STEPS, language),
            "next_on": wording.days(rows["step_on"]),
            "deal_id": wording.numbered(DEAL_PREFIX[language], rows["deal"]),
            "minutes": rows["minutes"].where(rows["held"] & rows["kind"].isin(["call", "meeting"])),
            "note": _notes(rows, language),
        }
    )


def _notes(rows: pd.DataFrame, language: Language) -> wording.Words:
    articles = wording.article_names(language)
    found: list[str | None] = []
    columns = (rows["kind"], rows["odd"], rows["note"], rows["detail"], rows["article"], rows["figure"])
    for kind, odd, topic, detail, article, figure in zip(*columns, strict=True):
        if kind == "greeting":
            found.append(phrases.GREETED.in_(language))
        elif odd:
            found.append(phrases.ODD_NOTES[detail % len(phrases.ODD_NOTES)].in_(language))
        elif topic >= 0:
            found.append(phrases.note(topic, detail, articles[article], figure, language))
        else:
            found.append(None)
    return pd.Series(found, index=rows.index, dtype="str")


def _deals(company: Company, called: wording.Words, language: Language) -> pd.DataFrame:
    rows = company.deals
    groups = pd.Series(wording.group_names(language))
    group = rows["group"].map(groups)
    sold = rows["client"].map(called)
    reached = wording.listed(rows["reached"], list(STAGES.values()), language)
    over = wording.spoken(rows["outcome"], ENDINGS, language)
    chance = rows["reached"].map(dict(enumerate(_TYPED_CHANCES)))
    chance = chance.where(rows["outcome"].isin(["open", "parked"]), (rows["outcome"] == "won").astype("float64"))
    closed = wording.days(rows["closed"])
    sent = wording.days(rows["sent"])
    handed = (closed + pd.to_timedelta(85 + rows["minute"] % 40, unit="D")).where(rows["outcome"] == "won")
    handed = handed.where(handed <= pd.Timestamp(WORKDAYS[company.contacts["entered"].max()]))
    service = pd.Series(company.clients["service_manager"].to_numpy()[rows["client"]], index=rows.index)
    # Most clients that nobody looks after by name are handed over all the same; every ninth is forgotten.
    service = service.where((service >= 0) | (rows["client"] % 9 == 0), rows["client"] % len(SERVICE))
    cared = wording.listed(service, SERVICE, language)
    tender = closed.fillna(wording.days(rows["expected"])).where(rows["channel"] == "tender")
    return pd.DataFrame(
        {
            "deal_id": wording.numbered(DEAL_PREFIX[language], rows["number"]),
            "name": group + " – " + sold,
            "client": sold,
            "manager": wording.sellers(rows["manager"], language),
            "stage": over.fillna(reached),
            "amount": wording.money(rows["amount"], language),
            "currency": wording.currency(language),
            "created_on": wording.days(rows["created"]),
            "expected_on": wording.days(rows["expected"]),
            "closed_on": closed,
            "outcome": rows["outcome"],
            "lost_stage": reached.where(rows["outcome"] == "lost"),
            "lost_reason": wording.spoken(rows["reason"], REASONS, language).where(rows["outcome"] == "lost"),
            "competitor": wording.spoken(rows["rival"], COMPETITORS, language).where(rows["outcome"] == "lost"),
            "product_group": group,
            "source": wording.spoken(rows["channel"], CHANNELS, language),
            "probability": chance,
            "offer_sent_on": sent,
            "offer_confirmed_on": wording.days(rows["confirmed"]),
            "offer_valid_until": (sent + pd.Timedelta(days=30)).where(rows["valid"]),
            "tender_on": tender,
            "qualified": rows["qualified"],
            "tele_marketer": wording.listed(rows["telemarketer"], TELEMARKETERS, language),
            "client_manager": cared.where(handed.notna()),
            "handed_over_on": handed.where(cared.notna()),
            "is_custom": rows["custom"].astype("boolean"),
        }
    )


def _stage_log(company: Company, language: Language) -> pd.DataFrame:
    rows = company.stage_log
    return pd.DataFrame(
        {
            "deal_id": wording.numbered(DEAL_PREFIX[language], rows["deal"]),
            "stage": wording.listed(rows["stage"], list(STAGES.values()), language),
            "entered_at": wording.moments(rows["day"], rows["minute"]),
        }
    )


def _orders(company: Company, called: wording.Words, language: Language) -> pd.DataFrame:
    rows = company.orders
    return pd.DataFrame(
        {
            "order_id": wording.numbered(ORDER_PREFIX[language], rows["number"]),
            "client": rows["client"].map(called),
            "ordered_on": wording.dates(rows["ordered"]),
            "amount": wording.money(rows["amount"], language),
            "currency": wording.currency(language),
            "manager": wording.sellers(rows["manager"], language),
            "channel": wording.spoken(rows["channel"], CHANNELS, language),
            "completed_on": wording.dates(rows["completed"]),
            "status": rows["status"],
            "is_return": rows["returned"].astype("boolean"),
            "margin": wording.money(rows["margin"], language),
            "cost_to_serve": wording.money(rows["cost_to_serve"], language),
            "capacity_units": rows["capacity"],
            "product_group": rows["group"].map(pd.Series(wording.group_names(language))),
            "deal_id": wording.numbered(DEAL_PREFIX[language], rows["deal"]),
        }
    )


def _order_lines(company: Company, language: Language) -> pd.DataFrame:
    rows = company.order_lines
    articles = pd.Series(wording.article_names(language))
    groups = pd.Series(wording.group_names(language))
    per_group = len(articles) // len(groups)
    return pd.DataFrame(
        {
            "order_id": wording.numbered(ORDER_PREFIX[language], rows["order"]),
            "line": rows["line"].astype("str"),
            "product_id": rows["article"].map(pd.Series(wording.article_codes(range(len(articles))))),
            "product": rows["article"].map(articles),
            "product_group": (rows["article"] // per_group).map(groups),
            "quantity": rows["quantity"].astype("float64"),
            "price": wording.money(rows["price"], language),
            "amount": wording.money(rows["amount"], language),
        }
    )


def _surveys(company: Company, called: wording.Words, language: Language) -> pd.DataFrame:
    rows = company.surveys
    return pd.DataFrame(
        {
            "order_id": wording.numbered(ORDER_PREFIX[language], rows["order"]),
            "client": rows["client"].map(called),
            "surveyed_on": wording.days(rows["day"]),
            "surveyor": wording.sellers(rows["manager"], language).fillna(SERVICE[0].in_(language)),
            "rating": rows["rating"].astype("Int64"),
            "recommend": rows["recommend"].astype("Int64"),
            "liked": wording.listed(rows["liked"], phrases.LIKED, language),
            "disliked": wording.listed(rows["disliked"], phrases.DISLIKED, language),
            "improve": wording.listed(rows["improve"], phrases.IMPROVE, language),
            "referred": rows["referred"].map(called).where(rows["referred"] >= 0),
        }
    )
