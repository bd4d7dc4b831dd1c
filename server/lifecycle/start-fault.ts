/**
 * Why the service cannot start, for the person who started it: what is the matter, and what to do about it.
 * Each is one line, Chinese first.
 */
export class StartFault extends Error {
  readonly remedy: string

  constructor({ what, remedy, cause }: { what: string; remedy: string; cause?: unknown }) {
    super(what, { cause })
    this.name = 'StartFault'
    this.remedy = remedy
  }
}
