import { expect, test } from 'vitest';
import type { ArgsOf, MethodName, ResultOf } from '../../../shared/contract/contract';
import { reportTemplates } from '../../../shared/model/report';
import { createEngine } from '../engine';
import { temporaryCase } from '../testing/temporary-case';

test('a case without anything makes a report that says so, without a table of nothing', async () => {
  const empty = temporaryCase();
  const engine = createEngine();
  engine.context.use(empty.openCase);
  try {
    const answer = async <M extends MethodName>(method: M, args: ArgsOf<M>): Promise<ResultOf<M>> => {
      const outcome = await engine.call(method, args);
      if (!outcome.ok) throw new Error(outcome.error.message);
      return outcome.value as ResultOf<M>;
    };
    for (const template of reportTemplates) {
      const definition = await answer('report.template', { template });
      const drawn = JSON.stringify((await answer('report.preview', { definition })).pages);
      expect(drawn).toContain('Files read: none.');
      expect(drawn).not.toContain('"SHA-256"');
      if (template === 'investigation') expect(drawn).toContain('The case holds no source file');
    }
  } finally {
    empty.dispose();
  }
});
