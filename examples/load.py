"""Loads what "rapporteur export FOLDER" wrote: python3 load.py FOLDER.

The standard library is enough for the CSV tables and the readings; with pandas,
pandas.read_parquet(folder / "events.parquet") gives the same tables with their types.
"""

import collections
import csv
import json
import pathlib
import sys

folder = pathlib.Path(sys.argv[1])


def restore(cell):
    """Takes off the apostrophe before what looks like a formula."""
    rest = cell.lstrip("'")
    return cell[1:] if rest != cell and rest[:1] in tuple("=+-@＝＋－＠") else cell


def table(name):
    with open(folder / f"{name}.csv", encoding="utf-8-sig", newline="") as file:
        return [{column: restore(cell) for column, cell in row.items()} for row in csv.DictReader(file)]


# Events, each once: what is asserted, by month and type, with how many independent reports tell of it.
months = collections.Counter()
for event in table("events"):
    if event["status"] in ("happened", "ongoing") and not event["attributed_to"]:
        when = event["date_from"] or event["published"]
        months[when[:7], event["type"]] += 1
        print(event["event_id"], event["type"], event["actors"], "told by", event["sources"], "independent reports")
for (month, kind), n in sorted(months.items()):
    print(month, kind, n)

# Counts of the killed, on whose word.
for figure in table("figures"):
    if figure["measure"] == "killed":
        print("killed:", float(figure["value"]), "in", figure["place"], "according to", figure["attributed_to"] or figure["publisher"])

# Who speaks, and about whom reports speak most.
for quote in table("quotes"):
    print(f"{quote['speaker']}: {quote['content']}")
for actor in table("actors")[:10]:
    print(actor["name"], "in", actor["reports"], "reports; also", actor["names"])

# Reports with all that they say. Links are in step with the lists: an event that two reports tell has one "of".
accounts = collections.defaultdict(list)
with open(folder / "readings.jsonl", encoding="utf-8") as file:
    for line in file:
        reading = json.loads(line)
        for event, link in zip(reading["events"], reading["links"]["events"]):
            accounts[link["of"]].append((reading["article"].get("publisher"), event["anchor_span"]["exact"]))
for event, told in accounts.items():
    print(event, told)
