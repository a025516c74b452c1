import { useEffect, useState } from "react";

/** What became of a question that the services answer by and by. */
export type Answer<Value> =
  | { readonly status: "waiting" }
  | { readonly status: "known"; readonly value: Value }
  | { readonly status: "failed"; readonly error: unknown };

const WAITING = { status: "waiting" } as const;

/**
 * Asks again whenever `question` changes; an answer that comes too late for its question is not shown, and the last
 * known one stays until the next is there.
 */
export function useAnswer<Value>(question: string, ask: () => Promise<Value>): Answer<Value> {
  const [answer, setAnswer] = useState<Answer<Value>>(WAITING);
  useEffect(() => {
    let wanted = true;
    ask().then(
      (value) => {
        if (wanted) setAnswer({ status: "known", value });
      },
      (error: unknown) => {
        if (wanted) setAnswer({ status: "failed", error });
      },
    );
    return () => {
      wanted = false;
    };
    // The question stands for everything that `ask` looks at: it alone decides when to ask again.
  }, [question]);
  return answer;
}
