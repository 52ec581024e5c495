import type { DrawingItem } from '../../../../shared/diagram/drawing';
import { prose } from '../document/prose';
import type { Block } from '../document/report-document';
import { colours, styles } from './page-style';
import type { PageWriter } from './page-writer';
import type { TaggedElement } from './paged-report';
import { setPicture } from './set-picture';
import { setProse } from './set-prose';
import { setTable } from './set-table';

/** Sets one block at the cursor; a heading in it is of the level given, so that none is skipped. */
export function setBlock(
  writer: PageWriter,
  block: Block,
  level: 'H2' | 'H3' = 'H3',
): readonly TaggedElement[] {
  switch (block.kind) {
    case 'heading': {
      const lines = setProse(prose(block.text), styles.heading, writer.width);
      // A heading never stands alone at the foot of a page.
      writer.need(lines.length * styles.heading.leading + 44);
      writer.skip(5);
      const children = writer.lines(lines, styles.heading);
      writer.y += 2;
      return [{ tag: level, children }];
    }
    case 'paragraph': {
      const style = styles[block.tone];
      const lines = setProse(block.text, style, writer.width);
      if (lines.length === 0) return [];
      writer.need(Math.min(2, lines.length) * style.leading);
      const children = writer.lines(lines, style);
      writer.skip(block.tone === 'lead' ? 9 : 6);
      return [{ tag: 'P', children }];
    }
    case 'list':
      return [setList(writer, block)];
    case 'numbers':
      return [setNumbers(writer, block)];
    case 'table':
      return [setTable(writer, block)];
    case 'picture':
      return setPicture(writer, block);
  }
}

const indent = 13;

function setList(writer: PageWriter, { items }: Extract<Block, { kind: 'list' }>): TaggedElement {
  const children = items.map((item): TaggedElement => {
    const lines = setProse(item, styles.body, writer.width - indent);
    writer.need(Math.min(2, lines.length) * styles.body.leading);
    const bullet: DrawingItem = {
      kind: 'rectangle',
      x: writer.left + 3,
      y: writer.y + styles.body.leading * 0.42,
      width: 3,
      height: 3,
      radius: 0,
      fill: colours.accent,
    };
    writer.artifact(bullet);
    const body: TaggedElement = {
      tag: 'LBody',
      children: writer.lines(lines, styles.body, writer.left + indent),
    };
    writer.skip(2);
    return { tag: 'LI', children: [body] };
  });
  writer.skip(5);
  return { tag: 'L', children };
}

/** Numbers side by side, each over its words. */
function setNumbers(writer: PageWriter, { items }: Extract<Block, { kind: 'numbers' }>): TaggedElement {
  const gap = 14;
  const width = (writer.width - gap * (items.length - 1)) / Math.max(1, items.length);
  const cells = items.map(({ value, label }) => ({
    value: setProse(value, styles.number, width),
    label: setProse(prose(label), styles.label, width - 4),
  }));
  const labelLines = Math.max(0, ...cells.map(({ label }) => label.length));
  const height = styles.number.leading + labelLines * styles.label.leading + 6;
  writer.need(height);
  const top = writer.y + 4;
  const children = cells.map(({ value, label }, index): TaggedElement => {
    const x = writer.left + index * (width + gap);
    writer.artifact({
      kind: 'rectangle',
      x,
      y: writer.y,
      width,
      height: 1.6,
      radius: 0,
      fill: colours.accent,
    });
    return {
      tag: 'LI',
      children: [
        { tag: 'Lbl', children: writer.place(value, styles.number, x, top) },
        { tag: 'LBody', children: writer.place(label, styles.label, x, top + styles.number.leading) },
      ],
    };
  });
  writer.y += height + 8;
  return { tag: 'L', children };
}
