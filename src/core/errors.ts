/** A call that cannot make sense. Carries a code and data; each surface has one place that words it. */
export class InvalidArgumentError extends Error {
  override readonly name = "InvalidArgumentError";
  constructor(
    readonly argument: string,
    readonly code: string,
    readonly data: Readonly<Record<string, string | number>> = {},
  ) {
    super(`${argument}: ${code}`);
  }
}

/** The data cannot answer the question: too few customers, no orders, nothing due. */
export class NotKnowableError extends Error {
  override readonly name = "NotKnowableError";
  constructor(
    readonly code: string,
    readonly data: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
  }
}
