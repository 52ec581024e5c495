import { useMemo, useRef } from 'react';
import departments from '../../../build/docs/it-departments.md?raw';
import guide from '../../../build/docs/user-guide.md?raw';
import { t } from '../../strings/text';
import { readMarkdown } from './markdown';
import { MarkdownView } from './markdown-view';
import './guide.css';

export const guidePages = { guide, departments } as const;
export type GuidePageId = keyof typeof guidePages;

interface GuidePageProps {
  readonly page: GuidePageId;
  readonly onPage: (page: GuidePageId) => void;
}

/** A page of the guide with its contents beside it. */
export function GuidePage({ page, onPage }: GuidePageProps) {
  const blocks = useMemo(() => readMarkdown(guidePages[page]), [page]);
  const text = useRef<HTMLElement>(null);
  const follow = (target: string) => {
    if (target === 'user-guide.md') onPage('guide');
    else if (target === 'it-departments.md') onPage('departments');
    else text.current?.querySelector(`[id="${CSS.escape(target.slice(1))}"]`)?.scrollIntoView();
  };
  const headings = blocks.flatMap((block) => (block.kind === 'heading' && block.level === 2 ? [block] : []));
  return (
    <div className="guide">
      <nav className="guide__contents" aria-label={t('help.contents')}>
        <ul>
          {headings.map((heading) => (
            <li key={heading.id}>
              <button type="button" className="guide__entry" onClick={() => follow(`#${heading.id}`)}>
                {heading.text}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <section
        key={page}
        ref={text}
        className="guide__text"
        aria-label={t(`help.page.${page}`)}
        {...scrollable}
      >
        <MarkdownView blocks={blocks} onFollow={follow} />
      </section>
    </div>
  );
}

/** A long text must be reachable by the keys that scroll. */
const scrollable = { tabIndex: 0 };
