export function EditingDialogs() {
  return null;
}
