import {
  ArrowRight,
  Building2,
  Database,
  FileText,
  Hash,
  type LucideIcon,
  MapPin,
  Server,
  Tag,
  TriangleAlert,
} from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import type { SearchHit } from '../../shared/contract/map-methods';
import { goTo } from '../state/navigation-store';
import { useAnswer } from '../state/use-answer';
import { t } from '../strings/text';
import { SearchList } from '../widgets/search-list';
import './global-search.css';

const icons: Readonly<Record<SearchHit['kind'], LucideIcon>> = {
  system: Server,
  dataset: Database,
  party: Building2,
  site: MapPin,
  flow: ArrowRight,
  message: FileText,
  record: Hash,
  warning: TriangleAlert,
  attribute: Tag,
};

function follow(hit: SearchHit): void {
  if (hit.kind === 'record' || hit.kind === 'message') goTo('records', { text: hit.name });
  else if (hit.nodeId !== null) goTo('map', { nodeId: hit.nodeId });
  else if (hit.kind === 'dataset' || hit.kind === 'party') goTo('owners', { text: hit.name });
  else if (hit.kind === 'flow') goTo('map', { flow: hit.name });
  else goTo('map', { text: hit.name });
}

/** Finds anything in the case while one types; a hit on the map is centred there. */
export function GlobalSearch({ shortcut }: { readonly shortcut: string }) {
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const answer = useAnswer('search', asked === '' ? null : { text: asked, limit: 30 });
  const hits = asked === '' ? [] : (answer.value ?? []);
  return (
    <div className="global-search" data-global-search>
      <SearchList
        label={t('search.label')}
        placeholder={t('search.placeholder')}
        text={text}
        onText={setText}
        shape="popup"
        emptyText={
          answer.isLoading || asked === ''
            ? null
            : (answer.failure?.message ?? t('search.none', { text: asked }))
        }
        onDone={() => {
          setText('');
          document.getElementById('content')?.focus();
        }}
        hint={text === '' && <kbd className="key-hint">{shortcut}</kbd>}
        items={hits.map((hit, index) => {
          const Icon = icons[hit.kind];
          return {
            key: `${hit.kind} ${hit.name} ${index}`,
            onChoose: () => follow(hit),
            content: (
              <>
                <Icon className="global-search__icon" size={15} aria-hidden />
                <span className="global-search__name truncate">{hit.name}</span>
                <span className="global-search__context truncate">{hit.context}</span>
                <span className="global-search__kind">{t(`search.kind.${hit.kind}`)}</span>
              </>
            ),
          };
        })}
      />
    </div>
  );
}
