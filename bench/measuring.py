# SPDX-License-Identifier: Apache-2.0
"""What everything that measures shares: building, the class of the machine, the cost of a command, where results go."""
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAMS = ROOT / "build" / "release" / "bench"
SOCRATES = ROOT / "build" / "release" / "src" / "socrates"
RESULTS = ROOT / "bench" / "results"
LONG_TURN = 2.0  # seconds


def build(*arguments):
    if subprocess.run([ROOT / "bench" / "build", *arguments], check=False).returncode != 0:
        sys.exit(2)


def machine():
    """Its class, as far as it bears on speed; simdjson reads with AVX-512 where it is there."""
    try:
        told = pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        told = ""
    names = re.findall(r"^model name\s*: (.*)$", told, re.MULTILINE)
    return {"processor": names[0].strip() if names else os.uname().machine,
            "processors": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
            "avx512": "avx512f" in told}


def machine_text(one):
    count = one["processors"]
    return (f"{one['processor']}, {count} processor{'' if count == 1 else 's'}, "
            f"{'with' if one['avx512'] else 'without'} AVX-512")


def version():
    return subprocess.run([SOCRATES, "--version"], check=True, capture_output=True, text=True).stdout.split("\n")[0]


def cost(command, given="/dev/null", written="/dev/null", may_end_with=(0,), feed=None):
    """Processor seconds (user and system, of all its threads), seconds by the clock, and peak memory in KiB."""
    command = [str(word) for word in command]
    told = subprocess.run([PROGRAMS / "bench_measure", given, written, *command], stdin=feed, stdout=subprocess.PIPE,
                          text=True, check=False)
    if told.returncode not in may_end_with:
        sys.exit(f"{' '.join(command)} ended with {told.returncode}")
    processor, clock, memory = told.stdout.split()
    return float(processor), float(clock), int(memory)


def middle(run, turns):
    """The median of what `run` returns, seconds, and how many turns it is of: about half, where one turn is long."""
    times = [run()]
    while len(times) < (turns // 2 + 1 if times[0] >= LONG_TURN else turns):
        times.append(run())
    return statistics.median(times), len(times)


def write(name, results):
    """Into bench/results: what every result says first, and then these."""
    RESULTS.mkdir(exist_ok=True)
    full = {"machine": machine(), "version": version(), **results}
    (RESULTS / f"{name}.json").write_text(json.dumps(full, indent=1) + "\n", encoding="utf-8")
