import * as Y from 'yjs'
import type { ReplayPlan } from '#core/contract/replay.ts'
import { NODE, planFragment } from '#core/lesson-plan/names.ts'
import { HOST, PRESENTER } from './replay-script.ts'

export const WORDINGS = {
  first: '请一名学生上台模仿“攀”“缩”“倾”。',
  second: '全班起立，跟着文字慢慢做一遍。',
  third: '全班起立，跟着文字慢慢做一遍；做不下去的地方停住。',
} as const

/** A plan of two blocks whose second is changed at 90 and at 110 seconds. */
export function makeReplayPlan(): ReplayPlan {
  const doc = new Y.Doc()
  const wording = new Y.XmlText(WORDINGS.first)
  const heading = new Y.XmlElement<{ level: number }>(NODE.heading)
  heading.setAttribute('level', 2)
  heading.insert(0, [new Y.XmlText('任务二　还原动作')])
  const paragraph = new Y.XmlElement(NODE.paragraph)
  paragraph.insert(0, [wording])
  planFragment(doc).insert(0, [heading as Y.XmlElement, paragraph])
  const base = base64(Y.encodeStateAsUpdateV2(doc))
  const rewrite = (text: string): string => {
    const before = Y.encodeStateVector(doc)
    doc.transact(() => {
      wording.delete(0, wording.length)
      wording.insert(0, text)
    })
    return base64(Y.encodeStateAsUpdateV2(doc, before))
  }
  const by = ({ name, colour, participantId }: typeof HOST) => ({ name, colour, personId: `person-${participantId}` })
  return {
    planId: 'plan',
    base,
    updates: [
      { seq: 1, atMs: 90_000, ...by(PRESENTER), update: rewrite(WORDINGS.second) },
      { seq: 2, atMs: 110_000, ...by(HOST), update: rewrite(WORDINGS.third) },
    ],
  }
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
