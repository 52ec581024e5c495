import { expect, test } from 'vitest';
import { prose } from '../document/prose';
import { margins, styles } from './page-style';
import { PageWriter } from './page-writer';
import { setProse } from './set-prose';

/** So many lines, each with 40 points before it, below a line that stands already. */
function setLines(count: number) {
  const writer = new PageWriter('A4');
  writer.begin(false);
  const line = () => writer.lines(setProse(prose('A line'), styles.body, 300), styles.body);
  line();
  writer.onThisPage(() => {
    for (let n = 0; n < count; n++) {
      writer.skip(40);
      writer.artifact({ kind: 'rectangle', x: 0, y: writer.y, width: 1, height: 1, radius: 0 });
      line();
    }
  });
  return {
    pages: writer.pages.length,
    marks: writer.pages.map(({ artifacts }) => artifacts.length),
    space: (writer.y - margins.top - (count + 1) * styles.body.leading) / count,
  };
}

test('what runs over its page is set closer, once, and only as far as it must', () => {
  expect([10, 16, 22].map(setLines)).toEqual([
    { pages: 1, marks: [10], space: 40 },
    { pages: 1, marks: [16], space: 28 },
    { pages: 1, marks: [22], space: 16 },
  ]);
});

test('what no space can save goes on, on the next page', () => {
  const { pages, marks } = setLines(60);
  expect([pages, marks[0] === undefined ? 0 : marks.reduce((sum, n) => sum + n, 0)]).toEqual([2, 60]);
});
