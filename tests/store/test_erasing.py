"""A person who is erased stands in no byte of the folder, and the history of uploads stays."""

from __future__ import annotations

import zipfile
from hashlib import sha256
from pathlib import Path

import pyarrow.parquet as pq
import pytest
import xlwt

from sales_metrics.store import Store, StoreError, open_state
from sales_metrics.store import erasing as steps

from ..intake.files.binary_book import binary_book
from .children import erase_and_wait, start
from .taking import MINUTE, NOON, File, Row, day, everything, sheet, state, taken, values

NAME = "Семёнов Пётр"
PHONE = "+7 (912) 345-67-89"
EMAIL = "petr@romashka.example"
VALUES = (NAME, PHONE, EMAIL)
SPELT = ("Семёнов Пётр", "СЕМЕНОВ  ПЕТР", "8 912 345 67 89", "79123456789", "Petr@Romashka.example")


def client(key: str, person: str | None, phone: str | None, email: str | None, priority: str = "B") -> Row:
    about = {"contact_person": person, "phone": phone, "email": email, "hobby": "chess" if person else None}
    return {"_key": key, "client": key, "priority": priority} | about


OTHER = client("fialka", "Иванова Анна", "123456", None)


def bytes_of(folder: Path, name: str, *texts: str) -> Path:
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings.xml", "".join(f"<si><t>{text}</t></si>" for text in texts))
    return path


def filled(tmp_path: Path) -> Store:
    store = Store(tmp_path / "store")
    weeks: list[tuple[str, list[Row]]] = [
        (
            f"{NAME}.xlsx",
            [client("romashka", NAME, PHONE, EMAIL), client("fialka", "Иванова Анна", "123456", None)],
        ),
        ("second.xlsx", [client("romashka", "СЕМЕНОВ  ПЕТР", "8 912 345 67 89", None, "A")]),
        ("third.xlsx", [{**OTHER, "priority": "C"}]),
    ]
    for number, (name, rows) in enumerate(weeks):
        raw = bytes_of(tmp_path, f"{number}.xlsx", *(str(row["contact_person"]) for row in rows))
        file = File(name, sha256(raw.read_bytes()).hexdigest(), 250, (sheet("clients", rows),))
        store.add(file, who="anna", at=NOON + number * MINUTE, raw=raw)
    note = {"_key": "1", "contact_id": "1", "client": "romashka", "note": "звонил семенов петр, перезвонит"}
    store.add(taken(sheet("contacts", [note])), who="anna", at=NOON + 3 * MINUTE)
    store.add(taken(sheet("clients", [client(NAME, None, None, None)])), who="anna", at=NOON + 4 * MINUTE)
    store.undo(2, who="anna", at=NOON + 5 * MINUTE, refresh=True)
    store.define("note", {"who": NAME}, who="anna", at=NOON)
    return store


def found(folder: Path) -> set[str]:
    """Return the files in which some spelling of the person stands, packed or not."""
    holding = set()
    for path in folder.rglob("*"):
        if not path.is_file():
            continue
        data = path.read_bytes()
        texts = [data.decode(encoding, "replace") for encoding in ("utf-8", "cp1251", "utf-16-le")]
        if data[:2] == b"PK":
            with zipfile.ZipFile(path) as archive:
                texts += [archive.read(name).decode() for name in archive.namelist()]
        if data[:4] == b"PAR1":
            texts.append(repr(pq.read_table(path).to_pylist()))
        if path.suffix == ".duckdb":
            connection = open_state(path)
            for (table,) in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall():
                if ":" not in table:
                    texts.append(repr(connection.table(table).fetchall()))
            connection.close()
        if any(spelt.lower() in text.lower() for text in texts for spelt in SPELT):
            holding.add(path.parent.name if path.parent != folder else path.name)
    return holding


def test_an_erased_person_stands_nowhere_and_the_history_stays(tmp_path: Path) -> None:
    store = filled(tmp_path)
    assert found(store.folder) == {"catalogue.sqlite", "parts", "files", "state"}
    before, entries = store.uploads(), store.memory.history("dictionary")
    checked = store.look_for(VALUES)
    assert (checked.rows, checked.uploads, checked.raw_files) == (4, (1, 2, 4, 5), 2)
    assert checked.cells == {
        "clients.contact_person": 2,
        "clients.phone": 2,
        "clients.email": 1,
        "clients.client": 1,
        "contacts.note": 1,
    }
    assert found(store.folder) == {"catalogue.sqlite", "parts", "files", "state"}
    assert store.erase(VALUES, who="boris", at=NOON) == checked
    store.snapshot()
    assert found(store.folder) == set()
    after = store.uploads()
    assert [(u.id, u.who, u.at, u.size, u.undone_at) for u in after] == [
        (u.id, u.who, u.at, u.size, u.undone_at) for u in before
    ]
    assert [u.sheets for u in after] == [u.sheets for u in before]
    assert [u.erased_at for u in after] == [NOON, NOON, None, NOON, NOON]
    assert len(store.memory.history("dictionary")) == len(entries)
    (entry,) = store.memory.history("erasure")
    assert entry.value == {"rows": 4, "uploads": [1, 2, 4, 5], "raw_files": 2, "entries": 1}
    assert store.verify() == []


def test_erasure_blanks_the_person_and_nothing_else(tmp_path: Path) -> None:
    store = filled(tmp_path)
    store.redo(2, who="anna", at=NOON)
    store.erase(VALUES, who="boris", at=NOON)
    clients = values(store.snapshot(), "clients")
    assert clients["romashka"] == {"client": "romashka", "priority": "A"}
    whole = {"client": "fialka", "contact_person": "Иванова Анна", "phone": "123456", "hobby": "chess"}
    assert clients["fialka"] == whole | {"priority": "C"}
    (other,) = clients.keys() - {"romashka", "fialka"}
    assert other.startswith("erased-")
    assert clients[other]["client"] == other
    note = values(store.snapshot(), "contacts")["1"]["note"]
    assert note.startswith("звонил erased-")
    assert note.endswith(", перезвонит")
    changes = state(store.snapshot(), "priority_changes").values()
    assert {(row["client"], row["old"], row["new"]) for row in changes} == {
        ("romashka", "B", "A"),
        ("fialka", "B", "C"),
    }
    assert everything(store.rebuild()) == everything(store.snapshot())
    store.undo(2, who="anna", at=NOON)
    assert values(store.snapshot(), "clients")["romashka"] == {"client": "romashka", "priority": "B"}


def test_the_same_bytes_are_recognised_and_not_taken_back(tmp_path: Path) -> None:
    store = filled(tmp_path)
    store.erase(VALUES, who="boris", at=NOON)
    store.undo(1, who="anna", at=NOON)
    raw = tmp_path / "0.xlsx"
    digest = sha256(raw.read_bytes()).hexdigest()
    file = File("again.xlsx", digest, 250, (sheet("clients", [client("romashka", NAME, PHONE, EMAIL)]),))
    receipt = store.add(file, who="anna", at=NOON, raw=raw)
    assert (receipt.upload, receipt.already, receipt.erased) == (None, 1, True)
    assert store.preview(file).erased
    assert found(store.folder) == set()


def test_parts_of_words_and_other_people_are_left_alone(tmp_path: Path) -> None:
    store = filled(tmp_path)
    nothing = store.erase(["Семёнов Пёт", "мёнов Пётр", "912 345 67 8", "etr@romashka.example"], who="b", at=NOON)
    assert (nothing.rows, nothing.uploads, nothing.raw_files) == (0, (), 0)
    assert store.memory.history("erasure") == []
    assert "parts" in found(store.folder)
    for short in ("12345", "Аб", ""):
        with pytest.raises(ValueError, match="at least"):
            store.look_for([short])


@pytest.mark.parametrize("step", ["_carry_out", "link_anew", "append", "finish"])
def test_a_stopped_erasure_is_all_or_nothing_and_finished_by_the_next_to_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    store = filled(tmp_path)
    uploads = store.uploads()

    def stop(*arguments: object, **more: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(steps, step, stop)
        with pytest.raises(KeyboardInterrupt):
            store.erase(VALUES, who="boris", at=NOON)
    again = Store(store.folder)
    again.snapshot()
    assert again.verify() == []
    if step == "finish":
        assert found(store.folder) == set()
    else:
        assert again.uploads() == uploads
        assert "parts" in found(store.folder)
        again.erase(VALUES, who="boris", at=NOON)
        assert found(store.folder) == set()


@pytest.mark.slow
def test_a_killed_erasure_leaves_the_store_whole(tmp_path: Path) -> None:
    for kill in range(8):
        folder = tmp_path / str(kill)
        folder.mkdir()
        store = filled(folder)
        child, heard = start(erase_and_wait, str(store.folder), VALUES, kill * 0.006)
        child.join(60)
        assert child.exitcode != 0
        heard.close()
        again = Store(store.folder)
        again.snapshot()
        assert again.verify() == []
        assert not (store.folder / steps.MARK).exists()
        erased = [upload.erased_at is not None for upload in again.uploads()]
        assert erased in ([False] * 5, [True, True, False, True, True])
        assert bool(found(store.folder)) == (not any(erased))


def test_a_read_only_store_erases_nothing(tmp_path: Path) -> None:
    store = filled(tmp_path)
    store.writable = False
    with pytest.raises(StoreError, match="read_only"):
        store.erase(VALUES, who="boris", at=NOON)


def one_file(tmp_path: Path, raw: Path, rows: list[Row], table: str = "clients") -> Store:
    store = Store(tmp_path / "store")
    file = File(raw.name, sha256(raw.read_bytes()).hexdigest(), 250, (sheet(table, rows),))
    store.add(file, who="anna", at=NOON, raw=raw)
    return store


def test_a_birthday_that_another_file_tells_goes_too(tmp_path: Path) -> None:
    def about(key: str, **cells: object) -> Row:
        return {"_key": key, "client": key} | cells

    store = Store(tmp_path)
    store.add(
        taken(
            sheet("clients", [about("a", birthday=day(1), hobby="chess"), about("b", birthday=day(2), hobby=None)])
        ),
        who="anna",
        at=NOON,
    )
    store.add(
        taken(sheet("clients", [about("a", contact_person=NAME), about("b", contact_person=NAME)])),
        who="anna",
        at=NOON,
    )
    store.add(taken(sheet("clients", [about("b", contact_person="Иванова Анна")])), who="anna", at=NOON)
    assert values(store.snapshot(), "clients")["a"]["hobby"] == "chess"
    assert store.erase([NAME], who="boris", at=NOON).uploads == (1, 2)
    clients = values(store.snapshot(), "clients")
    assert clients["a"] == {"client": "a"}
    # Whose birthday it is at a client with two contact persons, nobody knows.
    assert clients["b"] == {"client": "b", "contact_person": "Иванова Анна", "birthday": day(2)}
    assert store.verify() == []


def test_records_stay_records_whatever_the_values_look_like(tmp_path: Path) -> None:
    store = Store(tmp_path)
    nickname = 'Пётр "Петя" Семёнов'
    rows = [{"_key": f"d{n}", "deal_id": f"d{n}", "client": nickname} for n in range(3)]
    ignored = {"blank": 123456}
    store.add(taken(sheet("deals", rows, name=nickname, ignored=ignored)), who="anna", at=NOON)
    store.remember("ab123456cd", {"answers": {"column:E": "none"}}, who="anna", at=NOON)
    store.define("managers", {nickname: ["a"]}, who="anna", at=NOON)
    store.define("x", {"phone": "123456"}, who="anna", at=NOON)
    catalogue = store.folder / "catalogue.sqlite"

    def held() -> bool:
        log = catalogue.with_name("catalogue.sqlite-wal")
        texts = catalogue.read_bytes() + (log.read_bytes() if log.exists() else b"")
        return "Петя".encode() in texts

    assert held()
    found = store.erase([nickname, "123456"], who="boris", at=NOON)
    assert (found.rows, found.entries) == (3, 2)
    assert not held()
    (upload,) = store.uploads()
    assert upload.sheets[0].ignored == ignored
    assert store.remembered() == {"ab123456cd": {"answers": {"column:E": "none"}}}
    assert not {"Петя", "123456"} & set(repr(store.dictionaries()).split('"'))
    assert store.verify() == []


@pytest.mark.parametrize(
    ("erased", "written", "key"),
    [("Jörg Strauß", "Jörg Strauß", "jörg strauss"), ("Йордан Кирий", "И\u0306ордан Кирии\u0306", "йордан кирий")],
)
def test_a_name_is_found_however_its_letters_are_composed(
    tmp_path: Path, erased: str, written: str, key: str
) -> None:
    store = Store(tmp_path)
    store.add(taken(sheet("deals", [{"_key": f"client\x1f{key}", "client": written}])), who="anna", at=NOON)
    assert key in repr(state(store.snapshot(), "deals"))
    assert store.erase([erased], who="boris", at=NOON).rows == 1
    ((found, row),) = state(store.snapshot(), "deals").items()
    assert found.startswith("client\x1ferased-")
    assert row["client"].startswith("erased-")


def test_a_name_in_two_runs_and_a_phone_in_an_old_workbook_are_found(tmp_path: Path) -> None:
    runs = bytes_of(tmp_path, "runs.xlsx", "Петров", "<r><t>Семёнов </t></r><r><t>Пётр</t></r>", "Иванов")
    store = one_file(tmp_path / "a", runs, [OTHER])
    assert store.erase([NAME], who="boris", at=NOON).raw_files == 1

    book = xlwt.Workbook()
    page = book.add_sheet("Clients")
    for at, cell in enumerate(("Fialka", 79123456789.0)):
        page.write(0, at, cell)
    book.save(str(tmp_path / "old.xls"))
    assert b"79123456789" not in (tmp_path / "old.xls").read_bytes()
    store = one_file(tmp_path / "b", tmp_path / "old.xls", [OTHER])
    assert store.erase(["+7 912 345 67 80"], who="boris", at=NOON).raw_files == 0
    assert store.erase([PHONE], who="boris", at=NOON).raw_files == 1
    assert list((store.folder / "files").iterdir()) == []
    assert store.verify() == []

    binary = binary_book(tmp_path / "binary.xlsb", [["Fialka", 79123456789.0]])
    store = one_file(tmp_path / "c", binary, [OTHER])
    assert store.erase(["+7 912 345 67 80"], who="boris", at=NOON).raw_files == 0
    assert store.erase([PHONE], who="boris", at=NOON).raw_files == 1
