import type { ProductDoor } from '#tests/support/product/product-door.ts'

const LENGTH_MS = 3_600_000

interface SeminarToPublish {
  title: string
  /** Go on stage as they come in. */
  presenters: readonly string[]
}

/** An activity of today with an open room, led by whose door this is. */
export async function publishSeminar(door: ProductDoor, { title, presenters }: SeminarToPublish): Promise<string> {
  const me = await door.request('me.get', {})
  const studio = me?.mayCreateIn[0]
  if (studio === undefined) throw new Error('Who leads a seminar leads a studio.')
  const roles = []
  for (const name of presenters) {
    const { people } = await door.request('people.search', { query: name })
    const person = people.find((found) => found.name === name)
    if (person === undefined) throw new Error(`The demo city has no ${name}.`)
    roles.push({ personId: person.id, role: 'presenter' as const })
  }
  const nowMs = Date.now()
  const { activityId } = await door.request('activity.create', {
    studioId: studio.studioId,
    kind: 'lesson-study',
    title,
    question: '这几个动词，该读，还是该做？',
    startsAt: new Date(nowMs).toISOString(),
    endsAt: new Date(nowMs + LENGTH_MS).toISOString(),
    entry: 'link',
    agenda: [
      { title: '说课', minutes: 15 },
      { title: '议课：任务二 还原动作', minutes: 30 },
      { title: '小结', minutes: 15 },
    ],
    roles,
  })
  await door.request('activity.publish', { activityId })
  await door.request('activity.open-room', { activityId })
  return activityId
}
