/** The page's only style sheet: light, readable at arm's length, prints without cut figures. */
export const pageStyle = `
:root { color-scheme: light; }
body { font: 16px/1.5 "DejaVu Sans", Verdana, Arial, sans-serif; color: #222; background: #fff;
  margin: 0 auto; max-width: 1060px; padding: 24px; }
h1 { font-size: 26px; line-height: 1.25; margin: 8px 0; }
h2 { font-size: 20px; margin: 40px 0 12px; padding-top: 12px; border-top: 2px solid #0072B2; }
h3 { font-size: 16px; margin: 24px 0 8px; }
p, li, dd { max-width: 78ch; }
a { color: #005a8d; overflow-wrap: anywhere; }
nav a { margin-right: 14px; white-space: nowrap; }
.answer { font-size: 19px; border-left: 5px solid #0072B2; padding: 6px 0 6px 16px; margin: 18px 0; }
.source, .note, figcaption, caption { color: #555; font-size: 14px; }
.scroll { overflow-x: auto; margin: 14px 0 22px; }
table { border-collapse: collapse; font-size: 14px; line-height: 1.4; }
caption { text-align: left; padding: 0 0 6px; }
th, td { padding: 4px 14px 4px 0; text-align: left; vertical-align: top; font-weight: normal; }
thead th { font-weight: bold; border-bottom: 1.5px solid #222; vertical-align: bottom; }
thead .unit { font-weight: normal; color: #555; }
tbody th { white-space: nowrap; }
tbody th code { white-space: normal; }
tbody tr { border-bottom: 1px solid #ddd; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td.number:last-child, th.number:last-child { padding-right: 4px; }
tr.main > * { font-weight: bold; }
tr.total > * { font-weight: bold; border-top: 1.5px solid #222; }
tr.assumed { background: #fdf1d6; }
tr.fitted { background: #e5f1fa; }
tr.stopped { background: #fbe3da; }
.mark { font-weight: bold; }
.warning { border-left: 5px solid #D55E00; padding-left: 12px; }
code { font-family: "DejaVu Sans Mono", Consolas, monospace; font-size: 13px; overflow-wrap: anywhere; }
figure { margin: 20px 0 34px; break-inside: avoid; }
figure svg { max-width: 100%; height: auto; display: block; }
figcaption { max-width: 90ch; margin-top: 6px; }
dt { font-weight: bold; margin-top: 12px; }
dd { margin: 2px 0 0 18px; }
@media print { body { font-size: 11pt; padding: 0; max-width: none; } nav { display: none; } .scroll { overflow: visible; }
  h2 { break-after: avoid; } tr { break-inside: avoid; } table { font-size: 8pt; }
  th, td { padding-right: 8px; } code { font-size: 7.5pt; } a { color: inherit; } }
`;
