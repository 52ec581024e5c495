import { isDarkNow } from '../../state/theme-store';

/** Addresses of the guide's pictures, made by build/docs/make-screenshots.mjs. */
const found = import.meta.glob<string>('../../../build/screenshots/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
});
const byName = new Map(Object.entries(found).map(([path, url]) => [path.split('/').at(-1) ?? '', url]));

/** The picture in the colours of the window; null where there is none. */
export function pictures(file: string): string | null {
  const wanted = isDarkNow() ? file.replace('-light', '-dark') : file;
  return byName.get(wanted) ?? byName.get(file) ?? null;
}
