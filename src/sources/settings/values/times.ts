import { z } from "zod";
import { dayOfMoment } from "../../../core/math/day";
import { parseMoment, PLAIN_READING } from "../../../core/tables";
import { plainText } from "./plainText";

/** A moment as a settings file writes it, or the serial of a date cell. */
export const moment = z.preprocess((value) => {
  if (typeof value !== "string" && typeof value !== "number") return value;
  const parsed = parseMoment(value, PLAIN_READING);
  return typeof parsed === "number" ? parsed : value;
}, z.number().int());

/** The day of a moment. */
export const day = moment.transform((value) => dayOfMoment(value));

/** 09:00 as minutes of the day; a time cell of a sheet is a fraction of one. */
export const clock = z.preprocess((value) => {
  if (typeof value === "number") return value >= 0 && value <= 1 ? Math.round(value * 1440) : NaN;
  const text = plainText(value);
  const match = typeof text === "string" ? /^(\d{1,2}):(\d{2})(?::00)?$/.exec(text) : null;
  if (match === null) return NaN;
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  return Number(match[2]) < 60 ? minutes : NaN;
}, z.number().int().min(0).max(1440));

const WEEKDAYS: readonly (readonly string[])[] = [
  ["周一", "星期一", "mon", "monday"],
  ["周二", "星期二", "tue", "tuesday"],
  ["周三", "星期三", "wed", "wednesday"],
  ["周四", "星期四", "thu", "thursday"],
  ["周五", "星期五", "fri", "friday"],
  ["周六", "星期六", "sat", "saturday"],
  ["周日", "星期日", "sun", "sunday", "周天", "星期天"],
];

/** 1 = Monday … 7 = Sunday, or the name of a weekday. */
export const weekday = z.preprocess((value) => {
  if (typeof value !== "string") return value;
  const named = WEEKDAYS.findIndex((names) => names.includes(value.toLowerCase()));
  return named >= 0 ? named + 1 : Number(value);
}, z.number().int().min(1).max(7));
