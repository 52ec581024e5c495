/*
 * Format: XES, eXtensible Event Stream (.xes, .xes.gz), logs of process steps.
 * Version: IEEE 1849-2016 and 2023, and the 1.0 and 2.0 files of before.
 * Spec: https://xes-standard.org/ and its extensions concept, time, org and lifecycle.
 * Read: each event (the row) as a step of its trace's case, all its attributes and its trace's ("case:…").
 * Dropped: extension and global declarations, and the types of attributes (int, boolean and so on).
 */

import type { FactSink, Importer, ImportInput } from '../importer';
import { AttributeBag } from '../log/attribute-bag';
import { isoTime, LogClock } from '../log/log-clock';
import type { XmlTag } from '../xml/read-xml';
import { readXmlRows } from '../xml/read-xml-rows';
import type { XmlElement } from '../xml/xml-element';
import { eachAttribute, isAttributeTag } from './xes-attribute';

const activityKey = 'concept:name';
const timeKey = 'time:timestamp';
const caseKey = 'case:concept:name';
const groupKey = 'org:group';
const instanceKey = 'concept:instance';
/** Keys that become fields of the event; every other one stays an attribute. */
const ownFields = new Set([activityKey, timeKey, caseKey, groupKey, instanceKey]);

export const xesImporter: Importer = {
  id: 'xes',
  title: 'XES event log',
  version: 1,
  detects: 'An XML document whose root is <log> with XES attributes, extensions, traces or events.',
  fields: ['record', 'event', 'time', 'system', 'message'],
  drops: ['extension declarations', 'global defaults', 'attribute types'],

  detect(probe) {
    const root = /<(?:\w+:)?log[\s>]/.exec(probe.text);
    if (root === null || !/^\s*(<\?|<!|<(\w+:)?log)/.test(probe.text)) return null;
    const body = probe.text.slice(root.index);
    const traces = body.match(/<(?:\w+:)?trace[\s/>]/g)?.length ?? 0;
    const isNamed = /xes-standard\.org|xes\.version\s*=|\.xesext["']/.test(body);
    if (!isNamed && !(traces > 0 && /<(?:\w+:)?event[\s/>]/.test(body) && /key\s*=/.test(body))) return null;
    const count = probe.isWhole ? `${traces} traces` : `${traces} traces in the first part`;
    return { confidence: isNamed ? 0.97 : 0.85, summary: `XES event log, ${count}` };
  },

  async read(input, sink) {
    const reader = new XesReader(input, sink);
    await readXmlRows(input, sink, {
      empty: 'The log holds no event.',
      isRecord: (tag, ancestors) =>
        tag.name === 'event' && (ancestors.at(-1)?.name === 'trace' || ancestors.at(-1)?.name === 'log'),
      outside: (tag, ancestors) => reader.outside(tag, ancestors),
      row: (element, ancestors) => reader.event(element, ancestors.at(-1)?.name === 'trace'),
    });
    reader.finish();
  },
};

class XesReader {
  readonly #clock: LogClock;
  readonly #system: string | null;
  #classifier: readonly string[] = [];
  #traces = 0;
  #record: string | null = null;
  #caseAttributes: [string, string][] = [];
  #eventsOfTrace = 0;
  #unnamedTraces = 0;
  #timeless = 0;
  #logAttributes = 0;

  constructor(
    input: ImportInput,
    private readonly sink: FactSink,
  ) {
    this.#clock = new LogClock(input.mapping, isoTime);
    this.#system = input.mapping.constants?.system ?? null;
  }

  /** Everything that is not an event: the log's own parts and, before its events, a trace's attributes. */
  outside(tag: XmlTag, ancestors: readonly XmlTag[]): void {
    const parent = ancestors.at(-1)?.name;
    if (tag.name === 'trace' && parent === 'log') {
      this.#traces += 1;
      this.#eventsOfTrace = 0;
      this.#record = null;
      this.#caseAttributes = [];
    } else if (tag.name === 'classifier' && parent === 'log' && this.#classifier.length === 0) {
      this.#classifier = splitKeys(tag.attributes.keys ?? '');
    } else if (isAttributeTag(tag.name)) {
      const key = tag.attributes.key ?? '';
      const value = tag.attributes.value ?? '';
      if (ancestors.some((ancestor) => ancestor.name === 'trace'))
        this.#traceAttribute(key, value, tag, ancestors);
      else if (parent === 'log' && value !== '' && this.#logAttributes < 20) {
        this.#logAttributes += 1;
        this.sink.note(`The log says ${key}: ${value}`);
      }
    }
  }

  #traceAttribute(key: string, value: string, tag: XmlTag, ancestors: readonly XmlTag[]): void {
    const parents = ancestors.slice(ancestors.findIndex((a) => a.name === 'trace') + 1);
    if (parents.length === 0 && key === activityKey) this.#record = value.trim() === '' ? null : value;
    else {
      const path = [...parents.map((parent) => parent.attributes.key ?? parent.name), key].join('/');
      this.#caseAttributes.push([`case:${path}`, value]);
    }
    if (this.#eventsOfTrace > 0) {
      const message = `The trace's attribute ${key} stands after its events and is missing from them.`;
      this.sink.warn({ line: tag.line }, 'late-attribute', message);
    }
  }

  event(element: XmlElement, isInTrace: boolean): void {
    const place = { line: element.line };
    if (isInTrace) this.#eventsOfTrace += 1;
    const values = new Map<string, string>();
    const bag = new AttributeBag();
    eachAttribute(element, (key, value) => {
      const isFirst = !values.has(key);
      if (isFirst) values.set(key, value);
      if (!isFirst || !ownFields.has(key)) bag.add(key, value);
    });
    const activity = this.#activity(values);
    if (activity === null) {
      this.sink.reject(
        place,
        'no-activity',
        `The event has neither ${activityKey} nor its classifier's keys.`,
      );
      return;
    }
    const written = fieldOf(values, timeKey);
    const time = written === null ? null : this.#clock.read(written);
    if (written !== null && time === null) {
      this.sink.reject(place, 'bad-time', `"${written}" is not a time of ISO 8601.`);
      return;
    }
    if (written === null) this.#timeless += 1;
    const record = isInTrace ? this.#caseOf(element) : fieldOf(values, caseKey);
    const system = fieldOf(values, groupKey) ?? this.#system;
    const message = fieldOf(values, instanceKey);
    if (isInTrace) bag.addAll(this.#caseAttributes);
    this.sink.event({
      time,
      system,
      activity,
      kind: 'step',
      message,
      record,
      attributes: bag.toRecord(),
      line: element.line,
    });
    this.sink.accept();
  }

  #activity(values: ReadonlyMap<string, string>): string | null {
    const name = fieldOf(values, activityKey);
    if (name !== null) return name;
    const parts = this.#classifier.map((key) => values.get(key) ?? '').filter((part) => part !== '');
    return parts.length === 0 ? null : parts.join('+');
  }

  /** A trace without a name is still one case: it is told from the others by its number in the file. */
  #caseOf(element: XmlElement): string {
    if (this.#record === null) {
      this.#unnamedTraces += 1;
      this.#record = `trace ${this.#traces}`;
      const message = `The trace has no ${activityKey}; its case is called "${this.#record}" after its place in the file.`;
      this.sink.warn({ line: element.line }, 'unnamed-trace', message);
    }
    return this.#record;
  }

  finish(): void {
    for (const note of this.#clock.notes()) this.sink.note(note);
    if (this.#timeless > 0) {
      this.sink.note(`Events without a time, kept in the order of the file: ${this.#timeless}.`);
    }
    if (this.#unnamedTraces > 0) this.sink.note(`Traces without a name: ${this.#unnamedTraces}.`);
  }
}

/** Classifier keys are separated by spaces; one that contains a space stands in quotes. */
function splitKeys(keys: string): string[] {
  return [...keys.matchAll(/'([^']*)'|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '');
}

function fieldOf(values: ReadonlyMap<string, string>, key: string): string | null {
  const value = values.get(key);
  return value === undefined || value.trim() === '' ? null : value;
}
