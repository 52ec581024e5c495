import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { readXml } from './read-xml';
import { parseXml, readXmlRecords } from './read-xml-records';
import { XmlBroken } from './xml-broken';
import { attributeOf, childText, type XmlElement } from './xml-element';

async function eventsOf(bytes: Uint8Array, chunkBytes = 7): Promise<string[]> {
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += chunkBytes) chunks.push(bytes.subarray(at, at + chunkBytes));
  const events: string[] = [];
  try {
    await readXml(Readable.from(chunks), {
      open: (tag) => events.push(`<${tag.name} ${JSON.stringify(tag.attributes)} at ${tag.line}`),
      text: (text) => events.push(text.trim()),
      close: (name, depth) => events.push(`${name}> ${depth}`),
      damage: (message, line) => events.push(`! ${line} ${message}`),
      misencoded: (line) => events.push(`misencoded after ${line}`),
    });
  } catch (error) {
    if (!(error instanceof XmlBroken)) throw error;
    events.push(`broken ${error.line} ${error.code}: ${error.message}`);
  }
  return events.filter((event) => event !== '');
}

test('elements come with local names, resolved entities and the line of their tag', async () => {
  const xml =
    '<?xml version="1.0"?>\r\n<!-- c -->\n<x:log\n  a="1 &amp; 2">\n<b><![CDATA[<&>]]> &#233;</b></x:log>';
  expect(await eventsOf(Buffer.from(xml))).toEqual([
    '<log {"a":"1 & 2"} at 3',
    '<b {} at 5',
    '<&>',
    'é',
    'b> 2',
    'log> 1',
  ]);
});

test.each([
  ['utf-8 with a byte order mark', Buffer.from('\uFEFF<a>é</a>', 'utf8')],
  ['utf-16 little-endian', Buffer.from('\uFEFF<a>é</a>', 'utf16le')],
  ['utf-16 big-endian', Buffer.from('\uFEFF<a>é</a>', 'utf16le').swap16()],
  ['utf-16 without a mark', Buffer.from('<a>é</a>', 'utf16le')],
  ['windows-1252', Buffer.from('<?xml version="1.0" encoding="windows-1252"?><a>é</a>', 'latin1')],
  ['a stale utf-16 declaration', Buffer.from('<?xml version="1.0" encoding="UTF-16"?><a>é</a>', 'utf8')],
])('%s is decoded', async (_name, bytes) => {
  expect(await eventsOf(bytes)).toEqual(['<a {} at 1', 'é', 'a> 1']);
});

test('bytes of another encoding are said once and the rest is read', async () => {
  expect(await eventsOf(Buffer.from('<a>\xe9</a>', 'latin1'), 100)).toEqual([
    'misencoded after 1',
    '<a {} at 1',
    '\uFFFD',
    'a> 1',
  ]);
});

test.each([1, 2, 3, 5, 7, 11, 1000])(
  'documents after one another are one run, in pieces of %i bytes',
  async (chunkBytes) => {
    const one =
      '<?xml version="1.0"\n encoding="UTF-8"?><!DOCTYPE a><a><![CDATA[<?xml version="1.0"?>]]></a>';
    expect(await eventsOf(Buffer.from(`${one}\n${one}<?xmlish?><a/>`), chunkBytes)).toEqual([
      '<a {} at 2',
      '<?xml version="1.0"?>',
      'a> 1',
      '<a {} at 4',
      '<?xml version="1.0"?>',
      'a> 1',
      '<a {} at 4',
      'a> 1',
    ]);
  },
);

test('entities of the document are never expanded', async () => {
  const xml = '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c SYSTEM "file:///etc/hostname">]><a>&b;&c;</a>';
  expect(await eventsOf(Buffer.from(xml))).toEqual([
    '<a {} at 1',
    '! 1 undefined entity.',
    '! 1 undefined entity.',
    '&b;&c;',
    'a> 1',
  ]);
});

test.each([
  [
    'cut off in an element',
    '<a>\n<b>',
    'broken 2 xml-broken: The document ends inside <b>: the file is cut off.',
  ],
  ['crossed tags', '<a><b></a>', 'broken 1 xml-broken: Not well-formed XML: unexpected close tag.'],
  ['empty', '', 'broken 1 xml-broken: The document has no element.'],
  ['not XML', 'hello', 'broken 1 xml-broken: The document has no element.'],
  [
    'an unknown encoding',
    '<?xml version="1.0" encoding="klingon"?><a/>',
    'broken 1 xml-encoding: The document declares the encoding "klingon", which is unknown.',
  ],
])('a document that is %s stops with its line', async (_name, xml, last) => {
  expect((await eventsOf(Buffer.from(xml), 1000)).at(-1)).toBe(last);
});

test('depth and the size of one value are capped', async () => {
  const nested = Readable.from([Buffer.from('<a>'.repeat(600))]);
  await expect(readXml(nested, { open() {}, close() {} })).rejects.toThrow(
    'Elements are nested more than 512 deep.',
  );
  const long = Readable.from([Buffer.from('<a b="'), Buffer.alloc(70_000, 'x'), Buffer.alloc(70_000, 'x')]);
  await expect(readXml(long, { open() {}, close() {} }, { tokenCharacters: 65_536 })).rejects.toThrow(
    'One value is longer',
  );
});

test('one overlong value is cut and said, and what follows is read at its own line', async () => {
  const long = 'x"\n>'.repeat(2000);
  const xml = `<log>\n<event a='1' b='${long}' c="3"/>\n<event><v>${long.replaceAll('>', ' ')}</v></event>\n<event a="2"/>\n</log>`;
  for (const chunkBytes of [7, 64, 333]) {
    const seen: unknown[] = [];
    await readXmlRecords(
      Readable.from(
        xml.match(new RegExp(`[^]{1,${chunkBytes}}`, 'g'))?.map((part) => Buffer.from(part)) ?? [],
      ),
      {
        isRecord: (tag) => tag.name === 'event',
        damage: (message, line) => seen.push(`${line} ${message}`),
        record: ({ line, attributes: { b, ...others }, children }, _ancestors, damage) =>
          seen.push([line, others, (b ?? children[0]?.text ?? '').length < 2000, damage]),
      },
      { tokenCharacters: 1000 },
    );
    const message = 'One value is longer than 0 MiB. The rest of it was left out';
    expect(seen).toEqual([
      expect.stringContaining(message),
      [2, { a: '1', c: '3' }, true, null],
      [2003, {}, true, expect.stringContaining(message)],
      [4004, { a: '2' }, true, null],
    ]);
  }
});

test('records are handed over whole, a torn one apart', async () => {
  const seen: unknown[] = [];
  const plain = (element: XmlElement): unknown => [
    element.name,
    element.text,
    ...element.children.map(plain),
  ];
  const source = Readable.from([Buffer.from('<r><h/><m><id>1</id></m><m><id>&x;</id></m>\n<m><id>3</id><b')]);
  const reading = readXmlRecords(source, {
    isRecord: (tag) => tag.name === 'm',
    record: (element, ancestors, damage) =>
      seen.push(
        plain(element),
        ancestors.map((a) => a.name),
        damage,
      ),
    outside: (tag) => seen.push(tag.name),
    torn: (element, problem) => seen.push(['torn', element.line, childText(element, 'id'), problem.code]),
  });
  await expect(reading).rejects.toThrow('ends inside <m>');
  expect(seen).toEqual([
    'r',
    'h',
    ['m', '', ['id', '1']],
    ['r'],
    null,
    ['m', '', ['id', '&x;']],
    ['r'],
    'line 1: undefined entity.',
    ['torn', 2, '3', 'xml-broken'],
  ]);
});

test('a record that is too large is refused', () => {
  expect(() => parseXml(`<a>${'<b/>'.repeat(50)}</a>`, { elements: 20 })).toThrow('too large');
});

test('attributes are found by local name, and a name of the language itself is only a name', () => {
  const [root] = parseXml('<a xsi:type="t" __proto__="p" constructor="c"/>');
  expect(
    root && [attributeOf(root, 'type'), attributeOf(root, '__proto__'), attributeOf(root, 'toString')],
  ).toEqual(['t', 'p', null]);
  expect(({} as { p?: string }).p).toBeUndefined();
});
