#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""check_requests.py SOCRATES [COUNT]: a second reading of the rules about levels, renewals, what is due later, letters that
are asked for, and months of the fiscal year. COUNT (10,000) random deals, each about one report, go through
`batch gate`; each check must come out as it does here. Nothing here was taken from the program: dates are counted with the
standard library alone, by the rule of months that docs/gate.md states."""
import calendar
import datetime
import json
import random
import subprocess
import sys

SOCRATES = sys.argv[1]
COUNT = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
DAY = datetime.timedelta(days=1)
LEVELS = {"hitrust": ["e1", "i1", "r2"], "fedramp": ["low", "moderate", "high"], "stateramp": ["low", "moderate", "high"],
          "csa_star": ["1", "2"], "cmmc": ["1", "2", "3"], "tisax": ["al1", "al2", "al3"], "pci_dss": ["saq", "roc"]}
RHYTHMS = {"annual": 12, "semiannual": 6, "quarterly": 3}


def last_of(day):
    return calendar.monthrange(day.year, day.month)[1]


def moved(day, months):
    """Keeps the day, or takes the month's last; a last day stays a last day."""
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, last if day.day == last_of(day) else min(day.day, last))


def age(end, day):
    months = 0
    while moved(end, months) < day:
        months += 1
    return months


def length(first, last):
    months = 0
    while moved(first, months + 1) <= last + DAY:
        months += 1
    return months


def overlap(a, b):
    first, last = max(a[0], b[0]), min(a[1], b[1])
    return length(first, last) if first <= last else 0


def of(text):
    return datetime.date.fromisoformat(text)


def level_check(asked, report):
    if "level_at_least" not in asked:
        return "not_applicable"
    if "level" not in report:
        return "undecided"
    scale = LEVELS[report["report"]]
    return "pass" if scale.index(str(asked["level_at_least"]).lower()) <= scale.index(str(report["level"])) else "fail"


def follows(coming, end, months, decision):
    period = coming.get("period")
    return (coming.get("certain") and "expected" in coming and period and of(coming["expected"]) >= decision
            and of(period["from"]) <= end + DAY and of(period["to"]) > end
            and of(period["to"]) <= moved(of(period["from"]), months) - DAY)


def renewal_check(deal, asked, report, coming):
    months = asked.get("every_months", RHYTHMS.get(deal.get("recurs")))
    if months is None:
        return "not_applicable"
    end = of(report["period"]["to"]) if "period" in report else of(report["issued"])
    first = moved(end, months)
    start = of(deal.get("contract_start", deal["decision_date"]))
    term = of(deal["contract_end"]) if "contract_end" in deal else \
        moved(start, deal["term_months"]) - DAY if "term_months" in deal else None
    if (term and term < first) or ("valid_until" in report and of(report["valid_until"]) > first):
        return "pass"
    return "pass" if any(follows(one, end, months, of(deal["decision_date"])) for one in coming) else "condition"


def due_verdict(deal, asked, coming):
    decision = of(deal["decision_date"])
    due = asked["due"]
    day = of(due["by"]) if "by" in due else \
        moved(of(deal.get("contract_start", deal["decision_date"])), due["months_after_signing"])
    if day < decision:
        return "fail"
    least = asked.get("period_months_at_least", 3)
    best = "fail"
    for one in coming:
        if length(of(one["period"]["from"]), of(one["period"]["to"])) < least:
            continue
        if "expected" in one and of(one["expected"]) > day:
            continue
        if one.get("certain") and "expected" in one:
            return "pass_with_conditions"
        best = "undecided"
    return best


def chain(report, decision):
    """The day up to which letters cover without a break from the end of the period, as far as they hold; none at all."""
    letters = sorted(report.get("bridge_letters", []), key=lambda one: one["from"])
    reached = of(report["period"]["to"])
    has_one = False
    for letter in letters:
        if of(letter["from"]) > reached + DAY or of(letter["to"]) > of(letter["signed"]) or of(letter["signed"]) > decision:
            break
        reached, has_one = max(reached, of(letter["to"])), True
    return reached if has_one else None


def letter_check(deal, asked, report):
    if "letter_beyond_months" not in asked:
        return "not_applicable"
    decision, end = of(deal["decision_date"]), of(report["period"]["to"])
    since = age(end, decision)
    if since <= asked["letter_beyond_months"]:
        return "pass"
    if since > asked.get("bridge_gap_months_at_most", since):
        return "fail"
    reached = chain(report, decision)
    if reached and decision <= moved(reached, 1):
        return "pass"
    return "fail" if asked.get("bridge_letter_accepted") is False else "condition"


def year_of(end):
    return moved(end, -12) + DAY, end


def year_result(asked, report, year, decision):
    period = of(report["period"]["from"]), of(report["period"]["to"])
    enough = overlap(period, year) >= asked["fiscal_year_months_at_least"]
    gap = age(period[1], year[1])
    reached = chain(report, decision)
    bridged = bool(reached and year[1] <= reached)
    if not enough:
        return "fail"
    return "pass" if gap <= 3 else "condition" if bridged else "fail"


def year_check(deal, asked, report):
    decision = of(deal["decision_date"])
    month, day = map(int, deal["fiscal_year_end"].split("-"))

    def end_in(year):
        return datetime.date(year, month, min(day, calendar.monthrange(year, month)[1]))

    ended = max(end for end in map(end_in, range(decision.year - 1, decision.year + 1)) if end <= decision)
    coming = min(end for end in map(end_in, range(decision.year, decision.year + 2)) if end >= decision)
    if decision < coming and age(decision, coming) <= 3:
        result = year_result(asked, report, year_of(coming), decision)
        other = year_result(asked, report, year_of(ended), decision)
        return "condition" if result == "fail" and other != "fail" else result
    return year_result(asked, report, year_of(ended), decision)


class Deals:
    def __init__(self, seed):
        self.draw = random.Random(seed)

    def day(self, first="2026-01-01", days=900):
        return of(first) + self.draw.randrange(days) * DAY

    def maybe(self, share=0.5):
        return self.draw.random() < share

    def report(self, decision):
        end = decision - self.draw.randrange(1, 500) * DAY
        if self.maybe(0.3):
            end = end.replace(day=last_of(end))
            end = min(end, decision - DAY)
        first = moved(end, -self.draw.randrange(2, 14)) + DAY
        report = {"id": "a", "report": "soc2", "type": "type_2", "categories": ["security"], "covers": ["app"],
                  "period": {"from": str(first), "to": str(end)}, "issued": str(min(decision, end + 30 * DAY)) if end < decision else str(decision),
                  "opinion": "unmodified", "exceptions": [], "auditor": {"licensed": True, "peer_reviewed": True},
                  "subservice": {"method": "none"}, "user_entity_controls": "none", "frameworks": []}
        if of(report["issued"]) <= end:
            report["issued"] = str(end + DAY)
        letters, start = [], end + DAY
        while self.maybe(0.5) and len(letters) < 4:
            to = start + self.draw.randrange(0, 120) * DAY
            signed = to + self.draw.choice([0, 0, 1, 5, 20, -3]) * DAY
            letters.append({"from": str(start), "to": str(to), "signed": str(signed)})
            start = to + self.draw.choice([1, 1, 1, 0, 2, 10]) * DAY
        self.draw.shuffle(letters)
        if letters:
            report["bridge_letters"] = letters
        return report

    def coming(self, decision, after):
        all_of_them = []
        for _ in range(self.draw.randrange(3)):
            first = after + self.draw.choice([1, 1, 1, 0, -20, 2, 15]) * DAY
            last = moved(first, self.draw.choice([3, 6, 11, 12, 12, 12, 13])) - DAY + self.draw.choice([0, 0, 0, 1, -1]) * DAY
            one = {"report": "soc2", "type": "type_2", "categories": ["security"], "covers": ["app"],
                   "period": {"from": str(first), "to": str(last)},
                   "expected": str(max(last + DAY, decision + self.draw.randrange(0, 300) * DAY))}
            if self.maybe(0.7):
                one["certain"] = self.maybe(0.8)
            all_of_them.append(one)
        return all_of_them

    def one(self, number):
        """A deal, what is held and comes, and what has to come out: by check, or the verdict."""
        decision = self.day()
        deal = {"id": f"d{number}", "decision_date": str(decision), "services": ["app"], "recipient": "customer", "nda": "signed"}
        asked = {"report": "soc2", "type": "type_2"}
        kind = self.draw.choice(["level", "renewal", "due", "letter", "year"])
        if kind == "level":
            family = self.draw.choice(sorted(LEVELS))
            report = {"id": "a", "report": family, "covers": ["app"], "issued": str(decision - 30 * DAY),
                      "valid_until": str(decision + 300 * DAY), "auditor": {"licensed": True}}
            level = self.draw.choice(LEVELS[family] + [None])
            if level:
                report["level"] = int(level) if level.isdigit() and self.maybe() else level
            wanted = self.draw.choice(LEVELS[family])
            asked = {"report": family, "level_at_least": int(wanted) if wanted.isdigit() and self.maybe() else
                     wanted.upper() if self.maybe() else wanted}
            deal["requires"] = [asked]
            return deal, [report], [], {"G19": level_check(asked, report)}
        report = self.report(decision)
        coming = self.coming(decision, of(report["period"]["to"]))
        if kind == "renewal":
            if self.maybe(0.6):
                asked["every_months"] = self.draw.choice([3, 6, 12, 12, 13, 24])
            if self.maybe(0.4):
                deal["recurs"] = self.draw.choice(["annual", "semiannual", "quarterly", "once"])
            if self.maybe():
                deal["contract_start"] = str(decision + self.draw.randrange(0, 90) * DAY)
            if self.maybe():
                deal["term_months"] = self.draw.choice([3, 6, 12, 36])
            elif self.maybe():
                deal["contract_end"] = str(decision + self.draw.randrange(1, 900) * DAY)
            expected = {"G20": renewal_check(deal, asked, report, coming)}
        elif kind == "due":
            asked["due"] = {"by": str(decision + self.draw.randrange(-30, 700) * DAY)} if self.maybe() else \
                {"months_after_signing": self.draw.randrange(0, 24)}
            if self.maybe():
                deal["contract_start"] = str(decision + self.draw.randrange(-40, 90) * DAY)
            if self.maybe(0.3):
                asked["period_months_at_least"] = self.draw.choice([3, 6, 12])
            deal["requires"] = [asked]
            return deal, [], coming, {"verdict": due_verdict(deal, asked, coming)}
        elif kind == "letter":
            asked["letter_beyond_months"] = self.draw.randrange(0, 10)
            if self.maybe(0.3):
                asked["bridge_gap_months_at_most"] = self.draw.randrange(1, 14)
            if self.maybe():
                asked["bridge_letter_accepted"] = self.maybe()
            expected = {"G22": letter_check(deal, asked, report)}
        else:
            asked["fiscal_year_months_at_least"] = self.draw.randrange(1, 13)
            deal["fiscal_year_end"] = self.draw.choice(["12-31", "06-30", "02-28", "09-30", "03-15"])
            if deal["fiscal_year_end"] == "02-28":
                deal["fiscal_year_end"] = "03-31"
            expected = {"G08": year_check(deal, asked, report)}
        deal["requires"] = [asked]
        return deal, [report], coming, expected


def main():
    import os
    import tempfile
    deals = Deals(27)
    wrong = 0
    counts = {}
    with tempfile.TemporaryDirectory() as folder:
        # Each deal goes with reports of its own, so each is a run; many at a time.
        running = []

        def settle(entry):
            nonlocal wrong
            process, deal, held, coming, expected = entry
            output = process.communicate()[0]
            result = json.loads(output)["deals"][0]["requirements"][0]
            found = {check["check"]: check["verdict"] for check in result["checks"]}
            found["verdict"] = result["verdict"]
            for what, verdict in expected.items():
                counts[what, verdict] = counts.get((what, verdict), 0) + 1
                if found.get(what) != verdict:
                    wrong += 1
                    if wrong <= 10:
                        print(f"{what}: here {verdict}, there {found.get(what)}\n  {json.dumps(deal)}\n  {json.dumps(held)}\n  {json.dumps(coming)}")

        for number in range(COUNT):
            deal, held, coming, expected = deals.one(number)
            path = os.path.join(folder, f"{number % 64}")
            if len(running) == 4:
                settle(running.pop(0))
            with open(path + ".deal", "w") as file:
                json.dump(deal, file)
            with open(path + ".reports", "w") as file:
                json.dump({"reports": held, "next": coming}, file)
            running.append((subprocess.Popen([SOCRATES, "gate", "--reports", path + ".reports", path + ".deal", "--today",
                                              deal["decision_date"], "--format", "json"], stdout=subprocess.PIPE),
                            deal, held, coming, expected))
        while running:
            settle(running.pop(0))
    print(f"{COUNT} deals, {wrong} disagreements; " + ", ".join(f"{what} {verdict} {n}" for (what, verdict), n in sorted(counts.items())))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
