/** Turns a call of the older, callback-based part of Office.js into a promise of its value. */
export function ask<T>(call: (done: (result: Office.AsyncResult<T>) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    call((result) => {
      // The enumeration lives in the library: its value is compared as text.
      if (String(result.status) === 'succeeded') resolve(result.value);
      else reject(result.error);
    });
  });
}
