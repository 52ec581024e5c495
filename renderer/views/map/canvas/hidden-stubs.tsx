import { useContext } from 'react';
import { useMap } from '../../../state/map-store';
import { t } from '../../../strings/text';
import { EmphasisContext } from './emphasis-context';

/** So many cards are read at once. */
const fewEnough = 30;

/** Says on a card how many neighbours a filter hides, and brings them in, one hop at a time. */
export function HiddenStubs({ id, name }: { readonly id: string; readonly name: string }) {
  const hidden = useContext(EmphasisContext).hidden.get(id);
  if (hidden === undefined) return null;
  const show = (ids: readonly string[]) =>
    useMap.setState(({ only, fits }) => {
      if (only === null) return {};
      const shown = [...new Set([...only, ...ids])];
      // What was asked for is to be seen; among many, the window rather stays where it is.
      return { only: shown, fits: shown.length <= fewEnough ? fits + 1 : fits };
    });
  return (
    <>
      {hidden.upstream.length > 0 && (
        <button
          type="button"
          className="map-stub map-stub--upstream nodrag nopan"
          aria-label={t('map.showUpstream', { count: hidden.upstream.length, name })}
          onClick={() => show(hidden.upstream)}
        >
          {t('map.stub', { count: hidden.upstream.length })}
        </button>
      )}
      {hidden.downstream.length > 0 && (
        <button
          type="button"
          className="map-stub map-stub--downstream nodrag nopan"
          aria-label={t('map.showDownstream', { count: hidden.downstream.length, name })}
          onClick={() => show(hidden.downstream)}
        >
          {t('map.stub', { count: hidden.downstream.length })}
        </button>
      )}
    </>
  );
}
