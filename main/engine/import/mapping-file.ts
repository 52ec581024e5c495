import { promises as fs } from 'node:fs';
import { type Mapping, mappingSchema } from '../../../shared/model/mapping';
import { ExpectedFailure } from '../expected-failure';
import { formatFromPattern } from './time/detect-format';
import { isKnownZone } from './time/zone';

/** Reads a mapping as `--map FILE` takes it and the window saves it, with every fault named. */
export async function readMappingFile(path: string): Promise<Mapping> {
  let text: string;
  try {
    text = await fs.readFile(path, 'utf8');
  } catch {
    throw new ExpectedFailure('arguments', `The mapping ${path} cannot be read. Check the path.`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new ExpectedFailure('arguments', `The mapping ${path} is not JSON: ${(error as Error).message}.`);
  }
  const parsed = mappingSchema.safeParse(value);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((i) => `${i.path.join('.') || 'mapping'}: ${i.message}`);
    throw new ExpectedFailure('arguments', `The mapping ${path} is wrong: ${faults.join('; ')}.`);
  }
  const { sheets = {}, ...all } = parsed.data;
  for (const time of [all.time, ...Object.values(sheets).map((sheet) => sheet.time)]) {
    if (time?.zone !== undefined && !isKnownZone(time.zone))
      throw new ExpectedFailure(
        'arguments',
        `The mapping ${path} is wrong: time.zone "${time.zone}" is unknown. Use a name such as Europe/London.`,
      );
    if (time?.format !== undefined && !formatFromPattern(time.format))
      throw new ExpectedFailure(
        'arguments',
        `The mapping ${path} is wrong: time.format "${time.format}" cannot be understood. Write it in letters such as dd/MM/yyyy HH:mm:ss, or as iso, epoch or epoch-ms.`,
      );
  }
  return parsed.data;
}
