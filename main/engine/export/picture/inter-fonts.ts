import { readFileSync } from 'node:fs';
import type { FontWeight } from '../../../../shared/diagram/scene';
import { assetFile } from './asset-file';

const files: Readonly<Record<FontWeight, string>> = {
  400: '400Regular/Inter_400Regular.ttf',
  500: '500Medium/Inter_500Medium.ttf',
  600: '600SemiBold/Inter_600SemiBold.ttf',
  700: '700Bold/Inter_700Bold.ttf',
};

export const fontWeights: readonly FontWeight[] = [400, 500, 600, 700];

/** The font file of one weight of Inter. */
export function interFont(weight: FontWeight): Buffer {
  return readFileSync(assetFile(`@expo-google-fonts/inter/${files[weight]}`));
}
