import { useReactFlow, useStore } from '@xyflow/react';
import { Maximize, Minus, Plus } from 'lucide-react';
import { formatPercent } from '../../../strings/format';
import { t } from '../../../strings/text';
import { IconButton } from '../../../widgets/button';

export function CanvasControls({ onFit }: { readonly onFit: () => void }) {
  const { zoomIn, zoomOut, zoomTo } = useReactFlow();
  const percent = useStore((state) => formatPercent(state.transform[2]));
  return (
    <div className="canvas-controls" role="toolbar" aria-label={t('map.zoom')}>
      <IconButton icon={Minus} label={t('map.zoomOut')} onClick={() => void zoomOut()} />
      <button
        type="button"
        className="canvas-controls__zoom numeric"
        title={t('map.zoomTo')}
        onClick={() => void zoomTo(1)}
      >
        {percent}
      </button>
      <IconButton icon={Plus} label={t('map.zoomIn')} onClick={() => void zoomIn()} />
      <IconButton icon={Maximize} label={t('map.fit')} onClick={onFit} />
    </div>
  );
}
