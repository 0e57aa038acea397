import { Duration } from 'aws-cdk-lib'
import {
  Alarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IWidget,
  LogQueryWidget,
  PeriodOverride,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch'
import { QueryDefinition, QueryString } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { Panel, type PanelProps, panelGroups } from './panel.ts'
import { TrinFunction } from './trin-function.ts'

export interface TrinDashboardProps {
  /** Full name: `trin-test`. */
  readonly dashboardName: string
}

/** Of the 24 columns of a dashboard. */
const width = 8
const whole = 24

/** What a line of trouble is read for. The runtime writes its own level in capitals. */
const troubleQuery = {
  fields: ['@timestamp', 'function', 'message', 'project', 'meeting', 'correlationId', 'cause.name', 'cause.message'],
  filterStatements: ['level in ["error", "ERROR"]'],
  sort: '@timestamp desc',
  limit: 50,
}

/** The whole way of one request; whoever asks puts the id in. */
const wayQuery = {
  fields: ['@timestamp', 'function', 'message', 'level', 'project', 'meeting', 'command', 'event', 'outcome', 'status'],
  filterStatements: ['correlationId = "PUT THE ID HERE"'],
  sort: '@timestamp asc',
  limit: 1_000,
}

/**
 * Everything below the given scope on one page: the alarms, a picture for every panel, and the latest lines of trouble.
 * Made last, since it shows what it finds. With it come two saved queries over the logs of all functions.
 */
export class TrinDashboard extends Construct {
  constructor(scope: Construct, id: string, props: TrinDashboardProps) {
    super(scope, id)
    const below = scope.node.findAll()
    const logGroups = below.filter((one) => one instanceof TrinFunction).map(({ logGroup }) => logGroup)
    const panels = below.filter((one) => one instanceof Panel).map((panel) => panel.props)
    new Dashboard(this, 'Dashboard', {
      dashboardName: props.dashboardName,
      defaultInterval: Duration.days(1),
      periodOverride: PeriodOverride.AUTO,
      widgets: [
        [
          new AlarmStatusWidget({
            title: 'Alarms: docs/operations.md says what to do about each',
            alarms: below.filter((one) => one instanceof Alarm),
            width: whole,
            height: 6,
          }),
        ],
        [
          new LogQueryWidget({
            title: 'The latest lines of trouble',
            logGroupNames: logGroups.map(({ logGroupName }) => logGroupName),
            queryString: new QueryString(troubleQuery).toString(),
            width: whole,
            height: 6,
          }),
        ],
        ...panelGroups.flatMap((group) => rowsOf(group, panels)),
      ],
    })
    for (const [title, query] of [
      ['trouble', troubleQuery],
      ['the way of one correlation id', wayQuery],
    ] as const)
      new QueryDefinition(this, `Query ${title}`, {
        queryDefinitionName: `${props.dashboardName}/${title}`,
        queryString: new QueryString(query),
        logGroups,
      })
  }
}

/** A heading, and under it the panels of a group: those of one title in one picture, as many beside each other as fit. */
const rowsOf = (group: PanelProps['group'], panels: readonly PanelProps[]): IWidget[][] => {
  const ofGroup = panels.filter((panel) => panel.group === group)
  const titles = [...new Set(ofGroup.map(({ title }) => title))]
  const graphs = titles.map((title) => {
    const same = ofGroup.filter((panel) => panel.title === title)
    return new GraphWidget({
      title,
      left: same.flatMap(({ left }) => left),
      right: same.flatMap(({ right = [] }) => right),
      leftYAxis: { min: 0, showUnits: false },
      rightYAxis: { min: 0, showUnits: false },
      width,
      height: 6,
    })
  })
  return graphs.length === 0 ? [] : [[new TextWidget({ markdown: `## ${group}`, width: whole, height: 1 })], graphs]
}
