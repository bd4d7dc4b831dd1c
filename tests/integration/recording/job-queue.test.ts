import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { JobQueue } from '#server/jobs/job-queue.ts'
import { finalizeTask, recordingJobs } from '#server/jobs/recording-jobs.ts'
import { runFfmpeg } from '#server/recording/jobs/ffmpeg.ts'
import { createLogger } from '#server/observability/logger.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts'

/** What main.ts gives this step of stopping. */
const STOP_LIMIT_MS = 3_000
const RECORDING_ID = 'a-long-recording'
/** ffmpeg at the speed of the clock, for an hour: as long as nobody ends it. */
const AN_HOUR = ['-re', '-f', 'lavfi', '-i', 'anullsrc', '-t', '3600', '-f', 'null', '-']

describe('the queue of jobs', () => {
  let test: TestDatabase
  const log = createLogger({ level: 'silent' })
  const open = () => JobQueue.open({ connectionString: test.url, log })

  beforeAll(async () => (test = await createTestDatabase()))
  afterAll(() => test.close())

  it('[JOB1] a job that runs is cut short when the service stops, is not given up, and is done after the next start', async () => {
    const first = await open()
    const started = new EventTarget()
    const hasStarted = once(started, 'job')
    const givenUp: string[] = []
    const giveUp = ({ recordingId }: { recordingId: string }) => Promise.resolve(void givenUp.push(recordingId))
    await recordingJobs(first).finalize(RECORDING_ID)
    await first.work(
      finalizeTask({
        finalize: async ({ signal }) => {
          started.dispatchEvent(new Event('job'))
          await runFfmpeg(AN_HOUR, { signal })
        },
        giveUp,
      }),
    )
    await hasStarted
    const askedAtMs = performance.now()
    await first.close()
    expect(performance.now() - askedAtMs).toBeLessThan(STOP_LIMIT_MS)

    const second = await open()
    const done = new EventTarget()
    const isDone = once(done, RECORDING_ID)
    // As RecordingConductor.recover() does: an order that was being carried out may still be taken for running.
    await recordingJobs(second).finalize(RECORDING_ID)
    await second.work(
      finalizeTask({
        finalize: ({ recordingId }) => Promise.resolve(void done.dispatchEvent(new Event(recordingId))),
        giveUp,
      }),
    )
    await isDone
    await second.close()
    expect(givenUp).toEqual([])
  })
})
