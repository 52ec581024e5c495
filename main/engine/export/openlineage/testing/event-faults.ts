type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
/** RFC 3339, as JSON Schema's date-time; RFC 3986 as far as a scheme and something after it. */
const isMoment = (value: unknown): boolean =>
  isText(value) && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value);
const isAddress = (value: unknown): boolean => isText(value) && /^[a-z][a-z0-9+.-]*:\S+$/i.test(value);
const isUuid = (value: unknown): boolean =>
  isText(value) && /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(value);
const states = ['START', 'RUNNING', 'COMPLETE', 'ABORT', 'FAIL', 'OTHER'];

/** What breaks the rules of OpenLineage 2-0-2 in an event that we wrote, in our own words. */
export function eventFaults(event: unknown): readonly string[] {
  const faults: string[] = [];
  const check = (holds: boolean, fault: string): void => {
    if (!holds) faults.push(fault);
  };
  if (!isObject(event)) return ['no event'];
  check(isMoment(event.eventTime), 'eventTime is no date and time');
  check(isAddress(event.producer), 'producer is no URI');
  check(isAddress(event.schemaURL), 'schemaURL is no URI');
  const facets = (holder: Json, member = 'facets'): void => {
    if (holder[member] === undefined) return;
    if (!isObject(holder[member])) return void faults.push(`${member} is no object`);
    for (const [name, facet] of Object.entries(holder[member])) {
      if (!isObject(facet)) {
        faults.push(`facet ${name} is no object`);
        continue;
      }
      check(
        isAddress(facet._producer) && isAddress(facet._schemaURL),
        `facet ${name} names no producer or schema`,
      );
      if (name === 'ownership') faults.push(...ownershipFaults(facet));
      if (name === 'columnLineage') faults.push(...columnFaults(facet));
    }
  };
  const named = (value: unknown, what: string): void => {
    if (!isObject(value)) return void faults.push(`no ${what}`);
    check(isText(value.namespace) && isText(value.name), `${what} without namespace or name`);
    facets(value);
  };
  // An event is of exactly one kind: of a run, of a job without a run, of a dataset without either.
  const kind = isText(event.schemaURL) ? event.schemaURL.split('/').at(-1) : '';
  const parts = ['run', 'job', 'dataset'].filter((part) => event[part] !== undefined).join(' ');
  const whole = { RunEvent: 'run job', JobEvent: 'job', DatasetEvent: 'dataset' };
  check(whole[kind as keyof typeof whole] === parts, `${kind} with ${parts}`);
  if (kind === 'DatasetEvent') named(event.dataset, 'dataset');
  else {
    named(event.job, 'job');
    for (const side of ['inputs', 'outputs']) {
      if (!Array.isArray(event[side])) faults.push(`${side} is no list`);
      else for (const one of event[side]) named(one, side);
    }
  }
  if (kind === 'RunEvent') {
    check(isObject(event.run) && isUuid(event.run.runId), 'runId is no UUID');
    check(states.includes(String(event.eventType)), `eventType ${event.eventType}`);
  }
  return faults;
}

function ownershipFaults({ owners }: Json): readonly string[] {
  const isWhole =
    Array.isArray(owners) &&
    owners.every((one) => isObject(one) && isText(one.name) && (one.type === undefined || isText(one.type)));
  return isWhole ? [] : ['ownership without owners'];
}

function columnFaults({ fields }: Json): readonly string[] {
  if (!isObject(fields)) return ['columnLineage without fields'];
  const isWhole = Object.values(fields).every(
    (field) =>
      isObject(field) &&
      Array.isArray(field.inputFields) &&
      field.inputFields.every(
        (one) => isObject(one) && isText(one.namespace) && isText(one.name) && isText(one.field),
      ),
  );
  return isWhole ? [] : ['columnLineage without input fields'];
}
