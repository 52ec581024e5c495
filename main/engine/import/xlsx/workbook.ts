import { expansionCap } from '../file/expansion-cap';
import { listZip, openZipEntry, type ZipEntry } from '../file/zip-entries';
import { FileRefused } from '../importer';
import { readXml, type XmlHandler } from '../xml/read-xml';
import { XmlBroken } from '../xml/xml-broken';

export interface SheetPart {
  readonly name: string;
  readonly part: string;
}

/** What a workbook says before its sheets are read. */
export interface Workbook {
  readonly path: string;
  readonly sheets: readonly SheetPart[];
  readonly sharedStrings: readonly string[];
  /** Cell style index -> true where its number format shows a date or time. */
  readonly dateStyles: readonly boolean[];
  /** True where serial numbers count from 1904 (ECMA-376 18.2.28, date1904). */
  readonly is1904: boolean;
}

/** Real inventories have a few megabytes of text; a workbook of more is a log and belongs in CSV. */
const maximumStringCharacters = 256 * 1024 * 1024;
const maximumPartBytes = 2 * 1024 * 1024 * 1024;

/** Streams one part of the package through a handler, capped against decompression bombs. */
export async function readPart(path: string, entry: ZipEntry, handler: XmlHandler): Promise<void> {
  if (entry.bytes > maximumPartBytes) {
    throw new FileRefused(
      'expansion',
      `${entry.name} says it is ${entry.bytes} bytes long when decompressed; it was not read.`,
    );
  }
  const stream = await openZipEntry(path, entry.name);
  const cap = expansionCap(entry.name, entry.compressedBytes);
  stream.on('error', (error) =>
    cap.destroy(new FileRefused('damaged-archive', `${entry.name} is damaged: ${error.message}`)),
  );
  try {
    await readXml(stream.pipe(cap), handler);
  } catch (error) {
    if (!(error instanceof XmlBroken)) throw error;
    throw new FileRefused(
      'damaged-archive',
      `${entry.name} inside the workbook cannot be read: ${error.message}`,
      error.line,
    );
  }
}

/** Reads what the sheets refer to: their names, the strings they share and which styles are dates. */
export async function openWorkbook(path: string): Promise<Workbook> {
  const entries = new Map((await listZip(path)).map((entry) => [entry.name, entry]));
  const required = (name: string): ZipEntry => {
    const entry = entries.get(name);
    if (!entry) throw new FileRefused('not-a-workbook', `The workbook lacks ${name}. Save it again as XLSX.`);
    return entry;
  };
  const targets = new Map<string, string>();
  await readPart(path, required('xl/_rels/workbook.xml.rels'), {
    open({ name, attributes }) {
      if (name === 'Relationship') targets.set(attributes.Id ?? '', partName(attributes.Target ?? ''));
    },
    close() {},
  });
  const sheets: SheetPart[] = [];
  let is1904 = false;
  await readPart(path, required('xl/workbook.xml'), {
    open({ name, attributes }) {
      if (name === 'workbookPr') is1904 = attributes.date1904 === '1' || attributes.date1904 === 'true';
      if (name !== 'sheet') return;
      const part = targets.get(attributes['r:id'] ?? attributes.id ?? '');
      if (part && entries.has(part)) sheets.push({ name: attributes.name ?? part, part });
    },
    close() {},
  });
  const strings = entries.get('xl/sharedStrings.xml');
  const styles = entries.get('xl/styles.xml');
  return {
    path,
    sheets,
    is1904,
    sharedStrings: strings ? await readSharedStrings(path, strings) : [],
    dateStyles: styles ? await readDateStyles(path, styles) : [],
  };
}

const partName = (target: string): string =>
  target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;

async function readSharedStrings(path: string, entry: ZipEntry): Promise<readonly string[]> {
  const strings: string[] = [];
  let text = '';
  let isText = false;
  let isPhonetic = false;
  let characters = 0;
  await readPart(path, entry, {
    open({ name }) {
      if (name === 'si') text = '';
      if (name === 'rPh') isPhonetic = true;
      isText = name === 't' && !isPhonetic;
    },
    text(part) {
      if (isText) text += part;
    },
    close(name) {
      if (name === 'rPh') isPhonetic = false;
      if (name === 't') isText = false;
      if (name !== 'si') return;
      characters += text.length;
      if (characters > maximumStringCharacters) {
        throw new FileRefused(
          'too-large',
          'The workbook holds more than 256 million characters of text. Save its sheets as CSV.',
        );
      }
      strings.push(text);
    },
  });
  return strings;
}

/** Built-in formats that show dates or times (ECMA-376 18.8.30). */
const builtInDates = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 30, 36, 45, 46, 47, 50, 57]);

/** A format code shows a date when a date letter is left after quoted text, colours and conditions are gone. */
const isDateCode = (code: string): boolean =>
  /[ymdhs]/i.test(code.replace(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]|_./gi, ''));

async function readDateStyles(path: string, entry: ZipEntry): Promise<readonly boolean[]> {
  const custom = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCellFormats = false;
  await readPart(path, entry, {
    open({ name, attributes }) {
      if (name === 'numFmt') custom.set(Number(attributes.numFmtId), isDateCode(attributes.formatCode ?? ''));
      if (name === 'cellXfs') inCellFormats = true;
      if (name === 'xf' && inCellFormats) {
        const id = Number(attributes.numFmtId ?? 0);
        styles.push(custom.get(id) ?? builtInDates.has(id));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return styles;
}
