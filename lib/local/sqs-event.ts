import type { Message, MessageAttributeValue } from '@aws-sdk/client-sqs';
import type { SQSEvent, SQSMessageAttribute, SQSRecordAttributes } from 'aws-lambda';

/**
 * A received message in the form in which Lambda hands it to a function, as a batch of one.
 * @param arn of the queue it was received from.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html
 */
export function sqsEvent(message: Message, arn: string): SQSEvent {
  const attributes = Object.entries(message.MessageAttributes ?? {});
  return {
    Records: [
      {
        messageId: message.MessageId ?? '',
        receiptHandle: message.ReceiptHandle ?? '',
        body: message.Body ?? '',
        attributes: { ...emptyAttributes, ...message.Attributes },
        messageAttributes: Object.fromEntries(attributes.map(([name, value]) => [name, lambdaForm(value)])),
        md5OfBody: message.MD5OfBody ?? '',
        eventSource: 'aws:sqs',
        eventSourceARN: arn,
        awsRegion: arn.split(':')[3] ?? '',
      },
    ],
  };
}

const emptyAttributes: SQSRecordAttributes = {
  ApproximateReceiveCount: '1',
  SentTimestamp: '0',
  SenderId: '',
  ApproximateFirstReceiveTimestamp: '0',
};

function lambdaForm(value: MessageAttributeValue): SQSMessageAttribute {
  return {
    dataType: value.DataType ?? 'String',
    ...(value.StringValue === undefined ? {} : { stringValue: value.StringValue }),
    ...(value.BinaryValue === undefined
      ? {}
      : { binaryValue: Buffer.from(value.BinaryValue).toString('base64') }),
    stringListValues: [],
    binaryListValues: [],
  };
}
