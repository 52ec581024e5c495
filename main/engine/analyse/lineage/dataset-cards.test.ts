import { afterEach, expect, it } from 'vitest';
import { EngineContext } from '../../context';
import { graphOf } from '../../methods/map-handlers';
import { type TemporaryCase, temporaryCase } from '../../testing/temporary-case';

let test: TemporaryCase;
afterEach(() => test.dispose());

function nodes(level: 'dataset' | 'system' = 'dataset') {
  const context = new EngineContext();
  context.use(test.openCase);
  return graphOf(context, level, 'none').nodes;
}

it('a dataset that no inventory lists where a flow takes it is named by that flow, and planned where all are', async () => {
  test = temporaryCase();
  await test.importText(
    'flows.csv',
    'Source,Destination,Dataset,Status\nLab,Engine,Results,live\nEngine,Cloud,Results,planned\n',
  );
  await test.importText(
    'log.csv',
    'Timestamp,Logged by,Event,Peer,Message Control ID,NHS Number\n2024-05-06T10:00:00Z,Lab,sent,Ward,M1,1\n',
  );
  const told = nodes().map(({ id, isDeclared, namedBy, status }) => [id, isDeclared, namedBy, status]);
  expect(told).toEqual([
    ['dataset:dataset not recorded@lab', false, undefined, 'live'],
    ['dataset:dataset not recorded@ward', false, undefined, 'live'],
    ['dataset:results@cloud', false, 'flow', 'planned'],
    ['dataset:results@engine', false, 'flow', 'live'],
    ['dataset:results@lab', false, 'flow', 'live'],
  ]);
  expect(nodes('system').map(({ name, namedBy }) => [name, namedBy])).toEqual([
    ['Cloud', 'flow'],
    ['Engine', 'flow'],
    ['Lab', 'flow'],
    ['Ward', undefined],
  ]);
});

it('the owner of a dataset is its asset owner, else its controller; a blank is missing, no question not recorded', async () => {
  test = temporaryCase();
  await test.importText(
    'register.csv',
    [
      'System,Dataset,Data Controller,Information Asset Owner',
      'EPR,Letters,Trust,Head of Records',
      'EPR,Results,Trust,',
      'EPR,Notes,,',
      '',
    ].join('\n'),
  );
  await test.importText('holdings.csv', 'System,Dataset\nHub,Images\n');
  const owners = nodes().map(({ name, lines }) => {
    const owner = lines.find(({ label }) => label === 'Owner');
    return [name, owner?.text, owner?.state];
  });
  expect(owners).toEqual([
    ['Images', 'not recorded', 'not recorded'],
    ['Letters', 'Head of Records (asset owner)', 'known'],
    ['Notes', 'missing', 'missing'],
    ['Results', 'Trust (controller)', 'known'],
  ]);
});
