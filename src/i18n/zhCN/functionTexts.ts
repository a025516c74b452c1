/** What Excel shows of each function and its arguments in Chinese; the English stands in src/functions/functions.ts. */
export const functionTexts = {
  RFMSCORE: {
    description: "按最近消费、消费次数、消费金额给每位客户评分，并给出名次和层级，每位客户一行。",
    parameters: {
      customers: "一列：每行订单的客户。",
      dates: "一列：每行订单的日期，日期值或日期文本均可。",
      amounts: "一列：每行订单的实付金额，退款为负数。",
      asOf: "基准日，即计入的最后一天；省略时取最后一笔订单的日期。",
      orderIds: "一列：订单编号，同一订单的多行只计一次。",
      options: "两列区域：选项名称和取值，例如 windowDays 365。",
    },
  },
  SCORE: {
    description: "按名次给每个数值打分，从 1 分到分箱数；相等的数值得分相同。",
    parameters: {
      values: "一列数值；空单元格和文本不打分。",
      bins: "分箱数，2 到 100；省略时为 5。",
      higherIsBetter: "数值越大越好填 TRUE，越小越好填 FALSE；省略时为 TRUE。",
      ties: "相等数值落在哪一档：low、mid 或 high；省略时为 low。",
    },
  },
  TIER: {
    description: "按得分把每一行分到最高、中间或最低层级。",
    parameters: {
      scores: "一列或多列数值，越大越好；前面的列相等时由后面的列决定先后。",
      topShare: "最高层级所占比例；省略时为 0.2。",
      bottomShare: "最低层级所占比例；省略时为 0.2。",
      labels: "三个层级名称，从高到低，可以是区域，也可以是用逗号分隔的文本。",
      lang: "层级名称和提示的语言：zh 或 en；省略时为 zh。",
    },
  },
  SEGMENT: {
    description: "按最近消费、消费次数、消费金额给出每位客户的分群名称。",
    parameters: {
      r: "一列：R 得分；用八类方案时为最近消费天数。",
      f: "一列：F 得分；用八类方案时为消费次数。",
      m: "一列：M 得分；用八类方案时为消费金额。",
      scheme: "named11、klaviyo6、eightMean 或 eightMedian；省略时为 named11。",
      lang: "分群名称和提示的语言：zh 或 en；省略时为 zh。",
    },
  },
  CHURNRISK: {
    description: "计算每位客户在未来若干天内不再下单的概率，并说明原因。",
    parameters: {
      customers: "一列：每行订单的客户。",
      dates: "一列：每行订单的日期，日期值或日期文本均可。",
      amounts: "一列：每行订单的实付金额，退款为负数。",
      asOf: "基准日，即计入的最后一天；省略时取最后一笔订单的日期。",
      horizonDays: "向前看的天数；省略时为 90。",
      options: "两列区域：选项名称和取值，例如 lang en。",
    },
  },
  CLV: {
    description: "计算每位客户未来若干个月的价值：预计单数、每单金额和生命周期价值。",
    parameters: {
      customers: "一列：每行订单的客户。",
      dates: "一列：每行订单的日期，日期值或日期文本均可。",
      amounts: "一列：每行订单的实付金额，退款为负数。",
      asOf: "基准日，即计入的最后一天；省略时取最后一笔订单的日期。",
      months: "向前看的月数；省略时为 12。",
      annualDiscount: "每年的折现率；省略时为 0.1。",
      options: "两列区域：选项名称和取值，例如 margin 0.3。",
    },
  },
  MODELFIT: {
    description: "对全部客户拟合购买模型并给出参数。",
    parameters: {
      customers: "一列：每行订单的客户。",
      dates: "一列：每行订单的日期，日期值或日期文本均可。",
      amounts: "一列：每行订单的实付金额，退款为负数。",
      asOf: "基准日，即计入的最后一天；省略时取最后一笔订单的日期。",
      model: "auto、bgnbd、mbgnbd 或 pareto；省略时为 auto，即拟合最好的一个。",
      options: "两列区域：选项名称和取值，例如 period week。",
    },
  },
  BACKTEST: {
    description: "在同一批订单的过去日期预测流失，并与实际结果比较。",
    parameters: {
      customers: "一列：每行订单的客户。",
      dates: "一列：每行订单的日期，日期值或日期文本均可。",
      amounts: "一列：每行订单的实付金额，退款为负数。",
      asOf: "基准日，即计入的最后一天；省略时取最后一笔订单的日期。",
      horizonDays: "向前看的天数；省略时为 90。",
      options: "两列区域：选项名称和取值，例如 cuts 3。",
    },
  },
  FORECAST: {
    description: "预测现有客户的订单数和收入。",
    parameters: {
      customers: "一列：每行订单的客户。",
      dates: "一列：每行订单的日期，日期值或日期文本均可。",
      amounts: "一列：每行订单的实付金额，退款为负数。",
      asOf: "基准日，即计入的最后一天；省略时取最后一笔订单的日期。",
      horizons: "向前看的天数，可以是区域，也可以是用逗号分隔的文本；省略时为 30、90、365。",
      options: "两列区域：选项名称和取值，例如 model pareto。",
    },
  },
  EXPLAIN: {
    description: "用一句带数字的话说明客户的层级和流失风险从何而来。",
    parameters: {
      customer: "要说明的客户，与第一个区域中的写法相同。",
      customers: "一列：每行订单的客户。",
      dates: "一列：每行订单的日期，日期值或日期文本均可。",
      amounts: "一列：每行订单的实付金额，退款为负数。",
      asOf: "基准日，即计入的最后一天；省略时取最后一笔订单的日期。",
      lang: "句子和提示的语言：zh 或 en；省略时为 zh。",
    },
  },
  WINBACK: {
    description: "列出若干个月没有下单的客户及其流失风险金额。",
    parameters: {
      customers: "一列：每行订单的客户。",
      dates: "一列：每行订单的日期，日期值或日期文本均可。",
      amounts: "一列：每行订单的实付金额，退款为负数。",
      asOf: "基准日，即计入的最后一天；省略时取最后一笔订单的日期。",
      months: "没有下单的自然月数；省略时为 3。",
      lang: "表头和提示的语言：zh 或 en；省略时为 zh。",
    },
  },
  COHORT: {
    description: "显示各期首次下单的客户在之后各期仍下单的比例。",
    parameters: {
      customers: "一列：每行订单的客户。",
      dates: "一列：每行订单的日期，日期值或日期文本均可。",
      period: "每期长度：month（月）、quarter（季）或 year（年）；省略时为 month。",
      asOf: "基准日，即计入的最后一天；省略时取最后一笔订单的日期。",
    },
  },
  LIFECYCLE: {
    description: "按订单给出每位客户所处的生命周期阶段。",
    parameters: {
      customers: "一列：每行订单的客户。",
      dates: "一列：每行订单的日期，日期值或日期文本均可。",
      amounts: "一列：每行订单的实付金额，退款为负数。",
      asOf: "基准日，即计入的最后一天；省略时取最后一笔订单的日期。",
      options: "两列区域：选项名称和取值，例如 lapsedMonths 3。",
    },
  },
  RELATIONTYPE: {
    description: "给出每位客户的关系类型（交易型、关系型或战略型）及依据。",
    parameters: {
      customers: "一列：每行订单的客户。",
      dates: "一列：每行订单的日期，日期值或日期文本均可。",
      amounts: "一列：每行订单的实付金额，退款为负数。",
      asOf: "基准日，即计入的最后一天；省略时取最后一笔订单的日期。",
      options: "两列区域：选项名称和取值，例如 relationalOrders 3。",
    },
  },
  LOYALTY: {
    description: "给出每位客户的忠诚度（0 到 100）、各组成部分以及已知部分的比例。",
    parameters: {
      customers: "一列：每行订单的客户。",
      dates: "一列：每行订单的日期，日期值或日期文本均可。",
      amounts: "一列：每行订单的实付金额，退款为负数。",
      asOf: "基准日，即计入的最后一天；省略时取最后一笔订单的日期。",
      options: "两列区域：选项名称和取值，例如 windowDays 365。",
    },
  },
  MOVEMENT: {
    description: "统计客户从前一份名单到后一份名单在各层级之间的变动。",
    parameters: {
      beforeCustomers: "一列：前一份名单的客户。",
      beforeTiers: "一列：这些客户当时的层级。",
      afterCustomers: "一列：后一份名单的客户。",
      afterTiers: "一列：这些客户当时的层级。",
      lang: "表头和提示的语言：zh 或 en；省略时为 zh。",
    },
  },
  NEXTTOUCH: {
    description: "按层级和最近一次触达，给出每位客户下一次触达的日期和动作。",
    parameters: {
      tiers: "一列：每位客户的层级，写法与 TIER、RFMSCORE 一致。",
      lastTouches: "一列：每位客户最近一次触达的日期；空单元格表示尚未触达。",
      asOf: "判断是否逾期的日期；省略时取最近一次触达的日期。",
      lang: "动作和提示的语言：zh 或 en；省略时为 zh。",
    },
  },
  SLA: {
    description: "统计在时限内完成、超时和尚未到期的请求数，以及及时率。",
    parameters: {
      started: "一列：每个请求的开始时间。",
      finished: "一列：每个请求的完成时间；未完成的留空。",
      limitHours: "时限（小时）；恰好等于时限算及时。",
      asOf: "判断未完成请求的时刻，只写日期表示当天结束；省略时取区域中最晚的时间。",
      calendar: "calendar 按自然时间，working 按周一至周五 9:00 至 18:00；省略时为 calendar。",
      lang: "表头和提示的语言：zh 或 en；省略时为 zh。",
    },
  },
  COMPLETENESS: {
    description: "计算已填写且有效的单元格所占比例。",
    parameters: {
      range: "要检查的单元格，每位客户一行，不含表头。",
      kinds: "每列的检查方式：text、phone 或 email，可以是区域，也可以是用逗号分隔的文本。",
    },
  },
  CHANNELS: {
    description: "比较各渠道的获客成本与新客首期成交额。",
    parameters: {
      channels: "一列：渠道名称。",
      spend: "一列：花费；空单元格表示未知，0 表示没有花费。",
      leads: "一列：线索数。",
      newCustomers: "一列：新客数。",
      revenue: "一列：新客成交金额。",
      limit: "获客成本占客单价的上限；省略时为 0.1。",
      lang: "表头和提示的语言：zh 或 en；省略时为 zh。",
    },
  },
  CROSSSELL: {
    description: "按买过同样商品的客户还买了什么，给出每位客户的下一个推荐商品。",
    parameters: {
      customers: "一列：每行订单的客户。",
      items: "一列：每行订单的商品或品类。",
      dates: "一列：每行订单的日期，日期值或日期文本均可。",
      options: "两列区域：选项名称和取值，例如 minConfidence 0.1。",
    },
  },
  KPI: {
    description: "对照目标判断指标，目标也可以是相对基线的变化。",
    parameters: {
      actual: "当前数值。",
      baseline: "计算变化所用的基线；绝对值方式可以留空。",
      target: "目标：数值、相对变化（如 0.25）或百分点（如 0.2）。",
      mode: "absolute（绝对值）、relative（相对变化）或 points（百分点）；省略时为 absolute。",
      direction: "越高越好填 up，越低越好填 down；省略时为 up。",
      lang: "状态和提示的语言：zh 或 en；省略时为 zh。",
    },
  },
  MASK: {
    description: "遮住姓名、手机号、邮箱、编号或地址的大部分字符，便于转发表格。",
    parameters: {
      text: "要遮住的文本。",
      kind: "文本的类型：name、phone、email、id 或 address。",
    },
  },
};
