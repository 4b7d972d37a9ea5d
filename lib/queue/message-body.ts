/**
 * An event or delivery as the text of an SQS message. SQS refuses U+FFFE and U+FFFF, and some of its stand-ins everything beyond the
 * basic plane, emoji among them: JSON has another way to write these, which a reader never notices.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html
 */
export function messageBody(message: object): string {
  return JSON.stringify(message).replaceAll(
    /[\uD800-\uDFFF\uFFFE\uFFFF]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16)}`,
  );
}
