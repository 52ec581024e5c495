import { writeLargeCase, writeLargeInventory } from './large';

// Entry of a bundle: writes a large log with its flows, or a large inventory.
const [what, folder, first, second] = process.argv.slice(2);
if (folder && what === 'log' && first) {
  console.log(JSON.stringify(writeLargeCase(folder, Number(first))));
} else if (folder && what === 'inventory' && first && second) {
  writeLargeInventory(folder, Number(first), Number(second));
} else {
  console.error('usage: write-large log FOLDER ROWS   or   write-large inventory FOLDER SYSTEMS FLOWS');
  process.exitCode = 2;
}
