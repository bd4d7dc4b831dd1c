/** Chromium has these in windows; TypeScript's DOM library knows them in workers or not at all. */
declare class MediaStreamTrackProcessor<Data extends AudioData | VideoFrame> {
  constructor(init: { track: MediaStreamTrack; maxBufferSize?: number })
  readonly readable: ReadableStream<Data>
}

interface HTMLMediaElement {
  captureStream(): MediaStream
}
