import { announcementInput } from '#core/contract/announcements.ts'
import type { HttpRequestName } from '#core/contract/http-requests.ts'
import { can } from '#core/domain/policy/can.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { HTTP_REQUEST_NEEDS } from '#core/domain/policy/http-request-needs.ts'
import { createAnnouncementDeps } from '#server/start-announcements.ts'
import { createAnnouncement, publishAnnouncement } from '#server/usecases/announcements/write-announcements.ts'
import type { TestCity } from './test-city.ts'

type AnnouncementRequest = Extract<HttpRequestName, `announcement.${string}`>

export const isAnnouncementRequest = (name: HttpRequestName): name is AnnouncementRequest =>
  name.startsWith('announcement.')

export interface AskedAnnouncement {
  inputFor(name: AnnouncementRequest): object
  refusal(actor: Actor, name: AnnouncementRequest): string | undefined
}

/** One that a studio's master has published to the group, and asks who has read it. */
export async function announcementToAskAbout(
  world: TestCity,
  { studioId, master }: { studioId: string; master: string },
): Promise<AskedAnnouncement> {
  const deps = createAnnouncementDeps(world)
  const author = await world.actorOf(master)
  const place = { kind: 'studio' as const, id: studioId }
  const input = announcementInput.parse({
    ...{ sender: place, audience: place, title: '下周磨课', text: '请先读教材。', asksReceipt: true },
  })
  const { announcementId } = await createAnnouncement(deps, author, input)
  await publishAnnouncement(deps, author, { announcementId, version: 1 })
  const group = await world.database.membership.findMany({
    where: { studioId, state: 'active' },
    select: { personId: true },
  })
  const addressed = new Set([...group.map(({ personId }) => personId), author.personId])
  const seen = { announcementId, version: 999 }
  return {
    inputFor: (name) => {
      switch (name) {
        case 'announcement.create':
          return input
        case 'announcement.change':
          return { ...seen, input }
        case 'announcement.withdraw':
          return { ...seen, reason: '写错了。' }
        case 'announcement.discard':
        case 'announcement.publish':
          return seen
        case 'announcement.get':
        case 'announcement.confirm':
        case 'announcement.readers':
          return { announcementId }
        default:
          return name satisfies never
      }
    },
    refusal: (actor, name) => {
      const need = HTTP_REQUEST_NEEDS[name]
      const resource = {
        ...{ kind: 'announcement' as const, sender: place, state: 'published' as const },
        audience: { ...place, districtId: null },
        isAddressed: actor.kind === 'person' && addressed.has(actor.personId),
      }
      // What is to be written is not there to be seen; what was written is not there for whom it is not for.
      if (name !== 'announcement.create' && !can(actor, 'announcement.see', resource)) return 'NOT_FOUND'
      if (can(actor, need, resource)) return undefined
      return actor.kind === 'guest' ? 'UNAUTHENTICATED' : 'FORBIDDEN'
    },
  }
}
