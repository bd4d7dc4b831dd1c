import type { RoomRole } from '#core/contract/roles.ts'
import type { Database } from '#server/adapters/postgres/database.ts'

export const ACTIVITY = 'activity-1'
export const SESSION = 'session-1'
export const LINK_TOKEN = 'link-token-of-activity-1'
export const AGENDA_ITEM = 'agenda-1'
export const HOST = 'person-host'

/** One school, one activity open by link with its session running, and people who have a part in it. */
export async function openTestRoom(database: Database, roles: Readonly<Record<string, RoomRole>> = {}): Promise<void> {
  await database.organisation.createMany({
    data: [
      { id: 'district-1', kind: 'district', name: '历下区教育局', shortName: '历下' },
      { id: 'school-1', parentId: 'district-1', kind: 'school', name: '第一小学', shortName: '一小' },
    ],
  })
  await addPeople(database, [HOST, ...Object.keys(roles)])
  await database.activity.create({
    data: {
      ...{ id: ACTIVITY, hostId: HOST, districtId: 'district-1', kind: 'lesson-study', state: 'live', entry: 'link' },
      ...{ title: '分数的初步认识', question: '学生怎样理解平均分？', linkToken: LINK_TOKEN, willRecord: true },
      ...{ startsAt: new Date('2026-11-22T08:00:00Z'), endsAt: new Date('2026-11-22T10:00:00Z') },
      agenda: { create: [{ id: AGENDA_ITEM, position: 0, title: '说课', minutes: 10 }] },
      roles: { create: Object.entries(roles).map(([personId, role]) => ({ personId, role })) },
      sessions: { create: { id: SESSION, zeroAt: new Date() } },
    },
  })
}

export async function addPeople(database: Database, personIds: readonly string[]): Promise<void> {
  await database.person.createMany({
    data: personIds.map((id, index) => ({
      ...{ id, organisationId: 'school-1', name: `老师${index + 1}`, colour: 1 + (index % 6) },
    })),
  })
}
