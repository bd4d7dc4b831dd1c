import { networkInterfaces } from 'node:os'
import { clientAddressOf, stampClientAddress } from '#server/adapters/identity/client-address.ts'
import { createClamdScanner, noScanner } from '#server/adapters/files/clamd-scanner.ts'
import { createAppDeps } from '#server/composition.ts'
import type { Config } from '#server/config/config.ts'
import type { ShownAccount } from '#server/demo/found-demo-city.ts'
import type { DataFolder } from '#server/lifecycle/data-folder.ts'
import type { HttpFront } from '#server/lifecycle/http-front.ts'
import type { Lifecycle } from '#server/lifecycle/lifecycle.ts'
import { progress } from '#server/lifecycle/progress.ts'
import { announcedAddressOf, secondMediaIpOf, type Exposure } from '#server/lifecycle/public-address.ts'
import type { WebApp } from '#server/lifecycle/web-app.ts'
import type { HealthRegistry } from '#server/observability/health.ts'
import type { Logger } from '#server/observability/logger.ts'
import { createAnnouncementUseCases } from '#server/start-announcements.ts'
import { createApplicationPhotos, createApplicationUseCases } from '#server/start-applications.ts'
import { startCity } from '#server/start-city.ts'
import { startDemoReplay } from '#server/start-demo-replay.ts'
import { startImports } from '#server/start-imports.ts'
import { startMail } from '#server/start-mail.ts'
import { startMedia } from '#server/start-media.ts'
import { createMembershipUseCases } from './start-memberships.ts'
import { startNotifications } from '#server/start-notifications.ts'
import { startPlans } from '#server/start-plans.ts'
import { startRecordings } from '#server/start-recordings.ts'
import { startRooms } from '#server/start-rooms.ts'
import { createWaitingUseCases } from '#server/start-waiting.ts'
import { startResources } from '#server/start-resources.ts'
import { startSpelling } from '#server/start-spelling.ts'
import { provideAppDeps } from '#server/usecases/http/app-deps.ts'
import type { HttpUseCases } from '#server/usecases/http/use-cases.ts'
import type { LiveConnections } from '#server/usecases/identity/ports.ts'
import { createYearPlanUseCases } from '#server/start-year-plans.ts'
import { getPlan } from '#server/usecases/plans/get-plan.ts'

export interface StartServicesOptions {
  config: Config
  databaseUrl: string
  data: DataFolder
  front: HttpFront
  exposure: Exposure
  publicUrl: URL
  /** The pages, prepared meanwhile; null where this process has none. */
  web: Promise<WebApp | null>
  lifecycle: Lifecycle
  health: HealthRegistry
  log: Logger
}

export interface StartedServices {
  /** For the person at the terminal. */
  notes: string[]
  /** What nobody waits for. */
  begin: () => void
}

/** The composition root: everything that stands on the database is built here, in the order in which it needs each other. */
export async function startServices(options: StartServicesOptions): Promise<StartedServices> {
  const { config, databaseUrl, data, front, exposure, publicUrl, lifecycle, health, log } = options
  const announcedAddress = announcedAddressOf(config, { exposure })
  const secondIp = secondMediaIpOf(config, { exposure, interfaces: networkInterfaces() })
  // Neither needs the other. Both are heard to their end: what one has opened is closed also where the other fails.
  const [founding, media] = await Promise.allSettled([
    startCity({ config, databaseUrl, data, publicUrl, lifecycle, health, log }),
    startMedia({ config, announcedAddress, secondIp, lifecycle, health, log }),
  ])
  if (founding.status === 'rejected') throw founding.reason
  if (media.status === 'rejected') throw media.reason
  const started = founding.value
  const mediaRooms = media.value
  const { city, identity, storage, database, demoAccounts, setUpAddress } = started
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
  const doesJobs = config.services.has('jobs')
  const imports = await startImports({ database, city, queue: recordings.parts.queue, doesJobs })
  const notifications = await startNotifications({
    ...{ database, databaseUrl, city, identity, front, publicUrl, lifecycle, log },
    addressOf: clientAddressOf,
  })
  const mail = startMail({ config: config.mail, database, city, publicUrl, doesJobs, lifecycle })
  const resources = await startResources({
    ...{ database, city, storage, dataDir: data.path, identity, front, publicUrl, doesJobs, lifecycle },
    queue: recordings.parts.queue,
    scanner: config.clamd === null ? noScanner : createClamdScanner(config.clamd),
  })
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
    const connections: LiveConnections = {
      closePerson: (personId) => {
        realtime.closePerson(personId)
        notifications.sockets.closePerson(personId)
        void collab.recheckPerson(personId)
      },
      recheckPerson: (personId) => void collab.recheckPerson(personId),
      recheckActivity: (activityId) => void collab.recheckAccess(activityId),
    }
    const useCases: HttpUseCases = {
      'plan.get': (actor, input) => getPlan({ plans, roomRoles }, actor, input),
      ...recordings.parts.useCases,
      ...imports.useCases,
      ...createMembershipUseCases({ database, city, connections }),
      ...createYearPlanUseCases({ database, city }),
      ...notifications.useCases,
      ...mail.useCases,
      ...createApplicationUseCases({ database, city }),
      ...createAnnouncementUseCases({ database, city }),
      ...resources.useCases,
      ...createWaitingUseCases({ database, city }),
    }
    const applicationPhotos = createApplicationPhotos({ database, city, storage })
    provideAppDeps(
      createAppDeps({
        city,
        identity,
        storage,
        publicUrl,
        planImages,
        connections,
        imports: imports.door,
        applicationPhotos,
        useCases,
      }),
    )
    front.handle((request) => {
      stampClientAddress(request)
      return Promise.resolve(false)
    })
    const web = await progress.step('网页', async () => ({
      detail: config.mode === 'development' ? '开发模式' : '已就绪',
      result: await options.web,
    }))
    lifecycle.checkpoint()
    web?.attachTo(front)
  }
  log.info({ address: publicUrl.href, mediaAddress: announcedAddress, services: [...config.services] }, 'ready')
  const stopping = exposure.kind === 'network' ? await lanNotes(publicUrl) : ['按 Ctrl-C 停止。']
  const begin = () => {
    startSpelling({ database, lifecycle, log })
    if (demoAccounts.length > 0)
      startDemoReplay({ city, database, plans, recordings: recordings.parts, lifecycle, log })
  }
  return { notes: [...accountNotes(demoAccounts), ...setUpNotes(setUpAddress), ...stopping], begin }
}

function accountNotes(accounts: readonly ShownAccount[]): string[] {
  if (accounts.length === 0) return []
  const lines = accounts.map(
    ({ username, password, name, role }) => `${username.padEnd(14)}${password}  ${name}·${role}`,
  )
  return ['', '演示账号', ...lines, '']
}

function setUpNotes(address: string | null): string[] {
  if (address === null) return []
  return [
    '',
    '还没有管理员。请用这个链接开始，24 小时内有效，只能用一次；过期了，重新启动就有新的。',
    'Nobody runs this city yet. Begin with this link: valid for 24 hours, once; a new start gives a new one.',
    address,
    '',
  ]
}

async function lanNotes(publicUrl: URL): Promise<string[]> {
  const { default: QRCode } = await import('qrcode')
  const code = await QRCode.toString(publicUrl.origin, { type: 'terminal', small: true })
  return [
    '同一网络中的同事可扫码进入；首次打开时，请在浏览器的证书提示中选择继续。',
    '',
    ...code.split('\n'),
    '按 Ctrl-C 停止。',
  ]
}
