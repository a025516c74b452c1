/** Surnames of two characters that people still bear; all others have one. */
const COMPOUND_SURNAMES: ReadonlySet<string> = new Set([
  "欧阳",
  "歐陽",
  "太史",
  "端木",
  "上官",
  "司马",
  "司馬",
  "东方",
  "東方",
  "独孤",
  "獨孤",
  "南宫",
  "南宮",
  "万俟",
  "萬俟",
  "闻人",
  "聞人",
  "夏侯",
  "诸葛",
  "諸葛",
  "尉迟",
  "尉遲",
  "公羊",
  "赫连",
  "赫連",
  "澹台",
  "澹臺",
  "皇甫",
  "宗政",
  "濮阳",
  "濮陽",
  "公冶",
  "太叔",
  "申屠",
  "公孙",
  "公孫",
  "慕容",
  "仲孙",
  "仲孫",
  "钟离",
  "鍾離",
  "长孙",
  "長孫",
  "宇文",
  "司徒",
  "鲜于",
  "鮮于",
  "司空",
  "闾丘",
  "閭丘",
  "子车",
  "子車",
  "亓官",
  "司寇",
  "巫马",
  "巫馬",
  "公西",
  "颛孙",
  "顓孫",
  "壤驷",
  "壤駟",
  "公良",
  "漆雕",
  "乐正",
  "樂正",
  "宰父",
  "谷梁",
  "穀梁",
  "拓跋",
  "夹谷",
  "夾谷",
  "轩辕",
  "軒轅",
  "令狐",
  "段干",
  "百里",
  "呼延",
  "东郭",
  "東郭",
  "南门",
  "南門",
  "羊舌",
  "微生",
  "公户",
  "梁丘",
  "左丘",
  "东门",
  "東門",
  "西门",
  "西門",
  "第五",
]);

const IDEOGRAPHS = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const BETWEEN_WORDS = /[\s·・.,'’_-]+/u;
const LETTER = /^\p{L}/u;

/**
 * 姓** of a Chinese name, with its compound surname where another character follows it; the first
 * letter of each word of a name in letters, J*** S***. A name of one character, and a word of one letter, is hidden whole, as is
 * a word that begins with no letter.
 */
export function maskName(plain: string): string {
  if (IDEOGRAPHS.test(plain)) {
    const characters = [...plain];
    const surname = characters.slice(0, 2).join("");
    const shown = characters.length > 2 && COMPOUND_SURNAMES.has(surname) ? surname : (characters[0] ?? "");
    return characters.length === 1 ? "**" : `${shown}**`;
  }
  const words = plain.split(BETWEEN_WORDS).filter((word) => word !== "");
  return words.length === 0 ? "***" : words.map(maskWord).join(" ");
}

function maskWord(word: string): string {
  const characters = [...word];
  const first = characters[0] ?? "";
  return characters.length > 1 && LETTER.test(first) ? `${first}***` : "***";
}
