import type { ImportedRole } from '#core/contract/imports.ts'
import type { ScopeKind } from '#core/contract/roles.ts'

export const STAGES = ['学前', '小学', '初中', '高中', '中职'] as const

interface RoleFacts {
  label: string
  /** Other words for it. */
  aliases: readonly string[]
  scope: Exclude<ScopeKind, 'studio'>
  /** The kind of organisation that its holder must belong to. */
  needs: 'school' | 'district' | null
}

export const ROLE_FACTS: Record<ImportedRole, RoleFacts> = {
  teacher: { label: '教师', aliases: ['老师'], scope: 'school', needs: null },
  'school-admin': { label: '学校主管干部', aliases: ['主管干部', '学校管理员'], scope: 'school', needs: 'school' },
  'district-admin': { label: '区县管理员', aliases: ['区县'], scope: 'district', needs: 'district' },
  expert: { label: '专家', aliases: ['专家团队'], scope: 'city', needs: null },
  reviewer: { label: '评审', aliases: ['评审组', '评委'], scope: 'city', needs: null },
}
