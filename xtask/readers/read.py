"""Reads the tables, graphs and calendars of many boards with Python's csv, networkx and icalendar, and compares them with
the data.

read.py FOLDER, where every folder inside is a board. Says how much it read, or stops at the first difference.
"""

import csv
import json
import pathlib
import sys

import icalendar
import networkx

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def rows(path, separator, mark):
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf") == mark, f"{path}: byte order mark"
    assert raw.count(b"\r\n") == raw.replace(b"\r\n", b"").count(b"\r") + raw.count(b"\r\n"), f"{path}: lone CR"
    with path.open(encoding="utf-8-sig", newline="") as file:
        read = list(csv.reader(file, delimiter=separator, strict=True))
    assert len({len(row) for row in read}) == 1, f"{path}: rows of several lengths"
    for cell in (cell for row in read for cell in row):
        assert not cell.startswith(FORMULA), f"{path}: a formula: {cell!r}"
    return read[1:]


def typed(cell):
    return cell.removeprefix("'")


def calendar(folder, data):
    events = icalendar.Calendar.from_ical((folder / "suivi.ics").read_bytes()).walk("VEVENT")
    assert len({str(event["UID"]) for event in events}) == len(events), f"{folder}: two events of one name"
    assert not any(event.errors for event in events), f"{folder}: an event that is half read"
    steps = [event for event in events if str(event["UID"]).startswith("action-")]
    told = sorted((event.decoded("DTSTART").isoformat(), str(event["SUMMARY"])) for event in steps)
    assert told == sorted((a["due"], a["first_step"] or a["text"]) for a in data["actions"] if a["due"]), folder
    meetings = [event.decoded("DTSTART").isoformat() for event in events if event not in steps]
    assert meetings == ["2026-12-23", "2027-02-23", "2027-05-23"], f"{folder}: {meetings}"
    return len(events)


def board(folder):
    data = json.loads((folder / "export.json").read_text(encoding="utf-8"))
    for ending, separator, mark in (("-tableur.csv", ";", True), (".csv", ",", False)):
        cards = rows(folder / f"cartes{ending}", separator, mark)
        assert [int(row[0]) for row in cards] == [card["card"] for card in data["cards"]], folder
        for row, card in zip(cards, data["cards"]):
            if card["at"]:
                x = float(row[5].replace(",", ".") if mark else row[5])
                assert abs(x - card["at"]["x"] / 32) < 0.01, f"{folder}: {row}"
        links = rows(folder / f"liens{ending}", separator, mark)
        told = [(int(row[0]), int(row[3]), typed(row[5]), int(row[7])) for row in links]
        assert told == [(a["cause"], a["consequence"], a["because"], a["agree"]) for a in data["links"]], folder
        actions = rows(folder / f"actions{ending}", separator, mark)
        told = [(typed(row[0]), typed(row[4]), typed(row[6]), row[7]) for row in actions]
        kept = [(a["text"], a["owner"], a["first_step"], a["due"] or "") for a in data["actions"]]
        assert told == kept, folder
    graph = networkx.read_graphml(folder / "export.graphml")
    assert graph.is_directed() and not graph.is_multigraph(), folder
    assert graph.number_of_nodes() == len(data["cards"]), folder
    edges = {(f"c{a['cause']}", f"c{a['consequence']}", a["kind"]) for a in data["links"]}
    assert {(a, b, kind) for a, b, kind in graph.edges(data="kind")} == edges, folder
    dates = calendar(folder, data)
    return dates, len(data["cards"]), len(data["links"]), len(data["actions"])


read = [board(folder) for folder in sorted(pathlib.Path(sys.argv[1]).iterdir())]
dates, cards, links, actions = (sum(column) for column in zip(*read))
versions = f"csv, networkx {networkx.__version__} and icalendar {icalendar.__version__}"
print(f"{len(read)} boards read by {versions}: {cards} cards, {links} links, {actions} actions, {dates} dates")
