import { expect, test } from 'vitest';
import type { SceneEdge } from '../../../../shared/diagram/scene';
import type { LineageEdge } from '../../../../shared/model/lineage-graph';
import { sceneOf } from '../testing/scene-of';
import { briefLabels, briefText } from './brief-labels';

const flow = (of: Partial<LineageEdge>): LineageEdge => ({
  id: 'flow',
  from: 'a',
  to: 'b',
  datasets: [],
  declared: true,
  observed: true,
  status: 'live',
  sent: 2030,
  received: 1937,
  lost: null,
  count: null,
  medianSeconds: null,
  flowIds: [],
  ...of,
});

const scene = sceneOf({ a: [0, 0], b: [600, 0], c: [300, -40] }, ['a>b', 'b>a']);
const edge = (of: Partial<SceneEdge>): SceneEdge => {
  const [first] = scene.edges;
  if (first === undefined) throw new Error('The scene has no edge.');
  return {
    ...first,
    points: [
      { x: 200, y: 60 },
      { x: 600, y: 60 },
    ],
    ...of,
  };
};

test('a loss is said before what is odd, and that before how many were sent', () => {
  expect([
    briefText(edge({ edges: [flow({ lost: 93 })] })),
    briefText(edge({ style: 'silent', edges: [flow({ observed: false }), flow({ observed: false })] })),
    briefText(edge({ edges: [flow({ lost: 0 })] })),
    briefText(edge({ style: 'unlogged', edges: [flow({ observed: false, sent: null })] })),
  ]).toEqual(['93 lost', '2 silent', '2,030 sent', 'no log']);
});

test('where there is no room, usual words give way and a loss is still said', () => {
  const hidden = [
    { x: 310, y: 0 },
    { x: 490, y: 0 },
  ];
  const usual = edge({ id: 'usual', points: hidden, edges: [flow({ lost: 0 })] });
  const lossy = edge({ id: 'lossy', points: hidden, edges: [flow({ lost: 5 })] });
  const free = edge({
    id: 'free',
    points: [
      { x: 200, y: 400 },
      { x: 600, y: 400 },
    ],
    edges: [flow({})],
  });
  expect(briefLabels(scene, [usual, lossy, free], 1.5).map(({ text, edge: { id } }) => [id, text])).toEqual([
    ['lossy', '5 lost'],
    ['free', '2,030 sent'],
  ]);
});
