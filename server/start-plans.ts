import { sharpImageDecoder } from './adapters/images/sharp-image-decoder.ts'
import { PostgresPlanImageStore } from './adapters/postgres/plan-image-store.ts'
import { PostgresPlanStore } from './adapters/postgres/plan-store.ts'
import { COLLAB_PATH, createCollab, type Collab } from './collab/collab-server.ts'
import type { HttpFront } from './lifecycle/http-front.ts'
import type { Lifecycle } from './lifecycle/lifecycle.ts'
import type { StartedCity } from './start-city.ts'
import { createPlanImageDoor, type PlanImageDoor } from './usecases/plans/plan-image-door.ts'
import type { PlanStore, RoomRoles } from './usecases/plans/ports.ts'
import type { Log } from './usecases/ports.ts'
import type { SeminarDeps } from './usecases/seminar/deps.ts'
import { recordPlanEdit } from './usecases/seminar/plan-edits.ts'

export interface StartPlansOptions extends Pick<StartedCity, 'city' | 'database' | 'identity' | 'storage'> {
  front: HttpFront
  seminar: SeminarDeps
  publicUrl: URL
  lifecycle: Lifecycle
  log: Log
}

export interface StartedPlans {
  plans: PlanStore
  roomRoles: RoomRoles
  collab: Collab
  planImages: PlanImageDoor
}

/** The plans' channel. What is written while a room runs is told to its log; a role changed there changes rights here. */
export function startPlans(options: StartPlansOptions): StartedPlans {
  const { city, database, identity, storage, front, seminar, publicUrl, lifecycle, log } = options
  const plans = new PostgresPlanStore(database)
  const roomRoles = liveRoomRoles(seminar)
  const collab = createCollab({
    plans,
    roomRoles,
    clock: city.clock,
    log,
    timeline: {
      planEdited: ({ activityId, ...edit }) => recordPlanEdit(seminar, { activityId, edit }),
    },
    actorOf: (headers) => identity.actorOf(headers),
    isAllowedOrigin: (headers) => isOwnOrigin(headers, publicUrl),
  })
  lifecycle.onStop({ name: 'plans', deadlineMs: 5_000, stop: () => collab.close() })
  front.claimUpgrades(COLLAB_PATH, (request, socket, head) => collab.handleUpgrade(request, socket, head))
  seminar.sessions.on('published', ({ session, events }) => {
    if (!events.some(({ type }) => type === 'participant.role-changed' || type === 'participant.left')) return
    const { activityId } = session.facts
    void collab
      .recheckAccess(activityId)
      .catch((cause: unknown) => log.error({ activityId, cause }, 'plan_access_not_rechecked'))
  })
  const planImages = createPlanImageDoor({
    plans,
    roomRoles,
    images: new PostgresPlanImageStore(database),
    decoder: sharpImageDecoder,
    storage,
    ids: city.ids,
  })
  return { plans, roomRoles, collab, planImages }
}

const liveRoomRoles = ({ sessions }: SeminarDeps): RoomRoles => ({
  roleOf: (activityId, personId) => {
    const participants = sessions.findByActivity(activityId)?.state.participants ?? {}
    return Promise.resolve(Object.values(participants).find((seated) => seated.personId === personId)?.role ?? null)
  },
})

/** As for the room's sockets: the page's own host, or the public address; a program without an origin has no cookies to misuse. */
function isOwnOrigin(headers: Headers, publicUrl: URL): boolean {
  const origin = headers.get('origin')
  if (origin === null || origin === publicUrl.origin) return true
  return URL.canParse(origin) && new URL(origin).host === headers.get('host')
}
