// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Grafana's variables are spelled so
import { counter, dashboard, gauge, page, panel, proofCase } from '../../case.ts'

const variable = (name: string, query: unknown, more: object = {}) => ({
  name,
  type: 'query',
  query,
  ...more,
})

/** A healthy service: each panel has data only if its variable has the value that Grafana gives it. */
export default proofCase({
  machines: [{}, {}],
  metrics: { web_requests_total: 'counter' },
  serve: () =>
    page(
      (n, { id }) =>
        counter('web_requests_total', n * 3, `{host="${id}",env="prod"}`) +
        gauge('web_node_info', 1, `{node="${id}:9100",version="v${id}"}`),
    ),
  dashboards: [
    dashboard(
      [
        panel('capture', 'web_requests_total{host="$host"}'),
        panel('result', 'web_node_info{version="$version"}'),
        panel('metric', 'sum($metric)'),
        panel('chained', 'web_requests_total{host="$chained"}'),
        panel('all', 'sum(web_requests_total{host=~"$all"})'),
        panel('custom all', 'sum(web_requests_total{host=~"$any"})'),
        panel('interval', 'sum(rate(web_requests_total[$interval]))'),
        panel('constant', 'web_requests_total{env="$env"}'),
        panel('repeated', 'web_requests_total{host="$all"}', { repeat: 'all' }),
        panel('pipe', 'web_requests_total{host=~"${all:pipe}"}'),
        panel('old form', 'web_requests_total{host="[[host]]"}'),
      ],
      {
        templating: {
          list: [
            variable('chained', 'label_values(web_requests_total{env="$env", host=~"$all"}, host)'),
            variable(
              'host',
              { query: 'label_values(web_node_info, node)', refId: 'x' },
              { regex: '/([^:]+):.*/' },
            ),
            variable('version', 'query_result(topk(1, web_node_info))', { regex: '/version="([^"]+)"/' }),
            variable('metric', 'metrics(web_requests)', { regex: '/(?<value>web_requests_total)/' }),
            variable('all', 'label_values(web_requests_total, host)', { includeAll: true, multi: true }),
            variable('any', 'label_values(web_requests_total, host)', { includeAll: true, allValue: '.+' }),
            {
              name: 'interval',
              type: 'interval',
              query: '1m,5m',
              auto: true,
              current: { value: '$__auto_interval_interval' },
            },
            { name: 'env', type: 'custom', query: 'Production : prod, Test : test' },
          ],
        },
      },
    ),
  ],
  expect: { verdict: 'proven', says: ['11 of 11 panel queries with data'] },
})
