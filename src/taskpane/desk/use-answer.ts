import { useSession } from '../session';
import { useReading } from '../ui/hooks';
import type { Desk, DeskQuestions, QuestionName } from './index';
import { numberOf } from './number-of';

/** What the desk answers; undefined until it does. A question that fails is told to the person. */
export function useAnswer<Name extends QuestionName>(
  desk: Desk,
  name: Name,
  input: DeskQuestions[Name]['input'],
): { readonly answer: DeskQuestions[Name]['output'] } | undefined {
  const session = useSession();
  return useReading(`${numberOf(desk)} ${name} ${JSON.stringify(input)}`, async () => {
    try {
      return { answer: await desk.ask(name, input) };
    } catch (error) {
      // Asked of a desk that was closed meanwhile: another one is being opened.
      if (!isClosed(error)) await session.attempt(() => Promise.reject(error));
      throw error;
    }
  });
}

const isClosed = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';
