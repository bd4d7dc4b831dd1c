import type { AgendaItemInput } from '#core/contract/activity.ts'
import type { MediaState } from '#core/contract/room-state.ts'
import type { MediaSource } from '#core/contract/timeline.ts'
import type { Shot } from './finished-activity-film.ts'

export const SEMINAR_SECONDS = 240

export const HOST = '翟雅琴'
const PRESENTER = '荆文涛'
const EXPERT = '巩建民'
const MEMBER = '于欣然'
const NOTE_TAKER = '毕晓雯'

export const ROLES = [
  [PRESENTER, 'presenter'],
  [EXPERT, 'speaker'],
  [NOTE_TAKER, 'note-taker'],
] as const

export const AGENDA: readonly AgendaItemInput[] = [
  { title: '说课：任务二怎样设计', minutes: 1, note: PRESENTER },
  { title: '课堂片段回看', minutes: 1, note: '站台一段' },
  { title: '议课：任务二 还原动作', minutes: 2, note: '全体，举手发言' },
]

/** What happens, in the order of seconds. */
export type Beat = { atS: number } & (
  | { type: 'join'; who: string }
  | { type: 'media'; who: string; source: MediaSource; to: MediaState }
  | { type: 'agenda'; item: number }
  | { type: 'say'; who: string; text: string }
  | { type: 'hand'; who: string }
  | { type: 'bring'; who: string }
  | { type: 'dismiss'; who: string }
  | { type: 'spoke'; who: string; fromS: number }
  | { type: 'edit'; edit: number }
  | { type: 'record' }
)

/** Who speaks when; the lanes, the sound and the cuts of the replay follow from it. */
const SPEECH: readonly (readonly [who: string, fromS: number, toS: number])[] = [
  [HOST, 4, 18],
  [PRESENTER, 20, 62],
  [HOST, 64, 70],
  [PRESENTER, 104, 112],
  [MEMBER, 118, 136],
  [PRESENTER, 139, 150],
  [EXPERT, 154, 180],
  [MEMBER, 183, 190],
  [PRESENTER, 192, 206],
  [HOST, 210, 234],
]

const spokenBy = (name: string) => SPEECH.flatMap(([who, fromS, toS]) => (who === name ? [[fromS, toS] as const] : []))

const person = (name: string, seen: { asset: string; pitchHz: number; fromS: number; toS: number }): Shot[] => {
  const { asset, pitchHz, fromS, toS } = seen
  return [
    { name, source: 'camera', fromS, toS, look: { kind: 'still', asset, widthPx: 640, heightPx: 360 } },
    { name, source: 'microphone', fromS, toS, look: { kind: 'voice', pitchHz, spoken: spokenBy(name) } },
  ]
}

const TO_THE_END_S = SEMINAR_SECONDS - 1
const MEMBER_ON_STAGE = { fromS: 115, toS: 200 }
const SHARED = { fromS: 72, toS: 206 }

export const SHOTS: readonly Shot[] = [
  ...person(HOST, { asset: 'portrait-1.jpg', pitchHz: 205, fromS: 3, toS: TO_THE_END_S }),
  ...person(PRESENTER, { asset: 'portrait-2.jpg', pitchHz: 130, fromS: 3, toS: TO_THE_END_S }),
  ...person(MEMBER, { asset: 'portrait-3.jpg', pitchHz: 225, ...MEMBER_ON_STAGE }),
  ...person(EXPERT, { asset: 'portrait-4.jpg', pitchHz: 110, fromS: 3, toS: TO_THE_END_S }),
  {
    name: PRESENTER,
    source: 'screen',
    ...SHARED,
    look: { kind: 'still', asset: 'cover-classroom.jpg', widthPx: 960, heightPx: 540 },
  },
]

const CHAT: readonly (readonly [atS: number, who: string, text: string])[] = [
  [9, '孙学军', '各位老师晚上好，高新区第一中学到了。'],
  [31, '逯明月', '任务一改得顺，第一问留得住人。'],
  [58, '孙学军', '动作是为了读慢，不是为了像。'],
  [83, '耿丽娟', '站台这一段，后排的孩子也在跟着比划。'],
  [97, '逯明月', '“缩”字可以和“攀”换个位置读读看。'],
  [128, HOST, '就照于老师说的，全班一起做。'],
  [146, '耿丽娟', '画面停了，声音很清楚，谢谢。'],
  [163, '孙学军', '做不下去的地方，就是该读的地方。'],
  [178, MEMBER, '我回去先在自己班上试一次。'],
  [199, '逯明月', '任务三的问法我抄下来了。'],
  [224, '耿丽娟', '下次什么时候？小学这边也想跟着听。'],
]

/** Of EDITS: when each is typed. */
const EDITS_AT_S = [44, 121, 124, 132, 134, 136, 171, 196, 216]

const mediaOf = ({ name, source, fromS, toS }: Shot): Beat[] => [
  { atS: fromS, type: 'media', who: name, source, to: 'on' },
  ...(toS < TO_THE_END_S ? [{ atS: toS, type: 'media', who: name, source, to: 'off' } as const] : []),
]

const UNSORTED: readonly Beat[] = [
  ...[HOST, PRESENTER, EXPERT, NOTE_TAKER].map((who): Beat => ({ atS: 1, type: 'join', who })),
  { atS: 2, type: 'record' },
  ...['孙学军', '逯明月', '耿丽娟', MEMBER].map((who, index): Beat => ({ atS: 4 + index, type: 'join', who })),
  ...SHOTS.flatMap(mediaOf),
  { atS: 19, type: 'agenda', item: 0 },
  { atS: 71, type: 'agenda', item: 1 },
  { atS: 103, type: 'agenda', item: 2 },
  { atS: 107, type: 'hand', who: MEMBER },
  { atS: 114, type: 'bring', who: MEMBER },
  { atS: 142, type: 'hand', who: '逯明月' },
  { atS: 201, type: 'dismiss', who: MEMBER },
  ...SPEECH.map(([who, fromS, toS]): Beat => ({ atS: toS, type: 'spoke', who, fromS })),
  ...CHAT.map(([atS, who, text]): Beat => ({ atS, type: 'say', who, text })),
  ...EDITS_AT_S.map((atS, edit): Beat => ({ atS, type: 'edit', edit })),
]

export const SCRIPT: readonly Beat[] = UNSORTED.toSorted((a, b) => a.atS - b.atS)
