const HIDDEN = "****";

/** Municipalities are province and city in one. */
const MUNICIPALITIES = ["北京", "上海", "天津", "重庆"] as const;
const PROVINCES = [
  "河北",
  "山西",
  "辽宁",
  "吉林",
  "黑龙江",
  "江苏",
  "浙江",
  "安徽",
  "福建",
  "江西",
  "山东",
  "河南",
  "湖北",
  "湖南",
  "广东",
  "海南",
  "四川",
  "贵州",
  "云南",
  "陕西",
  "甘肃",
  "青海",
  "台湾",
] as const;
const REGIONS = [
  "内蒙古自治区",
  "广西壮族自治区",
  "西藏自治区",
  "宁夏回族自治区",
  "新疆维吾尔自治区",
  "香港特别行政区",
  "澳门特别行政区",
  "内蒙古",
  "广西",
  "西藏",
  "宁夏",
  "新疆",
  "香港",
  "澳门",
] as const;

// 北京东路 and 海南路 are streets of other towns.
const NOT_A_STREET = "(?![东西南北中]?[一二三四五]?(?:路|街|道|巷|大道|大街))";
const MUNICIPALITY = new RegExp(`^(?:${MUNICIPALITIES.join("|")})${NOT_A_STREET}市?`, "u");
const PROVINCE = new RegExp(`^(?:(?:${PROVINCES.join("|")})${NOT_A_STREET}省?|${REGIONS.join("|")})`, "u");
// No city has one of these in its name; 超市 is a supermarket.
const CITY = /^\s*(?:(?![区县镇乡村路街道号巷店])\p{Script=Han}){1,10}?(?<!超)(?:市|自治州|地区|盟)/u;

/**
 * 浙江省杭州市****: province and city, the rest hidden. A city counts only after its province, since
 * the name of a shop or a housing estate may end like a city's; any other address is hidden whole.
 */
export function maskAddress(plain: string): string {
  const municipality = MUNICIPALITY.exec(plain)?.[0];
  if (municipality !== undefined) return `${municipality}${HIDDEN}`;
  const province = PROVINCE.exec(plain)?.[0];
  if (province === undefined) return HIDDEN;
  const city = CITY.exec(plain.slice(province.length))?.[0] ?? "";
  return `${province}${city.trim()}${HIDDEN}`;
}
