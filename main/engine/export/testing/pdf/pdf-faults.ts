import { type PdfDict, PdfName, type PdfObject, PdfRef, type PdfValue, parsePdf } from './parse-pdf';

/**
 * What keeps a file from PDF/UA-1 (ISO 14289-1), as far as a program can see it: the rules that our writers
 * have to keep, in our own words, each with its clause. An empty list is no certificate.
 */
export function pdfFaults(bytes: Uint8Array): readonly string[] {
  return new Inspection(parsePdf(bytes)).faults();
}

const nameOf = (value: PdfValue | undefined): string => (value instanceof PdfName ? value.name : '');

class Inspection {
  readonly #objects: ReadonlyMap<number, PdfObject>;
  readonly #root: PdfDict;
  readonly #faults: string[] = [];
  /** Marked-content ids that the structure holds, by page object. */
  readonly #structured = new Map<number, Set<number>>();
  readonly #structuredObjects = new Set<number>();
  readonly #headings: number[] = [];

  constructor({
    objects,
    root,
  }: {
    readonly objects: ReadonlyMap<number, PdfObject>;
    readonly root: number;
  }) {
    this.#objects = objects;
    this.#root = this.#dict(new PdfRef(root));
  }

  faults(): readonly string[] {
    this.#catalogue();
    this.#structure(this.#dict(this.#root.get('StructTreeRoot')).get('K'), null, []);
    if (this.#headings[0] !== 1) this.#fault('7.4.2: the first heading is not H1');
    this.#headings.forEach((level, index) => {
      if (level > (this.#headings[index - 1] ?? 0) + 1) this.#fault(`7.4.2: H${level} skips a level`);
    });
    for (const page of this.#pages()) this.#page(page);
    this.#fonts();
    return this.#faults;
  }

  #fault(text: string): void {
    if (!this.#faults.includes(text)) this.#faults.push(text);
  }

  #resolve(value: PdfValue | undefined): PdfValue {
    return value instanceof PdfRef ? (this.#objects.get(value.id)?.value ?? null) : (value ?? null);
  }

  #dict(value: PdfValue | undefined): PdfDict {
    const found = this.#resolve(value);
    return found instanceof Map ? found : new Map();
  }

  #list(value: PdfValue | undefined): readonly PdfValue[] {
    const found = this.#resolve(value);
    return Array.isArray(found) ? found : found === null ? [] : [value ?? null];
  }

  #catalogue(): void {
    const root = this.#root;
    if (this.#dict(root.get('MarkInfo')).get('Marked') !== true) this.#fault('6.2: not marked as tagged');
    if (root.get('Lang') !== 'en-GB') this.#fault('7.2: no language');
    if (this.#dict(root.get('ViewerPreferences')).get('DisplayDocTitle') !== true)
      this.#fault('7.1: the title is not displayed');
    const metadata = root.get('Metadata');
    const xmp = metadata instanceof PdfRef ? (this.#objects.get(metadata.id)?.stream ?? '') : '';
    if (!/<pdfuaid:part>1</.test(xmp)) this.#fault('5: no PDF/UA identifier');
    if (!/<dc:title>[\s\S]*?<rdf:li[^>]*>[^<]+</.test(xmp)) this.#fault('7.1: no title in the metadata');
    if (root.has('OpenAction') || this.#dict(root.get('Names')).has('JavaScript'))
      this.#fault('7.19: something runs');
  }

  #pages(): readonly PdfRef[] {
    return this.#list(this.#dict(this.#root.get('Pages')).get('Kids')).filter((kid) => kid instanceof PdfRef);
  }

  #structure(value: PdfValue | undefined, page: PdfRef | null, path: readonly string[]): void {
    for (const kid of this.#list(value)) {
      if (typeof kid === 'number') {
        if (page === null) this.#fault(`7.1: content of ${path.at(-1)} on no page`);
        else this.#hold(page.id, kid);
        continue;
      }
      const element = this.#dict(kid);
      const own = element.get('Pg');
      const at = own instanceof PdfRef ? own : page;
      if (nameOf(element.get('Type')) === 'MCR') {
        if (at !== null) this.#hold(at.id, Number(element.get('MCID')));
        continue;
      }
      if (nameOf(element.get('Type')) === 'OBJR') {
        const object = element.get('Obj');
        if (object instanceof PdfRef) this.#structuredObjects.add(object.id);
        if (path.at(-1) !== 'Link') this.#fault('7.18.5: an annotation outside a Link');
        continue;
      }
      this.#element(element, path);
      this.#structure(element.get('K'), at, [...path, nameOf(element.get('S'))]);
    }
  }

  #hold(page: number, id: number): void {
    const ids = this.#structured.get(page) ?? new Set<number>();
    this.#structured.set(page, ids.add(id));
  }

  #kidNames(element: PdfDict): readonly string[] {
    return this.#list(element.get('K')).map((kid) => nameOf(this.#dict(kid).get('S')));
  }

  /** Roles, their places and what each has to say (ISO 32000-1, 14.8.4). */
  #element(element: PdfDict, path: readonly string[]): void {
    const role = nameOf(element.get('S'));
    const parent = path.at(-1) ?? '';
    const places: Readonly<Record<string, readonly string[]>> = {
      TR: ['Table', 'THead', 'TBody'],
      ...{ TH: ['TR'], TD: ['TR'], THead: ['Table'], TBody: ['Table'] },
      ...{ LI: ['L'], Lbl: ['LI'], LBody: ['LI'] },
    };
    if (places[role]?.includes(parent) === false) this.#fault(`7.1: ${role} in ${parent}`);
    if (!standardRoles.has(role)) this.#fault(`7.1: the role ${role} is none of the standard`);
    const heading = /^H([1-6])$/.exec(role);
    if (heading !== null) this.#headings.push(Number(heading[1]));
    if (role === 'Figure' && !element.get('Alt')) this.#fault('7.3: a figure without words');
    if (role === 'TH' && !this.#list(element.get('A')).some((one) => this.#dict(one).has('Scope')))
      this.#fault('7.5: a header cell without a scope');
    if (role === 'Table') this.#table(element);
  }

  #table(table: PdfDict): void {
    const rows = this.#list(table.get('K')).flatMap((part) =>
      this.#list(this.#dict(part).get('K')).map((row) => this.#dict(row)),
    );
    const widths = new Set(
      rows.filter((row) => nameOf(row.get('S')) === 'TR').map((row) => this.#kidNames(row).length),
    );
    if (widths.size !== 1) this.#fault(`7.2: rows of ${[...widths].join(' and ')} cells in one table`);
  }

  #page(reference: PdfRef): void {
    const page = this.#dict(reference);
    if (nameOf(page.get('Tabs')) !== 'S') this.#fault('7.18.3: tabs do not follow the structure');
    for (const annotation of this.#list(page.get('Annots'))) {
      const { id } = annotation instanceof PdfRef ? annotation : { id: -1 };
      if (!this.#dict(annotation).get('Contents')) this.#fault('7.18.1: a link without words');
      if (!this.#structuredObjects.has(id)) this.#fault('7.18.1: a link outside the structure');
    }
    const content = this.#list(page.get('Contents'))
      .map((one) => (one instanceof PdfRef ? (this.#objects.get(one.id)?.stream ?? '') : ''))
      .join('\n');
    this.#content(content, this.#structured.get(reference.id) ?? new Set());
  }

  /** Every mark on a page is an artifact or has its place in the structure. */
  #content(content: string, structured: ReadonlySet<number>): void {
    const open: string[] = [];
    const seen = new Set<number>();
    const text = content.replaceAll(/\((?:\\.|[^\\()])*\)|<[0-9a-fA-F\s]*>/g, '()');
    for (const [token, begin, properties] of text.matchAll(
      /\/(\w+)\s*(?:<<([^>]*)>>)?\s*(?:BDC|BMC)\b|\bEMC\b|\b(?:TJ|Tj|f\*?|S|B\*?|Do)\b/g,
    )) {
      const id = /\/MCID (\d+)/.exec(properties ?? '')?.[1];
      if (begin !== undefined) {
        if (begin === 'Artifact' && open.length > 0) this.#fault('7.1: an artifact within content');
        if (begin !== 'Artifact') {
          if (id === undefined) this.#fault(`7.1: ${begin} without an id`);
          else {
            seen.add(Number(id));
            if (!structured.has(Number(id))) this.#fault(`7.1: content of ${begin} outside the structure`);
          }
        }
        open.push(begin);
      } else if (token === 'EMC') open.pop();
      else if (open.length === 0) this.#fault(`7.1: ${token} draws what is neither tagged nor an artifact`);
    }
    for (const id of structured) if (!seen.has(id)) this.#fault('7.1: the structure names what is not drawn');
  }

  #fonts(): void {
    const fonts = [...this.#objects.values()].map(({ value }) => this.#dict(value));
    for (const font of fonts.filter((one) => nameOf(one.get('Type')) === 'Font')) {
      const kind = nameOf(font.get('Subtype'));
      if (kind === 'Type0' && !font.has('ToUnicode')) this.#fault('7.21.7: a font without Unicode');
      if (kind === 'CIDFontType2') {
        const descriptor = this.#dict(font.get('FontDescriptor'));
        if (!descriptor.has('FontFile2')) this.#fault('7.21.4.1: a font that is not embedded');
        if (!font.has('CIDToGIDMap')) this.#fault('7.21.3.2: a font without a glyph map');
      }
      if (kind !== 'Type0' && kind !== 'CIDFontType2') this.#fault(`7.21.4.1: a font of kind ${kind}`);
    }
  }
}

const standardRoles: ReadonlySet<string> = new Set([
  ...['Document', 'Part', 'Art', 'Sect', 'Div', 'Caption', 'P', 'H', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6'],
  ...[
    'L',
    'LI',
    'Lbl',
    'LBody',
    'Table',
    'TR',
    'TH',
    'TD',
    'THead',
    'TBody',
    'Span',
    'Link',
    'Note',
    'Figure',
  ],
]);
