import { ChevronDown, ChevronUp, ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { ReportPreview } from '../../../shared/contract/report-methods';
import { t } from '../../strings/text';
import { IconButton } from '../../widgets/button';
import { PagePicture } from './page-picture';

interface PagePreviewProps {
  readonly preview: ReportPreview;
  readonly isRunning: boolean;
  /** The page to show; `turn` makes an equal wish be followed again. */
  readonly wanted: { readonly page: number; readonly turn: number };
}

/** The report page by page, one below the other. */
export function PagePreview({ preview, isRunning, wanted }: PagePreviewProps) {
  const pages = useRef<HTMLOListElement>(null);
  const [zoom, setZoom] = useState(0);
  const { near, current } = useSight(pages, preview.pages.length);

  const show = (page: number) => pages.current?.children[page]?.scrollIntoView({ block: 'start' });

  useEffect(() => {
    // A page of the former report may be gone.
    if (wanted.turn > 0) pages.current?.children[wanted.page]?.scrollIntoView({ block: 'start' });
  }, [wanted]);

  return (
    <section className="report__preview" aria-label={t('report.preview')} aria-busy={isRunning}>
      <div className="report__pager">
        <IconButton
          icon={ChevronUp}
          label={t('report.previousPage')}
          disabled={current === 0}
          onClick={() => show(current - 1)}
        />
        <IconButton
          icon={ChevronDown}
          label={t('report.nextPage')}
          disabled={current >= preview.pages.length - 1}
          onClick={() => show(current + 1)}
        />
        <span className="numeric">
          {t('report.pageOf', { page: current + 1, count: preview.pages.length })}
        </span>
        {isRunning && <span className="report__busy">{t('report.updating')}</span>}
        <span className="report__zoom">
          <IconButton
            icon={ZoomOut}
            label={t('report.zoomOut')}
            disabled={zoom === 0}
            onClick={() => setZoom(zoom - 1)}
          />
          <IconButton
            icon={ZoomIn}
            label={t('report.zoomIn')}
            disabled={zoom === zooms.length - 1}
            onClick={() => setZoom(zoom + 1)}
          />
        </span>
      </div>
      <ol ref={pages} className="report__pages" data-zoom={zooms[zoom]} aria-label={t('report.pages')}>
        {preview.pages.map((drawing, index) => (
          <li key={pageKey(index)} data-page={index}>
            <PagePicture
              drawing={drawing}
              label={t('report.pageLabel', { page: index + 1, count: preview.pages.length })}
              isDrawn={near.has(index)}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** In percent of the width of the view. */
const zooms = [100, 150, 200] as const;

const pageKey = (index: number): string => `page ${index}`;

/** Which pages are near enough to be drawn, and the one that is looked at. */
function useSight(list: React.RefObject<HTMLOListElement | null>, count: number) {
  const [near, setNear] = useState<ReadonlySet<number>>(new Set([0, 1]));
  const [current, setCurrent] = useState(0);
  useEffect(() => {
    const root = list.current;
    if (root === null || count === 0) return;
    // What scrolls is reached by keyboard, though nothing in it can be operated.
    root.tabIndex = 0;
    const drawn = new IntersectionObserver(
      (entries) =>
        setNear((before) => {
          const after = new Set(before);
          for (const { target, isIntersecting } of entries) {
            const page = Number((target as HTMLElement).dataset.page);
            if (isIntersecting) after.add(page);
            else after.delete(page);
          }
          return after;
        }),
      { root, rootMargin: '900px 0px' },
    );
    const seen = () => {
      const middle = root.scrollTop + root.clientHeight / 3;
      const pages = [...root.children] as HTMLElement[];
      const at = pages.findLastIndex((page) => page.offsetTop <= middle);
      setCurrent(Math.max(0, at));
    };
    for (const page of root.children) drawn.observe(page);
    root.addEventListener('scroll', seen, { passive: true });
    seen();
    return () => {
      drawn.disconnect();
      root.removeEventListener('scroll', seen);
    };
  }, [list, count]);
  return { near, current };
}
