import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { GetItemCommand } from '@aws-sdk/client-dynamodb'
import type { Commit } from '../../shared/domain/commit.ts'
import type { ProjectId } from '../../shared/domain/identifiers.ts'
import type { ProjectEvent } from '../../shared/domain/project/events.ts'
import { dynamoCommitLog } from '../../shared/store/commit-log.ts'
import { dynamoContacts } from '../../shared/store/contacts.ts'
import { itemOfProjection } from '../../shared/store/projection-item.ts'
import { projectionSortKey, stagedKey, stagedSortKey, streamKey } from '../../shared/store/table.ts'
import { channelled } from '../../shared/use-cases/channels.ts'
import type { Trace } from './lane.ts'
import { signingKey, toyProjectionOf } from './process/toy.ts'
import type { Given } from './scenario.ts'

export interface Evidence extends Trace {
  readonly stream: ProjectId
  readonly given: readonly Given[]
  readonly client: DynamoDBClient
  readonly table: string
}

/** Everything that is wrong with how a case ended, in words; empty when the protocol held. */
export const verdictOn = async (evidence: Evidence): Promise<readonly string[]> => {
  const log = dynamoCommitLog(evidence)
  const commits = await log.load(evidence.stream)
  return [
    ...gaps(commits),
    ...doubles(commits),
    ...answersWithoutCommit(evidence.given, commits),
    ...effectsOf(evidence, commits),
    ...(await projectionOf(evidence)),
    ...(await people(evidence, commits)),
    ...(evidence.deadLetters === 0 ? [] : [`${evidence.deadLetters} dead letters`]),
    ...evidence.plan.unfired().map((fault) => `never fired: ${fault.mode} at ${fault.role}: ${fault.label}`),
  ]
}

type Log = readonly Commit<ProjectEvent>[]

const gaps = (commits: Log): readonly string[] =>
  commits.flatMap(({ version }, at) => (version === at + 1 ? [] : [`version ${at + 1} is missing`]))

/** By what was said, not by any key. */
const doubles = (commits: Log): readonly string[] => {
  const texts = commits.flatMap(({ events }) =>
    events.flatMap((event) => (event.type === 'commented' ? event.text : [])),
  )
  return texts.filter((text, at) => texts.indexOf(text) !== at).map((text) => `committed twice: ${text}`)
}

const answersWithoutCommit = (given: readonly Given[], commits: Log): readonly string[] =>
  given.flatMap(({ command, answers }) =>
    answers.flatMap(({ commitId, refused }) => {
      if (refused !== undefined && refused !== 'busy') return [`refused without a reason: ${refused}`]
      if (commitId === undefined) return []
      const commit = commits.find((one) => one.commitId === commitId)
      return commit?.commandId === command.commandId ? [] : [`answered, and not committed: ${command.text}`]
    }),
  )

const effectsOf = ({ stream, effects }: Evidence, commits: Log): readonly string[] => {
  const expected = commits.flatMap(({ commandId, events }) =>
    channelled(events.map(({ type }) => ({ stream, type }))).map(
      ({ channel, notice }) => `${channel} ${commandId} ${notice.type}`,
    ),
  )
  const found = effects.map(({ channel, content }) => `${channel} ${content}`)
  return [
    ...expected.filter((one) => !found.includes(one)).map((one) => `committed, and no effect: ${one}`),
    ...found.filter((one) => !expected.includes(one)).map((one) => `effect without a commit: ${one}`),
    ...found.filter((one, at) => found.indexOf(one) !== at).map((one) => `effect twice: ${one}`),
  ]
}

const projectionOf = async (evidence: Evidence): Promise<readonly string[]> => {
  const { client, table, stream } = evidence
  const expected = await toyProjectionOf(dynamoCommitLog(evidence))(stream)
  const { Item } = await client.send(
    new GetItemCommand({
      TableName: table,
      ConsistentRead: true,
      Key: { pk: { S: streamKey(stream) }, sk: { S: projectionSortKey } },
    }),
  )
  const wanted = expected === undefined ? undefined : canonical(itemOfProjection(expected))
  return (Item === undefined ? undefined : canonical(Item)) === wanted
    ? []
    : ['the projection is not what the log says']
}

const canonical = (item: object): string => JSON.stringify(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))

/** People of what was committed are known; of all others nothing is left, not even where they were staged. */
const people = async (evidence: Evidence, commits: Log): Promise<readonly string[]> => {
  const { client, table, given, stagedUnder } = evidence
  const contacts = dynamoContacts({ client, table, signingKey })
  const known = await contacts.find(given.map(({ command }) => contacts.idOf(command.email)))
  const wrong = given.flatMap(({ command }) => {
    const committed = commits.some(({ commandId }) => commandId === command.commandId)
    if (known.has(contacts.idOf(command.email)) === committed) return []
    return [committed ? `a person got lost: ${command.email}` : `a person was left behind: ${command.email}`]
  })
  for (const commitId of stagedUnder) {
    const Key = { pk: { S: stagedKey(commitId) }, sk: { S: stagedSortKey } }
    const { Item } = await client.send(new GetItemCommand({ TableName: table, ConsistentRead: true, Key }))
    if (Item?.contacts !== undefined) wrong.push(`people were left staged under ${commitId}`)
  }
  return wrong
}
