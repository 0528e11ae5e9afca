// The generated types against the running suite: what they promise is what comes.
import assert from 'node:assert/strict';
import createClient from 'openapi-fetch';
import type { components, paths } from './api.js';

const { FINPLAN_GATEWAY: gateway, FINPLAN_TOKEN: token } = process.env;
assert.ok(gateway && token, 'FINPLAN_GATEWAY and FINPLAN_TOKEN say where and as whom');

const client = createClient<paths>({ baseUrl: gateway, headers: { Authorization: `Bearer ${token}` } });

const list = await client.GET('/api/v1/indicators', { params: { query: { plan: 'zq-fin-14fyp' } } });
assert.equal(list.response.status, 200);
const indicators: components['schemas']['Indicator'][] = list.data?.items ?? [];
assert.equal(indicators.length, 15);
assert.ok(indicators.every((indicator) => indicator.name.zh.length > 0));

const attainment = await client.GET('/api/v1/attainment', {
  params: { query: { plan: 'zq-fin-14fyp', period: '2025', region: '441200' } },
});
assert.ok(attainment.data?.items.some((item) => item.indicator === 'green-credit' && item.state.length > 0));

const tried = await client.POST('/api/v1/observations', {
  params: { query: { dryRun: true } },
  body: {
    items: [{ indicator: 'green-credit', region: '441202', period: '2024', value: 12.5, unit: 'CNY_100M' }],
  },
});
assert.equal(tried.data?.dryRun, true);

const missing = await client.GET('/api/v1/regions/{region}', { params: { path: { region: '000000' } } });
assert.equal(missing.response.status, 404);
const problem: components['schemas']['Problem'] | undefined = missing.error;
assert.equal(problem?.code, 'not-found');

console.log(`The TypeScript client works: ${indicators.length} indicators, ${attainment.data?.items.length} judged.`);
