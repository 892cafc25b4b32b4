// SPDX-License-Identifier: Apache-2.0
// page.mjs CHROMIUM BINARY PAGE TREE OUT [PART...]: the page in a browser against the program on the same input.
//   start        size, time until the first question stands, time of a turn, and that nothing is asked for
//   documents    every example and random sets of answers, each as JSON, text and Markdown, byte for byte
//   interviews   random interviews by clicks, against `ask` with the same lines
//   look         every tab, light and dark, on a phone and a desk, with long words: accessible, and not too wide
//   keyboard     an interview by keys alone, read from the accessibility tree
//   hostile      answers, deals and names that try to be markup; work that is too much
// Pictures go to OUT for people to look at. SOCRATES_PAGE_SETS and SOCRATES_PAGE_INTERVIEWS: how many random ones.
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import { chromium } from 'playwright-core'

const [executablePath, binary, page, tree, out, ...wanted] = process.argv.slice(2)
const today = '2026-11-24'
const sets = Number(process.env.SOCRATES_PAGE_SETS ?? 500)
const interviews = Number(process.env.SOCRATES_PAGE_INTERVIEWS ?? 100)
const work = mkdtempSync(join(tmpdir(), 'socrates-page-'))
let failures = 0
const check = (holds, what) => {
  if (holds) return
  failures += 1
  console.log(`FAILED: ${what}`)
}

/** The same numbers on every machine. */
let seed = 20261124
const random = (below) => {
  seed = (Math.imul(seed, 1103515245) + 12345) >>> 0
  return (seed >>> 8) % below
}

const program = (...given) => new Promise((resolve) => {
  execFile(binary, given, { cwd: work, maxBuffer: 1e8, env: { ...process.env, NO_COLOR: '1', TERM: 'dumb' } },
    (error, stdout, stderr) => resolve({ status: error ? error.code : 0, stdout, stderr }))
})

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
const requests = []

/** The page, opened afresh. */
const opened = async (options = {}) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true, ...options })
  const tab = await context.newPage()
  tab.setDefaultTimeout(300_000)  // a machine with much else to do
  tab.on('request', (request) => { if (request.url() !== pathToFileURL(page).href && !request.url().startsWith('blob:')) requests.push(request.url()) })
  tab.on('dialog', (dialog) => dialog.accept())
  tab.on('pageerror', (error) => check(false, `an error in the page: ${error.message}`))
  tab.on('console', (message) => { if (message.type() === 'error') check(false, `the browser says: ${message.text()}`) })
  await tab.goto(pathToFileURL(page).href)
  await tab.waitForSelector('html[data-ready]', { state: 'attached' })
  await setToday(tab)
  return tab
}
const setToday = (tab) => tab.evaluate((day) => {
  const input = document.getElementById('today')
  input.value = day
  input.dispatchEvent(new Event('change'))
}, today)
const openFile = async (tab, name, text) => {
  await tab.setInputFiles('#file', { name, mimeType: 'application/json', buffer: Buffer.from(text) })
  await tab.waitForFunction(() => document.getElementById('file').files.length === 0)
}
const saved = async (tab, press) => {
  const [download] = await Promise.all([tab.waitForEvent('download'), press()])
  return readFileSync(await download.path(), 'utf8')
}

// ---- Parts

const start = async () => {
  const size = statSync(page).size
  check(size < 900_000, `the page has ${size} bytes`)
  const times = [], ready = []
  for (let i = 0; i < 5; ++i) {
    const tab = await opened()
    times.push(Number(await tab.getAttribute('html', 'data-first')))
    ready.push(Number(await tab.getAttribute('html', 'data-ready')))
    await tab.context().close()
  }
  const tab = await opened()
  const turns = await tab.evaluate(() => {
    const times = []
    for (let i = 0; i < 40 && document.querySelector('form input'); ++i) {
      const before = performance.now()
      const input = document.querySelector('form input')
      if (input.type === 'text') input.value = '3'
      else input.checked = true
      document.getElementById('next').click()
      document.body.offsetHeight
      times.push(performance.now() - before)
    }
    return times.sort((a, b) => a - b)
  })
  await tab.context().close()
  const middle = (all) => all[Math.floor(all.length / 2)]
  times.sort((a, b) => a - b)
  ready.sort((a, b) => a - b)
  check(times[0] < 300, `the page takes ${times[0]} ms until its first question stands`)
  check(middle(turns) < 30, `a turn takes ${middle(turns)} ms`)
  console.log(`start: ${size} bytes; first question after ${times[0]} ms at best, ${middle(times)} ms in the middle of ${times.length}; it takes answers after ${ready[0]}, ${middle(ready)} ms; `
    + `a turn ${middle(turns).toFixed(1)} ms in the middle, ${turns.at(-1).toFixed(1)} ms at most of ${turns.length}`)
}

/** What an answer to each question can be, from the schema of answers. */
const answerable = async () => {
  const schema = JSON.parse((await program('rules', 'schema', 'answers')).stdout)
  const questions = {}
  for (const [id, value] of Object.entries(schema.properties)) {
    const kinds = [value, ...(value.oneOf ?? value.anyOf ?? [])]
    const list = kinds.find((kind) => kind.items)
    const several = list && (list.items.enum ?? list.items.oneOf?.map((one) => one.const) ?? list.items.anyOf?.map((one) => one.const))
    const one = kinds.map((kind) => kind.enum).find((values) => values?.some((each) => typeof each === 'string'))
      ?? (value.oneOf?.every((kind) => 'const' in kind) ? value.oneOf.map((kind) => kind.const) : undefined)
    const number = kinds.find((kind) => [kind.type].flat().includes('integer'))
    const boolean = kinds.some((kind) => [kind.type].flat().includes('boolean'))
    if (several) questions[id] = () => several.filter(() => random(3) === 0)
    else if (one) questions[id] = () => one[random(one.length)]
    else if (number) questions[id] = () => number.minimum + random(number.maximum - number.minimum + 1)
    else if (boolean) questions[id] = () => random(2) === 0
  }
  return questions
}

const documents = async () => {
  const questions = await answerable()
  const files = []
  for (const name of readdirSync(join(tree, 'examples')).filter((each) => each.endsWith('.json')))
    files.push([name, readFileSync(join(tree, 'examples', name), 'utf8')])
  const examples = files.length
  for (let i = 0; i < sets; ++i) {
    const known = 1 + random(10)
    const answers = {}
    for (const [id, draw] of Object.entries(questions)) if (random(10) < known) answers[id] = draw()
    files.push([`set-${i}.json`, JSON.stringify(answers, null, 1)])
  }
  const tab = await opened()
  let compared = 0, refused = 0
  const compare = async (command, name, text, given, form) => {
    const theirs = await program(command, ...given, '--format', form, '--today', today)
    const pairs = given.map((word) => word.startsWith('--') ? [word] : ['ANSWERS', word]).flat()
    const ours = await tab.evaluate(([command, name, text, pairs, form]) => {
      window.socrates.call('file', name, text)
      return window.socrates.run(command, ...pairs, '--format', form)
    }, [command, name, text, pairs, form])
    compared += 1
    if (theirs.status === 2) refused += 1
    const same = ours.status === theirs.status && ours.text === theirs.stdout
    check(same, `${command} --format ${form} on ${name} differs (${ours.status}, ${theirs.status})`)
    if (!same) writeFileSync(join(out, `${name}.${command}.${form}.diff`), `${text}\n--- page\n${ours.text}${ours.errors}\n--- program\n${theirs.stdout}${theirs.stderr}`)
    if (theirs.status === 2 && form === 'text') check(ours.errors === theirs.stderr, `the errors on ${name} differ`)
  }
  for (const [number, [name, text]] of files.entries()) {
    writeFileSync(join(work, name), text)
    for (const form of ['json', 'text', 'markdown']) await compare('recommend', name, text, [name], form)
    if (number < examples || number % 25 === 0)
      for (const command of ['readiness', 'plan'])
        for (const form of ['json', 'text', 'markdown', 'html']) await compare(command, name, text, [name], form)
  }
  const deals = join(tree, 'examples/deals')
  let gates = 0
  for (const name of ['bank.json', 'pipeline.json'])
    for (const form of ['json', 'text', 'markdown', 'html', 'csv', 'junit']) {
      const reports = readFileSync(join(deals, 'reports.json'), 'utf8'), text = readFileSync(join(deals, name), 'utf8')
      for (const [file, content] of [['reports.json', reports], [name, text]]) writeFileSync(join(work, file), content)
      const theirs = await program('gate', '--reports', 'reports.json', name, '--format', form, '--today', today)
      const ours = await tab.evaluate(([name, text, reports, form]) => {
        window.socrates.call('file', 'reports.json', reports)
        window.socrates.call('file', name, text)
        return window.socrates.run('gate', 'DEAL', name, '--reports', 'reports.json', '--format', form)
      }, [name, text, reports, form])
      gates += 1
      check(ours.text === theirs.stdout && ours.status === theirs.status, `gate --format ${form} on ${name} differs`)
    }
  await tab.context().close()
  console.log(`documents: ${compared} of ${examples} examples and ${sets} random sets (${refused} refused by both), ${gates} of deals, compared`)
}

/** Answers the question that stands by clicks at random; the line that says the same at a terminal. */
const clicked = async (tab) => {
  const inputs = await tab.$$eval('form input[name="reply"]', (all) => all.map((input) => [input.type, input.value]))
  const luck = random(20)
  if (luck === 0) {
    await tab.getByRole('button', { name: 'I do not know' }).click()
    return 'skip'
  }
  if (luck === 1 && await tab.locator('.answers li').count() > 0) {
    await tab.getByRole('button', { name: 'Back', exact: true }).click()
    return 'back'
  }
  if (inputs[0][0] === 'text') {
    const typed = ['0', '3', '6', '12', 'in 9 months', '2027-03-31'][random(6)]
    await tab.fill('#typed', typed)
    await tab.click('#next')
    return typed
  }
  let chosen = [inputs[random(inputs.length)][1]]
  if (inputs[0][0] === 'checkbox' && chosen[0] !== '0') chosen = inputs.map(([, value]) => value).filter((value) => value !== '0' && (value === chosen[0] || random(3) === 0))
  await tab.evaluate((values) => {
    for (const input of document.querySelectorAll('form input[name="reply"]')) if (input.checked !== values.includes(input.value) && (input.type === 'checkbox' || values.includes(input.value))) input.click()
  }, chosen)
  await tab.click('#next')
  return chosen.join(',')
}

const heldInterviews = async () => {
  const tab = await opened()
  let turns = 0
  for (let i = 0; i < interviews; ++i) {
    await tab.click('#new')
    const lines = []
    while (await tab.locator('form input[name="reply"]').count() > 0 && lines.length < 120) lines.push(await clicked(tab))
    turns += lines.length
    const file = join(work, `interview-${i}.json`), script = join(work, 'lines.txt')
    writeFileSync(script, lines.join('\n') + '\n\n')
    const theirs = await new Promise((resolve) => execFile(join(tree, 'tests/page/ask'), [binary, script, file, today], { maxBuffer: 1e8 },
      (error, stdout, stderr) => resolve({ stdout, stderr })))
    const answers = await saved(tab, () => tab.click('#save'))
    const ours = await tab.evaluate(() => window.socrates.run('recommend', 'ANSWERS', 'your answers', '--format', 'text'))
    check(answers === readFileSync(file, 'utf8'), `the answers of interview ${i} differ after: ${lines.join(' | ')}`)
    check(ours.text === theirs.stdout, `the recommendation of interview ${i} differs after: ${lines.join(' | ')} ${theirs.stderr}`)
  }
  await tab.context().close()
  console.log(`interviews: ${interviews} clicked and typed, ${turns} turns, compared`)
}

const tabNames = ['Interview', 'Recommendation', 'Readiness', 'Plan', 'Deals', 'Letters']

const look = async () => {
  let looked = 0
  const reports = readFileSync(join(tree, 'examples/deals/reports.json'), 'utf8'), deals = readFileSync(join(tree, 'examples/deals/pipeline.json'), 'utf8')
  for (const colorScheme of ['light', 'dark'])
    for (const width of [375, 1280]) {
      const tab = await opened({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true })
      await tab.evaluate(axe.source)
      const judge = async (name) => {
        const found = await tab.evaluate(() => window.axe.run())
        for (const finding of found.violations) check(false, `${name} ${colorScheme} ${width}: ${finding.id}: ${finding.help}: ${finding.nodes.map((node) => node.target).slice(0, 3)}`)
        const wide = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
        check(wide <= 0, `${name} ${colorScheme} ${width}: ${wide} pixels too wide`)
        await tab.screenshot({ path: join(out, `${name}-${colorScheme}-${width}.png`), fullPage: true })
        looked += 1
      }
      await judge('first-question')
      await tab.click('form .choice')
      await tab.click('#next')
      await tab.locator('details.help summary').click()
      await judge('why')
      await tab.click('#next')
      await judge('refused')
      // What is held follows from the reports under Deals.
      const { reports_held: held, ...both } = JSON.parse(readFileSync(join(tree, 'examples/readiness-both.json'), 'utf8'))
      check(held !== undefined, 'the example says what is held')
      await openFile(tab, 'both.json', JSON.stringify(both))
      for (const name of tabNames) {
        await tab.getByRole('tab', { name }).click()
        if (name === 'Readiness') {
          await tab.locator('.inputs details summary').first().click()
          await tab.locator('.control select').first().selectOption('not_applicable')
        }
        if (name === 'Deals') {
          await judge('Deals-empty')
          await tab.fill('#text-reports', reports)
          await tab.fill('#text-deals', deals)
          await tab.getByRole('button', { name: 'Judge' }).click()
          check(await tab.locator('article.document').count() === 1, 'the deals are judged')
        }
        await judge(name)
        if (colorScheme === 'light' && width === 1280) await tab.pdf({ path: join(out, `${name}.pdf`), format: 'A4' })
      }
      // Words as long as those of other languages, in letters twice as large.
      await tab.getByRole('tab', { name: 'Interview' }).click()
      await tab.evaluate(() => {
        document.documentElement.style.fontSize = '200%'
        for (const element of document.querySelectorAll('button, summary, label span, dt, dd, legend, h2'))
          element.textContent += ' Donaudampfschifffahrtsgesellschaftskapitänsversicherung'
      })
      const wide = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      check(wide <= 0, `long words ${colorScheme} ${width}: ${wide} pixels too wide`)
      await tab.screenshot({ path: join(out, `long-words-${colorScheme}-${width}.png`), fullPage: true })
      await tab.context().close()
    }
  console.log(`look: ${looked} views accessible and in their width`)
}

const keyboard = async () => {
  const tab = await opened()
  let keys = 0
  const press = async (key) => { keys += 1; await tab.keyboard.press(key) }
  const focused = () => tab.evaluate(() => `${document.activeElement.tagName} ${document.activeElement.id} ${document.activeElement.textContent.slice(0, 40)}`)
  await tab.evaluate(() => document.querySelector('#tab-interview').focus())
  for (let turn = 0; turn < 40 && await tab.locator('form input').count() > 0; ++turn) {
    for (let i = 0; i < 12 && !(await focused()).startsWith('INPUT'); ++i) await press('Tab')
    check((await focused()).startsWith('INPUT'), `the keyboard does not reach the answer: ${await focused()}`)
    if (await tab.locator('#typed').count() > 0) await tab.keyboard.type('6')
    else await press('Space')
    await press('Enter')
  }
  check(await tab.getByRole('heading', { name: 'Nothing is left to ask' }).count() === 1, 'the keyboard does not end the interview')
  const session = await tab.context().newCDPSession(tab)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  const roles = new Set(nodes.filter((node) => !node.ignored).map((node) => node.role?.value))
  for (const role of ['banner', 'main', 'tablist', 'tab', 'tabpanel', 'region', 'contentinfo', 'heading', 'button', 'status', 'alert'])
    check(roles.has(role), `the accessibility tree has no ${role}`)
  const unnamed = nodes.filter((node) => !node.ignored && ['button', 'checkbox', 'radio', 'textbox', 'combobox', 'tab', 'link', 'tabpanel'].includes(node.role?.value) && !node.name?.value)
  check(unnamed.length === 0, `${unnamed.length} controls without a name in the accessibility tree`)
  await tab.focus('#tab-interview')
  for (const name of [...tabNames.slice(1), tabNames[0]]) {
    await press('ArrowRight')
    check(await tab.getAttribute('[role="tab"][aria-selected="true"]', 'aria-selected') === 'true' && (await focused()).includes(name), `the arrow does not reach ${name}`)
  }
  await tab.context().close()
  console.log(`keyboard: an interview and all tabs by ${keys} keys; ${nodes.length} nodes of the accessibility tree looked at`)
}

const hostile = async () => {
  const markup = '</script><script>window.harmed=1</script><img src=x onerror="window.harmed=1"><svg onload=window.harmed=1>\'"`{{7*7}}${7*7}'
  const names = [markup, 'x'.repeat(100_000), '\u202e\u0000\u001b[31m', '<style>*{display:none}</style>', 'javascript:window.harmed=1', '<a href="https://example.com/">']
  const tab = await opened()
  const texts = []
  for (const name of names) {
    texts.push(JSON.stringify({ service: name, offering: ['hosted_software'], 'AC-01': { status: 'not_applicable', reason: name } }))
    texts.push(JSON.stringify({ [name]: true }), JSON.stringify({ offering: [name] }), name)
  }
  texts.push('['.repeat(100_000), '{"offering":'.repeat(5000), '\ufffe', '{"__proto__": {"harmed": 1}}', '{"constructor": null}', 'x'.repeat(20_000_000))
  let tried = 0
  const still = async (what) => {
    tried += 1
    const state = await tab.evaluate(() => ({ harmed: 'harmed' in window || ({}).harmed, foreign: document.querySelectorAll('main script, main iframe, main img, main style, main [onload], main [onerror], a[href^="javascript"]').length,
      wide: document.documentElement.scrollWidth - document.documentElement.clientWidth, stands: document.getElementById('panel').childElementCount > 0 }))
    check(!state.harmed && state.foreign === 0 && state.stands, `${what}: ${JSON.stringify(state)}`)
    check(state.wide <= 0, `${what}: ${state.wide} pixels too wide`)
  }
  for (const [number, text] of texts.entries()) {
    await openFile(tab, `hostile${markup.slice(0, 20).replaceAll('/', '')}.json`, text)
    for (const name of number < 24 ? tabNames : tabNames.slice(0, 1)) {
      await tab.getByRole('tab', { name }).click()
      await still(`hostile answers ${number}, ${name}`)
    }
  }
  await tab.getByRole('tab', { name: 'Deals' }).click()
  for (const text of [...texts.slice(0, 24), JSON.stringify({ id: markup, customer: markup, requires: [{ id: markup, report: 'soc2' }], meta: { a: markup } })]) {
    await tab.fill('#text-deals', text.slice(0, 200_000))
    await tab.fill('#text-reports', JSON.stringify({ reports: [{ id: markup, report: 'soc2', entity: markup }] }))
    await tab.getByRole('button', { name: 'Judge' }).click()
    await still('hostile deal')
  }
  await tab.getByRole('tab', { name: 'Interview' }).click()
  await tab.fill('#service', markup).catch(() => tab.locator('.foot summary').click().then(() => tab.fill('#service', markup)))
  await tab.locator('#service').blur()
  await still('hostile name')
  await tab.context().close()
  // Kept in the browser only where that is ticked.
  const kept = await opened()
  await openFile(kept, 'saas.json', readFileSync(join(tree, 'examples/saas.json'), 'utf8'))
  check(await kept.evaluate(() => localStorage.length) === 0, 'something is stored that nobody asked for')
  await kept.locator('.foot summary').click()
  await kept.check('#keep')
  check(await kept.evaluate(() => localStorage.length) === 1, 'nothing is kept where that is asked for')
  const before = await saved(kept, () => kept.click('#save'))
  await kept.reload()
  await kept.waitForSelector('html[data-ready]', { state: 'attached' })
  check(await saved(kept, () => kept.click('#save')) === before, 'what was kept is not there again')
  await kept.locator('.foot summary').click()
  await kept.uncheck('#keep')
  check(await kept.evaluate(() => localStorage.length) === 0, 'what was kept stays when the box is cleared')
  await kept.context().close()
  console.log(`hostile: ${tried} views inert`)
}

const parts = { start, documents, interviews: heldInterviews, look, keyboard, hostile }
for (const [name, part] of Object.entries(parts)) if (wanted.length === 0 || wanted.includes(name)) await part()
check(requests.length === 0, `the page asks for ${requests.slice(0, 3).join(' ')}`)
await browser.close()
rmSync(work, { recursive: true })
console.log(`page: ${failures} findings, ${requests.length} requests`)
process.exit(failures === 0 ? 0 : 1)
