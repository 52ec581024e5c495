import fc from 'fast-check';
import { expect, test } from 'vitest';
import departments from '../../../build/docs/it-departments.md?raw';
import guide from '../../../build/docs/user-guide.md?raw';
import { anchorOf, type Block, type Inline, inlineOf, readMarkdown } from './markdown';

const sample = `# Title

First line
and **second** with \`code\` and [a link](#there).

1. one
   goes on
2. two

| A | B |
| --- | --- |
| x | *y* |

\`\`\`sh
npm start
\`\`\`

![The map](../screenshots/map-light.png)
## There, again
- item
`;

test('the subset becomes blocks', () => {
  const text = (words: string): Inline => ({ kind: 'text', text: words });
  expect(readMarkdown(sample)).toEqual([
    { kind: 'heading', level: 1, id: 'title', text: 'Title' },
    {
      kind: 'paragraph',
      content: [
        text('First line and '),
        { kind: 'strong', text: 'second' },
        text(' with '),
        { kind: 'code', text: 'code' },
        text(' and '),
        { kind: 'link', text: 'a link', target: '#there' },
        text('.'),
      ],
    },
    { kind: 'list', isOrdered: true, items: [[text('one goes on')], [text('two')]] },
    {
      kind: 'table',
      header: [[text('A')], [text('B')]],
      rows: [[[text('x')], [{ kind: 'emphasis', text: 'y' }]]],
    },
    { kind: 'code', text: 'npm start' },
    { kind: 'image', file: 'map-light.png', text: 'The map' },
    { kind: 'heading', level: 2, id: 'there-again', text: 'There, again' },
    { kind: 'list', isOrdered: false, items: [[text('item')]] },
  ] satisfies readonly Block[]);
});

test('any text is read to its end, and no letter of a plain line is lost', () => {
  fc.assert(fc.property(fc.string({ maxLength: 300 }), (any) => readMarkdown(any).length >= 0));
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z <>&'"/]{1,60}$/), (plain) => {
      expect(
        inlineOf(plain)
          .map((run) => run.text)
          .join(''),
      ).toBe(plain);
    }),
  );
});

test('every link within the guide leads to a heading, and every page that is linked exists', () => {
  const pages = ['user-guide.md', 'it-departments.md'];
  const broken = [guide, departments].flatMap((page) => {
    const blocks = readMarkdown(page);
    const anchors = blocks.flatMap((block) => (block.kind === 'heading' ? [`#${anchorOf(block.text)}`] : []));
    const runs = blocks.flatMap((block) => {
      if (block.kind === 'paragraph') return block.content;
      if (block.kind === 'list') return block.items.flat();
      return block.kind === 'table' ? [...block.header, ...block.rows.flat()].flat() : [];
    });
    return runs.filter(
      (run) => run.kind === 'link' && !anchors.includes(run.target) && !pages.includes(run.target),
    );
  });
  expect(broken).toEqual([]);
});
