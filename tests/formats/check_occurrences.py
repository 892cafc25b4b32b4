#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares what the program expects of controls over a period, a line each on standard input, with what is found here
from the words of docs/readiness.md alone: every day is walked through, and months are moved by hand."""
import calendar
import datetime
import sys

ONE = datetime.timedelta(days=1)


def last_day(year, month):
    return calendar.monthrange(year, month)[1]


def moved(day, months):
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    month += 1
    is_last = day.day == last_day(day.year, day.month)
    return datetime.date(year, month, last_day(year, month) if is_last else min(day.day, last_day(year, month)))


def windows(months, is_calendar, look_back, first, last):
    found = []
    if months == 0:
        return found
    if is_calendar:
        day = first
        while day <= last:
            if day.day == 1 and (day.month - 1) % months == 0:
                end = moved(day, months) - ONE
                if end <= last:
                    found.append((day, end))
            day += ONE
    else:
        count = 0
        while moved(first, count + months) <= last + ONE:
            found.append((moved(first, count), moved(first, count + months) - ONE))
            count += months
    if not found and look_back:
        found.append((min(first, moved(last + ONE, -look_back)), last))
    return found


def state_of(window, today, since, performed, last):
    start, end = window
    days = sorted(set(performed or []) | ({last} if last else set()))
    inside = [day for day in days if start <= day <= end]
    if inside:
        return f"seen {inside[0]}"
    if today <= end:
        return "due"
    if performed is not None:
        return "missed"
    if last and last < start:
        return "missed"
    if since and end < since:
        return "missed"
    return "not_known"


def freshness_of(months, is_calendar, today, since, performed, last):
    days = list(performed or []) + ([last] if last else [])
    if months == 0:
        return 0

    def is_old(day):
        if not is_calendar:
            return today > moved(day, months)
        quarter = datetime.date(day.year, (day.month - 1) // months * months + 1, 1)
        return today >= moved(quarter, 2 * months)

    if days:
        return 2 if is_old(max(days)) else 0
    if since is None or not is_old(since):
        return 0
    return 1 if performed is None else 2


def date_of(text):
    return None if text == "-" else datetime.date.fromisoformat(text)


def main():
    lines = 0
    for line in sys.stdin:
        parts = line.rstrip("\n").split("|")
        if len(parts) != 11:
            continue
        months, is_calendar, look_back = (int(part) for part in parts[:3])
        first, last_of_period, today, since = (date_of(part) for part in parts[3:7])
        performed = None
        if parts[7] != "-":
            performed = [datetime.date.fromisoformat(word) for word in parts[7].split(",") if word]
        last = date_of(parts[8])
        expected = "; ".join(
            f"{start}..{end} {state_of((start, end), today, since, performed, last)}"
            for start, end in windows(months, is_calendar, look_back, first, last_of_period)
        )
        freshness = freshness_of(months, is_calendar, today, since, performed, last)
        if parts[10] != expected or int(parts[9]) != freshness:
            sys.exit(f"differs: {line.strip()}\nexpected {freshness}|{expected}")
        lines += 1
    if lines != 20000:
        sys.exit(f"{lines} lines in place of 20000")
    print(f"occurrences: {lines} agree")


main()
