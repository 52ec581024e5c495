import { expect, test } from 'vitest';
import { importedCase } from '../analyse/testing/imported-case';
import { beats, logText } from '../analyse/testing/small-logs';
import { createEngine } from '../engine';

test('declared flows are counted by pairs of systems, without those that only a log shows', async () => {
  const temporary = await importedCase({
    'flows.csv': 'Source,Destination,Dataset,Status\nA,B,Letters,live\nA,B,Results,live\nB,C,Letters,planned',
    'log.csv': logText([...beats('A', 0, 60), [70, 'A', 'sent', 'C', 'm1', 'r1']]),
  });
  try {
    const engine = createEngine();
    engine.context.use(temporary.openCase);
    const info = await engine.call('case.info', {});
    const graph = await engine.call('map.graph', { level: 'system', groupBy: 'none' });
    expect([info, graph]).toMatchObject([
      { ok: true, value: { counts: { flows: 3, declaredFlows: 2 } } },
      { ok: true, value: { edges: { length: 3 } } },
    ]);
  } finally {
    temporary.remove();
  }
});
