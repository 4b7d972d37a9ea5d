/** Whether an image is a counting pixel or a spacer: at most three by three, as PNG and GIF say in their first bytes. */
export function isPixel(bytes: Uint8Array): boolean {
  const size = sizeOf(Buffer.from(bytes.subarray(0, 32)));
  return size !== undefined && size.width <= 3 && size.height <= 3;
}

function sizeOf(start: Buffer) {
  const magic = start.toString('latin1', 0, 4);
  if (magic === '\x89PNG' && start.length >= 24) {
    return { width: start.readUInt32BE(16), height: start.readUInt32BE(20) };
  }
  if (magic === 'GIF8' && start.length >= 10) {
    return { width: start.readUInt16LE(6), height: start.readUInt16LE(8) };
  }
  return undefined;
}
