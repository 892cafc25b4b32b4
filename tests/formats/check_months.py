#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares months counted by the program, a line each on standard input, with months counted here, day by day and month
by month, from the words of docs/gate.md alone."""
import calendar
import datetime
import sys


def last_day(year, month):
    return calendar.monthrange(year, month)[1]


def moved(day, months):
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    month += 1
    is_last = day.day == last_day(day.year, day.month)
    number = last_day(year, month) if is_last else min(day.day, last_day(year, month))
    return datetime.date(year, month, number)


def fits(start, end):
    count = 0
    after = end + datetime.timedelta(days=1)
    while moved(start, count + 1) <= after:
        count += 1
    return count


def reaches(start, day):
    count = 0
    while moved(start, count) < day:
        count += 1
    return count


def main():
    lines = 0
    for line in sys.stdin:
        words = line.split()
        if len(words) != 6 or not words[0][:4].isdigit():
            continue
        start, end = (datetime.date.fromisoformat(word) for word in words[:2])
        expected = [moved(start, int(words[2])).isoformat(), str(fits(start, end)), str(reaches(start, end))]
        if words[3:] != expected:
            sys.exit(f"differs: {line.strip()}, expected {' '.join(expected)}")
        lines += 1
    if lines != 100000:
        sys.exit(f"{lines} lines in place of 100000")
    print(f"months: {lines} agree")


main()
