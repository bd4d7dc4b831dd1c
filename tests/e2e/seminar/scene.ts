import { CuttableProxy } from '#tests/support/network/cuttable-proxy.ts'
import { Product } from '#tests/support/product.ts'
import type { ProductDoor } from '#tests/support/product/product-door.ts'
import { Conversation } from './chat.ts'
import { Figures } from './figures.ts'
import { launchPerson, type Person } from './person.ts'

export const SCREEN_CAMERA = 15
const LOOPBACK = { host: '127.0.0.1', port: 0 }
const LENGTH_MS = 3_600_000

/** One seminar with everybody in it, from before it opens until after its replay. */
export class Scene {
  readonly figures = new Figures()
  readonly conversation = new Conversation()
  readonly product: Product
  /** The host's own requests, for what no page shows. */
  readonly door: ProductDoor
  readonly activityId: string
  readonly linkToken: string
  readonly host: Person
  readonly presenter: Person
  readonly teacher: Person
  readonly guest: Person
  /** The teacher's way to the server. */
  readonly cable: CuttableProxy

  /** Starts the product, publishes an activity of today, and seats four people at four computers. */
  static async create(): Promise<Scene> {
    const product = await Product.start()
    const door = await product.signIn('翟雅琴')
    const activity = await publishActivity(door)
    const cable = await CuttableProxy.create({
      tcp: [{ from: LOOPBACK, to: product.web }],
      udp: [{ from: LOOPBACK, to: product.media }],
    })
    const [host, presenter, teacher, guest] = await Promise.all([
      launchPerson(product, { name: '翟雅琴', cameraId: 1 }),
      launchPerson(product, { name: '荆文涛', cameraId: 4 }),
      launchPerson(product, { name: '周雨桐', cameraId: 7, via: cable }),
      launchPerson(product, { name: '听课的人' }),
    ])
    return new Scene({ product, door, cable, ...activity, host, presenter, teacher, guest })
  }

  private constructor(
    parts: Pick<
      Scene,
      'product' | 'door' | 'cable' | 'activityId' | 'linkToken' | 'host' | 'presenter' | 'teacher' | 'guest'
    >,
  ) {
    this.product = parts.product
    this.door = parts.door
    this.cable = parts.cable
    this.activityId = parts.activityId
    this.linkToken = parts.linkToken
    this.host = parts.host
    this.presenter = parts.presenter
    this.teacher = parts.teacher
    this.guest = parts.guest
  }

  get everybody(): readonly Person[] {
    return [this.host, this.presenter, this.teacher, this.guest]
  }

  get roomPath(): string {
    return `/seminar/${this.activityId}`
  }

  /** Where the session stands now, on its own clock. */
  async sessionNowMs(): Promise<number> {
    const { zeroEpochMs } = await this.door.request('replay.get', { activityId: this.activityId })
    return Date.now() - zeroEpochMs
  }

  /** Idempotent. */
  async close(): Promise<void> {
    await Promise.all(this.everybody.map(({ browser }) => browser.close()))
    await this.cable.close()
    await this.product.stop()
  }
}

async function publishActivity(door: ProductDoor): Promise<{ activityId: string; linkToken: string }> {
  const me = await door.request('me.get', {})
  const found = await door.request('people.search', { query: '荆文涛' })
  const [studio, presenter] = [me?.mayCreateIn[0], found.people[0]]
  if (studio === undefined || presenter === undefined) throw new Error('The demo city has no studio for this seminar.')
  const nowMs = Date.now()
  const { activityId } = await door.request('activity.create', {
    studioId: studio.studioId,
    kind: 'lesson-study',
    title: '《背影》动词教学研讨',
    question: '这几个动词，该读，还是该做？',
    startsAt: new Date(nowMs).toISOString(),
    endsAt: new Date(nowMs + LENGTH_MS).toISOString(),
    entry: 'link',
    agenda: [{ title: '议课', minutes: 30 }],
    roles: [{ personId: presenter.id, role: 'presenter' }],
  })
  await door.request('activity.publish', { activityId })
  const { card } = await door.request('activity.get', { activityId })
  if (card.linkToken === null) throw new Error('An activity open by link has a token for its host.')
  return { activityId, linkToken: card.linkToken }
}
