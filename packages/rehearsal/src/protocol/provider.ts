import type { Http2Session } from "node:http2";
import { apply } from "../engine/apply";
import type { Cloud, Scope } from "../engine/cloud";
import { plan, schemaOf } from "../engine/plan";
import { importResource, readDataSource, readResource } from "../engine/read";
import { Refusal } from "../engine/refusal";
import { validate } from "../engine/validate";
import { refuse, refuseAtPlan } from "../refusals/refuse";
import { shapeBlock } from "../schema/shape";
import { isObject, type Value } from "../schema/value";
import type { World } from "../world/world";
import type { Method } from "./grpc";
import { attributePath, diagnostics, dynamicValue, unpack } from "./messages";
import { bytes, bytesOf, type Message, message, parse, text, textOf } from "./protobuf";

const SERVICE = "/tfplugin5.Provider";

/** A call with its message parsed, inside the provider configuration of its connection. */
type Call = (request: Message, scope: Scope, session: Http2Session) => Uint8Array;

/** The answer, or what the cloud refused, as diagnostics in field `field` beside `rest`. */
function orRefusal(field: number, act: () => Uint8Array, rest: () => Uint8Array = () => message()): Uint8Array {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return message(rest(), diagnostics(field, [error]));
  }
}

const value = (field: number, of: Value) => bytes(field, dynamicValue(of));

/**
 * The methods of one provider over one world. Field numbers: tfplugin5.proto.
 * @param schemaAnswer gives the answer to GetSchema; asked once at most
 */
export function providerMethods(cloud: Cloud, world: World, schemaAnswer: () => Uint8Array): ReadonlyMap<string, Method> {
  // One connection is one provider configuration: an alias has its own region, also in one process.
  const scopes = new WeakMap<Http2Session, Scope>();
  let schema: Uint8Array | undefined;
  const type = (request: Message) => textOf(request, 1);
  /** An object may have a region of its own. */
  const scopeFor = (prior: Value, planned: Value, scope: Scope): Scope => {
    const object = isObject(planned) ? planned : prior;
    return isObject(object) ? (cloud.scopeOf?.(object, scope) ?? scope) : scope;
  };
  const calls: Readonly<Record<string, Call>> = {
    GetSchema: () => {
      schema ??= schemaAnswer(); // only when asked: a stack may need one provider of the two
      return schema;
    },
    PrepareProviderConfig: (request) => value(1, unpack(request, 1)),
    Configure: (request, _scope, session) => {
      const config = unpack(request, 2);
      return orRefusal(1, () => {
        scopes.set(session, cloud.scope(isObject(config) ? config : {}));
        return message();
      });
    },
    Stop: () => message(),
    ValidateDataSourceConfig: () => message(),
    ValidateResourceTypeConfig: (request) => {
      const of = type(request);
      return diagnostics(1, validate(schemaOf(cloud, of).block, cloud.facts[of] ?? {}, unpack(request, 2)));
    },
    UpgradeResourceState: (request) => {
      const stored = bytesOf(parse(bytesOf(request, 3) ?? message()), 1) ?? Buffer.from("null");
      return value(1, shapeBlock(schemaOf(cloud, type(request)).block, JSON.parse(Buffer.from(stored).toString("utf8"))));
    },
    ReadResource: (request, scope) =>
      message(
        value(1, readResource(cloud, world, type(request), scope, unpack(request, 2))),
        bytes(3, bytesOf(request, 3) ?? message()),
      ),
    PlanResourceChange: (request, scope) => {
      const prior = unpack(request, 2);
      const { planned, replace } = plan(cloud, type(request), scope, prior, unpack(request, 3));
      const paths = replace.map((name) => bytes(2, attributePath([name])));
      const answer = message(value(1, planned), ...paths, bytes(3, bytesOf(request, 5) ?? message()));
      return orRefusal(
        4,
        () => {
          // What is replaced is removed first.
          const wanted = replace.length > 0 ? null : planned;
          refuseAtPlan({ type: type(request), prior, wanted, scope: scopeFor(prior, planned, scope), world });
          return answer;
        },
        () => answer,
      );
    },
    ApplyResourceChange: (request, scope) => {
      const prior = unpack(request, 2);
      const planned = unpack(request, 3);
      const act = () => {
        refuse({ type: type(request), prior, wanted: planned, scope: scopeFor(prior, planned, scope), world });
        return value(1, apply(cloud, world, type(request), scope, prior, planned));
      };
      // Refused: nothing new on creation, the old one otherwise. A half-made object would be tainted.
      return message(
        orRefusal(3, act, () => value(1, prior)),
        bytes(2, bytesOf(request, 5) ?? message()),
      );
    },
    ImportResourceState: (request, scope) =>
      orRefusal(2, () => {
        const of = type(request);
        return bytes(1, message(text(1, of), value(2, importResource(cloud, world, of, scope, textOf(request, 2)))));
      }),
    ReadDataSource: (request, scope) =>
      orRefusal(2, () => value(1, readDataSource(cloud, world, type(request), scope, unpack(request, 2)))),
  };
  const method =
    (call: Call): Method =>
    (body, session) =>
      call(parse(body), scopes.get(session) ?? cloud.scope({}), session);
  return new Map(Object.entries(calls).map(([name, call]) => [`${SERVICE}/${name}`, method(call)]));
}
