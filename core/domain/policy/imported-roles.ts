import { importedRole, type ImportedRole } from '#core/contract/imports.ts'
import type { Actor } from './actor.ts'
import { can } from './can.ts'

/** The roles that a list brought by this actor may give. 市办 and 运维 are never among them: those are given by name. */
export const rolesGivenByList = (actor: Actor): readonly ImportedRole[] =>
  can(actor, 'city.manage-people', { kind: 'city' }) ? importedRole.options : []
