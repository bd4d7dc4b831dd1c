import { describe, expect, it } from 'vitest'
import type { ActivityEntry, ActivityState } from '#core/contract/activity.ts'
import type { RoleGrant, RoomRole } from '#core/contract/roles.ts'
import { GUEST, SYSTEM, type Actor } from '#core/domain/policy/actor.ts'
import { can, roomRoleOnEntry } from '#core/domain/policy/can.ts'
import type { ActivityFacts } from '#core/domain/policy/resource.ts'

const STUDIO = 'studio-zhai'
const DISTRICT = 'district-zhangdian'

const person = (personId: string, ...grants: RoleGrant[]): Actor => ({
  kind: 'person',
  personId,
  name: personId,
  grants,
})
const grant = (role: RoleGrant['role'], scope: RoleGrant['scope'], scopeId: string): RoleGrant => ({
  role,
  scope,
  scopeId,
})

const ACTORS = {
  访: GUEST,
  师: person('teacher', grant('teacher', 'school', 'school-1')),
  员: person('member', grant('teacher', 'school', 'school-1'), grant('member', 'studio', STUDIO)),
  主: person('master', grant('master', 'studio', STUDIO)),
  他主: person('other-master', grant('master', 'studio', 'studio-sun')),
  校: person('school-admin', grant('school-admin', 'school', 'school-1')),
  区: person('district-admin', grant('district-admin', 'district', DISTRICT)),
  他区: person('other-district-admin', grant('district-admin', 'district', 'district-gaoqing')),
  办: person('office', grant('office', 'city', 'city')),
  专: person('expert', grant('expert', 'city', 'city')),
  评: person('reviewer', grant('reviewer', 'city', 'city')),
  运: person('operator', grant('operator', 'city', 'city')),
} as const satisfies Record<string, Actor>

type Name = keyof typeof ACTORS
const NAMES = Object.keys(ACTORS).filter((name): name is Name => name in ACTORS)
const EVERYBODY = NAMES.join(' ')
const SIGNED_IN = NAMES.filter((name) => name !== '访').join(' ')

function facts(
  change: { state?: ActivityState; entry?: ActivityEntry; studioId?: string | null; hostId?: string } = {},
): ActivityFacts {
  return {
    state: 'published',
    entry: 'city',
    studioId: STUDIO,
    districtId: DISTRICT,
    schoolId: 'school-1',
    hostId: 'master',
    assigned: new Map<string, RoomRole>(),
    groupIds: new Set(['master', 'member']),
    ...change,
  }
}

const studio = { kind: 'studio', studioId: STUDIO, districtId: DISTRICT, masterId: 'master' } as const
const activity = (change: Parameters<typeof facts>[0] = {}) =>
  ({ kind: 'activity', activity: facts(change), linkPresented: false }) as const
const plan = (change: Parameters<typeof facts>[0] = {}) =>
  ({ ...activity(change), kind: 'plan', roomRole: null }) as const
const replay = (change: Parameters<typeof facts>[0] = {}) => ({ ...activity(change), kind: 'replay' }) as const

const INSIDERS = '员 主'
const OVERSEERS = '区 办'

/** product.md §3 as far as this issue goes: who may, all others may not. */
const MATRIX: readonly (readonly [rule: string, may: string, asks: (actor: Actor) => boolean])[] = [
  ['see the page of an event open to the city', EVERYBODY, (actor) => can(actor, 'activity.see', activity())],
  [
    'see the page of an event open by link',
    EVERYBODY,
    (actor) => can(actor, 'activity.see', activity({ entry: 'link' })),
  ],
  [
    'see an event of a group',
    `${INSIDERS} ${OVERSEERS}`,
    (actor) => can(actor, 'activity.see', activity({ entry: 'group' })),
  ],
  ['see a draft', `${INSIDERS} 办`, (actor) => can(actor, 'activity.see', activity({ state: 'draft' }))],
  ['enter an event open to the city', SIGNED_IN, (actor) => can(actor, 'activity.enter', activity())],
  [
    'enter an event of a group',
    `${INSIDERS} ${OVERSEERS}`,
    (actor) => can(actor, 'activity.enter', activity({ entry: 'group' })),
  ],
  ['enter a cancelled event', '', (actor) => can(actor, 'activity.enter', activity({ state: 'cancelled' }))],
  [
    'enter by link with the link',
    EVERYBODY,
    (actor) => can(actor, 'activity.enter', { ...activity({ entry: 'link' }), linkPresented: true }),
  ],
  ['enter by link without the link', SIGNED_IN, (actor) => can(actor, 'activity.enter', activity({ entry: 'link' }))],
  [
    'enter by a link that is none any more',
    SIGNED_IN,
    (actor) => can(actor, 'activity.enter', { ...activity(), linkPresented: true }),
  ],

  ['see a studio', EVERYBODY, (actor) => can(actor, 'studio.see', studio)],
  ['edit a studio', '主 办', (actor) => can(actor, 'studio.edit', studio)],
  ['create an activity of a studio', '员 主 区 办', (actor) => can(actor, 'studio.create-activity', studio)],
  [
    'create an activity outside of studios',
    '校 区 他区 办',
    (actor) => can(actor, 'city.create-activity', { kind: 'city' }),
  ],
  ['add people and schools', '办', (actor) => can(actor, 'city.manage-people', { kind: 'city' })],
  ['open a studio', '办', (actor) => can(actor, 'city.open-studio', { kind: 'city' })],
  ['use a one-time link that stands', EVERYBODY, (actor) => can(actor, 'link.use', { kind: 'link', stands: true })],
  ['use one that does not', '', (actor) => can(actor, 'link.use', { kind: 'link', stands: false })],
  ['edit an activity', '主 办', (actor) => can(actor, 'activity.edit', activity())],
  ['edit an activity that has ended', '', (actor) => can(actor, 'activity.edit', activity({ state: 'ended' }))],
  ['publish an activity of a studio', '主 办', (actor) => can(actor, 'activity.publish', activity({ state: 'draft' }))],
  [
    'publish what a member drafted',
    '主 办',
    (actor) => can(actor, 'activity.publish', activity({ state: 'draft', hostId: 'member' })),
  ],
  [
    'edit what a member drafted',
    '员 主 办',
    (actor) => can(actor, 'activity.edit', activity({ state: 'draft', hostId: 'member' })),
  ],
  [
    'publish one’s own activity outside of studios',
    '校 办',
    (actor) => can(actor, 'activity.publish', activity({ studioId: null, hostId: 'school-admin' })),
  ],
  ['cancel an activity', '主 办', (actor) => can(actor, 'activity.cancel', activity())],
  ['open the room', '主 办', (actor) => can(actor, 'activity.open-room', activity())],

  ['read the plan of an event open to the city', SIGNED_IN, (actor) => can(actor, 'plan.read', plan())],
  ['read the plan of an event open by link', EVERYBODY, (actor) => can(actor, 'plan.read', plan({ entry: 'link' }))],
  [
    'read the plan of a group',
    `${INSIDERS} ${OVERSEERS}`,
    (actor) => can(actor, 'plan.read', plan({ entry: 'group' })),
  ],
  ['comment on an open plan', '师 员 主 他主 校 区 办 专', (actor) => can(actor, 'plan.comment', plan())],
  ['edit a studio’s plan', INSIDERS, (actor) => can(actor, 'plan.edit', plan())],
  ['edit the plan of a cancelled activity', '', (actor) => can(actor, 'plan.edit', plan({ state: 'cancelled' }))],
  [
    'see the replay of an event open to the city',
    SIGNED_IN,
    (actor) => can(actor, 'replay.see', replay({ state: 'ended' })),
  ],
  [
    'see the replay of a group',
    `${INSIDERS} ${OVERSEERS}`,
    (actor) => can(actor, 'replay.see', replay({ state: 'ended', entry: 'group' })),
  ],
  [
    'order the work on a failed recording anew',
    '主 办',
    (actor) => can(actor, 'replay.finish-again', replay({ state: 'ended' })),
  ],
]

describe('[ROLE1] who may do what, outside of the room', () => {
  it.each(MATRIX)('%s: %s', (_rule, may, asks) => {
    expect(NAMES.filter((name) => asks(ACTORS[name])).join(' ')).toBe(may)
  })

  it('the server itself may everything', () => {
    for (const state of ['draft', 'published', 'live', 'ended', 'cancelled'] as const) {
      expect(can(SYSTEM, 'activity.edit', activity({ state, entry: 'group' }))).toBe(true)
    }
  })
})

const ROOM_MATRIX: readonly (readonly [
  capability: 'room.raise-hand' | 'room.chat' | 'room.take-stage' | 'room.host' | 'room.record' | 'room.move-agenda',
  may: string,
])[] = [
  ['room.raise-hand', 'host presenter speaker note-taker observer participant'],
  ['room.chat', 'host presenter speaker note-taker observer participant'],
  ['room.take-stage', 'host presenter speaker'],
  ['room.host', 'host'],
  ['room.record', 'host'],
  ['room.move-agenda', 'host note-taker'],
]
const ROOM_ROLES = [
  'host',
  'presenter',
  'speaker',
  'note-taker',
  'observer',
  'participant',
  'viewer',
  'inspector',
] as const

describe('[ROLE2] who may do what, in the room', () => {
  it.each(ROOM_MATRIX)('%s: %s', (capability, may) => {
    const actor = ACTORS.师
    const allowed = ROOM_ROLES.filter((role) => can(actor, capability, { kind: 'room', role, onStage: false }))
    expect(allowed.join(' ')).toBe(may)
  })

  it('nobody is heard or seen who is not on stage; an inspector never', () => {
    for (const role of ROOM_ROLES) {
      expect(can(ACTORS.师, 'room.produce', { kind: 'room', role, onStage: false })).toBe(false)
      expect(can(ACTORS.师, 'room.produce', { kind: 'room', role, onStage: true })).toBe(role !== 'inspector')
    }
  })
})

describe('[ROLE3] the role with which one sits down', () => {
  it.each([
    ['访', 'viewer'],
    ['师', 'participant'],
    ['员', 'participant'],
    ['主', 'host'],
    ['区', 'inspector'],
    ['办', 'inspector'],
    ['他区', 'participant'],
    ['专', 'participant'],
  ] as const)('%s enters as %s', (name, role) => {
    expect(roomRoleOnEntry(ACTORS[name], { ...activity({ entry: 'link' }), linkPresented: true })).toBe(role)
  })

  it('a role given in advance counts, and watching officials are never hidden behind one they were not given', () => {
    const assigned = { ...facts(), assigned: new Map<string, RoomRole>([['expert', 'speaker']]) }
    expect(roomRoleOnEntry(ACTORS.专, { kind: 'activity', activity: assigned, linkPresented: false })).toBe('speaker')
  })

  it('nobody sits down where they may not enter', () => {
    expect(roomRoleOnEntry(ACTORS.师, activity({ entry: 'group' }))).toBeNull()
    expect(roomRoleOnEntry(GUEST, activity({ entry: 'link' }))).toBeNull()
  })
})
