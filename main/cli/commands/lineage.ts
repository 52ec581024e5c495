import { optionOf, WrongArguments } from '../arguments';
import type { Command } from '../command';
import { table } from '../text-table';

const directions = ['upstream', 'downstream', 'both'] as const;

export const lineageCommand: Command = {
  name: 'lineage',
  usage: 'CASE FIELD [--direction upstream|downstream|both] [--hops N]',
  summary:
    'What a field ("dataset.field") is made from and what is made from it, hop by hop, with its lines.',
  mostWords: 2,
  options: { direction: 1, hops: 1 },
  async run({ args, call, openCase }) {
    const [path, field] = args.positional;
    if (field === undefined) throw new WrongArguments('lineage needs a CASE and a FIELD.');
    const word = optionOf(args, 'direction') ?? 'both';
    const direction = directions.find((one) => one === word);
    if (direction === undefined)
      throw new WrongArguments(`There is no direction "${word}". There are: ${directions.join(', ')}.`);
    const hops = optionOf(args, 'hops');
    if (hops !== undefined && !/^[1-9]\d{0,8}$/.test(hops))
      throw new WrongArguments(`--hops needs a whole number above 0, not "${hops}".`);
    await openCase(path);
    const answer = await call('fields.follow', {
      field,
      direction,
      ...(hops === undefined ? {} : { hops: Number(hops) }),
    });
    const places = new Map<string, number>();
    for (const { dataset, field: name } of answer.fields) {
      const plain = `${dataset}.${name}`;
      places.set(plain, (places.get(plain) ?? 0) + 1);
    }
    const names = new Map(
      answer.fields.map(({ id, dataset, field: name, system }) => {
        const plain = `${dataset}.${name}`;
        return [id, (places.get(plain) ?? 0) > 1 && system !== null ? `${plain} @ ${system}` : plain];
      }),
    );
    const nameOf = (id: string): string => names.get(id) ?? id;
    const edges = answer.edges.map(({ from, to, transformation, citations }) => ({
      from: nameOf(from),
      to: nameOf(to),
      transformation,
      sources: citations.map(({ file, line }) => ({ file, line })),
    }));
    return {
      json: {
        of: answer.starts.map(nameOf),
        direction,
        fields: answer.fields.map(({ id, dataset, field: name, system, hops: distance }) => ({
          name: nameOf(id),
          dataset,
          field: name,
          system,
          hops: distance,
        })),
        edges,
      },
      text: [
        table(
          ['Hops', 'Field', 'System'],
          answer.fields.map((one) => [one.hops, nameOf(one.id), one.system]),
        ),
        table(
          ['From', 'To', 'How', 'Source'],
          edges.map((one) => [
            one.from,
            one.to,
            one.transformation,
            one.sources.map(({ file, line }) => `${file}:${line}`).join(', '),
          ]),
        ),
      ],
    };
  },
};
