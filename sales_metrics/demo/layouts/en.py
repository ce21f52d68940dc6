"""An English-speaking firm: HubSpot for deals, Salesforce-like accounts and activities, an ERP for orders."""

from __future__ import annotations

from typing import Final

from .en_lists import LISTS
from .files import Layout, Listing, Sheet, Workbook

_DEALS: Final = Listing(
    file="deals.csv",
    table="deals",
    headings={
        "deal_id": "Record ID",
        "name": "Deal Name",
        "client": "Associated Company",
        "manager": "Deal Owner",
        "stage": "Deal Stage",
        "amount": "Amount",
        "currency": "Currency",
        "outcome": "Deal Status",
        "created_on": "Create Date",
        "expected_on": "Expected Close Date",
        "closed_on": "Close Date",
        "lost_reason": "Closed Lost Reason",
        "lost_stage": "Stage Lost At",
        "competitor": "Lost To",
        "product_group": "Product Line",
        "source": "Lead Source",
        "probability": "Deal Probability (%)",
        "offer_sent_on": "Proposal Sent",
        "offer_confirmed_on": "Offer Receipt Confirmed",
        "offer_valid_until": "Offer Valid Until",
        "tender_on": "Tender Date",
        "qualified": "Lead Quality",
        "tele_marketer": "SDR",
        "client_manager": "Customer Success Manager",
        "handed_over_on": "Handed Over On",
        "is_custom": "Custom Order",
    },
)
_CLIENTS: Final = Workbook(
    file="clients.xlsx",
    sheets=(
        Sheet(
            table="clients",
            name="Accounts",
            shown="yyyy-mm-dd",
            headings={
                "client_id": "Account ID",
                "client": "Account Name",
                "tax_id": "VAT Number",
                "manager": "Account Owner",
                "service_manager": "Service Manager",
                "segment": "Customer Segment",
                "size": "Company Size",
                "priority": "Client Priority",
                "industry": "Industry",
                "region": "Territory",
                "city": "City",
                "holding": "Parent Account",
                "channel_first": "Lead Source",
                "acquired_on": "Customer Since",
                "referred_by": "Referred By",
                "potential_year": "Yearly Potential (EUR)",
                "is_federal": "National Account",
                "is_ours": "ICP Fit",
                "contact_person": "Primary Contact",
                "phone": "Phone",
                "email": "Email",
                "decision_group": "Decision Makers",
                "birthday": "Birth Date",
                "hobby": "Hobbies",
            },
        ),
    ),
)
_CONTACTS: Final = Workbook(
    file="contacts.xlsx",
    sheets=(
        Sheet(
            table="contacts",
            name="Activities",
            shown="yyyy-mm-dd hh:mm",
            headings={
                "kind": "Activity Type",
                "client": "Company",
                "manager": "Assigned To",
                "held_at": "Start Time",
                "planned_at": "Scheduled For",
                "created_at": "Created Time",
                "direction": "Call Direction",
                "place": "Location",
                "minutes": "Duration (minutes)",
                "result": "Outcome",
                "refusal_reason": "Rejection Reason",
                "next_step": "Next Action",
                "next_on": "Next Activity Date",
                "deal_id": "Deal ID",
                "note": "Notes",
            },
        ),
    ),
)
_ORDERS: Final = Workbook(
    file="orders.xlsx",
    sheets=(
        Sheet(
            table="orders",
            name="Sales orders",
            shown="d mmm yyyy",
            headings={
                "order_id": "Order No.",
                "ordered_on": "Order Date",
                "client": "Customer Name",
                "manager": "Salesperson",
                "channel": "Sales Channel",
                "product_group": "Product Category",
                "amount": "Net Amount",
                "currency": "Currency",
                "margin": "Gross Profit",
                "cost_to_serve": "Cost to Serve",
                "capacity_units": "Norm Hours",
                "completed_on": "Delivered On",
                "status": "Order Status",
                "is_return": "Credit Note",
                "deal_id": "Deal ID",
            },
        ),
    ),
)
_LINES: Final = Listing(
    file="order_lines.csv",
    table="order_lines",
    headings={
        "order_id": "Order No.",
        "line": "Line No.",
        "product_id": "SKU",
        "product": "Product Name",
        "product_group": "Product Category",
        "quantity": "Qty",
        "price": "Unit Price",
        "amount": "Line Total",
    },
)
_SURVEYS: Final = Listing(
    file="surveys.csv",
    table="surveys",
    day="%m/%d/%Y",
    headings={
        "order_id": "Order No.",
        "client": "Customer",
        "surveyed_on": "Survey Date",
        "surveyor": "Interviewer",
        "rating": "Satisfaction (1-5)",
        "recommend": "NPS Score",
        "liked": "What did you like?",
        "disliked": "What did you dislike?",
        "improve": "What to improve",
        "referred": "Referred whom",
    },
)
LAYOUT: Final = Layout(
    files=(_DEALS, _CLIENTS, _CONTACTS, _ORDERS, _LINES, _SURVEYS, LISTS),
    yes_no=("Yes", "No"),
    choices={
        ("deals", "outcome"): {"open": "Open", "won": "Won", "lost": "Lost", "parked": "On hold"},
        ("contacts", "kind"): {"call": "Call", "meeting": "Meeting", "e-mail": "Email", "greeting": "Greeting"},
        ("orders", "status"): {"open": "Confirmed", "completed": "Delivered", "cancelled": "Cancelled"},
        ("clients", "priority"): {"A": "A", "B": "B", "C": "C"},
    },
)
