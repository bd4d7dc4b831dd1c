import { z } from 'zod'
import type { RecordingJobs } from '#server/usecases/recording/ports.ts'
import { jobTask, type JobKind, type JobQueue, type JobTask } from './job-queue.ts'

const FINALIZE: JobKind<{ recordingId: string }> = {
  name: 'finalize-recording',
  order: z.object({ recordingId: z.string() }),
}

export const recordingJobs = (queue: JobQueue): RecordingJobs => ({
  finalize: (recordingId) => queue.order(FINALIZE, { recordingId }, { key: recordingId }),
})

export interface FinalizeTask {
  finalize(order: { recordingId: string; signal?: AbortSignal }): Promise<void>
  giveUp(order: { recordingId: string; failure: string }): Promise<void>
}

export const finalizeTask = ({ finalize, giveUp }: FinalizeTask): JobTask =>
  jobTask(FINALIZE, {
    run: ({ recordingId }, signal) => finalize({ recordingId, ...(signal === undefined ? {} : { signal }) }),
    giveUp: ({ recordingId }, failure) => giveUp({ recordingId, failure }),
  })
