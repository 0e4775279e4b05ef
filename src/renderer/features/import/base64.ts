/** Bytes as base64, in slices that a function call can take. */
export function toBase64(bytes: Uint8Array): string {
  const slice = 0x80_00;
  let binary = '';
  for (let at = 0; at < bytes.length; at += slice) {
    binary += String.fromCharCode(...bytes.subarray(at, at + slice));
  }
  return btoa(binary);
}
