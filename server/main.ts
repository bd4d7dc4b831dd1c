import { resolve } from 'node:path'
import QRCode from 'qrcode'
import { clientAddressOf, stampClientAddress } from '#server/adapters/identity/client-address.ts'
import { createAppDeps } from '#server/composition.ts'
import { provideAppDeps } from '#server/usecases/http/app-deps.ts'
import { startCity } from '#server/start-city.ts'
import { startDemoReplay } from '#server/start-demo-replay.ts'
import { startMedia } from '#server/start-media.ts'
import { startPlans } from '#server/start-plans.ts'
import { startRecordings } from '#server/start-recordings.ts'
import { startRooms } from '#server/start-rooms.ts'
import type { LiveConnections } from '#server/usecases/identity/ports.ts'
import type { HttpUseCases } from '#server/usecases/http/use-cases.ts'
import { getPlan } from '#server/usecases/plans/get-plan.ts'
import { readConfig } from '#server/config/env.ts'
import { createLogger } from '#server/observability/logger.ts'
import { createMetrics } from '#server/observability/metrics.ts'
import { HealthRegistry } from '#server/observability/health.ts'
import { createOperationsRoutes } from '#server/observability/operations-routes.ts'
import { DataFolder } from '#server/lifecycle/data-folder.ts'
import { HttpFront } from '#server/lifecycle/http-front.ts'
import { progress } from '#server/lifecycle/progress.ts'
import { announcedAddressOf, decideExposure, publicUrlOf } from '#server/lifecycle/public-address.ts'
import { runProcess } from '#server/lifecycle/run-process.ts'
import type { ShownAccount } from '#server/demo/found-demo-city.ts'
import { startDatabase } from '#server/lifecycle/start-database.ts'
import { createWebApp } from '#server/lifecycle/web-app.ts'

const root = resolve(import.meta.dirname, '..')

/** The composition root: the only place that builds objects. What is built first is closed last. */
await runProcess(async ({ lifecycle, setLogger }) => {
  const config = readConfig()
  const log = createLogger({ level: config.logLevel })
  setLogger(log)
  const metrics = createMetrics()
  const health = new HealthRegistry()

  const data = await DataFolder.open(config.dataDir)
  lifecycle.onStop({ name: 'data-folder', deadlineMs: 500, stop: () => data.close() })

  // The port before the database: when it is taken, nothing has to be undone.
  const exposure = await decideExposure(config)
  const front = HttpFront.create({ certificate: exposure.kind === 'network' ? exposure.certificate : undefined, log })
  front.handle(createOperationsRoutes({ health, metrics }))
  const port = await front.listen(config.http)
  const publicUrl = publicUrlOf(config, { exposure, port })
  lifecycle.checkpoint()

  const databaseUrl = await startDatabase({ database: config.database, data, root, lifecycle, health })
  const started = await startCity({
    config,
    databaseUrl,
    data,
    publicUrl,
    lifecycle,
    health,
    log,
  })

  const { city, identity, storage, database, demoAccounts } = started

  const announcedAddress = announcedAddressOf(config, { exposure })
  const mediaRooms = await startMedia({ config, announcedAddress, lifecycle, health, log })
  const recordings = await startRecordings({ ...started, config, databaseUrl, data, front, mediaRooms, lifecycle })
  const { seminar, realtime } = await startRooms({
    config,
    city,
    database,
    identity,
    front,
    data,
    mediaRooms,
    recordings: recordings.control,
    publicUrl,
    lifecycle,
    log,
    addressOf: clientAddressOf,
  })
  await recordings.recover()
  const { plans, roomRoles, planImages, collab } = startPlans({
    city,
    database,
    identity,
    storage,
    front,
    seminar,
    publicUrl,
    lifecycle,
    log,
  })
  lifecycle.checkpoint()

  if (config.services.has('web')) {
    const useCases: HttpUseCases = {
      'plan.get': (actor, input) => getPlan({ plans, roomRoles }, actor, input),
      ...recordings.parts.useCases,
    }
    const connections: LiveConnections = {
      closePerson: (personId) => {
        realtime.closePerson(personId)
        void collab.recheckPerson(personId)
      },
      recheckActivity: (activityId) => void collab.recheckAccess(activityId),
    }
    provideAppDeps(createAppDeps({ city, identity, storage, publicUrl, planImages, connections, useCases }))
    front.handle((request) => {
      stampClientAddress(request)
      return Promise.resolve(false)
    })
    const web = await progress.step('网页', async () => ({
      detail: config.mode === 'development' ? '开发模式' : '已就绪',
      result: await createWebApp({ root, mode: config.mode }),
    }))
    lifecycle.onStop({ name: 'web', deadlineMs: 2_000, stop: () => web.close() })
    lifecycle.checkpoint()
    web.attachTo(front)
  }

  health.open()
  // Registered last, though it listens since early on: what answers requests is closed after the last answer.
  lifecycle.onStop({ name: 'http', deadlineMs: 2_500, stop: () => front.close() })
  lifecycle.onStop({ name: 'readiness', deadlineMs: 100, stop: () => health.close() })
  log.info({ address: publicUrl.href, mediaAddress: announcedAddress, services: [...config.services] }, 'ready')
  const stopping = exposure.kind === 'network' ? await lanNotes(publicUrl) : ['按 Ctrl-C 停止。']
  if (demoAccounts.length > 0) startDemoReplay({ city, database, plans, recordings: recordings.parts, lifecycle, log })
  progress.ready({ address: publicUrl.origin, notes: [...accountNotes(demoAccounts), ...stopping] })
})

function accountNotes(accounts: readonly ShownAccount[]): string[] {
  if (accounts.length === 0) return []
  const lines = accounts.map(
    ({ username, password, name, role }) => `${username.padEnd(14)}${password}  ${name}·${role}`,
  )
  return ['', '演示账号', ...lines, '']
}

async function lanNotes(publicUrl: URL): Promise<string[]> {
  const code = await QRCode.toString(publicUrl.origin, { type: 'terminal', small: true })
  return [
    '同一网络中的同事可扫码进入；首次打开时，请在浏览器的证书提示中选择继续。',
    '',
    ...code.split('\n'),
    '按 Ctrl-C 停止。',
  ]
}
