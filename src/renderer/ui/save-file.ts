/** Offers bytes for saving, as a download of the page itself: the host asks where, or uses the Downloads folder. */
export function saveFile(
  name: string,
  mediaType: string,
  ...bytes: readonly Uint8Array<ArrayBuffer>[]
): void {
  const address = URL.createObjectURL(new Blob([...bytes], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The download has its own hold on the bytes once it has begun; what is left behind would stay in memory after locking.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
