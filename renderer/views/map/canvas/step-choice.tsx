import { useCallback, useMemo } from 'react';
import type { LineageNode } from '../../../../shared/model/lineage-graph';
import { useMap } from '../../../state/map-store';
import { t } from '../../../strings/text';
import { mostFrequentFirst } from '../most-frequent-first';
import { AmountChoice } from './amount-choice';

/** Fewer steps than these are read at once. */
const choiceFrom = 6;
/** One step alone has no way. */
const least = 2;

/** The most frequent steps to all of them: rare ones are left out, and their neighbours say so. */
export function StepChoice({ steps }: { readonly steps: readonly LineageNode[] }) {
  const only = useMap((state) => state.only);
  const ordered = useMemo(() => mostFrequentFirst(steps), [steps]);
  const choose = useCallback(
    (count: number) => useMap.setState({ only: count >= ordered.length ? null : ordered.slice(0, count) }),
    [ordered],
  );
  if (steps.length < choiceFrom) return null;
  const shown = only === null ? steps.length : steps.filter(({ id }) => only.includes(id)).length;
  return (
    <AmountChoice
      label={t('map.choose.steps')}
      shown={shown}
      all={steps.length}
      range={{ least, most: steps.length, value: shown }}
      onChoose={choose}
    />
  );
}
