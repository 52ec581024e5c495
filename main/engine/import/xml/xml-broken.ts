/** Why reading an XML document stopped. What was handed over before it stands. */
export class XmlBroken extends Error {
  constructor(
    readonly code: 'xml-broken' | 'xml-encoding' | 'xml-too-large',
    message: string,
    readonly line: number,
  ) {
    super(message);
  }
}
