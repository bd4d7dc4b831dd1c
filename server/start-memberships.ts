import { PostgresMemberships } from './adapters/postgres/postgres-memberships.ts'
import { PostgresMembershipTransactions } from './adapters/postgres/postgres-membership-writes.ts'
import type { Database } from './adapters/postgres/database.ts'
import type { CityDeps, HttpUseCases } from './usecases/http/use-cases.ts'
import { answerProposal, leaveGroup, ownProposals } from './usecases/memberships/answer.ts'
import { decideProposals, proposalsToDecide, setMemberLimit } from './usecases/memberships/decide.ts'
import { getGroup } from './usecases/memberships/get-group.ts'
import { proposeMember, removeMember, withdrawProposal } from './usecases/memberships/propose.ts'
import type { MembershipDeps } from './usecases/memberships/step.ts'

type Options = {
  database: Database
  city: Pick<CityDeps, 'studios' | 'people' | 'clock' | 'ids'>
  connections: MembershipDeps['connections']
}

export const createMembershipDeps = ({ database, city, connections }: Options): MembershipDeps => ({
  memberships: new PostgresMemberships(database),
  transactions: new PostgresMembershipTransactions(database, city),
  ...{ studios: city.studios, people: city.people, clock: city.clock, ids: city.ids },
  connections,
})

/** 群组与遴选. */
export function createMembershipUseCases(options: Options) {
  const deps = createMembershipDeps(options)
  return {
    'studio.group': (actor, input) => getGroup(deps, actor, input),
    'studio.set-member-limit': (actor, input) => setMemberLimit(deps, actor, input),
    'membership.propose': (actor, input) => proposeMember(deps, actor, input),
    'membership.withdraw': (actor, input) => withdrawProposal(deps, actor, input),
    'membership.answer': (actor, input) => answerProposal(deps, actor, input),
    'membership.leave': (actor, input) => leaveGroup(deps, actor, input),
    'membership.remove': (actor, input) => removeMember(deps, actor, input),
    'memberships.mine': (actor) => ownProposals(deps, actor),
    'memberships.to-decide': (actor, input) => proposalsToDecide(deps, actor, input),
    'memberships.decide': (actor, input) => decideProposals(deps, actor, input),
  } satisfies HttpUseCases
}
