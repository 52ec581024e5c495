/** The page's style sheet. Its hash stands in the page's content security policy. */
export const viewerStyle = `
:root { color-scheme: light; --ink: #14202e; --muted: #5b6675; --rule: #c3cbd6; --blue: #12436d; --ground: #f4f6f9; }
* { box-sizing: border-box; }
html, body { margin: 0; height: 100%; }
body { display: grid; grid-template-rows: auto 1fr auto; font: 14px/1.45 Inter, "Segoe UI", "Helvetica Neue", Arial, sans-serif; color: var(--ink); background: #fff; }
header { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 16px; padding: 12px 20px; border-bottom: 1px solid var(--rule); }
h1 { font-size: 18px; line-height: 1.3; margin: 0; flex: 1 1 320px; }
h2 { font-size: 15px; margin: 20px 0 8px; }
.tools { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; }
button, input, select { font: inherit; color: inherit; background: #fff; border: 1px solid #76808e; border-radius: 4px; padding: 4px 10px; min-height: 30px; }
button { cursor: pointer; }
button:hover { background: var(--ground); }
button[aria-pressed="true"] { background: var(--blue); border-color: var(--blue); color: #fff; }
input { width: 190px; }
:focus-visible { outline: 3px solid var(--blue); outline-offset: 1px; }
main { position: relative; min-height: 0; display: grid; grid-template-columns: 1fr auto; }
#map { position: relative; overflow: hidden; min-height: 420px; touch-action: none; cursor: grab; }
#map.dragging { cursor: grabbing; }
#map svg { position: absolute; inset: 0; width: 100%; height: 100%; user-select: none; }
#panel { width: 300px; overflow: auto; padding: 12px 16px; border-left: 1px solid var(--rule); background: var(--ground); }
#panel[hidden], #tables[hidden], #map[hidden] { display: none; }
#panel h2 { margin: 0 0 6px; }
#panel h3 { font-size: 13px; margin: 14px 0 4px; color: var(--blue); }
#panel ul { margin: 0; padding: 0; list-style: none; }
#panel li { margin: 2px 0; }
#panel li button { border: 0; background: none; padding: 2px 0; min-height: 24px; text-align: left; color: var(--blue); text-decoration: underline; }
#tables { grid-column: 1 / -1; overflow: auto; padding: 0 20px 20px; }
table { border-collapse: collapse; width: 100%; font-size: 13px; }
caption { text-align: left; font-weight: 600; padding: 16px 0 6px; }
th, td { text-align: left; vertical-align: top; padding: 5px 10px 5px 0; border-bottom: 1px solid #e1e6ec; overflow-wrap: break-word; }
th { white-space: nowrap; }
th[scope="row"] { font-weight: 500; }
th button { border: 0; background: none; padding: 0; min-height: 24px; text-align: left; color: var(--blue); text-decoration: underline; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
footer { padding: 8px 20px 12px; border-top: 1px solid var(--rule); font-size: 12px; color: var(--muted); }
footer details { margin-top: 2px; }
footer ul { margin: 4px 0; padding-left: 18px; max-height: 120px; overflow: auto; overflow-wrap: anywhere; }
footer p { margin: 2px 0; }
footer svg { display: block; max-width: 100%; height: auto; margin-bottom: 4px; }
.card { cursor: pointer; }
.card:focus { outline: none; }
.card:focus > rect:last-of-type, .card.chosen > rect:last-of-type { stroke: #12436d; stroke-width: 3; stroke-dasharray: none; }
.dim { opacity: 0.16; }
.note { color: var(--muted); font-size: 13px; }
.hidden-text { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 700px) { main { grid-template-columns: 1fr; } #panel { width: auto; border-left: 0; border-top: 1px solid var(--rule); } }
@media print { body { display: block; } .tools, #panel { display: none; } #map { height: 150mm; } #tables, #tables[hidden] { display: block; } .dim { opacity: 1; } }
`;
