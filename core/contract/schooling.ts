import { z } from 'zod'

export const schoolStage = z.enum(['学前', '小学', '初中', '高中', '中职'])
export type SchoolStage = z.infer<typeof schoolStage>

/** As they stand on a timetable, in its order: what lists are narrowed to. */
export const schoolSubject = z.enum([
  ...(['语文', '数学', '英语', '道德与法治', '历史', '地理', '物理', '化学', '生物', '科学'] as const),
  ...(['信息科技', '音乐', '美术', '体育与健康', '劳动', '综合实践', '心理健康', '学前教育', '专业课'] as const),
])
export type SchoolSubject = z.infer<typeof schoolSubject>
