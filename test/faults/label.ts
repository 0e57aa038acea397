import * as z from 'zod'

const text = z.object({ S: z.string() }).optional()
const asked = z.object({
  Key: z.object({ pk: text, sk: text }).optional(),
  Item: z.object({ pk: text, sk: text, events: text, contacts: text, settled: text }).optional(),
  QueueUrl: z.string().optional(),
  ConsistentRead: z.boolean().optional(),
})

/** What a call is for, in words: the name of an I/O boundary. */
export const labelOf = (target: string, body: string): string => {
  const operation = target.replace(/^.*\./, '')
  const { Key, Item, QueueUrl, ConsistentRead } = asked.parse(JSON.parse(body))
  switch (operation) {
    case 'Query':
      return ConsistentRead === true ? 'look further' : 'load'
    case 'GetItem':
      return Key?.pk?.S.startsWith('STAGED') === true ? 'read staged' : 'read'
    case 'PutItem': {
      const { pk, sk, events, contacts, settled } = Item ?? {}
      if (sk?.S === 'STATE') return 'project'
      if (pk?.S.startsWith('CONTACT') === true) return 'keep person'
      if (pk?.S.startsWith('STAGED') === true) return contacts === undefined ? `settle ${settled?.S}` : 'stage'
      return events?.S === '[]' ? 'void' : 'commit'
    }
    case 'SendMessage':
      return 'announce'
    case 'SendMessageBatch':
      return `hand to ${QueueUrl?.replace(/^.*\/\d*-?/, '')}`
    case 'ChangeMessageVisibility':
      return 'give back'
    default:
      return operation
  }
}
