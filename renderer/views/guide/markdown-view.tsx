import type { ReactNode } from 'react';
import type { Block, Inline } from './markdown';
import { pictures } from './pictures';

interface MarkdownViewProps {
  readonly blocks: readonly Block[];
  /** `#heading` or the file name of another page. */
  readonly onFollow: (target: string) => void;
}

/** The guide as elements: text only ever becomes text. */
export function MarkdownView({ blocks, onFollow }: MarkdownViewProps) {
  return numbered(blocks).map(({ key, item }) => <BlockView key={key} block={item} onFollow={onFollow} />);
}

function BlockView({ block, onFollow }: { readonly block: Block } & Pick<MarkdownViewProps, 'onFollow'>) {
  const runs = (content: readonly Inline[]) =>
    numbered(content).map(({ key, item }) => show(item, key, onFollow));
  switch (block.kind) {
    case 'heading':
      return <Heading block={block} />;
    case 'paragraph':
      return <p>{runs(block.content)}</p>;
    case 'code':
      return (
        <pre className="guide__code">
          <code>{block.text}</code>
        </pre>
      );
    case 'image':
      return <Picture file={block.file} text={block.text} />;
    case 'list': {
      const items = numbered(block.items).map((entry) => <li key={entry.key}>{runs(entry.item)}</li>);
      return block.isOrdered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'table':
      return <Table block={block} runs={runs} />;
  }
}

function Heading({ block }: { readonly block: Extract<Block, { kind: 'heading' }> }) {
  // The dialog's title is the second level: the page begins below it.
  if (block.level === 1) return <h3 id={block.id}>{block.text}</h3>;
  return block.level === 2 ? <h4 id={block.id}>{block.text}</h4> : <h5 id={block.id}>{block.text}</h5>;
}

function Picture({ file, text }: { readonly file: string; readonly text: string }) {
  const picture = pictures(file);
  if (picture === null) return null;
  return (
    <figure>
      <img src={picture} alt={text} width={1280} height={800} loading="lazy" />
      <figcaption aria-hidden="true">{text}</figcaption>
    </figure>
  );
}

interface TableProps {
  readonly block: Extract<Block, { kind: 'table' }>;
  readonly runs: (content: readonly Inline[]) => ReactNode;
}

function Table({ block, runs }: TableProps) {
  return (
    <table>
      <thead>
        <tr>
          {numbered(block.header).map(({ key, item }) => (
            <th key={key} scope="col">
              {runs(item)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {numbered(block.rows).map(({ key, item: row }) => (
          <tr key={key}>
            {numbered(row).map((cell) => (
              <td key={cell.key}>{runs(cell.item)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What the guide says never moves: its place is its key. */
const numbered = <T,>(items: readonly T[]) => items.map((item, at) => ({ key: String(at), item }));

function show(run: Inline, key: string, onFollow: (target: string) => void): ReactNode {
  switch (run.kind) {
    case 'text':
      return run.text;
    case 'strong':
      return <strong key={key}>{run.text}</strong>;
    case 'emphasis':
      return <em key={key}>{run.text}</em>;
    case 'code':
      return <code key={key}>{run.text}</code>;
    case 'link':
      return (
        <button key={key} type="button" className="guide__link" onClick={() => onFollow(run.target)}>
          {run.text}
        </button>
      );
  }
}
