import { xmlText } from './xml-text';

export type Properties = readonly (readonly [name: string, value: string])[];

/**
 * Writes an exchange file: elements, relationships and the property definitions they use, in the sequence
 * that the schema of ArchiMate 3.1 asks for (elements, relationships, propertyDefinitions). Identifiers
 * follow from the order of calls, so the same model gives the same bytes.
 */
export class ModelXml {
  readonly #elements: string[] = [];
  readonly #relations: string[] = [];
  readonly #definitions = new Map<string, string>();

  constructor(private readonly title: string) {}

  /** Returns the element's identifier. */
  element(type: string, name: string, properties: Properties = []): string {
    const id = `id-e${this.#elements.length + 1}`;
    this.#elements.push(
      `    <element identifier="${id}" xsi:type="${type}">\n      <name xml:lang="en">${xmlText(name)}</name>\n${this.#properties(properties)}    </element>\n`,
    );
    return id;
  }

  /** Returns the relation's identifier; `source` and `target` may be relations too. */
  relation(
    type: string,
    source: string,
    target: string,
    options: {
      readonly name?: string | null;
      readonly access?: string;
      readonly properties?: Properties;
    } = {},
  ): string {
    const id = `id-r${this.#relations.length + 1}`;
    const access = options.access === undefined ? '' : ` accessType="${options.access}"`;
    const name =
      options.name === undefined || options.name === null
        ? ''
        : `      <name xml:lang="en">${xmlText(options.name)}</name>\n`;
    const inner = name + this.#properties(options.properties ?? []);
    const open = `    <relationship identifier="${id}" source="${source}" target="${target}" xsi:type="${type}"${access}`;
    this.#relations.push(inner === '' ? `${open}/>\n` : `${open}>\n${inner}    </relationship>\n`);
    return id;
  }

  #properties(properties: Properties): string {
    if (properties.length === 0) return '';
    const written = properties.map(([name, value]) => {
      const reference = this.#definitions.get(name) ?? `id-p${this.#definitions.size + 1}`;
      this.#definitions.set(name, reference);
      return `        <property propertyDefinitionRef="${reference}"><value xml:lang="en">${xmlText(value)}</value></property>\n`;
    });
    return `      <properties>\n${written.join('')}      </properties>\n`;
  }

  toString(): string {
    const section = (name: string, parts: readonly string[]): string =>
      parts.length === 0 ? '' : `  <${name}>\n${parts.join('')}  </${name}>\n`;
    const definitions = [...this.#definitions].map(
      ([name, id]) =>
        `    <propertyDefinition identifier="${id}" type="string"><name xml:lang="en">${xmlText(name)}</name></propertyDefinition>\n`,
    );
    return `<?xml version="1.0" encoding="UTF-8"?>
<model xmlns="http://www.opengroup.org/xsd/archimate/3.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.opengroup.org/xsd/archimate/3.0/ http://www.opengroup.org/xsd/archimate/3.1/archimate3_Model.xsd" identifier="id-model">
  <name xml:lang="en">${xmlText(this.title)}</name>
${section('elements', this.#elements)}${section('relationships', this.#relations)}${section('propertyDefinitions', definitions)}</model>
`;
  }
}
