import { expect, test } from 'vitest';
import { flattenObject } from './flatten-object';

test('nested members become dotted names, references their shown name, lists JSON', () => {
  const value = JSON.parse(
    '{"parent": {"display_value": "EPR", "value": "0a"}, "child": {"display_value": "", "link": "x"}, "owner": {"link": "x", "value": "0b"}, "a": {"b": 1, "__proto__": true}, "list": [1], "none": null, "display_value": "kept", "other": {"display_value": "x", "more": 2}}',
  ) as Record<string, unknown>;
  expect([...flattenObject(value)]).toEqual([
    ['parent', 'EPR'],
    ['child', ''],
    ['owner', '0b'],
    ['a.b', '1'],
    ['a.__proto__', 'true'],
    ['list', '[1]'],
    ['none', ''],
    ['display_value', 'kept'],
    ['other.display_value', 'x'],
    ['other.more', '2'],
  ]);
});
