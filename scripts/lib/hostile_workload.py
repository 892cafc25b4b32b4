#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""hostile_workload.py recommend|gate COUNT: lines for a batch, good ones among those that are cut off, no JSON, too deep,
too long, empty, of other kinds or of odd bytes. The same arguments give the same lines."""
import json
import random
import sys

kind, count = sys.argv[1], int(sys.argv[2])
draw = random.Random(20261124)
with open("examples/deals/bank.json" if kind == "gate" else "examples/payroll-processor.json", "rb") as file:
    value = json.load(file)
    value.pop("$schema", None)
hostile = [b"", b"{", b"null", b"[]", b"\xff\xfe", b'"', b"[" * 100, b'{"id":' + b'"x' * 40, b"\x00\x01", b'{"id":"\\ud800"}',
           b"::error::x", b'{"id":"a","id":"b"}', b'{"answers":{"nonsense":1}}', b"x" * 70_000, b'{"id":"' + b"i" * 20_000 + b'"}']
for number in range(count):
    if draw.random() < 0.3:
        line = draw.choice(hostile)
    else:
        record = dict(value, id=f"d{number}") if kind == "gate" else {"id": f"r{number}", "answers": {
            key: answer for key, answer in value.items() if draw.random() < 0.95}}
        line = json.dumps(record).encode()
        if draw.random() < 0.1:
            line = line[:draw.randrange(len(line))]
        if draw.random() < 0.1:
            at = draw.randrange(len(line) + 1)
            line = line[:at] + bytes([draw.choice([0, 9, 13, 34, 92, 123, 125, 127, 128, 255])]) + line[at:]
    sys.stdout.buffer.write(line.replace(b"\n", b" ") + b"\n")
