"""Completed orders with what the client answered, and with the signs that he may have had reason to complain."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from .in_force import rule
from .kept import kept
from .orders import sold

ANSWERS = ("order_id", "surveyed_on", "rating")
LATE, IN_TIME = "late", "in_time"
RETURNED, NOT_RETURNED = "returned", "not_returned"
LOW_BEFORE, GOOD_BEFORE = "low_before", "good_before"


def completed(orders: ir.Table) -> ir.Table:
    """Return the orders that are done; without a completion date the day of the order is taken."""
    done = sold(orders)
    done = done.filter(done.completed_on.notnull() | (done.status == "completed").fill_null(False))
    return done.mutate(whole_on=done.completed_on, completed_on=done.completed_on.coalesce(done.ordered_on))


@kept(
    {
        "asked": "int64",
        "score": "float64",
        "likely": "float64",
        "pace": "string",
        "return_after": "string",
        "score_before": "string",
    },
    rows_of="orders",
)
def asked_orders(orders: ir.Table, surveys: ir.Table, rules: ir.Table) -> ir.Table:
    """Each completed order: `asked`, its rating and readiness to recommend, and the signs of trouble.

    Several questionnaires of one order are one: the lowest answer counts. `pace` is null without both dates,
    `return_after` without a client, `score_before` until the client has rated an earlier order.
    """
    given = surveys.filter(surveys.order_id.notnull())
    answers = given.group_by(_order=given.order_id).agg(
        score=given.rating.min().cast("float64"),
        likely=given.recommend.min().cast("float64"),
        _answered_on=given.surveyed_on.max(),
    )
    done = completed(orders)
    done = done.left_join(answers, done.order_id == answers["_order"])
    days = done.whole_on.epoch_days() - done.ordered_on.epoch_days()
    late = ibis.ifelse(days > rule(rules, "late_after_days"), LATE, IN_TIME)
    done = done.mutate(
        asked=done["_order"].notnull().cast("int64"),
        pace=ibis.ifelse(days.notnull(), late, ibis.null("string")),
    )
    before, returned = _rated_before(done, rules), _returned_after(done, orders, rules)
    done = done.left_join(before, done["_key"] == before["_of"])
    done = done.left_join(returned, done["_key"] == returned["_after"])
    after = ibis.ifelse(done["_after"].notnull(), RETURNED, NOT_RETURNED)
    known = done.client.notnull() & done.completed_on.notnull()
    return done.mutate(return_after=ibis.ifelse(known, after, ibis.null("string")))


def _rated_before(done: ir.Table, rules: ir.Table) -> ir.Table:
    """Return for each order what its client's last rating before it was.

    One pass in the order of days: a rating is written as day and rating in one number, so that the latest, and of
    one day the lowest, is a running maximum.
    """
    named = done.filter(done.client.notnull(), done.completed_on.notnull())
    scored = named.filter(named.score.notnull(), named["_answered_on"].notnull())
    answered = scored["_answered_on"].epoch_days().cast("int64")
    # On one day the order comes before the rating: even days are orders, odd ones ratings.
    asked = named.select(
        _client=named.client,
        _at=2 * named.completed_on.epoch_days().cast("int64"),
        _of=named["_key"],
        _rated=ibis.null("int64"),
    )
    given = scored.select(
        _client=scored.client,
        _at=2 * answered + 1,
        _of=ibis.null(str(named["_key"].type())),
        _rated=answered * 10 + (5 - scored.score.round().cast("int64")),
    )
    events = ibis.union(asked, given)
    until = ibis.cumulative_window(group_by="_client", order_by="_at")
    seen = events.mutate(_last=events["_rated"].max().over(until))
    seen = seen.filter(seen["_of"].notnull(), seen["_last"].notnull())
    low = rule(rules, "low_rating_at_most")
    return seen.select("_of", score_before=ibis.ifelse(5 - seen["_last"] % 10 <= low, LOW_BEFORE, GOOD_BEFORE))


def _returned_after(done: ir.Table, orders: ir.Table, rules: ir.Table) -> ir.Table:
    """Return the orders whose client returned something within the days after them."""
    back = orders.filter(orders.is_return.fill_null(False), orders.client.notnull(), orders.ordered_on.notnull())
    back = back.select(_who=back.client, _came=back.ordered_on.epoch_days().cast("int64")).distinct()
    named = done.filter(done.client.notnull(), done.completed_on.notnull())
    own = named.select(
        _after=named["_key"], _client=named.client, _day=named.completed_on.epoch_days().cast("int64")
    )
    met = own.inner_join(back, own["_client"] == back["_who"])
    within = met["_came"] - met["_day"]
    met = met.filter(within >= 0, within <= rule(rules, "return_within_days"))
    return met.select("_after").distinct()
