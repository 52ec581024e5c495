import { useEffect, useMemo, useRef } from 'react';
import { select } from '../../../state/map-store';

/** Within so long a second press makes a double one. */
const doublePressMs = 230;

/**
 * A card is selected when it is pressed, which opens its panel. One that a double press opens waits for the
 * second: the panel would come to lie under the pointer between the two.
 */
export function useCardPress() {
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);
  return useMemo(
    () => ({
      once(id: string, opensOnDoublePress: boolean) {
        clearTimeout(waiting.current);
        if (!opensOnDoublePress) select({ kind: 'box', id });
        else waiting.current = setTimeout(() => select({ kind: 'box', id }), doublePressMs);
      },
      cancel() {
        clearTimeout(waiting.current);
      },
    }),
    [],
  );
}
