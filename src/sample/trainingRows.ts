import { dayOf, serialOfDay, type DayNumber } from "../core/math/day";
import type { Cell, FieldOf } from "../core/tables";
import { TRAINING_MODULES } from "../core/training";
import { PLAN_START } from "./optionRows";
import type { ShopProfile } from "./shopProfile";

type ModuleId = (typeof TRAINING_MODULES)[number]["id"];

/** Days after the planned day on which a module was held; a module that is not here was not held yet. */
const HELD_AFTER: Readonly<Partial<Record<ModuleId, number>>> = {
  tierRules: 0,
  portraits: 2,
  acquisition: 0,
  retention: 9,
  highValue: 0,
};

/** Put off until the busy weeks are over. */
const PUT_OFF: Readonly<Partial<Record<ModuleId, DayNumber>>> = { complaints: dayOf(2026, 1, 14) };

/** The brief's seven modules from the start of the shop's plan on: five held, one late, one to come. */
export function trainingRows(profile: ShopProfile): readonly Partial<Record<FieldOf<"training">, Cell>>[] {
  const { modules, posts: names, and } = profile.training;
  return TRAINING_MODULES.map(({ id, posts, lessons, week }) => {
    const plannedOn = PUT_OFF[id] ?? PLAN_START + 7 * week;
    const after = HELD_AFTER[id];
    return {
      module: modules[id],
      post: posts.map((post) => names[post]).join(and),
      hours: lessons,
      plannedOn: serialOfDay(plannedOn),
      doneOn: after === undefined ? null : serialOfDay(plannedOn + after),
    };
  });
}
