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
        status = str(entry["STATUS"]) if "STATUS" in entry else None
        alarms = entry.walk("VALARM")
        assert len(alarms) == (0 if status else 1), alarms
        entries.append({
            "uid": str(entry["UID"]),
            "stamp": entry.decoded("DTSTAMP").isoformat(),
            "day": entry.decoded("DTSTART").isoformat(),
            "summary": str(entry["SUMMARY"]),
            "description": str(entry.get("DESCRIPTION", "")),
            "status": status,
            "alarm_days": [alarm.decoded("TRIGGER").days for alarm in alarms],
            "action": [str(alarm["ACTION"]) for alarm in alarms],
        })
    return {"version": str(calendar["VERSION"]), "entries": entries}


for path in sys.argv[1:]:
    print(json.dumps(found(path)))
