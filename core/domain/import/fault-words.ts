import type { ImportColumn, ImportFault } from '#core/contract/imports.ts'
import { headerOf } from './columns.ts'

const ENGLISH: Record<ImportColumn, string> = {
  name: 'Name',
  username: 'User name',
  organisation: 'Organisation',
  parent: 'Above it',
  stage: 'Stage',
  subject: 'Subject',
  post: 'Post',
  role: 'Role',
}

/** The column as the reader knows it from the template. */
export const columnWords = (column: ImportColumn, locale: string): string =>
  locale === 'en' ? `${ENGLISH[column]} ${headerOf(column)}` : headerOf(column)

/** What is wrong in the cell, and what to write instead. */
export const faultWords = (fault: ImportFault, locale: string): string =>
  locale === 'en' ? english(fault) : chinese(fault)

function chinese(fault: ImportFault): string {
  const { column } = fault
  switch (fault.kind) {
    case 'missing':
      return `没有填。请填上${headerOf(column)}。`
    case 'too-long':
      return `太长了。请写在 ${fault.max} 个字以内。`
    case 'unreadable':
      return '里面有换行或认不出的字符。请删去，重新输入。'
    case 'bad-username':
      return '请用小写字母、数字、点和连字符，2 到 30 个，以字母或数字开头。'
    case 'twice':
      return `第 ${fault.otherRow} 行也是这个用户名。一个人只写一行，两个人请用两个用户名。`
    case 'other-name':
      return `这个用户名是${fault.name}的。是同一个人，请把姓名写成${fault.name}；不是，请换一个用户名。`
    case 'taken':
      return '这个用户名已经有人用了。请换一个。'
    case 'unknown':
      return `没有这个${headerOf(column)}。请写：${fault.choices.join('、')}。`
    case 'unknown-parent':
      return fault.choices.length === 0
        ? '没有这个上级单位。局属学校请留空；区县的学校，请先到“人员与工作室”添上区县。'
        : `没有这个上级单位。局属学校请留空；区县的学校请写：${fault.choices.join('、')}。`
    case 'ambiguous':
      return `有几所同名的单位。请在“上级单位”一列写明是哪一所的：${fault.choices.join('、')}。`
    case 'wrong-place':
      return fault.needs === 'school'
        ? '这个角色要有学校。请把单位写成一所学校，或者换一个角色。'
        : '这个角色要有区县。请把单位写成区县教育局，或者换一个角色。'
    default:
      return fault satisfies never
  }
}

function english(fault: ImportFault): string {
  switch (fault.kind) {
    case 'missing':
      return 'Nothing is there. Please fill it in.'
    case 'too-long':
      return `Too long. Please keep to ${fault.max} characters.`
    case 'unreadable':
      return 'There are line breaks or unreadable characters in it. Please type it anew.'
    case 'bad-username':
      return 'Please use 2 to 30 lower-case letters, digits, dots and hyphens, beginning with a letter or digit.'
    case 'twice':
      return `Row ${fault.otherRow} has this user name, too. One row for each person; two people need two names.`
    case 'other-name':
      return `This user name belongs to ${fault.name}. If they are the same person, write that name; if not, choose another user name.`
    case 'taken':
      return 'Somebody has this user name already. Please choose another.'
    case 'unknown':
      return `There is none of this name. Please write one of: ${fault.choices.join(', ')}.`
    case 'unknown-parent':
      return fault.choices.length === 0
        ? 'There is none of this name. Leave it empty for the city’s own schools; add the district first for others.'
        : `There is none of this name. Leave it empty for the city’s own schools, or write one of: ${fault.choices.join(', ')}.`
    case 'ambiguous':
      return `There are several of this name. Say in 上级单位 which one: ${fault.choices.join(', ')}.`
    case 'wrong-place':
      return fault.needs === 'school'
        ? 'This role belongs to a school. Please name a school, or choose another role.'
        : 'This role belongs to a district. Please name the district’s bureau, or choose another role.'
    default:
      return fault satisfies never
  }
}
