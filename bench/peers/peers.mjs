// SPDX-License-Identifier: Apache-2.0
// node peers.mjs run ENGINE RULES RECORDS: decides each record by another engine, with the rules that bench_peer_rules
//   writes; a line `id soc1 soc2 soc3` for each.
// node peers.mjs write jq|clips|sql|javascript RULES: the same rules as a program for jq, CLIPS or DuckDB, or as the
//   function that the engine `javascript` calls.
// node peers.mjs facts RULES RECORDS: the records as CLIPS reads them.
import { openSync, readFileSync, readSync, writeSync } from 'node:fs';

const [, , task, first, second, third] = process.argv;
const rulesOf = (path) => JSON.parse(readFileSync(path, 'utf8'));

// The lines of a file, piece by piece, as a long file does not fit into a string.
function* linesOf(path) {
  const file = openSync(path, 'r');
  const buffer = Buffer.alloc(1 << 20);
  let kept = 0;
  for (let count; (count = readSync(file, buffer, kept, buffer.length - kept)) > 0; ) {
    const end = buffer.lastIndexOf(10, kept + count - 1) + 1;
    if (end > 0) yield* buffer.toString('utf8', 0, end - 1).split('\n');
    buffer.copy(buffer, 0, end, kept + count);
    kept += count - end;
  }
}

// Folds a condition: `make` has a function for each kind of node.
function fold(node, make) {
  const [kind] = Object.keys(node);
  const content = node[kind];
  if (kind === 'and' || kind === 'or') {
    if (content.length === 0) return make.constant(kind === 'and');
    return make[kind](content.map((part) => fold(part, make)));
  }
  if (kind === 'not') return make.not(fold(content, make));
  return make[kind](...(Array.isArray(content) ? content : [content]));
}

const jsonLogic = {
  constant: (value) => value,
  and: (parts) => ({ and: parts }),
  or: (parts) => ({ or: parts }),
  not: (part) => ({ '!': [part] }),
  has: (question, option) => ({ in: [option, { var: `answers.${question}` }] }),
  is: (question, option) => ({ '===': [{ var: `answers.${question}` }, option] }),
  yes: (question) => ({ '===': [{ var: `answers.${question}` }, true] }),
  within: (question, from, to) => ({ '<=': [from, { var: `answers.${question}` }, to] }),
  fact: (id) => ({ var: `facts.${id}` }),
};

const zenText = {
  constant: (value) => String(value),
  and: (parts) => `(${parts.join(' and ')})`,
  or: (parts) => `(${parts.join(' or ')})`,
  not: (part) => `not (${part})`,
  has: (question, option) => `('${option}' in answers.${question})`,
  is: (question, option) => `(answers.${question} == '${option}')`,
  yes: (question) => `(answers.${question} == true)`,
  within: (question, from, to) => `(answers.${question} >= ${from} and answers.${question} <= ${to})`,
  fact: (id) => `$.${id}`,
};

const rulesEngine = {
  // An empty list holds here, be it of all or of any.
  constant: (value) => (value ? { all: [] } : { not: { all: [] } }),
  and: (parts) => ({ all: parts }),
  or: (parts) => ({ any: parts }),
  not: (part) => ({ not: part }),
  has: (fact, value) => ({ fact, operator: 'contains', value }),
  is: (fact, value) => ({ fact, operator: 'equal', value }),
  yes: (fact) => ({ fact, operator: 'equal', value: true }),
  within: (fact, from, to) => ({ all: [
    { fact, operator: 'greaterThanInclusive', value: from }, { fact, operator: 'lessThanInclusive', value: to }] }),
  fact: (condition) => ({ condition }),
};

const jqText = {
  constant: (value) => String(value),
  and: (parts) => `(${parts.join(' and ')})`,
  or: (parts) => `(${parts.join(' or ')})`,
  not: (part) => `(${part} | not)`,
  has: (question, option) => `(.${question} | index("${option}") != null)`,
  is: (question, option) => `(.${question} == "${option}")`,
  yes: (question) => `.${question}`,
  within: (question, from, to) => `(.${question} >= ${from} and .${question} <= ${to})`,
  fact: (id) => `$${id}`,
};

const clipsText = {
  constant: (value) => (value ? '(eq 1 1)' : '(eq 1 2)'),
  and: (parts) => (parts.length === 1 ? parts[0] : `(and ${parts.join(' ')})`),
  or: (parts) => (parts.length === 1 ? parts[0] : `(or ${parts.join(' ')})`),
  not: (part) => `(not ${part})`,
  has: (question, option) => `(member$ ${option} ?${question})`,
  is: (question, option) => `(member$ ${option} ?${question})`,
  yes: (question) => `(member$ true ?${question})`,
  within: (question, from, to) => `(<= ${from} (nth$ 1 ?${question}) ${to})`,
  fact: (id) => `?${id}`,
};

// What a person would write who needs nothing but these rules.
const javascriptText = {
  constant: (value) => String(value),
  and: (parts) => `(${parts.join(' && ')})`,
  or: (parts) => `(${parts.join(' || ')})`,
  not: (part) => `!${part}`,
  has: (question, option) => `a.${question}.includes('${option}')`,
  is: (question, option) => `(a.${question} === '${option}')`,
  yes: (question) => `(a.${question} === true)`,
  within: (question, from, to) => `(a.${question} >= ${from} && a.${question} <= ${to})`,
  fact: (id) => `$${id}`,
};

function javascriptOf(rules) {
  const facts = rules.facts.map(({ id, when }) => `const $${id} = ${fold(when, javascriptText)};\n`).join('');
  const values = rules.decisions.map((decision) => decision.levels.reduceRight(
    (rest, level) => `${fold(level.when, javascriptText)} ? '${level.value}' : ${rest}`, `'${decision.otherwise}'`));
  return `${facts}return [${values.join(',\n')}];\n`;
}

const sqlText = {
  constant: (value) => String(value),
  and: (parts) => `(${parts.join(' AND ')})`,
  or: (parts) => `(${parts.join(' OR ')})`,
  not: (part) => `(NOT ${part})`,
  has: (question, option) => `list_contains(answers.${question}, '${option}')`,
  is: (question, option) => `(answers.${question} = '${option}')`,
  yes: (question) => `answers.${question}`,
  within: (question, from, to) => `(answers.${question} BETWEEN ${from} AND ${to})`,
  fact: (id) => `is_${id}`,
};

// Only the questions that the rules name are read, each with its type, which spares DuckDB the rest and the guessing.
function sqlTypes(rules) {
  const types = {};
  const note = (type) => (question) => { types[question] = type; };
  const collect = {
    constant: () => {}, and: () => {}, or: () => {}, not: () => {}, fact: () => {},
    has: note('VARCHAR[]'), is: note('VARCHAR'), yes: note('BOOLEAN'), within: note('INTEGER'),
  };
  for (const { when } of rules.facts) fold(when, collect);
  for (const { levels } of rules.decisions) for (const { when } of levels) fold(when, collect);
  return types;
}

// A fact may use those before it, so each is a select of its own around the one before; the optimizer folds them.
function sqlOf(rules, records) {
  const types = Object.entries(sqlTypes(rules)).map(([question, type]) => `${question} ${type}`).join(', ');
  const read = `SELECT * FROM read_json('${records}', format = 'newline_delimited',
    columns = {id: 'VARCHAR', answers: 'STRUCT(${types})'})`;
  const facts = rules.facts.reduce(
    (inner, { id, when }) => `SELECT *, ${fold(when, sqlText)} AS is_${id} FROM (${inner})`, read);
  const values = rules.decisions.map((decision) => `CASE ${decision.levels.map(
    (level) => `WHEN ${fold(level.when, sqlText)} THEN '${level.value}'`).join(' ')} ELSE '${decision.otherwise}' END`);
  return `SELECT concat_ws(' ', id, ${values.join(',\n')}) FROM (${facts})`;
}

// Each engine: from rules to a function from a record to its three values.
const engines = {
  async javascript(rules) {
    const decide = new Function('a', javascriptOf(rules));
    return (record) => decide(record.answers);
  },
  async 'json-logic-engine'(rules) {
    const { LogicEngine } = await import('json-logic-engine');
    const engine = new LogicEngine();
    const decide = rules.decisions.map((decision) => engine.build({
      if: [...decision.levels.flatMap((level) => [fold(level.when, jsonLogic), level.value]), decision.otherwise],
    }));
    const facts = rules.facts.map(({ id, when }) => [id, engine.build(fold(when, jsonLogic))]);
    return (record) => {
      record.facts = {};
      for (const [id, holds] of facts) record.facts[id] = holds(record);
      return decide.map((one) => one(record));
    };
  },
  async 'zen-engine'(rules) {
    const { ZenEngine } = await import('@gorules/zen-engine');
    const facts = rules.facts.map(({ id, when }) => ({ id, key: id, value: fold(when, zenText) }));
    const decisions = rules.decisions.map((decision) => ({
      id: decision.id,
      key: decision.id,
      value: decision.levels.reduceRight(
        (rest, level) => `(${fold(level.when, zenText)} ? '${level.value}' : ${rest})`, `'${decision.otherwise}'`),
    }));
    const content = {
      nodes: [
        { id: 'in', name: 'in', type: 'inputNode', position: { x: 0, y: 0 } },
        { id: 'rules', name: 'rules', type: 'expressionNode', position: { x: 1, y: 0 }, content: { expressions: [...facts, ...decisions] } },
        { id: 'out', name: 'out', type: 'outputNode', position: { x: 2, y: 0 } },
      ],
      edges: [
        { id: 'a', type: 'edge', sourceId: 'in', targetId: 'rules' },
        { id: 'b', type: 'edge', sourceId: 'rules', targetId: 'out' },
      ],
    };
    const decision = new ZenEngine().createDecision(Buffer.from(JSON.stringify(content)));
    return async (record) => {
      const { result } = await decision.evaluate(record);
      return rules.decisions.map(({ id }) => result[id]);
    };
  },
  async 'json-rules-engine'(rules) {
    const { Engine } = await import('json-rules-engine');
    const engine = new Engine();
    const grouped = (node) => (node.fact || node.condition ? { all: [node] } : node);
    for (const { id, when } of rules.facts) engine.setCondition(id, grouped(fold(when, rulesEngine)));
    rules.decisions.forEach((decision, d) => decision.levels.forEach((level, strength) => {
      engine.addRule({ conditions: grouped(fold(level.when, rulesEngine)), event: { type: 'level', params: { d, strength, value: level.value } } });
    }));
    return async (record) => {
      const { events } = await engine.run(record.answers);
      const best = rules.decisions.map((decision) => ({ strength: decision.levels.length, value: decision.otherwise }));
      for (const { params } of events) if (params.strength < best[params.d].strength) best[params.d] = params;
      return best.map(({ value }) => value);
    };
  },
};

if (task === 'run' && first === 'duckdb') {
  // It reads the file and writes the results by itself, on one thread.
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
  await connection.run(`COPY (${sqlOf(rulesOf(second), third)}) TO '/dev/stdout' (FORMAT csv, HEADER false, QUOTE '')`);
} else if (task === 'run') {
  const decide = await engines[first](rulesOf(second));
  let text = '';
  for (const line of linesOf(third)) {
    const record = JSON.parse(line);
    const values = decide(record);
    text += `${record.id} ${(values instanceof Promise ? await values : values).join(' ')}\n`;
    if (text.length > 65536) {
      writeSync(1, text);
      text = '';
    }
  }
  writeSync(1, text);
} else if (task === 'write' && first === 'sql') {
  console.log(sqlOf(rulesOf(second), 'records.ndjson'));
} else if (task === 'write' && first === 'javascript') {
  console.log(javascriptOf(rulesOf(second)));
} else if (task === 'write' && first === 'jq') {
  const rules = rulesOf(second);
  const facts = rules.facts.map(({ id, when }) => `${fold(when, jqText)} as $${id} | `).join('');
  const values = rules.decisions.map((decision) => decision.levels.reduceRight(
    (rest, level) => `if ${fold(level.when, jqText)} then "${level.value}" else ${rest} end`, `"${decision.otherwise}"`));
  console.log(`.id as $id | .answers | ${facts}[$id, ${values.map((value) => `(${value})`).join(', ')}] | join(" ")`);
} else if (task === 'write' && first === 'clips') {
  const rules = rulesOf(second);
  const slots = rules.questions.map((question) => `(${question} $?${question})`).join(' ');
  console.log(`(deftemplate record (slot id) ${rules.questions.map((q) => `(multislot ${q})`).join(' ')})`);
  // All on the right side of one rule, in order: that is faster than a rule for each of them and a fact for each result.
  const facts = rules.facts.map(({ id, when }) => `  (bind ?${id} ${fold(when, clipsText)})`);
  const values = rules.decisions.map((decision) => decision.levels.reduceRight(
    (rest, level) => `(if ${fold(level.when, clipsText)} then ${level.value} else ${rest})`, decision.otherwise));
  console.log(`(defrule decide (record (id ?id) ${slots}) =>\n${facts.join('\n')}`);
  console.log(`  (printout t ?id ${values.map((value) => `" " ${value}`).join(' ')} crlf))`);
  console.log(`(deffunction decide (?path) (open ?path in)
  (bind ?line (readline in))
  (while (neq ?line EOF) (reset) (assert-string ?line) (run) (bind ?line (readline in)))
  (close in))`);
} else if (task === 'facts') {
  const { questions } = rulesOf(first);
  for (const line of linesOf(second)) {
    const { id, answers } = JSON.parse(line);
    const slots = questions.map((q) => `(${q} ${[].concat(answers[q] ?? []).join(' ')})`).join(' ');
    process.stdout.write(`(record (id ${id}) ${slots})\n`);
  }
} else {
  console.error('usage: see the top of this file');
  process.exitCode = 2;
}
