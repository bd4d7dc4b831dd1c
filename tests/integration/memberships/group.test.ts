import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createMembershipDeps } from '#server/start-memberships.ts'
import { answerProposal, leaveGroup, ownProposals } from '#server/usecases/memberships/answer.ts'
import { decideProposals, proposalsToDecide, setMemberLimit } from '#server/usecases/memberships/decide.ts'
import { getGroup } from '#server/usecases/memberships/get-group.ts'
import { proposeMember, removeMember, withdrawProposal } from '#server/usecases/memberships/propose.ts'
import type { MembershipDeps } from '#server/usecases/memberships/step.ts'
import { foundTestCity, type PersonActor, type TestCity } from '#tests/support/city/test-city.ts'

let world: TestCity
let deps: MembershipDeps
let master: PersonActor
let teacher: PersonActor
let office: PersonActor
let studioId: string
/** Whose open channels were asked anew. */
const rechecked: string[] = []

beforeAll(async () => {
  world = await foundTestCity()
  deps = createMembershipDeps({ ...world, connections: { recheckPerson: (personId) => rechecked.push(personId) } })
  master = await world.actorOf('孙学军')
  teacher = await world.actorOf('成守业')
  office = await world.actorOf('耿凤鸣')
  studioId = (await world.database.studio.findFirstOrThrow({ where: { masterId: master.personId } })).id
})
afterAll(() => world.close())

const propose = (personId: string) => proposeMember(deps, master, { studioId, personId, reason: '两年听课三十一场。' })
const group = () => getGroup(deps, master, { studioId })
const proposalOf = async (person: PersonActor) => {
  const found = (await group()).proposals.find(({ person: one }) => one.id === person.personId)
  if (found === undefined) throw new Error('not proposed')
  return { membershipId: found.membershipId, version: found.version }
}
const toDecide = async () =>
  (await proposalsToDecide(deps, office, { limit: 30 })).items.filter(({ studio }) => studio.id === studioId)
const confirm = async (...seen: { membershipId: string; version: number }[]) =>
  decideProposals(deps, office, { decision: 'confirm', reason: '', memberships: seen })
const toldTo = async ({ personId }: PersonActor) => {
  const where = { personId, kind: { startsWith: 'membership.' } }
  return (await world.database.notification.findMany({ where, orderBy: { id: 'asc' } })).map(({ kind }) => kind)
}
const mayPrepare = async () =>
  (await world.city.people.actor(teacher.personId))?.grants.some(
    ({ role, scopeId }) => role === 'member' && scopeId === studioId,
  )

describe('the group of a studio', () => {
  it('[GROUP3] proposed by the master, agreed to by the teacher, confirmed by the office; each told and on record', async () => {
    const { membershipId } = await propose(teacher.personId)
    expect((await ownProposals(deps, teacher)).items).toMatchObject([
      { membershipId, masterName: '孙学军', reason: '两年听课三十一场。' },
    ])
    expect(await toDecide()).toEqual([])
    await answerProposal(deps, teacher, { ...(await proposalOf(teacher)), answer: 'consent', reason: '' })
    expect(await toDecide()).toMatchObject([{ membershipId, places: { taken: 2, limit: 15 }, elsewhere: [] }])
    expect(await mayPrepare()).toBe(false)
    expect(await confirm(await proposalOf(teacher))).toEqual({ done: 1, undone: [] })

    const { members, proposals, places } = await group()
    expect(members.map(({ person }) => person.name)).toEqual(['韩雪', '宗立新', '成守业'])
    expect([proposals, places.taken]).toEqual([[], 3])
    expect(await mayPrepare()).toBe(true)
    expect(rechecked).toContain(teacher.personId)
    expect(await toldTo(teacher)).toEqual(['membership.proposed', 'membership.confirmed'])
    expect(await toldTo(master)).toEqual(['membership.consented', 'membership.confirmed'])
    const lines = await world.database.auditLog.findMany({
      where: { subject: `membership:${membershipId}` },
      orderBy: { id: 'asc' },
    })
    expect(lines.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['membership.propose', master.personId],
      ['membership.answer', teacher.personId],
      ['membership.confirm', office.personId],
    ])
  })

  it('[GROUP4] who is in the group, or proposed, is not proposed again; nor is the master', async () => {
    await expect(propose(teacher.personId)).rejects.toMatchObject({ code: 'CONFLICT', field: 'personId' })
    await expect(propose(master.personId)).rejects.toMatchObject({ code: 'INVALID' })
  })

  it('[GROUP5] with the end of it end its rights, at once; they may come again', async () => {
    const ofTeacher = async () => {
      const found = (await group()).members.find(({ person }) => person.id === teacher.personId)
      return { membershipId: found?.membershipId ?? '', version: found?.version ?? 0 }
    }
    rechecked.length = 0
    await leaveGroup(deps, teacher, { ...(await ofTeacher()), reason: '换了学校。' })
    expect([await mayPrepare(), rechecked]).toEqual([false, [teacher.personId]])
    expect((await group()).past[0]).toMatchObject({
      state: 'left',
      endReason: '换了学校。',
      person: { name: '成守业' },
    })

    await propose(teacher.personId)
    await answerProposal(deps, teacher, { ...(await proposalOf(teacher)), answer: 'consent', reason: '' })
    await confirm(await proposalOf(teacher))
    await removeMember(deps, master, { studioId, ...(await ofTeacher()), reason: '一年没有参加。' })
    expect(await mayPrepare()).toBe(false)
    expect((await toldTo(teacher)).at(-1)).toBe('membership.removed')
  })

  it('[GROUP6] the second who decides is told, and nothing is overwritten; the others are done', async () => {
    const other = await world.actorOf('边晓燕')
    await Promise.all([propose(teacher.personId), propose(other.personId)])
    const first = await proposalOf(teacher)
    await answerProposal(deps, teacher, { ...first, answer: 'consent', reason: '' })
    const stale = answerProposal(deps, teacher, { ...first, answer: 'decline', reason: '' })
    await expect(stale).rejects.toMatchObject({ code: 'CONFLICT' })
    await answerProposal(deps, other, { ...(await proposalOf(other)), answer: 'consent', reason: '' })
    const seen = [await proposalOf(teacher), await proposalOf(other)]
    await withdrawProposal(deps, master, { studioId, ...(await proposalOf(other)) })
    const { done, undone } = await confirm(...seen)
    expect([done, undone]).toEqual([
      1,
      [{ membershipId: seen[1]?.membershipId, why: '这项提名已经撤回，请刷新后再看。' }],
    ])
  })

  it('[GROUP7] of any number who are confirmed at the same moment no more come in than there are places', async () => {
    await setMemberLimit(deps, office, { studioId, limit: 5 })
    const comers = await Promise.all(['于欣然', '毕晓雯', '刘颖'].map((name) => world.actorOf(name)))
    for (const comer of comers) {
      await propose(comer.personId)
      await answerProposal(deps, comer, { ...(await proposalOf(comer)), answer: 'consent', reason: '' })
    }
    const seen = await Promise.all(comers.map(proposalOf))
    const answers = await Promise.all(seen.map((one) => confirm(one)))
    expect(answers.reduce((sum, { done }) => sum + done, 0)).toBe(2)
    expect((await group()).places).toEqual({ taken: 5, limit: 5 })
    await expect(propose((await world.actorOf('巴玉婷')).personId)).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('[GROUP8] refusing needs a reason, and tells both', async () => {
    const [seen] = await toDecide()
    const memberships = [{ membershipId: seen?.membershipId ?? '', version: seen?.version ?? 0 }]
    const refuse = (reason: string) => decideProposals(deps, office, { decision: 'refuse', reason, memberships })
    await expect(refuse('')).rejects.toMatchObject({ code: 'INVALID', field: 'reason' })
    expect(await refuse('名额已满。')).toEqual({ done: 1, undone: [] })
    expect((await toldTo(master)).at(-1)).toBe('membership.refused')
    expect(await toDecide()).toEqual([])
  })
})
