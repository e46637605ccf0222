import { ROUTES } from '../../functions/console/routes.contract.ts';
import { EVENT_DATA } from '../../functions/intake/events.contract.ts';
import { paths, tagOf } from './operations.ts';
import { CODES, PROBLEM, problemBook } from './problems.ts';
import { dataName, type Json, namedSchemas, ref } from './schemas.ts';

const DESCRIPTION = `The outer contract of Liaison, version 1, made from the schemas the code runs on.

JSON in UTF-8. Times are RFC 3339 with offset, money is a decimal string with its ISO 4217 code, phones are E.164.
Unknown query parameters and unknown fields of a body are refused. Errors behind a route are problem documents (RFC 9457)
with a stable \`code\`; what the gateway itself answers (a missing or bad token, throttling) keeps the gateway's form.
A thing of another department is answered as one that is not there. \`x-roles\` names the roles that may use a route.
Reading texts of a person is recorded.

所有错误均以问题文档(RFC 9457)返回,\`code\` 稳定不变。未知的查询参数和字段一律拒绝。其他部门的内容视同不存在。
\`x-roles\` 列出可使用该接口的角色,\`x-summary-zh\` 是中文说明,规则的中英文说明见 \`RuleId\`。阅读客户的文字内容会留痕。`;

const TAGS: Readonly<Record<string, string>> = {
  accounts: 'Newest known state of accounts · 账户状态',
  audit: 'The record, verified · 留痕校验',
  cases: 'Cases: why somebody is contacted and what came of it · 案件',
  complaints: 'Complaints · 投诉',
  incidents: 'Recurring issues · 集中性问题',
  reports: 'What is learned, each figure with its definition · 报表',
  customers: 'Registry of customers and their emergency contacts · 客户与紧急联系人',
  events: 'What systems push · 事件',
  health: 'Up, and in which version · 健康检查',
  inbox: 'Texts that matched nothing · 未匹配来信',
  lookup: 'Whose number is this · 号码查询',
  ops: 'Operations · 运维',
  tasks: 'What a person has to do · 任务',
};

/** The OpenAPI 3.1 document of every route there is. */
export function buildDocument(): Json {
  const book = problemBook();
  const described = paths(book);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Liaison',
      version: '1',
      description: DESCRIPTION,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '{api}', description: 'Output ApiUrl of the deployment', variables: { api: { default: '/' } } }],
    security: [{ token: [] }],
    tags: [...new Set(ROUTES.map(tagOf))].toSorted().map((name) => ({ name, description: TAGS[name] ?? name })),
    paths: described,
    components: {
      responses: book.responses,
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: { Event: event(), Problem: PROBLEM, ProblemCode: problemCodes(), ...namedSchemas() },
    },
  };
}

/** One envelope for all types: `type` says which data it carries. */
function event(): Json {
  return {
    description: 'A CloudEvent 1.0; its data is strict, the envelope may carry extensions.',
    type: 'object',
    required: ['specversion', 'id', 'source', 'type', 'data'],
    properties: {
      specversion: { const: '1.0' },
      id: { type: 'string', pattern: '^[\\x21-\\x7e]{1,128}$' },
      source: { type: 'string', pattern: '^[\\x21-\\x7e]{1,128}$' },
      time: { type: 'string', description: 'RFC 3339 with offset' },
      datacontenttype: { type: 'string' },
    },
    oneOf: Object.keys(EVENT_DATA).map((type) => ({
      required: ['type', 'data'],
      properties: { type: { const: type }, data: ref(dataName(type)) },
    })),
  };
}

const problemCodes = (): Json => ({
  type: 'string',
  enum: Object.keys(CODES).toSorted(),
  'x-status': Object.fromEntries(Object.entries(CODES).toSorted(([one], [other]) => (one < other ? -1 : 1))),
});

/** As it is committed: one form, so that a difference is a difference. */
export const documentText = (): string => `${JSON.stringify(buildDocument(), null, 2)}\n`;
