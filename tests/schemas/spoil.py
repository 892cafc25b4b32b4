# SPDX-License-Identifier: Apache-2.0
"""Random documents of a schema, and what makes them wrong: so that schema and reader can be held against each other."""
import copy
import re

import yaml

WORDS = ["app", "platform", "Acme Inc", "eu", "CC6.1", "r1", "ISO 27001"]
DATES = {"from": "2025-10-01", "to": "2026-09-30", "as_of": "2026-01-31", "issued": "2026-11-05", "expected": "2027-02-15"}
WRONG = [None, True, False, 0, 7, 200, 100_000, -1, 1.5, 6.0, "", " ", "wrong word", "true", "soc2", "SOC2", "type_2",
         "2026-11-24", "2026-02-30", "2026-11-24T00:00", "12-31", "02-30", [], ["security"], ["security", "security"], [None],
         {}, {"has": []}, [[]], "x" * 300]


def resolved(schema, root):
    while "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rsplit("/", 1)[1]]
    return schema


def document_of(schema, root, draw, key="", depth=0):
    """A document that the schema takes, with each key that may be left out there in half of all cases."""
    schema = resolved(schema, root)
    for several in ("anyOf", "oneOf"):
        if several in schema and "properties" not in schema:
            choices = [each for each in schema[several] if each != {"type": "null"} or draw.random() < 0.1]
            return document_of(draw.choice(choices), root, draw, key, depth)
    if "enum" in schema:
        return draw.choice(schema["enum"])
    kind = schema.get("type")
    if kind == "null":
        return None
    if kind == "boolean":
        return draw.random() < 0.5
    if kind in ("integer", "number"):
        return draw.randint(schema.get("minimum", 0), schema.get("maximum", 12))
    if kind == "array":
        items = [document_of(schema["items"], root, draw, key, depth + 1) for _ in range(draw.randint(schema.get("minItems", 0), 3))]
        unique = []
        for item in items:
            if item not in unique:
                unique.append(item)
        return unique
    if kind == "object" and isinstance(schema.get("additionalProperties"), dict):
        names = [name for name in ("age_months", "period_months") if draw.random() < 0.7]
        return {name: document_of(schema["additionalProperties"], root, draw, name) for name in names}
    if kind == "object":
        names = [name for name in schema.get("properties", {})
                 if name in schema.get("required", []) or draw.random() < 0.5]
        for several in schema.get("anyOf", []):
            names += [name for name in several["required"] if name not in names][:1]
        return {name: document_of(schema["properties"][name], root, draw, name, depth + 1) for name in names}
    if schema.get("format") == "date":
        return DATES.get(key, "2026-12-15")
    if "pattern" in schema:
        return "USD" if "[A-Z]" in schema["pattern"] else "12-31"
    if key == "check":
        return draw.choice(["G03", "G06"])
    return f"{key}-{draw.randrange(10**6)}" if key == "id" else draw.choice(WORDS)


def spots(value, way=()):
    """Every place of a document, as the keys and indices that lead there."""
    yield way
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else []
    for key, each in items:
        yield from spots(each, (*way, key))


def spoiled(document, draw, wrong=WRONG):
    """The document with one thing changed that may make it wrong."""
    result = copy.deepcopy(document)
    ways = [spot for spot in spots(result) if spot]
    if not ways:
        return draw.choice(wrong)
    way = draw.choice(ways)
    holder = result
    for key in way[:-1]:
        holder = holder[key]
    kind = draw.randrange(4)
    if kind == 0 and isinstance(holder, dict):
        holder["not_a_key"] = holder.pop(way[-1])
    elif kind == 1:
        del holder[way[-1]]
    elif kind == 2 and isinstance(holder, list):
        holder.append(copy.deepcopy(holder[-1]))
    else:
        holder[way[-1]] = draw.choice(wrong)
    return result


# YAML as the program reads it: only true and false are booleans, and there are no dates.
class PlainLoader(yaml.SafeLoader):
    pass


PlainLoader.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":timestamp", ":bool"))]
    for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
PlainLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), "tf")


def text_keys(value):
    if isinstance(value, dict):
        return {str(key): text_keys(each) for key, each in value.items()}
    return [text_keys(each) for each in value] if isinstance(value, list) else value


def read_yaml(path):
    return text_keys(yaml.load(path.read_text(), PlainLoader))
