import type { Database } from '#server/adapters/postgres/database.ts'

export const PLAN_ID = 'plan-1'
export const ACTIVITY_ID = 'activity-1'
export const LINK_TOKEN = 'link-token-of-activity-1'

export const PEOPLE = [
  { id: 'host', name: '翟雅琴', colour: 1 },
  { id: 'presenter', name: '荆文涛', colour: 2 },
  { id: 'note-taker', name: '于欣然', colour: 3 },
  /** Neither of the group nor with a part. */
  { id: 'teacher', name: '毕晓雯', colour: 4 },
] as const

/** An activity open to the city with its plan, its host, two who may edit, and one who may not. */
export async function seedPlanWorld(database: Database): Promise<void> {
  await database.organisation.create({
    data: { id: 'school', kind: 'school', name: '桓台县第三初级中学', shortName: '桓台三中' },
  })
  await database.person.createMany({ data: PEOPLE.map((person) => ({ ...person, organisationId: 'school' })) })
  await database.activity.create({
    data: {
      id: ACTIVITY_ID,
      hostId: 'host',
      kind: 'lesson-study',
      state: 'live',
      title: '《背影》第二课时',
      question: '',
      startsAt: new Date('2026-11-25T11:00:00Z'),
      endsAt: new Date('2026-11-25T13:00:00Z'),
      entry: 'city',
      linkToken: LINK_TOKEN,
      willRecord: true,
      plan: { create: { id: PLAN_ID } },
      roles: {
        create: [
          { personId: 'presenter', role: 'presenter' },
          { personId: 'note-taker', role: 'note-taker' },
        ],
      },
    },
  })
}
