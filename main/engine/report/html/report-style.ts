import type { ReportPaper } from '../../../../shared/model/report';
import type { ReportDocument } from '../document/report-document';
import { embeddedFont } from './embed-font';

/** The page's only style sheet, its fonts within. Its hash stands in the page's content security policy. */
export function reportStyle(
  document: Pick<ReportDocument, 'footer' | 'title'>,
  paper: ReportPaper,
  characters: ReadonlySet<number>,
): string {
  const fonts = ([400, 500, 600, 700] as const).map((weight) => {
    const data = Buffer.from(embeddedFont(weight, characters)).toString('base64');
    return `@font-face { font-family: "Inter"; font-weight: ${weight}; src: url(data:font/woff;base64,${data}) format("woff"); }`;
  });
  const foot = document.footer.map(cssText).join(' "\\a " ');
  return `
${fonts.join('\n')}
:root { color-scheme: light; --ink: #14202e; --body: #2b3542; --muted: #4f5967; --accent: #12436d; --rule: #b4bdc9; --hair: #d8dee6; --ground: #f3f5f8; --band: #f0cfe0; --alert: #801650; }
* { box-sizing: border-box; }
html { scroll-behavior: auto; }
body { margin: 0; background: #fff; color: var(--body); font: 15px/1.5 Inter, "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
main, header, nav, body > footer { max-width: 1080px; margin: 0 auto; padding: 0 28px; }
header { padding-top: 36px; }
.marking { float: right; margin: 0 0 8px 24px; font-weight: 700; font-size: 12px; color: var(--ink); }
.kicker { margin: 0; font-size: 13px; font-weight: 600; color: var(--accent); }
h1 { margin: 4px 0 16px; font-size: 34px; line-height: 1.18; color: var(--ink); max-width: 26em; }
h2 { margin: 44px 0 12px; font-size: 23px; line-height: 1.25; color: var(--accent); border-top: 2px solid var(--accent); padding-top: 14px; }
h3 { margin: 24px 0 6px; font-size: 16px; color: var(--accent); }
p { margin: 0 0 10px; max-width: 52em; }
.lead { font-size: 18px; line-height: 1.5; color: var(--ink); max-width: 46em; }
.small { font-size: 13px; color: var(--muted); }
strong { font-weight: 600; color: var(--ink); }
a { color: var(--accent); }
.cite { font-size: 0.78em; text-decoration: none; white-space: nowrap; }
.cite:hover { text-decoration: underline; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
nav ol { margin: 0 0 8px; padding: 10px 0; list-style: none; display: flex; flex-wrap: wrap; gap: 4px 20px; border-top: 1px solid var(--hair); border-bottom: 1px solid var(--hair); font-size: 13px; }
ul { margin: 0 0 12px; padding-left: 20px; max-width: 52em; }
li { margin: 3px 0; }
ul.numbers { list-style: none; margin: 20px 0; padding: 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(170px, 1fr)); gap: 18px; max-width: none; }
ul.numbers li { margin: 0; border-top: 3px solid var(--accent); padding-top: 6px; font-size: 13px; color: var(--muted); }
.value { display: block; font-size: 34px; line-height: 1.2; }
.value strong { font-weight: 700; }
.value .cite { font-size: 13px; }
.scroll { overflow-x: auto; margin: 0 0 20px; }
table { border-collapse: collapse; width: 100%; font-size: 13px; line-height: 1.4; }
caption { text-align: left; font-weight: 600; font-size: 14px; color: var(--ink); padding: 8px 0 6px; }
thead th { background: var(--ground); border-bottom: 2px solid var(--accent); color: var(--ink); vertical-align: bottom; }
th, td { text-align: left; vertical-align: top; padding: 6px 10px; border-bottom: 1px solid var(--hair); font-weight: 400; overflow-wrap: anywhere; }
thead th { font-weight: 600; overflow-wrap: normal; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.rating { white-space: nowrap; font-weight: 600; color: var(--ink); }
.rating svg { width: 14px; height: 14px; vertical-align: -2px; margin-right: 6px; }
tr:target th, tr:target td { background: var(--band); }
figure { margin: 12px 0 24px; }
figure > svg { display: block; width: 100%; height: auto; max-height: 900px; }
figcaption { font-size: 13px; color: var(--muted); }
figcaption svg { display: block; max-width: 100%; height: auto; margin: 6px 0; }
.band { display: inline-block; width: 34px; height: 13px; margin-right: 8px; vertical-align: -2px; border: 1px solid var(--alert); border-radius: 3px; background: var(--band); }
body > footer { margin-top: 48px; padding-top: 12px; padding-bottom: 36px; border-top: 1px solid var(--rule); font-size: 12px; color: var(--muted); }
body > footer p { margin: 2px 0; max-width: none; }
.skip { position: absolute; left: -9999px; }
.skip:focus { position: static; }
@page { size: ${paper === 'A4' ? 'A4' : 'letter'}; margin: 16mm 15mm 20mm; @bottom-left { content: ${foot}; white-space: pre; font: 7pt Inter, Arial, sans-serif; color: #4f5967; } @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 7pt Inter, Arial, sans-serif; color: #4f5967; } }
@media print {
  body { font-size: 9.5pt; }
  nav, .skip { display: none; }
  main, header, body > footer { max-width: none; padding: 0; }
  body > footer { display: none; }
  h1 { font-size: 21pt; } h2 { font-size: 15pt; break-after: avoid; } h3 { break-after: avoid; }
  section.own-page { break-before: page; }
  .scroll { overflow: visible; }
  table { font-size: 7.8pt; } thead { display: table-header-group; } tr { break-inside: avoid; }
  figure > svg { max-height: 200mm; }
}
`;
}

/** A string of CSS that can end neither itself nor the style element. */
function cssText(text: string): string {
  const escaped = text.replace(
    /["\\<>&\n\r\f]/g,
    (character) => `\\${character.charCodeAt(0).toString(16)} `,
  );
  return `"${escaped}"`;
}
