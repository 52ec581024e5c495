import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { hostileInput, mapInput, sampleInput } from '../testing/export-inputs';
import { htmlExporter } from './html-exporter';
import { viewerScript } from './viewer-script';

const pageOf = async (input = sampleInput()) => String((await htmlExporter.write(input)).content);

describe('the HTML page', () => {
  test('allows its own script and style by hash and nothing else', async () => {
    const page = await pageOf();
    const hashOf = (tag: string) => {
      const content = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(page)?.[1] ?? '';
      return `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
    };
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1];
    expect(policy).toBe(
      `default-src 'none'; script-src ${hashOf('script')}; style-src ${hashOf('style')}; base-uri 'none'; form-action 'none'`,
    );
  });

  test('refers to nothing outside itself and has no inline handlers', async () => {
    const page = (await pageOf()).replaceAll('http://www.w3.org/2000/svg', '');
    expect(page.match(/https?:|src=|href=|url\(|@import|\son\w+=|javascript:/g)).toBeNull();
  });

  test('has a script that parses, and turns no text into markup', () => {
    expect(() => new Function(viewerScript)).not.toThrow();
    expect(viewerScript.match(/innerHTML|outerHTML|insertAdjacent|document\.write|eval\(/g)).toBeNull();
  });

  test('holds a card for everything on the map, and every flow in its tables', async () => {
    const page = await pageOf();
    const data = JSON.parse(/id="data">([\s\S]*?)<\/script>/.exec(page)?.[1] ?? '');
    expect([data.boxes.length, data.lines.length]).toEqual([25, 40]);
    expect(page.match(/<g class="card"/g)?.length).toBe(25);
    expect(page.match(/<tr>/g)?.length).toBe(2 + 25 + 40);
  });

  test('keeps hostile names as text', async () => {
    const page = await pageOf(hostileInput());
    expect(page.match(/<script/g)?.length).toBe(2);
    expect(page.match(/<\/script/g)?.length).toBe(2);
    expect(page.match(/<img|<b>|<iframe|<object/g)).toBeNull();
    const data = JSON.parse(/id="data">([\s\S]*?)<\/script>/.exec(page)?.[1] ?? '');
    expect(data.boxes.some((box: { name: string }) => box.name === '<script>alert(1)</script>')).toBe(true);
  });

  test('draws a collapsed group as a card that can be chosen', async () => {
    const input = sampleInput();
    const collapsed = input.graph?.groups.map((group) => group.id) ?? [];
    const page = await pageOf(input.graph === undefined ? input : mapInput(input.graph, { collapsed }));
    expect(page.match(/<g class="card"/g)?.length).toBe(5);
  });
});
