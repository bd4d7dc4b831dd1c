import { roomRole, type RoomRole } from '#core/contract/roles.ts'
import { GUEST, type Actor } from '#core/domain/policy/actor.ts'
import { signIn, type HttpDoor } from './http-door.ts'
import type { TestCity } from './test-city.ts'

/** One person of every role of the city, those with the role elsewhere too. */
export const PEOPLE = {
  教师: ['周雨桐', 'zhouyutong'],
  工作室成员: ['荆文涛', 'jingwentao'],
  名师: ['翟雅琴', 'zhaiyaqin'],
  他室名师: ['孙学军', 'sunxuejun'],
  学校: ['蒲春霞', 'puchunxia'],
  区县: ['路广平', 'luguangping'],
  他区县: ['左秀芬', 'zuoxiufen'],
  市办: ['耿凤鸣', 'gengfengming'],
  专家: ['巩建民', 'gongjianmin'],
  评审: ['付晓梅', 'fuxiaomei'],
  运维: ['于海宁', 'yuhaining'],
} as const

/** Teachers of elsewhere who have nothing to do with 翟雅琴's studio: each is given one role of a room. */
const STAND_INS = {
  host: ['边晓燕', 'bianxiaoyan'],
  presenter: ['国兆亮', 'guozhaoliang'],
  speaker: ['商红梅', 'shanghongmei'],
  'note-taker': ['韩雪', 'hanxue'],
  observer: ['宗立新', 'zonglixin'],
  participant: ['巴玉婷', 'bayuting'],
  viewer: ['谭思齐', 'tansiqi'],
  inspector: ['仇海燕', 'qiuhaiyan'],
} as const satisfies Record<RoomRole, readonly [string, string]>

/** Somebody who asks over HTTP: with a session of their own, or signed out. */
export interface Comer {
  actor: Actor
  cookie: string | undefined
}

type AccountName = readonly [name: string, username: string]

async function comeIn(city: TestCity, door: HttpDoor, [name, username]: AccountName): Promise<Comer> {
  const cookie = await signIn(door, { username, password: await city.passwordOf(username) })
  return { actor: await city.actorOf(name), cookie }
}

/** Everybody of PEOPLE, signed in, and 访客, by their names. */
export async function everybody(city: TestCity, door: HttpDoor): Promise<Map<string, Comer>> {
  const comers = new Map<string, Comer>([['访客', { actor: GUEST, cookie: undefined }]])
  for (const [role, account] of Object.entries(PEOPLE)) comers.set(role, await comeIn(city, door, account))
  return comers
}

/** One more for every role of a room, signed in. */
export async function everyRoomRole(city: TestCity, door: HttpDoor): Promise<Map<RoomRole, Comer>> {
  const comers = new Map<RoomRole, Comer>()
  for (const role of roomRole.options) comers.set(role, await comeIn(city, door, STAND_INS[role]))
  return comers
}
