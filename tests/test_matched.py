"""Tables in which a client has one name: from the store, with decisions, for every viewer."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from sales_metrics.access import Role, Viewer, visible
from sales_metrics.engine import Tables
from sales_metrics.intake.take import take
from sales_metrics.matched import (
    KEYS,
    Answer,
    Decision,
    as_written,
    clientele,
    decide,
    decisions_of,
    matched_tables,
    open_questions,
    undo_decision,
)
from sales_metrics.metrics import METRICS
from sales_metrics.store import Store

CLIENTS = """Клиент;ИНН;Сегмент;Менеджер;Город
ООО «Ромашка»;7707083893;Розница;Иванова;Тверь
Вектор;;Опт;Петров;Самара
"""
DEALS = """Номер сделки;Клиент;Ответственный;Этап сделки;Сумма, руб.;Дата создания;Дата закрытия
1;Ромашка ООО;Иванова;Успешно реализовано;10 000,50;02.03.2026;20.03.2026
2;OOO Beктop;Иванова;Закрыто и не реализовано;20 000;03.03.2026;25.03.2026
3;Рамашка;Петров;Успешно реализовано;5 000;15.03.2026;26.03.2026
"""
TENDERS = """Номер тендера;Клиент;Дата тендера;Предмет тендера
Т-1;ООО «Ромашка»;02.09.2026;Стулья
Т-2;РОМАШКА;03.09.2026;Столы
"""
NOW = datetime(2026, 4, 1, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(tmp_path / "store")
    for name, text in (("clients.csv", CLIENTS), ("deals.csv", DEALS), ("tenders.csv", TENDERS)):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        made.add(take(path, name=name), who="", at=NOW)
    return made


def clients_of(tables: Tables, table: str = "deals") -> list[str]:
    return sorted(tables.fetch(tables[table])["client"])


def by_segment(tables: Tables) -> dict[str | None, int]:
    frame = METRICS["win_rate"].measure(tables, ("segment",))
    segments = frame["segment"].astype(object).where(frame["segment"].notna(), None)
    return dict(zip(segments, frame["n"].astype(int), strict=True))


def test_every_table_shows_the_main_spelling_and_keeps_the_one_of_the_file(store: Store) -> None:
    tables = matched_tables(store, store.snapshot())
    assert clients_of(tables) == ["Вектор", "ООО «Ромашка»", "Рамашка"]
    assert clients_of(tables, "tenders") == ["ООО «Ромашка»"] * 2
    deals = tables.fetch(tables["deals"]).set_index("deal_id")
    assert deals["_client"].to_dict() == {"1": "Ромашка ООО", "2": "OOO Beктop", "3": "Рамашка"}


def test_rows_behind_a_number_can_name_the_spelling_of_the_file(store: Store) -> None:
    tables = matched_tables(store, store.snapshot())
    keys = tables.fetch(tables["deals"]).set_index("deal_id")["_key"]
    assert as_written(tables, "deals") == {keys["1"]: "Ромашка ООО", keys["2"]: "OOO Beктop"}
    assert as_written(tables, "managers") == {}
    assert as_written(Tables.of_snapshot(store.snapshot()), "deals") == {}


def test_metrics_see_one_client(store: Store) -> None:
    plain = Tables.of_snapshot(store.snapshot())
    assert by_segment(plain) == {None: 3}
    assert by_segment(matched_tables(store, store.snapshot())) == {"Розница": 1, "Опт": 1, None: 1}


def test_a_yes_counts_at_once_changes_the_version_and_can_be_undone(store: Store) -> None:
    snapshot = store.snapshot()
    found = clientele(snapshot)
    (question,) = open_questions(found, found.candidates(), [])
    before = matched_tables(store, snapshot)
    decide(store, Decision(Answer.YES, question.first, (question.second,)), who="", at=NOW)
    after = matched_tables(store, snapshot)
    assert clients_of(after).count("ООО «Ромашка»") == 2
    assert by_segment(after) == {"Розница": 2, "Опт": 1}
    assert after.version != before.version
    assert undo_decision(store, question.id, who="", at=NOW)
    assert matched_tables(store, snapshot).version == before.version
    assert not undo_decision(store, question.id, who="", at=NOW)


def test_decisions_outlive_the_undo_of_an_upload(store: Store) -> None:
    no = Decision(Answer.NO, "Вектор", ("OOO Beктop",))
    decide(store, no, who="", at=NOW)
    assert "OOO Beктop" in clients_of(matched_tables(store, store.snapshot()))
    store.undo(2, who="", at=NOW)
    assert clients_of(matched_tables(store, store.snapshot())) == []
    store.redo(2, who="", at=NOW)
    assert decisions_of(store) == [no]
    assert "OOO Beктop" in clients_of(matched_tables(store, store.snapshot()))
    assert store.verify() == []


def test_without_anything_to_join_the_tables_are_the_plain_ones(tmp_path: Path) -> None:
    empty = Store(tmp_path / "empty")
    snapshot = empty.snapshot()
    assert matched_tables(empty, snapshot).version == snapshot.version


def test_a_join_shows_a_manager_new_names_but_no_new_rows(store: Store) -> None:
    snapshot = store.snapshot()
    decide(store, Decision(Answer.YES, "Вектор", ("ООО «Ромашка»",)), who="", at=NOW)
    plain, matched = Tables.of_snapshot(snapshot), matched_tables(store, snapshot)
    for name in ("Иванова", "Петров"):
        viewer = Viewer(Role.MANAGER, frozenset({name}))
        one, other = visible(plain, viewer), visible(matched, viewer)
        for table in ("clients", "deals", "tenders"):
            written, shown = one.fetch(one[table]), other.fetch(other[table])
            assert sorted(shown["_key"]) == sorted(written["_key"])
            assert sorted(shown["_client"]) == sorted(written["client"])
        assert (one.version, one.scope) != (other.version, other.scope)
    seen = visible(matched, Viewer(Role.MANAGER, frozenset({"Иванова"})))
    assert len(seen.fetch(seen["tenders"])) == 1, "the tender of the very spelling is hers, the other is nobody's"


def test_an_erased_person_goes_from_decisions_too_and_what_was_decided_still_holds(store: Store) -> None:
    person, firm = "Семёнов Пётр", "Вектор"
    late = DEALS.replace("Рамашка", f"ИП {person}")
    path = store.folder.parent / "late.csv"
    path.write_text(late, encoding="utf-8")
    store.add(take(path, name="late.csv"), who="", at=NOW)
    yes = Decision(Answer.YES, firm, (f"ИП {person}",))
    no = Decision(Answer.NO, person, ("Рамашка",))
    twice = Decision(Answer.YES, person, ("СЕМЕНОВ ПЁТР",))
    for decision in (yes, no, twice):
        decide(store, decision, who="anna", at=NOW)
    undo_decision(store, no.id, who="anna", at=NOW)
    asked = no.id, yes.id
    history = store.memory.history("client_match")

    def standing() -> bytes:
        return b"".join(path.read_bytes() for path in store.folder.glob("catalogue.sqlite*"))

    assert all(text.encode() in standing() for text in (person, *asked))
    assert clients_of(matched_tables(store, store.snapshot())).count("Вектор") == 2
    # Without knowing what the keys are made of, they would still tell the names to whoever guesses them.
    found = store.erase([person], who="boris", at=NOW, keys=KEYS)
    assert found.entries == 4
    assert not any(text.encode() in standing() for text in (person, *asked))
    after = store.memory.history("client_match")
    assert [(e.number, e.who, e.at, e.value is None) for e in after] == [
        (e.number, e.who, e.at, e.value is None) for e in history
    ]
    first, *_ = decisions_of(store)
    assert first.others[0].startswith("ИП erased-")
    tables = matched_tables(store, store.snapshot())
    assert clients_of(tables).count("Вектор") == 2
    assert undo_decision(store, first.id, who="anna", at=NOW)
    assert clients_of(matched_tables(store, store.snapshot())).count("Вектор") == 1
    assert store.verify() == []
