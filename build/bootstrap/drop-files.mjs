// Drops real files or folders on the page as a person does with the mouse, through the browser's own input
// protocol: files made up inside the page would have no path.
import { resolve } from 'node:path';

/** Drops what lies at these paths on the middle of the window, or at `point`. */
export async function dropFiles(page, paths, point) {
  const size = await page.evaluate(() => ({ width: window.innerWidth, height: window.innerHeight }));
  const { x, y } = point ?? { x: Math.round(size.width / 2), y: Math.round(size.height / 2) };
  const client = await page.context().newCDPSession(page);
  const data = { items: [], files: paths.map((path) => resolve(path)), dragOperationsMask: 1 };
  const drag = (type) => client.send('Input.dispatchDragEvent', { type, x, y, data });
  await drag('dragEnter');
  await drag('dragOver');
  // A person lets go when the window says that it will take the files.
  await page.locator('.drop-zone').waitFor();
  await drag('drop');
  await client.detach();
}
