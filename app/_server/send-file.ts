/** A file to be kept by who asks for it, never shown by the browser itself. */
export function sendFile({ bytes, mimeType, fileName }: { bytes: Uint8Array; mimeType: string; fileName: string }) {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': mimeType,
      'content-length': String(bytes.byteLength),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
