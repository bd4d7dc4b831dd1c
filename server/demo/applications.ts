import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { applicationForm, type ApplicationDecision, type MendingNotes } from '#core/contract/applications.ts'
import { FIRST_FRAMING } from '#core/domain/application/photo-crop.ts'
import { decideApplications } from '#server/usecases/applications/decide-applications.ts'
import { saveApplication, submitApplication } from '#server/usecases/applications/write-application.ts'
import type { DemoTheme } from './demo-city.ts'

interface DemoApplication {
  applicant: string
  /** Among the assets. */
  portrait: number
  subject: string
  level: 'city' | 'district'
  school: string
  gender: 'female' | 'male'
  bornMonth: string
  teachingYears: number
  begins: string
  decisions?: readonly { by: string; decision: ApplicationDecision; reason?: string; notes?: MendingNotes }[]
}

const PASSED_BY = (by: string) => ({ by, decision: 'approve' }) as const

const APPLICATIONS: readonly DemoApplication[] = [
  {
    applicant: '张文博',
    portrait: 7,
    subject: '初中语文',
    level: 'city',
    school: '张店区实验中学',
    gender: 'male',
    bornMonth: '1985-03',
    teachingYears: 18,
    begins: '从教十八年，一直教初中语文，五年来跟着工作室磨了四十多节课。',
    decisions: [PASSED_BY('路广平')],
  },
  {
    applicant: '谭思齐',
    portrait: 5,
    subject: '小学数学',
    level: 'district',
    school: '张店区柳泉小学',
    gender: 'female',
    bornMonth: '1988-09',
    teachingYears: 14,
    begins: '从教十四年，教小学数学，喜欢让孩子动手摆一摆再说话。',
    decisions: [PASSED_BY('路广平')],
  },
  {
    applicant: '田甜',
    portrait: 3,
    subject: '初中语文',
    level: 'district',
    school: '张店区实验中学',
    gender: 'female',
    bornMonth: '1990-11',
    teachingYears: 12,
    begins: '从教十二年，喜欢带学生读整本书，每学期和学生共读两本。',
  },
  {
    applicant: '李沐阳',
    portrait: 8,
    subject: '初中语文',
    level: 'district',
    school: '高青县黄河口中学',
    gender: 'male',
    bornMonth: '1989-06',
    teachingYears: 13,
    begins: '从教十三年，带过五届毕业班，最上心的是作文批改。',
    decisions: [
      {
        by: '左秀芬',
        decision: 'return',
        reason: '材料基本齐全，补一处就可以。',
        notes: { honours: '请写明授予单位。' },
      },
    ],
  },
]

const REST =
  '我相信课是一遍一遍磨出来的：先自己备，再听同伴说，上过以后对着实录找学生没有听懂的那一分钟，改了再上。' +
  '这些年参加市里的研讨，提出的修改建议有不少写进了共案，也看到别的学校拿去复备，很受鼓舞。' +
  '想带几位年轻老师一起做：每月磨一节课，课前共备，课上分工观察，课后当场议定要改的地方；' +
  '每学期整理一份成果，放到资源库里，请全市老师来用、来挑毛病。平时把听课记录和学生作业留好，让每一处改动都说得出根据。' +
  '学校给了一间教室做活动室，书和设备都已经备下，周三下午不排课，可以随时开展活动。' +
  '也愿意到山区学校去上课、听课，把工作室办成大家的工作室。'

/** Applications at each desk: with the office, with a district, with the applicant again. */
export const applyForStudios: DemoTheme = async ({ applications: deps, applicationPhotos }, city) => {
  for (const { applicant, portrait, school, begins, decisions = [], ...facts } of APPLICATIONS) {
    const actor = await city.actorOf(applicant)
    const form = applicationForm.parse({
      ...facts,
      name: `${applicant}名师工作室`,
      schoolId: city.idOf('organisation', school),
      introduction: begins + REST,
      ...{ degree: '本科', professionalTitle: '一级教师', post: '语文教师', phone: '0533-0000000' },
      honours: '2021 年　市教学能手\n2023 年　市优秀教师',
    })
    const saved = await saveApplication(deps, actor, { version: 0, form })
    const read = () => readFile(join(import.meta.dirname, 'assets', `portrait-${portrait}.jpg`))
    await applicationPhotos.upload(actor, { framing: JSON.stringify(FIRST_FRAMING), read })
    let { version } = await submitApplication(deps, actor, saved)
    for (const { by, decision, reason = '', notes = {} } of decisions) {
      const items = [{ applicationId: saved.applicationId, version }]
      await decideApplications(deps, await city.actorOf(by), { items, decision, reason, notes })
      version += 1
    }
  }
}
