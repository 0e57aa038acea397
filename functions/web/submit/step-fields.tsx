import { Checkbox, type Choice, KronerField, Radios, Select, TextArea, TextField } from '../form/fields.tsx'
import type { FormState } from '../form/state.ts'
import { themeChoices } from '../parts/themes.ts'
import type { Reader } from '../reader.ts'

interface StepProps {
  readonly reader: Reader
  readonly form: FormState
}

const paragraphs = 6_000

export const IdeaFields = ({ reader, form }: StepProps) => {
  const { fields } = reader.words.submit
  const kinds = (['new', 'takeover'] as const).map((value): Choice => ({ value, ...fields.kinds[value] }))
  const own = { reader, form }
  return (
    <>
      <Radios {...own} name="kind" {...fields.kind} choices={kinds} required />
      <TextField {...own} name="concept.title" {...fields.title} maxLength={200} width="xl" required />
      <TextArea {...own} name="concept.purpose" {...fields.purpose} maxLength={paragraphs} rows={7} required />
      <Select {...own} name="concept.theme" {...fields.theme} choices={themeChoices(reader)} />
      <TextArea {...own} name="concept.value" {...fields.value} maxLength={paragraphs} />
      <TextArea {...own} name="concept.background" {...fields.background} maxLength={paragraphs} />
    </>
  )
}

export const ReachFields = ({ reader, form }: StepProps) => {
  const { fields } = reader.words.submit
  const critical = (['no', 'own', 'many'] as const).map((value) => ({ value, label: fields.businessCriticals[value] }))
  const own = { reader, form }
  return (
    <>
      <TextField
        {...own}
        name="concept.authority"
        {...fields.authority}
        autocomplete="organization"
        maxLength={200}
        required
      />
      <TextArea
        {...own}
        name="concept.otherAuthorities:lines"
        {...fields.otherAuthorities}
        maxLength={paragraphs}
        rows={3}
      />
      <TextField
        {...own}
        name="concept.potentialAuthorities:int"
        {...fields.potentialAuthorities}
        inputmode="numeric"
        width="xs"
      />
      <Checkbox {...own} name="concept.backedByManagement:yes" {...fields.backedByManagement} />
      <Radios {...own} name="concept.businessCritical" {...fields.businessCritical} choices={critical} required />
      <TextArea {...own} name="concept.nationalStrategy" {...fields.nationalStrategy} maxLength={2_000} rows={2} />
      <KronerField {...own} name="concept.jointCost:kr" {...fields.jointCost} />
    </>
  )
}

export const SolutionFields = ({ reader, form }: StepProps) => {
  const { fields } = reader.words.submit
  const own = { reader, form }
  return (
    <>
      <TextField {...own} name="concept.licence" {...fields.licence} maxLength={100} width="s" />
      <TextField {...own} name="concept.repository" {...fields.repository} type="url" maxLength={2_000} width="xl" />
      <TextArea {...own} name="concept.procurement" {...fields.procurement} maxLength={paragraphs} />
      <TextArea {...own} name="concept.architecture" {...fields.architecture} maxLength={paragraphs} />
    </>
  )
}

export const SendFields = ({ reader, form }: StepProps) => {
  const { fields, privacy } = reader.words.submit
  const languages = (['da', 'en'] as const).map((value) => ({ value, label: fields.languages[value] }))
  const own = { reader, form }
  return (
    <>
      <TextField {...own} name="contact.name" {...fields.name} autocomplete="name" maxLength={200} required />
      <TextField
        {...own}
        name="contact.email"
        {...fields.email}
        type="email"
        autocomplete="email"
        maxLength={254}
        required
      />
      <Select {...own} name="contact.language" {...fields.language} choices={languages} required />
      <Checkbox {...own} name="consentToPublish:yes" {...fields.consentToPublish} />
      <p class="trin-soft">{privacy}</p>
    </>
  )
}
