/** Application numbers of instances: the business key, or for a message the case that it is about. */
export async function numbersOf(engine, instances) {
  const ids = [...new Set(instances.filter(Boolean))];
  if (!ids.length) return new Map();
  const [rows, variables] = await Promise.all([
    engine.post('/process-instance', { processInstanceIds: ids }),
    engine.post('/variable-instance', { processInstanceIdIn: ids, variableName: 'applicationNumber' })]);
  const numbers = new Map(rows.map(({ id, businessKey }) => [id, businessKey]));
  variables.filter(({ value }) => value).forEach(({ processInstanceId, value }) => numbers.set(processInstanceId, value));
  return numbers;
}
