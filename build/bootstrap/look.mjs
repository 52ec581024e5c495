// For developers: starts the app (under Xvfb where there is no display), does some steps and takes pictures.
//   node build/bootstrap/look.mjs [--case FILE] [--theme dark] [--size 1280x800] [--wait SELECTOR]
//                                 [--script steps.json] [--out FILE.png]
// The script is a list of steps, each an object with one key:
//   {"click": S} {"double": S} {"hover": S} {"fill": [S, text]} {"select": [S, value]} {"press": "Control+K"} {"wait": S} {"gone": S}
//   {"command": "go.map"}  a menu command        {"dialog": [paths]}  what the next file dialogs answer
//   {"drop": [paths]}      files or folders dropped on the window     {"drag": [S, dx, dy]}
//   {"eval": "code"}       printed               {"text": S}          printed
//   {"media": {"forcedColors": "active", "reducedMotion": "reduce"}}  what the system asks for
//   {"shot": "FILE.png"}   a picture in between  {"pause": 500}  milliseconds
// S is a Playwright selector. What the page logs or throws is printed.
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openDisplay } from './display.mjs';
import { dropFiles } from './drop-files.mjs';
import { launchApp } from './launch.mjs';
import { ensureSampleFiles } from './sample.mjs';
import { SetupError, say } from './say.mjs';
import { command, setUpApp } from './setup.mjs';

const { values } = parseArgs({
  options: {
    case: { type: 'string' },
    theme: { type: 'string', default: 'light' },
    size: { type: 'string', default: '1280x800' },
    wait: { type: 'string' },
    script: { type: 'string' },
    out: { type: 'string' },
  },
});

async function takePicture(page, file) {
  mkdirSync(dirname(resolve(file)), { recursive: true });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.screenshot({ path: file, animations: 'disabled' });
  say(`picture: ${file}`);
}

async function sendCommand(electron, id) {
  await electron.evaluate(
    ({ Menu }, wanted) => Menu.getApplicationMenu().getMenuItemById(wanted).click(),
    id,
  );
}

async function answerDialogs(electron, paths) {
  await electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: chosen.length === 0, filePaths: chosen });
    dialog.showSaveDialog = async () => ({ canceled: chosen.length === 0, filePath: chosen[0] ?? '' });
  }, paths);
}

async function drag(page, [selector, dx, dy]) {
  const box = await page.locator(selector).first().boundingBox();
  if (box === null) throw new Error(`nothing to drag at ${selector}`);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + dx, box.y + box.height / 2 + dy, { steps: 8 });
  await page.mouse.up();
}

const steps = {
  click: ({ page }, selector) => page.locator(selector).first().click(),
  double: ({ page }, selector) => page.locator(selector).first().dblclick(),
  hover: ({ page }, selector) => page.locator(selector).first().hover(),
  fill: ({ page }, [selector, text]) => page.locator(selector).first().fill(text),
  select: ({ page }, [selector, value]) => page.locator(selector).first().selectOption(value),
  press: ({ page }, keys) => page.keyboard.press(keys),
  wait: ({ page }, selector) => page.locator(selector).first().waitFor(),
  gone: ({ page }, selector) => page.locator(selector).first().waitFor({ state: 'hidden' }),
  command: ({ electron }, id) => sendCommand(electron, id),
  dialog: ({ electron }, paths) => answerDialogs(electron, paths),
  drop: ({ page }, paths) => dropFiles(page, paths),
  drag: ({ page }, what) => drag(page, what),
  eval: async ({ page }, code) => say(`eval: ${JSON.stringify(await page.evaluate(code))}`),
  text: async ({ page }, selector) => say(`text: ${await page.locator(selector).allInnerTexts()}`),
  pause: ({ page }, milliseconds) => page.waitForTimeout(milliseconds),
  media: ({ page }, features) => page.emulateMedia(features),
  shot: ({ page }, file) => takePicture(page, file),
};

await command(async () => {
  const runtime = await setUpApp('sample');
  ensureSampleFiles();
  const display = await openDisplay();
  const [width, height] = values.size.split('x').map(Number);
  const app = await launchApp({
    executable: runtime.executable,
    env: display.env,
    casePath: values.case && resolve(values.case),
    theme: values.theme,
    size: { width, height },
  });
  try {
    app.page.on('console', (message) => say(`console ${message.type()}: ${message.text()}`));
    app.page.on('pageerror', (error) => say(`page error: ${error.stack ?? error.message}`));
    app.page.setDefaultTimeout(15_000);
    await app.page.waitForLoadState();
    if (values.wait) await app.page.locator(values.wait).first().waitFor();
    for (const step of values.script ? JSON.parse(readFileSync(values.script, 'utf8')) : []) {
      const [[name, value]] = Object.entries(step);
      if (!Object.hasOwn(steps, name)) throw new SetupError(`There is no step "${name}".`);
      // The picture shows where it got stuck.
      await steps[name](app, value).catch((error) => {
        process.exitCode = 1;
        say(`the step ${JSON.stringify(step)} failed: ${error.message}`);
      });
      if (process.exitCode === 1) break;
    }
    if (values.out) await takePicture(app.page, values.out);
  } finally {
    await app.close();
    display.stop();
  }
});
