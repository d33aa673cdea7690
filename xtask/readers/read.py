"""Reads the tables and graphs of many boards with Python's own csv and with networkx, and compares them with the data.

read.py FOLDER, where every folder inside is a board. Says how much it read, or stops at the first difference.
"""

import csv
import json
import pathlib
import sys

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
    return len(data["cards"]), len(data["links"]), len(data["actions"])


read = [board(folder) for folder in sorted(pathlib.Path(sys.argv[1]).iterdir())]
cards, links, actions = (sum(column) for column in zip(*read))
print(f"{len(read)} boards read by csv and networkx {networkx.__version__}: {cards} cards, {links} links, {actions} actions")
