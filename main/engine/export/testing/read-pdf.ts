import { unzlibSync } from 'fflate';

/** What a test wants to know of a PDF, read from its bytes. */
export interface ReadPdf {
  /** Objects in the order of the file, streams taken out. */
  readonly objects: readonly string[];
  /** Text of the page in the order in which it is drawn, decoded with the fonts' own tables. */
  readonly texts: readonly string[];
}

/** Reads the plain structure that pdfkit writes: no object streams, one page, fonts with ToUnicode maps. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const file = Buffer.from(bytes).toString('latin1');
  const objects = new Map<number, { readonly head: string; readonly stream: string | null }>();
  for (const match of file.matchAll(/\n(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const body = match[2] ?? '';
    const start = body.indexOf('\nstream\n');
    const head = start < 0 ? body : body.slice(0, start);
    const raw = start < 0 ? null : body.slice(start + 8, body.lastIndexOf('\nendstream'));
    const stream =
      raw === null || !head.includes('FlateDecode')
        ? raw
        : Buffer.from(unzlibSync(Buffer.from(raw, 'latin1'))).toString('latin1');
    objects.set(Number(match[1]), { head, stream });
  }
  const referred = (head: string, key: string) => {
    const id = new RegExp(`/${key} (\\d+) 0 R`).exec(head)?.[1];
    return id === undefined ? undefined : objects.get(Number(id));
  };
  const heads = [...objects.values()].map((object) => object.head);
  const page = [...objects.values()].find((object) => /\/Type \/Page\n/.test(object.head));
  const fonts = new Map<string, ReadonlyMap<string, string>>();
  const resources = referred(page?.head ?? '', 'Resources')?.head ?? '';
  for (const match of resources.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const font = objects.get(Number(match[2]));
    const map = referred(font?.head ?? '', 'ToUnicode')?.stream ?? '';
    fonts.set(match[1] ?? '', unicodeMap(map));
  }
  return { objects: heads, texts: textsOf(referred(page?.head ?? '', 'Contents')?.stream ?? '', fonts) };
}

/** Glyph to text, from the ranges of a CMap whose codes follow each other from the range's first. */
function unicodeMap(map: string): ReadonlyMap<string, string> {
  const glyphs = new Map<string, string>();
  for (const range of map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gi)) {
    const first = Number.parseInt(range[1] ?? '0', 16);
    for (const [offset, entry] of [...(range[2] ?? '').matchAll(/<([0-9a-f ]*)>/gi)].entries()) {
      const hex = (entry[1] ?? '').replaceAll(' ', '');
      const text = Buffer.from(hex, 'hex').swap16().toString('utf16le');
      glyphs.set((first + offset).toString(16).padStart(4, '0'), text);
    }
  }
  return glyphs;
}

function textsOf(
  content: string,
  fonts: ReadonlyMap<string, ReadonlyMap<string, string>>,
): readonly string[] {
  const texts: string[] = [];
  let glyphs: ReadonlyMap<string, string> | undefined;
  for (const match of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (match[1] !== undefined) glyphs = fonts.get(match[1]);
    if (match[2] === undefined) continue;
    const codes = [...match[2].matchAll(/<([0-9a-f]*)>/gi)].map((part) => part[1] ?? '').join('');
    texts.push((codes.match(/.{4}/g) ?? []).map((code) => glyphs?.get(code.toLowerCase()) ?? '?').join(''));
  }
  return texts;
}
