/** One piece of a part that can be read by itself once the init bytes are known. Times count from the part's start. */
export type Fragment = {
  offsetBytes: number
  sizeBytes: number
  startMs: number
  durationMs: number
  /** Whether playing can begin here. */
  keyframe: boolean
}

/** What finalising found in a file. */
export type FinishedMedia = {
  durationMs: number
  sizeBytes: number
  fragments: Fragment[]
}
