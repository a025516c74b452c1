import type { HostBook } from "./hostBook";

/** An object of the API as the host knows it: what class it is of, and which one. */
export interface Thing {
  readonly type: string;
}

/** The object that is not there: what `…OrNullObject` gives. */
export const NOTHING: Thing = { type: "Nothing" };

/**
 * What a class of the API does, member by member; names as the add-in writes them. A member that stands
 * nowhere here is refused by name.
 */
export interface ClassSpec<T extends Thing> {
  /** What tells this object from others of its kind, sent whenever it is first spoken of. */
  readonly id?: (thing: T, book: HostBook) => Readonly<Record<string, unknown>>;
  readonly get?: Readonly<Record<string, (thing: T, book: HostBook) => unknown>>;
  readonly set?: Readonly<Record<string, (thing: T, value: never, book: HostBook) => void>>;
  /** Properties that lead to other objects. */
  readonly nav?: Readonly<Record<string, (thing: T, book: HostBook) => Thing>>;
  /** Methods; those that give an object give a Thing. */
  readonly call?: Readonly<Record<string, (thing: T, args: never, book: HostBook) => unknown>>;
  /** Collections: what they hold, and how one is found by name or id. */
  readonly items?: (thing: T, book: HostBook) => readonly Thing[];
  readonly find?: (thing: T, key: string, book: HostBook) => Thing | null;
  /** Members that need calculated cells: asking for them waits for the calculation. */
  readonly calculated?: readonly string[];
}

/** The same without its kind of object, as the interpreter takes it. */
export type AnySpec = ClassSpec<Thing>;

/** Declares a class; what it does with objects is checked here, and forgotten outside. */
export function classOf<T extends Thing>(spec: ClassSpec<T>): AnySpec {
  return spec as unknown as AnySpec;
}

export function isThing(value: unknown): value is Thing {
  return (
    typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string"
  );
}
