import { expect, test } from 'vitest';
import { groupHeading } from './group-frame';

const linesOf = (name: string, width: number) => groupHeading(name, 3, width).map(({ text }) => text);

test('a name that is too long for its frame stands in two lines, with the count after them', () => {
  expect(linesOf('Solo Clinic', 240)).toEqual(['Solo Clinic', '3']);
  expect(linesOf('Quillford Records Agency of the North', 240)).toEqual([
    'Quillford Records Agency of the',
    'North',
    '3',
  ]);
});

test('both lines stand over the cards', () => {
  const texts = groupHeading('Northern Regional Hospitals and Community Services', 12, 240);
  expect(texts.every(({ y, size }) => y - size >= 0 && y <= 30)).toBe(true);
});
