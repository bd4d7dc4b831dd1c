import { applicationForm, type ApplicationForm } from '#core/contract/applications.ts'

/** Of 300 字. */
export const INTRODUCTION = '从教十八年，一直在教室里。'.repeat(25).slice(0, 300)

/** Whatever an application needs to be handed in. */
export const fullForm = (schoolId: string, change: Partial<ApplicationForm> = {}): ApplicationForm =>
  applicationForm.parse({
    name: '周雨桐名师工作室',
    subject: '初中语文',
    schoolId,
    introduction: INTRODUCTION,
    gender: 'female',
    bornMonth: '1986-05',
    degree: '本科',
    professionalTitle: '高级教师',
    post: '语文教师',
    teachingYears: 18,
    phone: '13800000000',
    ...change,
  })
