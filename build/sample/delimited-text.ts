export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface TableStyle {
  readonly delimiter: ',' | ';' | '\t' | '|';
  readonly encoding: TextEncodingName;
  readonly byteOrderMark: boolean;
  readonly newline: '\n' | '\r\n' | '\r';
}

export const plainTable: TableStyle = {
  delimiter: ',',
  encoding: 'utf-8',
  byteOrderMark: false,
  newline: '\r\n',
};

export type Cell = string | number | null | undefined;

/** Rows as delimited text, quoted only where a cell needs it (RFC 4180). */
export function delimitedText(rows: readonly (readonly Cell[])[], style: TableStyle): string {
  return rows
    .map((row) => row.map((cell) => quoted(cell, style)).join(style.delimiter) + style.newline)
    .join('');
}

function quoted(cell: Cell, style: TableStyle): string {
  const text = cell === null || cell === undefined ? '' : String(cell);
  const needsQuotes = text.includes(style.delimiter) || /["\r\n]/.test(text);
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Text as bytes. Windows-1252 is written only for characters it shares with Latin 1, and the euro sign. */
export function encodeText(text: string, encoding: TextEncodingName, byteOrderMark: boolean): Buffer {
  const marked = byteOrderMark && encoding !== 'windows-1252' ? `\uFEFF${text}` : text;
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(marked, 'utf8');
    case 'utf-16le':
      return Buffer.from(marked, 'utf16le');
    case 'utf-16be':
      return Buffer.from(marked, 'utf16le').swap16();
    case 'windows-1252':
      if (/[^\0-\x7f\xa0-\xff€]/.test(marked)) throw new Error('text has letters that Windows-1252 lacks');
      return Buffer.from(marked.replaceAll('€', '\x80'), 'latin1');
  }
}

export function tableBytes(rows: readonly (readonly Cell[])[], style: TableStyle): Buffer {
  return encodeText(delimitedText(rows, style), style.encoding, style.byteOrderMark);
}
