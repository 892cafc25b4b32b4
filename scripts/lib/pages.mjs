// SPDX-License-Identifier: Apache-2.0
// pages.mjs CHROMIUM OUT PAGE...: what a browser makes of pages. Each must be valid HTML, pass the accessibility
// checker, run no script, ask for nothing, and fit a phone and a desk without scrolling sideways. Pictures and a PDF go
// to OUT for people to look at.
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import { HtmlValidate } from 'html-validate'
import { chromium } from 'playwright-core'

const [executablePath, out, ...pages] = process.argv.slice(2)
const sizes = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 900 } }
const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: { 'no-inline-style': 'off', 'long-title': 'off' },
})
let failures = 0
const fail = (page, what) => {
  failures += 1
  console.log(`${basename(page)}: ${what}`)
}

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
for (const page of pages) {
  const report = await validator.validateString(readFileSync(page, 'utf8'))
  for (const result of report.results)
    for (const m of result.messages) fail(page, `${m.line}:${m.column} ${m.ruleId}: ${m.message}`)
  for (const [name, viewport] of Object.entries(sizes)) {
    const context = await browser.newContext({ viewport, bypassCSP: false })
    const tab = await context.newPage()
    tab.on('request', (request) => {
      if (!request.url().startsWith('file:')) fail(page, `asks for ${request.url()}`)
    })
    tab.on('dialog', async (dialog) => {
      fail(page, `runs a script: ${dialog.message()}`)
      await dialog.dismiss()
    })
    await tab.goto(pathToFileURL(page).href)
    const shape = await tab.evaluate(() => ({
      wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      active: document.querySelectorAll('script, iframe, object, embed, form, link, img, [onerror], [onload], [onclick]').length,
      touched: 'harmed' in window,
    }))
    if (shape.wide > 0) fail(page, `${name}: ${shape.wide} pixels too wide`)
    if (shape.active > 0) fail(page, `${name}: ${shape.active} elements that could run or load something`)
    if (shape.touched) fail(page, `${name}: a text of the input ran as a script`)
    await tab.screenshot({ path: `${out}/${basename(page, '.html')}-${name}.png`, fullPage: true })
    if (name === 'desk') await tab.pdf({ path: `${out}/${basename(page, '.html')}.pdf`, format: 'A4', printBackground: true })
    await context.close()
    // The page lets no script run, so the checker looks at a copy without that policy.
    const free = await browser.newContext({ viewport, bypassCSP: true })
    const copy = await free.newPage()
    await copy.goto(pathToFileURL(page).href)
    await copy.evaluate(axe.source)
    const found = await copy.evaluate(() => window.axe.run())
    for (const v of found.violations) fail(page, `${name}: ${v.id}: ${v.help} (${v.nodes.length}): ${v.nodes[0].target}`)
    await free.close()
  }
}
await browser.close()
console.log(`pages: ${pages.length} looked at, ${failures} findings`)
process.exit(failures === 0 ? 0 : 1)
