"""The English-speaking firm's workbook of plans, costs and lists."""

from __future__ import annotations

from typing import Final

from .files import Sheet, Workbook

LISTS: Final = Workbook(
    file="plans_and_lists.xlsx",
    sheets=(
        Sheet(
            table="plans",
            name="Plans",
            headings={
                "manager": "Sales Rep",
                "period": "Month",
                "measure": "KPI",
                "value": "Target",
                "level": "Level",
                "changed_by": "Changed By",
                "reason": "Reason of Change",
            },
        ),
        Sheet(
            table="targets",
            name="Goals",
            headings={"metric": "Goal", "segment": "Target For", "value": "Target Value"},
        ),
        Sheet(
            table="channel_costs",
            name="Channel costs",
            shown="mmm yyyy",
            headings={"channel": "Channel", "month": "Month", "amount": "Spend (EUR)"},
        ),
        Sheet(
            table="trainings",
            name="Trainings",
            shown="yyyy-mm-dd",
            headings={"manager": "Trainee", "held_on": "Training Date", "topic": "Course"},
        ),
        Sheet(
            table="absences",
            name="Absences",
            shown="yyyy-mm-dd",
            headings={"manager": "Employee", "from_on": "From", "to_on": "Until", "reason": "Kind of Absence"},
        ),
        Sheet(
            table="managers",
            name="Sales team",
            headings={"manager": "Employee", "team": "Team", "head": "Reports To", "role": "Job Title"},
        ),
        Sheet(
            table="stages",
            name="Stages",
            headings={"position": "Position", "stage": "Deal Stage", "outcome": "Meaning"},
        ),
        Sheet(
            table="stage_log",
            name="Stage history",
            shown="yyyy-mm-dd hh:mm",
            headings={"deal_id": "Record ID", "stage": "New Stage", "entered_at": "Changed At"},
        ),
        Sheet(
            table="priority_changes",
            name="Priority changes",
            shown="yyyy-mm-dd",
            headings={
                "client": "Account",
                "manager": "Changed By",
                "changed_on": "Change Date",
                "old": "Old Priority",
                "new": "New Priority",
                "reason": "Reason",
            },
        ),
        Sheet(
            table="tenders",
            name="Tenders",
            shown="yyyy-mm-dd",
            headings={
                "tender_id": "Tender No.",
                "client": "Organiser",
                "tender_on": "Tender Date",
                "subject": "Subject",
                "amount": "Tender Amount (EUR)",
            },
        ),
        Sheet(
            table="development_actions",
            name="Account plans",
            shown="yyyy-mm-dd",
            headings={
                "client": "Account",
                "action": "Action",
                "owner": "Owner",
                "due_on": "Due Date",
                "checked_on": "Check Date",
                "resources": "Resources",
                "participants": "Participants",
                "status": "Status",
                "done_on": "Completed On",
                "result": "Result",
            },
        ),
        Sheet(
            table="control_figures",
            name="Control figures",
            shown="yyyy-mm-dd",
            headings={
                "measure": "Control measure",
                "team": "Team",
                "region": "Region",
                "due_on": "Control date",
                "target": "Target",
                "fact": "Actual",
                "responsible": "Responsible",
            },
        ),
        Sheet(
            table="plan_points",
            name="Four sides",
            headings={"side": "Side", "point": "Point", "action": "Answered by"},
        ),
        Sheet(
            table="products",
            name="Price list",
            headings={
                "product_id": "SKU",
                "product": "Product Name",
                "product_group": "Category",
                "list_price": "List Price (EUR)",
            },
        ),
        Sheet(table="capacity", name="Capacity", headings={"period": "Month", "units": "Capacity (hours)"}),
        Sheet(
            table="federal_list",
            name="National accounts",
            headings={"client": "Company", "division": "Division"},
        ),
        Sheet(
            table="client_portrait",
            name="Client portrait",
            headings={
                "feature": "Client Feature",
                "looks_at": "Column to Look At",
                "role": "What the Feature Means",
                "values": "Values That Count",
                "at_least": "At Least",
                "at_most": "At Most",
            },
        ),
    ),
)
