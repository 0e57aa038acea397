import { bodies } from '../../../shared/api/bodies.ts'
import { permissions } from '../../../shared/domain/project/acts.ts'
import type { ProjectCommandType } from '../../../shared/domain/project/commands.ts'
import { blunders } from './blunders.ts'
import { routeOf } from './command-routes.ts'
import { code, codes, table } from './markdown.ts'
import { type Body, fieldsOf, shapesIn } from './payloads.ts'
import { detailOf, problemInWords } from './problems.ts'

type Act = keyof typeof permissions
const acts = Object.keys(permissions) as Act[]

const listOf = (fields: readonly string[]): readonly string[] => fields.map((field) => `- ${code(field)}`)

const payload = (type: ProjectCommandType): readonly string[] => {
  const route = routeOf(type)
  if (route === undefined) return ['Issued by Trin itself; it has no route.']
  const fields = fieldsOf(bodies[route])
  return [code(route), ...(fields.length === 0 ? [] : ['', ...listOf(fields)])]
}

const section = (type: Act): string => {
  const problems = blunders()
    .filter(({ act }) => act === type)
    .map(({ refusal }) => [problemInWords(refusal), refusal.at?.join('.') ?? '', detailOf(refusal)])
  const unique = [...new Map(problems.map((row) => [row.join(), row])).values()]
  return [
    `### ${type}`,
    '',
    ...payload(type),
    '',
    table(
      ['by', 'in'],
      permissions[type].map((way) => [
        way.to.join(', '),
        `${way.in.join(', ')}${way.when === undefined ? '' : ' (where the table of the state says so)'}`,
      ]),
    ),
    ...(unique.length === 0 ? [] : ['', table(['problem', 'at', 'what the caller reads'], unique)]),
  ].join('\n')
}

/** Every command with its route, its fields, who may and where, and what it is refused for although they may. */
export const commandsChapter = (): string => {
  const taken = [...new Set(['submit' as const, ...acts].flatMap((type) => routeOf(type) ?? []))]
  const told: readonly Body[] = taken.map((route) => bodies[route])
  return [
    '## Commands and what they take',
    '',
    `A field with a question mark may be left out. Every write also takes ${code('Idempotency-Key')}, and ${code('If-Match')} with the`,
    'version seen. A malformed or unknown field is refused before the domain is asked (400, 413, 415, 422), and named.',
    '',
    '### submit',
    '',
    ...payload('submit'),
    '',
    'Anyone may. The fields of the concept may also stand beside the others, as a plain form sends them.',
    '',
    acts.map(section).join('\n\n'),
    '',
    '### Shapes',
    '',
    ...[...shapesIn(told)].map(([name, fields]) => `- **${name}**: ${codes(fields)}`),
  ].join('\n')
}
