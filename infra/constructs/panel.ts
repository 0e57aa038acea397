import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch'
import { Construct } from 'constructs'

/** In the order in which the dashboard shows them: what people meet first. */
export const panelGroups = ['Requests', 'Mail', 'Queues', 'Functions', 'Table'] as const

export interface PanelProps {
  readonly group: (typeof panelGroups)[number]
  /** Panels of one group and title become one picture. */
  readonly title: string
  readonly left: readonly IMetric[]
  /** Against another scale. @default none */
  readonly right?: readonly IMetric[]
}

/**
 * What a construct wants to be seen of itself. It makes no resource: the dashboard finds every panel below its scope, so
 * that what is new is on it without anybody's remembering.
 */
export class Panel extends Construct {
  readonly props: PanelProps

  constructor(scope: Construct, id: string, props: PanelProps) {
    super(scope, id)
    this.props = props
  }
}
