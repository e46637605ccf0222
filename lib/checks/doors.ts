import { at, type Finding, listOf, type Rule, type Template, textOf } from './template.ts';

const limits = (settings: unknown): readonly number[] =>
  ['ThrottlingRateLimit', 'ThrottlingBurstLimit'].map((name) => Number(at(settings, name) ?? Number.NaN));

const isLimited = (settings: unknown): boolean => limits(settings).every((limit) => limit > 0);

/** Routes that anybody may knock at and that do work of their own: all without a token but health and the unknown. */
const openRoutes = (template: Template): readonly string[] =>
  template
    .ofType('AWS::ApiGatewayV2::Route')
    .filter(({ properties }) => at(properties, 'AuthorizationType') === 'NONE')
    .map(({ properties }) => textOf(at(properties, 'RouteKey')))
    .filter((key) => key.startsWith('POST '));

export const doorsAreThrottled: Rule = {
  name: 'doors-are-throttled',
  expects: 'every stage of an API has a rate and a burst, and each route without a token one of its own, below it',
  check: (template) =>
    template.ofType('AWS::ApiGatewayV2::Stage').flatMap(({ id, properties }): Finding[] => {
      const common = at(properties, 'DefaultRouteSettings');
      if (!isLimited(common)) return [{ id, got: 'no rate or burst' }];
      const [rate = 0] = limits(common);
      return openRoutes(template)
        .filter((key) => !((limits(at(properties, 'RouteSettings', key))[0] ?? rate) < rate))
        .map((key) => ({ id, got: `${key} without a limit below that of all routes` }));
    }),
};

/** Origins that browsers may call from: staff work in pages of the bank, never from anywhere. */
export const noForeignPages: Rule = {
  name: 'no-foreign-pages',
  expects: 'no API answers pages of any origin',
  check: (template) =>
    template
      .ofType('AWS::ApiGatewayV2::Api')
      .filter(({ properties }) => listOf(at(properties, 'CorsConfiguration', 'AllowOrigins')).includes('*'))
      .map(({ id }) => ({ id, got: 'AllowOrigins *' })),
};
