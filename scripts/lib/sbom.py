#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""scripts/lib/sbom.py VERSION SECONDS: what the program is made of, as a bill of materials in CycloneDX 1.5.

The libraries are those of the distribution that this runs on, with the versions of its packages. SECONDS since 1970 is the
time of the commit, so that the same commit gives the same document.
"""
import datetime
import json
import pathlib
import subprocess
import sys
import uuid

# The package that the program is built with, what people call it, its licence, and what it is for.
LIBRARIES = [
    ("libcli11-dev", "CLI11", "BSD-3-Clause", "reads the command line"),
    ("nlohmann-json3-dev", "nlohmann/json", "MIT", "reads and writes JSON"),
    ("libyaml-cpp-dev", "yaml-cpp", "MIT", "reads YAML"),
    ("libfmt-dev", "fmt", "MIT", "formats texts"),
    ("libcereal-dev", "cereal", "BSD-3-Clause", "packs the shipped rules"),
    ("libmd-dev", "libmd", "BSD-3-Clause", "computes digests"),
    ("libsimdjson-dev", "simdjson", "Apache-2.0", "reads the lines of a batch"),
]


def version_of(package):
    found = subprocess.run(["dpkg-query", "-W", "-f", "${Version}", package], capture_output=True, text=True, check=True)
    return found.stdout.strip()


def distribution():
    lines = pathlib.Path("/etc/os-release").read_text().splitlines()
    values = dict(line.split("=", 1) for line in lines if "=" in line)
    return values["ID"].strip('"'), values.get("VERSION_ID", "").strip('"')


def component(package, name, licence, purpose, system, release):
    version = version_of(package)
    return {"type": "library", "bom-ref": package, "name": name, "version": version, "description": purpose,
            "licenses": [{"license": {"id": licence}}],
            "purl": f"pkg:deb/{system}/{package}@{version}?distro={system}-{release}"}


def main():
    version, seconds = sys.argv[1], int(sys.argv[2])
    system, release = distribution()
    components = [component(*library, system, release) for library in LIBRARIES]
    moment = datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc)
    told = json.dumps([version, seconds, components])
    bill = {
        "bomFormat": "CycloneDX", "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, told)}", "version": 1,
        "metadata": {"timestamp": moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
                     "component": {"type": "application", "bom-ref": "socrates", "name": "socrates", "version": version,
                                   "licenses": [{"license": {"id": "Apache-2.0"}}]}},
        "components": components,
        "dependencies": [{"ref": "socrates", "dependsOn": [each["bom-ref"] for each in components]}],
    }
    print(json.dumps(bill, indent=2))


if __name__ == "__main__":
    main()
