// SPDX-License-Identifier: Apache-2.0
// pages.mjs CHROMIUM OUT PAGE...: what a browser makes of pages. Each must be valid HTML, reach every place that it links
// to, and on a phone and on a desk, in the light and in the dark: pass the accessibility checker, run no script, ask for
// nothing, and not scroll sideways. Pictures, and a PDF for each paper, go to OUT for people to look at.
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import { HtmlValidate } from 'html-validate'
import { chromium } from 'playwright-core'

const [executablePath, out, ...pages] = process.argv.slice(2)
const sizes = { 375: { width: 375, height: 812 }, 1280: { width: 1280, height: 900 } }
const looks = Object.entries(sizes).flatMap(([width, viewport]) =>
  ['light', 'dark'].map((colorScheme) => ({ name: `${width}-${colorScheme}`, viewport, colorScheme })))
const papers = ['A4', 'Letter']
const mostPixels = 8_000 // of the height of a picture, which a browser cannot draw without limit
const patience = 300_000
const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: { 'no-inline-style': 'off', 'long-title': 'off' },
})
let failures = 0
let checked = 0
const fail = (page, what) => {
  failures += 1
  console.log(`${basename(page)}: ${what}`)
}

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
for (const page of pages) {
  const report = await validator.validateString(readFileSync(page, 'utf8'))
  for (const result of report.results)
    for (const m of result.messages) fail(page, `${m.line}:${m.column} ${m.ruleId}: ${m.message}`)
  const stem = `${out}/${basename(page, '.html')}`
  const tab = await browser.newPage()
  tab.on('request', (request) => {
    if (request.url() !== pathToFileURL(page).href) fail(page, `asks for ${request.url()}`)
  })
  tab.on('dialog', async (dialog) => {
    fail(page, `runs a script: ${dialog.message()}`)
    await dialog.dismiss()
  })
  // The page lets no script run, so the checker looks at a copy without that policy.
  const copy = await browser.newPage({ bypassCSP: true })
  for (const one of [tab, copy]) one.setDefaultTimeout(patience)
  for (const one of [tab, copy]) await one.goto(pathToFileURL(page).href)
  await copy.evaluate(axe.source)
  for (const { name, viewport, colorScheme } of looks) {
    for (const one of [tab, copy]) {
      await one.setViewportSize(viewport)
      await one.emulateMedia({ colorScheme })
    }
    const shape = await tab.evaluate(() => ({
      wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      height: document.documentElement.scrollHeight,
      active: document.querySelectorAll('script, iframe, object, embed, form, link, img, [onerror], [onload], [onclick]').length,
      touched: 'harmed' in window,
      lost: [...document.querySelectorAll('a[href^="#"]')].map((a) => a.getAttribute('href').slice(1))
        .filter((id) => !document.getElementById(id)),
      // What is cut off at its own edge, and cannot be scrolled to.
      clipped: [...document.querySelectorAll('main *, header *, footer *')].filter((e) => !(e instanceof SVGElement)
        && !e.classList.contains('unseen') && e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0
        && getComputedStyle(e).overflowX !== 'auto' && getComputedStyle(e).display !== 'inline')
        .map((e) => `${e.tagName.toLowerCase()}.${e.className}: ${e.textContent.slice(0, 40)}`),
    }))
    if (shape.wide > 0) fail(page, `${name}: ${shape.wide} pixels too wide`)
    if (shape.active > 0) fail(page, `${name}: ${shape.active} elements that could run or load something`)
    if (shape.touched) fail(page, `${name}: a text of the input ran as a script`)
    if (shape.clipped.length > 0) fail(page, `${name}: runs over its edge: ${shape.clipped[0]} (${shape.clipped.length})`)
    for (const id of new Set(shape.lost)) fail(page, `links to #${id}, which is not there`)
    await tab.screenshot({ path: `${stem}-${name}.png`, fullPage: true,
      clip: { x: 0, y: 0, width: viewport.width, height: Math.min(shape.height, mostPixels) } })
    const found = await copy.evaluate(() => window.axe.run())
    for (const v of found.violations) fail(page, `${name}: ${v.id}: ${v.help} (${v.nodes.length}): ${v.nodes[0].target}`)
    checked += 1
  }
  for (const format of papers) await tab.pdf({ path: `${stem}-${format}.pdf`, format, printBackground: true })
  await tab.close()
  await copy.close()
}
await browser.close()
console.log(`pages: ${pages.length}, looked at ${checked} times, ${failures} findings`)
process.exit(failures === 0 ? 0 : 1)
