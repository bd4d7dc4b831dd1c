import { createHash } from 'node:crypto'
import type { HttpRequestName } from '#core/contract/http-requests.ts'
import { resourceInput } from '#core/contract/resources.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { can } from '#core/domain/policy/can.ts'
import { HTTP_REQUEST_NEEDS } from '#core/domain/policy/http-request-needs.ts'
import type { Resource } from '#core/domain/policy/resource.ts'
import type { TestCity } from '../city/test-city.ts'

type ResourceRequest = Extract<HttpRequestName, `resource.${string}`>

export const isResourceRequest = (name: HttpRequestName): name is ResourceRequest => name.startsWith('resource.')

export interface AskedResource {
  id: string
  inputFor(name: ResourceRequest): unknown
  /** What the policy says; undefined where it is permitted. */
  refusal(actor: Actor, name: ResourceRequest): string | undefined
}

const INPUT = resourceInput.parse({
  ...{ title: '乡愁单元教学设计', summary: '', kind: 'lesson-plan', subject: '语文', stage: '初中' },
  ...{ edition: '统编版', volume: '九年级上册', unit: '第一单元' },
  ...{ licence: 'city-teaching', downloads: 'signed-in', activityId: null },
})

/** Who may add a file is told that there is none. */
const NO_UPLOAD = 'NOT_FOUND'

/** A draft of a studio's master. */
export async function resourceToAskAbout(
  world: TestCity,
  { studioId, master }: { studioId: string; master: string },
): Promise<AskedResource> {
  const { personId } = await world.actorOf(master)
  const resourceId = world.city.ids.next()
  const sha256 = createHash('sha256').update(resourceId).digest('hex')
  const atEpochMs = world.city.clock.nowEpochMs()
  await world.resources.deps.resourceTransactions.run(async (writes) => {
    const file = {
      sha256,
      sizeBytes: 1,
      mimeType: 'application/pdf',
      shape: 'pdf',
      objectKey: `resources/${sha256}`,
    } as const
    await writes.keepFile({ ...file, preview: 'none', createdAtEpochMs: atEpochMs })
    await writes.create({ ...INPUT, id: resourceId, studioId, uploaderId: personId, shape: 'pdf', atEpochMs })
    const by = { addedById: personId, addedAtEpochMs: atEpochMs, uploadId: `upload-${resourceId}` }
    await writes.addVersion({ resourceId, number: 1, sha256, fileName: '教案.pdf', note: '', shape: 'pdf', ...by })
  })
  const facts = await world.city.studios.facts(studioId)
  if (facts === null) throw new Error('the studio is not there')
  const { districtId } = facts.resource
  const seen = { resourceId, version: 999 }
  return {
    id: resourceId,
    inputFor: (name) => {
      switch (name) {
        case 'resource.add':
          return { uploadId: 'nobody-has-sent-this', studioId }
        case 'resource.add-version':
          return { resourceId, uploadId: 'nobody-has-sent-this', note: '' }
        case 'resource.change':
          return { ...seen, input: INPUT }
        case 'resource.decide':
          return { ...seen, decision: { to: 'published' } }
        case 'resource.withdraw':
          return { ...seen, reason: '内容过时。' }
        case 'resource.submit':
        case 'resource.discard':
          return seen
        case 'resource.note-view':
          return { resourceId, parts: [0, 1] }
        case 'resource.get':
          return { resourceId }
        default:
          return name satisfies never
      }
    },
    refusal: (actor, name) => {
      const missing = actor.kind === 'guest' ? 'UNAUTHENTICATED' : 'FORBIDDEN'
      if (name === 'resource.add') return can(actor, HTTP_REQUEST_NEEDS[name], facts.resource) ? NO_UPLOAD : missing
      const resource: Extract<Resource, { kind: 'resource' }> = {
        ...{ kind: 'resource', studioId, districtId, uploaderId: personId, state: 'draft', downloads: 'signed-in' },
      }
      if (!can(actor, 'resource.see', resource)) return 'NOT_FOUND'
      if (!can(actor, HTTP_REQUEST_NEEDS[name], resource)) return missing
      return name === 'resource.add-version' ? NO_UPLOAD : undefined
    },
  }
}
