import * as z from 'zod/mini'
import type { Answers, Concept } from '../domain/concept.ts'
import { answers, conceptFields } from './concept.ts'
import { criterionNames } from './form-values.ts'

const blank: Concept = {
  title: '',
  purpose: '',
  authority: '',
  otherAuthorities: [],
  backedByManagement: false,
  businessCritical: 'no',
}

const group = z.catch(z.record(z.string(), z.unknown()), {})
const idea = z.catch(z.object({ concept: group, answers: group }), { concept: {}, answers: {} })

/** What can be read of an idea that somebody is still writing; what cannot, not yet or not at all, is left out. */
export const readableIdea = (sent: unknown): { readonly concept: Concept; readonly answers: Answers } => {
  const given = idea.parse(sent)
  const fields = Object.entries(conceptFields).flatMap(([name, schema]) => {
    const read = z.safeParse(schema, given.concept[name])
    return read.success && read.data !== undefined ? [[name, read.data]] : []
  })
  const answered = criterionNames.flatMap((id) => {
    const read = z.safeParse(answers, id in given.answers ? { [id]: given.answers[id] } : {})
    return read.success ? Object.entries(read.data) : []
  })
  return { concept: { ...blank, ...Object.fromEntries(fields) }, answers: Object.fromEntries(answered) }
}
