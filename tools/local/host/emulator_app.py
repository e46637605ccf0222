"""The emulator as hypercorn runs it, with one correction: AWS lets a role send a batch that may send one message
(Amazon SQS and SNS developer guides, "API permissions"), the emulator would ask for an action of the batch's own name,
which does not exist."""

from ministack.core import iam_actions

SAME_AS_ONE = {
    "sqs:SendMessageBatch": "sqs:SendMessage",
    "sqs:DeleteMessageBatch": "sqs:DeleteMessage",
    "sqs:ChangeMessageVisibilityBatch": "sqs:ChangeMessageVisibility",
    "sns:PublishBatch": "sns:Publish",
}

by_operation = iam_actions.extract_iam_action


def as_aws_asks(*args, **kwargs):
    action = by_operation(*args, **kwargs)
    return SAME_AS_ONE.get(action, action)


iam_actions.extract_iam_action = as_aws_asks

from ministack.app import app  # noqa: E402  (after the correction, which it must see)

__all__ = ["app"]
