import { AppError } from '#core/contract/errors.ts'
import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import type { YearPlanTaskInput } from '#core/contract/year-plans.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { auditEntry } from '../audit/audit-entry.ts'
import { requirePerson } from '../require-person.ts'
import { groupOf } from './group-of.ts'
import { changedSince, subjectOf, writing, type YearPlanDeps } from './plan-door.ts'
import type { PlanHead, YearPlanWrites } from './ports.ts'

const WRITE = 'studio.write-year-plan'
const CLAIM = 'studio.claim-task'

type OneTask = HttpParsedInput<'year-plan.claim'>

export async function addTask(
  deps: YearPlanDeps,
  actor: Actor,
  { planId, itemId, task }: HttpParsedInput<'year-plan.add-task'>,
): Promise<HttpOutput<'year-plan.add-task'>> {
  return writing(deps, actor, { planId, needs: WRITE }, async (writes, { head }) => {
    if ((await writes.item(itemId, { planId })) === null) throw changedSince()
    await assertOfGroup(deps, head, task.assigneeId)
    const taskId = deps.ids.next()
    await writes.addTask(itemId, { ...task, id: taskId })
    await record(actor, writes, { planId, action: 'year-plan.add-task', before: null, after: task })
    await assign(deps, actor, writes, { head, task, before: null })
    return { taskId }
  })
}

export async function changeTask(
  deps: YearPlanDeps,
  actor: Actor,
  { planId, taskId, version, task }: HttpParsedInput<'year-plan.change-task'>,
): Promise<HttpOutput<'year-plan.change-task'>> {
  return writing(deps, actor, { planId, needs: WRITE }, async (writes, { head }) => {
    const before = await writes.task(taskId, { planId })
    if (before === null) throw changedSince()
    // Who has left the studio keeps what was theirs, until it is given to somebody else.
    if (task.assigneeId !== before.assigneeId) await assertOfGroup(deps, head, task.assigneeId)
    if (!(await writes.changeTask(taskId, { version, task }))) throw changedSince()
    if (task.title !== before.title || task.hours !== before.hours)
      await record(actor, writes, { planId, action: 'year-plan.change-task', before, after: task })
    await assign(deps, actor, writes, { head, task, before: before.assigneeId })
    return {}
  })
}

export async function removeTask(
  deps: YearPlanDeps,
  actor: Actor,
  { planId, taskId, version }: HttpParsedInput<'year-plan.remove-task'>,
): Promise<HttpOutput<'year-plan.remove-task'>> {
  return writing(deps, actor, { planId, needs: WRITE }, async (writes) => {
    const task = await writes.task(taskId, { planId })
    if (task === null || !(await writes.removeTask(taskId, { version }))) throw changedSince()
    await record(actor, writes, { planId, action: 'year-plan.remove-task', before: task, after: null })
    return {}
  })
}

/** 认领: for oneself. */
export async function claimTask(
  deps: YearPlanDeps,
  actor: Actor,
  { planId, taskId, version }: OneTask,
): Promise<HttpOutput<'year-plan.claim'>> {
  return writing(deps, actor, { planId, needs: CLAIM }, async (writes, { head }) => {
    const { personId } = requirePerson(actor)
    const task = await writes.task(taskId, { planId })
    if (task === null) throw changedSince()
    if (task.assigneeId !== null) throw new AppError('CONFLICT', '这项任务已经有人认领了。')
    const claimed = { ...task, assigneeId: personId }
    if (!(await writes.changeTask(taskId, { version, task: claimed }))) throw changedSince()
    await assign(deps, actor, writes, { head, task: claimed, before: null })
    return {}
  })
}

/** One's own, so that somebody else can have it. */
export async function giveBackTask(
  deps: YearPlanDeps,
  actor: Actor,
  { planId, taskId, version }: OneTask,
): Promise<HttpOutput<'year-plan.give-back'>> {
  return writing(deps, actor, { planId, needs: CLAIM }, async (writes, { head }) => {
    const { personId } = requirePerson(actor)
    const task = await writes.task(taskId, { planId })
    if (task?.assigneeId !== personId) throw new AppError('CONFLICT', '这项任务现在不是您的。')
    const free = { ...task, assigneeId: null }
    if (!(await writes.changeTask(taskId, { version, task: free }))) throw changedSince()
    await assign(deps, actor, writes, { head, task: free, before: personId })
    return {}
  })
}

type TaskChange = {
  planId: string
  action: 'year-plan.add-task' | 'year-plan.change-task' | 'year-plan.remove-task'
  before: YearPlanTaskInput | null
  after: YearPlanTaskInput | null
}

async function record(actor: Actor, writes: YearPlanWrites, { planId, action, before, after }: TaskChange) {
  const factsOf = ({ title, hours }: YearPlanTaskInput) => ({ task: title, hours: String(hours) })
  const facts = { before: before && factsOf(before), after: after && factsOf(after) }
  await writes.audit.write(auditEntry(actor, { action, subject: subjectOf(planId), ...facts }))
}

async function assertOfGroup(deps: YearPlanDeps, { studioId }: PlanHead, assigneeId: string | null): Promise<void> {
  if (assigneeId === null) return
  const { people } = await groupOf(deps, studioId)
  if (!people.some(({ id }) => id === assigneeId))
    throw new AppError('INVALID', '任务只能分给本工作室的人。', { field: 'task.assigneeId' })
}

/** Whose a task is now: on record, and told to whom somebody else has given it. */
async function assign(
  deps: YearPlanDeps,
  actor: Actor,
  writes: YearPlanWrites,
  change: { head: PlanHead; task: YearPlanTaskInput; before: string | null },
): Promise<void> {
  const { head, task, before } = change
  if (task.assigneeId === before) return
  const { assigneeId } = task
  await writes.audit.write(
    auditEntry(actor, {
      action: 'year-plan.assign',
      subject: subjectOf(head.id),
      before: { task: task.title, assigneeId: before ?? '' },
      after: { task: task.title, assigneeId: assigneeId ?? '' },
    }),
  )
  if (assigneeId === null || (actor.kind === 'person' && actor.personId === assigneeId)) return
  const { name } = await groupOf(deps, head.studioId)
  const params = { studioId: head.studioId, studioName: name, year: head.year, task: task.title }
  await writes.notifications.add([{ personId: assigneeId, kind: 'year-plan.assigned', params }])
}
