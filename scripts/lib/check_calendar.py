#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Reads cases of date arithmetic, `what arguments = result` a line, and works each out by the definitions alone."""
import calendar
import datetime
import sys

DAY = datetime.timedelta(days=1)


def last_of_month(day):
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def add_months(day, months):
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    keeps = day != last_of_month(day) and day.day <= last
    return datetime.date(year, month + 1, day.day if keeps else last)


def largest(holds):
    """The largest n >= 0 that holds, where all below it do; -1 where none does."""
    n = -1
    for step in (512, 256, 128, 64, 32, 16, 8, 4, 2, 1):
        while holds(n + step):
            n += step
    return n


def whole_months(start, end):
    return max(0, largest(lambda n: add_months(start, n) <= end + DAY))


def months_since(earlier, later):
    return largest(lambda n: add_months(earlier, n) < later) + 1


def is_year_end(day, month, number):
    if month == 2 and number >= 28:
        return day.month == 2 and (day + DAY).month == 3
    return (day.month, day.day) == (month, number)


def year_end_from(day, month, number):
    while not is_year_end(day, month, number):
        day += DAY
    return day


def year_end_by(day, month, number):
    while not is_year_end(day, month, number):
        day -= DAY
    return day


def year_start(last, month, number):
    day = last - DAY
    while not is_year_end(day, month, number):
        day -= DAY
    return day + DAY


def result_of(what, arguments):
    days = [datetime.date.fromisoformat(a) for a in arguments if len(a) == 10]
    if what == "add_months":
        return add_months(days[0], int(arguments[1]))
    if what == "whole_months":
        return whole_months(*days)
    if what == "months_since":
        return months_since(*days)
    if what == "overlap_months":
        return whole_months(max(days[0], days[2]), min(days[1], days[3]))
    if what == "add_days":
        return days[0] + int(arguments[1]) * DAY
    if what == "last_of_month":
        return last_of_month(days[0])
    month, number = (int(part) for part in arguments[1].split("-"))
    of_a_year = {"year_end_from": year_end_from, "year_end_by": year_end_by, "year_start": year_start}
    return of_a_year[what](days[0], month, number)


def main():
    count = wrong = 0
    for line in sys.stdin:
        case, result = line.rstrip("\n").split(" = ")
        what, *arguments = case.split()
        expected = str(result_of(what, arguments))
        count += 1
        if expected != result:
            wrong += 1
            print(f"{case}: {result}, but it is {expected}")
    print(f"{count} cases of date arithmetic, {wrong} differ")
    return 0 if count and not wrong else 1


sys.exit(main())
