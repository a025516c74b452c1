import { isThing, NOTHING, type AnySpec, type Thing } from "./classSpec";
import type { HostBook } from "./hostBook";
import { HostError, invalidArgument, notFound } from "./hostError";
import {
  ACTION,
  PATH,
  type Action,
  type ArgumentInfo,
  type RequestBody,
  type ResponseBody,
} from "./protocol";

/** Classes by their names, and what the host must be able to do for the interpreter. */
export interface Interpreter {
  readonly classes: ReadonlyMap<string, AnySpec>;
  readonly book: HostBook;
  /** Objects the add-in keeps from one request to the next, by the reference it was given. */
  readonly kept: Map<string, Thing>;
  readonly root: Thing;
  /** Objects that are made by name: "Microsoft.InternalService.AddinInternalService". */
  readonly services: Readonly<Record<string, Thing>>;
  /** Resolves once every pending calculation is done; rejects when it takes too long. */
  readonly calculated: () => Promise<void>;
  /** Lets the page draw and hear its user; resolves soon after. */
  readonly breathe: () => Promise<void>;
}

const camel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Work at a stretch that nobody notices, in milliseconds. */
const STRETCH_MS = 30;

let references = 0;

/**
 * Answers one request: actions in their order, until one is refused. What was done before stays done, as in
 * Excel. A long request is done in stretches, between which the page lives on.
 */
export async function answerRequest(host: Interpreter, request: RequestBody): Promise<ResponseBody> {
  const batch = new Batch(host, request);
  const results: { ActionId: number; Value: unknown }[] = [];
  const traces: number[] = [];
  let begun = performance.now();
  for (const [index, action] of request.Actions.entries()) {
    try {
      if (action.ActionType === ACTION.trace) traces.push(action.Id);
      results.push({ ActionId: action.Id, Value: await batch.run(action) });
      if (performance.now() - begun > STRETCH_MS) {
        await host.breathe();
        begun = performance.now();
      }
    } catch (error) {
      host.book.flush();
      const refusal = error instanceof HostError ? error : new HostError("GeneralException", fault(error));
      return {
        Results: results,
        TraceIds: traces,
        Error: {
          Code: refusal.code,
          Message: refusal.message,
          Location: batch.location,
          HttpStatusCode: refusal.status,
          ActionIndex: index,
        },
      };
    }
  }
  await host.book.flushInStretches(STRETCH_MS, host.breathe);
  return { Results: results, TraceIds: traces };
}

/** A fault of the host itself; its place is what a developer needs. */
function fault(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

class Batch {
  /** The member that was being asked for. */
  location = "";
  private readonly resolved = new Map<number, Thing>();
  private readonly referenceOf = new Map<Thing, string>();

  constructor(
    private readonly host: Interpreter,
    private readonly request: RequestBody,
  ) {}

  async run(action: Action): Promise<unknown> {
    if (action.ActionType === ACTION.trace) return null;
    const thing = this.resolve(action.ObjectPathId);
    if (action.ActionType === ACTION.instantiate) return thing === NOTHING ? null : this.identity(thing);
    if (thing === NOTHING) return null;
    switch (action.ActionType) {
      case ACTION.query: {
        const { Select: select = [], Expand: expand = [], Top: top, Skip: skip } = action.QueryInfo ?? {};
        const paths = [...select, ...expand].map((path) => path.split("/").map(camel));
        if (paths.some((path) => this.waits(thing, path)) || paths.length === 0) await this.host.calculated();
        return this.query(thing, paths, { top, skip });
      }
      case ACTION.method:
        return this.call(thing, camel(action.Name), action.ArgumentInfo);
      case ACTION.setProperty: {
        this.set(thing, camel(action.Name), this.args(action.ArgumentInfo)[0]);
        return null;
      }
      default:
        throw new HostError(
          "ApiNotFound",
          `Workbench: actions of type ${action.ActionType} are not implemented`,
        );
    }
  }

  private spec(thing: Thing): AnySpec {
    const spec = this.host.classes.get(thing.type);
    if (spec === undefined) throw new Error(`no class ${thing.type}`);
    return spec;
  }

  private missing(thing: Thing, member: string): HostError {
    this.location = `${thing.type}.${member}`;
    return new HostError("ApiNotFound", `Workbench: "${thing.type}.${pascal(member)}" is not implemented`);
  }

  private resolve(id: number): Thing {
    const known = this.resolved.get(id);
    if (known !== undefined) return known;
    const thing = this.make(id);
    this.resolved.set(id, thing);
    return thing;
  }

  private make(id: number): Thing {
    const path = this.request.ObjectPaths[id];
    if (path === undefined) throw new HostError("InvalidObjectPath", `there is no object ${id}`);
    const { host } = this;
    if (path.ObjectPathType === PATH.root) return host.root;
    if (path.ObjectPathType === PATH.nothing) return NOTHING;
    if (path.ObjectPathType === PATH.newObject) {
      const service = host.services[path.Name];
      if (service === undefined)
        throw new HostError("ApiNotFound", `Workbench: "${path.Name}" is not implemented`);
      return service;
    }
    if (path.ObjectPathType === PATH.reference) {
      const thing = host.kept.get(path.Name);
      if (thing === undefined) throw new HostError("InvalidReference", `the object ${path.Name} is gone`);
      this.referenceOf.set(thing, path.Name);
      return thing;
    }
    const parent = this.resolve(path.ParentObjectPathId ?? 0);
    if (parent === NOTHING) return NOTHING;
    const name = camel(path.Name);
    if (path.ObjectPathType === PATH.property) {
      this.location = `${parent.type}.${name}`;
      const nav = this.spec(parent).nav?.[name];
      if (nav === undefined) throw this.missing(parent, name);
      return nav(parent, host.book);
    }
    if (path.ObjectPathType === PATH.indexer) {
      this.location = `${parent.type}.getItem`;
      const found = this.found(parent, String(this.args(path.ArgumentInfo)[0]));
      if (found === null) throw notFound();
      return found;
    }
    const made = this.call(parent, name, path.ArgumentInfo);
    if (!isThing(made)) throw new Error(`${parent.type}.${name} gave no object`);
    return made;
  }

  private found(collection: Thing, key: string): Thing | null {
    const { find } = this.spec(collection);
    if (find === undefined) throw this.missing(collection, "getItem");
    return find(collection, key, this.host.book);
  }

  private args(info: ArgumentInfo | undefined): readonly unknown[] {
    return (info?.Arguments ?? []).map((value, index) => {
      const path = info?.ReferencedObjectPathIds?.[index] ?? 0;
      return path === 0 ? value : this.resolve(path);
    });
  }

  private call(thing: Thing, name: string, info: ArgumentInfo | undefined): unknown {
    const args = this.args(info);
    this.location = `${thing.type}.${name}`;
    if (name === "_KeepReference") return this.keep(thing);
    if (name === "_RemoveReference") {
      this.host.kept.delete(String(args[0]));
      return null;
    }
    const spec = this.spec(thing);
    const own = spec.call?.[name];
    if (own !== undefined) return own(thing, args as never, this.host.book) ?? null;
    // What every collection can do, the same way.
    if (spec.items !== undefined) {
      if (name === "getCount") return spec.items(thing, this.host.book).length;
      if (name === "getItemAt") {
        const item = spec.items(thing, this.host.book)[Number(args[0])];
        if (item === undefined) throw invalidArgument();
        return item;
      }
    }
    if (spec.find !== undefined && (name === "getItem" || name === "getItemOrNullObject")) {
      const item = this.found(thing, String(args[0]));
      if (item === null && name === "getItem") throw notFound();
      return item ?? NOTHING;
    }
    throw this.missing(thing, name);
  }

  private keep(thing: Thing): null {
    if (!this.referenceOf.has(thing)) {
      references += 1;
      this.referenceOf.set(thing, `ref${references}`);
      this.host.kept.set(`ref${references}`, thing);
    }
    return null;
  }

  private identity(thing: Thing): Record<string, unknown> {
    const reference = this.referenceOf.get(thing);
    return {
      ...this.spec(thing).id?.(thing, this.host.book),
      ...(reference !== undefined && { _ReferenceId: reference }),
    };
  }

  private set(thing: Thing, name: string, value: unknown): void {
    this.location = `${thing.type}.${name}`;
    const setter = this.spec(thing).set?.[name];
    if (setter === undefined) throw this.missing(thing, name);
    setter(thing, value as never, this.host.book);
  }

  private waits(thing: Thing, path: readonly string[]): boolean {
    return path.some((name) => this.spec(thing).calculated?.includes(name) === true);
  }

  private query(
    thing: Thing,
    paths: readonly (readonly string[])[],
    page: { readonly top?: number | undefined; readonly skip?: number | undefined } = {},
  ): Record<string, unknown> {
    const spec = this.spec(thing);
    const answer: Record<string, unknown> = this.identity(thing);
    if (spec.items !== undefined) {
      const all = spec.items(thing, this.host.book);
      const from = page.skip ?? 0;
      const items = all.slice(from, page.top === undefined ? undefined : from + page.top);
      const inner = paths.flatMap((path) => (path[0] === "items" ? [path.slice(1)] : [path]));
      const wanted = inner.filter((path) => path.length > 0 && path[0] !== "count");
      answer["_Items"] = items.map((item) => this.query(item, wanted));
      answer["Count"] = all.length;
      return answer;
    }
    if (paths.length === 0) {
      for (const name of Object.keys(spec.get ?? {})) answer[pascal(name)] = this.read(thing, name);
      return answer;
    }
    const nested = new Map<string, (readonly string[])[]>();
    for (const [name = "", ...rest] of paths) {
      if (spec.nav?.[name] !== undefined)
        nested.set(name, [...(nested.get(name) ?? []), ...(rest.length === 0 ? [] : [rest])]);
      else answer[pascal(name)] = this.read(thing, name);
    }
    for (const [name, rest] of nested) {
      const target = spec.nav?.[name]?.(thing, this.host.book) ?? NOTHING;
      answer[pascal(name)] = target === NOTHING ? null : this.query(target, rest);
    }
    return answer;
  }

  private read(thing: Thing, name: string): unknown {
    this.location = `${thing.type}.${name}`;
    const getter = this.spec(thing).get?.[name];
    if (getter === undefined) throw this.missing(thing, name);
    return getter(thing, this.host.book) ?? null;
  }
}
