import { expect, test } from 'vitest';
import { steadyDocument } from '../../export/pdf/steady-document';
import { interFont } from '../../export/picture/inter-fonts';
import { embeddedFont } from './embed-font';
import { glyphsOf, outlinesOf, readSfnt } from './sfnt';

const characters = new Set([...'Récord 1,234 – “é”'].map((character) => character.codePointAt(0) ?? 0));

test('a cut font is a small WOFF that measures the kept letters as Inter does, the same each time', () => {
  const woff = embeddedFont(600, characters);
  expect([Buffer.from(woff.subarray(0, 4)).toString(), woff.length < 60_000]).toEqual(['wOFF', true]);
  expect(Buffer.from(embeddedFont(600, characters)).equals(Buffer.from(woff))).toBe(true);
  const document = steadyDocument({ title: '', subject: '', size: [10, 10], date: new Date(0) });
  document.registerFont('cut', Buffer.from(woff)).registerFont('whole', interFont(600));
  const widthIn = (font: string): number => document.font(font).fontSize(100).widthOfString('1234é');
  expect(widthIn('cut')).toBeCloseTo(widthIn('whole'), 5);
});

test('a letter with an accent brings the parts that it is composed of', () => {
  const tables = readSfnt(interFont(400));
  const glyphs = glyphsOf(tables, [0x41, 0xe9, 0x10ffff]);
  expect([glyphs.size, [...glyphs].every((glyph) => glyph < outlinesOf(tables).length)]).toEqual([3, true]);
});
