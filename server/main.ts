import { flushCompileCache } from 'node:module'
import { resolve } from 'node:path'
import { readConfig } from '#server/config/env.ts'
import { DataFolder } from '#server/lifecycle/data-folder.ts'
import { HttpFront } from '#server/lifecycle/http-front.ts'
import { progress } from '#server/lifecycle/progress.ts'
import { decideExposure, publicUrlOf } from '#server/lifecycle/public-address.ts'
import { runProcess } from '#server/lifecycle/run-process.ts'
import { startDatabase } from '#server/lifecycle/start-database.ts'
import { createWebApp } from '#server/lifecycle/web-app.ts'
import { HealthRegistry } from '#server/observability/health.ts'
import { createLogger } from '#server/observability/logger.ts'
import { createMetrics } from '#server/observability/metrics.ts'
import { createOperationsRoutes } from '#server/observability/operations-routes.ts'

const root = resolve(import.meta.dirname, '..')

/**
 * The start. What the database is not needed for is done while it comes up: reading the code of the services, preparing the pages.
 * What is built first is closed last.
 */
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

  const reading = meanwhile(import('#server/start-services.ts'))
  const preparing = meanwhile(
    reading.then(() => (config.services.has('web') ? createWebApp({ root, mode: config.mode }) : null)),
  )
  const databaseUrl = await startDatabase({ database: config.database, data, root, lifecycle, health })
  const { startServices } = await reading
  const web = preparing.then((app) => {
    if (app !== null) lifecycle.onStop({ name: 'web', deadlineMs: 2_000, stop: () => app.close() })
    return app
  })
  const common = { config, databaseUrl, data, front, exposure, publicUrl, lifecycle, health, log }
  const { notes, begin } = await startServices({ ...common, web: meanwhile(web) })

  health.open()
  // Registered last, though it listens since early on: what answers requests is closed after the last answer.
  lifecycle.onStop({ name: 'http', deadlineMs: 2_500, stop: () => front.close() })
  lifecycle.onStop({ name: 'readiness', deadlineMs: 100, stop: () => health.close() })
  progress.ready({ address: publicUrl.origin, notes })
  begin()
  // Where there is one (scripts/bootstrap/serve.mjs): written now, as a process that is killed writes nothing at its end.
  flushCompileCache()
})

/** Awaited later; until then its failure is nobody's, and must not end the process past the lifecycle. */
function meanwhile<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined)
  return work
}
