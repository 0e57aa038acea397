import { Ajv2020 } from 'ajv/dist/2020.js'
import { describedBy } from './described-by.ts'

/** The description of the API, as it is answered. */
export const { validatorAt, placeOf, schemaOf } = describedBy(
  'openapi.json',
  new Ajv2020({ strict: false, allErrors: false, validateFormats: true }),
)
