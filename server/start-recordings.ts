import { join } from 'node:path'
import type { Actor } from '#core/domain/policy/actor.ts'
import type { Config } from './config/config.ts'
import type { Database } from './adapters/postgres/database.ts'
import { PostgresPlanStore } from './adapters/postgres/plan-store.ts'
import { PostgresTimeline } from './adapters/postgres/postgres-timeline.ts'
import { PostgresRecordingStore } from './adapters/postgres/recording-store.ts'
import { PostgresReplayRows } from './adapters/postgres/replay-rows.ts'
import { createMediaRoutes } from './http/media-routes.ts'
import { JobQueue } from './jobs/job-queue.ts'
import { finalizeTask, recordingJobs } from './jobs/recording-jobs.ts'
import type { DataFolder } from './lifecycle/data-folder.ts'
import type { HttpFront } from './lifecycle/http-front.ts'
import type { Lifecycle } from './lifecycle/lifecycle.ts'
import type { MediaRooms } from './media/media-rooms.ts'
import { finalizeRecording, giveUpFinalizing } from './recording/finalize-recording.ts'
import { KeptFiles } from './recording/recorded-files.ts'
import { RecordingConductor } from './recording/recording-conductor.ts'
import { RecordingFolder } from './recording/recording-folder.ts'
import type { StartedCity } from './start-city.ts'
import type { CityDeps, HttpUseCases } from './usecases/http/use-cases.ts'
import type { ObjectStorage } from './usecases/ports.ts'
import type { RecordingJobs } from './usecases/recording/ports.ts'
import { finishAgain } from './usecases/replay/finish-again.ts'
import { getPackage } from './usecases/replay/get-package.ts'
import { getReplayPlan } from './usecases/replay/get-replay-plan.ts'
import { getReplay } from './usecases/replay/get-replay.ts'
import { saveReplayProgress } from './usecases/replay/save-progress.ts'

export interface RecordingPartsOptions {
  database: Database
  databaseUrl: string
  dataDir: string
  storage: ObjectStorage
  city: CityDeps
}

/** Recordings and their replays, but for what makes them: that needs a media room. */
export interface RecordingParts {
  queue: JobQueue
  jobs: RecordingJobs
  store: PostgresRecordingStore
  folder: RecordingFolder
  useCases: HttpUseCases
  /** Begins to carry out jobs, those of before included. */
  work(): Promise<void>
  createConductor(options: { rooms: MediaRooms; nodeId: string }): RecordingConductor
  createRoutes(options: { actorOf: (headers: Headers) => Promise<Actor> }): ReturnType<typeof createMediaRoutes>
}

export async function createRecordingParts(options: RecordingPartsOptions): Promise<RecordingParts> {
  const { database, databaseUrl, dataDir, storage, city } = options
  const { clock, ids, log, activities, activityWrites, presence } = city
  const folder = new RecordingFolder(join(dataDir, 'recordings'))
  const store = new PostgresRecordingStore(database)
  const rows = new PostgresReplayRows(database)
  const files = new KeptFiles({ folder, storage })
  const queue = await JobQueue.open({ connectionString: databaseUrl, log })
  const jobs = recordingJobs(queue)
  const settling = { folder, store, ids, log }
  const finalizing = { ...settling, storage, activities, activityWrites }
  const replay = {
    ...{ activities, presence, clock, files },
    ...{ sessions: rows, progress: rows, recordings: store },
    timeline: new PostgresTimeline(database),
    plans: new PostgresPlanStore(database),
  }
  return {
    ...{ queue, jobs, store, folder },
    useCases: {
      'replay.get': (actor, input) => getReplay(replay, actor, input),
      'replay.package': (actor, input) => getPackage(replay, actor, input),
      'replay.plan': (actor, input) => getReplayPlan(replay, actor, input),
      'replay.finish-again': (actor, input) => finishAgain({ ...replay, jobs }, actor, input),
      'replay.save-progress': (actor, input) => saveReplayProgress(replay, actor, input),
    },
    work: () =>
      queue.work(
        finalizeTask({
          finalize: (order) => finalizeRecording(finalizing, order),
          giveUp: (order) => giveUpFinalizing(finalizing, order),
        }),
      ),
    createConductor: ({ rooms, nodeId }) => new RecordingConductor({ ...settling, rooms, nodeId, jobs, clock }),
    createRoutes: ({ actorOf }) => createMediaRoutes({ activities, pieces: rows, files, storage, actorOf, clock, log }),
  }
}

export interface StartRecordingsOptions extends StartedCity {
  config: Config
  databaseUrl: string
  data: DataFolder
  front: HttpFront
  mediaRooms: MediaRooms
  lifecycle: Lifecycle
}

export interface StartedRecordings {
  control: RecordingConductor
  parts: RecordingParts
  /** Call it once the running sessions have been taken up. */
  recover(): Promise<void>
}

/** Recordings, their jobs and the bytes of replays. */
export async function startRecordings(options: StartRecordingsOptions): Promise<StartedRecordings> {
  const { config, data, front, identity, mediaRooms, lifecycle } = options
  const parts = await createRecordingParts({ ...options, dataDir: data.path })
  lifecycle.onStop({ name: 'jobs', deadlineMs: 3_000, stop: () => parts.queue.close() })
  const control = parts.createConductor({ rooms: mediaRooms, nodeId: nodeIdOf(data) })
  lifecycle.onStop({ name: 'recordings', deadlineMs: 4_000, stop: () => control.close() })
  front.handle(parts.createRoutes({ actorOf: (headers) => identity.actorOf(headers) }))
  const recover = async () => {
    await control.recover()
    if (config.services.has('jobs')) await parts.work()
  }
  return { control, parts, recover }
}

/** As the rooms' leases name this node. */
export const nodeIdOf = (data: DataFolder) => data.keptSecret('node-id')
