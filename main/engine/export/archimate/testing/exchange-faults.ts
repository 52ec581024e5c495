import { SaxesParser } from 'saxes';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
}

/** Kinds that we write, all of them in the schema's list of elements and relationships. */
const elementTypes = new Set([
  ...['ApplicationComponent', 'ApplicationProcess', 'DataObject', 'BusinessActor'],
  ...['Location', 'CommunicationNetwork'],
]);
const relationTypes = new Set(['Flow', 'Access', 'Association', 'Aggregation', 'Serving']);
const order = ['name', 'elements', 'relationships', 'propertyDefinitions'];
/** A name without a colon (XML Namespaces), as the schema's identifiers are (xs:ID). */
const identifier = /^[A-Za-z_][\w.-]*$/;

/**
 * What breaks the rules of the ArchiMate Model Exchange File 3.1 in a file that we wrote, in our own words:
 * order, required parts, kinds, identifiers and what they point at.
 */
export function exchangeFaults(xml: string): readonly string[] {
  const faults: string[] = [];
  const check = (holds: boolean, fault: string): void => {
    if (!holds && !faults.includes(fault)) faults.push(fault);
  };
  const model = parse(xml);
  const ids = new Set<string>();
  const identify = ({ name, attributes }: Element): void => {
    const id = attributes.identifier ?? '';
    check(identifier.test(id), `${name}: the identifier "${id}" is no name`);
    check(!ids.has(id), `${name}: the identifier "${id}" stands twice`);
    ids.add(id);
  };
  const names = (element: Element): readonly string[] => element.children.map(({ name }) => name);
  const section = (name: string): readonly Element[] =>
    model.children.find((child) => child.name === name)?.children ?? [];
  const inSequence = (element: Element, sequence: readonly string[]): void => {
    const places = names(element).map((name) => sequence.indexOf(name));
    check(!places.includes(-1), `${element.name}: holds ${names(element).join(', ')}`);
    check(
      places.every((place, index) => index === 0 || place > (places[index - 1] ?? -1)),
      `${element.name}: parts out of order: ${names(element).join(', ')}`,
    );
  };

  check(model.name === 'model', 'the root is no model');
  check(model.attributes.xmlns === 'http://www.opengroup.org/xsd/archimate/3.0/', 'another namespace');
  identify(model);
  inSequence(model, order);
  check(names(model)[0] === 'name', 'a model without a name');
  for (const child of model.children.slice(1)) check(child.children.length > 0, `${child.name}: empty`);

  const concepts = [...section('elements'), ...section('relationships')];
  for (const concept of [...concepts, ...section('propertyDefinitions')]) identify(concept);
  const conceptIds = new Set(concepts.map(({ attributes }) => attributes.identifier));
  const definitions = new Set(section('propertyDefinitions').map(({ attributes }) => attributes.identifier));
  for (const element of section('elements')) {
    const type = element.attributes['xsi:type'] ?? '';
    check(element.name === 'element' && elementTypes.has(type), `element of type "${type}"`);
    check(names(element)[0] === 'name', `${type} without a name`);
  }
  for (const relation of section('relationships')) {
    const type = relation.attributes['xsi:type'] ?? '';
    check(relation.name === 'relationship' && relationTypes.has(type), `relationship of type "${type}"`);
    for (const end of ['source', 'target'])
      check(conceptIds.has(relation.attributes[end]), `${type}: its ${end} is not in the model`);
    const access = relation.attributes.accessType;
    check(access === undefined || type === 'Access', `${type} with an access type`);
    check(
      access === undefined || ['Access', 'Read', 'Write', 'ReadWrite'].includes(access),
      `access ${access}`,
    );
  }
  for (const concept of concepts) {
    inSequence(concept, ['name', 'properties']);
    for (const property of concept.children.find(({ name }) => name === 'properties')?.children ?? []) {
      check(definitions.has(property.attributes.propertyDefinitionRef), 'a property without a definition');
      check(names(property).join() === 'value', 'a property without one value');
    }
  }
  for (const { name, attributes, children } of section('propertyDefinitions')) {
    check(
      name === 'propertyDefinition' && attributes.type === 'string',
      `${name} of type ${attributes.type}`,
    );
    check(children.map((child) => child.name).join() === 'name', `${name} without one name`);
  }
  return faults;
}

/** Well-formed with its namespaces, or it throws. */
function parse(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: { ...attributes }, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  const [model] = root.children;
  if (model === undefined) throw new Error('The file holds nothing.');
  return model;
}
