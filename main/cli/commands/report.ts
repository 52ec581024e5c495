import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  type ReportDefinition,
  type ReportTemplate,
  reportDefinitionSchema,
  reportPapers,
  reportTemplates,
} from '../../../shared/model/report';
import { optionOf, WrongArguments } from '../arguments';
import type { Command, CommandContext } from '../command';

export const reportCommand: Command = {
  name: 'report',
  usage:
    'CASE [-o FILE] [--template investigation|ownership|outage] [--definition FILE] [--paper A4|Letter] [--title T]',
  summary:
    'Writes a board report as tagged PDF or as one HTML file. Without -o it prints the definition that the template fills.',
  options: { o: 1, output: 1, template: 1, definition: 1, paper: 1, title: 1 },
  async run(context) {
    const { args, call, openCase, say } = context;
    const file = optionOf(args, 'o') ?? optionOf(args, 'output');
    const template = templateOf(optionOf(args, 'template') ?? 'investigation');
    const paper = reportPapers.find(
      (one) => one.toLowerCase() === (optionOf(args, 'paper') ?? one).toLowerCase(),
    );
    if (paper === undefined)
      throw new WrongArguments(`There is no such paper. There are: ${reportPapers.join(', ')}.`);
    const given = definitionOf(optionOf(args, 'definition'));
    await openCase(args.positional[0]);
    const filled = given ?? (await call('report.template', { template }));
    const definition = {
      ...filled,
      ...(optionOf(args, 'paper') === undefined ? {} : { paper }),
      ...titleOf(context),
    };
    if (file === undefined) return { json: definition, text: JSON.stringify(definition, null, 2) };
    const written = await call('report.write', { definition, file: resolve(file) });
    for (const note of written.notes) say(note);
    return {
      json: written,
      text: `Wrote ${written.file} (${written.format}, ${written.pages} pages, ${written.bytes.toLocaleString('en-GB')} bytes).`,
    };
  },
};

function titleOf({ args }: CommandContext): { readonly title?: string } {
  const title = optionOf(args, 'title');
  return title === undefined ? {} : { title };
}

function templateOf(name: string): ReportTemplate {
  const found = reportTemplates.find((template) => template === name);
  if (found === undefined) {
    throw new WrongArguments(`There is no template "${name}". There are: ${reportTemplates.join(', ')}.`);
  }
  return found;
}

function definitionOf(path: string | undefined): ReportDefinition | null {
  if (path === undefined) return null;
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(resolve(path), 'utf8'));
  } catch (error) {
    throw new WrongArguments(
      `${path} cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const checked = reportDefinitionSchema.safeParse(json);
  if (checked.success) return checked.data;
  const issues = checked.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  throw new WrongArguments(`${path} is no report definition: ${issues.join('; ')}`);
}
