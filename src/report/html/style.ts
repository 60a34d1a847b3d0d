/** The page's only style sheet: light and dark, from a phone to a wide screen, prints whole. */
export const pageStyle = `
:root { color-scheme: light dark; --ink: #222; --paper: #fff; --soft: #595959; --line: #d5d5d5; --mark: #0067a5; --link: #005a8d;
  --tint: #f3f6f9; --assumed: #fdf1d6; --fitted: #e5f1fa; --stopped: #fbe3da; --warn: #b34700; }
@media screen and (prefers-color-scheme: dark) { :root:not([data-theme=light]) { --ink: #e6e6e6; --paper: #171717; --soft: #a8adb5;
  --line: #3a3f47; --mark: #58b0e3; --link: #7cc4ee; --tint: #1f232a; --assumed: #3a3018; --fitted: #17303f; --stopped: #44261c; --warn: #ff9a5c; } }
@media screen { :root[data-theme=dark] { color-scheme: dark; --ink: #e6e6e6; --paper: #171717; --soft: #a8adb5; --line: #3a3f47; --mark: #58b0e3;
  --link: #7cc4ee; --tint: #1f232a; --assumed: #3a3018; --fitted: #17303f; --stopped: #44261c; --warn: #ff9a5c; } }
:root[data-theme=light] { color-scheme: light; }
* { box-sizing: border-box; }
body { font: 16px/1.5 "DejaVu Sans", Verdana, Arial, sans-serif; color: var(--ink); background: var(--paper); margin: 0 auto;
  max-width: 1120px; padding: 20px clamp(12px, 3vw, 32px) 60px; overflow-wrap: break-word; }
header { display: flex; gap: 16px; align-items: start; justify-content: space-between; }
h1 { font-size: clamp(20px, 3.2vw, 27px); line-height: 1.25; margin: 4px 0 10px; }
h2 { font-size: 18px; margin: 0; display: inline; }
h3 { font-size: 16px; margin: 24px 0 8px; }
p, dd { max-width: 84ch; margin: 8px 0; }
a { color: var(--link); overflow-wrap: anywhere; }
nav { display: flex; flex-wrap: wrap; gap: 4px 16px; margin: 22px 0 10px; font-size: 14px; }
.answer { font-size: clamp(16px, 2.2vw, 19px); border-left: 5px solid var(--mark); padding: 4px 0 4px 14px; margin: 12px 0; }
.warning, .failure { border-left: 5px solid var(--warn); padding-left: 12px; font-size: 14px; }
.note, figcaption, caption, .unit, .teaser { color: var(--soft); font-size: 14px; }
.head { font-weight: bold; }
.entry { font-size: 15px; }
.good { color: var(--mark); }
.part { border-top: 1px solid var(--line); padding: 10px 0; }
.part > summary { cursor: pointer; padding: 4px 0; }
.part > summary::marker { color: var(--mark); }
.part[open] > summary { margin-bottom: 10px; }
.teaser { margin: 4px 0 0 18px; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
.part[open] > summary .teaser { -webkit-line-clamp: none; color: var(--ink); font-size: 15px; margin-left: 0; }
:focus-visible { outline: 2px solid var(--mark); outline-offset: 2px; }
.scroll { overflow-x: auto; margin: 14px 0 20px; max-width: 100%; }
table { border-collapse: collapse; font-size: 14px; line-height: 1.4; }
caption { text-align: left; padding: 0 0 6px; width: max-content; max-width: min(96ch, calc(100vw - 24px)); }
th, td { padding: 4px 14px 4px 0; text-align: left; vertical-align: top; font-weight: normal; }
thead th { font-weight: bold; border-bottom: 1.5px solid var(--ink); vertical-align: bottom; }
thead .unit { font-weight: normal; }
tbody tr { border-bottom: 1px solid var(--line); }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
thead .number { white-space: normal; }
td.short { white-space: nowrap; }
td.long { min-width: 24ch; overflow-wrap: anywhere; }
th.long[scope=row] { min-width: min(24ch, 34vw); }
.scroll th[scope=row] { position: sticky; left: 0; background: var(--paper); max-width: 40vw; }
tr.main > *, tr.total > * { font-weight: bold; }
tr.total > * { border-top: 1.5px solid var(--ink); }
tr.stopped > * { background: var(--stopped); }
.mark { font-weight: bold; }
code { font-family: "DejaVu Sans Mono", Consolas, monospace; font-size: 12.5px; overflow-wrap: anywhere; }
.parameters table { width: 100%; }
.parameters tbody { border-bottom: 1px solid var(--line); }
.parameters tbody tr { border: 0; }
.parameters th code { display: block; color: var(--soft); }
.parameters .value { min-width: 8em; }
.parameters .remarks td { padding: 0 0 8px 14px; color: var(--soft); font-size: 13px; overflow-wrap: anywhere; }
tbody.assumed { background: var(--assumed); }
tbody.fitted { background: var(--fitted); }
.filter { font-size: 14px; display: block; margin: 10px 0; }
.parameters:has(.only-marked:checked) tbody:not(.marked) { display: none; }
figure { margin: 16px 0 28px; break-inside: avoid; }
.drawing { overflow-x: auto; position: relative; }
.drawing > svg { max-width: 100%; height: auto; display: block; }
figcaption { max-width: 96ch; margin-top: 6px; }
.tools { display: flex; flex-wrap: wrap; gap: 4px 10px; align-items: center; font-size: 13px; min-height: 28px; }
.tools output { font-variant-numeric: tabular-nums; color: var(--ink); min-width: 16em; }
button, .chosen { font: inherit; font-size: 13px; color: var(--link); background: var(--tint); border: 1px solid var(--line); border-radius: 4px;
  padding: 2px 8px; cursor: pointer; }
button[aria-pressed=true] { color: var(--paper); background: var(--mark); }
.series.off, .key.off { opacity: 0.12; }
.key { cursor: pointer; }
.series.aside { opacity: 0.18; }
.choice { display: flex; flex-wrap: wrap; gap: 4px 6px; align-items: center; border: 0; margin: 0; padding: 0; min-width: 0; }
.choice legend { float: left; font-size: 14px; margin-right: 6px; }
.choice > input { position: absolute; opacity: 0; }
.choice > input:focus-visible + label { outline: 2px solid var(--mark); }
.choice > input:checked + label { color: var(--paper); background: var(--mark); }
.choice > figure { order: 1; width: 100%; min-width: 0; display: none; }
.choice > input:checked + label + figure { display: block; }
dt { font-weight: bold; margin-top: 12px; }
dd { margin: 2px 0 0 18px; }
@media screen { :root[data-theme=dark] .drawing > svg, :root[data-theme=dark] .drawing svg :is(image, .as-drawn) { filter: invert(0.91) hue-rotate(180deg); } }
@media screen and (prefers-color-scheme: dark) { :root:not([data-theme=light]) .drawing > svg,
  :root:not([data-theme=light]) .drawing svg :is(image, .as-drawn) { filter: invert(0.91) hue-rotate(180deg); } }
@media (max-width: 900px) { th, td { padding-right: 10px; } td.long { min-width: 18ch; } }
@media (max-width: 700px) { .drawing > svg { width: 100%; } .drawing > .panned { width: auto; max-width: 760px; } }
@page { margin: 15mm; }
@media print { :root { --ink: #000; --paper: #fff; --soft: #444; --line: #ccc; } body { font-size: 10.5pt; padding: 0; max-width: none; }
  nav, .tools, .filter, button, .choice > legend, .choice > label { display: none; } .unit { font-size: inherit; } .scroll, .drawing { overflow: visible; }
  details::details-content { content-visibility: visible !important; height: auto !important; display: block !important; }
  details > :not(summary) { display: block; } .teaser { -webkit-line-clamp: none; } .part { break-inside: auto; }
  summary { break-inside: avoid; padding-bottom: 9em; margin-bottom: -9em; } h2, h3, summary, caption, thead, .teaser { break-after: avoid; } tr, .parameters tbody, .drawing { break-inside: avoid; } table { font-size: 8pt; }
  th, td { padding-right: 8px; } code { font-size: 7.5pt; } a { color: inherit; } }
`;
