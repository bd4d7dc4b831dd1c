import { z } from 'zod'

/** Platform roles, product.md §1. A person may hold several, each with a scope. */
export const platformRole = z.enum([
  'teacher',
  'member',
  'master',
  'school-admin',
  'district-admin',
  'office',
  'expert',
  'reviewer',
  'operator',
])
export type PlatformRole = z.infer<typeof platformRole>

export const scopeKind = z.enum(['city', 'district', 'school', 'studio'])
export type ScopeKind = z.infer<typeof scopeKind>

export const roleGrant = z.object({ role: platformRole, scope: scopeKind, scopeId: z.string() })
export type RoleGrant = z.infer<typeof roleGrant>

/** Room roles, product.md §3: granted per session, changed live. */
export const roomRole = z.enum([
  'host',
  'presenter',
  'speaker', // 嘉宾 / 专家
  'note-taker',
  'observer',
  'participant',
  'viewer',
  'inspector',
])
export type RoomRole = z.infer<typeof roomRole>
