/**
 * Counts the cases of each group by what came of their tests.
 * @param groups those of test/conformance/cases.ts
 * @param {Map<number, string>} notApplicable the listed cases, each with its reason
 * @param results one a test
 * @returns the groups with their counts, and a sentence for each thing that is wrong
 */
export function tally(groups, notApplicable, results) {
  const problems = results
    .filter(({ status }) => status === 'failed')
    .map(({ name, failure }) => `failed: ${name}\n${failure}`);
  const counted = groups.map((group) => {
    const count = { cases: 0, passed: 0, failed: 0, skipped: 0, missing: 0, 'not applicable': 0 };
    for (let number = group.numbers[0]; number <= group.numbers[1]; number++) {
      const wanted = group.narrower?.[number] ?? group.runtimes;
      const tests = results.filter(({ cases }) => cases.includes(number));
      const missing = wanted.filter((runtime) => !tests.some(({ runtimes }) => runtimes.includes(runtime)));
      const listed = notApplicable.has(number);
      if (listed && missing.length === 0) problems.push(`C${number} is listed as not applicable, and has its tests.`);
      if (!listed && missing.length > 0)
        problems.push(`C${number} has no test for ${missing.join(', ')}, and is not listed.`);
      count.cases++;
      count[verdict({ tests, wanted, listed, complete: missing.length === 0 })]++;
    }
    return { title: group.title, count };
  });
  return { groups: counted, problems };
}

function verdict({ tests, wanted, listed, complete }) {
  if (tests.some(({ status }) => status === 'failed')) return 'failed';
  if (listed) return 'not applicable';
  if (!complete) return 'missing';
  const passes = (runtime) => tests.some(({ runtimes, status }) => runtimes.includes(runtime) && status === 'passed');
  return wanted.every(passes) ? 'passed' : 'skipped';
}
