export async function ensureTestPackage() { return ''; }
