"""Reads calendars with the library icalendar; prints what it found in each as JSON, a line each."""

import json
import sys

from icalendar import Calendar


def found(path):
    with open(path, "rb") as file:
        data = file.read()
    calendar = Calendar.from_ical(data)
    assert not calendar.errors, calendar.errors
    entries = []
    for entry in calendar.walk("VEVENT"):
        assert not entry.errors, entry.errors
        (alarm,) = entry.walk("VALARM")
        entries.append({
            "uid": str(entry["UID"]),
            "stamp": entry.decoded("DTSTAMP").isoformat(),
            "day": entry.decoded("DTSTART").isoformat(),
            "summary": str(entry["SUMMARY"]),
            "description": str(entry["DESCRIPTION"]),
            "alarm_days": alarm.decoded("TRIGGER").days,
            "action": str(alarm["ACTION"]),
        })
    return {"version": str(calendar["VERSION"]), "entries": entries}


for path in sys.argv[1:]:
    print(json.dumps(found(path)))
