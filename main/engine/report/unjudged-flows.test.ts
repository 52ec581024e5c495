import { expect, test } from 'vitest';
import type { ArgsOf, MethodName, ResultOf } from '../../../shared/contract/contract';
import { importedCase } from '../analyse/testing/imported-case';
import { flowsText, type Line, logText } from '../analyse/testing/small-logs';
import { createEngine } from '../engine';

/** Birch sends to four systems that left no log: five, four, three and two messages. */
const receivers = ['Alder', 'Cedar', 'Dogwood', 'Elm'];
const lines = receivers.flatMap((to, at) =>
  Array.from(
    { length: 5 - at },
    (_, index): Line => [10 + at * 10 + index, 'Birch', 'sent', to, `${to}-${index}`, '9476510000'],
  ),
);

test('the summary names the two largest flows that cannot be judged, and counts the rest', async () => {
  const temporary = await importedCase({
    'flows.csv': flowsText(receivers.map((to) => ['Birch', to, 60])),
    'birch.csv': logText(lines),
  });
  try {
    const engine = createEngine();
    engine.context.use(temporary.openCase);
    const answer = async <M extends MethodName>(method: M, args: ArgsOf<M>): Promise<ResultOf<M>> => {
      const outcome = await engine.call(method, args);
      if (!outcome.ok) throw new Error(outcome.error.message);
      return outcome.value as ResultOf<M>;
    };
    const definition = await answer('report.template', { template: 'investigation' });
    const { pages } = await answer('report.preview', { definition });
    const words: string[] = [];
    const visit = (item: (typeof pages)[number]['items'][number]): void => {
      if (item.kind === 'group') item.items.forEach(visit);
      else if (item.kind === 'text') words.push(item.text);
    };
    for (const page of pages) page.items.forEach(visit);
    const text = words.join(' ').replaceAll(/\s+/g, ' ');
    expect(text).toMatch(/Whether 5 .*messages from Birch reached Alder: no log covers their receipt ?\./);
    expect(text).toMatch(
      /Birch reached Cedar: no log covers their receipt ?; and 5 .*more on 2 other flows ?\./,
    );
  } finally {
    temporary.remove();
  }
});
