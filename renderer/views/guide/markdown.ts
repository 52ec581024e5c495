/** A run of text in a line of the guide. */
export type Inline =
  | { readonly kind: 'text' | 'strong' | 'emphasis' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly target: string };

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly id: string; readonly text: string }
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  | {
      readonly kind: 'list';
      readonly isOrdered: boolean;
      readonly items: readonly (readonly Inline[])[];
    }
  | {
      readonly kind: 'table';
      readonly header: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'image'; readonly file: string; readonly text: string };

const inlinePattern = /`([^`]+)`|\*\*([^*]+)\*\*|\*([^*]+)\*|\[([^\]]+)\]\(([^)\s]+)\)/g;

/** The runs of a line. What is not of the subset is plain text: nothing is ever read as markup of a page. */
export function inlineOf(line: string): readonly Inline[] {
  const runs: Inline[] = [];
  let at = 0;
  for (const match of line.matchAll(inlinePattern)) {
    if (match.index > at) runs.push({ kind: 'text', text: line.slice(at, match.index) });
    const [whole, code, strong, emphasis, text, target] = match;
    if (code !== undefined) runs.push({ kind: 'code', text: code });
    else if (strong !== undefined) runs.push({ kind: 'strong', text: strong });
    else if (emphasis !== undefined) runs.push({ kind: 'emphasis', text: emphasis });
    else runs.push({ kind: 'link', text: text ?? whole, target: target ?? '' });
    at = match.index + whole.length;
  }
  if (at < line.length) runs.push({ kind: 'text', text: line.slice(at) });
  return runs;
}

/** "Losses, and why" → "losses-and-why": the address that links within the guide use. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s+/g, '-');
}

/**
 * The blocks of a text in the subset of Markdown that the guide is written in: headings, paragraphs, flat
 * lists, tables, fenced code and pictures on a line of their own.
 */
export function readMarkdown(text: string): readonly Block[] {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const blocks: Block[] = [];
  let at = 0;
  const takeWhile = (fits: (line: string) => boolean) => {
    const from = at;
    while (at < lines.length && fits(lines[at] ?? '')) at += 1;
    return lines.slice(from, at);
  };
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const heading = /^(#{1,3}) (.+)$/.exec(line);
    const image = /^!\[([^\]]*)\]\(([^)\s]+)\)$/.exec(line.trim());
    if (line.trim() === '') at += 1;
    else if (heading !== null) {
      const words = heading[2] ?? '';
      const level = heading[1]?.length === 1 ? 1 : heading[1]?.length === 2 ? 2 : 3;
      blocks.push({ kind: 'heading', level, id: anchorOf(words), text: words });
      at += 1;
    } else if (image !== null) {
      const file = (image[2] ?? '').split('/').at(-1) ?? '';
      blocks.push({ kind: 'image', file, text: image[1] ?? '' });
      at += 1;
    } else if (line.startsWith('```')) {
      at += 1;
      const code = takeWhile((each) => !each.startsWith('```'));
      at += 1;
      blocks.push({ kind: 'code', text: code.join('\n') });
    } else if (line.startsWith('|')) blocks.push(tableOf(takeWhile((each) => each.startsWith('|'))));
    else if (isItem(line)) blocks.push(listOf(takeWhile((each) => isItem(each) || /^\s+\S/.test(each))));
    else {
      const words = takeWhile((each) => each.trim() !== '' && !startsBlock(each));
      blocks.push({ kind: 'paragraph', content: inlineOf(words.join(' ')) });
    }
  }
  return blocks;
}

const isItem = (line: string) => /^(?:- |\d+\. )/.test(line);
const startsBlock = (line: string) => isItem(line) || /^(?:#{1,3} |\||```|!\[)/.test(line);

function listOf(lines: readonly string[]): Block {
  const items: string[] = [];
  for (const line of lines) {
    if (isItem(line)) items.push(line.replace(/^(?:- |\d+\. )/, ''));
    else items.push(`${items.pop() ?? ''} ${line.trim()}`);
  }
  return { kind: 'list', isOrdered: /^\d/.test(lines[0] ?? ''), items: items.map(inlineOf) };
}

function tableOf(lines: readonly string[]): Block {
  const cells = (line: string) =>
    line
      .replace(/^\|/, '')
      .replace(/\|\s*$/, '')
      .split('|')
      .map((cell) => inlineOf(cell.trim()));
  const [header = '', , ...rows] = lines;
  return { kind: 'table', header: cells(header), rows: rows.map(cells) };
}
