import { type AwsClient, AwsError, awsClient, Command, type Protocol } from './client.ts'
import { type CallBounds, connectionTo, type Environment } from './connection.ts'

export type SESClient = AwsClient<'ses'>

/** A client with bounded waits and retries, by the environment's region, credentials and endpoint. */
export const sesClient = (environment: Environment, bounds?: CallBounds): SESClient =>
  awsClient(connectionTo({ signedAs: 'ses', host: 'email' }, environment), queryProtocol, bounds)

/** A mail as it goes over the wire: composed already, with its headers. */
export interface RawEmail {
  readonly source: string
  readonly destination: string
  readonly data: Uint8Array
  readonly configurationSet?: string
}

export class SendRawEmailCommand extends Command<'ses', RawEmail, unknown> {
  readonly operation = 'SendRawEmail'
}

/** AWS Query, which SES 1 speaks: a form goes out, XML comes back, of which only a refusal is of interest. */
const queryProtocol: Protocol = {
  write: (operation, input) => ({
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: formOf({ Action: operation, Version: '2010-12-01', ...fieldsOf(input as RawEmail) }),
  }),
  read: () => undefined,
  refusal: (answer) =>
    new AwsError(
      textIn(answer.body, 'Code') ?? 'UnknownError',
      textIn(answer.body, 'Message') ?? 'no reason given',
      answer,
    ),
}

const fieldsOf = ({ source, destination, data, configurationSet }: RawEmail): Record<string, string> => ({
  Source: source,
  'Destinations.member.1': destination,
  'RawMessage.Data': Buffer.from(data).toString('base64'),
  ...(configurationSet === undefined ? {} : { ConfigurationSetName: configurationSet }),
})

/** By Node's own encoder: `URLSearchParams` takes ten times as long over a whole mail. */
const formOf = (fields: Readonly<Record<string, string>>): string =>
  Object.entries(fields)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&')

const textIn = (xml: string, element: string): string | undefined =>
  new RegExp(`<${element}>([^<]*)</${element}>`).exec(xml)?.[1]
