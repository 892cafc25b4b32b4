// SPDX-License-Identifier: Apache-2.0
#include "page.hpp"

#include "socrates/render/escape.hpp"
#include "socrates/render/layout.hpp"

namespace socrates::render {

std::string html_line(std::string_view text) { return html_safe(one_line(text)); }

const std::string_view page_style = R"(
:root {
  --ink: #16202e; --soft: #4d5a6b; --line: #d9dfe7; --paper: #ffffff; --ground: #f4f6f9; --brand: #1d4e89;
  --good: #17603a; --good-ground: #e2f4e9; --bad: #9c1f1f; --bad-ground: #fdeaea;
  --open: #6b4a00; --open-ground: #fdf2d5; --partly-ground: #fbe3c4; --partly: #6e3c00;
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--ground); color: var(--ink);
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
.wide { max-width: 62rem; margin: 0 auto; padding: 0 1.25rem; }
header { background: linear-gradient(135deg, #12304f, #1d4e89); color: #fff; padding: 2.5rem 0 2.25rem; }
.kicker { margin: 0; font-size: .875rem; letter-spacing: .06em; text-transform: uppercase; color: #d3e2f2; }
h1 { margin: .25rem 0 .75rem; font-size: clamp(1.75rem, 5vw, 2.5rem); line-height: 1.15; letter-spacing: -.01em; }
.lead { margin: 0; font-size: 1.0625rem; max-width: 48rem; }
.asked { display: inline-block; margin: 1.25rem 0 0; padding: .5rem .875rem; border-radius: .5rem; font-weight: 600; }
section { background: var(--paper); border: 1px solid var(--line); border-radius: .875rem; padding: 1.5rem; margin: 1.5rem 0; }
h2 { margin: 0 0 1rem; font-size: 1.375rem; line-height: 1.25; }
h3 { margin: 1.5rem 0 .5rem; font-size: 1.0625rem; line-height: 1.3; }
h4 { margin: .75rem 0 .375rem; font-size: .9375rem; color: var(--soft); font-weight: 600; }
.level { font-weight: 500; font-size: .9375rem; color: var(--soft); margin-left: .375rem; }
.small { font-size: .875rem; color: var(--soft); }
.report { display: grid; grid-template-columns: 11rem 1fr; gap: 1.5rem; align-items: start; }
.measure { text-align: center; }
.measure p { margin: .25rem 0; font-size: .9375rem; }
.ring { width: 9.5rem; height: 9.5rem; }
.ring circle { fill: none; stroke-width: 4.5; transform: rotate(-90deg); transform-origin: 50% 50%; }
.track { stroke: #e4e9ef; fill: #e4e9ef; }
.ring .possible { stroke: #b9c9db; }
.ring .filled { stroke: var(--brand); }
.ring text { font-size: 8.5px; font-weight: 700; text-anchor: middle; dominant-baseline: central; fill: var(--ink); }
.verdicts { list-style: none; margin: 0; padding: 0; display: grid; gap: .75rem; }
.verdicts li { display: flex; gap: .75rem; padding: .875rem 1rem; border-radius: .625rem; border-left: .3125rem solid; }
.verdicts h3 { margin: 0 0 .25rem; font-size: 1rem; }
.verdicts p { margin: .125rem 0; font-size: .9375rem; overflow-wrap: anywhere; }
.verdicts .small { color: inherit; font-size: .875rem; }
.sign { flex: none; font-weight: 700; font-size: 1.125rem; line-height: 1.3; }
.good { background: var(--good-ground); color: var(--good); border-color: var(--good); }
.bad { background: var(--bad-ground); color: var(--bad); border-color: var(--bad); }
.open { background: var(--open-ground); color: var(--open); border-color: var(--open); }
.parts { list-style: none; margin: 0; padding: 0; display: grid; gap: .75rem 2rem; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); }
.part { display: flex; justify-content: space-between; font-weight: 600; }
.part .value { white-space: nowrap; padding-left: .75rem; }
.parts p { margin: .125rem 0 0; }
.bar { display: block; width: 100%; height: .625rem; border-radius: .3125rem; margin-top: .25rem; }
.bar .possible { fill: #b9c9db; }
.bar .filled { fill: var(--brand); }
.legend { display: flex; flex-wrap: wrap; gap: .5rem 1.125rem; margin: 0 0 .5rem; font-size: .875rem; color: var(--soft); }
.key { display: inline-flex; align-items: center; gap: .375rem; }
.key .cell { width: 1.5rem; height: 1.5rem; justify-content: center; padding: 0; }
.map { display: grid; gap: .25rem 1.5rem; }
.map ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .375rem; grid-template-columns: repeat(auto-fill, minmax(5.25rem, 1fr)); }
.cell { display: flex; justify-content: space-between; align-items: center; padding: .375rem .5rem; border-radius: .375rem; border: 1px solid; font-size: .875rem; font-weight: 600; }
.covered { background: #cdebd8; color: #0f4a2b; border-color: #8fcba7; }
.partly { background: var(--partly-ground); color: var(--partly); border-color: #e6b97a; }
.nothing { background: #f7c9c9; color: #7c1414; border-color: #df9393; }
.unknown { background: #e6e9ee; color: #38424f; border-color: #a9b2bf; border-style: dashed; }
.outside { background: #fff; color: #5a6675; border-color: #c9d0d9; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.map li { position: relative; }
details { margin-top: 1rem; }
summary { font-weight: 600; cursor: pointer; }
.without { columns: 19rem; column-gap: 2rem; padding-left: 1.125rem; font-size: .9375rem; }
.without li { break-inside: avoid; }
.notes { margin: 1.25rem 0 0; padding: .75rem 1rem .75rem 2rem; background: var(--ground); border-radius: .625rem; font-size: .9375rem; }
.gaps { list-style: none; counter-reset: gap; margin: 1rem 0 0; padding: 0; display: grid; gap: .75rem; }
.gap { counter-increment: gap; position: relative; padding: .875rem 1rem .875rem 3.5rem; border: 1px solid var(--line); border-radius: .625rem; border-left: .3125rem solid #b9c9db; break-inside: avoid; }
.gap::before { content: counter(gap); position: absolute; left: .75rem; top: .875rem; width: 2rem; text-align: center; font-weight: 700; color: var(--soft); }
.gap.first { border-left-color: var(--bad); }
.gap.next { border-left-color: #b07400; }
.gap h3 { margin: 0; }
.gap p { margin: .25rem 0; }
.id { font-variant-numeric: tabular-nums; }
.tags { display: flex; flex-wrap: wrap; gap: .375rem; }
.tag { font-size: .8125rem; font-weight: 600; padding: .0625rem .5rem; border-radius: 1rem; background: #e9eef4; color: #2c3a4b; }
.hold { background: var(--bad-ground); color: var(--bad); }
.next .hold { background: var(--open-ground); color: var(--open); }
.gap dl { margin: .375rem 0 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); gap: .25rem 1.5rem; font-size: .875rem; }
.gap dl div { display: flex; gap: .5rem; }
.gap dl div:first-child { grid-column: 1 / -1; }
dt { color: var(--soft); flex: none; min-width: 4.25rem; }
dd { margin: 0; overflow-wrap: anywhere; }
code { overflow-wrap: anywhere; }
li { overflow-wrap: anywhere; }
.scroll { overflow-x: auto; }
.timeline { display: block; min-width: 40rem; width: 100%; height: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; }
th, td { text-align: left; padding: .375rem .75rem .375rem 0; border-bottom: 1px solid var(--line); vertical-align: top; font-variant-numeric: tabular-nums; }
tbody th { font-weight: 500; }
.ways dd { margin: 0 0 1rem; }
.ways p { margin: .125rem 0; }
footer { border-top: 1px solid var(--line); padding: 1.25rem 0 2.5rem; font-size: .875rem; color: var(--soft); }
footer h2 { font-size: 1rem; margin-bottom: .375rem; color: var(--ink); }
footer ul { padding-left: 1.125rem; margin: 0 0 .75rem; }
@media (max-width: 40rem) {
  header { padding: 1.75rem 0 1.5rem; }
  section { padding: 1.125rem 1rem; border-radius: .625rem; }
  .report { grid-template-columns: 1fr; gap: .75rem; }
  .gap { padding-left: 2.75rem; }
  .gap::before { left: .375rem; }
}
@media print {
  @page { size: A4; margin: 16mm 14mm; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  body { background: #fff; font-size: 10.5pt; }
  .wide { max-width: none; padding: 0; }
  header { padding: 1.25rem; border-radius: .625rem; }
  section { border: 0; padding: 0; margin: 1.5rem 0; }
  h2, h3, h4 { break-after: avoid; }
  .verdicts li, .parts li, .cell, .map-part { break-inside: avoid; }
}
)";

}  // namespace socrates::render
