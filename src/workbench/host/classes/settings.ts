import { classOf, type Thing } from "../classSpec";

interface KeyThing extends Thing {
  readonly key: string;
}

/** What the add-in keeps in the workbook itself. */
export const SettingCollection = classOf<Thing>({
  items: (_, book) => [...book.extras.settings.keys()].map((key): KeyThing => ({ type: "Setting", key })),
  find: (_, key, book) => (book.extras.settings.has(key) ? ({ type: "Setting", key } as KeyThing) : null),
  call: {
    add: (_, [key, value]: readonly [string, unknown], book) => {
      book.extras.settings.set(key, value);
      return { type: "Setting", key } as KeyThing;
    },
  },
});

export const Setting = classOf<KeyThing>({
  id: ({ key }) => ({ Id: key, Key: key }),
  get: { key: ({ key }) => key, value: ({ key }, book) => book.extras.settings.get(key) },
  set: { value: ({ key }, value: unknown, book) => void book.extras.settings.set(key, value) },
  call: { delete: ({ key }, _: readonly [], book) => void book.extras.settings.delete(key) },
});
